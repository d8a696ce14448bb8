"""Split a captured text into paragraphs without changing a character of it.

Captures come in three shapes: one line a paragraph, paragraphs between blank lines, and lines that a
mail program or a wire printer broke at a fixed width. A line break is taken as a mere fold where the
next word would not have fitted on the line; every other line break ends a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.record import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
# Wider "lines" are paragraphs on one line; printers and mail programs fold at 60 to 100 characters.
_WIDEST_FOLD = 120
_NARROWEST_FOLD = 40
_SLACK = 2
_MIN_FOLDS = 3
_SENTENCE_ENDS = ".!?…。؟।"
_CLOSERS = "'\"”’»)]"
_DOTTED = re.compile(r"\b[A-Z]\.[A-Z]\.$")


def lines(text: str) -> Iterator[Span]:
    """The lines of a text that hold more than white space, each without the white space around it."""
    for match in _LINE.finditer(text):
        span = trim(text, Span(match.start(), match.end()))
        if span.start < span.end:
            yield span


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text in order: spans that neither overlap nor touch white space at their ends."""
    found = tuple(lines(text))
    width = _fold_width(text, found)
    joined: list[Span] = []
    for line in found:
        if width and joined and _folded(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def trim(text: str, span: Span) -> Span:
    """The span without the white space (and zero-width marks) at its two ends."""
    start, end = span
    while start < end and _blank(text[start]):
        start += 1
    while end > start and _blank(text[end - 1]):
        end -= 1
    return Span(start, end)


def ends_sentence(words: str) -> bool:
    """Whether the words close with a full stop, question or exclamation mark (``U.S.`` does not count)."""
    told = words.rstrip().rstrip(_CLOSERS)
    if not told or told[-1] not in _SENTENCE_ENDS:
        return False
    return told[-3:-2] != "." or _DOTTED.search(told) is None


def is_prose(words: str) -> bool:
    """Whether a paragraph reads as running text: it closes a sentence and has a dozen words or more.

    Scripts without spaces count characters instead, three to a word.
    """
    return ends_sentence(words) and count_words(words) >= 12


def is_heading(words: str, most: int = 30) -> bool:
    """Whether a paragraph could be a headline: some letters, at most ``most`` words, no full stop."""
    if not any(c.isalpha() for c in words) or count_words(words) > most:
        return False
    last = words.rstrip().rstrip("'\"”’»)]")
    return last.endswith(("?", "!", "…")) or not (ends_sentence(words) or last.endswith((":", ",", ";")))


def count_words(words: str) -> int:
    """The number of words; where a script writes none apart, one for every three of its characters."""
    spaced = len(words.split())
    if words.isascii():
        return spaced
    unspaced = sum(1 for c in words if "\u0e00" <= c <= "\u0eff" or "\u3040" <= c <= "\u9fff")
    return spaced + unspaced // 3


def _blank(char: str) -> bool:
    return char.isspace() or char in "\ufeff\u200b\u200e\u200f\u2060\x00"


def _fold_width(text: str, found: Sequence[Span]) -> int:
    """The width at which the text was folded, or 0 if its lines are paragraphs."""
    width = max((end - start for start, end in found), default=0)
    if not _NARROWEST_FOLD <= width <= _WIDEST_FOLD:
        return 0
    pairs = [(a, b) for a, b in pairwise(found) if _adjacent(text, a, b)]
    folds = sum(_folded(text, a, b, width) for a, b in pairs)
    return width if folds >= _MIN_FOLDS and folds * 2 >= len(pairs) else 0


def _folded(text: str, before: Span, after: Span, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the line before it."""
    if not _adjacent(text, before, after):
        return False
    last_line = max(text.rfind(c, before.start, before.end) + 1 for c in "\r\n")
    used = before.end - max(last_line, before.start)
    first_word = len(after.of(text).split(maxsplit=1)[0])
    return used + 1 + first_word > width - _SLACK


def _adjacent(text: str, before: Span, after: Span) -> bool:
    """Whether exactly one line break lies between two lines."""
    between = text[before.end : after.start].replace("\r\n", "\n")
    return sum(c in "\r\n\v\f\x85\u2028\u2029" for c in between) == 1
