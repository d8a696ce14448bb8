from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.benchmarks.roles import run
from dragoman.errors import BadInput
from tests.benchmarks.test_parse import RIGHT
from tests.language.stub import stub_language


def files(folder: Path, *rows: object) -> tuple[Path, Path]:
    (folder / "gold.conllu").write_text(RIGHT)
    (folder / "gold.jsonl").write_text("\n".join(json.dumps(r) for r in rows))
    return folder / "gold.jsonl", folder / "gold.conllu"


def sentence(token: int, roleset: str, *args: object) -> dict[str, object]:
    return {"sent_id": "a-1", "frames": [{"token": token, "roleset": roleset, "args": list(args)}]}


def test_predicates_senses_and_strict_arguments(tmp_path: Path) -> None:
    gold = sentence(2, "wait.02", ["ARG0", 1, 1], ["V", 2, 2], ["ARG1", 3, 3])
    scores = run(*files(tmp_path, gold), language=stub_language())
    assert (scores["sentences"], scores["predicates"], scores["arguments"]) == (1, 1, 2)
    assert (scores["predicate_f1"], scores["sense_f1"]) == (100.0, 0.0)
    assert (scores["argument_precision"], scores["argument_recall"]) == (100.0, 50.0)
    assert scores["argument_f1"] == scores["argument_f1_shared"] == 66.7


def test_arguments_of_a_predicate_that_was_missed_count(tmp_path: Path) -> None:
    scores = run(*files(tmp_path, sentence(1, "bo.01", ["ARG0", 1, 1])), language=stub_language())
    assert (scores["predicate_f1"], scores["argument_f1"], scores["argument_f1_shared"]) == (0.0, 0.0, 0.0)


def test_predictions_have_the_format_of_the_gold_file(tmp_path: Path) -> None:
    run(*files(tmp_path, sentence(2, "wait.01")), predictions=tmp_path / "out", language=stub_language())
    assert json.loads((tmp_path / "out").read_text()) == sentence(2, "wait.01", ["ARG0", 1, 1])


def test_bad_files(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"gold\.jsonl:1: The line is no sentence with frames"):
        run(*files(tmp_path, {"sent_id": "a-1"}), language=stub_language())
    with pytest.raises(BadInput, match="None of its sentences is in the CoNLL-U file"):
        run(*files(tmp_path, {"sent_id": "zz", "frames": []}), language=stub_language())
