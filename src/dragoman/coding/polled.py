"""What shares of people tell a pollster: an opinion, and no act of anybody.

"In a survey 54 percent of Danes backed the plan", "seven voters in ten oppose the fee, a poll found".
"""

from __future__ import annotations

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.act import Act
from dragoman.language.parse import Sentence, Word

_OPINIONS = frozenset({"SUPPORT", "REJECT", "REQUEST", "ACCUSE", "AGREE", "CONCEDE"})
_STEPS = 4
_MOST = frozenset({"most", "more", "fewer"})


def opinion_polled(s: Sentence, act: Act) -> str | None:
    """Why an act of a sentence is what people think, by a survey; None where nothing says so."""
    if act.event not in _OPINIONS or tree_words().surveys.isdisjoint(s.written()):
        return None
    subject = _subject_over(s, act.trigger)
    if subject is None or not (subject.lemma.lower() in tree_words().surveys or _is_share(s, subject)):
        return None
    return "an opinion, as a survey has it"


def _subject_over(s: Sentence, i: int) -> Word | None:
    """The subject of the clause of a word."""
    w = s.words[i]
    for _ in range(_STEPS):
        subject = next((c for c in s.children(w.i) if c.deprel.startswith("nsubj")), None)
        if subject is not None or w.head < 0:
            return subject
        w = s.words[w.head]
    return None


def _is_share(s: Sentence, noun: Word) -> bool:
    """Whether a noun names a share of people: "54 percent", "most voters", "seven men in ten"."""
    if noun.lemma.lower() in tree_words().shares:
        return True
    for c in s.children(noun.i):
        text = c.text.lower()
        if text in _MOST or text in tree_words().shares:
            return True
        if c.upos == "NUM" and any(k.text.lower() in ("in", "out") for k in s.children(c.i)):
            return True
    return False
