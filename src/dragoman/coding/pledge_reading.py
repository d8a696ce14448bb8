"""What a report has told when its pledges are read: who speaks, what was coded, which times it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.commissive_book import Commissives
from dragoman.coding.statements import Heard
from dragoman.find.dates import TimeMention
from dragoman.record import ActorKind, Event, Report, Span, Statement, Status, Strength, TimeSpan

OPEN = {
    Status.PLANNED: Strength.INTENTION,
    Status.CONSIDERED: Strength.CONSIDERATION,
}
"""How firmly an act is undertaken that is only told as planned or considered."""


@dataclass(frozen=True, slots=True)
class PledgeReading:
    """A report with its speech, events, times and lengths of time; ``sides`` and ``kinds`` are by actor."""

    report: Report
    heard: Heard
    events: Sequence[Event]
    times: Sequence[TimeSpan]
    mentions: Sequence[TimeMention]
    sides: dict[str, str | None]
    kinds: dict[str, ActorKind]
    words: Commissives

    def side(self, actor: str | None) -> str | None:
        """The state of an actor, or the actor where nothing says of which."""
        return None if actor is None else (self.sides.get(actor) or actor)

    def statement(self, cue: Span, act: Span) -> Statement | None:
        """The statement that a promise is made in: whose cue it is, or the innermost that holds it."""
        own = [s for s in self.heard.statements if s.cue == cue and s.content.overlaps(act)]
        over = [s for s, x in zip(self.heard.statements, self.heard.speeches, strict=True) if x.holds(act)]
        return own[0] if own else min(over, key=lambda s: s.content.end - s.content.start, default=None)
