"""A ledger of hand-made records, and the command line run in this process."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import build
from dragoman.ledger.writer import Writer
from tests.ledger.made import record, report


@pytest.fixture(scope="session")
def made_ledger(tmp_path_factory):
    """Two reports, six events; nobody writes to it."""
    path = tmp_path_factory.mktemp("cli") / "made.duckdb"
    with Writer.open(path) as writer:
        writer.write_all([record(1), record(2, report=report(2, published="2024-04-20T08:00:00Z"))])
    return path


@pytest.fixture
def run(monkeypatch):
    """Run ``dragoman`` with these arguments, away from the developer's own settings."""
    for name in ("LEDGER", "MODEL", "CODEBOOK", "JOBS", "QUIET", "MIN_CONFIDENCE"):
        monkeypatch.delenv(f"DRAGOMAN_{name}", raising=False)
    app = build()

    def runner(*arguments, **more):
        return CliRunner().invoke(app, [str(a) for a in arguments], **more)

    return runner


@pytest.fixture
def ask(run, made_ledger):
    """Run a command on the hand-made ledger; it must succeed. What it printed on standard output."""

    def asked(*arguments):
        done = run(*arguments, "--ledger", made_ledger)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    return asked
