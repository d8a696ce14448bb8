"""Holders whom no list knows and no name gives away, found by the stand itself: "the palace opposes it".

A league, a strike committee, townspeople or "those who want the plant" are no party of the report before it
is read where they stand. Whoever is the subject of a word of stance is looked at as an actor there, and
becomes one of the report where a position is theirs. So is an *it* or *they* that nothing was made of, where
the sentence tells whose it is.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from dragoman.codebook.recurring import shipped_recurring
from dragoman.coding.parties import Parties, Party
from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_holders import named_members, who_tells
from dragoman.coding.stance_standing import backers
from dragoman.coding.syntax import antecedent, subject, surface_subject, with_conjuncts
from dragoman.language.joined import first_joined
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of

_NOUNS = ("NOUN", "PROPN")
_SORTS = ("person", "body")
_OPEN = frozenset({"any", "such", "each", "every", "what", "which", "whatever", "only"})
_THEIRS = frozenset({"it", "they", "he", "she"})
_RELATIVE = frozenset({"who", "which", "that"})
_IN_ITS_PLACE = ("csubj", "csubj:outer", "expl")  # "it is against the law to sell them"
_FURTHEST = 4
_SO = frozenset({"so", "as", "nor", "neither"})
_DOES = frozenset({"do", "be", "have", "will", "would"})
_AMONG = "among"
_WHERE = frozenset({"in", "from", "on", "of"})  # "those in Crawley"


def strangers(parties: Parties, book: StanceBook, standing: Sequence[int]) -> Iterator[int]:
    """The heads of the unknown who are told to stand somewhere in a sentence, in the order of its stands.

    ``standing`` are the words by which somebody may stand there (`standing_words`).
    """
    s = parties.sentence
    seen: set[int] = set()
    heads = [h for i in standing for h in (subject(s, i) or surface_subject(s, i))]
    for head in (k for h in (*heads, *_before_sides(s, book), *_likewise(s)) for k in with_conjuncts(s, h)):
        if head not in seen and _is_stranger(parties, s.words[head], book):
            seen.add(head)
            yield head
    for head in (k for h in backers(s, book) for k in with_conjuncts(s, h)):
        if head not in seen and _is_stranger(parties, s.words[head], book, backs=True):
            seen.add(head)
            yield head


def pronouns(
    parties: Parties, standing: Sequence[int], counted: Container[int]
) -> Mapping[int, Sequence[Party]]:
    """The pronouns of nobody yet under which somebody stands, relative ones too, with who that is.

    ``counted`` are the heads of those of whom only the number is told.
    """
    s = parties.sentence
    if _THEIRS.isdisjoint(s.written()) and _RELATIVE.isdisjoint(s.written()):
        return {}
    found: dict[int, Sequence[Party]] = {}
    for i in standing:
        own = (c for c in s.children(i) if c.deprel.startswith("nsubj"))
        heads = [*subject(s, i), *(c.i for c in own if c.text.lower() in _RELATIVE)]
        for word in (s.words[h] for h in heads if s.words[h].upos == "PRON"):
            if word.deprel == "expl" or any(c.deprel in _IN_ITS_PLACE for c in s.children(i)):
                continue
            if is_relative(word):
                found[word.i] = _all_at(parties, antecedent(s, word.i))
            elif word.text.lower() in _THEIRS and parties.at(word.i) is None:
                found[word.i] = _told_beside(parties, word, i) or _told_by(parties, word.i, i)
            elif word.text.lower() in _THEIRS and who_tells(s, word.i, i) in counted:
                found[word.i] = _told_by(parties, word.i, i)  # they are 54 percent, not all who were asked
    return {i: meant for i, meant in found.items() if meant}


def is_relative(w: Word) -> bool:
    """Whether a word is a *who* or *which*."""
    return w.text.lower() in _RELATIVE


def _all_at(parties: Parties, head: int) -> Sequence[Party]:
    """Those at a word and at the words joined to it, by their names where these stand beside."""
    heads = [n for k in with_conjuncts(parties.sentence, head) for n in named_members(parties, k)]
    return [p for k in heads for p in (parties.at(k), *parties.reached(k)[:1]) if p is not None]


def _told_by(parties: Parties, head: int, i: int) -> Sequence[Party]:
    """Who says that they stand so: "Peru said that *it* was against the plan", "… in a statement that …"."""
    s = parties.sentence
    i = first_joined(s.words, s.words[i]).i
    teller = who_tells(s, head, i)
    if teller != head:
        return _all_at(parties, teller)
    told = s.words[i].head
    if s.words[i].deprel not in ("acl", "ccomp") or told < 0 or s.words[told].upos != "NOUN":
        return ()
    over = s.words[told].head
    tellers = subject(s, over) if over >= 0 and s.words[over].upos == "VERB" else []
    return _all_at(parties, tellers[0]) if len(tellers) == 1 else ()


def _told_beside(parties: Parties, word: Word, i: int) -> Sequence[Party]:
    """Who stands in the clause before: "The party rejects the law, and *it* is for the old one"."""
    s = parties.sentence
    for _ in range(_FURTHEST):
        w = s.words[i]
        if w.head < 0:
            return ()
        if w.deprel in ("conj", "parataxis"):
            before = [h for h in subject(s, w.head) if h < word.i]
            plural = word.text.lower() == "they"
            if len(before) != 1 or (s.words[before[0]].feat("Number") == "Plur") is not plural:
                return ()
            found = parties.at(before[0])
            return () if found is None else (found,)
        if w.deprel != "ccomp":
            return ()
        i = w.head
    return ()


def _before_sides(s: Sentence, book: StanceBook) -> Iterator[int]:
    """Whoever stands right before a side that needs no verb: "mayors against it, *the growers* for it"."""
    if book.bare.first.isdisjoint(s.written()):
        return
    for w in s.words[1:]:
        if w.text.lower() in book.bare.first and w.text.lower() not in book.bare.bound:
            before = s.words[w.i - 1]
            if before.upos in _NOUNS:
                yield before.i
    yield from (w.i for w in s.words if w.text.lower() in book.strangers.those and _has_side(s, w, book))


def _has_side(s: Sentence, those: Word, book: StanceBook) -> bool:
    """Whether a side stands right behind a word for people: "those *against the toll*", "those *opposed*"."""
    row = tuple(w.text.lower() for w in s.words[those.i + 1 : those.i + 4])
    return any(row[: len(side)] == side for side, way in book.bare.sides if way is not None)


def _likewise(s: Sentence) -> Iterator[int]:
    """Whoever stands behind a verb that only says that they do so too: "as do *the makers* of turbines"."""
    if _SO.isdisjoint(s.written()):
        return
    for w, behind in zip(s.words, s.words[1:], strict=False):
        does = w.text.lower() in _SO and behind.lemma.lower() in _DOES
        if not does and not (w.i == 1 and w.text.lower() == "so" and s.words[0].text.lower() == "not"):
            continue
        first = w.i + 2 if does else w.i + 1
        named = [k for k in s.words[first : first + _FURTHEST] if k.upos in _NOUNS and k.deprel != "compound"]
        if named and all(k.upos in ("DET", "ADJ", "NUM", *_NOUNS) for k in s.words[first : named[0].i]):
            yield named[0].i


def _is_stranger(parties: Parties, w: Word, book: StanceBook, *, backs: bool = False) -> bool:
    """Whether a word names unknown people or a body of them who may stand, if ``backs`` behind *of* too."""
    s = parties.sentence
    if w.text.lower() in book.strangers.those:
        told = any(c.deprel == "acl:relcl" or case_of(s, c.i) in _WHERE for c in s.children(w.i))
        told = told or _has_side(s, w, book)
        among = case_of(s, w.i) == _AMONG and any(c.deprel == "cop" for c in s.children(w.i))
        # Whoever *is among* those who back it is told of, not they.
        return told and not among and parties.at(w.i) is None
    if w.upos not in _NOUNS or parties.reached(w.i):
        return False
    lemma = w.lemma.lower()
    if lemma in book.counted.things:
        return False
    known = lemma in book.strangers.groups or shipped_recurring().sorts.get(lemma) in _SORTS
    if not known or lemma in book.strangers.things or (_is_placed(s, w) and not backs):
        return False
    if any(c.text.lower() in _OPEN for c in s.children(w.i)):
        return False
    return not any(m.span.covers(w.span) for m in parties.by_head.values())


def _is_placed(s: Sentence, w: Word) -> bool:
    """Whether a noun only tells where or of whom: "in Gulu, *the town* of the kings, the elders back it"."""
    if w.deprel == "appos" and w.head >= 0:
        return case_of(s, w.head) not in ("", "by")
    told = any(c.deprel == "acl:relcl" for c in s.children(w.i))
    return not told and case_of(s, w.i) not in ("", "by")
