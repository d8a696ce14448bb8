"""Phrases read alone, over a table of our own (phrases.tsv), and the bench that reads such tables."""

from pathlib import Path

import pytest

from dragoman.benchmarks.actors import read_rows, run
from dragoman.codebook.gazetteer import Gazetteer
from dragoman.errors import BadInput

PHRASES = Path(__file__).parent / "phrases.tsv"


FLOORS = {"country": 98.5, "sector": 98.5}


def test_the_phrases_reach_their_floors(gazetteer: Gazetteer) -> None:
    scores = run(PHRASES, gazetteer=gazetteer)
    assert scores["rows"] >= 1000
    assert {name: scores[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True), (
        scores
    )


def test_every_answer_has_its_reason(gazetteer: Gazetteer) -> None:
    for row in read_rows(PHRASES):
        assert gazetteer.describe(row.text, row.date)[2], row.text


def test_the_bench_counts_only_what_is_stated(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text(
        "text\tdate\tcountry\tsector\n"
        "Kenyan police\t\tKEN\tCOP\n"
        "Kenya\t\tKEN\t\n"
        "Kenyan rebels\t\tKEN\t?\n"
        "Ugandan farmers\t2001-01-01\t?\tGOV\n",
        encoding="utf-8",
    )
    out = tmp_path / "out.tsv"
    assert run(path, predictions=out, gazetteer=gazetteer) == {
        "rows": 4, "country": 100.0, "sector": 66.7, "both": 100.0
    }  # fmt: skip
    assert "farmers" in out.read_text(encoding="utf-8")
    assert run(path, limit=1, gazetteer=gazetteer)["rows"] == 1


@pytest.mark.parametrize(
    "text",
    ["", "text\tcountry\n", "text\tdate\tcountry\tsector\n", "text\tdate\tcountry\tsector\n\t\tKEN\t\n"],
)
def test_the_bench_refuses_what_is_no_table(tmp_path: Path, text: str, gazetteer: Gazetteer) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput):
        run(path, gazetteer=gazetteer)
