"""A type of the user's own, from its YAML to the events of a report: no Python, no rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import build
from dragoman.language.model import FOLDER

pytestmark = pytest.mark.skipif(
    not (FOLDER / "model.onnx").exists(), reason="the language model is not in this checkout"
)

RECOGNISE = """event: RECOGNISE
definition: A state recognises another, or takes up diplomatic relations with it.
class: verbal cooperation
examples:
  - {text: "Spain recognised the State of Palestine on Tuesday.", trigger: recognised, actor: Spain}
  - {text: "Norway will recognise Palestine next week.", trigger: recognise, actor: Norway}
  - {text: "Honduras established diplomatic ties with China.", trigger: established, recipient: China}
  - {text: "Nauru switched recognition from Taiwan to Beijing.", trigger: switched, recipient: Beijing}
  - {text: "Bahrain opened diplomatic relations with Israel.", trigger: opened, recipient: Israel}
  - {text: "Serbia and Sudan restored diplomatic relations.", trigger: restored, actor: [Serbia, Sudan]}
  - {text: "Kenya formally acknowledged the independence of South Sudan.", trigger: acknowledged}
  - {text: "Fiji recognised Kosovo as an independent state.", trigger: recognised, recipient: Kosovo}
overlaps: [COOPERATE, SUPPORT, AGREE]
counter:
  - "Spain recognised the dangers of the drought."
  - "China established a base in Honduras."
  - "The police recognised the suspect in Oslo."
  - "Bahrain opened a port for Israeli ships."
"""

REPORT = """Ireland recognised Kosovo in March.

Bolivia recognises Western Sahara as a sovereign state.

The doctor recognised the symptoms at once. Israel bombed Iranian radar stations.
"""


def dragoman(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(build(), [str(a) for a in arguments])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the one type, trained."""
    folder = tmp_path_factory.mktemp("book")
    (folder / "events").mkdir()
    (folder / "events" / "recognise.yaml").write_text(RECOGNISE, encoding="utf-8")
    code, told, error = dragoman("codebook", "train", folder)
    assert code == 0, error
    assert "RECOGNISE: precision" in told
    assert "counter-examples left alone" in told
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("captures") / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def events(report: Path, *options: object) -> list[dict[str, Any]]:
    code, told, error = dragoman("read", report, "--format", "jsonl", *options)
    assert code == 0, error
    found: list[dict[str, Any]] = json.loads(told)["events"]
    return found


def test_the_trained_type_is_read_with_its_parties_and_reasons(book: Path, report: Path) -> None:
    found = [e for e in events(report, "--codebook", book) if e["event"] == "RECOGNISE"]
    first = next(e for e in found if "IRL" in e["actors"])
    assert first["quad"] == "verbal cooperation"
    assert (first["score"], first["cameo"], first["goldstein"]) == (None, None, None)
    assert "“recognised” is taken for RECOGNISE, by likeness to its 8 examples" in str(first["why"])
    assert any("asked for more than" in step for step in first["steps"])
    assert not any("The doctor" in REPORT[slice(*e["evidence"][0]["sentence"])] for e in found)


def test_a_headline_and_its_paragraph_are_one_event_and_a_denied_act_is_none(
    book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "told-twice.txt"
    told = "Ireland recognised Kosovo on Tuesday. Greece has not recognised Kosovo."
    path.write_text(f"Ireland recognises Kosovo\n\n{told}\n", encoding="utf-8")
    options = ("--codebook", book, "--min-confidence", "0.1", "--published", "2024-05-03")
    found = [e for e in events(path, *options) if e["event"] == "RECOGNISE"]
    assert [(e["actors"], e["recipients"], len(e["evidence"])) for e in found] == [(["IRL"], ["XKX"], 2)]


def test_the_shipped_types_are_read_as_before(book: Path, report: Path) -> None:
    told = [[e for e in events(report, *o) if e["event"] == "ASSAULT"] for o in ((), ("--codebook", book))]
    assert told[0] == told[1] != []


def test_a_file_is_shown_with_the_type(book: Path, report: Path) -> None:
    code, told, _ = dragoman("show", report, "--codebook", book)
    assert code == 0
    assert "RECOGNISE" in told
    assert "RECOGNISE" not in dragoman("show", report)[1]


def test_explain_shows_what_decided_and_what_would_have_changed_it(
    book: Path, report: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "own.duckdb"
    assert dragoman("read", report, "--codebook", book, "--ledger", ledger)[0] == 0
    rows = dragoman("events", "--ledger", ledger, "--json")[1].splitlines()
    ids = {row["event"]: row["id"] for row in map(json.loads, rows)}
    _, own, _ = dragoman("explain", ids["RECOGNISE"], "--ledger", ledger, "--codebook", book)
    assert "by likeness to its 8 examples" in own
    assert "without the examples of RECOGNISE, " in own
    assert "events/recognise.yaml:5" in own
    _, ruled, _ = dragoman("explain", ids["ASSAULT"], "--ledger", ledger, "--codebook", book)
    assert "What would have changed it" in ruled
    assert "without ASSAULT/bomb, it would have been the same, by the learned head" in ruled
    assert "ASSAULT/bomb, events/assault.yaml:" in ruled


def test_a_higher_confidence_keeps_fewer_events_and_the_record_says_which(book: Path, report: Path) -> None:
    kept = {e["id"]: e["confidence"] for e in events(report, "--codebook", book, "--min-confidence", "0")}
    surer = {e["id"]: e["confidence"] for e in events(report, "--codebook", book, "--min-confidence", "0.9")}
    assert surer.keys() < kept.keys()
    assert all(c >= 0.9 for c in surer.values())
    code, told, _ = dragoman("read", report, "--format", "jsonl", "--min-confidence", "0.9")
    assert code == 0
    assert json.loads(told)["versions"]["codebook"].endswith("confidence from 0.9")


def test_a_changed_example_asks_for_training(book: Path, report: Path, tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    for path in (book / "events").iterdir():
        text = path.read_text(encoding="utf-8").replace("Fiji recognised Kosovo", "Fiji recognised Malta")
        (tmp_path / "events" / path.name).write_text(text.replace("Kosovo}", "Malta}"), encoding="utf-8")
    code, _, error = dragoman("read", report, "--codebook", tmp_path, "--format", "jsonl")
    assert code == 2
    assert f"dragoman codebook train {tmp_path}" in " ".join(error.split())
    assert dragoman("codebook", "check", tmp_path)[0] == 1


def test_training_says_which_types_stand_in_the_place_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    lone = RECOGNISE.replace("overlaps: [COOPERATE, SUPPORT, AGREE]\n", "")
    (tmp_path / "events" / "recognise.yaml").write_text(lone, encoding="utf-8")
    code, told, error = dragoman("codebook", "train", tmp_path)
    assert code == 0, error
    words = " ".join(told.split())
    assert "of the 8 examples are RECOGNISE; where another type is surer it stands: " in words
    assert "SUPPORT (" in words.split("it stands: ")[1]
    assert "name those that tell the same act in `overlaps:`" in words


def test_of_a_codebook_that_does_not_load_nothing_is_counted(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "own.yaml").write_text("event: OWN\nmoods: {}\n", encoding="utf-8")
    code, told, error = dragoman("codebook", "check", tmp_path)
    assert (code, told) == (1, "")
    assert "own.yaml:" in error


def test_a_folder_without_taught_types_says_so(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    code, _, error = dragoman("codebook", "train", tmp_path)
    assert code == 2
    assert "examples" in error
