"""Weekdays, months and seasons counted from the time last named: "that December", "the following Monday".

In the background of a report such words go with the date told before them and not with its publication:
"In August 2009 … *that December* he was shot".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from dragoman.find import date_spans as spans
from dragoman.find.date_spans import Days

_SAME = frozenset({"that", "same", "the same"})
_NEXT = frozenset({"following", "next", "the following", "the next"})
_BEFORE = frozenset({"previous", "preceding", "the previous", "the preceding"})
_ROUGH = frozenset({"decade", "century"})


def weekday_beside(ref: str, number: int, base: Days | None) -> Days | None:
    """The weekday (1 is Monday) that lies beside the day, or in the week, named last."""
    if base is None or not ref or base.precision not in ("day", "week"):
        return None
    told = base.start.isoweekday()
    if ref in _SAME:
        return spans.day(base.start + timedelta(days=(number - told) % 7))
    if base.precision != "day":
        return None
    if ref in _NEXT:
        return spans.day(base.start + timedelta(days=(number - told) % 7 or 7))
    return spans.day(base.start - timedelta(days=(told - number) % 7 or 7)) if ref in _BEFORE else None


def month_beside(ref: str, number: int, base: Days | None) -> Days | None:
    """The month of that number that lies beside the time named last, or in the year from it on."""
    if base is None or not ref:
        return None
    return beside(ref, base, (spans.month(base.start.year + n, number) for n in (-1, 0, 1, 2)))


def beside(ref: str, base: Days | None, runs: Iterable[Days]) -> Days | None:
    """Of stretches that come once a year the one that lies beside a time, by the word before it."""
    if base is None or base.precision in _ROUGH:
        return None
    ordered = sorted(runs, key=lambda run: run.start)
    if ref in _SAME:
        return next((run for run in ordered if run.end >= base.start), None)
    if ref in _NEXT:
        return next((run for run in ordered if run.start > base.end), None)
    return next((run for run in reversed(ordered) if run.end < base.start), None) if ref in _BEFORE else None
