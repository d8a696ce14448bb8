"""Records into the ledger: whole reports or nothing, and the same capture twice changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import LedgerError
from dragoman.ledger.shapes import as_json, duckdb_type
from dragoman.ledger.store import connect, query, refusals
from dragoman.record import Record, Report, Versions

if TYPE_CHECKING:
    import duckdb

BATCH = 256
"""Reports a transaction: large enough that a commit costs little, small enough that a crash loses seconds."""

CHILDREN_FIRST = (
    "event_actors", "figures", "mentions", "pledges", "positions",
    "statements", "events", "actors", "removed", "dropped", "reports",
)  # fmt: skip


class Outcome(StrEnum):
    """What writing a record changed."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class _Held(NamedTuple):
    """What identifies a reading: hashes of the capture with the versions that read it, and of the record."""

    capture: str
    digest: str


class _Waiting(NamedTuple):
    """A record that waits for its transaction, as JSON already."""

    reading: int
    held: _Held
    record: str

    def as_json(self) -> str:
        """The row of ``incoming`` that it will be; its hashes are hexadecimal and need no escapes."""
        return (
            f'{{"reading":{self.reading},"capture":"{self.held.capture}","digest":"{self.held.digest}",'
            f'"record":{self.record}}}'
        )


class Writer:
    """Writes records into a ledger, a batch a transaction; use it as a context manager.

    A record is written whole or not at all, whatever happens in between. What is still waiting in a
    batch is written by `flush` and when the block ends, also when it ends by an exception.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, batch: int = BATCH) -> None:
        self._connection = connection
        self._batch = batch
        self._waiting: dict[str, _Waiting] = {}
        self._held = self._kept()
        self._next = 1 + self._one("SELECT coalesce(max(reading), 0) FROM reports")
        self._sweep()

    @classmethod
    def open(cls, path: Path | str, *, batch: int = BATCH) -> Writer:
        """A writer on the ledger at ``path``, which is made if it does not exist.

        Raises:
            LedgerError: the file is not a ledger or is in use.
        """
        return cls(connect(path, read_only=False), batch=batch)

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def has(self, report: Report, versions: Versions) -> bool:
        """Whether this very capture, as described, is there as read by these versions."""
        held = self._held.get(report.id)
        return held is not None and held.capture == _capture(report, versions)

    def write(self, record: Record) -> Outcome:
        """Take one record into the next transaction and say what it will change.

        A reading of a report that is there already replaces it with all its rows, unless nothing
        differs.

        Raises:
            LedgerError: the record contradicts itself (an event by an actor that it does not list);
                nothing of it is written.
        """
        report = record.report
        _check(record)
        plain, anywhere = _json(record)
        held = self._held.get(report.id)
        now = _Held(_capture(report, record.versions), _hash(anywhere))
        if held is not None and held.digest == now.digest:
            return Outcome.UNCHANGED
        self._waiting[report.id] = _Waiting(self._next, now, plain)
        self._held[report.id] = now
        self._next += 1
        if len(self._waiting) >= self._batch:
            self.flush()
        return Outcome.ADDED if held is None else Outcome.REPLACED

    def write_all(self, records: Iterable[Record]) -> dict[Outcome, int]:
        """Write many records; how many were added, replaced and unchanged."""
        counts = dict.fromkeys(Outcome, 0)
        for record in records:
            counts[self.write(record)] += 1
        self.flush()
        return counts

    def flush(self) -> None:
        """Write what is waiting, in one transaction: all of it is kept, or (on an error) none."""
        if not self._waiting:
            return
        import duckdb

        waiting, self._waiting = self._waiting, {}
        with refusals():
            self._connection.begin()
            try:
                self._insert(waiting)
                self._connection.commit()
            except BaseException:
                # An interrupt may have ended the transaction already: then there is nothing to take back.
                with suppress(duckdb.Error):
                    self._connection.rollback()
                self._held = self._kept()
                raise

    def close(self) -> None:
        """Write what is waiting, sweep superseded readings away, and close the file."""
        try:
            self.flush()
            self._sweep()
        finally:
            self._connection.close()

    def _insert(self, waiting: dict[str, _Waiting]) -> None:
        # A record a row: one list of all, cast as a whole, would take more than twice as long to take apart.
        batch = [one.as_json() for one in waiting.values()]
        self._connection.execute(
            "UPDATE reports SET superseded = true WHERE NOT superseded AND id IN (SELECT unnest(?))",
            [list(waiting)],
        )
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE incoming AS SELECT x.* FROM"
            f" (SELECT CAST(row::JSON AS {_shape()}) AS x FROM (SELECT unnest(?::VARCHAR[]) AS row))",
            [batch],
        )
        self._connection.execute(query("write"))

    def _kept(self) -> dict[str, _Held]:
        """What the file holds now, by report."""
        held = self._connection.execute("SELECT id, capture, digest FROM reports WHERE NOT superseded")
        return {report: _Held(capture, mark) for report, capture, mark in held.fetchall()}

    def _sweep(self) -> None:
        """Delete superseded readings, children first.

        Each table in its own transaction: DuckDB checks foreign keys against what stood when the
        transaction began. Until they are gone, no view shows them, so that a crash in between is harmless.
        """
        if not self._one("SELECT count(*) FROM reports WHERE superseded"):
            return
        for table in CHILDREN_FIRST:
            self._connection.execute(
                f"DELETE FROM {table} WHERE reading IN (SELECT reading FROM reports WHERE superseded)"
            )

    def _one(self, text: str) -> int:
        row = self._connection.execute(text).fetchone()
        return int(row[0]) if row else 0


def _json(record: Record) -> tuple[str, str]:
    """The record as JSON that DuckDB takes, and as if nobody knew from which path it was read.

    Only the report differs, so that all the rest is written once. A single bad value must not spoil the
    whole batch.
    """
    report = record.report
    place = report.source or report.id
    found = {name: getattr(record, name) for name in Record.__slots__ if name != "report"}
    try:
        rest = as_json(found, ascii=False).removeprefix("{")
        plain, anywhere = (
            f'{{"report": {as_json(told, ascii=False)}, {rest}' for told in (report, _nowhere(report))
        )
        plain.encode("utf-8")
    except UnicodeEncodeError as lone:
        raise LedgerError(
            "the text of this report has halves of characters (lone surrogates)",
            path=place,
            remedy="Capture it again in UTF-8",
        ) from lone
    except ValueError as infinite:
        raise LedgerError(
            "the record of this report has a number that is not finite", path=place
        ) from infinite
    return plain, anywhere


def _capture(report: Report, versions: Versions | None) -> str:
    return _hash(as_json([_nowhere(report), versions]))


def _nowhere(report: Report) -> Report:
    """The report without the path it was read from: a moved or copied file is the same capture."""
    return replace(report, source=None)


def _hash(plain: str) -> str:
    return hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _shape() -> str:
    record = duckdb_type(Record)
    return f"STRUCT(reading INTEGER, capture VARCHAR, digest VARCHAR, record {record})"


def _check(record: Record) -> None:
    """Raise unless every id in the record is unique in its kind and every reference points at one."""
    from dragoman.ledger.references import faults

    found = next(faults(record), None)
    if found is not None:
        place = record.report.source or record.report.id
        raise LedgerError(f"the record of this report contradicts itself: {found}", path=place)
