"""The preposition of a phrase, off the tree: asked by the finders, the resolver and the coder alike."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.language.parse import Sentence, Word

LOCATING = frozenset({"in", "at", "near", "inside", "across", "outside"})
"""The prepositions before the place where somebody is."""
_CLASSES = ("ADP", "SCONJ", "VERB", "ADV", "PART")


def case_of(s: Sentence, i: int) -> str:
    """The preposition of a phrase, lower-cased, with its fixed parts ("on behalf of"); empty if none."""
    parts: list[str] = []
    for c in s.children(i):
        if c.deprel == "case" and c.upos in _CLASSES:
            parts.append(c.text.lower())
            parts += [f.text.lower() for f in s.children(c.i) if f.deprel == "fixed"]
    return " ".join(parts)


def marks_of(s: Sentence, i: int) -> tuple[str, ...]:
    """The words, lower-cased and in order, that open the clause of word ``i``: "to", "if", "unless"."""
    return tuple([c.text.lower() for c in s.children(i) if c.deprel == "mark"])


def cases_of(words: Iterable[Word], i: int) -> tuple[str, ...]:
    """The words, lower-cased and in order, that stand as prepositions to word ``i``, without fixed parts.

    ``words`` are those of its sentence, or its dependents alone.
    """
    return tuple([w.text.lower() for w in words if w.head == i and w.deprel == "case"])
