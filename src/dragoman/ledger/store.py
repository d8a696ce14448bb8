"""The file under the ledger: opened, brought up to date by migrations, and guarded against its users."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import LedgerError

if TYPE_CHECKING:
    import duckdb

HERE = "dragoman.ledger"


def connect(path: Path | str, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to a ledger whose schema is this program's; ``:memory:`` is a ledger of its own.

    Opened for writing, a new file gets the schema and an older one its missing migrations.

    Raises:
        LedgerError: no such file, not a ledger, in use by another process, or made by a newer program.
    """
    import duckdb

    path = Path(path)
    in_memory = str(path) == ":memory:"
    if read_only and not path.is_file():
        raise LedgerError("there is no ledger here", path=path, remedy="Make one with `dragoman read PATH`")
    if not in_memory and not path.resolve().parent.is_dir():
        raise LedgerError("its directory does not exist", path=path, remedy="Make the directory first")
    with refusals(path):
        connection = duckdb.connect(str(path), read_only=read_only)
    try:
        with refusals(path):
            _settle(connection, path, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def guard(connection: duckdb.DuckDBPyConnection) -> None:
    """Forbid a connection files, the network, extensions and any change to these bounds, for good."""
    for setting in ("enable_external_access = false", "autoinstall_known_extensions = false"):
        connection.execute(f"SET {setting}")
    connection.execute("SET lock_configuration = true")


@contextmanager
def refusals(path: Path | str | None = None) -> Iterator[None]:
    """Turn what DuckDB refuses into a `LedgerError` in the user's terms.

    Raises:
        LedgerError: DuckDB refused; ``path`` is named in it.
    """
    import duckdb

    try:
        yield
    except duckdb.Error as refused:
        raise _explained(refused, path) from refused


@cache
def query(name: str) -> str:
    """The text of ``queries/NAME.sql``."""
    return resources.files(HERE).joinpath("queries", f"{name}.sql").read_text(encoding="utf-8")


def rows(connection: duckdb.DuckDBPyConnection, text: str, bound: object = None) -> list[dict[str, Any]]:
    """The rows of a query as dicts; every value is bound, never pasted."""
    with refusals():
        result = connection.execute(text, bound or [])
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


@cache
def migrations() -> tuple[tuple[int, str, str], ...]:
    """(version, name, SQL) of each migration, in order: ``0001_first.sql`` is version 1."""
    folder = resources.files(HERE).joinpath("migrations")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple((int(f.name[:4]), f.name.removesuffix(".sql"), f.read_text(encoding="utf-8")) for f in files)


def _settle(connection: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> None:
    """See that the file is a ledger of this version; where it may be written, make it one."""
    connection.execute("SET TimeZone = 'UTC'")
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if tables and "schema_version" not in tables:
        raise LedgerError(
            "this DuckDB file is not a Dragoman ledger", path=path, remedy="Name another file with --ledger"
        )
    held = _version(connection) if tables else 0
    newest = migrations()[-1][0]
    if held > newest:
        raise LedgerError(
            f"made by a newer Dragoman (schema {held}; this one knows {newest})",
            path=path,
            remedy="Upgrade Dragoman",
        )
    if held < newest and read_only:
        raise LedgerError(
            f"an older ledger (schema {held}; this Dragoman needs {newest})",
            path=path,
            remedy="Any `dragoman read` into it brings it up to date",
        )
    if not read_only:
        # DuckDB takes a batch for more than its default of 16 MB, of which it then logs a tenth, and would
        # fold the log into the file after every batch, which takes longer than all the rest of a commit.
        connection.execute("SET checkpoint_threshold = '128MB'")
        upgrade(connection, held)
    # The views in a file may be those of an older program; a reader brings its own.
    kind = "TEMP VIEW" if read_only else "VIEW"
    views = resources.files(HERE).joinpath("views.sql").read_text(encoding="utf-8")
    connection.execute(views.replace("OR REPLACE VIEW", f"OR REPLACE {kind}"))


def upgrade(connection: duckdb.DuckDBPyConnection, held: int) -> None:
    """Apply the migrations above version ``held``, each in a transaction of its own."""
    for version, name, text in migrations():
        if version > held:
            connection.begin()
            connection.execute(text)
            connection.execute("INSERT INTO schema_version (version, name) VALUES (?, ?)", [version, name])
            connection.commit()


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("SELECT coalesce(max(version), 0) FROM schema_version").fetchone()
    return int(row[0]) if row else 0


def _explained(refused: Exception, path: Path | str | None) -> LedgerError:
    said = str(refused).strip()
    first = said.splitlines()[0].removesuffix(".") if said else type(refused).__name__
    if "lock" in said and "file" in said:
        return LedgerError(
            "in use by another process", path=path, remedy="Wait until it has finished, or copy the file"
        )
    if "not a valid DuckDB database" in said:
        return LedgerError(
            "not a ledger: no DuckDB file", path=path, remedy="Name another file with --ledger"
        )
    if "disabled by configuration" in said or "disabled through configuration" in said:
        return LedgerError(
            "a query may read the ledger and nothing else", remedy="Use `dragoman export` to write files"
        )
    return LedgerError(first, path=path, remedy=_meant(said))


def _meant(said: str) -> str | None:
    """What DuckDB thinks was meant by a name that is not there: the nearest columns, or the nearest table."""
    if near := re.search(r"^Candidate bindings: (.+)$", said, re.MULTILINE):
        return f"Did you mean {near[1].replace(chr(34), '')}?"
    near = re.search(r"^Did you mean \"?([^\"?\n]+)\"?\?", said, re.MULTILINE)
    return f"Did you mean {near[1]}?" if near else None
