"""What a bare noun stands for that the report described: "the levy" is the "levy on private wells"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_phrases import as_written, clause_end, names_a_thing, names_any_matter, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Position

_WHERE = frozenset({"in", "at", "from", "before", "under", "by", "after", "since", "during"})
_WHICH = frozenset({"that", "which"})
_OPEN = ("PRON", "ADP", "PART", "CCONJ", "SCONJ", "DET", "AUX", "PUNCT")
"""What a phrase that is cut short does not end with."""
_SEVERAL = 3  # stands on one matter make it the report's
_STOOD = 2  # so much more than a noun told again is a stand worth
_BARE = 2  # words: "plan", "binding scheme"
_AGAIN = 2  # the least that a matter must be worth


class Described:
    """The nouns of a report with the words that first told what they are of, else of what kind."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, str]] = {}
        self._told: Counter[str] = Counter()
        self._first: dict[str, frozenset[str]] = {}
        self._called: set[str] = set()
        self._begun = False

    def read(self, scene: Scene) -> None:
        """Take note of the nouns of a sentence that are described there, and of what is told first."""
        things = [w for w in scene.s.words if w.upos == "NOUN" and scene.parties.at(w.i) is None]
        self._told.update({w.lemma.lower() for w in things})
        if not self._begun:
            for w in things:
                self._begin(scene, w, things)
            self._begun = not scene.is_title
        for w in scene.s.words:
            detail = _detail(scene, w) if w.upos == "NOUN" else 0
            lemma = w.lemma.lower()
            if detail > self._known.get(lemma, (0, ""))[0]:
                words = _described(scene, w)
                if " " in words:
                    self._known[lemma] = (detail, words)

    def _begin(self, scene: Scene, noun: Word, things: Sequence[Word]) -> None:
        """Take note of a noun of the headline or the lead by which the report may be called."""
        book, s = scene.book, scene.s
        if noun.deprel == "compound" or noun.lemma.lower() in book.aloof.adjuncts:
            return
        within = set(s.subtree(noun.i))
        nouns = frozenset(c.lemma.lower() for c in things if c.i in within)
        if noun.lemma.lower() not in book.stand_ins:
            beside = {c.lemma.lower() for c in s.children(noun.i) if c in things}
            self._first.setdefault(phrase(scene, noun.i)[0], nouns & (beside | {noun.lemma.lower()}))
        elif _detail(scene, noun) > 1 and " " in (words := _described(scene, noun)):
            self._first.setdefault(words, nouns)
            self._called.add(words)

    def matter(self, found: Sequence[Position], book: StanceBook) -> str:
        """What a report is about: what many stand on, or what it begins with and comes back to; or nothing.

        A phrase is worth how often its nouns come again in other sentences, and how many stand on it.
        """
        stood = Counter(p.question for p in found if p.object is None and names_a_thing(p.question, book))
        worth: Counter[str] = Counter()
        for words, nouns in self._first.items():
            again = sum(self._told[n] - 1 for n in nouns - book.stand_ins)
            lasts = not nouns.isdisjoint(book.lasting_things - book.stand_ins)
            if words in self._called:
                again += _AGAIN  # "a bill that would ban the veil": nobody tells of a bill in vain
            worth[words] = again + lasts + _STOOD * stood[words] if again else 0
        for words, times in stood.items():
            if not _stands_in(words, book) and not names_any_matter(words, book) and times >= _SEVERAL:
                told = sum(self._told[n] for n in words.lower().split())
                worth[words] = max(worth[words], told + _STOOD * times)
        words, most = max(worth.items(), key=lambda one: one[1], default=("", 0))
        return words if most >= _AGAIN else ""

    def told(self, position: Position, matter: str, book: StanceBook, beside: Sequence[Position]) -> Position:
        """The position with its question as it was described, where that is a bare noun and no actor.

        A noun that names no matter by itself, and is of nothing, is told with the ``matter`` of the report
        ("plan", or "repeal" of what nobody knows who does not see the sentence),
        unless somebody stands on that ``beside`` it, in the same sentence.
        """
        question = position.question.lower()
        if position.object is not None:
            return position
        detail, words = self._known.get(question, (0, position.question))
        named = not matter or any(matter in p.question for p in beside if p.evidence == position.evidence)
        if detail or named or not _is_bare(question, book) or set(question.split()) <= _words(matter):
            return replace(position, question=words)
        return replace(position, question=f"{words} ({matter})")


def _stands_in(question: str, book: StanceBook) -> bool:
    """Whether a question names no matter by itself: "plan", "binding scheme"."""
    words = question.lower().split()
    return len(words) <= _BARE and words[-1] in book.stand_ins


def _is_bare(question: str, book: StanceBook) -> bool:
    """Whether a question leaves open of what it is: a stand-in, or a single "halt", "reactors"."""
    unsaid = not book.of_a_matter.isdisjoint({question, question.removesuffix("s")})
    return unsaid or _stands_in(question, book)


def _words(matter: str) -> frozenset[str]:
    """The words of a matter, so that a pact is not taken for one of them where it is a com*pact*."""
    return frozenset(matter.lower().split())


def _detail(scene: Scene, noun: Word) -> int:
    """How much is told beside a noun: what it is of, to do or does, or only of what kind.

    Where a bill lies tells nothing of it: "the bill *in the lower house*".
    """
    s = scene.s
    own = s.children(noun.i)
    kinds = {c.deprel for c in own}
    stands_in = noun.lemma.lower() in scene.book.stand_ins
    of = (c for c in own if c.deprel == "nmod" and not (stands_in and case_of(s, c.i) in _WHERE))
    told = any(of) or any(c.deprel == "acl" and is_infinitive(s, c) for c in own)
    return 2 if told or _doing(s, noun) is not None else 1 if "compound" in kinds else 0


def _doing(s: Sentence, noun: Word) -> Word | None:
    """What a thing does: "a bill that *bans* the veil", not "a bill that the Greens oppose"."""
    for c in s.children(noun.i):
        which = s.words[noun.i + 1] if c.deprel == "acl:relcl" and noun.i + 1 < c.i else None
        if which is not None and which.text.lower() in _WHICH and which.deprel.startswith("nsubj"):
            return c if which.head == c.i else None
    return None


def _described(scene: Scene, noun: Word) -> str:
    """A noun with what is told of it: "levy on wells", "bill that would ban the veil"."""
    words, _ = phrase(scene, noun.i)
    does = _doing(scene.s, noun)
    if does is None or noun.lemma.lower() not in scene.book.stand_ins:
        return words
    last = clause_end(scene.s, does.i)
    while scene.s.words[last].upos in _OPEN:
        last -= 1
    return as_written(scene, noun.i, last)
