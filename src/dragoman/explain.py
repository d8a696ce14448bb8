"""Why an event is in the record: its sentences with marks, the decisions in order, and who made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.act import OTHERWISE
from dragoman.errors import BadInput
from dragoman.record import (
    Event,
    Evidence,
    Figure,
    Mention,
    Pledge,
    Record,
    Report,
    Span,
    Statement,
    Versions,
)
from dragoman.word import event_word

if TYPE_CHECKING:
    from dragoman.codebook import Codebook

_RULE = re.compile(r"\b([A-Z]{2,})/([\w-]+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the report's text and its part in the event: ``trigger``, ``actor``, ``time``, …."""

    span: Span
    part: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells the event, as written, with its marks in the order of the text."""

    span: Span
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Some words of a telling, the actor that they stand for, and the reason."""

    words: str
    actor: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Word:
    """One link of the attribution chain: who says so, by which verb, and the cue as written."""

    speaker: str | None
    verb: str
    cue: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The codebook entry that decided: its name, what it means, and the file and line where it stands."""

    name: str
    means: str
    definition: str
    manual: str
    place: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that speaks for one event.

    ``words`` is the attribution chain, outermost first, and ``told`` the same in a clause; ``pledges`` are
    those whose act it is. ``otherwise`` says what would have changed the answer. ``entry`` is None
    where a model head decided, or where the codebook at hand no longer has the entry;
    ``entry_is_current`` is false where the record was made by another version of the codebook.
    """

    event: Event
    report: Report
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    tellings: tuple[Telling, ...]
    named: tuple[Named, ...]
    words: tuple[Word, ...]
    told: str
    statements: tuple[Statement, ...]
    pledges: tuple[Pledge, ...]
    figures: tuple[Figure, ...]
    reasons: tuple[str, ...]
    otherwise: tuple[str, ...]
    entry: Entry | None
    entry_is_current: bool
    versions: Versions | None


def explain(record: Record, event_id: str, codebook: Codebook | None = None) -> Explanation:
    """The explanation of one event of a record; the codebook, where given, adds the entry that decided.

    Raises:
        BadInput: the record has no such event.
    """
    event = next((e for e in record.events if e.id == event_id), None)
    if event is None:
        raise BadInput(f"no event has the id {event_id!r}", remedy="`dragoman events` lists them")
    made_by = record.versions.codebook if record.versions else None
    return Explanation(
        event=event,
        report=record.report,
        actors=tuple(_name(record, one) for one in event.actors),
        recipients=tuple(_name(record, one) for one in event.recipients),
        tellings=tuple(_telling(record, event, evidence) for evidence in event.evidence),
        named=tuple(_named(record, event)),
        words=tuple(
            Word(_name(record, a.speaker) if a.speaker else None, a.verb, a.span.of(record.report.text))
            for a in event.attribution
        ),
        told=event_word(record, event),
        statements=tuple(s for s in record.statements if event.id in s.about),
        pledges=tuple(p for p in record.pledges if p.act == event.id),
        figures=tuple(f for f in record.figures if f.event == event.id),
        reasons=tuple(s for s in event.steps if not s.startswith(OTHERWISE)) or (event.why,),
        otherwise=tuple(s for s in event.steps if s.startswith(OTHERWISE)),
        entry=_entry(event, codebook) if codebook is not None else None,
        entry_is_current=codebook is None or made_by is None or codebook.version in made_by,
        versions=record.versions,
    )


def _name(record: Record, actor_id: str) -> str:
    actor = record.actor(actor_id)
    return actor.name if actor else actor_id


def _telling(record: Record, event: Event, evidence: Evidence) -> Telling:
    inside = (m for m in _marks(record, event, evidence) if evidence.sentence.covers(m.span))
    marks = tuple(sorted(inside, key=lambda m: (m.span, m.part)))
    return Telling(evidence.sentence, evidence.sentence.of(record.report.text), marks)


def _marks(record: Record, event: Event, evidence: Evidence) -> Iterator[Mark]:
    yield Mark(evidence.trigger, "trigger")
    for span in evidence.actor_spans:
        yield Mark(span, "actor")
    for span in evidence.recipient_spans:
        yield Mark(span, "recipient")
    if event.time and event.time.span:
        yield Mark(event.time.span, "time")
    if event.place and event.place.span:
        yield Mark(event.place.span, "place")
    for word in event.attribution:
        yield Mark(word.span, "cue")
    for figure in record.figures:
        if figure.event == event.id:
            yield Mark(figure.span, "figure")


def _named(record: Record, event: Event) -> Iterator[Named]:
    """For each actor's or recipient's words, the mention that they are, each reason once."""
    seen: set[tuple[str, str]] = set()
    for span in _party_spans(event):
        for mention in record.mentions:
            key = (mention.text, mention.actor or "")
            if mention.actor in (*event.actors, *event.recipients) and mention.span.overlaps(span):
                if key not in seen:
                    yield _as_named(record, mention)
                seen.add(key)


def _party_spans(event: Event) -> Iterator[Span]:
    for evidence in event.evidence:
        yield from evidence.actor_spans
        yield from evidence.recipient_spans


def _as_named(record: Record, mention: Mention) -> Named:
    actor = mention.actor or ""
    return Named(mention.text, actor, _name(record, actor), mention.reason or f"by its {mention.how.value}")


def _entry(event: Event, codebook: Codebook) -> Entry | None:
    """The entry that the event's reasons name, else None."""
    if (taught := _taught_entry(event, codebook)) is not None:
        return taught
    for reason in (event.why, *(s for s in event.steps if not s.startswith(OTHERWISE))):
        for match in _RULE.finditer(reason):
            kind = codebook.types.get(match[1])
            for rule in kind.rules if kind else ():
                if kind and rule.id == match[2]:
                    place = f"{rule.path.parent.name}/{rule.path.name}:{rule.line}"
                    return Entry(rule.name, rule.means, kind.definition, kind.manual, place)
    return None


def _taught_entry(event: Event, codebook: Codebook) -> Entry | None:
    """The examples that taught the event's type, where it is one of the codebook's own."""
    kind = codebook.types.get(event.event)
    if kind is None or kind.taught is None:
        return None
    place = f"{kind.path.parent.name}/{kind.path.name}:{kind.taught.line}"
    return Entry(f"{kind.event}, by its examples", "", kind.definition, kind.manual, place)
