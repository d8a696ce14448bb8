"""A warning of weather, which threatens nobody in politics, whoever gives it.

"The weather office warned drivers of black ice", "a storm warning was issued for the estuary".
"""

from __future__ import annotations

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.act import Act
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import cases_of

_THREAT = "THREATEN"
_WARNINGS = frozenset({"warn", "warning", "alert", "caution", "advisory"})
_OF = frozenset({"of", "about", "against", "for", "over"})
_BESIDE = frozenset({"compound", "amod", "nmod"})


def natural_danger(s: Sentence, act: Act) -> str | None:
    """Why a warning is no threat: it is of weather, or of those who foretell it; None where neither is so."""
    if act.event != _THREAT or _WARNINGS.isdisjoint(s.written()):
        return None
    words = tree_words()
    if words.natural_dangers.isdisjoint(s.written()) and words.forecasters.isdisjoint(s.written()):
        return None
    at = _warning(s, act.trigger)
    if at is None:
        return None
    below = s.children(at)
    # "Warned drivers on the road of ice": what hangs on the road by the tree is what they are warned of.
    under = (*below, *(k for c in below for k in s.children(c.i)))
    danger = next(
        (c for c in under if c.lemma.lower() in words.natural_dangers and _is_warned_of(s, c)), None
    )
    if danger is not None:
        return f"a warning of “{danger.text}” threatens nobody"
    forecaster = next((c for c in below if c.deprel == "nsubj" and _foretells(s, c)), None)
    return None if forecaster is None else f"“{forecaster.text}” foretells, and threatens nobody"


def _warning(s: Sentence, i: int) -> int | None:
    """The word of warning at a word: the word itself, or the noun under a light verb."""
    if s.words[i].lemma.lower() in _WARNINGS:
        return i
    return next((c.i for c in s.children(i) if c.lemma.lower() in _WARNINGS), None)


def _is_warned_of(s: Sentence, c: Word) -> bool:
    if c.deprel in ("compound", "amod"):
        return s.words[c.head].lemma.lower() in _WARNINGS
    if any(
        k.deprel == "nmod" and not _OF.isdisjoint(cases_of(s.children(k.i), k.i)) for k in s.children(c.i)
    ):
        return False  # "a storm of rockets"
    cases = cases_of(s.children(c.i), c.i)
    return c.deprel.split(":")[0] in ("obl", "nmod") and not _OF.isdisjoint(cases)


def _foretells(s: Sentence, subject: Word) -> bool:
    words = tree_words()
    if subject.lemma.lower() in words.forecasters:
        return True
    beside = (c for c in s.children(subject.i) if c.deprel.split(":")[0] in _BESIDE)
    return any(c.lemma.lower() in words.forecasting for c in beside)
