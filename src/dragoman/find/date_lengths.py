"""Lengths of time, times that come again, times without a date, and clock times."""

from __future__ import annotations

import re
from datetime import timedelta

from dragoman.find.date_patterns import Found
from dragoman.find.date_reading import UNKNOWN, Anchor, Reader, Reading, undated
from dragoman.find.date_spans import Days
from dragoman.find.date_words import DateWords


def count_of(written: str, words: DateWords) -> float | None:
    """How many: digits or number words; None for "several" and the like."""
    if not written or written in words.vague_numbers:
        return None
    if written in words.numbers:
        return words.numbers[written]
    if "-" in written and not written[0].isdigit():
        return sum(words.numbers[part] for part in written.split("-"))
    return float(written.replace(",", ""))


_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SMALL_HOURS, _LATE_HOURS = 6, frozenset({"20", "21", "22", "23"})
_HALVES = {"hour": "PT30M", "year": "P6M", "day": "PT12H", "decade": "P5Y", "century": "P50Y"}


def length(count: float | None, unit: str, words: DateWords) -> str:
    """A duration as TIMEX3 writes it: ``P3D``, ``PT2H``, ``PXY``."""
    letter = next(u.timex for u in words.units.values() if u.name == unit)
    if unit == "fortnight" and count is not None:
        count *= 2
    if count == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    number = "X" if count is None else f"{count:g}"
    return f"P{letter[0]}{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"


def _duration(f: Found, _: Anchor, words: DateWords) -> Reading | None:
    written, name = f["n"], f["unit"]
    unit = words.units[name].name
    if unit == "second" and (name == "second" or written in ("a", "an", "one")):
        return None  # "a second attack"
    if written in ("many", "some", "various") and name == unit:
        return None  # "many a day", "some day"
    if " - " in (f.groups["gap"] or "") or "\n" in (f.groups["gap"] or ""):
        return None  # "1972 - Year that …"
    if unit == "hour" and re.fullmatch(r"[012][0-9]{3}", written):
        return None  # "at 1800 hours" is a time of day
    if unit == "quarter" and (written in ("a", "one", "three") or written in words.vague_numbers):
        return None  # "a quarter of the seats"
    count = count_of(written, words)
    if name == unit and count not in (None, 0.5, 1.0) and "-" not in (f.groups["gap"] or ""):
        return None  # "the 2018 day of games"
    if count is not None and (f["half"] or f["half2"]):
        count += 0.5
    return undated(
        length(count, unit, words), "a length of time, not a date", kind="duration", precision=unit
    )


def _lengths(f: Found, _: Anchor, words: DateWords) -> Reading:
    if f["unit"] == "moments":
        return undated("PTXS", "a length of time, not a date", kind="duration", precision="second")
    unit = words.units[f["unit"]].name
    return undated(length(None, unit, words), "a length of time, not a date", kind="duration", precision=unit)


def _long(f: Found, _: Anchor, words: DateWords) -> Reading:
    unit = words.units[f["unit"]].name
    count = None if f.groups.get("unit", "").endswith("s") else 1.0  # type: ignore[union-attr]
    return undated(
        length(count, unit, words), "a length of time, not a date", kind="duration", precision=unit
    )


def _set(f: Found, _: Anchor, words: DateWords) -> Reading:
    name = f["unit"].rstrip(".")
    reason = "a time that comes again and again"
    if name in words.units:
        count = 2.0 if f["other"] else count_of(f["n"] or "one", words)
        return undated(length(count, words.units[name].name, words), reason, kind="set")
    if name in words.weekdays:
        return undated(f"XXXX-WXX-{words.weekdays[name]}", reason, kind="set")
    if name in words.months:
        return undated(f"XXXX-{words.months[name]:02d}", reason, kind="set")
    if name in words.parts_of_day:
        return undated(f"XXXX-XX-XX{words.parts_of_day[name]}", reason, kind="set")
    return undated(f"XXXX-{words.seasons[name].timex}", reason, kind="set")


def _recurring(f: Found, _: Anchor, words: DateWords) -> Reading:
    return undated(words.recurring[f["word"]], "a time that comes again and again", kind="set")


def _vague(f: Found, _: Anchor, words: DateWords) -> Reading:
    word = f["word"]
    if word in words.present:
        return undated("PRESENT_REF", "the present, without a date")
    past = word in words.past
    return undated(
        "PAST_REF" if past else "FUTURE_REF", f"the {'past' if past else 'future'}, without a date"
    )


def _clock(f: Found, anchor: Anchor, words: DateWords) -> Reading | None:
    hour, minute = _hour(f)
    zone = words.zones.get((f["zone"] or f["zone2"]).upper()) if f["zone"] or f["zone2"] else None
    offset = "" if zone is None else _offset(zone)
    clock = f"T{hour:02d}:{minute:02d}"
    held = anchor.previous if anchor.previous and anchor.previous.precision == "day" else None
    day = held.start if held else anchor.day
    if held and hour < _SMALL_HOURS and small_hours(held):
        day = held.start + timedelta(days=1)
    if day is None:
        return undated(f"XXXX-XX-XX{clock}", UNKNOWN, kind="time", precision="minute")
    stamp = day.isoformat() + clock
    reason = "at the clock time given" + (
        f" ({f['zone'] or f['zone2']})".upper() if offset else ", zone not said"
    )
    return Reading(stamp + offset, stamp + offset, "minute", "time", stamp, reason)


def small_hours(told: Days) -> bool:
    """Whether an hour before dawn is of the next day, since the time named last was a late one of its own."""
    hour = told.timex.partition("T")[2]
    return hour == "NI" or hour[:2] in _LATE_HOURS


def _hour(f: Found) -> tuple[int, int]:
    """Hour and minute in 24 hours."""
    if f["noon"]:
        return (12 if f["noon"] == "noon" else 0), 0
    if f["h4"]:
        hour = int(f["h4"]) if f["h4"].isdigit() else _HOURS.index(f["h4"]) + 1
        late = f["part4"] in ("afternoon", "evening") or (f["part4"] == "night" and hour > 5)
        return hour % 12 + (12 if late else 0), 0
    hour = int(f["h"] or f["h2"] or f["h3"])
    minute = int(f["min"] or f["min2"] or f["min3"] or 0)
    if f["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if f["half"] == "p" else 0)
    return hour, minute


def _offset(hours: float) -> str:
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def _age(f: Found, _: Anchor, words: DateWords) -> Reading:
    unit = words.units[f["unit"]].name
    return undated(length(count_of(f["n"], words), unit, words), "an age", kind="duration", precision=unit)


def _half(f: Found, _: Anchor, __: DateWords) -> Reading:
    return undated(_HALVES[f["unit"]], "a length of time, not a date", kind="duration", precision=f["unit"])


def _nothing(_: Found, __: Anchor, ___: DateWords) -> None:
    """A bare number of years is not read as a time of the news."""


READERS: dict[str, Reader] = {
    "set": _set,
    "recurring": _recurring,
    "vague": _vague,
    "clock": _clock,
    "age": _age,
    "no_time": _nothing,
    "half_hour": _half,
    "duration": _duration,
    "lengths": _lengths,
    "long": _long,
}
