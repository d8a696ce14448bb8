from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.sequences import Grammar, spans

BIO = ("O", "B-X", "I-X", "B-Y", "I-Y")
BIOES = ("O", "B-X", "I-X", "E-X", "S-X", "B-Y", "I-Y", "E-Y", "S-Y")


def test_bio_an_inside_follows_its_own_kind() -> None:
    grammar = Grammar.of(BIO)
    paths = np.array([[0, 1, 2], [0, 2, 2], [1, 4, 0], [3, 4, 4], [1, 1, 3]])
    assert grammar.accepts(paths).tolist() == [True, False, False, True, True]


def test_bioes_what_is_open_must_be_closed() -> None:
    grammar = Grammar.of(BIOES)
    paths = np.array([[1, 2, 3], [1, 2, 2], [4, 1, 3], [1, 3, 3], [1, 7, 0], [0, 0, 8]])
    assert grammar.accepts(paths).tolist() == [True, False, True, False, False, True]


@pytest.mark.parametrize("tags", [BIO, BIOES])
@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_the_best_path_is_well_formed_and_none_is_better(tags: tuple[str, ...], length: int, seed: int):
    grammar = Grammar.of(tags)
    scores = np.random.default_rng(seed).normal(size=(1, length, len(tags))).astype(np.float32)
    path = grammar.best(scores)
    assert grammar.accepts(path).all()
    everything = np.array(list(itertools.product(range(len(tags)), repeat=length)))
    allowed = everything[grammar.accepts(everything)]
    totals = scores[0, np.arange(length), allowed].sum(1)
    assert scores[0, np.arange(length), path[0]].sum() == pytest.approx(totals.max(), abs=1e-5)


def test_nothing_to_tag() -> None:
    assert Grammar.of(BIO).best(np.zeros((0, 3, 5), np.float32)).shape == (0, 3)
    assert Grammar.of(BIO).best(np.zeros((2, 0, 5), np.float32)).shape == (2, 0)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("B-X I-X O S-Y", [("X", 0, 1), ("Y", 3, 3)]),
        ("I-X I-X O I-Y", [("X", 0, 1), ("Y", 3, 3)]),
        ("B-X B-X I-Y", [("X", 0, 0), ("X", 1, 1), ("Y", 2, 2)]),
        ("B-X I-X E-X S-X", [("X", 0, 2), ("X", 3, 3)]),
        ("O O", []),
    ],
)
def test_spans_of_tags(tags: str, found: list[tuple[str, int, int]]) -> None:
    assert spans(tags.split()) == found
