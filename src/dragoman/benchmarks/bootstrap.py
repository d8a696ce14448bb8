"""Confidence intervals by the percentile bootstrap (Efron 1979)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")


def ci95(
    rows: Sequence[Row], score: Callable[[Sequence[Row]], float], samples: int = 1000, seed: int = 17
) -> tuple[float, float]:
    """The 95 % interval of ``score`` over samples of the rows, drawn with replacement.

    The same rows give the same interval. No rows give (0, 0).
    """
    import numpy as np

    if not rows:
        return 0.0, 0.0
    drawn = np.random.default_rng(seed).integers(0, len(rows), size=(samples, len(rows)))
    values = [score([rows[i] for i in sample]) for sample in drawn.tolist()]
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 1), round(float(high), 1)
