"""The nouns of the record: what one report becomes.

Every class is a frozen dataclass with the keys of the record contract. Spans are half-open
``[start, end)`` character offsets into ``Report.text``, which is the captured text, unchanged, so that
each field can be pointed at in the source. Identifiers are content hashes: reading the same capture
twice gives the same identifiers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of characters of the report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Status(StrEnum):
    """Whether an event happened, and if not, in what mode the report speaks of it."""

    ACTUAL = "actual"
    PLANNED = "planned"
    PLEDGED = "pledged"
    CONSIDERED = "considered"
    REQUESTED = "requested"
    REFUSED = "refused"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Form(StrEnum):
    """How speech is reported: the speaker's words, the reporter's, or a mixture."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ActorKind(StrEnum):
    """What sort of thing an actor is; a town that a report comes back to is a body, with a ``place:`` id."""

    STATE = "state"
    ORGANISATION = "organisation"
    BODY = "body"
    FORCE = "force"
    GROUP = "group"
    PERSON = "person"


class How(StrEnum):
    """By what kind of words a mention names its actor."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    ACRONYM = "acronym"
    INSTRUMENT = "instrument"


class Strength(StrEnum):
    """How firmly a pledge binds the one who made it."""

    VOW = "vow"
    PROMISE = "promise"
    INTENTION = "intention"
    CONSIDERATION = "consideration"


class Stance(StrEnum):
    """Where a holder stands on a question."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the capture that is not the story, and what it is instead."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One captured report: the text as published and what is known of its publication.

    ``published`` is an ISO 8601 date or timestamp or None; ``published_source`` says how it is known
    (``given``, ``metadata``, ``html``, ``dateline``, ``record-id``). ``body`` are the paragraphs of
    the story in order; ``title`` and ``standfirst`` are given as text and, where they stand in the
    capture, as ``title_span`` and ``standfirst_span``.
    """

    id: str
    text: str
    body: tuple[Span, ...]
    removed: tuple[Removed, ...] = ()
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    standfirst: str | None = None
    published: str | None = None
    published_source: str | None = None
    language: str | None = None
    title_span: Span | None = None
    standfirst_span: Span | None = None
    dateline: Span | None = None
    source: str | None = None

    @property
    def headlines(self) -> tuple[Span, ...]:
        """The title and the standfirst, where they stand in the text."""
        return tuple(s for s in (self.title_span, self.standfirst_span) if s is not None)


@dataclass(frozen=True, slots=True)
class Role:
    """An office: what it is called, of which body or state, and the date on which it was held."""

    office: str
    of: str | None = None
    held_on: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts: a state, organisation, body, force, group or person."""

    id: str
    kind: ActorKind
    name: str
    state: str | None = None
    sector: str | None = None
    role: Role | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an actor (or an instrument, whose ``actor`` is None).

    ``reason`` says in words why the mention stands for that actor; ``runner_up`` is the next best.
    """

    actor: str | None
    span: Span
    text: str
    how: How
    reason: str = ""
    runner_up: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When: an interval of ISO dates with its precision (``day week month year decade ...``).

    ``start`` and ``end`` are inclusive; both None means that no date is known and ``reason`` says why.
    """

    start: str | None
    end: str | None
    precision: str | None
    text: str | None = None
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a place name with its country and, where known, its point and GeoNames id."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geoname_id: int | None = None
    span: Span | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word: the speaker's actor id (None if unnamed), the cue and its span."""

    speaker: str | None
    verb: str
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One telling of an event: its sentence, the word that triggered it, who and whom."""

    sentence: Span
    trigger: Span
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, what it counts, and its bounds (None = unbounded on that side)."""

    value: float
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    what: str | None
    span: Span
    event: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER terms, with the derived CAMEO code, quad class and scores.

    ``why`` names the codebook entry or model head that decided, in words. ``steps`` are the single
    decisions in order, each a short sentence.
    """

    id: str
    event: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    historical: bool
    evidence: tuple[Evidence, ...]
    why: str
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: str | None = None
    score: float | None = None
    goldstein: float | None = None
    time: TimeSpan | None = None
    place: Place | None = None
    attribution: tuple[Attribution, ...] = ()
    figures: tuple[str, ...] = ()
    confidence: float = 1.0
    steps: tuple[str, ...] = ()


MUTUAL = frozenset({"AGREE", "ASSAULT", "CONSULT", "COOPERATE", "RETREAT"})
"""What several actors without a recipient do to one another: they meet, agree, trade, fight, swap captives
(PLOVER manual 2.0, reciprocal actors). Else ("Chad and Niger left the pact") it is done side by side."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What someone said, in their words, the reporter's, or both.

    ``speaker`` is the one named first; ``speakers`` are all who say it together ("Chad and Niger said"),
    of both sides the two. It is empty where nobody known speaks.
    """

    id: str
    speaker: str | None
    speaker_text: str | None
    verb: str | None
    form: Form
    content: Span
    quotes: tuple[Span, ...] = ()
    cue: Span | None = None
    addressees: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    inside: str | None = None
    time: TimeSpan | None = None
    reason: str = ""
    speakers: tuple[str, ...] = ()

    def words(self, text: str) -> str:
        """What was said; of a quotation with “…,” X said, “…” in its middle, the halves."""
        halves = self.form is Form.DIRECT and len(self.quotes) > 1
        return " ".join(q.of(text) for q in self.quotes) if halves else self.content.of(text)


@dataclass(frozen=True, slots=True)
class Pledge:
    """A commitment: by whom, to whom, the act promised (an event id), and how firmly."""

    id: str
    by: str
    act: str | None
    strength: Strength
    to: tuple[str, ...] = ()
    made: str | None = None
    due: TimeSpan | None = None
    condition: Span | None = None
    statement: str | None = None
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A durable stance of a holder on a question, as of a date, with its evidence.

    ``confidence`` is how sure it is (0-1, calibrated); None where the model has no head for that.
    """

    id: str
    holder: str
    question: str
    stance: Stance
    evidence: Span
    scope: str | None = None
    object: str | None = None
    as_of: str | None = None
    reason: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """Which program, model and codebook made a record."""

    dragoman: str
    model: str
    codebook: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that the program looked at and decided not to keep, with its reason."""

    step: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything read from one report.

    ``when`` is the time of what the report is about, whether or not the codebook knows such events.
    """

    report: Report
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    when: TimeSpan | None = None
    dropped: tuple[Dropped, ...] = ()
    versions: Versions | None = field(default=None)

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor with that id, or None."""
        return next((a for a in self.actors if a.id == actor_id), None)

    def as_dict(self) -> dict[str, Any]:
        """The record as plain lists, dicts and strings, keyed as in the contract."""
        plain = to_plain(self)
        assert isinstance(plain, dict)
        return plain


def to_plain(value: object) -> object:
    """A record, or any part of one, as JSON-ready values; spans become two-element lists."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    return value
