"""Find the headline and the standfirst at the head of a capture.

The headline is the first paragraph that is no furniture, if it reads like one. A standfirst is one
sentence of summary between the headline and the story: it lacks its full stop, or something that only
stands between head and story (a byline, a date, a dateline) comes after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.dateline import dateline
from dragoman.text.furniture import Block
from dragoman.text.paragraphs import count_words, ends_sentence, is_heading, is_prose

_HEAD_KINDS = frozenset({"byline", "timestamp", "share-bar", "caption", "media"})
_LONGEST_TITLE, _LONGEST_STANDFIRST = 35, 60


@dataclass(frozen=True, slots=True)
class Head:
    """The headline and the standfirst of a capture, as indices of its blocks; None where there is none."""

    title: int | None = None
    standfirst: int | None = None


def head(text: str, blocks: Sequence[Block], title: str | None = None) -> Head:
    """Where the headline and the standfirst stand among the blocks of a capture.

    With a ``title`` known from elsewhere, only a block that repeats it counts as the headline.
    """
    story = [i for i, block in enumerate(blocks) if block.kind is None]
    at = _known_title(text, blocks, story, title) if title else _title(text, blocks, story)
    if at is None:
        return Head()
    after = [i for i in story if i > at]
    return Head(at, _standfirst(text, blocks, after))


def same_words(one: str, other: str) -> bool:
    """Whether two strings say the same, letter case, punctuation and spacing apart."""
    return _letters(one) == _letters(other) != ""


def _known_title(text: str, blocks: Sequence[Block], story: list[int], title: str) -> int | None:
    return next((i for i in story[:3] if same_words(blocks[i].span.of(text), title)), None)


def _title(text: str, blocks: Sequence[Block], story: list[int]) -> int | None:
    if len(story) < 2:
        return None
    words = blocks[story[0]].span.of(text)
    if dateline(words) or count_words(words) > _LONGEST_TITLE:
        return None
    if is_heading(words, _LONGEST_TITLE):
        return story[0]
    # A few outlets close their headlines with a full stop; then what follows must show that the
    # story has not begun.
    short = count_words(words) <= 14 and ends_sentence(words)
    return story[0] if short and _story_begins_after(text, blocks, story[0], story[1]) else None


def _standfirst(text: str, blocks: Sequence[Block], after: list[int]) -> int | None:
    if len(after) < 2:
        return None
    words = blocks[after[0]].span.of(text)
    if dateline(words) or not 5 <= count_words(words) <= _LONGEST_STANDFIRST:
        return None
    if not ends_sentence(words):
        summary = is_heading(words, _LONGEST_STANDFIRST) and _some_prose(text, blocks, after)
        return after[0] if summary else None
    one_sentence = sum(words.count(mark + " ") for mark in ".!?") == 0
    return after[0] if one_sentence and _story_begins_after(text, blocks, after[0], after[1]) else None


def _some_prose(text: str, blocks: Sequence[Block], after: list[int]) -> bool:
    return any(is_prose(blocks[i].span.of(text)) for i in after[1:])


def _story_begins_after(text: str, blocks: Sequence[Block], i: int, following: int) -> bool:
    """Whether a byline, date or picture stands between two blocks, or a dateline opens the second."""
    between = any(block.kind in _HEAD_KINDS for block in blocks[i + 1 : following])
    return between or dateline(blocks[following].span.of(text)) is not None


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
