"""What must not matter: the bench that exchanges states and voices."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dragoman.benchmarks import sensitivity
from dragoman.benchmarks.sensitivity import Count, read_pairs, renamed
from dragoman.benchmarks.swap import swapper
from dragoman.errors import BadInput
from dragoman.record import Span

CORPUS = Path(__file__).parents[2] / "training/corpus"


def test_an_exchanged_state_keeps_the_way_back_to_the_first_text() -> None:
    text = "France and the German army condemned it."
    for seed in range(20):
        other = renamed(text, swapper(), random.Random(seed))
        if other is None:  # both states may draw themselves
            continue
        at = other.text.index("condemned")
        assert other.back(Span(at, at + 9)).of(text) == "condemned"
        assert other.back(Span(0, len(other.text))) == Span(0, len(text))


def test_a_text_without_states_is_left_alone() -> None:
    assert renamed("The rebels fled.", swapper(), random.Random(1)) is None


def test_an_act_is_alike_changed_or_lost() -> None:
    count = Count()
    for types in ({"ACCUSE"}, {"REJECT"}, set(), {"REJECT", "ACCUSE"}):
        count.add("ACCUSE", types)
    assert count.scores("x") == {"x_acts": 4, "x_type_changed": 33.3, "x_lost": 25.0}


@pytest.mark.parametrize("text", ["", "a\tb\tc\n", "active\tpassive\tevent\none\ttwo\tNOTHING\n"])
def test_a_broken_file_of_pairs_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "voices.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"voices\.tsv"):
        read_pairs(path)


def test_the_pairs_of_the_corpus_tell_every_type() -> None:
    pairs = read_pairs(CORPUS / sensitivity.VOICES)
    assert len({p.event for p in pairs}) == 16
    assert len({t for p in pairs for t in (p.active, p.passive)}) == 2 * len(pairs)


def test_voice_and_names_seldom_change_what_is_told() -> None:
    scores = sensitivity.run(CORPUS, limit=300)
    assert scores["states_type_changed"] <= 4
    assert scores["voice_type_changed"] <= 12
