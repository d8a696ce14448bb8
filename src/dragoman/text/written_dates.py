"""Read the dates that a page or a capture writes out: ``21 Nov, 2023 16:35 GMT``, ``2021年3月3日``.

Only whole dates count (day, month, year). Month names come from ``codebooks/languages/months.yaml``.
A numeric date whose day and month could be swapped (``03/04/2021``) is kept with both readings; who
knows more may choose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache

from dragoman.codebook.yamlfile import load_yaml
from dragoman.record import Span
from dragoman.text.languages import FOLDER

# Zone abbreviations that mean one offset in newsrooms; CST, IST and BST mean several and are left out.
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "est": -5, "edt": -4, "et": None, "pst": -8, "pdt": -7, "cet": 1, "cest": 2,
    "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9, "sgt": 8, "hkt": 8, "pkt": 5, "aest": 10,
}  # fmt: skip
_TIME = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:h.](\d\d)(?:[:.](\d\d)(?:\.\d+)?)?)?\s?([ap]\.?m\.?)?"
    r"\s?\(?(utc|gmt|z|[a-z]{2,4})?\s?(?:([+-])(\d{1,2})(?::?(\d\d))?)?(?![\d:])",
    re.IGNORECASE,
)
_NEAR = 24
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-]|\.\d)")
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])((?:1[89]|2[0-5])\d\d)\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d/-]|\.\d)"
)
_EAST_ASIAN = re.compile(
    r"(令和|平成|民國|民国)?\s?(?<!\d)(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"
)
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2}),?(?: năm)? (\d{4})", re.IGNORECASE)
# The year before the first of an era: Reiwa, Heisei, the Republic of China.
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_BUDDHIST = 543
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A whole date as written: its readings (two if day and month could be swapped), where, and the clock.

    ``moment`` is set where a time of day stands beside the date with a zone that means one offset.
    """

    readings: tuple[date, ...]
    span: Span
    moment: datetime | None = None

    @property
    def day(self) -> date | None:
        """The date, where it has one reading only."""
        return self.readings[0] if len(self.readings) == 1 else None

    def iso(self) -> str | None:
        """The moment, else the day, as ISO 8601; None where the date is ambiguous."""
        if self.moment is not None:
            return self.moment.isoformat()
        return self.day.isoformat() if self.day else None

    def nearest(self, anchor: date) -> date:
        """The reading nearest to a date known otherwise."""
        return min(self.readings, key=lambda day: abs(day - anchor))


def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """All whole dates of a text in order, none overlapping another."""
    plain = _western_digits(text)
    taken: list[WrittenDate] = []
    for readings, span in _candidates(plain):
        if readings and not any(span.overlaps(other.span) for other in taken):
            moment = _moment(plain, readings[0], span) if len(readings) == 1 else None
            taken.append(WrittenDate(readings, span, moment))
    return tuple(sorted(taken, key=lambda found: found.span))


def month_number(word: str) -> int | None:
    """The month that a word names in some language (1 to 12), or None."""
    return _months().get(word.lower().rstrip("."))


def _candidates(text: str) -> Iterator[tuple[tuple[date, ...], Span]]:
    for match in _EAST_ASIAN.finditer(text):
        number = "1" if match[2] == "元" else match[2]
        year = f"{int(number) + _ERAS[match[1]]}" if match[1] else number
        yield (_readings((year, match[3], match[4])) if len(year) == 4 else ()), Span(*match.span())
    for match in _VIETNAMESE.finditer(text):
        yield _readings((match[3], match[2], match[1])), Span(*match.span())
    for match in _YEAR_FIRST.finditer(text):
        yield _readings((match[1], match[3], match[4])), Span(*match.span())
    day_first, month_first, year_first, latvian = _named()
    for match in day_first.finditer(text):
        yield _readings((match[3], match[2], match[1])), Span(*match.span())
    for match in month_first.finditer(text):
        yield _readings((match[3], match[1], match[2])), Span(*match.span())
    for match in year_first.finditer(text):
        yield _readings((match[1], match[2], match[3])), Span(*match.span())
    for match in latvian.finditer(text):
        yield _readings((match[1], match[3], match[2])), Span(*match.span())
    for match in _NUMERIC.finditer(text):
        day, month, year = match[1], match[3], match[4]
        swapped = () if match[2] == "." else _readings((year, day, month))
        yield tuple(dict.fromkeys((*_readings((year, month, day)), *swapped))), Span(*match.span())


