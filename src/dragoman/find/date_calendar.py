"""Calendar dates: days, months, quarters, seasons, years, decades and centuries as they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.find import date_spans as spans
from dragoman.find.date_beside import beside, month_beside
from dragoman.find.date_patterns import Found
from dragoman.find.date_reading import UNKNOWN, Anchor, Reader, Reading, dated, direction, undated
from dragoman.find.date_spans import Days
from dragoman.find.date_words import DateWords, Season

# So far ahead no day is spoken of without its year ("the ruling of July 8 says so", in August).
_WITHOUT_YEAR = timedelta(days=300)
# A call for something is reported sooner than that; a day of it further back is meant to come.
_TOLD_WITHIN = timedelta(days=31)


def _iso(f: Found, _: Anchor, __: DateWords) -> Reading:
    return dated(spans.day(date(int(f["y"]), int(f["m"]), int(f["d"]))), "a full date")


def _numeric(f: Found, _: Anchor, __: DateWords) -> Reading:
    """Day and month in digits: month first with slashes, as in the US, unless that cannot be."""
    a, b, year = int(f["a"]), int(f["b"]), int(f["y"])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    month, day = (a, b) if f["sep"] == "/" and a <= 12 else (b, a)
    return dated(spans.day(date(year, month, day)), "a full date in figures")


def _day_month(f: Found, anchor: Anchor, words: DateWords) -> Reading | None:
    month = words.months[f["m"].rstrip(".")]
    if f["dword"]:
        ordinal = f["dword"]
        first = last = words.ordinals.get(ordinal) or int(ordinal[0])
    else:
        first, last = int(f["d"]), int(f["d2"] or f["d"])
    year, reason = _year_of(f["y"], anchor, lambda y: date(y, month, min(first, 28)))
    if year is None:
        return undated(f"XXXX-{month:02d}-{first:02d}", UNKNOWN, precision="day")
    start, end = date(year, month, first), date(year, month, last)
    if end <= start:
        return dated(spans.day(start), reason)
    # "From March 3 to 5" ends on the 5th.
    return replace(dated(Days(start, end, "day", start.isoformat()), reason), closed=True)


def _year_of(written: str, anchor: Anchor, day_in: Callable[[int], date]) -> tuple[int | None, str]:
    """The year of a day or month that may lack one: the nearest on the side of the clause's tense."""
    if written:
        return int(written), "the date as written"
    if anchor.year is not None:
        return anchor.year, f"of {anchor.year}, the year that the sentence names"
    if anchor.day is None:
        return None, UNKNOWN
    this = anchor.day.year
    past = this if day_in(this) <= anchor.day else this - 1
    if anchor.future or (anchor.near and anchor.day - day_in(past) > _TOLD_WITHIN):
        year = this if day_in(this) >= anchor.day else this + 1
        if day_in(year) - anchor.day > _WITHOUT_YEAR:
            return year - 1, "the most recent one: the coming one is so far off that its year would be named"
        return year, "the coming one, since the clause looks ahead"
    return past, "the most recent one up to publication"


def _month_year(f: Found, _: Anchor, words: DateWords) -> Reading:
    held = spans.month(int(f["y"]), words.months[f["m"].rstrip(".")])
    return dated(spans.narrowed(held, f["stage"]), "the month as written")


