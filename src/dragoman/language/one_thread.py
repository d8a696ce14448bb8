"""Products of arrays on one thread, as the network's own are.

NumPy leaves products to a library that takes as many threads as there are cores, which wait for each other by
turning idly. Beside the network they are so small that this gains a tenth at best, and two processes side by
side, each with its threads, took two and a half times as long as with one thread each.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def on_one_thread() -> AbstractContextManager[object]:
    """A ``with`` in which products of arrays take one thread; what was set before holds again behind it."""
    limited: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that are loaded: looking for them takes milliseconds, setting them hardly any time."""
    return ThreadpoolController()