def _readings(parts: tuple[str, str, str]) -> tuple[date, ...]:
    """The date of a year, month (number or name) and day, or nothing if there is no such day."""
    year = int(parts[0]) + (2000 if len(parts[0]) == 2 else 0)
    month = int(parts[1]) if parts[1].isdigit() else month_number(re.sub(r"\s+", "_", parts[1])) or 0
    if year - _BUDDHIST > 1950:
        year -= _BUDDHIST
    try:
        return (date(year, month, int(parts[2])),) if _FIRST_YEAR <= year <= _LAST_YEAR else ()
    except ValueError:
        return ()


def _moment(text: str, day: date, span: Span) -> datetime | None:
    """The time of day with its zone that stands just after a date, or just before it."""
    after = text[span.end : span.end + _NEAR]
    before = text[max(0, span.start - _NEAR) : span.start]
    for stretch in (after, before):
        for match in _TIME.finditer(stretch):
            found = _clock(match)
            if found:
                return datetime.combine(day, found)
    return None


def _clock(match: re.Match[str]) -> time | None:
    hour, minute, second, half, zone = match.groups()[:5]
    if minute is None and half is None:
        return None
    number = int(hour) % 12 + (12 if half[0] in "pP" else 0) if half else int(hour)
    shift = _shift(zone, match[6], int(match[7] or 0), int(match[8] or 0))
    try:
        return None if shift is None else time(number, int(minute or 0), int(second or 0), tzinfo=shift)
    except ValueError:
        return None


def _shift(zone: str | None, sign: str | None, hours: int, minutes: int) -> timezone | None:
    """The offset of ``+03:00``, ``GMT+3`` or ``EST``; None where it is missing or means several."""
    named = _ZONES.get((zone or "utc").lower())
    if sign and named == 0 and hours < 15 and minutes < 60:
        east = timedelta(hours=hours, minutes=minutes)
        return timezone(-east if sign == "-" else east)
    return None if zone is None or named is None or sign else timezone(timedelta(hours=named))


@cache
def _months() -> dict[str, int]:
    """Every form of every month name with its number; forms that mean two months are left out."""
    found: dict[str, int] = {}
    clashing: set[str] = set()
    for node in load_yaml(FOLDER / "months.yaml").mapping().values():
        for number, forms in enumerate(node.texts(), start=1):
            for form in forms.lower().split():
                if found.setdefault(form, number) != number:
                    clashing.add(form)
    # Listopada is October in Zagreb and November in Warsaw: such words are left out.
    return {form: number for form, number in found.items() if form not in clashing}


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """Dates with a month's name: day first, month first, year first, and the Latvian year, day, month."""
    forms = sorted((re.escape(form).replace("_", r"\s") for form in _months()), key=len, reverse=True)
    month = rf"(?<!\w)({'|'.join(forms)})\.?(?!\w)"
    day, year = r"(?<![\d.,/-])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?", r"(\d{4})(?!\d)"
    gap = r"[\s,./-]*(?:(?:de|del|of|ta['’])\s)?"
    return (
        re.compile(rf"{day}[\s./-]*(?:(?:de|of|d['’])\s)?{month}{gap}{year}", re.IGNORECASE),
        re.compile(rf"{month}[\s./-]*{day}{gap}{year}", re.IGNORECASE),
        re.compile(rf"(?<!\d){year}[\s,./-]*(?:m\.\s)?{month}[\s./-]*(\d{{1,2}})(?!\d)", re.IGNORECASE),
        re.compile(rf"(?<!\d){year}\. gada {day}[\s./-]*{month}", re.IGNORECASE),
    )


def _western_digits(text: str) -> str:
    """The text with the decimal digits of every script written 0 to 9; no character is added or lost."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text)
