"""By which words somebody may stand somewhere in a sentence, before it is asked who and on what.

Whoever is the subject of such a word, or tells whose a stand is, may be a holder though no list knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_book import Idiom, StanceBook
from dragoman.coding.stance_wishes import is_under_would
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of

_PREDICATES = ("VERB", "ADJ")
_DO, _FROM, _NO = "do", "from", "no"
_BETWEEN = 4  # words that may stand between a verb and its phrase: "will *once again* have none of it"
_BESIDE = ("aux", "aux:pass", "cop")
_EACH = frozenset({"all", "both", "each"})  # "are *all* of one mind"


def standing_words(s: Sentence, book: StanceBook) -> Iterator[int]:
    """The words of a sentence by which their subjects may take a stand."""
    for w, forms in zip(s.words, s.forms(), strict=True):
        if w.upos == "AUX" and w.lemma.lower() == _DO and not w.deprel.startswith("aux"):
            if any(c.deprel == "nsubj" and c.upos != "PRON" for c in s.children(w.i)):
                yield w.i  # "the dam, which the guides *do not*"
        elif w.upos in _PREDICATES:
            if any(_stands(f, book) for f in forms) or _voices(s, w, book) or _is_willing(s, w, book):
                yield w.i
        elif _is_on_a_side(s, w, book):
            yield w.i
    yield from _phrased(s, book)


def _stands(form: str, book: StanceBook) -> bool:
    if form in book.attitudes or (True, form) in book.topics:
        return True
    if form in book.worded.verbs or form in book.worded.adjectives or form in book.replies:
        return True
    return form in book.undecided.verbs or form in book.short.states


def _voices(s: Sentence, w: Word, book: StanceBook) -> bool:
    """Whether a verb has a noun of stance for its object: "has *raised* objections", "*took* no side"."""
    views = book.aloof.nouns | book.alike.nouns
    if book.worded.nouns.keys().isdisjoint(s.written()) and views.isdisjoint(s.written()):
        return False  # as in most sentences
    return any(
        c.deprel == "obj" and (c.lemma.lower() in book.worded.nouns or c.lemma.lower() in views)
        for c in s.children(w.i)
    )


def _is_on_a_side(s: Sentence, w: Word, book: StanceBook) -> bool:
    """Whether a preposition makes a word a predicate: "is *against it*", "is *in favour*"."""
    if w.upos not in ("NOUN", "PROPN", "PRON") or not any(c.deprel == "cop" for c in s.children(w.i)):
        return False
    return case_of(s, w.i) in book.prepositions or case_of(s, w.i) == "in"


def _is_willing(s: Sentence, verb: Word, book: StanceBook) -> bool:
    """Whether a verb tells what its subject may wish done: "*would keep* it", "*would scrap* it"."""
    lemma = verb.lemma.lower()
    if lemma not in book.wishes.keeping and lemma not in book.wishes.scrapping:
        return False
    return is_under_would(s, verb)


def _phrased(s: Sentence, book: StanceBook) -> Iterator[int]:
    """The words that a set phrase of stance is told by, denied or not: their subjects may stand somewhere."""
    if book.idiom_words.isdisjoint(s.written()):
        return  # as in most sentences
    texts = [w.text.lower() for w in s.words]
    for idiom in (one for one in book.idioms if s.written().issuperset(one.row)):
        for first in (k for k in range(1, len(texts)) if texts[k] == idiom.row[0]):
            by = verb_of(s, first, idiom) if row_length(s, texts, first, idiom.row) else None
            if by is not None:
                yield by


def backers(s: Sentence, book: StanceBook) -> Iterator[int]:
    """Of whom a sentence may tell what their stand is by a noun: "has the blessing of *the cyclists*"."""
    words = book.backed
    if words.nouns.keys().isdisjoint(s.written()):
        return
    for w in s.words:
        if w.upos != "NOUN" or w.lemma.lower() not in words.nouns or w.head < 0:
            continue
        over = s.words[w.head].lemma.lower()
        if over in words.having and w.deprel != "nsubj":
            near = [*s.children(w.i), *s.children(w.head)]
            yield from (c.i for c in near if c.i > w.i and case_of(s, c.i) in words.whose)
        elif over in words.coming and w.deprel == "nsubj":
            yield from (c.i for c in s.children(w.head) if case_of(s, c.i) == _FROM)


def row_length(s: Sentence, texts: Sequence[str], first: int, row: tuple[str, ...]) -> int:
    """How many words a phrase has at a place, 0 if none: behind its *no* an adjective may stand."""
    if tuple(texts[first : first + len(row)]) == row:
        return len(row)
    behind = s.words[first + 1] if first + 1 < len(texts) else None
    told = behind is not None and (behind.upos == "ADJ" or behind.deprel == "amod")
    more = row[0] == _NO and told and tuple(texts[first + 2 : first + 1 + len(row)]) == row[1:]
    return len(row) + 1 if more else 0


def verb_of(s: Sentence, first: int, idiom: Idiom) -> int | None:
    """The word that is told of whoever stands so: the phrase's verb, or the predicate of its *be*."""
    for w in reversed(s.words[max(0, first - _BETWEEN) : first]):
        if w.lemma.lower() in idiom.verbs and w.upos in ("VERB", "AUX"):
            return w.head if w.deprel in _BESIDE and w.head >= 0 else w.i
        if w.upos not in ("ADV", "PART", "AUX", "ADJ", "PRON") and w.text.lower() not in _EACH:
            return None
    return None
