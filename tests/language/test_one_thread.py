"""Products of arrays take one thread inside, and as many as before outside."""

from __future__ import annotations

import numpy as np
from threadpoolctl import threadpool_info, threadpool_limits

from dragoman.language.one_thread import on_one_thread


def threads() -> set[int]:
    np.ones((2, 2), np.float32) @ np.ones((2, 2), np.float32)
    return {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"}


def test_products_take_one_thread_inside_and_as_many_as_before_outside() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        with on_one_thread():
            assert threads() == {1}
        assert threads() == before
