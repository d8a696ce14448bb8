from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.benchmarks.quotations import Attributed, matched, read_folder, run, score
from dragoman.errors import BadInput
from dragoman.record import Form, Span

SAMPLE = Path(__file__).parent / "attributions_sample"
TEXT = "0123456789" * 6


def at(start: int, end: int, cue: tuple[int, int] = (0, 1), form: Form = Form.INDIRECT) -> Attributed:
    return Attributed((Span(start, end),), (Span(*cue),), (Span(50, 55),), form)


def test_the_sample_is_read_with_its_forms_and_split_contents() -> None:
    budget, ferry = read_folder(SAMPLE)
    assert (budget.name, ferry.name) == ("budget", "ferry")
    assert [a.form for a in ferry.gold] == [Form.DIRECT, Form.MIXED, Form.INDIRECT]
    assert [s.of(budget.text) for s in budget.gold[0].content] == ["The vote", "to have been postponed"]
    assert budget.gold[0].source == ()
    assert ferry.gold[0].source[0].of(ferry.text) == "Captain Ruo Lin"


def test_the_shipped_program_finds_the_sample(tmp_path: Path, parse: object) -> None:
    told = tmp_path / "answers.tsv"
    scores = run(SAMPLE, predictions=told)
    assert scores["attributions"] == 7
    assert scores["content_overlap_f1"] >= 85
    assert scores["speaker_accuracy"] >= 80
    assert {"direct", "mixed", "indirect"} <= scores.keys()
    assert len(told.read_text(encoding="utf-8").splitlines()) >= 8
    assert run(SAMPLE, limit=1)["texts"] == 1


def test_a_perfect_answer_scores_full_marks_and_none_scores_nothing() -> None:
    gold = [at(0, 10), at(20, 30, (12, 14), Form.DIRECT)]
    full, empty = score(matched(TEXT, gold, gold)), score(matched(TEXT, gold, []))
    assert (full["content_exact_f1"], full["cue_f1"], full["speaker_accuracy"]) == (100, 100, 100)
    assert (empty["attributions"], empty["content_overlap_f1"]) == (2, 0)


def test_each_attribution_matches_once_and_the_closest_first() -> None:
    gold = [at(0, 10), at(8, 30)]
    pairs = [m for m in matched(TEXT, gold, [at(8, 30), at(0, 9)]) if m.gold and m.ours]
    assert [(m.exact, m.gold == gold[1]) for m in pairs] == [(True, True), (False, False)]


def test_marks_commas_and_that_do_not_make_a_content_inexact() -> None:
    text = "He said that “we go”, then."
    whole = Attributed((Span(8, 21),), (Span(3, 7),), (), Form.MIXED)
    bare = Attributed((Span(14, 19),), (Span(3, 7),), (), Form.DIRECT)
    assert matched(text, [whole], [bare])[0].exact


def test_a_form_is_scored_on_the_attributions_of_that_form() -> None:
    gold = [at(0, 10, form=Form.DIRECT), at(20, 30)]
    only = score(matched(TEXT, gold, [gold[0]]), Form.DIRECT)
    assert (only["attributions"], only["content_exact_f1"]) == (1, 100)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=6))
def test_scores_are_per_cent_and_a_set_agrees_with_itself(spans: list[tuple[int, int]]) -> None:
    gold = [at(a, a + n) for a, n in spans]
    scores = score(matched(TEXT, gold, gold))
    assert scores["content_overlap_f1"] == (100 if gold else 0)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T9\tContent 5\tx", "text-bound"),
        ("T9\tContent 5 99999\tx", "outside"),
        ("E9\tAttribution:T99 Cue:T99 Content:T99", "T99"),
        ("E9", "no event"),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_number(tmp_path: Path, line: str, told: str) -> None:
    shutil.copytree(SAMPLE, tmp_path / "set")
    ann = tmp_path / "set" / "attributions" / "ferry.ann"
    ann.write_text(ann.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match=told) as caught:
        read_folder(tmp_path / "set")
    assert caught.value.path == str(ann)
    assert caught.value.line == len(ann.read_text(encoding="utf-8").splitlines())


def test_other_labels_and_events_are_ignored(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "set")
    ann = tmp_path / "set" / "attributions" / "ferry.ann"
    ann.write_text(ann.read_text(encoding="utf-8") + "T40\tPlace 0 5\tFerry\nE9\tMove:T40\n#1\tNote T1\tx\n")
    assert len(read_folder(tmp_path / "set")[1].gold) == 3


def test_a_folder_without_texts_or_a_text_without_attributions_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no texts"):
        read_folder(tmp_path)
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text("Nothing.")
    with pytest.raises(BadInput, match="cannot be read"):
        read_folder(tmp_path)
