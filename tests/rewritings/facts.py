"""What a careful reader took from a report, and whether the record of that report holds it.

A facts file (TOML) lists ``[[fact]]`` tables. A fact is held when one item of its kind in the record
agrees with every key that the fact gives; a list of wanted values means any one of them (for
``between``, all of them). An ``absent-event`` is held when events were found and none agrees with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.record import (
    Actor,
    Event,
    Figure,
    Mention,
    Pledge,
    Position,
    Record,
    Removed,
    Report,
    Statement,
)

# fmt: off
EVENT_KEYS = frozenset({
    "event", "mode", "actor", "actor_name", "recipient", "recipient_name", "between", "status", "historical",
    "date", "year", "place_country", "text", "attributed_to",
})
# fmt: on
KEYS: dict[str, frozenset[str]] = {
    "report": frozenset({"title", "standfirst", "published", "published_source"}),
    "removed": frozenset({"text"}),
    "actor": frozenset({"name", "state", "sector"}),
    "mention": frozenset({"text", "actor", "actor_name", "how"}),
    "event": EVENT_KEYS,
    "absent-event": EVENT_KEYS,
    "statement": frozenset({"speaker", "quote", "form", "text"}),
    "pledge": frozenset({"by", "to", "text"}),
    "position": frozenset({"holder", "question", "stance", "scope"}),
    "figure": frozenset({"value", "unit"}),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the record must hold: its name in the file, its kind, and what is asked of it."""

    id: str
    kind: str
    asked: dict[str, tuple[Any, ...]]


def load_facts(path: Path) -> tuple[Fact, ...]:
    """The facts of a file, in order.

    Raises:
        ValueError: a fact has no kind that is known, a key its kind does not know, or an id used twice.
    """
    facts = tuple(_fact(entry, path) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["fact"])
    names = [fact.id for fact in facts]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{path.name}: more than one fact is called {', '.join(twice)}")
    return facts


def _fact(entry: dict[str, Any], path: Path) -> Fact:
    asked = {key: _wanted(value) for key, value in entry.items() if key not in ("id", "kind")}
    strange = asked.keys() - KEYS.get(entry["kind"], frozenset())
    if entry["kind"] not in KEYS or strange or not asked:
        raise ValueError(f"{path.name}: {entry['id']}: kind {entry['kind']}, unknown keys {sorted(strange)}")
    return Fact(entry["id"], entry["kind"], asked)


