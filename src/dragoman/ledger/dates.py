"""Days as users write them (``2023``, ``2023-11``, ``2023-11-21``), as they read them, and as periods."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date, timedelta

from dragoman.errors import BadInput
from dragoman.record import TimeSpan

PERIODS = ("day", "week", "month", "year")
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def first_day(written: str) -> date:
    """The first day that a written year, month or day covers.

    Raises:
        BadInput: it is none of these, or no such day exists.
    """
    year, month, day = _parts(written)
    return _day(written, year, month or 1, day or 1)


def last_day(written: str) -> date:
    """The last day that a written year, month or day covers; raises as `first_day` does."""
    year, month, day = _parts(written)
    if day:
        return _day(written, year, month or 1, day)
    following = _day(written, year, month, 1) if month else _day(written, year, 12, 1)
    return next_period(following, "month") - timedelta(days=1)


def period_of(day: date, period: str) -> date:
    """The first day of the day, week (from Monday), month or year in which a day lies."""
    if period == "week":
        return day - timedelta(days=day.weekday())
    if period == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if period == "year" else day


def next_period(start: date, period: str) -> date:
    """The first day of the period after the one that starts on that day."""
    days = {"day": 1, "week": 7, "month": 31, "year": 366}[period]
    return period_of(start + timedelta(days=days), period)


def period_name(start: date, period: str) -> str:
    """How a period is written: ``2023``, ``2023-11``, ``2023-W47`` or ``2023-11-21``."""
    if period == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}"
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[period]]


def told(first: date | None, last: date | None, precision: str | None = None) -> str | None:
    """When, as exactly as it is known: ``2022``, ``March 2011``, ``1990 to 1999``, ``by 2025``, else days.

    ``precision`` says how exact a bound is that stands alone; where nothing is known the answer is None.
    """
    if first is None or last is None:
        only, word = (last, "by") if first is None else (first, "since")
        return None if only is None else f"{word} {_told_once(only, precision)}"
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if whole_months:
        return _told_months(first, last)
    return f"{first.isoformat()} to {last.isoformat()}"


def told_time(time: TimeSpan | None) -> str | None:
    """The same of a time in a record."""
    return None if time is None else told(_iso(time.start), _iso(time.end), time.precision)


def told_between(first: str | None, last: str | None) -> str | None:
    """From one told time to another, which may be the same."""
    if first is None or last is None or first == last:
        return first or last
    return f"{first.removeprefix('since ')} to {last.removeprefix('since ')}"


def _told_months(first: date, last: date) -> str:
    end = f"{month_name[last.month]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    begin = month_name[first.month] + (f" {first.year}" if first.year != last.year else "")
    return f"{begin} to {end}"


def _told_once(day: date, precision: str | None) -> str:
    if precision == "year":
        return str(day.year)
    return f"{month_name[day.month]} {day.year}" if precision == "month" else day.isoformat()


def _iso(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _parts(written: str) -> tuple[int, int, int]:
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        raise BadInput(f"{written!r} is not a date", remedy="Write 2023, 2023-11 or 2023-11-21")
    year, month, day = (int(part or 0) for part in match.groups())
    return year, month, day


def _day(written: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInput(f"there is no day {written!r}", remedy="Write 2023, 2023-11 or 2023-11-21") from None
