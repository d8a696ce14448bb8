"""The words of news time, read once from ``codebooks/dates.yaml`` into a frozen lexicon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from dragoman.codebook.yamlfile import Fields, Node, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "dates.yaml"
T = TypeVar("T")
RELATIONS = ("since", "until", "before", "after", "by")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: its singular name and its letter in ISO 8601 and TIMEX3."""

    name: str
    timex: str


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its first and last month; one that runs over New Year has ``last < first``."""

    timex: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day with a name; ``year`` is given for those that happened once.

    It is the ``day`` of a month, or the ``nth`` of a ``weekday`` in it (-1 is the last), or so many days
    after Easter Sunday (``easter``).
    """

    month: int = 1
    day: int = 1
    year: int | None = None
    weekday: int | None = None
    nth: int = 1
    easter: int | None = None

    def on(self, year: int) -> date:
        """The day in a year."""
        if self.easter is not None:
            return _easter(year) + timedelta(days=self.easter)
        if self.weekday is None:
            return date(year, self.month, self.day)
        first = date(year, self.month, 1)
        ahead = first + timedelta(days=(self.weekday - first.isoweekday()) % 7)
        days = [ahead + timedelta(weeks=n) for n in range(5)]
        return [d for d in days if d.month == self.month][self.nth - (self.nth > 0)]


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of Gauss in the form for all years."""
    golden, century = year % 19, year // 100
    shift = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = shift - (shift // 28) * (1 - (shift // 28) * (29 // (shift + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


@dataclass(frozen=True, slots=True)
class Connectives:
    """Which words carry the time of one event over to another, and which do not."""

    same_time: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    same_time_verbs: frozenset[str]
    light_verbs: frozenset[str]
    bidding: frozenset[str]
    stopping: frozenset[str]
    saying_verbs: frozenset[str]
    future_verbs: frozenset[str]
    parts: frozenset[str]
    at_once: frozenset[str]
    afterwards: frozenset[str]
    arranging: frozenset[str]
    announcing: frozenset[str]
    arranged: frozenset[str]
    deferring: frozenset[str]
    setting: frozenset[str]
    set_for: frozenset[str]
    for_then: frozenset[str]
    another: frozenset[str]
    apart: frozenset[str]
    denouncing: frozenset[str]
    charging: frozenset[str]


@dataclass(frozen=True, slots=True)
class YearWords:
    """The words beside four digits that tell a year from a count."""

    dating: frozenset[str]
    neutral: frozenset[str]
    counts: frozenset[str]
    measures: frozenset[str]
    of_years: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """All that ``dates.yaml`` holds; keys are in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    only_beside_a_number: frozenset[str]
    units: dict[str, Unit]
    seasons: dict[str, Season]
    parts_of_day: dict[str, str]
    named_days: dict[str, NamedDay]
    numbers: dict[str, float]
    vague_numbers: tuple[str, ...]
    ordinals: dict[str, int]
    decades: dict[str, int]
    titles: tuple[str, ...]
    qualifiers: tuple[str, ...]
    present: tuple[str, ...]
    past: tuple[str, ...]
    future: tuple[str, ...]
    recurring: dict[str, str]
    relations: dict[str, str]
    zones: dict[str, float]
    connectives: Connectives
    years: YearWords
    happenings: frozenset[str] = frozenset()
    aftermaths: frozenset[str] = frozenset()


