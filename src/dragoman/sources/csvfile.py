"""CSV and TSV: a header that names the columns, then a report a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import opened
from dragoman.sources.encodings import decode
from dragoman.sources.options import MAX_TABLE_BYTES, ReadOptions, Unread
from dragoman.sources.rows import Table

_QUOTE = "Put cells with separators, quotes or line breaks in quotes"
_DELIMITERS = (",", "\t", ";", "|")


def read_csv(stream: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Report | Unread]:
    """The reports of a table in text; a row with too many or too few cells is told, the next is read.

    Raises:
        BadInput: the file is empty or larger than two gibibytes, or no column holds the text.
    """
    name = opened.name_of(path)
    text = decode(opened.whole(stream, path, MAX_TABLE_BYTES)).text
    if not text.strip():
        raise BadInput("the file is empty", path=name, remedy="Save the table again")
    # The module's default of 128 KiB a cell is less than a long report.
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = next(rows)
    table = Table(path, options)
    column = table.columns(header)
    for place, row in _rows(rows):
        if isinstance(row, str):
            yield Unread(name, place, f"this is not CSV: {row}", _QUOTE)
        elif row and len(row) != len(header):
            yield Unread(name, place, f"{len(row)} cells under {len(header)} columns", _QUOTE)
        elif row:
            yield table.read(dict(zip(header, row, strict=True)), column, place)


def _rows(rows: Iterator[list[str]]) -> Iterator[tuple[str, list[str] | str]]:
    """Each row with its place, or what is wrong with it."""
    number = 1
    while True:
        number += 1
        try:
            yield f"row {number}", next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"row {number}", str(error)


def _delimiter(text: str) -> str:
    """The separator that the header has most of."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)
