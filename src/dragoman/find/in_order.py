"""Mentions in the order of the text, the longer of two that begin together first."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from dragoman.record import Mention

_begin, _end = attrgetter("span.start"), attrgetter("span.end")


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions as they come in the text; those of one span stay as they are."""
    # Twice by a key that costs no call of ours: a report's mentions are sorted again at every step.
    return tuple(sorted(sorted(mentions, key=_end, reverse=True), key=_begin))
