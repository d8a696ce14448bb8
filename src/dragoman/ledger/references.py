"""Whether a record hangs together: unique ids, and references that point at something in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from dragoman.record import Record


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def faults(record: Record) -> Iterator[str]:
    """What is wrong with the record's ids, in words; nothing for a record that can be kept."""
    actors = _ids(record.actors)
    events, statements = _ids(record.events), _ids(record.statements)
    for kind, things in _kinds(record):
        yield from _doubled(kind, things)
    for owner, what, ids in _uses_of_actors(record):
        yield from _missing(owner, what, ids, actors)
    for owner, what, ids in _uses_of_events(record):
        yield from _missing(owner, what, ids, events)
    for pledge in record.pledges:
        yield from _missing(f"pledge {pledge.id}", "statement", [pledge.statement], statements)
    for said in record.statements:
        yield from _missing(f"statement {said.id}", "enclosing statement", [said.inside], statements)
    yield from _outside(record)


def _kinds(record: Record) -> Iterator[tuple[str, Iterable[_Identified]]]:
    yield "actor", record.actors
    yield "event", record.events
    yield "statement", record.statements
    yield "pledge", record.pledges
    yield "position", record.positions


def _uses_of_actors(record: Record) -> Iterator[tuple[str, str, Iterable[str | None]]]:
    for mention in record.mentions:
        yield f"mention {mention.text!r}", "actor", [mention.actor]
    for event in record.events:
        yield f"event {event.id}", "actor", (*event.actors, *event.recipients)
        yield f"event {event.id}", "speaker", [a.speaker for a in event.attribution]
    for said in record.statements:
        yield f"statement {said.id}", "actor", (said.speaker, *said.speakers, *said.addressees)
    for pledge in record.pledges:
        yield f"pledge {pledge.id}", "actor", (pledge.by, *pledge.to)
    for position in record.positions:
        yield f"position {position.id}", "actor", (position.holder, position.object)


def _uses_of_events(record: Record) -> Iterator[tuple[str, str, Iterable[str | None]]]:
    for said in record.statements:
        yield f"statement {said.id}", "event", said.about
    for pledge in record.pledges:
        yield f"pledge {pledge.id}", "event", [pledge.act]
    for figure in record.figures:
        yield f"figure {figure.value:g}", "event", [figure.event]


def _ids(things: Iterable[_Identified]) -> frozenset[str]:
    return frozenset(thing.id for thing in things)


def _doubled(kind: str, things: Iterable[_Identified]) -> Iterator[str]:
    seen: set[str] = set()
    for thing in things:
        if thing.id in seen:
            yield f"two {kind}s have the id {thing.id}"
        seen.add(thing.id)


def _missing(owner: str, what: str, ids: Iterable[str | None], known: frozenset[str]) -> Iterator[str]:
    for one in ids:
        if one is not None and one not in known:
            yield f"{owner} names the {what} {one}, which the record does not list"


def _outside(record: Record) -> Iterator[str]:
    """Evidence that does not lie in the text could not be shown to anyone."""
    end = len(record.report.text)
    for event in record.events:
        for evidence in event.evidence:
            if not 0 <= evidence.sentence.start <= evidence.sentence.end <= end:
                yield f"event {event.id} has a sentence outside the text"
