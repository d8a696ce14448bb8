"""Of whom a bare share is: "48 percent of Danes are for it, *52* against", "of 900 nurses *61 percent* …".

Whoever is only told as a number or a share is one of those whom the sentence has counted or asked before.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Span

_OF = frozenset({"of", "among"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_BESIDE = ("obl", "nmod", "conj")
_JOINTS = frozenset({",", ";", "and", "but", "while"})
_KINDS = ("amod", "compound")


def whose_share(
    s: Sentence, head: int, is_counting: Callable[[Word], bool], polls: Container[str], things: Container[str]
) -> Word | None:
    """The people whom a bare number or share is of: those counted before it, else those who were asked.

    ``is_counting`` says whether a word is a share, ``polls`` are words for a poll, ``things`` what no people
    are.
    """
    if any(_is_people(k, things) for k in (s.words[head], *_of(s, head))):
        return None  # it says itself of whom
    for w in reversed(s.words[:head]):
        if not _is_people(w, things):
            continue
        over = s.words[w.head] if w.head >= 0 else None
        if w.deprel in _BESIDE and _opens_with(s, w):
            return w
        told_of = over is not None and w in _of(s, over.i)
        if told_of and over is not None and (over.lemma.lower() in polls or is_counting(over)):
            return w
        if w.deprel in _SUBJECTS and any(c.deprel == "nummod" for c in s.children(w.i)):
            return w
    return None


def _opens_with(s: Sentence, w: Word) -> bool:
    """Whether a clause begins with of whom its shares are: "*Of 900 nurses* 61 percent are …"."""
    if case_of(s, w.i) not in _OF:
        return False
    case = next(c.i for c in s.children(w.i) if c.deprel == "case")
    return case == 0 or s.words[case - 1].text.lower() in _JOINTS


def group_span(s: Sentence, group: Word) -> Span:
    """The words for the people, without how many they are."""
    first = group.i
    kinds = {c.i for c in s.children(group.i) if c.deprel in _KINDS and c.upos != "NUM"}
    while first - 1 in kinds:
        first -= 1
    return s.chars(first, group.i)


def _of(s: Sentence, i: int) -> list[Word]:
    return [c for c in s.children(i) if c.i > i and case_of(s, c.i) in _OF]


def _is_people(w: Word, things: Container[str]) -> bool:
    several = w.upos == "PROPN" or (w.upos == "NOUN" and w.feat("Number") == "Plur")
    return several and w.lemma.lower() not in things
