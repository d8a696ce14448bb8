"""PLOVER contexts: what an event is about, from the words around it (manual, section on contexts)."""

from __future__ import annotations

from dragoman.codebook.contexts import Context
from dragoman.language.parse import Sentence


def contexts_of(s: Sentence, given: tuple[str, ...], contexts: tuple[Context, ...]) -> tuple[str, ...]:
    """The contexts that a rule gives and those whose words stand in the sentence, without repeats."""
    lemmas = [lemma for lemma, _ in s.forms()]
    present = set(lemmas)
    running = " " + " ".join(lemmas) + " "
    found = [c.name for c in contexts if c.words & present or _phrased(c, present, running)]
    return tuple(dict.fromkeys((*given, *found)))


def _phrased(context: Context, present: set[str], running: str) -> bool:
    if not context.openings & present:
        return False
    return any(f" {phrase} " in running for phrase in context.phrases)
