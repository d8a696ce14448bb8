"""The dateline: where, when and by which agency a report was filed, at the head of its first paragraph.

``BELGRADE, Nov 21 (Reuters) -``, ``KYIV, Ukraine (AP) —``, ``Geneva, 3 March 2021 –``,
``MOSCOW, January 5. /TASS/.``, ``RIYADH: The …``, ``[Nairobi] The …``. It may have a line of its own:
``Suva, 4 May 2021 (Pacific Desk)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.codebook.openings import openings
from dragoman.record import Span
from dragoman.text.written_dates import month_number, written_dates

_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's characters (with its closing dash), its place, date and agency as far as it has them.

    ``day`` and ``month`` come together; ``year`` only where it is written.
    """

    span: Span
    place: Span | None = None
    agency: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def date(self, anchor: date | None = None) -> date | None:
        """The full date; a missing year is that which brings it nearest to ``anchor``, within half a year."""
        if self.day is None or self.month is None:
            return None
        years = [self.year] if self.year else [anchor.year + n for n in (-1, 0, 1)] if anchor else []
        days = [day for year in years if (day := _date(year, self.month, self.day))]
        if anchor is None or self.year:
            return days[0] if days else None
        return min(days, key=lambda day: abs(day - anchor), default=None)


def dateline(words: str) -> Dateline | None:
    """The dateline that opens a paragraph, with offsets into that paragraph, or None."""
    for form in _forms():
        match = form.match(words[:_LONGEST])
        if match and _is_dateline(match, words):
            return _read(match)
    return _alone(words)


def _alone(words: str) -> Dateline | None:
    """A dateline that is a line of its own, which has no dash to close it but has a day and a month."""
    match = _line().fullmatch(words.strip()) if len(words) <= _LONGEST else None
    found = _read(match) if match else None
    return found if found and found.month else None


def _is_dateline(match: re.Match[str], words: str) -> bool:
    """Whether a match is a dateline rather than the start of a sentence with a dash in it."""
    groups = match.groupdict()
    place, rest = groups.get("place") or "", words[match.end() :].lstrip()
    if groups.get("agency") or groups.get("when"):
        return bool(rest)
    rubrics = openings().rubrics
    if place.split(",")[0].strip().upper() in rubrics or place.split(" ")[0] in rubrics:
        return False
    sentence_starts = bool(rest) and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"‘'«[")
    return sentence_starts and len(rest.split()) >= 6


def _read(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    when = groups.get("when") or ""
    day, month, year = _parts(when)
    return Dateline(
        span=Span(0, match.end()),
        place=Span(*match.span("place")) if groups.get("place") else None,
        agency=(groups.get("agency") or "").strip() or None,
        day=day,
        month=month,
        year=year,
    )


def _parts(when: str) -> tuple[int | None, int | None, int | None]:
    """Day, month and year of a dateline's date, which may lack the year."""
    whole = written_dates(when)
    if whole and whole[0].day:
        found = whole[0].day
        return found.day, found.month, found.year
    month = next((n for word in re.findall(r"[^\W\d_]+", when) if (n := month_number(word))), None)
    days = [int(n) for n in re.findall(r"\d+", when) if 1 <= int(n) <= 31]
    return (days[0], month, None) if month and days else (None, None, None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The shapes of a dateline that opens a paragraph, the surest first."""
    return _shapes()[:-1]


def _line() -> re.Pattern[str]:
    """The shape of a dateline that has a line of its own."""
    return _shapes()[-1]


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """All shapes; the last is that of a line."""
    capitals = r"[A-Z\u00c0-\u00de\u0410-\u042f][A-Z\u00c0-\u00de\u0410-\u042f.'’-]+"
    upper = rf"{capitals}(?:[ /]{capitals}){{0,4}}"
    title = r"[A-Z\u00c0-\u00de][\w.'’-]+(?:[ /-](?:of|de|al|el|and|the|[A-Z\u00c0-\u00de][\w.'’-]+)){0,3}"
    region = r"(?:, (?!\d)[A-Z\u00c0-\u00de][\w.'’-]+(?: [A-Z\u00c0-\u00de][\w.'’-]+){0,2}){0,2}?"
    month = r"[^\W\d_]{3,9}\.?"
    weekday = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    when = rf"{weekday}(?:{month} {day}|{day} {month}|\d{{1,2}}[./]\d{{1,2}}[./])(?:,? ?\d{{4}})?"
    place = rf"(?P<place>{upper}{region}|{title}{region})"
    agency = r"\((?P<agency>[A-Z][\w&./’' -]{1,40})\)"
    slashed = r"/ ?(?P<agency>[A-Z][\w .-]{1,20}?) ?/\.?"
    dash = r"\s?(?:[–—―]|--?-?|:)\s?"
    # One shape a line: place, date and agency, each where it may stand.
    return tuple(
        re.compile(shape)
        for shape in (
            rf"{place}(?:,? \(?(?P<when>{when})\)?)?[,.]? {agency}{dash}",
            rf"{place},? {agency},? \(?(?P<when>{when})\)?{dash}",
            rf"{place}(?:, (?P<when>{when}))?[.,]? {slashed}\s?(?:[–—-]+\s)?",
            rf"{place},? \(?(?P<when>{when})\)?\s?(?:[–—―]|--?|:)\s?",
            rf"{agency}\s?(?:[–—―]|--?)\s?",
            rf"(?P<place>{upper}{region})(?:\s[–—―]|\s?--|\s-|[–—])\s?",
            rf"(?P<place>{title}{region})\s(?:[–—―]|--)\s",
            r"(?P<place>[A-Z\u00c0-\u00de]{4,}(?:[ /][A-Z\u00c0-\u00de]{2,}){0,2}): ",
            r"\[(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})\]\s",
            rf"{place}, \(?(?P<when>{when})\)?(?:,? {agency})?[.,]?",
        )
    )
