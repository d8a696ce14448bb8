"""The tokens of the gazetteer laid over the words of the parse."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.name_words import TOKEN, Token, normal
from dragoman.language.parse import Word
from dragoman.record import Span


def tokens_of(text: str, span: Span, words: Sequence[Word]) -> list[Token]:
    """The tokens of a stretch of text, each with the word of the parse that its first character lies in."""
    placed: list[Token] = []
    w, last = 0 if words else -1, len(words) - 1
    ends = [word.span[1] for word in words]
    make, add = tuple.__new__, placed.append  # every word of a report comes by here
    for i, found in enumerate(TOKEN.finditer(text, span.start, span.end)):
        start, end = found.span()
        while w < last and ends[w] <= start:
            w += 1
        written = found[0]
        add(make(Token, (i, written, normal(written), start, end, w)))
    return placed
