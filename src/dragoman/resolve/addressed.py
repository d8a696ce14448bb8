"""The "it" that is somebody though it is an object: one that is accused, asked, sued or called on."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.tree_words import tree_words
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of

_OBJECTS = frozenset({"obj", "iobj"})
_ONTO = frozenset({"on", "upon", "to"})


def is_addressed(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is the object of a verb whose objects are parties, or stands behind its "on" or "to"."""
    if not 0 <= word.head < len(words):
        return False
    lemma, known = words[word.head].lemma.lower(), tree_words()
    if word.deprel in _OBJECTS:
        return lemma in known.addressing
    return (
        word.deprel == "obl" and lemma in known.calling_on and not _ONTO.isdisjoint(cases_of(words, word.i))
    )
