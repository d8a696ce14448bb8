"""JSON Lines, one object a line, and JSON arrays of objects: their keys as named columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import opened
from dragoman.sources.options import MAX_TABLE_BYTES, MEBIBYTE, ReadOptions, Unread
from dragoman.sources.rows import NAME_IT, Table

_BOM = b"\xef\xbb\xbf"
_OBJECT = "Write one object a line"
_UTF8 = "Save the file as UTF-8, one object a line"


def read_jsonl(stream: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Report | Unread]:
    """The reports of a JSON Lines stream; a bad line is told and the next is read.

    JSON is UTF-8 (RFC 8259): a line in another encoding is a bad line.
    """
    name = opened.name_of(path)
    table = Table(path, options)
    number = 0
    for number, line in enumerate(_lines(stream, options.max_bytes), start=1):
        if not line.strip(b" \t\r\n"):
            continue
        if line[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield Unread(name, f"line {number}", "the file is UTF-16, which JSON may not be", _UTF8)
            return
        yield _line(line.removeprefix(_BOM), table, f"line {number}", options)
    if not number:
        yield Unread(name, "", "the file is empty", "Save the corpus again")


def read_array(stream: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Report | Unread]:
    """The reports of one JSON array of objects; a bad item is told and the next is read.

    Raises:
        BadInput: the file is no JSON, or larger than two gibibytes.
    """
    name = opened.name_of(path)
    try:
        items = json.loads(opened.whole(stream, path, MAX_TABLE_BYTES).removeprefix(_BOM).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"this is not JSON: {error}", path=name, remedy=_UTF8) from error
    table = Table(path, options)
    for number, row in enumerate(items, start=1):
        yield _object(row, table, f"item {number}", options)


def _line(line: bytes, table: Table, place: str, options: ReadOptions) -> Report | Unread:
    if len(line) > options.max_bytes:
        limit = options.max_bytes / MEBIBYTE
        return Unread(table.name, place, f"the line is longer than {limit:.0f} MiB", "Split the report")
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Unread(table.name, f"{place}, byte {error.start + 1}", "this is not UTF-8", _UTF8)
    except json.JSONDecodeError as error:
        where, wrong = (
            f"{place}, column {error.colno}",
            error.msg.removesuffix(" at").removesuffix(" starting"),
        )
        return Unread(table.name, where, f"this is not JSON: {wrong}", "Write one JSON object a line")
    except (ValueError, RecursionError) as error:
        return Unread(table.name, place, f"this is not JSON: {error}", "Write one JSON object a line")
    return _object(row, table, place, options)


def _object(row: object, table: Table, place: str, options: ReadOptions) -> Report | Unread:
    if not isinstance(row, dict):
        return Unread(table.name, place, f"this is a JSON {type(row).__name__}, not an object", _OBJECT)
    keys = [str(key) for key in row]
    if "text" not in options.columns.find(keys):
        there, wanted = ", ".join(map(str, list(row)[:12])) or "none", " or ".join(options.columns.text[:3])
        return Unread(table.name, place, f"no key is called {wanted}; there are: {there}", NAME_IT)
    return table.read(row, table.columns(keys), place)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long only the start, which betrays its length."""
    total = 0
    while line := stream.readline(limit + 2):
        total += len(line)
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 2)
            total += len(line)
            if not line or total > opened.MAX_STREAM_BYTES:
                return
