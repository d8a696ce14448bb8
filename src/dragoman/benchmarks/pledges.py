"""The ``pledges`` bench: who binds themselves to what, on our own annotated reports.

A pledge of ours answers an annotated one when its act does (the clause of the act or a trigger of its event
shares a character with the annotated act) and the annotated words for the promiser mean its promiser
(`whole_reports.means`). One of ours may answer several tellings of one promise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.annotated import Promised
from dragoman.benchmarks.whole_reports import (
    Annotated,
    Placed,
    Read,
    Shares,
    Tally,
    annotated_reports,
    listed,
    means,
    read_all,
    spans_of,
    written,
)
from dragoman.record import Pledge, Record, Span, Strength

PEERS: tuple[tuple[str, dict[str, float], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated pledge with its words as stretches of the text."""

    strength: str
    by: Span | None
    to: Span | None
    act: Span
    due: Span | None
    condition: Span | None
    sentence: Span


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    part: str | None = None,
    reader: Read | None = None,
) -> dict[str, Any]:
    """Precision, recall and F1 over a folder of annotated reports, and how right the matched ones are.

    Raises:
        BadInput: the folder or a line of a file is not what it should be.
    """
    reports = annotated_reports(path, part, limit)
    tally, shares = Tally.of(s.value for s in Strength), Shares()
    lines: list[str] = []
    for annotated, record in read_all(reports, reader):
        gold = [_gold(p) for p in annotated.notes if isinstance(p.note, Promised)]
        answers = [[p for p in record.pledges if answers_to(g, p, record)] for g in gold]
        ours = [p.strength.value for p in record.pledges]
        hits = tally.count([g.strength for g in gold], answers, record.pledges, ours)
        for g, held in zip(gold, answers, strict=True):
            if held:
                _compare(shares, g, held[0], record)
        lines += _lines(annotated, record, gold, answers, hits)
    written(predictions, lines)
    scores = {**tally.whole.scores(), **shares.scores(), "strengths": tally.scores()}
    return {"reports": len(reports), **scores}


def _gold(placed: Placed) -> Gold:
    note = placed.note
    assert isinstance(note, Promised)
    return Gold(
        note.strength,
        placed.maybe(note.by),
        placed.maybe(note.to),
        placed.span(note.act),
        placed.maybe(note.due),
        placed.maybe(note.condition),
        placed.sentence,
    )


def answers_to(gold: Gold, pledge: Pledge, record: Record) -> bool:
    """Whether a pledge of ours is the annotated one: the same act, by the same promiser."""
    acts = [pledge.span] if pledge.span else []
    acts += [e.trigger for event in record.events if event.id == pledge.act for e in event.evidence]
    if not any(act.overlaps(gold.act) for act in acts):
        return False
    if gold.by is None:
        return False
    return means(gold.by, pledge.by, record)


def _compare(shares: Shares, gold: Gold, pledge: Pledge, record: Record) -> None:
    """How the other fields of a matched pledge fare, each where either side tells it."""
    shares.add("strength", pledge.strength.value == gold.strength)
    spans = spans_of(record)
    if gold.to is not None:
        shares.add("to", any(s.overlaps(gold.to) for actor in pledge.to for s in spans.get(actor, ())))
    if gold.due is not None:
        shares.add("due", _meet(gold.due, pledge.due.span if pledge.due else None))
    if gold.condition is not None or pledge.condition is not None:
        shares.add("condition", _meet(gold.condition, pledge.condition))


def _meet(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _lines(
    annotated: Annotated,
    record: Record,
    gold: Sequence[Gold],
    answers: Sequence[Sequence[Pledge]],
    hits: set[str],
) -> list[str]:
    """Gold and ours of a report, a line each, for reading what went wrong."""
    text = annotated.report.text
    told = ((g.strength, g.by.of(text) if g.by else "", g.act.of(text), g.sentence.of(text)) for g in gold)
    ours = (
        (p.id in hits, (p.strength.value, p.by, p.span.of(text) if p.span else "", p.reason))
        for p in record.pledges
    )
    return listed(annotated, zip(map(bool, answers), told, strict=True), ours)
