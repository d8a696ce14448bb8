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
    arcs = [(head, word) if head < word else (word, head) for word, head in enumerate(heads.tolist(), 1)]
    first, last = (
        list(range(len(arcs) + 1)),
        list(range(len(arcs) + 1)),
    )  # the furthest ends of arcs at a word
    for left, right in arcs:
        if left < first[right]:
            first[right] = left
        if right > last[left]:
            last[left] = right
    return any(
        min(first[left + 1 : right]) < left or max(last[left + 1 : right]) > right
        for left, right in arcs
        if right - left > 1
    )


def projective_heads(scores: Scores) -> Heads:
    """The heads of the best projective tree with one root over finite ``scores`` [n, n+1]."""
    count = len(scores)
    table = np.full((count + 1, count + 1), _NEVER)
    table[:, 1:] = scores.T
    sides, whole_at, half_at = _chart(table)
    root = int((sides + table[0, 1:]).argmax()) + 1
    heads = np.zeros(count, np.int64)
    open_spans = [(True, 1, root, 0), (True, root, count, 1)]
    while open_spans:
        complete, i, j, right = open_spans.pop()
        if i == j:
            continue
        if complete:
            k = int(whole_at[right, i, j])
            open_spans += (
                [(False, i, k, 1), (True, k, j, 1)] if right else [(True, i, k, 0), (False, k, j, 0)]
            )
        else:
            heads[(j if right else i) - 1] = i if right else j
            k = int(half_at[i, j])
            open_spans += [(True, i, k, 1), (True, k + 1, j, 0)]
    return heads


def _chart(table: NDArray[np.float64]) -> tuple[NDArray[np.float64], Heads, Heads]:
    """What each word of 1..n scores as the head of all, and where complete and half spans were split.

    A span is kept by one of its ends and its length, so that all spans of a length are found at once.
    ``whole_at`` is 0 for spans headed at their right end and 1 for those headed at their left.
    """
    size = len(table)
    # Complete spans headed at their left (by their start, by their end) and at their right; half spans.
    right_from, right_to, left_from, left_to, half_from, half_to = np.full((6, size, size), _NEVER)
    for whole in (right_from, right_to, left_from, left_to):
        whole[:, 0] = 0.0
    whole_at, half_at = np.zeros((2, size, size), np.int64), np.zeros((size, size), np.int64)
    for length in range(1, size - 1):
        i, j = np.arange(1, size - length), np.arange(1 + length, size)
        a, b, row = slice(1, size - length), slice(1 + length, size), i - 1
        joined = right_from[a, :length] + left_to[b, length - 1 :: -1]
        k = joined.argmax(1)
        best = joined[row, k]
        half_at[i, j] = i + k
        half_from[a, length], half_to[b, length] = best + table[i, j], best + table[j, i]
        left = left_from[a, :length] + half_to[b, length:0:-1]
        k = left.argmax(1)
        left_from[a, length] = left_to[b, length] = left[row, k]
        whole_at[0, i, j] = i + k
        right = half_from[a, 1 : length + 1] + right_to[b, length - 1 :: -1]
        k = right.argmax(1)
        right_from[a, length] = right_to[b, length] = right[row, k]
        whole_at[1, i, j] = i + 1 + k
    last = size - 1
    return left_from[1, :last] + right_to[last, last - 1 :: -1], whole_at, half_at
