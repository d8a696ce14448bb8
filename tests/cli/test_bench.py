"""`dragoman bench`: options go to the bench that takes them, and JSON is all that is printed."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest


def scored(path, limit=None, prefix=None):
    return {"sentences": limit or 3, "las": 90.1, "labels": {"PER": {"f1": 80.0}}}


@pytest.fixture
def benched(monkeypatch, tmp_path):
    """A bench called parse that scores anything; the file that it is asked to read."""
    peers = (("Another Parser", {"LAS": 89.4}, "its [bold]card[/]"),)
    module = SimpleNamespace(run=scored, PEERS=peers)
    monkeypatch.setattr("dragoman.cli.bench.find_spec", lambda name: name.endswith("parse") or None)
    monkeypatch.setattr("dragoman.cli.bench.import_module", lambda name: module)
    file = tmp_path / "x.conllu"
    file.write_text("")
    return file


def test_scores_stand_beside_the_peers(run, benched):
    done = run("bench", "parse", benched)
    assert done.exit_code == 0, done.stderr
    for words in ("las", "90.1", "labels", "PER", "Another Parser", "LAS 89.4", "its [bold]card[/]"):
        assert words in done.stdout


def test_json_is_one_object_and_nothing_else(run, benched):
    done = run("bench", "parse", benched, "--json", "--limit", "2", "--prefix", "n")
    assert json.loads(done.stdout)["sentences"] == 2
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["castles", "{file}"], "no bench called 'castles'"),
        (["roles", "{file}"], "no bench called 'roles'"),
        (["parse", "{file}.none"], "no such file"),
        (["parse"], "Add PATH"),
        (["parse", "{file}", "--labels", "root"], "takes no --labels"),
    ],
)
def test_bad_input_is_exit_2(run, benched, arguments, said):
    done = run("bench", *(a.format(file=benched) for a in arguments), "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