def _wanted(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def holds(record: Record, fact: Fact) -> bool:
    """Whether the record holds the fact."""
    found = Reading(record)
    if fact.kind == "absent-event":
        return bool(record.events) and not any(found.event_agrees(e, fact.asked) for e in record.events)
    items, agrees = found.kinds()[fact.kind]
    return any(agrees(item, fact.asked) for item in items)


Asked = dict[str, tuple[Any, ...]]
Kind = tuple[Iterable[Any], Callable[[Any, Asked], bool]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with the look-ups that facts need."""

    record: Record

    def kinds(self) -> dict[str, Kind]:
        """For each kind of fact the items that may hold it and how one of them is compared."""
        record = self.record
        return {
            "report": ((record.report,), self.report_agrees),
            "removed": (record.report.removed, self.removed_agrees),
            "actor": (record.actors, self.actor_agrees),
            "mention": (record.mentions, self.mention_agrees),
            "event": (record.events, self.event_agrees),
            "statement": (record.statements, self.statement_agrees),
            "pledge": (record.pledges, self.pledge_agrees),
            "position": (record.positions, self.position_agrees),
            "figure": (record.figures, self.figure_agrees),
        }

    def words(self, spans: Iterable[Any]) -> str:
        """The characters under some spans, each on one line, apart from each other."""
        return " | ".join(" ".join(span.of(self.record.report.text).split()) for span in spans if span)

    def sides(self, ids: Iterable[str | None]) -> set[str]:
        """Some actors and what each acts for."""
        known = {actor.id: actor.state for actor in self.record.actors}
        named = {i for i in ids if i}
        return named | {state for i in named if (state := known.get(i))}

    def called(self, ids: Iterable[str | None], names: tuple[str, ...]) -> bool:
        """Whether one of some actors has one of the names, in its name or its id."""
        actors = [(i, self.record.actor(i)) for i in ids if i]
        return any(_has(f"{actor.name if actor else ''} {i}", names) for i, actor in actors)

    def report_agrees(self, report: Report, asked: Asked) -> bool:
        """A title, standfirst or date need only begin as asked."""
        return all(str(getattr(report, key) or "").startswith(wanted) for key, wanted in asked.items())

    def removed_agrees(self, removed: Removed, asked: Asked) -> bool:
        """What was set aside contains the words."""
        return _has(self.words([removed.span]), asked["text"])

    def actor_agrees(self, actor: Actor, asked: Asked) -> bool:
        """The name contains the words asked for; state and sector are those asked for."""
        exact = all(getattr(actor, key) in wanted for key, wanted in asked.items() if key != "name")
        return exact and _has(actor.name, asked["name"])

    def mention_agrees(self, mention: Mention, asked: Asked) -> bool:
        """The mention's words contain those asked for and stand for that actor."""
        tests = {
            "text": lambda w: _has(mention.text, w),
            "actor": lambda w: bool(self.sides([mention.actor]) & set(w)),
            "actor_name": lambda w: self.called([mention.actor], w),
            "how": lambda w: mention.how in w,
        }
        return _all(tests, asked)

    def event_agrees(self, event: Event, asked: Asked) -> bool:
        """Type, sides, status, time, place, word and attribution are those asked for."""
        who, whom = self.sides(event.actors), self.sides(event.recipients)
        tests = {
            "event": lambda w: event.event in w,
            "mode": lambda w: event.mode in w,
            "actor": lambda w: bool(who & set(w)),
            "actor_name": lambda w: self.called(event.actors, w),
            "recipient": lambda w: bool(whom & set(w)),
            "recipient_name": lambda w: self.called(event.recipients, w),
            "between": lambda w: set(w) <= who | whom,
            "status": lambda w: event.status in w,
            "historical": lambda w: event.historical in w,
            "date": lambda w: event.time is not None and event.time.precision == "day" and _when(event, w),
            "year": lambda w: _when(event, w),
            "place_country": lambda w: event.place is not None and event.place.country in w,
            "text": lambda w: _has(self.words(e.sentence for e in event.evidence), w),
            "attributed_to": lambda w: self.called((a.speaker for a in event.attribution), w),
        }
        return _all(tests, asked)

    def statement_agrees(self, statement: Statement, asked: Asked) -> bool:
        """The speaker is called so, the form is that one, and the words were said."""
        tests = {
            "speaker": lambda w: self.called([statement.speaker], w) or _has(statement.speaker_text, w),
            "quote": lambda w: any(_has(self.words([quote]), w) for quote in statement.quotes),
            "form": lambda w: statement.form in w,
            "text": lambda w: _has(self.words([statement.content]), w),
        }
        return _all(tests, asked)

    def pledge_agrees(self, pledge: Pledge, asked: Asked) -> bool:
        """The sides are those asked for, and the act's sentences or the statement contain the words."""
        acts = [e.sentence for event in self.record.events if event.id == pledge.act for e in event.evidence]
        said = [s.content for s in self.record.statements if s.id == pledge.statement]
        tests = {
            "by": lambda w: bool(self.sides([pledge.by]) & set(w)),
            "to": lambda w: bool(self.sides(pledge.to) & set(w)),
            "text": lambda w: _has(self.words([*acts, *said]), w),
        }
        return _all(tests, asked)

    def position_agrees(self, position: Position, asked: Asked) -> bool:
        """The holder and the stance are those asked for; the question has all the words asked for."""
        words = set(position.question.casefold().split())
        tests = {
            "holder": lambda w: bool(self.sides([position.holder]) & set(w)),
            "question": lambda w: any(set(q.casefold().split()) <= words for q in w),
            "stance": lambda w: position.stance in w,
            "scope": lambda w: _has(position.scope, w),
        }
        return _all(tests, asked)

    def figure_agrees(self, figure: Figure, asked: Asked) -> bool:
        """The number as written and its unit are those asked for."""
        return all(getattr(figure, key) in wanted for key, wanted in asked.items())


def _all(tests: dict[str, Callable[[tuple[Any, ...]], bool]], asked: Asked) -> bool:
    return all(tests[key](wanted) for key, wanted in asked.items())


def _has(text: str | None, wanted: tuple[Any, ...]) -> bool:
    return any(str(words).casefold() in (text or "").casefold() for words in wanted)


def _when(event: Event, wanted: tuple[Any, ...]) -> bool:
    """Whether the event's time takes in one of the days (``2024-05-14``) or years (``1999``)."""
    if event.time is None or not event.time.start:
        return False
    start, end = event.time.start, event.time.end or event.time.start
    return any(start[: len(day)] <= day <= end[: len(day)] for day in map(_iso, wanted))


def _iso(value: int | str | date) -> str:
    return str(value)
