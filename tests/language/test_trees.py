from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.projective import crosses
from dragoman.language.trees import contract, is_tree, spanning_heads, tree_heads


def best_by_trying_all(scores: np.ndarray) -> float:
    n = len(scores)
    totals = [
        sum(scores[i, h] for i, h in enumerate(heads))
        for heads in itertools.product(range(n + 1), repeat=n)
        if is_tree(np.array(heads))
    ]
    return max(totals)


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_no_tree_scores_higher(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    heads = spanning_heads(scores)
    assert is_tree(heads)
    found = float(sum(scores[i, h] for i, h in enumerate(heads)))
    assert found == pytest.approx(best_by_trying_all(scores), abs=1e-4)


@given(st.integers(1, 90), st.integers(0, 2**32 - 1))
def test_the_answer_is_always_a_tree(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).integers(-2, 3, size=(n, n + 1)).astype(np.float32)
    heads = tree_heads(scores)
    assert is_tree(heads)
    assert not crosses(heads)


def test_a_tree_of_best_heads_is_taken_as_it_is() -> None:
    scores = np.array([[0, -9, 5, 0], [7, 0, -9, 0], [0, 0, 4, -9]], np.float32)
    assert tree_heads(scores).tolist() == [2, 0, 2]


def test_two_roots_become_one() -> None:
    scores = np.array([[9, 0, 1], [8, 0, 0]], np.float32)
    assert tree_heads(scores).tolist() == [0, 1]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_none_do_no_harm(bad: float) -> None:
    assert is_tree(tree_heads(np.full((6, 7), bad, np.float32)))


def test_no_words_no_heads() -> None:
    assert tree_heads(np.zeros((0, 1), np.float32)).tolist() == []


@pytest.mark.parametrize(
    ("heads", "answer"),
    [([0], True), ([0, 0], False), ([2, 1], False), ([0, 1, 2], True), ([0, 3, 2], False), ([2, 0], True)],
)
def test_what_is_a_tree(heads: list[int], answer: bool) -> None:
    assert is_tree(np.array(heads)) is answer


def test_each_cycle_is_one_group() -> None:
    groups, in_cycle = contract(np.array([0, 2, 1, 4, 5, 3, 1, 0]))
    assert in_cycle.tolist() == [False, True, True, True, True, True, False, False]
    assert groups[1] == groups[2]
    assert groups[3] == groups[4] == groups[5]
    assert groups[0] == 0
    assert len(set(groups.tolist())) == 5
