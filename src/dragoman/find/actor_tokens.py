"""The tokens of the gazetteer laid over the words of the parse."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.name_words import Token
from dragoman.language.parse import Word


def assign_words(tokens: Sequence[Token], words: Sequence[Word]) -> list[Token]:
    """The same tokens, each with the word of the parse that its first character lies in."""
    placed, w = [], 0
    for token in tokens:
        while w < len(words) - 1 and words[w].span.end <= token.start:
            w += 1
        placed.append(Token(token.i, token.text, token.norm, token.start, token.end, w if words else -1))
    return placed
