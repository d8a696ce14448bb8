from dataclasses import replace
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


def test_an_act_among_everyday_words_is_less_sure() -> None:
    sure = load_codebook().confidence
    for weights in (sure.codebook, sure.learned):
        plain = Seen(0.7, 0.7, 0.0, True, True, unreal=False)
        assert weights.share(replace(plain, uneventful=4.0)) < weights.share(plain)


def test_an_act_is_surer_in_the_company_of_another() -> None:
    sure = load_codebook().confidence
    alone = Seen(0.7, 0.7, 0.0, True, True, unreal=False)
    assert sure.codebook.share(replace(alone, company=True)) > sure.codebook.share(alone)


def test_an_act_is_surer_where_word_and_sentence_speak_for_one() -> None:
    sure = load_codebook().confidence
    neither = Seen(0.7, 0.7, 0.0, True, True, unreal=False)
    for weights in (sure.codebook, sure.learned):
        assert weights.share(replace(neither, tells=2.0)) > weights.share(neither)
        assert weights.share(replace(neither, tells=-2.0)) < weights.share(neither)


def test_a_sentence_known_to_tell_something_is_not_asked_whether_it_does() -> None:
    sure = load_codebook().confidence
    silent = Seen(0.7, 0.7, 0.0, True, True, unreal=False, tells=-5.0)
    for of in (sure.of_rules, sure.of_head):
        assert of(telling=True).share(silent) == of(telling=True).share(replace(silent, tells=5.0))
        assert of(telling=True).share(silent) > of(telling=False).share(silent)


def test_rain_and_museums_are_the_words_of_sentences_that_report_nothing() -> None:
    sure = load_codebook().confidence
    everyday = ["snow", "lay", "on", "the", "pass", "and", "the", "museum", "had", "few", "visitors"]
    told = ["the", "junta", "accused", "the", "envoy", "of", "spying", "and", "expelled", "him"]
    assert sure.everyday(everyday) > sure.everyday(told)


def test_words_weigh_nothing_where_nobody_weighed_any() -> None:
    assert Confidence().everyday(["snow", "museum"]) == 0.0
    assert Confidence(uneventful={"accused": -9.0}).everyday(["accused"]) == 0.0


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
        (GOOD + "uneventful:\n  snow: much\n", 7),
    ],
)
def test_what_is_no_figure_is_an_error_with_its_line(tmp_path: Path, written: str, line: int) -> None:
    path = tmp_path / "confidence.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_confidence(path).tested == {"AID": (4, 3)}
    assert load_confidence(path).everyday(["snow"]) == 0.0
    path.write_text(written, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_confidence(path)
    assert caught.value.line == line