def load_date_words(path: Path = FILE) -> DateWords:
    """Read and check the lexicon.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as fields:
        return DateWords(
            months=_named(fields, "months", _number),
            weekdays=_named(fields, "weekdays", _number),
            only_beside_a_number=_lower(fields, "only-beside-a-number"),
            units=_named(fields, "units", _unit),
            seasons=_named(fields, "seasons", _season),
            parts_of_day=_named(fields, "parts-of-day", lambda f: f.need("timex").text()),
            named_days=_named(fields, "named-days", _named_day),
            numbers=_numbers(fields.need("numbers")),
            vague_numbers=fields.texts("vague-numbers"),
            ordinals={k: int(v) for k, v in _numbers(fields.need("ordinals")).items()},
            decades={k: int(v) for k, v in _numbers(fields.need("decades")).items()},
            titles=fields.need("titles").texts(),
            qualifiers=fields.texts("qualifiers"),
            present=fields.texts("present"),
            past=fields.texts("past"),
            future=fields.texts("future"),
            recurring={k: v.text() for k, v in fields.need("recurring").mapping().items()},
            relations=_relations(fields.need("relations")),
            zones=_numbers(fields.need("zones")),
            connectives=_connectives(fields),
            years=_years(fields.need("years")),
            happenings=_lower(fields, "happenings"),
            aftermaths=_lower(fields, "aftermaths"),
        )


def _named(fields: Fields, key: str, read: Callable[[Fields], T]) -> dict[str, T]:
    """The entries of a list under each of their names."""
    found: dict[str, T] = {}
    for node in fields.need(key).items():
        with Fields(node) as entry:
            names = entry.need("names").texts()
            value = read(entry)
        found.update((name.lower(), value) for name in names)
    return found


def _number(entry: Fields) -> int:
    return int(entry.need("number").number())


def _unit(entry: Fields) -> Unit:
    return Unit(entry.need("name").text(), entry.need("timex").text())


def _season(entry: Fields) -> Season:
    first, last = (int(entry.need(key).number()) for key in ("first", "last"))
    return Season(entry.need("timex").text(), first, last)


def _named_day(entry: Fields) -> NamedDay:
    year, weekday, easter = (entry.number(key) for key in ("year", "weekday", "easter"))
    if easter is not None:
        return NamedDay(easter=int(easter))
    month = int(entry.need("month").number())
    if weekday is not None:
        return NamedDay(month, weekday=int(weekday), nth=int(entry.need("nth").number()))
    return NamedDay(month, int(entry.need("day").number()), int(year) if year else None)


def _numbers(node: Node) -> dict[str, float]:
    return {key: value.number() for key, value in node.mapping().items()}


def _lower(fields: Fields, key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in fields.need(key).texts())


def _relations(node: Node) -> dict[str, str]:
    """From the word before a date to what it makes of it."""
    with Fields(node) as fields:
        return {word: relation for relation in RELATIONS for word in fields.need(relation).texts()}


def _connectives(fields: Fields) -> Connectives:
    with Fields(fields.need("connectives")) as words:
        same_time, after, before = (_lower(words, key) for key in ("same-time", "after", "before"))
    return Connectives(
        same_time,
        after,
        before,
        same_time_verbs=_lower(fields, "same-time-verbs"),
        light_verbs=_lower(fields, "light-verbs"),
        bidding=_lower(fields, "bidding"),
        stopping=_lower(fields, "stopping"),
        saying_verbs=_lower(fields, "saying-verbs"),
        future_verbs=_lower(fields, "future-verbs"),
        parts=_lower(fields, "parts-of-time"),
        at_once=_lower(fields, "at-once"),
        afterwards=_lower(fields, "afterwards"),
        arranging=_lower(fields, "arranging") | _lower(fields, "announcing"),
        announcing=_lower(fields, "announcing"),
        arranged=_lower(fields, "arranged"),
        deferring=_lower(fields, "deferring"),
        setting=_lower(fields, "setting"),
        set_for=_lower(fields, "set-for"),
        for_then=_lower(fields, "for-then"),
        another=_lower(fields, "another"),
        apart=_lower(fields, "apart"),
        denouncing=_lower(fields, "denouncing"),
        charging=_lower(fields, "charging"),
    )


def _years(node: Node) -> YearWords:
    with Fields(node) as fields:
        return YearWords(
            *(_lower(fields, key) for key in ("dating", "neutral", "counts", "measures", "of-years"))
        )
