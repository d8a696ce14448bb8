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
    """Whether two arcs cross (0 is the root, which stands before the first word; j+1 is word j).

    ``heads`` [n] has the head of each word.
    """
    return bool(crossing(heads, np.arange(1, len(heads) + 1)).any())


def crossing(heads: Heads, words: Heads) -> NDArray[np.bool_]:
    """Of which words the arc to the head is crossed by one that begins before and ends inside it.

    ``heads`` and ``words`` [n] are the two ends of each arc, in the same count; the answer is [n] too.
    """
    left, right = np.minimum(heads, words), np.maximum(heads, words)
    crossed = np.zeros(len(heads), bool)
    wide = np.flatnonzero(right - left > 1)  # inside or beside an arc to a neighbour nothing can cross it
    left, right = left[wide], right[wide]
    first, last = left[:, None], right[:, None]
    crossed[wide] = ((first < left) & (left < last) & (last < right)).any(0)
    return crossed


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
            k = i + int(whole_at[right, j - i, i])
            open_spans += (
                [(False, i, k + 1, 1), (True, k + 1, j, 1)] if right else [(True, i, k, 0), (False, k, j, 0)]
            )
        else:
            heads[(j if right else i) - 1] = i if right else j
            k = i + int(half_at[j - i, i])
            open_spans += [(True, i, k, 1), (True, k + 1, j, 0)]
    return heads


def _chart(table: NDArray[np.float64]) -> tuple[NDArray[np.float64], Heads, Heads]:
    """What each word of 1..n scores as the head of all, and where complete and half spans were split.

    A span is kept by one of its ends and its length, so that all spans of a length are found at once, and
    those headed at their right end (0) together with those headed at their left (1). Where it was split is
    given by length and start: how many words the first part has beyond its first.
    """
    size = len(table)
    # A complete span headed at its right end is a complete one so headed and a half one; a complete span
    # headed at its left, a half one and a complete one. Of a half one the length is counted one less.
    firsts, seconds = np.full((2, 2, size, size), _NEVER)
    left_from, half_from = firsts
    half_to, right_to = seconds
    right_from, left_to = np.full((2, size, size), _NEVER)
    for whole in (right_from, right_to, left_from, left_to):
        whole[:, 0] = 0.0
    whole_at, half_at = np.zeros((2, size, size), np.int64), np.zeros((size, size), np.int64)
    for length in range(1, size - 1):
        a, b, back = slice(1, size - length), slice(1 + length, size), slice(length - 1, None, -1)
        joined = right_from[a, :length] + left_to[b, back]
        half_at[length, a] = joined.argmax(1)
        best = np.maximum.reduce(joined, 1)
        half_from[a, length - 1] = best + table.diagonal(length)[1:]
        half_to[b, length - 1] = best + table.diagonal(-length)[1:]
        both = firsts[:, a, :length] + seconds[:, b, back]
        whole_at[:, length, a] = both.argmax(2)
        left_from[a, length], right_from[a, length] = left_to[b, length], right_to[b, length] = (
            np.maximum.reduce(both, 2)
        )
    last = size - 1
    return left_from[1, :last] + right_to[last, last - 1 :: -1], whole_at, half_at
