"""The best tree without crossing arcs, by the algorithm of Eisner (1996).

English has hardly any crossing arcs (two or three sentences in a hundred), and nearly all that the
scores suggest are mistakes, such as an adjunct of "said" hung on what was said.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
Heads = NDArray[np.int64]
_NEVER = -1e18


def crosses(heads: Heads) -> bool:
    """Whether two arcs cross (0 is the root, which stands before the first word; j+1 is word j)."""
    places = np.arange(1, len(heads) + 1)
    left, right = np.minimum(places, heads), np.maximum(places, heads)
    inside = (left[:, None] < left) & (left < right[:, None])
    return bool((inside & (right > right[:, None])).any())


def projective_heads(scores: Scores) -> Heads:
    """The heads of the best projective tree with one root over finite ``scores`` [n, n+1]."""
    count = len(scores)
    table = np.full((count + 1, count + 1), _NEVER)
    table[:, 1:] = scores.T
    whole, whole_at, half_at = _chart(table)
    roots = whole[1, 1:, 0] + whole[1:, count, 1] + table[0, 1:]
    root = int(roots.argmax()) + 1
    heads = np.zeros(count, np.int64)
    open_spans = [(True, 1, root, 0), (True, root, count, 1)]
    while open_spans:
        complete, i, j, right = open_spans.pop()
        if i == j:
            continue
        if complete:
            k = int(whole_at[i, j, right])
            open_spans += (
                [(False, i, k, 1), (True, k, j, 1)] if right else [(True, i, k, 0), (False, k, j, 0)]
            )
        else:
            heads[(j if right else i) - 1] = i if right else j
            k = int(half_at[i, j])
            open_spans += [(True, i, k, 1), (True, k + 1, j, 0)]
    return heads


def _chart(
    table: NDArray[np.float64],
) -> tuple[NDArray[np.float64], Heads, Heads]:
    """Scores of complete spans over words 1..n, and where complete and incomplete ones were split.

    The last axis is 0 for spans headed at their right end and 1 for those headed at their left.
    """
    size = len(table)
    whole, half = np.full((size, size, 2), _NEVER), np.full((size, size, 2), _NEVER)
    whole_at, half_at = np.zeros((size, size, 2), np.int64), np.zeros((size, size), np.int64)
    for i in range(size):
        whole[i, i] = 0.0
    for length in range(1, size - 1):
        for i in range(1, size - length):
            j = i + length
            joined = whole[i, i:j, 1] + whole[i + 1 : j + 1, j, 0]
            k = int(joined.argmax())
            half_at[i, j] = i + k
            half[i, j, 1], half[i, j, 0] = joined[k] + table[i, j], joined[k] + table[j, i]
            left = whole[i, i:j, 0] + half[i:j, j, 0]
            k = int(left.argmax())
            whole[i, j, 0], whole_at[i, j, 0] = left[k], i + k
            right = half[i, i + 1 : j + 1, 1] + whole[i + 1 : j + 1, j, 1]
            k = int(right.argmax())
            whole[i, j, 1], whole_at[i, j, 1] = right[k], i + 1 + k
    return whole, whole_at, half_at
