"""What has passed between two parties, and how it went over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.ledger.dates import next_period, period_name, period_of
from dragoman.ledger.rows import EventRow

COUNTED = frozenset({"actual", "planned", "pledged"})
"""The statuses that a chart counts: what happened, or is set to; not what was denied or only considered."""

LONGEST_GAP = 48
"""Empty periods that a chart shows between two events before it leaves them out."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side: what was asked for, the actor ids and state codes that it stands for, and a name."""

    asked: str
    ids: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One event between the parties: ``forward`` (a to b), ``back`` (b to a) or ``mutual``."""

    direction: str
    event: EventRow


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month or year: counts of cooperation and conflict, and the mean PLOVER score."""

    start: date
    name: str
    cooperation: int
    conflict: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Relations:
    """The events between two parties, oldest first."""

    a: Party
    b: Party
    rows: tuple[Relation, ...]

    def counted(self, *, historical: bool = False) -> tuple[EventRow, ...]:
        """What happened or is planned or pledged; what lies far back only if asked for."""
        told = (row.event for row in self.rows)
        return tuple(e for e in told if e.status in COUNTED and (historical or not e.historical))

    def by(self, period: str = "month", *, historical: bool = False) -> tuple[Period, ...]:
        """Counts by ``day``, ``week``, ``month`` or ``year`` of `EventRow.day` (undated: of publication).

        Counts what happened or is planned or pledged, and tells of the past only if asked to. Empty
        periods between two events are there, with zeros, unless the gap is very long.
        """
        buckets: dict[date, list[EventRow]] = {}
        for event in self.counted(historical=historical):
            if event.day is not None:
                buckets.setdefault(period_of(event.day, period), []).append(event)
        return tuple(
            _period(start, period, buckets.get(start, ())) for start in _all(sorted(buckets), period)
        )


def is_conflict(event: EventRow) -> bool:
    """Whether the event lies on the conflict side of PLOVER's quad classes."""
    return (event.quad or "").endswith("conflict")


def _all(starts: list[date], period: str) -> Iterable[date]:
    """The starts with those between them."""
    for i, start in enumerate(starts):
        yield start
        between: list[date] = []
        following = next_period(start, period)
        while i + 1 < len(starts) and following < starts[i + 1] and len(between) <= LONGEST_GAP:
            between.append(following)
            following = next_period(following, period)
        if len(between) <= LONGEST_GAP:
            yield from between


def _period(start: date, period: str, events: Iterable[EventRow]) -> Period:
    told = list(events)
    scores = [e.score for e in told if e.score is not None]
    conflict = sum(is_conflict(e) for e in told)
    mean = sum(scores) / len(scores) if scores else None
    return Period(start, period_name(start, period), len(told) - conflict, conflict, mean)
