"""Times counted from publication or from the time last named: "Tuesday", "last week", "two years ago"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.find import date_spans as spans
from dragoman.find.date_beside import weekday_beside
from dragoman.find.date_lengths import count_of, length, small_hours
from dragoman.find.date_patterns import Found
from dragoman.find.date_reading import UNKNOWN, Anchor, Reader, Reading, dated, direction, undated
from dragoman.find.date_spans import Days
from dragoman.find.date_words import DateWords
from dragoman.values import changed

_LATER = frozenset({"later", "afterward", "afterwards", "after", "after that", "from now", "hence"})
_ORDER = ("day", "night", "weekend", "week", "fortnight", "month", "quarter", "season", "half", "year",
          "decade", "century")  # fmt: skip
_CALENDAR = {"week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight"}

# "Called for talks on Monday" is of the Monday just past for so many days, and then of the one to come.
_JUST_TOLD = 2


def _weekday(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    number = words.weekdays[f["w"].rstrip(".")]
    if (beside := weekday_beside(f["ref"], number, anchor.previous)) is not None:
        return _with_part(beside, f["part"], "counted from the time last named", words)
    if anchor.day is None:
        return undated(f"XXXX-WXX-{number}", UNKNOWN, precision="day")
    way = direction(f["ref"] or f["post"])
    back = (anchor.day.isoweekday() - number) % 7
    ahead = -back % 7
    if way < 0:
        offset, reason = -(back or 7), "the last one before publication"
    elif way > 0:
        offset, reason = ahead or 7, "the first one after publication"
    elif anchor.near and not f["ref"]:
        offset = -back if back <= _JUST_TOLD else ahead
        reason = "the coming one, unless just past, since it may be of what is to come"
    elif anchor.future or f["ref"] == "this":
        offset, reason = ahead, "the coming one, since the clause looks ahead"
    else:
        offset, reason = -back, "the most recent one up to publication"
    held = spans.day(anchor.day + timedelta(days=offset))
    return _with_part(held, f["part"], reason, words)


def _with_part(held: Days, part: str, reason: str, words: DateWords) -> Reading:
    if not part:
        return dated(held, reason)
    letter = words.parts_of_day[part]
    return dated(held, reason, kind="time", timex=held.timex + letter)


_DEICTIC = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "overnight": 0,
            "the day before yesterday": -2, "the day after tomorrow": 2}  # fmt: skip


def _deictic(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    part = f["part"] or {"tonight": "night", "overnight": "night"}.get(f["day"], "")
    if anchor.day is None:
        return undated("XXXX-XX-XX", UNKNOWN, precision="day", kind="time" if part else "date")
    held = spans.day(anchor.day + timedelta(days=_DEICTIC[f["day"]]))
    return _with_part(held, part, "counted from the day of publication", words)


def _part(f: Found, anchor: Anchor, words: DateWords) -> Reading | None:
    letter = words.parts_of_day[f["part"]]
    base = _anaphoric_base(f["ref"], anchor)
    if base is None:
        # TIMEX3 counts from the day of publication what the text leaves open; the record does not.
        day = anchor.day.isoformat() if anchor.day else "XXXX-XX-XX"
        return undated(day + letter, "on a day that the text does not name", kind="time", precision="day")
    offset = {"last": -1, "the previous": -1, "the following": 1, "the next": 1}.get(f["ref"], 0)
    held = spans.day(base + timedelta(days=offset))
    return _with_part(held, f["part"], "counted from the day spoken of", words)


def _anaphoric_base(ref: str, anchor: Anchor) -> date | None:
    """The day that "that", "the same", "the next" count from: the one last named; else publication."""
    if ref in ("this", "last", "next", "current", "past", "coming"):
        return anchor.day
    return anchor.previous.start if anchor.previous and anchor.previous.precision == "day" else None


def _ref_unit(f: Found, anchor: Anchor, words: DateWords) -> Reading | None:
    unit, ref = f["unit"], f["ref"]
    if unit in ("day", "night") and ref in ("last", "past", "this", "current", "coming", "upcoming"):
        return None if ref != "last" or unit == "day" else _with_part_last_night(anchor, words)
    if ref in ("same", "that", "following", "previous", "preceding") or (f["the"] and ref == "next"):
        return _anaphoric(ref, unit, anchor)
    if anchor.day is None:
        return undated("XXXX", UNKNOWN, precision=unit)
    if f["the"] and ref in ("past", "last", "coming"):
        return _window(anchor.day, direction(ref), 1, unit, words)
    if unit == "weekend" and (anchor.future or anchor.near) and direction(ref) == 0:
        held = spans.weekend(anchor.day)  # "will meet this weekend", written before it
    else:
        held = _calendar(anchor.day, unit, direction(ref))
    return _staged(held, f["stage"], anchor.day, "counted from the day of publication")


def _with_part_last_night(anchor: Anchor, words: DateWords) -> Reading:
    if anchor.day is None:
        return undated("XXXX-XX-XXTNI", UNKNOWN, kind="time", precision="day")
    return _with_part(
        spans.day(anchor.day - timedelta(days=1)), "night", "the night before publication", words
    )


def _calendar(day: date, unit: str, way: int) -> Days:
    """The calendar unit of a day, or the one before or after it."""
    if unit == "weekend":
        return spans.weekend(day + timedelta(days=7 * way - (7 if way == 0 and day.isoweekday() < 5 else 0)))
    if unit == "quarter":
        return spans.quarter(day.year, (day.month + 2) // 3 + way)
    if unit == "century":
        return spans.century(day.year // 100 + 1 + way)
    return spans.shifted(day, unit, way)


def _staged(held: Days, stage: str, day: date, reason: str) -> Reading:
    """*Earlier this year* ends at publication, *later* begins there; *early* and *late* narrow."""
    if stage == "earlier" and held.start <= day <= held.end:
        held = changed(held, end=day)
    elif stage == "later" and held.start <= day <= held.end:
        held = changed(held, start=day)
    else:
        held = spans.narrowed(held, stage)
    return dated(held, reason)


def _anaphoric(ref: str, unit: str, anchor: Anchor) -> Reading:
    """As in "the same day", "the following week", "that year": counted from the time last named."""
    base = anchor.previous
    if base is None:
        if ref in ("following", "previous", "preceding", "next") and anchor.day and unit in _CALENDAR:
            held = _calendar(anchor.day, unit, direction(ref))
            return dated(held, "no earlier date is named, so it is counted from publication")
        day = anchor.day if unit in ("day", "night") and direction(ref) else None
        timex = spans.shifted(day, "day", direction(ref)).timex if day else "XXXX"
        return undated(timex, "counted from a time that the text does not date", precision=unit)
    held = (
        _calendar(base.start, unit, direction(ref))
        if unit not in ("day", "night")
        else (spans.shifted(base.start, "day", direction(ref)))
    )
    if base.precision not in ("day", unit) and unit in ("day", "night", "week", "month"):
        return undated("XXXX", "counted from a time that is known too roughly", precision=unit)
    return dated(held, f"counted from {base.start.isoformat()}, the time last named")


def _next_day(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    return _anaphoric("next" if f["dir"] in ("after", "later") else "previous", f["unit"], anchor)


def _bare_unit(f: Found, anchor: Anchor, _: DateWords) -> Reading:
    """As in "for the year", "in the quarter": the one last named, else that of publication.

    A quarter that is reported on is over: the last one that was.
    """
    unit = f["unit"]
    held = anchor.previous
    if held is not None and held.precision == unit and f["ref"] == "the" and unit != "year":
        return dated(held, f"the {unit} last named")
    if anchor.day is None:
        return undated("XXXX", UNKNOWN, precision=unit)
    way = -1 if unit == "quarter" or (f["ref"] != "the" and unit != "year") else 0
    held = spans.day(anchor.day) if unit == "day" else _calendar(anchor.day, unit, way)
    return dated(held, f"the {unit} that the report is about")


def _year_earlier(f: Found, anchor: Anchor, _: DateWords) -> Reading:
    """As in "year-earlier profit", "the year-ago quarter": a year before what is spoken of."""
    if anchor.day is None:
        return undated("XXXX", UNKNOWN, precision="year")
    base = anchor.previous
    unit = f["base"]
    if f["unit"] == "quarter" or (base is not None and base.precision == "quarter" and unit == "year"):
        quarter = (
            base if base is not None and base.precision == "quarter" else _calendar(anchor.day, "quarter", -1)
        )
        return dated(
            spans.quarter(quarter.start.year - 1, (quarter.start.month + 2) // 3),
            "a year before the quarter spoken of",
        )
    held = _calendar(anchor.day, unit, -1) if unit != "day" else spans.shifted(anchor.day, "day", -1)
    return dated(held, f"the {unit} before that of publication")


def _in_part(f: Found, anchor: Anchor, words: DateWords) -> Reading:
    """As in "in the morning": of the day last named; without one, TIMEX3 has it on the day of publication."""
    letter = words.parts_of_day[f["part"]]
    base = anchor.previous
    if base is not None and base.precision == "day":
        later = timedelta(days=1 if f["part"] == "dawn" and small_hours(base) else 0)
        return _with_part(spans.day(base.start + later), f["part"], "on the day last named", words)
    day = anchor.day.isoformat() if anchor.day else "XXXX-XX-XX"
    return undated(day + letter, "on a day that the text does not name", kind="time", precision="day")


def _weekend(f: Found, anchor: Anchor, _: DateWords) -> Reading:
    if anchor.day is None:
        return undated("XXXX-WXX-WE", UNKNOWN, precision="weekend")
    way = 1 if anchor.future and anchor.day.isoweekday() > 5 else 0
    held = spans.weekend(anchor.day) if anchor.future else _calendar(anchor.day, "weekend", way)
    return dated(held, "the weekend nearest to publication on the side of the tense")


def _stage_unit(f: Found, anchor: Anchor, _: DateWords) -> Reading:
    if anchor.day is None:
        return undated("XXXX", UNKNOWN, precision=f["unit"])
    held = spans.narrowed(_calendar(anchor.day, f["unit"], 0), f["stage"])
    return dated(held, "of the time of publication")


def _ref_count(f: Found, anchor: Anchor, words: DateWords) -> Reading | None:
    unit, count = words.units[f["unit"]].name, count_of(f["n"], words)
    if anchor.day is None:
        return undated(length(count, unit, words), UNKNOWN, kind="duration", precision=unit)
    if count is None:
        way = "past" if direction(f["ref"]) < 0 else "future"
        return undated(
            length(None, unit, words),
            f"in the {way}, for how long is not said",
            kind="duration",
            precision=unit,
        )
    return _window(anchor.day, direction(f["ref"]), count, unit, words)


def _window(day: date, way: int, count: float, unit: str, words: DateWords) -> Reading:
    """A stretch that ends or begins with the day of publication."""
    edge = spans.moved_back(day, unit, way * count)
    start, end = (edge, day) if way < 0 else (day, edge)
    return Reading(
        start.isoformat(), end.isoformat(), unit, "duration", length(count, unit, words),
        "the stretch up to publication" if way < 0 else "the stretch from publication on",
    )  # fmt: skip


def _ago(f: Found, anchor: Anchor, words: DateWords) -> Reading | None:
    unit, count = words.units[f["unit"]].name, count_of(f["n"], words)
    way = 1 if f["dir"] in _LATER else -1
    base = anchor.day
    reason = "counted back from publication" if way < 0 else "counted on from publication"
    if f["dir"] not in ("ago", "from now", "hence"):
        if anchor.previous is None and (way > 0 or f["dir"] != "earlier"):
            return undated(
                length(count, unit, words), "counted from a time that the text does not date", precision=unit
            )
        if anchor.previous is not None:
            base, reason = (
                anchor.previous.start,
                f"counted from {anchor.previous.start.isoformat()}, the time last named",
            )
    if base is None:
        return undated("XXXX", UNKNOWN, precision=unit)
    if count is None:
        return undated(
            "PAST_REF" if way < 0 else "FUTURE_REF", f"how many {unit}s is not said", precision=unit
        )
    if "and a half" in (f["n"] + " ") or count == 0.5:
        count = count if count == 0.5 else count + 0.5
    if f["dir"] not in ("ago", "from now", "hence") and anchor.previous is not None:
        moved = _moved(anchor.previous, unit, way * count)
        if moved is not None:
            return moved
    if (f["exact"] or f["day"]) and unit in ("week", "month", "year", "decade"):
        return dated(spans.day(spans.moved_back(base, unit, way * count)), f"{reason}, to the day")
    held = spans.shifted(base, unit, way * count)
    return dated(held, reason, kind="time" if unit in ("hour", "minute", "second") else "date")


def _moved(base: Days, unit: str, count: float) -> Reading | None:
    """The time so long after another that is known less exactly than the length: as wide as that other."""
    exact = unit in ("hour", "minute", "second")
    if base.precision == "day" or (not exact and _ORDER.index(base.precision) < _ORDER.index(unit)):
        if unit == "decade":  # a decade after 1992 is about 2002, and not all of the next decade
            return dated(spans.year(base.start.year + round(10 * count)), f"a decade from {base.timex}")
        return None
    if base.precision == unit:
        return None
    start, end = (spans.moved_back(edge, unit, count) for edge in (base.start, base.end))
    reason = f"counted from {base.timex}, the time last named, which is no more exact than a {base.precision}"
    return Reading(start.isoformat(), end.isoformat(), base.precision, "date", "XXXX", reason)


READERS: dict[str, Reader] = {
    "weekday": _weekday,
    "deictic": _deictic,
    "part": _part,
    "in_part": _in_part,
    "bare_unit": _bare_unit,
    "year_earlier": _year_earlier,
    "ref_unit": _ref_unit,
    "next_day": _next_day,
    "weekend": _weekend,
    "stage_unit": _stage_unit,
    "ref_count": _ref_count,
    "ago": _ago,
}
