"""PLOVER contexts: what an event is about, from the words around it (manual, section on contexts)."""

from __future__ import annotations

from dragoman.codebook import Codebook
from dragoman.codebook.contexts import Context
from dragoman.language.parse import Sentence


def contexts_of(s: Sentence, given: tuple[str, ...], book: Codebook) -> tuple[str, ...]:
    """The contexts that a rule gives and those whose words stand in the sentence, without repeats."""
    lemmas = [lemma for lemma, _ in s.forms()]
    present = book.context_words.intersection(lemmas)
    if not present:
        return tuple(dict.fromkeys(given))
    running = " " + " ".join(lemmas) + " "
    found = [
        c.name for c in book.contexts if not c.words.isdisjoint(present) or _phrased(c, present, running)
    ]
    return tuple(dict.fromkeys((*given, *found)))


def _phrased(context: Context, present: frozenset[str], running: str) -> bool:
    if context.openings.isdisjoint(present):
        return False
    return any(f" {phrase} " in running for phrase in context.phrases)
