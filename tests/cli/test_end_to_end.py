"""The whole road on the sample reports, with the shipped model: laws, not answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.ledger.view import Ledger

EXAMPLES = Path(__file__).parents[2] / "examples"
MODEL = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "model" / "model.onnx"

pytestmark = [
    pytest.mark.skipif(not MODEL.exists(), reason="the language model is not built"),
    pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the sample reports are not here"),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("road") / "examples.duckdb"


def test_two_processes_read_everything_and_a_second_reading_changes_nothing(run, path):
    first = run("read", EXAMPLES, "--ledger", path, "--jobs", "2")
    assert first.exit_code == 0, first.stderr
    with Ledger.open(path) as ledger:
        once = list(ledger.records())
    assert len(once) >= 12
    again = run("read", EXAMPLES, "--ledger", path, "--again")
    assert again.exit_code == 0, again.stderr
    with Ledger.open(path) as ledger:
        assert list(ledger.records()) == once


def test_every_report_can_be_shown_and_every_event_explained(run, path):
    with Ledger.open(path) as ledger:
        reports, events = ledger.reports(), ledger.events()
    assert events
    for row in reports[:4]:
        done = run("show", row.report, "--ledger", path)
        assert done.exit_code == 0, done.stderr
        assert "marks:" in done.stdout
    for event in events[:8]:
        done = run("explain", event.id, "--ledger", path)
        assert done.exit_code == 0, done.stderr
        assert event.event in done.stdout
        assert "Why" in done.stdout


def test_what_the_overview_suggests_works(run, path):
    seen = run("overview", "--ledger", path).stdout
    commands = [line.split()[1:] for line in seen.splitlines() if line.startswith("  dragoman ")]
    assert len(commands) >= 4
    for command in commands:
        if command[0] != "export":
            done = run(*command)
            assert done.exit_code == 0, done.stderr
