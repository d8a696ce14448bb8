"""The examples and counter-examples that stand in the event codebook, read by the real model."""

from __future__ import annotations

from itertools import chain

import pytest

from dragoman.language.model import FOLDER
from dragoman.pipeline import Reader
from tests.coding.codebook_examples import Verdict, counters, examples, known_failures

# Floors, not targets: one parse in twenty may go wrong before the codebook is to blame.
EXAMPLES_RIGHT = 0.95
COUNTERS_RIGHT = 0.985

pytestmark = pytest.mark.skipif(
    not (FOLDER / "model.onnx").exists(), reason="the language model is not in this checkout"
)


def share_right(verdicts: list[Verdict]) -> float:
    return sum(v.right for v in verdicts) / len(verdicts)


def wrong(verdicts: list[Verdict]) -> str:
    return "\n".join(str(v) for v in verdicts if not v.right)


def test_every_rule_has_two_examples_and_a_counter_example(reader: Reader) -> None:
    rules = [r for t in reader.codebook.types.values() for r in t.rules]
    assert [r.name for r in rules if len(r.examples) < 2 or not r.counter] == []


def test_examples_name_parties_that_stand_in_them(reader: Reader) -> None:
    rules = [r for t in reader.codebook.types.values() for r in t.rules]
    parties = [(e.text, p) for r in rules for e in r.examples for p in (*e.actor, *e.recipient)]
    assert [(text, party) for text, party in parties if party not in text] == []


def test_examples_are_coded_as_their_rules_say(reader: Reader) -> None:
    known = known_failures()
    read = list(chain.from_iterable(examples(reader, t) for t in reader.codebook.types))
    verdicts = [v for v in read if v.text not in known]
    assert share_right(verdicts) >= EXAMPLES_RIGHT, wrong(verdicts)


def test_counter_examples_are_left_alone_by_their_rules(reader: Reader) -> None:
    known = known_failures()
    read = list(chain.from_iterable(counters(reader, t) for t in reader.codebook.types))
    verdicts = [v for v in read if v.text not in known]
    assert share_right(verdicts) >= COUNTERS_RIGHT, wrong(verdicts)
