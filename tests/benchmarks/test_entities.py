from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.benchmarks.entities import read_blocks, read_map, run
from dragoman.errors import BadInput
from tests.language.stub import stub_language


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_two_columns_iob2_and_iob1(tmp_path: Path) -> None:
    text = "-DOCSTART- O\n\nBo\tB-PER\nLi\tI-PER\n.\tO\n\nNew I-LOC\nYork I-LOC\n\n\n"
    blocks = read_blocks(write(tmp_path / "a.iob2", text))
    assert [b.names for b in blocks] == [(("PER", 0, 1),), (("LOC", 0, 1),)]


def test_the_columns_of_universal_ner(tmp_path: Path) -> None:
    text = "# sent_id = 1\n1\t#\tO\t-\t-\n2\t2022\tB-LOC\t-\tx\n\n"
    (block,) = read_blocks(write(tmp_path / "a.iob2", text))
    assert (block.words, block.names) == (("#", "2022"), (("LOC", 1, 1),))


def test_a_prefix_chooses_blocks(tmp_path: Path) -> None:
    file = write(tmp_path / "a.iob2", "# sent_id = n1\nBo\tB-PER\n\n# sent_id = w1\nrain\tO\n\n")
    assert run(file, prefix="n", language=stub_language())["words"] == 1
    with pytest.raises(BadInput, match="begins with 'x'"):
        run(file, prefix="x", language=stub_language())


def test_a_number_in_the_first_column_may_be_a_word(tmp_path: Path) -> None:
    (block,) = read_blocks(write(tmp_path / "a.iob2", "12\tO\n#\tO\nBo\tB-PER\n"))
    assert block.words == ("12", "#", "Bo")


# The stub takes every word with a capital for a person.
TEXT = "Bo\tB-Person\nwaited\tO\n.\tO\nUS-led\tO\nLi\tB-GPE\nMay\tB-DATE\n\n"


def test_scores_by_strict_span_with_the_usual_labels(tmp_path: Path) -> None:
    scores = run(write(tmp_path / "a.iob2", TEXT), language=stub_language())
    assert (scores["blocks"], scores["words"]) == (1, 6)
    assert (scores["precision"], scores["recall"], scores["f1"]) == (33.3, 50.0, 40.0)
    assert scores["labels"]["PER"]["f1"] == 50.0
    assert set(scores["labels"]) == {"PER", "LOC"}


def test_a_map_changes_or_drops_labels_of_either_side(tmp_path: Path) -> None:
    labels = write(tmp_path / "map.toml", '[labels]\nGPE = "PER"\nDATE = ""\n')
    scores = run(write(tmp_path / "a.iob2", TEXT), mapping=labels, language=stub_language())
    assert (scores["precision"], scores["recall"]) == (66.7, 100.0)
    labels = write(tmp_path / "map.toml", 'PER = "Human"\nPerson = "Human"\nGPE = "O"\n')
    scores = run(write(tmp_path / "a.iob2", TEXT), mapping=labels, language=stub_language())
    assert set(scores["labels"]) == {"Human"}


def test_predictions(tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    run(write(tmp_path / "a.iob2", TEXT), predictions=out, language=stub_language())
    assert out.read_text().splitlines()[:4] == [
        "Bo\tB-Person\tB-PER",
        "waited\tO\tO",
        ".\tO\tO",
        "US-led\tO\tO",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Bo\tPER\n", ":1: It is no word"),
        ("Bo\n", ":1: It is no word"),
        ("\n", "no word in it"),
    ],
)
def test_what_is_no_iob2(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_blocks(write(tmp_path / "a.iob2", text))


@pytest.mark.parametrize("text", ["PER = ", "PER = 3", "[PER]\nx = 1\n[ORG]\ny = 2"])
def test_what_is_no_map(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput, match=r"map\.toml.*Write one label a line"):
        read_map(write(tmp_path / "map.toml", text))
