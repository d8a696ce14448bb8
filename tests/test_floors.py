"""Quality never falls in silence: what the program reached is a floor under what comes after.

The treebanks and the captured report lie beside the project where it is developed; without them these
tests skip, and say so.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.benchmarks import (
    corpus,
    dates,
    entities,
    figures,
    parse,
    pledges,
    positions,
    relations,
    triples,
)
from dragoman.benchmarks.whole_reports import annotated_reports
from dragoman.pipeline import Reader
from dragoman.record import Record
from dragoman.settings import Settings
from dragoman.sources import ReadOptions, read

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
needs_data = pytest.mark.skipif(
    not (SHARED / "data").is_dir(), reason="the treebanks are not beside the project"
)
needs_dev = pytest.mark.skipif(
    not (SHARED / "dev").is_dir(), reason="the sample of marked pairs is not beside the project"
)
needs_seed = pytest.mark.skipif(
    not (SHARED / "seed").is_dir(), reason="the captured report is not beside the project"
)


@needs_data
def test_trees_and_sentences_of_world_news() -> None:
    scores = parse.run(SHARED / "data/ud/pud-test.conllu", prefix="n")
    assert scores["las"] >= 86.5
    assert scores["sentence_f"] >= 97
    assert scores["upos"] >= 96.5


@needs_data
def test_names_of_world_news() -> None:
    assert entities.run(SHARED / "data/uner/en_pud-ud-test.iob2", prefix="n")["f1"] >= 80


@needs_data
def test_days_of_world_news() -> None:
    scores = dates.run(SHARED / "data/ud", prefix="GUM_news")
    assert scores["found"] >= 93
    assert scores["right"] >= 84


@needs_seed
def test_the_facts_of_the_captured_report(tmp_path: Path) -> None:
    [report] = read([SHARED / "seed/belgrade.txt"], ReadOptions())
    record = Reader.load(Settings()).read(report)  # type: ignore[arg-type]
    path = tmp_path / "record.jsonl"
    path.write_text(json.dumps(record.as_dict()) + "\n", encoding="utf-8")
    command = [sys.executable, str(SHARED / "seed/score.py"), str(path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert int(printed.splitlines()[-1].split()[0]) >= 60, printed


def test_events_of_our_own_sentences_that_taught_nothing() -> None:
    scores = corpus.run(ROOT / "training/corpus", limit=1500)
    assert scores["event_f1"] >= 77.5
    assert scores["event_precision"] >= 84
    assert scores["event_recall"] >= 71.5
    assert scores["status_accuracy"] >= 96
    assert scores["historical_accuracy"] >= 95
    assert scores["false_events_per_100"] <= 3
    assert scores["recipient_f1"] >= 80


@needs_dev
def test_what_is_told_between_marked_parties() -> None:
    scores = relations.run(SHARED / "dev/relations.tsv")
    assert scores["macro_f1"] >= 81
    assert scores["quad_macro_f1"] >= 92
    assert scores["binary_macro_f1"] >= 96


@needs_dev
def test_who_did_what_to_whom_without_marks() -> None:
    scores = triples.run(SHARED / "dev/relations.tsv")
    assert scores["found"] >= 70
    assert scores["events_per_sentence"] <= 2.2


@pytest.mark.parametrize(
    ("bench", "part", "floor"),
    [
        (pledges, "tuning", 82),
        (pledges, "held-out", 80),
        (positions, "tuning", 82),
        (positions, "held-out", 79),
        (figures, "tuning", 91),
        (figures, "held-out", 90),
    ],
)
def test_pledges_positions_and_figures_of_our_own_reports(
    bench: ModuleType, part: str, floor: float, records: dict[str, Record]
) -> None:
    scores = bench.run(ROOT / "training/corpus/reports", part=part, reader=lambda r: records[r.id])
    assert scores["f1"] >= floor


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """Every annotated report read once, by its id."""
    reader = Reader.load(Settings())
    reports = annotated_reports(ROOT / "training/corpus/reports", "all")
    return {a.report.id: reader.read(a.report) for a in reports}
