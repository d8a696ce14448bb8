"""Export gives the same rows in every format, and never half a file."""

from __future__ import annotations

import csv
import json

import duckdb
import pytest

from dragoman.export import WHAT
from dragoman.ledger.view import Ledger


@pytest.mark.parametrize("what", [w for w in WHAT if w != "records"])
@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_every_kind_in_every_format_has_the_rows_of_its_view(run, made_ledger, tmp_path, what, ending):
    file = tmp_path / f"it's {what}.{ending}"
    done = run("export", "--what", what, "--to", file, "--ledger", made_ledger)
    assert done.exit_code == 0, done.stderr
    with Ledger.open(made_ledger) as ledger:
        (count,) = ledger.sql(f"SELECT count(*) FROM v_{what}").rows[0]
        columns = list(ledger.table(f"v_{what}").columns)
    readers = {"jsonl": "read_json", "csv": "read_csv", "parquet": "read_parquet"}
    back = duckdb.connect().execute(f"FROM {readers[ending]}(?)", [str(file)])
    assert [column[0] for column in back.description] == columns
    assert len(back.fetchall()) == count


def test_records_are_those_of_the_contract(run, made_ledger, tmp_path):
    file = tmp_path / "records.jsonl"
    assert run("export", "--what", "records", "--to", file, "--ledger", made_ledger).exit_code == 0
    with Ledger.open(made_ledger) as ledger:
        assert [json.loads(line) for line in file.read_text().splitlines()] == [
            record.as_dict() for record in ledger.records()
        ]


def test_csv_joins_the_members_of_lists(run, made_ledger, tmp_path):
    file = tmp_path / "events.csv"
    run("export", "--what", "events", "--to", file, "--ledger", made_ledger)
    with file.open(newline="") as opened:
        told = {row["id"]: row for row in csv.DictReader(opened)}
    assert told["e0001aa"]["actors"] == "Hentzau|Strelsau Pact"
    # who has no state keeps a place in the list, so that names and states go together
    assert told["e0001aa"]["actor_states"].count("|") == 1
    # nobody is written in one way
    assert ',"",' not in file.read_text()


def test_a_file_is_whole_or_not_there(run, tmp_path):
    file = tmp_path / "events.csv"
    assert (
        run("export", "--what", "events", "--to", file, "--ledger", tmp_path / "none.duckdb").exit_code == 2
    )
    assert list(tmp_path.iterdir()) == []
