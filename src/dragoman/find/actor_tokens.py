"""The tokens of the gazetteer laid over the words of the parse."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.name_words import TOKEN, Token, normal
from dragoman.language.parse import Word
from dragoman.record import Span

# Between these a word of letters is a token as it stands, whatever is beyond them.
_BEFORE = frozenset(' \n"“(-')
_AFTER = frozenset(" \n,.;:?!\"”)’'-")
_AFTER_LETTER = _AFTER - {"."}  # a letter and a point may be the beginning of an acronym
_OWNING = frozenset({"'s", "’s"})
_EMPTY = _BEFORE | _AFTER | {"‘", "–", "—", "…"}  # what as a word by itself holds no token


def tokens_of(text: str, span: Span, words: Sequence[Word]) -> list[Token]:
    """The tokens of a stretch of text, each with the word of the parse that its first character lies in.

    Every word of a report comes by here. Most are of letters alone and stand free, or are an "'s", so that
    they need not be held against the expression.
    """
    placed: list[Token] = []
    add = placed.append
    (at, end), length = span, len(text)
    since, unread = 0, not words  # from which word on the text is not read yet, and whether it holds any
    for w, word in enumerate(words):
        written = word.text
        first, last = word.span
        if written.isalpha():
            free = first == at or text[first - 1] in _BEFORE
            begins, after = first, _AFTER if last - first > 1 else _AFTER_LETTER
        elif written in _EMPTY:
            continue
        else:
            free, begins, after = written in _OWNING, first + 1, _AFTER_LETTER
            written = "s"
        if free and at <= first and last <= end and last < length and text[last] in after:
            if unread:
                _read(placed, text, Span(at, first), words, since)
            # Out of plain letters the norm is sooner made than found among all that were made before.
            norm = written.lower() if written.isascii() else normal(written)
            add(Token(len(placed), written, norm, begins, last, w))
            at, since, unread = last, w + 1, False
        else:
            unread = True
    if unread:
        _read(placed, text, Span(at, end), words, since)
    return placed


def _read(placed: list[Token], text: str, span: Span, words: Sequence[Word], since: int) -> None:
    """Add the tokens of a stretch of text that begins with word ``since``."""
    w, last = since if words else -1, len(words) - 1
    for found in TOKEN.finditer(text, *span):
        start, end = found.span()
        while w < last and words[w].span[1] <= start:
            w += 1
        placed.append(Token(len(placed), found[0], normal(found[0]), start, end, w))
