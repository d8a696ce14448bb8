"""Types that examples teach: what their YAML may hold, and what a folder of only such types is laid over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.codebook import SHIPPED, load_codebook
from dragoman.codebook.check import check
from dragoman.codebook.trained import (
    WIDTH,
    Scores,
    Trained,
    load_trained,
    save_trained,
    taught_types,
    trained_path,
)
from dragoman.errors import CodebookError

PARDON = """event: PARDON
definition: A head of state lets a prisoner go.
examples:
  - {text: "Peru pardoned a Chilean spy.", trigger: pardoned, actor: Peru, recipient: Chilean spy}
counter:
  - "Peru arrested a Chilean spy."
"""


def folder(tmp_path: Path, text: str = PARDON) -> Path:
    (tmp_path / "events").mkdir(exist_ok=True)
    (tmp_path / "events" / "pardon.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def trained(**other: object) -> Trained:
    scores = Scores(examples=8, found=6, counter=4, spared=3, strayed=1, background=400, marked=2)
    held = {"model": "m", "examples": "e"} | other
    return Trained("PARDON", (0.5,) * WIDTH, 0.1, -0.2, 0.7, scores, **held)  # type: ignore[arg-type]


def test_own_types_are_laid_over_the_shipped_codebook(tmp_path: Path) -> None:
    book, shipped = load_codebook(folder(tmp_path)), load_codebook()
    assert set(book.types) == {*shipped.types, "PARDON"}
    assert book.operators == shipped.operators
    assert book.confidence == shipped.confidence
    assert book.version != shipped.version


def test_a_whole_codebook_may_hold_taught_types_too(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "book")
    book = load_codebook(folder(tmp_path / "book"))
    assert [kind.event for kind, _ in taught_types(book.types.values())] == ["PARDON"]


def test_only_name_definition_and_examples_must_be_given(tmp_path: Path) -> None:
    kind = load_codebook(folder(tmp_path)).types["PARDON"]
    assert kind.label == "Pardon"
    assert (kind.quad, kind.score, kind.cameo, kind.goldstein) == (None, None, None, None)
    assert load_codebook(tmp_path).goldstein_of(None, None, kind) is None


@pytest.mark.parametrize(
    ("before", "after", "line", "problem"),
    [
        ("trigger: pardoned", "trigger: pardons", 4, "does not stand in the text"),
        ("recipient: Chilean spy", "recipient: Chile", 4, "does not stand in the text"),
        ("trigger: pardoned,", "", 4, "`trigger` is missing"),
        ("actor: Peru", "agent: Peru", 4, "unknown key `agent`"),
        ("Peru arrested a Chilean spy", "Peru pardoned a Chilean spy", 6, "given twice"),
        ("definition: A head of state lets a prisoner go.\n", "", 1, "`definition` is missing"),
        ("event: PARDON", "event: pardon", 1, "no name of a type"),
        ("counter:", "overlaps: [CONCEDE/pardn]\ncounter:", 5, "no type and no rule"),
        ("counter:", "overlaps: [PARDON]\ncounter:", 1, "overlaps with itself"),
        ("counter:", "class: kind\ncounter:", 5, "not a known class"),
        ("counter:", "rules:\n  - {id: a, means: b, verbs: [c]}\ncounter:", 4, "either rules or examples"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, problem: str
) -> None:
    assert before in PARDON
    with pytest.raises(CodebookError, match=problem) as caught:
        load_codebook(folder(tmp_path, PARDON.replace(before, after)))
    assert caught.value.path == str(tmp_path / "events" / "pardon.yaml")
    assert caught.value.line == line


def test_counter_examples_without_examples_are_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="there are none"):
        load_codebook(folder(tmp_path, 'event: PARDON\ndefinition: x\ncounter: ["Peru pardoned a spy."]\n'))


def test_check_asks_for_eight_examples_and_for_training(tmp_path: Path) -> None:
    few, thin, untrained = check(folder(tmp_path), model="m").problems
    assert "pardon.yaml:4: PARDON has 1 examples; give at least 8" in few
    assert "1 counter-examples" in thin
    assert f"dragoman codebook train {tmp_path}" in untrained
    assert check(tmp_path).taught == 1


def test_a_trained_type_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    book = load_codebook(folder(tmp_path))
    [(kind, lessons)] = taught_types(book.types.values())
    made, before = trained(examples=lessons.digest), book.version
    assert save_trained(made, kind) == tmp_path / "events" / "pardon.trained.json"
    assert load_trained(kind, lessons, "m", tmp_path) == made
    assert load_codebook(tmp_path).version != before  # what was trained decides, so it is part of the version


@pytest.mark.parametrize(
    ("other", "problem"),
    [({"model": "another"}, "another language model"), ({"examples": "older"}, "have changed")],
)
def test_a_stale_training_is_an_error_with_its_remedy(
    tmp_path: Path, other: dict[str, str], problem: str
) -> None:
    [(kind, lessons)] = taught_types(load_codebook(folder(tmp_path)).types.values())
    save_trained(trained(**{"examples": lessons.digest} | other), kind)
    with pytest.raises(CodebookError, match=problem) as caught:
        load_trained(kind, lessons, "m", tmp_path)
    assert caught.value.remedy == f"run `dragoman codebook train {tmp_path}`"


@pytest.mark.parametrize("content", ["", "[]", '{"format": 2}', '{"format": 1, "weights": [NaN]}'])
def test_a_damaged_training_is_an_error_and_no_crash(tmp_path: Path, content: str) -> None:
    [(kind, lessons)] = taught_types(load_codebook(folder(tmp_path)).types.values())
    trained_path(kind).write_text(content, encoding="utf-8")
    with pytest.raises(CodebookError, match="no file of a trained type"):
        load_trained(kind, lessons, "m", tmp_path)


def test_a_type_takes_the_place_of_what_it_overlaps_with(tmp_path: Path) -> None:
    text = PARDON.replace("counter:", "overlaps: [CONCEDE/pardon, RETREAT]\ncounter:")
    [(_, lessons)] = taught_types(load_codebook(folder(tmp_path, text)).types.values())
    assert lessons.cedes("CONCEDE", "CONCEDE/pardon")
    assert lessons.cedes("CONCEDE", "")  # what only the head finds has no rule to be named
    assert lessons.cedes("RETREAT", "RETREAT/any")
    assert not lessons.cedes("CONCEDE", "CONCEDE/apologise")
    assert not lessons.cedes("ACCUSE", "")


def test_a_folder_that_is_no_codebook_is_not_read_as_the_shipped_one(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no codebook here"):
        load_codebook(tmp_path / "typo")


def test_scores_count_wrong_words_against_precision() -> None:
    scores = trained().scores
    assert scores.precision == pytest.approx(6 / 8)
    assert scores.recall == pytest.approx(6 / 8)
    assert scores.f1 == pytest.approx(0.75)
