"""Why a statement, a pledge or a position is in the record: its words, their word, the reason.

An event's answer is longer, for the codebook has a part in it: `dragoman.explain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.record import Mention, Pledge, Position, Record, Report, Span, Statement, Versions
from dragoman.word import hosts, pledge_word, position_word, statement_word

Said = Statement | Pledge | Position


@dataclass(frozen=True, slots=True)
class Ground:
    """All that speaks for one row that is no event.

    ``passage`` is the paragraph or headline that it stands in, ``words`` what of it the row rests on, and
    ``told`` on whose word. ``named`` says who was taken for whom, ``event`` is the event that it tells of,
    ``confidence`` how sure a position is (0-1).
    """

    kind: str
    id: str
    claim: str
    passage: Span
    words: Span
    told: str
    named: tuple[str, ...]
    reason: str
    event: str | None
    report: Report
    versions: Versions | None
    confidence: float | None = None


def ground(record: Record, row: Said) -> Ground:
    """What a row of the record rests on."""
    kind = type(row).__name__.lower()
    words = _words(record, row)
    return Ground(
        kind=kind,
        id=row.id,
        claim=_claim(record, row),
        passage=_passage(record.report, words),
        words=words,
        told=_told(record, row),
        named=tuple(dict.fromkeys(_named(record, row, words))),
        reason=row.reason,
        event=_event(row),
        report=record.report,
        versions=record.versions,
        confidence=row.confidence if isinstance(row, Position) else None,
    )


def _claim(record: Record, row: Said) -> str:
    text = record.report.text
    if isinstance(row, Statement):
        together = row.speakers or ((row.speaker,) if row.speaker else ())
        who = _names(record, together) or row.speaker_text or "(unnamed)"
        return f"{who} {row.cue.of(text) if row.cue else row.verb or 'says'} ({row.form.value})"
    if isinstance(row, Pledge):
        towards = f" → {_names(record, row.to)}" if row.to else ""
        due = f", due {row.due.end}" if row.due and row.due.end else ""
        return f"{_names(record, [row.by])}{towards}: {row.strength.value}{due}"
    return f"{_names(record, [row.holder])}{_scope(row)}: {row.stance.value} {row.question}"


def _scope(held: Position) -> str:
    return f" ({held.scope})" if held.scope else ""


def _words(record: Record, row: Said) -> Span:
    """The words that the row rests on: its own, else those of the statement or the act that it comes from."""
    if isinstance(row, Statement):
        return row.content
    if isinstance(row, Position):
        return row.evidence
    said = (s.content for s in record.statements if s.id == row.statement)
    acts = (e.evidence[0].sentence for e in record.events if e.id == row.act and e.evidence)
    return row.span or next(said, None) or next(acts, Span(0, len(record.report.text)))


def _passage(report: Report, words: Span) -> Span:
    """The paragraph or headline that the words stand in; of words over several, all of these."""
    over = [words, *(p for p in (*report.headlines, *report.body) if p.overlaps(words))]
    return Span(min(p.start for p in over), max(p.end for p in over))


def _told(record: Record, row: Said) -> str:
    if isinstance(row, Statement):
        return statement_word(record, row)
    if isinstance(row, Pledge):
        return pledge_word(record, row)
    return position_word(record, row)


def _named(record: Record, row: Said, words: Span) -> Iterator[str]:
    """Who in the row is meant by which words, and why."""
    for actor_id in _parties(record, row):
        mention = _nearest(record.mentions, actor_id, words, _passage(record.report, words))
        if mention is not None:
            name, reason = _names(record, [actor_id]), mention.reason or f"by its {mention.how.value}"
            yield f"“{mention.text}” is {name} ({actor_id}): {reason}"


def _nearest(mentions: Iterable[Mention], actor_id: str, words: Span, passage: Span) -> Mention | None:
    """The actor's mention in the words, else in their passage, else the last before it."""
    told = [m for m in mentions if m.actor == actor_id and m.span.start < passage.end]
    inside = [m for m in told if words.covers(m.span)] or [m for m in told if m.span.start >= passage.start]
    return inside[0] if inside else told[-1] if told else None


def _parties(record: Record, row: Said) -> tuple[str, ...]:
    if isinstance(row, Statement):
        speakers = (s for host in hosts(record, row) for s in (host.speaker, *host.speakers))
        return tuple(dict.fromkeys(s for s in (*speakers, *row.addressees) if s))
    if isinstance(row, Pledge):
        return (row.by, *row.to)
    return (row.holder, *([row.object] if row.object else []))


def _event(row: Said) -> str | None:
    if isinstance(row, Statement):
        return row.about[0] if row.about else None
    return row.act if isinstance(row, Pledge) else None


def _names(record: Record, ids: Iterable[str]) -> str:
    actors = ((one, record.actor(one)) for one in ids)
    return ", ".join(actor.name if actor else one for one, actor in actors)
