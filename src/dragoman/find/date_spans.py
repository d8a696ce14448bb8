"""Calendar arithmetic: the stretches of days that news reports speak of."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.values import value

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
_IN_A_DAY = {"hour": 24, "minute": 24 * 60, "second": 24 * 60 * 60}


@value
class Days:
    """The days ``start..end`` (inclusive) with their precision and TIMEX3 value."""

    start: date
    end: date
    precision: str
    timex: str


def day(d: date) -> Days:
    """One day."""
    return Days(d, d, "day", d.isoformat())


def week(d: date) -> Days:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    monday = d - timedelta(days=d.weekday())
    year, number, _ = d.isocalendar()
    return Days(monday, monday + timedelta(days=6), "week", f"{year:04d}-W{number:02d}")


def weekend(d: date) -> Days:
    """Saturday and Sunday of the week of a day."""
    held = week(d)
    return Days(held.start + timedelta(days=5), held.end, "weekend", f"{held.timex}-WE")


def month(year: int, number: int) -> Days:
    """One month; ``number`` may run over either end of the year (0 is December of the year before)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Days(date(year, number, 1), month_end(year, number), "month", f"{year:04d}-{number:02d}")


def month_end(year: int, number: int) -> date:
    """The last day of a month."""
    following = date(year + number // 12, number % 12 + 1, 1) if (year, number) != (9999, 12) else None
    return following - timedelta(days=1) if following else LAST


def quarter(year: int, number: int) -> Days:
    """One quarter, counted like months over the ends of the year."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return Days(
        date(year, 3 * number - 2, 1), month_end(year, 3 * number), "quarter", f"{year:04d}-Q{number}"
    )


def half(year: int, number: int) -> Days:
    """The first or second half of a year."""
    return Days(date(year, 6 * number - 5, 1), month_end(year, 6 * number), "half", f"{year:04d}-H{number}")


def season(year: int, timex: str, first: int, last: int) -> Days:
    """One season; a winter is that of the year in which it begins."""
    return Days(date(year, first, 1), month_end(year + (last < first), last), "season", f"{year:04d}-{timex}")


def year(number: int) -> Days:
    """One year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year", f"{number:04d}")


def decade(number: int) -> Days:
    """The decade that a year lies in."""
    first = number - number % 10
    return Days(date(max(first, 1), 1, 1), date(first + 9, 12, 31), "decade", f"{first // 10:03d}")


def century(number: int) -> Days:
    """The ``number``-th century; the 20th is 1900 to 1999, as people speak."""
    first = 100 * (number - 1)
    return Days(date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century", f"{number - 1:02d}")


def shifted(d: date, unit: str, count: float) -> Days:
    """The unit of time that lies ``count`` units after a day, whole units to the unit's precision."""
    if unit in ("day", "night"):
        return day(d + timedelta(days=count))
    if unit in _IN_A_DAY:  # two hours ago is today, for all that the day of publication says
        return day(d + timedelta(days=round(count / _IN_A_DAY[unit])))
    if unit in ("week", "weekend", "fortnight"):
        return week(d + timedelta(days=round(count * (14 if unit == "fortnight" else 7))))
    if unit in ("month", "quarter"):
        return month(d.year, d.month + round(count * (3 if unit == "quarter" else 1)))
    if count != int(count):
        return month(d.year, d.month + round(count * {"year": 12, "decade": 120}.get(unit, 1200)))
    moved = d.year + int(count) * {"year": 1, "decade": 10}.get(unit, 100)
    return {"year": year, "decade": decade}.get(unit, lambda y: century(y // 100 + 1))(moved)


def moved_back(d: date, unit: str, count: float) -> date:
    """The same day of the calendar ``count`` units away: where a window of that length begins or ends."""
    if unit in ("year", "decade", "century", "month", "quarter"):
        months = round(count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 1200))
        held = month(d.year, d.month + months)
        return held.start.replace(day=min(d.day, held.end.day))
    days = count * {"week": 7, "weekend": 7, "fortnight": 14, "hour": 1 / 24}.get(unit, 1.0)
    return d + timedelta(days=int(days))


def narrowed(held: Days, stage: str) -> Days:
    """The first half for *early*, the second for *late*, the middle half for *mid*."""
    if held.precision in ("decade", "century"):
        return _narrowed_years(held, stage)
    length = (held.end - held.start).days + 1
    start, end = held.start, held.end
    part = _part_of(stage)
    if part == "first half":
        end = start + timedelta(days=max(length // 2 - 1, 0))
    elif part == "second half":
        start = start + timedelta(days=length // 2)
    elif part == "middle":
        start, end = start + timedelta(days=length // 4), end - timedelta(days=length // 4)
    return Days(start, end, held.precision, held.timex)


def _part_of(stage: str) -> str:
    """Which part of a time "early in", "the end of", "mid-" mean; empty where they mean the whole."""
    if any(word in stage for word in ("early", "beginning", "start", "turn")):
        return "first half"
    if any(word in stage for word in ("late", "end", "close")):
        return "second half"
    return "middle" if "mid" in stage else ""


def _narrowed_years(held: Days, stage: str) -> Days:
    """The same by whole years, for decades and centuries."""
    first, last = held.start.year, held.end.year
    middle, quarter = (first + last) // 2, (last - first) // 4
    part = _part_of(stage)
    if part == "first half":
        last = middle
    elif part == "second half":
        first = middle + 1
    elif part == "middle":
        first, last = first + quarter, last - quarter
    return Days(date(first, 1, 1), date(last, 12, 31), held.precision, held.timex)
