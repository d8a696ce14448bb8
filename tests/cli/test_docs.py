"""The documents name what there is, and their examples work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from dragoman.cli.app import build
from dragoman.ledger.view import Ledger
from dragoman.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
CLI = (DOCS / "cli.md").read_text(encoding="utf-8")
LEDGER = (DOCS / "ledger.md").read_text(encoding="utf-8")


def test_every_command_is_documented():
    commands = typer.main.get_command(build()).commands
    missing = [name for name in commands if not re.search(rf"`{name}[ `]", CLI)]
    assert missing == []


def test_every_table_and_view_is_documented(made_ledger):
    with Ledger.open(made_ledger) as ledger:
        names = ledger.sql("SELECT table_name FROM information_schema.tables").rows
    assert [name for (name,) in names if f"`{name}`" not in LEDGER] == []


def test_every_setting_is_documented():
    named = set(re.findall(r"DRAGOMAN_\w+", CLI))
    variables = ("LEDGER", "JOBS", "QUIET", "MODEL", "CODEBOOK", "MIN_CONFIDENCE")
    assert named == {f"DRAGOMAN_{name}" for name in variables}
    assert Settings.from_environment(dict.fromkeys(named, "1")) != Settings()


@pytest.mark.parametrize("query", re.findall(r"```sql\n(.*?)```", LEDGER, re.DOTALL))
def test_the_queries_of_the_documents_run(made_ledger, query):
    statements = [one for one in query.split(";") if one.strip()]
    with Ledger.open(made_ledger) as ledger:
        for statement in statements:
            assert ledger.sql(statement).columns


def test_the_python_of_the_documents_runs(made_ledger, monkeypatch):
    import dragoman

    source = re.search(r"```python\n(.*?)```", LEDGER, re.DOTALL)[1].replace('"4f1c"', '"0001"')
    monkeypatch.setattr(dragoman, "keep", lambda records, path: None)
    source = (
        source.replace('"dragoman.duckdb"', repr(str(made_ledger)))
        .replace("SRB", "RUR")
        .replace("NATO", "PACT")
    )
    held = {}
    exec(source, held)
    assert held["answer"].rows == ((2,),)
    assert held["record"].report.id.startswith("0001")
