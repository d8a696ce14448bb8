"""`bench all` runs what it finds the data for and says what it left out; the road's clock adds up."""

from __future__ import annotations

import json
import time
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from dragoman.benchmarks import all as every
from dragoman.benchmarks.road import Clock
from dragoman.benchmarks.speed import Share, stages
from dragoman.cli.app import build


@pytest.fixture
def rounds(monkeypatch, tmp_path):
    """Two rounds that score anything, the second of which lacks its file."""
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "a.conllu").write_text("")
    held = SimpleNamespace(run=lambda path, limit=None: {"las": 90.0, "limit": limit}, PEERS=())
    monkeypatch.setattr(every, "import_module", lambda name: held)
    monkeypatch.setattr(
        every,
        "ROUNDS",
        (every.Round("parse", "parse A", "ud/a.conllu"), every.Round("roles", "roles B", "pb/b.jsonl")),
    )
    return tmp_path


def test_what_is_not_there_is_skipped_and_named(rounds):
    done = CliRunner().invoke(build(), ["bench", "all", "--data", str(rounds)])
    assert done.exit_code == 0, done.stderr
    assert "parse A" in done.stdout
    assert "90.0" in done.stdout
    assert "roles B: skipped" in done.stdout
    assert "b.jsonl is not there" in done.stdout


def test_all_as_one_object(rounds):
    done = CliRunner().invoke(build(), ["bench", "all", "--data", str(rounds), "--json", "--limit", "2"])
    held = json.loads(done.stdout)
    assert held["parse A"] == {"las": 90.0, "limit": 2}
    assert list(held["skipped"]) == ["roles B"]


@pytest.mark.parametrize(
    ("arguments", "said"), [(["--data", "/none"], "no such folder"), (["x.conllu"], "takes no PATH")]
)
def test_wrong_arguments_are_exit_2(rounds, arguments, said):
    done = CliRunner().invoke(build(), ["bench", "all", *arguments])
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_stage_stops_the_clock_of_the_one_around_it():
    clock = Clock()
    began = time.perf_counter()
    with clock.of("outer"):
        clock.timed("inner", time.sleep)(0.01)
    passed = time.perf_counter() - began
    assert clock.seconds["inner"] >= 0.01
    assert sum(clock.seconds.values()) <= passed
    assert clock.seconds["outer"] <= passed - clock.seconds["inner"]


def test_stages_are_shares_of_the_reading_time():
    spent = {"capture": 1.0, "language": 6.0, "ledger": 2.0, "other": 1.0}
    share = Share(
        10, 100, 80, 10.0, network_seconds=5.0, floor_seconds=4.0, stages=spent, load_seconds=1, peak_mb=1
    )
    assert stages([share]) == {
        "capture": 10.0, "encoder": 40.0, "heads": 10.0, "language": 10.0, "ledger": 20.0, "other": 10.0,
    }  # fmt: skip


def test_every_round_is_printed_with_what_others_reach() -> None:
    assert all(hasattr(one.module, "PEERS") for one in every.ROUNDS)
