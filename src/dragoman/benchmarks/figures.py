"""The ``figures`` bench: how many of what, on our own annotated reports.

A figure of ours answers an annotated one when they share a character and both bounds agree, within one
per cent for what is rounded, and a share within a hundredth ("a third" is 0.33 or 0.34). Each answers
one. The unit is scored apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.annotated import Number
from dragoman.benchmarks.whole_reports import (
    Annotated,
    Found,
    Placed,
    Read,
    Shares,
    annotated_reports,
    read_all,
    written,
)
from dragoman.find.figure_units import singular
from dragoman.find.figure_words import FigureWords, load_figure_words
from dragoman.record import Figure, Span

PEERS: tuple[tuple[str, dict[str, float], str], ...] = ()
BOUNDS = ("exact", "at least", "at most", "between")
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated figure as a stretch of the text."""

    value: Span
    low: float | None
    high: float | None
    unit: str
    what: str
    sentence: Span


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    part: str | None = None,
    reader: Read | None = None,
) -> dict[str, Any]:
    """Precision, recall and F1 over a folder of annotated reports, by bound too.

    ``spans`` is F1 of the stretches alone; ``bounds`` and ``unit`` are the shares of those that are right.

    Raises:
        BadInput: the folder or a line of a file is not what it should be.
    """
    reports = annotated_reports(path, part, limit)
    words = load_figure_words()
    whole, spans, bounds, shares = Found(), Found(), {b: Found() for b in BOUNDS}, Shares()
    lines: list[str] = []
    for annotated, record in read_all(reports, reader):
        gold = [_gold(p) for p in annotated.notes if isinstance(p.note, Number)]
        pairs = paired(gold, record.figures)
        right = {k: o for k, o in pairs.items() if agree(gold[k], record.figures[o])}
        _count(whole, range(len(gold)), right, len(record.figures))
        _count(spans, range(len(gold)), pairs, len(record.figures))
        for name, found in bounds.items():
            of = [k for k, g in enumerate(gold) if bound(g.low, g.high) == name]
            ours = [i for i, f in enumerate(record.figures) if bound(f.low, f.high) == name]
            held = {k: o for k, o in right.items() if o in ours}
            _count(found, of, held, len(ours))
        for k, o in pairs.items():
            shares.add("bounds", k in right)
            shares.add("unit", same_unit(gold[k].unit, record.figures[o].unit, words))
        lines += _lines(annotated, record.figures, gold, pairs, words)
    written(predictions, lines)
    by_bound = {name: found.scores() for name, found in bounds.items()}
    scores = {"reports": len(reports), **whole.scores(), "spans": spans.scores()["f1"]}
    return {**scores, **shares.scores(), "by_bound": by_bound}


def _gold(placed: Placed) -> Gold:
    note = placed.note
    assert isinstance(note, Number)
    return Gold(placed.span(note.value), note.low, note.high, note.unit, note.what, placed.sentence)


def paired(gold: Sequence[Gold], ours: Sequence[Figure]) -> dict[int, int]:
    """Each annotated figure with one of ours that shares a character, agreeing bounds first."""
    touching = [
        (not agree(g, f), -_shared(g.value, f.span), k, o)
        for k, g in enumerate(gold)
        for o, f in enumerate(ours)
        if g.value.overlaps(f.span)
    ]
    pairs: dict[int, int] = {}
    for _, _, k, o in sorted(touching):
        if k not in pairs and o not in pairs.values():
            pairs[k] = o
    return pairs


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def agree(gold: Gold, figure: Figure) -> bool:
    """Whether both bounds agree, within rounding."""
    return _near(gold.low, figure.low) and _near(gold.high, figure.high)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _ROUNDING * max(abs(one), abs(other), 1)


def bound(low: float | None, high: float | None) -> str:
    """What a figure's bounds make of it."""
    if high is None:
        return "at least"
    if low is None:
        return "at most"
    return "exact" if low == high else "between"


def same_unit(told: str, ours: str | None, words: FigureWords) -> bool:
    """Whether two names are of one unit: number apart, money by its code, people as persons."""
    return ours is not None and _unit(told, words) == _unit(ours, words)


def _unit(name: str, words: FigureWords) -> str:
    last = name.lower().split()[-1] if name.split() else ""
    if last in words.percent or name.lower() in words.percent or last == "cent":
        return "percent"
    one = singular(last, words)
    return words.currency_names.get(one, name if name in words.currency_names.values() else one)


def _count(found: Found, gold: Sequence[int], right: dict[int, int], ours: int) -> None:
    held = sum(k in right for k in gold)
    found.true += len(gold)
    found.found += held
    found.ours += ours
    found.right += len(right)


def _lines(
    annotated: Annotated,
    figures: Sequence[Figure],
    gold: Sequence[Gold],
    pairs: dict[int, int],
    words: FigureWords,
) -> list[str]:
    """Gold and ours of a report, a line each, for reading what went wrong."""
    text = annotated.report.text
    lines = [f"# {annotated.name}"]
    for k, g in enumerate(gold):
        ours = figures[pairs[k]] if k in pairs else None
        state = "missed" if ours is None else "right" if agree(g, ours) else "bounds"
        told = f"{g.value.of(text)}\t{g.low}..{g.high}\t{g.unit}"
        found = f"{ours.span.of(text)}\t{ours.low}..{ours.high}\t{ours.unit}" if ours else "\t\t"
        unit = "" if ours is None or same_unit(g.unit, ours.unit, words) else "unit"
        lines.append(f"{state}\t{unit}\t{told}\t{found}\t{g.sentence.of(text)}")
    for o, f in enumerate(figures):
        if o not in pairs.values():
            near = text[max(0, f.span.start - 40) : f.span.end + 40].replace("\n", " ")
            lines.append(f"false\t\t\t\t\t{f.span.of(text)}\t{f.low}..{f.high}\t{f.unit}\t{near}")
    return lines
