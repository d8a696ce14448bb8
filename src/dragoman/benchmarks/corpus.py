"""Our own annotated corpus as a test: are the events found, of the right type, by whom, in what status?

An event is found when one of the same type has a trigger in the same clause: the triggers overlap, or
the actors do and the recipients do not contradict. What stands in sentences that report nothing is a
false event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.benchmarks.annotated import PARTS, Item, Marked, part_of, read
from dragoman.benchmarks.marked import shipped_reader
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.record import Event, Record, Report, Span

# Beside events and reports: a second reading, marked names, and marks in texts that stand elsewhere.
_BESIDE = frozenset({"second", "names", "real"})
# Sentences of reports that tell a stand or a pledge and no event; no line says of what kind they are.
_UNMARKED = "a stand or pledge"

PEERS: tuple[tuple[str, dict[str, float], str], ...] = ()
Read = Callable[[Report], Record]


@dataclass(slots=True)
class Count:
    """Counts over the corpus, overall and by type."""

    gold: int = 0
    found: int = 0
    right: int = 0
    typed: int = 0
    actors: list[int] = field(default_factory=lambda: [0, 0, 0])
    recipients: list[int] = field(default_factory=lambda: [0, 0, 0])
    status: list[int] = field(default_factory=lambda: [0, 0])
    historical: list[int] = field(default_factory=lambda: [0, 0])
    empty: int = 0
    false: int = 0
    types: dict[str, list[int]] = field(default_factory=dict)
    quiet: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    part: str = "held-out",
    min_confidence: float | None = None,
    reader: Read | None = None,
) -> dict[str, Any]:
    """Scores over the files of a folder (or one file) in the corpus format.

    ``part`` is train, calibration, held-out, or all; folders beside the corpus (``_BESIDE``) are left out.
    ``min_confidence`` (0-1) is how sure an event must be; None leaves it to the codebook.

    Raises:
        BadInput: a line of a file breaks the format.
    """
    items = items_of(path, part)[:limit]
    reader = reader or shipped_reader(min_confidence).read
    count, rows = Count(), []
    for item in items:
        record = reader(report_of(item))
        events = record.events
        _add(count, item, record)
        rows += _lines(item, events)
    if predictions is not None:
        predictions.write_text("".join(rows), encoding="utf-8")
    return _scores(count, len(items))


def items_of(path: Path, part: str) -> list[Item]:
    """The annotated sentences of a part, from a folder or one file; raises BadInput naming the file."""
    if part not in (*PARTS, "all"):
        raise BadInput(f"{part!r} is no part of the corpus", remedy=f"Choose one of {', '.join(PARTS)}, all")
    paths = [path]
    if path.is_dir():
        # The second reading has reports of its own, with pledges and positions and without events.
        inside = ((p, p.relative_to(path).parts[:-1]) for p in sorted(path.rglob("*.txt")))
        paths = [p for p, folders in inside if _BESIDE.isdisjoint(folders)]
    faults: list[str] = []
    items = [item for p in paths for item in read(p, faults)]
    if faults or not items:
        problem = faults[0] if faults else "no annotated sentences here"
        raise BadInput(problem, path=path, remedy="see docs/annotation.md for the format")
    return [item for item in items if part == "all" or part_of(item.document) == part]


def report_of(item: Item) -> Report:
    """The sentence as a report of one paragraph, published in its year."""
    return Report(
        id=f"{item.path.stem}-{item.line}",
        text=item.text,
        body=(Span(0, len(item.text)),),
        published=f"{item.year[:4]}-06-15" if item.year[:4].isdigit() else None,
        language="en",
    )


def _add(count: Count, item: Item, record: Record) -> None:
    events, whose = record.events, {m.span: m.actor for m in record.mentions if m.actor is not None}
    if not item.events:
        count.empty += 1
        count.false += len(events)
        count.quiet[item.none or _UNMARKED] += 1
        count.kinds[item.none or _UNMARKED] += len(events)
    count.gold += len(item.events)
    count.found += len(events)
    left = list(events)
    right: set[str] = set()
    for gold in item.events:
        tally = count.types.setdefault(gold.event, [0, 0, 0])
        tally[0] += 1
        match = _match(gold, left)
        if match is None:
            continue
        left.remove(match)
        count.typed += 1
        if match.event != gold.event:
            continue
        count.right += 1
        right.add(match.id)
        tally[2] += 1
        evidence = match.evidence[0]
        _parties(count.actors, gold.actors, evidence.actor_spans, whose)
        _parties(count.recipients, gold.recipients, evidence.recipient_spans, whose)
        count.status[0] += match.status.value == gold.status
        count.status[1] += 1
        count.historical[0] += match.historical == gold.historical
        count.historical[1] += 1
    for event in events:
        count.types.setdefault(event.event, [0, 0, 0])[1] += 1
        count.sure.append((event.confidence, event.id in right))


def _match(gold: Marked, events: Sequence[Event]) -> Event | None:
    """The event that tells the same: of the same type if possible, else with the same trigger."""
    trigger = Span(*gold.trigger)
    at = [e for e in events if any(x.trigger.overlaps(trigger) for x in e.evidence)]
    same = [e for e in at if e.event == gold.event]
    if same:
        return same[0]
    who = [Span(*a) for a in (*gold.actors, *gold.recipients)]
    alike = [e for e in events if e.event == gold.event and _shares(e, who)]
    return next(iter(alike or at), None)


def _shares(event: Event, spans: Iterable[Span]) -> bool:
    x = event.evidence[0]
    return any(a.overlaps(b) for a in (*x.actor_spans, *x.recipient_spans) for b in spans)


def _parties(
    tally: list[int], gold: Sequence[tuple[int, int]], found: Sequence[Span], whose: Mapping[Span, str]
) -> None:
    """Count the parties of one side; a pronoun and the name that it stands for are one party."""
    tally[0] += sum(any(Span(*g).overlaps(f) for f in found) for g in gold)
    tally[1] += len(gold)
    tally[2] += len({whose.get(span, span) for span in found})


def _f1(right: int, gold: int, found: int) -> float:
    return percent(2 * right, gold + found)


def _scores(count: Count, sentences: int) -> dict[str, Any]:
    return {
        "sentences": sentences,
        "events": count.gold,
        "event_f1": _f1(count.right, count.gold, count.found),
        "event_precision": percent(count.right, count.found),
        "event_recall": percent(count.right, count.gold),
        "type_f1": percent(count.right, count.typed),
        "actor_f1": _f1(*count.actors),
        "recipient_f1": _f1(*count.recipients),
        "status_accuracy": percent(*count.status),
        "historical_accuracy": percent(*count.historical),
        "false_events_per_100": percent(count.false, count.empty),
        "reliability": reliability(count.sure),
        "types": {k: _f1(v[2], v[0], v[1]) for k, v in sorted(count.types.items())},
        "false_by_kind": _by_kind(count),
    }


def _by_kind(count: Count) -> dict[str, dict[str, float]]:
    """For each kind of sentence that reports nothing, most false events first: how many of both."""
    return {
        kind: {"sentences": count.quiet[kind], "false": false, "per_100": percent(false, count.quiet[kind])}
        for kind, false in count.kinds.most_common()
    }


def reliability(sure: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """For each tenth of confidence: how sure it was and how often right, in per cent, of how many."""
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in sure:
        tenths.setdefault(min(9, int(confidence * 10)), []).append((confidence, right))
    return [
        {
            "confidence": percent(sum(c for c, _ in held), len(held)),
            "right": percent(sum(r for _, r in held), len(held)),
            "events": len(held),
        }
        for _, held in sorted(tenths.items())
    ]


def _lines(item: Item, events: Sequence[Event]) -> list[str]:
    """Gold and found, a line each, for reading what went wrong."""
    lines = [f"# {item.path.name}:{item.line}\t{item.text}\n"]
    for g in item.events:
        who = "; ".join(item.text[a:b] for a, b in g.actors)
        whom = "; ".join(item.text[a:b] for a, b in g.recipients)
        word = item.text[g.trigger[0] : g.trigger[1]]
        lines.append(f"gold\t{g.event}\t{g.mode or ''}\t{g.status}\t{word}\t{who}\t{whom}\n")
    for e in events:
        x = e.evidence[0]
        who = "; ".join(s.of(item.text) for s in x.actor_spans)
        whom = "; ".join(s.of(item.text) for s in x.recipient_spans)
        word = x.trigger.of(item.text)
        lines.append(f"found\t{e.event}\t{e.mode or ''}\t{e.status.value}\t{word}\t{who}\t{whom}\t{e.why}\n")
    return lines
