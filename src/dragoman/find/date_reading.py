"""What reading an expression of time takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.find.date_patterns import Found
from dragoman.find.date_spans import Days
from dragoman.find.date_words import DateWords
from dragoman.values import value

UNKNOWN = "the date of publication, from which it counts, is not known"


@value
class Anchor:
    """What relative times count from.

    ``day`` is the day of publication, ``previous`` the day that the text last named; ``future`` is
    whether the clause speaks of what is to come. ``near`` is set where the time may be of what is to come
    or of the past, as in "called for talks on Sunday": the one just past, else the coming one.
    """

    day: date | None
    future: bool = False
    previous: Days | None = None
    year: int | None = None
    near: bool = False


@value
class Reading:
    """One meaning: ISO dates (inclusive), precision, kind, TIMEX3 value, and the reason in words.

    ``closed`` marks a stretch that another time of the sentence bounds ("from … to …").
    """

    start: str | None
    end: str | None
    precision: str | None
    kind: str
    timex: str
    reason: str
    closed: bool = False


Reader = Callable[[Found, Anchor, DateWords], Reading | None]


def dated(held: Days, reason: str, *, kind: str = "date", timex: str | None = None) -> Reading:
    """A reading of known days."""
    return Reading(
        held.start.isoformat(), held.end.isoformat(), held.precision, kind, timex or held.timex, reason
    )


def undated(timex: str, reason: str, *, kind: str = "date", precision: str | None = None) -> Reading:
    """A reading without days."""
    return Reading(None, None, precision, kind, timex, reason)


def direction(ref: str) -> int:
    """-1 for what is past, 1 for what is to come, 0 for the present."""
    if ref in ("last", "past", "this past", "previous", "preceding"):
        return -1
    return 1 if ref in ("next", "coming", "this coming", "upcoming", "following") else 0
