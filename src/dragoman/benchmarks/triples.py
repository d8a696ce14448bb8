"""The ``triples`` bench: actor, type and recipient from raw text, where nobody says what to look for.

The file is that of ``relations``; the marks are taken out before the sentence is read and are used only to
score. A row is ``found`` where some event has the right type, a word for an actor in an ``<s>`` and a word
for a recipient in a ``<t>``; ``pair_found`` leaves the type out.
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
from dragoman.benchmarks.relations import gold_label, scheme_of
from dragoman.benchmarks.scores import percent
from dragoman.record import Event

PEERS = peers("triples")


def run(
    path: Path,
    labels: str | None = None,
    limit: int | None = None,
    predictions: Path | None = None,
    min_confidence: float | None = None,
    reader: Reads | None = None,
) -> dict[str, Any]:
    """``found`` and ``pair_found`` in per cent of the rows, and the mean of ``events_per_sentence``.

    ``labels`` is as in ``relations``, ``min_confidence`` as in ``Settings``: lower finds more, and tells more
    events beside. ``predictions`` gets a TSV with the label, whether the triple and the
    pair were found, and each event as ACTOR TYPE RECIPIENT.

    Raises:
        BadInput: the file lacks a column, or a label is none of the scheme's, with its line.
    """
    rows = read_marked(path, limit)
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
    return {
        "rows": len(rows),
        "found": percent(sum(triples), len(rows)),
        "pair_found": percent(sum(map(bool, pairs)), len(rows)),
        "events_per_sentence": round(sum(map(len, events)) / len(rows), 2),
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
