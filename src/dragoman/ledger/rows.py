"""What the ledger answers with: one frozen row for each line of its views, names beside ids.

A field is named as its column; the views (``views.sql``) say where each comes from.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report that was read, and how much was found in it."""

    report: str
    published: str | None
    published_source: str | None
    publisher: str | None
    title: str | None
    standfirst: str | None
    url: str | None
    language: str | None
    source: str | None
    characters: int
    events: int
    statements: int
    pledges: int
    dragoman: str | None
    model: str | None
    codebook: str | None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor across all reports, with every name that it was given and in how many reports."""

    actor: str
    kind: str
    name: str
    state: str | None
    sector: str | None
    office: str | None
    wikidata: str | None
    names: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: who did what to whom, when, where and on whose word, with its best sentence.

    ``date`` and ``until`` bound the time of the event itself and are None where it is not known:
    the date of publication is ``published`` and never stands in for it. ``day`` is for counting: the first
    of ``date``, ``until`` and ``published`` that is there, and ``day_from`` says which of them it is.
    """

    id: str
    report: str
    published: str | None
    publisher: str | None
    title: str | None
    date: datetime.date | None
    until: datetime.date | None
    precision: str | None
    day: datetime.date | None
    day_from: str | None
    event: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: str | None
    score: float | None
    goldstein: float | None
    status: str
    historical: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_ids: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    actor_states: tuple[str | None, ...]
    recipient_states: tuple[str | None, ...]
    place: str | None
    place_written: str | None
    geoname_id: int | None
    country: str | None
    lat: float | None
    lon: float | None
    on_word_of: tuple[str, ...]
    on_word_of_ids: tuple[str | None, ...]
    sentence: str | None
    trigger: str | None
    tellings: int
    why: str | None
    confidence: float | None
    model: str | None
    codebook: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What someone said, in words."""

    id: str
    report: str
    published: str | None
    publisher: str | None
    title: str | None
    date: datetime.date | None
    until: datetime.date | None
    precision: str | None
    day: datetime.date | None
    day_from: str | None
    speaker_id: str | None
    speaker: str | None
    speaker_state: str | None
    speaker_ids: tuple[str, ...]
    speakers: tuple[str, ...]
    speaker_states: tuple[str | None, ...]
    speaker_text: str | None
    verb: str | None
    cue: str | None
    form: str
    content: str
    quotes: tuple[str, ...]
    addressees: tuple[str, ...]
    about: tuple[str, ...]
    inside: str | None
    model: str | None
    codebook: str | None


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """What someone committed to, in words, with the type of the act promised."""

    id: str
    report: str
    published: str | None
    publisher: str | None
    title: str | None
    made: datetime.date | None
    by_id: str
    by: str
    by_state: str | None
    to_ids: tuple[str, ...]
    to: tuple[str, ...]
    to_states: tuple[str | None, ...]
    strength: str
    event: str | None
    mode: str | None
    act: str | None
    words: str | None
    sentence: str | None
    due: datetime.date | None
    condition: str | None
    statement: str | None
    reason: str | None
    model: str | None
    codebook: str | None


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Where a holder stands on a question, as of a date, and how sure that is (0-1, None if not known)."""

    id: str
    report: str
    published: str | None
    publisher: str | None
    title: str | None
    holder_id: str
    holder: str
    holder_state: str | None
    scope: str | None
    question: str
    object_id: str | None
    object: str | None
    stance: str
    as_of: datetime.date | None
    evidence: str
    reason: str | None
    confidence: float | None
    model: str | None
    codebook: str | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number with its unit and bounds, and the event that it belongs to.

    ``sentence`` is that of the event; ``passage`` the paragraph or headline in which the number stands.
    """

    id: str
    report: str
    published: str | None
    publisher: str | None
    title: str | None
    words: str
    value: float
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    what: str | None
    event_id: str | None
    event: str | None
    status: str | None
    sentence: str | None
    passage: str | None
    model: str | None
    codebook: str | None


@dataclass(frozen=True, slots=True)
class DyadRow:
    """Two states or organisations (else actors), and how many events passed between them.

    ``first`` and ``last`` are the first days of the earliest and of the latest of these that has a date, and
    the fields after each say how exactly it is known.
    """

    a: str
    b: str
    events: int
    cooperation: int
    conflict: int
    first: datetime.date | None
    first_until: datetime.date | None
    first_precision: str | None
    last: datetime.date | None
    last_until: datetime.date | None
    last_precision: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What a ledger holds: how much of each kind, between which days, its busiest pairs, its latest words."""

    path: Path
    counts: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None
    dyads: tuple[DyadRow, ...]
    statements: tuple[StatementRow, ...]
    pledges: tuple[PledgeRow, ...]
