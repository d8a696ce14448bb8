from pathlib import Path

import pytest

from dragoman.codebook import load_codebook
from dragoman.codebook.confidence import Confidence, Seen, Weights, load_confidence
from dragoman.errors import CodebookError


def seen(rule: float = 0.0, head: float = 0.0, actor: bool = True, recipient: bool = True) -> Seen:
    return Seen(rule, head, 0.0, actor, recipient, unreal=False)


def test_rule_and_head_together_are_surer_than_either_alone() -> None:
    sure = load_codebook().confidence
    both = sure.codebook.share(seen(rule=0.9, head=0.95))
    assert both > sure.codebook.share(seen(rule=0.9, head=0.01))
    assert both > sure.learned.share(seen(head=0.95))


def test_an_act_with_both_parties_is_surer_than_one_with_none() -> None:
    sure = load_codebook().confidence.learned
    assert sure.share(seen(head=0.9)) > sure.share(seen(head=0.9, actor=False, recipient=False))


def test_every_type_was_tested_on_annotated_sentences() -> None:
    book = load_codebook()
    assert set(book.types) <= set(book.confidence.tested)
    assert all(right <= found for found, right in book.confidence.tested.values())


def test_a_rule_that_was_never_tested_is_worth_what_its_type_is() -> None:
    sure = Confidence(tested={"AID": (100, 80)})
    assert sure.worth("AID/new-rule", "AID") == pytest.approx(0.79, abs=0.01)
    assert sure.worth("AID/new-rule", "RETREAT") == pytest.approx(0.6)


def test_shares_stay_between_0_and_1() -> None:
    certain = Weights(bias=50.0)
    assert certain.share(seen()) == 0.98


GOOD = """threshold: 0.5
codebook: {bias: 0, rule: 1, head: 0, rival: 0, actor: 0, recipient: 0, unreal: 0, known: 0}
learned: {bias: 0, rule: 0, head: 1, rival: 0, actor: 0, recipient: 0, unreal: 0, known: 0}
tested:
  AID: [4, 3]
"""


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (GOOD.replace("0.5", "high"), 1),
        (GOOD.replace("rule: 1", "rule: much"), 2),
        (GOOD.replace("[4, 3]", "[3, 4]"), 5),
    ],
)
def test_what_is_no_figure_is_an_error_with_its_line(tmp_path: Path, written: str, line: int) -> None:
    path = tmp_path / "confidence.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_confidence(path).tested == {"AID": (4, 3)}
    path.write_text(written, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_confidence(path)
    assert caught.value.line == line
