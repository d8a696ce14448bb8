"""Dragoman reads news reports and keeps the record of who did or said what to whom, when and on whose word.

    import dragoman

    for record in dragoman.read("reports/"):
        for event in record.events:
            print(event.event, event.actors, event.recipients, event.status)

    with dragoman.open("dragoman.duckdb") as ledger:
        for row in ledger.events(actor="Serbia", since="2023-11"):
            print(row.date, row.actors, row.event, row.recipients, row.sentence)
        frame = polars.DataFrame(ledger.table("v_events"))  # or pandas, pyarrow: anything that reads Arrow

Records and rows are frozen dataclasses (`dragoman.record`, `dragoman.ledger.rows`). Importing this
package loads neither the model nor the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import BadInput, CodebookError, DragomanError, LedgerError, ModelError
from dragoman.record import Record
from dragoman.settings import Settings
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.ledger.view import Ledger
    from dragoman.sources import Unread

__all__ = [
    "BadInput",
    "CodebookError",
    "DragomanError",
    "LedgerError",
    "ModelError",
    "Record",
    "Settings",
    "__version__",
    "keep",
    "open",
    "read",
]


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    settings: Settings | None = None,
    on_unread: Callable[[Unread], None] | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Record]:
    """The record of each report under the paths: files, directories, globs, or ``-`` for standard input.

    ``published``, ``publisher`` and ``url`` are for captures that lack them; ``columns`` names the columns
    of tables (``{"text": "Inhalt"}``). What cannot be read goes to ``on_unread`` (by default a
    `UserWarning` that names file, place and reason), and the rest is read.

    Raises:
        BadInput: a date that is none, or a column for something that a report does not have.
        ModelError: the model is missing or damaged.
        CodebookError: the codebook breaks its own rules.
    """
    from dragoman import sources
    from dragoman.parallel import read_reports

    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    known = sources.ReadOptions(
        published=published,
        publisher=publisher,
        url=url,
        columns=sources.Columns.named(columns or {}),
    )
    reports = sources.read(given, known)
    for found in read_reports(reports, settings or Settings.from_environment()):
        if isinstance(found, Record):
            yield found
        else:
            (on_unread or _warn)(found)


def keep(records: Iterable[Record], path: str | Path) -> int:
    """Write records into the ledger at ``path``, made if need be; how many were new or changed.

    ``dragoman.keep(dragoman.read("reports/"), "dragoman.duckdb")`` is what ``dragoman read`` does.

    Raises:
        LedgerError: the file is not a ledger, is in use, or a record contradicts itself.
    """
    from dragoman.ledger.writer import Outcome, Writer

    with Writer.open(path) as writer:
        counts = writer.write_all(records)
    return counts[Outcome.ADDED] + counts[Outcome.REPLACED]


def open(path: str | Path) -> Ledger:
    """The ledger at ``path``, to be asked in typed rows or SQL; nothing can be changed through it.

    Raises:
        LedgerError: there is no ledger there, or it is in use by another process.
    """
    from dragoman.ledger.view import Ledger

    return Ledger.open(path)


def _warn(unread: Unread) -> None:
    import warnings

    warnings.warn(str(unread), stacklevel=3)
