"""The ``event-dates`` bench: the day on which what a passage reports took place.

JSONL with ``text``, ``published`` and ``date`` (ISO days). Our answer is the record's ``when``, else the
time of its first actual event that has one; a coarser time is right for ``month`` or ``year`` if it agrees
there. A row without an answer is ``missing``: the publication date never stands in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.record import Record, Report, Span, Status, TimeSpan

PEERS = peers("event-dates")

Reading = Callable[[Report], Record]

_KEYS = ("text", "published", "date")
_FORMAT = 'Each line is {"text": …, "published": "2023-11-21", "date": "2023-11-20"}'


@dataclass(frozen=True, slots=True)
class Row:
    """A passage, the day of its publication, and the day of what it reports."""

    text: str
    published: str
    date: str


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    reader: Reading | None = None,
) -> dict[str, Any]:
    """The share of rows whose day, month and year we find, in per cent.

    ``day_elsewhere`` is over the rows whose date isn't the publication date; ``baseline`` is what the
    publication date would score as the day of all. ``reader`` makes the record of a report; the shipped
    program where none is given.

    Raises:
        BadInput: a line is not JSON or lacks a key or an ISO day, with its number.
    """
    rows = read_rows(path)[:limit]
    read = reader or shipped_reader()
    found = [event_time(read(as_report(row))) for row in rows]
    if predictions is not None:
        write_predictions(predictions, rows, found)
    return score(rows, found)


def shipped_reader() -> Reading:
    """The whole road of the shipped program."""
    from dragoman.pipeline import Reader
    from dragoman.settings import Settings

    return Reader.load(Settings()).read


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSONL file; empty lines are skipped.

    Raises:
        BadInput: the file cannot be read, has no rows, or a row lacks a key or a day; with file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read: {error}", path=path, remedy="Name a JSONL file in UTF-8") from error
    rows = [_row(line, path, n) for n, line in enumerate(lines, start=1) if line.strip()]
    if not rows:
        raise BadInput("has no rows", path=path, remedy=_FORMAT)
    return rows


def _row(line: str, path: Path, number: int) -> Row:
    try:
        held = json.loads(line)
        row = Row(*(str(held[key]) for key in _KEYS))
        for day in (row.published, row.date):
            date.fromisoformat(day[:10])
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(
            f"is no row of this bench: {error!r}", path=path, line=number, remedy=_FORMAT
        ) from error
    return row


def as_report(row: Row) -> Report:
    """A row as a report whose paragraphs are its lines."""
    identity = sha256(f"{row.published}\n{row.text}".encode()).hexdigest()[:16]
    return Report(
        identity, row.text, tuple(_paragraphs(row.text)), published=row.published, published_source="given"
    )


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def event_time(record: Record) -> TimeSpan | None:
    """The time of what the passage is about, else of the first actual, non-historical event with a date."""
    if record.when and (record.when.start or record.when.end):
        return record.when
    dated = [e for e in record.events if e.time and (e.time.start or e.time.end)]
    ranked = sorted(
        dated,
        key=lambda e: (
            e.status != Status.ACTUAL,
            e.historical,
            e.evidence[0].sentence if e.evidence else Span(0, 0),
        ),
    )
    return ranked[0].time if ranked else None


def score(rows: list[Row], found: list[TimeSpan | None]) -> dict[str, Any]:
    """Shares of rows in per cent."""
    pairs = list(zip(rows, found, strict=True))
    elsewhere = [(r, t) for r, t in pairs if r.date[:10] != r.published[:10]]
    return {
        "rows": len(rows),
        "day": _share(pairs, 10),
        "month": _share(pairs, 7),
        "year": _share(pairs, 4),
        "missing": percent(sum(t is None for t in found), len(found)),
        "day_elsewhere": _share(elsewhere, 10),
        "rows_elsewhere": len(elsewhere),
        "baseline": percent(len(rows) - len(elsewhere), len(rows)),
    }


def _share(pairs: list[tuple[Row, TimeSpan | None]], digits: int) -> float:
    return percent(sum(agrees(t, r.date, digits) for r, t in pairs), len(pairs))


def agrees(time: TimeSpan | None, day: str, digits: int) -> bool:
    """Whether a time names the same day (10 digits), month (7) or year (4) as a day does.

    A stretch agrees where both of its ends do, so that a week is a day's month but not its day.
    """
    edges = [edge for edge in (time.start, time.end) if edge] if time else []
    return bool(edges) and all(edge[:digits] == day[:digits] for edge in edges)


def write_predictions(path: Path, rows: list[Row], found: list[TimeSpan | None]) -> None:
    """A TSV: published, date, our start and end, precision, reason, the passage's first words."""
    with path.open("w", encoding="utf-8") as file:
        for row, time in zip(rows, found, strict=True):
            ours = (
                (time.start, time.end, time.precision, time.reason)
                if time
                else ("", "", "", "no event has a date")
            )
            print(
                row.published,
                row.date,
                *(o or "" for o in ours),
                " ".join(row.text.split())[:80],
                sep="\t",
                file=file,
            )
