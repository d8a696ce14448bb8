"""The ``triples`` bench: actor, type and recipient from raw text, where nobody says what to look for.

The file is that of ``relations``; the marks are taken out before the sentence is read and are used only to
score. A row is ``found`` where some event has the right type, a word for an actor in an ``<s>`` and a word
for a recipient in a ``<t>``; ``pair_found`` leaves the type out. Who marked the file marked one act of each
sentence, so what is told beside it is not wrong; the bench asks what can be found, and reads at a confidence
below the codebook's. Every row is known to tell something, and is read so, as ``relations`` reads it;
``unaware`` says what is found by whoever does not know that. The ``curve`` says what other confidences find,
and how many events they tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
Told = Sequence[Sequence[Event]]  # the events of every row
_LOWEST = 0.15  # below this the events beside multiply and hardly a triple is gained
_ASKED = 0.2  # about two events a sentence, where the file marks one
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

    ``labels`` is as in ``relations``; ``min_confidence`` is 0.2 unless given: lower finds more, and tells
    more events beside. ``predictions`` gets a TSV with the label, whether the triple and the pair were found,
    and each event as ACTOR TYPE RECIPIENT.

    Raises:
        BadInput: the file lacks a column, or a label is none of the scheme's, with its line.
    """
    rows = read_marked(path, limit)
    asked = _ASKED if min_confidence is None else min_confidence
    unaware = reader or shipped_reader(min(asked, _LOWEST))
    reader = unaware.told
    scheme = scheme_of(rows, labels, {name: kind.quad or "" for name, kind in reader.codebook.types.items()})
    sought = _Sought(rows, [gold_label(row, scheme, path) for row in rows], scheme)
    told = [reader.read(row.report()).events for row in rows]
    events = _at_least(asked, told)
    plain = _at_least(asked, [unaware.read(row.report()).events for row in rows])
    if predictions is not None:
        _write(predictions, sought, events)
    return {
        "rows": len(rows),
        "confidence": asked,
        **sought.scores(events),
        "unaware": sought.scores(plain),
        "curve": [{"confidence": c, **sought.scores(_at_least(c, told))} for c in _CURVE],
    }


def _at_least(confidence: float, events: Told) -> Told:
    """The events that are at least so sure."""
    return [[e for e in found if e.confidence >= confidence] for found in events]


@dataclass(frozen=True, slots=True)
class _Sought:
    """The marked rows with their true labels."""

    rows: Sequence[Marked]
    gold: Sequence[str]
    scheme: Scheme

    def pairs(self, events: Told) -> list[bool]:
        """For every row, whether some event stands between its marked parties."""
        return [any(of_pair(row, e) for e in found) for row, found in zip(self.rows, events, strict=True)]

    def triples(self, events: Told) -> list[bool]:
        """For every row, whether some event between its marked parties has the true label."""
        return [
            any(of_pair(row, e) and self.scheme.label(e, row.text) == true for e in found)
            for row, true, found in zip(self.rows, self.gold, events, strict=True)
        ]

    def scores(self, events: Told) -> dict[str, float]:
        """What these events find, and how many of them there are."""
        return {
            "found": percent(sum(self.triples(events)), len(self.rows)),
            "pair_found": percent(sum(self.pairs(events)), len(self.rows)),
            "events_per_sentence": round(sum(map(len, events)) / len(self.rows), 2),
        }


def of_pair(row: Marked, event: Event) -> bool:
    """Whether the event has the marked actor for its actor and the marked recipient for its recipient.

    Where all parties of an event act on each other, any other of them is the recipient of each.
    """
    return names_actor(event, row.actors) and (
        names_recipient(event, row.recipients)
        or (not event.recipients and len(event.actors) > 1 and names_actor(event, row.recipients))
    )


def _write(path: Path, sought: _Sought, events: Told) -> None:
    lines = ["gold\tfound\tpair_found\tevents"]
    for row, true, triple, pair, found in zip(
        sought.rows, sought.gold, sought.triples(events), sought.pairs(events), events, strict=True
    ):
        told = "; ".join(_triple(e, sought.scheme.label(e, row.text)) for e in found)
        lines.append("\t".join([true, str(triple).lower(), str(pair).lower(), told]))
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _triple(event: Event, label: str) -> str:
    return f"{'+'.join(event.actors) or '-'} {label} {'+'.join(event.recipients) or '-'}"
