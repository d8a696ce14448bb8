import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.projective import crosses, projective_heads
from dragoman.language.trees import is_tree


def best_by_trying_all(scores: np.ndarray) -> float:
    count = len(scores)
    best = -np.inf
    for choice in itertools.product(range(count + 1), repeat=count):
        heads = np.array(choice)
        if any(h == i + 1 for i, h in enumerate(choice)) or not is_tree(heads) or crosses(heads):
            continue
        best = max(best, float(scores[np.arange(count), heads].sum()))
    return best


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_it_is_the_best_of_all_trees_without_crossing_arcs(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count + 1))
    scores[np.arange(count), np.arange(1, count + 1)] = -1e9
    heads = projective_heads(scores)
    assert is_tree(heads)
    assert not crosses(heads)
    assert np.isclose(scores[np.arange(count), heads].sum(), best_by_trying_all(scores))


def test_crossing_arcs_are_seen() -> None:
    assert crosses(np.array([3, 4, 0, 3]))
    assert not crosses(np.array([2, 0, 2, 3]))
