"""Whole records as JSON Lines, with the keys of the record contract: what `read --format jsonl` prints."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger.shapes import as_json
from dragoman.ledger.view import Ledger
from dragoman.record import Record


def json_line(record: Record) -> str:
    """A record as one line of ASCII JSON, without the line's end."""
    return as_json(record)


def write_records(ledger: Path, to: Path) -> int:
    """Write every record of a ledger, one a line; how many."""
    count = 0
    with Ledger.open(ledger) as held, to.open("w", encoding="ascii", newline="\n") as file:
        for record in held.records():
            file.write(json_line(record) + "\n")
            count += 1
    return count
