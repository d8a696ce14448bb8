from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from dragoman.benchmarks.bootstrap import ci95


def mean(rows: Sequence[float]) -> float:
    return sum(rows) / len(rows)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=30))
def test_the_interval_lies_within_the_rows_and_is_the_same_again(rows: list[float]) -> None:
    low, high = ci95(rows, mean, samples=50)
    assert min(rows) <= low <= high <= max(rows)
    assert (low, high) == ci95(rows, mean, samples=50)


def test_more_rows_narrow_it_and_none_give_none() -> None:
    few, many = ci95([0, 100] * 5, mean), ci95([0, 100] * 500, mean)
    assert many[1] - many[0] < few[1] - few[0]
    assert ci95([], mean) == (0.0, 0.0)