def _month(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    number = words.months[f["m"].rstrip(".")]
    if (near := month_beside(f["ref"], number, anchor.previous)) is not None:
        return dated(spans.narrowed(near, f["stage"]), "counted from the time last named")
    if anchor.day is None and anchor.year is None:
        return undated(f"XXXX-{number:02d}", UNKNOWN, precision="month")
    year, reason = _month_choice(f, anchor, number)
    return dated(spans.narrowed(spans.month(year, number), f["stage"]), reason)


def _month_choice(f: Found, anchor: Anchor, number: int) -> tuple[int, str]:
    day = anchor.day or date(anchor.year or 1, 1, 1)
    if f["post"]:
        return day.year + direction(f["post"].split()[0]), f["post"]
    if direction(f["ref"]) < 0:
        return day.year - (number >= day.month), "the last one before the month of publication"
    if direction(f["ref"]) > 0:
        return day.year + (number <= day.month), "the first one after the month of publication"
    if f["ref"] == "this":
        return day.year, "of the year of publication"
    if anchor.year is not None:
        return anchor.year, f"of {anchor.year}, the year that the sentence names"
    if anchor.future:
        return day.year + (number < day.month), "the coming one, since the clause looks ahead"
    if anchor.near and 0 < (number - day.month) % 12 < 10:
        return day.year + (number < day.month), "the coming one, since it is of what is to come"
    return day.year - (number > day.month), "the most recent one up to publication"


def _year(f: Found, _: Anchor, __: DateWords) -> Reading:
    return dated(spans.narrowed(spans.year(int(f["y"])), f["stage"]), "the year as written")


def _year_range(f: Found, _: Anchor, __: DateWords) -> Reading | None:
    first, last = int(f["y"]), int(f["y2"])
    last += 0 if last > 99 else first - first % 100
    if not first < last <= first + 200:
        return None
    held = Days(date(first, 1, 1), date(last, 12, 31), "year", f"{first}/{last}")
    return dated(held, "from the one year to the other")


def _decade(f: Found, _: Anchor, words: DateWords) -> Reading:
    written = f["dec"]
    number = words.decades.get(written) or int(written.rstrip("s"))
    number += 0 if number >= 1000 else 2000 if number in (0, 10) else 1900
    return dated(
        spans.narrowed(spans.decade(number), f["stage"] or f.groups.get("stage2") or ""),
        "the decade as written",
    )


def _century(f: Found, _: Anchor, words: DateWords) -> Reading:
    written = f["c"]
    number = words.ordinals.get(written) or int(written[:-2])
    return dated(spans.narrowed(spans.century(number), f["stage"]), "the century as written")


def _quarter(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    ordinal = f["ord"]
    number = words.ordinals.get(ordinal) or (4 if ordinal in ("final", "last") else int(ordinal[0]))
    if not 1 <= number <= 4:
        raise ValueError(ordinal)
    year = _year_named(f["of"], anchor)
    if year is None:
        return undated(f"XXXX-Q{number}", UNKNOWN, precision="quarter")
    if f["what"] == "half":
        if number > 2:
            raise ValueError(ordinal)
        return dated(spans.half(year, number), "half of the year named")
    if not f["of"] and anchor.day and not anchor.future and spans.quarter(year, number).start > anchor.day:
        year -= 1
    return dated(spans.quarter(year, number), "the quarter named")


def _year_end(f: Found, anchor: Anchor, _: DateWords) -> Reading:
    year = _year_named(f["y"], anchor)
    if year is None:
        return undated("XXXX", UNKNOWN, precision="year")
    return dated(spans.narrowed(spans.year(year), "end"), "the end of the year named")


def _year_named(written: str, anchor: Anchor) -> int | None:
    """A year in digits, or "the year", "this year", "last year", "next year", or that of publication."""
    if written.isdigit():
        return int(written)
    if anchor.day is None:
        return None
    return anchor.day.year + direction(written.split()[0] if written else "this")


def _season(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    found = words.seasons[f["s"]]
    stage = f["stage"] or (f.groups.get("stage2") or "")
    year = _year_named(f["y"], anchor)
    if year is None:
        return undated(f"XXXX-{found.timex}", UNKNOWN, precision="season")
    held = spans.season(year, found.timex, found.first, found.last)
    return dated(spans.narrowed(held, stage), "the season of the year named")


def _ref_season(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    found, day = words.seasons[f["s"]], anchor.day
    if day is None:
        return undated(f"XXXX-{found.timex}", UNKNOWN, precision="season")
    runs = [spans.season(y, found.timex, found.first, found.last) for y in range(day.year - 2, day.year + 3)]
    if f["ref"] in ("same", "that"):
        if anchor.previous is None:
            return undated(f"XXXX-{found.timex}", "of a year that the text does not name", precision="season")
        year = anchor.previous.start.year
        held = spans.season(year, found.timex, found.first, found.last)
        return dated(spans.narrowed(held, f["stage"]), f"of {year}, the year last named")
    if (near := _season_beside(f["ref"], found, anchor.previous)) is not None:
        return dated(spans.narrowed(near, f["stage"]), "counted from the time last named")
    way = direction(f["ref"]) if f["ref"] else (1 if anchor.future else 0)
    if way < 0:
        held = max((r for r in runs if r.end < day), key=lambda r: r.start)
    elif way > 0:
        held = min(
            (r for r in runs if r.start > day or (not f["ref"] and r.end >= day)), key=lambda r: r.start
        )
    elif f["ref"]:
        held = min(runs, key=lambda r: abs((r.start - day).days) + 365 * (r.start.year != day.year))
    else:
        held = max((r for r in runs if r.start <= day), key=lambda r: r.start)
    return dated(spans.narrowed(held, f["stage"]), "the season counted from publication")


def _season_beside(ref: str, season: Season, base: Days | None) -> Days | None:
    """The season before or after the time last named: "the following spring"."""
    if base is None or ref not in ("following", "previous", "preceding"):
        return None
    years = range(base.start.year - 1, base.start.year + 3)
    return beside(ref, base, (spans.season(y, season.timex, season.first, season.last) for y in years))


def _named_day(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    found = words.named_days[f["name"]]
    written = f["y"] or str(found.year or "")
    year, reason = _year_of(written, anchor, found.on)
    if year is None:
        day = found.on(2000).isoformat()[4:] if found.weekday is None and found.easter is None else "-XX-XX"
        return undated("XXXX" + day, UNKNOWN, precision="day")
    return dated(spans.day(found.on(year)), f"a day with a name; {reason}")


READERS: dict[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month": _day_month,
    "month_day": _day_month,
    "month_year": _month_year,
    "month": _month,
    "year_range": _year_range,
    "year": _year,
    "fiscal": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "year_end": _year_end,
    "season": _season,
    "ref_season": _ref_season,
    "bare_season": _ref_season,
    "named_day": _named_day,
}
