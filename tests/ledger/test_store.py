"""Opening ledgers: new, old, foreign, locked; and what a reader's query may not do."""

from __future__ import annotations

from importlib import resources

import duckdb
import pytest

from dragoman.errors import LedgerError
from dragoman.export import export
from dragoman.ledger import store
from dragoman.ledger.view import Ledger
from dragoman.ledger.writer import Writer
from tests.ledger.made import record


@pytest.fixture
def path(tmp_path):
    return tmp_path / "made.duckdb"


@pytest.fixture
def ledger(path):
    with Writer.open(path) as writer:
        writer.write(record(1))
    with Ledger.open(path) as opened:
        yield opened


def described(connection):
    columns = connection.execute(
        "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns()"
        " WHERE schema_name = 'main' AND NOT internal"
    ).fetchall()
    constraints = connection.execute(
        "SELECT table_name, constraint_text FROM duckdb_constraints()"
    ).fetchall()
    return sorted(columns), sorted(constraints)


def test_the_schema_to_read_is_the_schema_that_the_migrations_make():
    migrated, readable = duckdb.connect(), duckdb.connect()
    for _, _, text in store.migrations():
        migrated.execute(text)
    readable.execute(resources.files(store.HERE).joinpath("schema.sql").read_text(encoding="utf-8"))
    assert described(migrated) == described(readable)


def test_migrations_are_numbered_without_a_gap():
    assert [version for version, _, _ in store.migrations()] == list(range(1, len(store.migrations()) + 1))


def test_an_older_ledger_gets_what_it_lacks_and_keeps_what_it_has(ledger, path, monkeypatch):
    ledger.close()
    more = (*store.migrations(), (99, "0099_more", "CREATE TABLE more (x INTEGER)"))
    monkeypatch.setattr(store, "migrations", lambda: more)
    with pytest.raises(LedgerError, match="older ledger"):
        Ledger.open(path)
    Writer.open(path).close()
    with Ledger.open(path) as upgraded:
        assert upgraded.sql("SELECT count(*) FROM more").rows == ((0,),)
        assert list(upgraded.records()) == [record(1)]


def test_a_ledger_of_a_newer_program_is_left_alone(ledger, path):
    ledger.close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_version (version, name) VALUES (99, 'later')")
    with pytest.raises(LedgerError, match="newer Dragoman"):
        Writer.open(path)


def test_what_is_no_ledger_is_said_to_be_none(path):
    with pytest.raises(LedgerError, match="no ledger here"):
        Ledger.open(path)
    path.write_text("Hello")
    with pytest.raises(LedgerError, match=r"made\.duckdb.*no DuckDB file"):
        Ledger.open(path)
    path.unlink()
    duckdb.connect(str(path)).execute("CREATE TABLE mine (x INTEGER)").close()
    with pytest.raises(LedgerError, match="not a Dragoman ledger"):
        Writer.open(path)


@pytest.mark.parametrize(
    "text",
    [
        "DELETE FROM reports",
        "SELECT 1; DROP TABLE reports",
        "DROP TABLE reports",
        "COPY reports TO '/tmp/stolen.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "ATTACH '/tmp/other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT * FROM nothing",
        "SELEC 1",
        "",
    ],
)
def test_a_query_reads_the_ledger_and_does_nothing_else(ledger, text):
    with pytest.raises(LedgerError):
        ledger.sql(text)
    assert len(ledger.reports()) == 1


def test_a_query_does_not_see_the_caller_s_variables(ledger):
    secret = duckdb.sql("SELECT 42 AS answer")
    with pytest.raises(LedgerError):
        ledger.sql("SELECT * FROM secret")
    assert secret is not None


def test_a_query_s_values_are_bound(ledger):
    answer = ledger.sql("SELECT id FROM reports WHERE publisher = ?", ["Zenda' OR 1=1 --"])
    assert answer.rows == ()
    assert answer.columns == ("id",)


def test_a_reader_brings_its_own_views(ledger, path, tmp_path):
    ledger.close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE OR REPLACE VIEW v_events AS SELECT 'of an older program' AS id")
    with Ledger.open(path) as reopened:
        assert len(reopened.events()) == 3
        assert len(reopened.table("v_events").rows()) == 3
        assert reopened.sql("SELECT count(*) FROM v_events").rows == ((3,),)
    assert export(path, "events", tmp_path / "events.csv") == 3


def test_foreign_keys_hold(ledger, path):
    ledger.close()
    with duckdb.connect(str(path)) as connection, pytest.raises(duckdb.ConstraintException):
        connection.execute("INSERT INTO event_actors VALUES (1, 'nothing', 'RUR', 1, 'actor')")


def test_a_table_gives_arrow_without_pyarrow(ledger):
    table = ledger.table("v_events")
    assert "sentence" in table.columns
    assert len(table.rows()) == 3
    assert "arrow_array_stream" in repr(ledger.table("v_events").__arrow_c_stream__())
    assert ledger.table("SELECT count(*) AS n FROM reports").rows() == ((1,),)
    with pytest.raises(LedgerError):
        ledger.table("nothing")
