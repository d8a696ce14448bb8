"""Parquet, read by DuckDB, which the ledger needs anyway."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import opened
from dragoman.sources.options import ReadOptions, Unread
from dragoman.sources.rows import Table

_BATCH = 256


def read_parquet(path: Path, options: ReadOptions) -> Iterator[Report | Unread]:
    """The reports of a Parquet file in the order of its rows; only the columns that are needed are read.

    Raises:
        BadInput: the file is no Parquet, or no column holds the text.
    """
    import duckdb

    try:
        # The path comes from the user, not from a page; extensions must neither be fetched nor loaded.
        with duckdb.connect(
            ":memory:",
            config={"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False},
        ) as database:
            yield from _reports(database, path, options)
    except duckdb.Error as error:
        raise BadInput(
            f"this is not a Parquet file that can be read: {str(error).splitlines()[0]}",
            path=opened.name_of(path),
            remedy="Write the table again",
        ) from error


def _reports(database: Any, path: Path, options: ReadOptions) -> Iterator[Report | Unread]:
    place = _literal(path)
    described = database.execute("SELECT * FROM read_parquet(?) LIMIT 0", [place])
    table = Table(path, options)
    column = table.columns([entry[0] for entry in described.description])
    names = list(column.values())
    selected = ", ".join('"' + name.replace('"', '""') + '"' for name in names)
    cursor = database.execute(f"SELECT {selected} FROM read_parquet(?)", [place])
    number = 0
    while batch := cursor.fetchmany(_BATCH):
        for values in batch:
            number += 1
            yield table.read(dict(zip(names, values, strict=True)), column, f"row {number}")


def _literal(path: Path) -> str:
    """The path as a pattern that matches only itself: DuckDB would read ``*``, ``?`` and ``[`` as a glob."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in str(path))
