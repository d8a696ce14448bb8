"""What "and", "or" and commas join: ``conj`` of Universal Dependencies, which always hangs on the first."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.parse import Word


def first_joined(words: Sequence[Word], word: Word) -> Word:
    """The first of those that a word is joined to, or the word itself where it is joined to none."""
    while word.deprel == "conj" and word.head >= 0:
        word = words[word.head]
    return word


def with_joined(words: Sequence[Word], word: Word) -> list[int]:
    """The positions of a word and of those joined to it: the word itself, then they in their order."""
    return [word.i, *(w.i for w in words if w.head == word.i and w.deprel == "conj")]
