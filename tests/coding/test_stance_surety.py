"""How sure positions are, and which are too doubtful to be kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.stance_surety import Judge
from dragoman.pipeline import Reader
from dragoman.record import Stance
from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text

TEXT = "Kenya opposes the dam on the river and has always rejected the treaty, its government said on Monday."


def test_a_position_says_how_sure_it_is(reader: Reader) -> None:
    record = reader.read(read_text(TEXT, ReadOptions(published="2015-03-02")))
    assert {(p.question, p.stance) for p in record.positions} == {
        ("dam on the river", Stance.AGAINST),
        ("treaty", Stance.AGAINST),
    }
    assert all(p.confidence is not None and 0.5 < p.confidence <= 1.0 for p in record.positions)


def test_who_asks_for_more_than_there_is_gets_nothing(reader: Reader) -> None:
    assert reader.judge is not None
    strict = replace(reader, judge=Judge(reader.judge.head, least=1.01, doubtful=1.01))
    record = strict.read(read_text(TEXT, ReadOptions(published="2015-03-02")))
    assert record.positions == ()
    reasons = [d.reason for d in record.dropped if d.step == "positions"]
    assert any("against “dam on the river”" in r and r.endswith("1.01 is asked") for r in reasons)


def test_without_a_head_the_words_alone_decide(reader: Reader) -> None:
    positions = replace(reader, judge=None).read(read_text(TEXT, ReadOptions())).positions
    assert positions
    assert all(p.confidence is None for p in positions)


@pytest.mark.parametrize(
    "text",
    [
        "More than 7,000 cars built at Palmela for Germany stand on the quay, the port said on Friday.",
        "Sixty-two lorries stood behind him on Monday evening, and the queue was growing by the hour.",
    ],
)
def test_what_only_stands_somewhere_has_no_stand(reader: Reader, text: str) -> None:
    assert reader.read(read_text(text, ReadOptions(published="2015-03-02"))).positions == ()
