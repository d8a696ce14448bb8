"""One view of the ledger as JSON Lines, CSV or Parquet, written by DuckDB itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ledger.store import connect, refusals

if TYPE_CHECKING:
    import duckdb

JOINT = "|"
"""What parts the members of a list in CSV, which has no lists."""

_COPY = {
    "jsonl": "COPY (SELECT * FROM rows_out) TO $file (FORMAT json)",
    "csv": "COPY (SELECT * FROM rows_out) TO $file (FORMAT csv, HEADER)",
    "parquet": "COPY (SELECT * FROM rows_out) TO $file (FORMAT parquet, COMPRESSION zstd)",
}
_JOINED = f"nullif(array_to_string(list_transform(\"{{name}}\", lambda x: coalesce(x, '')), '{JOINT}'), '')"
_ORDER = {"actors": "reports DESC, actor"}


def write_table(ledger: Path, what: str, to: Path, ending: str) -> int:
    """Write the rows of one kind, ordered by publication; how many. The path is bound, never pasted."""
    connection = connect(ledger, read_only=True)
    try:
        with refusals(to):
            columns = _columns(connection, f"v_{what}", flat=ending == "csv")
            order = _ORDER.get(what, "published NULLS LAST, report")
            connection.execute(
                f"CREATE TEMP VIEW rows_out AS SELECT {columns} FROM v_{what} ORDER BY {order}"
            )
            copied = connection.execute(_COPY[ending], {"file": str(to.resolve())}).fetchone()
    finally:
        connection.close()
    return int(copied[0]) if copied else 0


def _columns(connection: duckdb.DuckDBPyConnection, view: str, *, flat: bool) -> str:
    """The columns of a view for a SELECT; flat, the members of each list are joined.

    A member that is not known keeps its place, since lists of one row go together (`actor_ids` and
    `actor_states`); an empty list is as empty as one that is not there.
    """
    described = connection.execute(f"DESCRIBE {view}").fetchall()
    return ", ".join(
        f'{_JOINED.format(name=name)} AS "{name}"' if flat and kind.endswith("[]") else f'"{name}"'
        for name, kind, *_ in described
    )
