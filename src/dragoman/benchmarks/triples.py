"""The ``triples`` bench: actor, type and recipient from raw text, where nobody says what to look for.

The file is that of ``relations``; the marks are taken out before the sentence is read and are used only to
score. A row is ``found`` where some event has the right type, a word for an actor in an ``<s>`` and a word
for a recipient in a ``<t>``; ``pair_found`` leaves the type out. The ``curve`` says what asking for less or
more confidence than the codebook does would find, and how many events it would tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.benchmarks.marked import (
    Marked,
    Reads,
    names_actor,
    names_recipient,
    read_marked,
    shipped_reader,
)
from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.relations import Scheme, gold_label, scheme_of
from dragoman.benchmarks.scores import percent
from dragoman.record import Event

PEERS = peers("triples")
_LOWEST = 0.15  # below this the events beside multiply and hardly a triple is gained
_CURVE = (_LOWEST, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


def run(
    path: Path,
    labels: str | None = None,
    limit: int | None = None,
    predictions: Path | None = None,
    min_confidence: float | None = None,
    reader: Reads | None = None,
) -> dict[str, Any]:
    """``found`` and ``pair_found`` in per cent of the rows, ``events_per_sentence``, and the ``curve``.

    ``labels`` is as in ``relations``, ``min_confidence`` as in ``Settings``: lower finds more, and tells more
    events beside. ``predictions`` gets a TSV with the label, whether the triple and the
    pair were found, and each event as ACTOR TYPE RECIPIENT.

    Raises:
        BadInput: the file lacks a column, or a label is none of the scheme's, with its line.
    """
    rows = read_marked(path, limit)
    low = shipped_reader(_LOWEST) if reader is None and min_confidence is None else None
    reader = reader or shipped_reader(min_confidence)
    scheme = scheme_of(rows, labels, {name: kind.quad or "" for name, kind in reader.codebook.types.items()})
    gold = [gold_label(row, scheme, path) for row in rows]
    events = [reader.read(row.report()).events for row in rows]
    pairs = [[e for e in found if of_pair(row, e)] for row, found in zip(rows, events, strict=True)]
    triples = [
        any(scheme.label(e, row.text) == true for e in found)
        for row, true, found in zip(rows, gold, pairs, strict=True)
    ]
    if predictions is not None:
        told = [
            "; ".join(_triple(e, scheme.label(e, row.text)) for e in found)
            for row, found in zip(rows, events, strict=True)
        ]
        _write(predictions, gold, triples, pairs, told)
    scores: dict[str, Any] = {
        "rows": len(rows),
        "found": percent(sum(triples), len(rows)),
        "pair_found": percent(sum(map(bool, pairs)), len(rows)),
        "events_per_sentence": round(sum(map(len, events)) / len(rows), 2),
    }
    if low is not None:
        all_events = [low.read(row.report()).events for row in rows]
        scores["curve"] = [_at(least, rows, gold, all_events, scheme) for least in _CURVE]
    return scores


def _at(
    least: float,
    rows: Sequence[Marked],
    gold: Sequence[str],
    events: Sequence[Sequence[Event]],
    scheme: Scheme,
) -> dict[str, float]:
    """What the events of at least this confidence find, and how many of them there are."""
    kept = [[e for e in found if e.confidence >= least] for found in events]
    right = sum(
        any(of_pair(row, e) and scheme.label(e, row.text) == true for e in found)
        for row, true, found in zip(rows, gold, kept, strict=True)
    )
    return {
        "confidence": least,
        "found": percent(right, len(rows)),
        "events_per_sentence": round(sum(map(len, kept)) / len(rows), 2),
    }


def of_pair(row: Marked, event: Event) -> bool:
    """Whether the event has the marked actor for its actor and the marked recipient for its recipient.

    Where all parties of an event act on each other, any other of them is the recipient of each.
    """
    return names_actor(event, row.actors) and (
        names_recipient(event, row.recipients)
        or (not event.recipients and len(event.actors) > 1 and names_actor(event, row.recipients))
    )


def _write(
    path: Path,
    gold: Sequence[str],
    triples: Sequence[bool],
    pairs: Sequence[Sequence[Event]],
    events: Sequence[str],
) -> None:
    lines = ["gold\tfound\tpair_found\tevents"]
    for true, triple, pair, told in zip(gold, triples, pairs, events, strict=True):
        lines.append("\t".join([true, str(triple).lower(), str(bool(pair)).lower(), told]))
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _triple(event: Event, label: str) -> str:
    return f"{'+'.join(event.actors) or '-'} {label} {'+'.join(event.recipients) or '-'}"
