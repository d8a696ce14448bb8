"""One thing set against another: "the pact, *not the base*", "a treaty *rather than a ban*"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.values import value

_PREFERRED = frozenset({"rather than", "instead of", "in place of"})


@value
class Contrast:
    """A phrase that is denied beside another: its head, the head of that other, and its preposition."""

    head: int
    beside: int
    case: str


def is_set_aside(s: Sentence, i: int) -> bool:
    """Whether a phrase only says what something is not, or is instead of."""
    return _is_denied(s, s.words[i]) or _is_replaced(s, i)


def denied(s: Sentence) -> Iterator[Contrast]:
    """The phrases that *not* takes out of what is said of the phrase before them."""
    if s.written().isdisjoint(("not",)):
        return  # as in most sentences
    for w in s.words:
        if _is_denied(s, w):
            yield Contrast(w.i, w.head, case_of(s, w.i))


def _is_denied(s: Sentence, w: Word) -> bool:
    """Whether a noun stands behind *not* or *but not* beside another that is affirmed."""
    again = w.deprel == "obl:agent" and any(c.deprel == "cc" for c in s.children(w.i))  # "but not by Chad"
    if (w.deprel not in ("conj", "appos") and not again) or w.upos not in ("NOUN", "PROPN"):
        return False
    return any(c.text.lower() == "not" and c.i < w.i for c in s.children(w.i))


def _is_replaced(s: Sentence, i: int) -> bool:
    """Whether *rather than* or *instead of* stands before a phrase, as a conjunction or a preposition."""
    for c in s.children(i):
        if c.deprel in ("cc", "case", "mark") and c.i < i:
            words = " ".join((c.text, *(f.text for f in s.children(c.i) if f.deprel == "fixed"))).lower()
            if words in _PREFERRED:
                return True
    return False
