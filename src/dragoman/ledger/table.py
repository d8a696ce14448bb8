"""What a query gives: rows at once, or a table that other libraries read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.ledger.store import refusals

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query of the user's own gave: the names of its columns, and its rows as tuples."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Table:
    """A table, a view or a query, for any library that reads Arrow: ``polars.DataFrame(table)``.

    Nothing is computed until it is asked for. ``pyarrow.table(table)``, ``pandas.DataFrame.from_arrow``
    and DuckDB itself take it as well; none of them needs to be installed.
    """

    def __init__(self, relation: duckdb.DuckDBPyRelation) -> None:
        self._relation = relation

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow stream (the PyCapsule interface)."""
        with refusals():
            return self._relation.__arrow_c_stream__(requested_schema)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._relation.columns)

    def rows(self) -> tuple[tuple[Any, ...], ...]:
        """All rows as tuples."""
        with refusals():
            return tuple(self._relation.fetchall())
