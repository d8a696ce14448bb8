"""PLOVER contexts: what an event is about, from the words around it (manual, section on contexts)."""

from __future__ import annotations

from dragoman.codebook import Codebook
from dragoman.codebook.contexts import Context
from dragoman.language.parse import Sentence


def contexts_of(s: Sentence, given: tuple[str, ...], book: Codebook) -> tuple[str, ...]:
    """The contexts that a rule gives and those whose words stand in the sentence, without repeats."""
    lemmas = [lemma for lemma, _ in s.forms()]
    present = book.context_words.keys() & lemmas
    if not present:
        return tuple(dict.fromkeys(given))
    running = " " + " ".join(lemmas) + " "
    found = [c.name for c in book.contexts_of_words(present) if _is_signalled(c, present, running)]
    return tuple(dict.fromkeys((*given, *found)))


def _is_signalled(context: Context, present: set[str], running: str) -> bool:
    """Whether one of a context's words or phrases stands in the running lemmas of a sentence."""
    if not context.words.isdisjoint(present):
        return True
    opened = (phrase for word in context.phrases.keys() & present for phrase in context.phrases[word])
    return any(f" {phrase} " in running for phrase in opened)
