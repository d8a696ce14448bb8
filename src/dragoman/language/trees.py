"""From head scores to trees: the best tree with exactly one root.

Where every word's best head already makes a tree, that is the answer. Else the maximum spanning
arborescence is found by the algorithm of Chu and Liu (1965) and Edmonds (1967). Where its arcs cross,
the best tree without crossing arcs is taken instead.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.language.projective import crosses, crossing, projective_heads

Scores = NDArray[np.floating]
Heads = NDArray[np.int64]

_MOST_ROOTS = 24
# Beyond this many words the cubic search for a tree without crossing arcs is not worth its time.
_LONGEST = 90


def window_heads(arc: NDArray[np.float32], bounds: Sequence[tuple[int, int]]) -> Heads:
    """The heads of all words of a window, each in the count of its sentence (0 = root, j+1 = word j).

    ``arc`` [words, words + 1] scores heads over the whole window, ``bounds`` are its sentences. The best
    heads of nearly all sentences are trees, which is seen of all sentences at once.
    """
    firsts = np.repeat([a for a, _ in bounds], [b - a for a, b in bounds])
    inside = np.full(arc.shape, -np.inf, np.float32)
    inside[:, 0] = arc[:, 0]
    for a, b in bounds:
        inside[a:b, a + 1 : b + 1] = arc[a:b, a + 1 : b + 1]
    inside.reshape(-1)[1 :: len(arc) + 2] = -np.inf  # no word is its own head
    best: Heads = inside.argmax(1)
    heads = np.where(best == 0, 0, best - firsts)
    bad = _no_trees(best, firsts) if np.isfinite(arc).all() else set(firsts.tolist())
    for a, b in bounds:
        if a in bad:
            heads[a:b] = tree_heads(np.concatenate([arc[a:b, :1], arc[a:b, a + 1 : b + 1]], axis=1))
    return heads


def _no_trees(best: Heads, firsts: Heads) -> set[int]:
    """The first words of the sentences that are no trees with one root and without crossing arcs.

    ``best`` are heads in the count of the window, ``firsts`` the first word of each word's sentence.
    """
    above = np.concatenate([[0], best])
    for _ in range(len(best).bit_length()):  # after so many steps of double length all have come to the root
        above = above[above]
    roots = best == 0
    # The root stands before the first word of each sentence, so that no arc reaches into another's.
    wrong = (above[1:] != 0) | crossing(np.where(roots, firsts, best), np.arange(1, len(best) + 1))
    counts = np.bincount(firsts[roots], minlength=len(best))[firsts]
    return set(firsts[wrong | (counts != 1)].tolist())


def tree_heads(scores: Scores) -> Heads:
    """The heads of the best single-rooted tree over ``scores`` [n, n+1]; 0 is the root, j+1 word j.

    Scores that are not finite count as very bad, so that there is always an answer. Where the best tree
    has crossing arcs, the best without them is taken.
    """
    best = spanning_heads(scores)
    if len(scores) > _LONGEST or not crosses(best):
        return best
    inside = _finite(scores)
    inside[np.arange(len(inside)), np.arange(1, len(inside) + 1)] = -1e9
    return projective_heads(inside)


def spanning_heads(scores: Scores) -> Heads:
    """The heads of the best single-rooted tree, whether or not its arcs cross.

    ``scores`` [n, n+1] and the heads [n] are those of `tree_heads`.
    """
    count = len(scores)
    if count == 0:
        return np.zeros(0, np.int64)
    inside = _finite(scores)
    inside.reshape(-1)[1 :: count + 2] = -np.inf  # no word is its own head
    best: Heads = inside.argmax(1)
    return best if is_tree(best) else _best_rooted(inside)


def _finite(scores: Scores) -> NDArray[np.float64]:
    exact = np.array(scores, dtype=np.float64, order="C")
    return exact if np.isfinite(exact).all() else np.nan_to_num(exact, nan=-1e6, posinf=1e6, neginf=-1e6)


def _best_rooted(scores: NDArray[np.float64]) -> Heads:
    """The best tree over all choices of the one root, the most promising choice first.

    A choice can at best give every other word its best head; once that bound is below what has been
    found, no further choice can win. After ``_MOST_ROOTS`` the best so far is taken.
    """
    count = len(scores)
    best_other = scores[:, 1:].max(1) if count > 1 else np.zeros(1)
    bounds = scores[:, 0] - best_other + best_other.sum()
    found, found_score = np.zeros(count, np.int64), -np.inf
    for root in np.argsort(-bounds, kind="stable")[:_MOST_ROOTS].tolist():
        if bounds[root] <= found_score:
            break
        heads = _rooted_at(scores, root)
        score = float(scores[np.arange(count), heads].sum())
        if score > found_score:
            found, found_score = heads, score
    return found


def _rooted_at(scores: NDArray[np.float64], root: int) -> Heads:
    """The best heads of a tree whose root is the given word."""
    matrix = np.full((len(scores) + 1, len(scores) + 1), -np.inf)
    matrix[1:, 1:] = scores[:, 1:]
    matrix[root + 1] = -np.inf
    matrix[root + 1, 0] = 0.0
    heads: Heads = _arborescence(matrix)[1:]
    return heads


def is_tree(heads: Heads) -> bool:
    """Whether heads (0 the root, j+1 word j) make a tree with exactly one root.

    ``heads`` is [n], a head for each word.
    """
    above = [0, *heads.tolist()]
    if above.count(0) != 2:
        return False
    # Who climbs and meets a word from which another has climbed will reach the root as that one did.
    climber = [0] * len(above)
    climber[0] = -1
    for word in range(1, len(above)):
        step = word
        while not climber[step]:
            climber[step] = word
            step = above[step]
        if climber[step] == word:
            return False
    return True


def _arborescence(scores: NDArray[np.float64]) -> Heads:
    """The best parent of every node for ``scores[child, parent]``; node 0 is the root.

    All cycles of best parents are contracted at once, so that few rounds are needed.
    """
    parents: Heads = scores.argmax(1)
    parents[0] = 0
    groups, in_cycle = contract(parents)
    if not in_cycle.any():
        return parents
    paid = np.where(in_cycle, scores[np.arange(len(parents)), parents], 0.0)
    gain = scores - paid[:, None]
    order = np.argsort(groups, kind="stable")
    starts = np.searchsorted(groups[order], np.arange(groups.max() + 1))
    small = np.maximum.reduceat(gain[order[:, None], order], starts, axis=0)
    small = np.maximum.reduceat(small, starts, axis=1)
    np.fill_diagonal(small, -np.inf)
    return _expanded(parents, gain, groups, _arborescence(small))


def _expanded(parents: Heads, gain: NDArray[np.float64], groups: Heads, above: Heads) -> Heads:
    """The parents of single nodes, given those of the groups: each group's one way in is the best."""
    order = np.argsort(groups, kind="stable")
    sizes = np.bincount(groups)
    first = order[np.cumsum(sizes) - sizes]
    single = (sizes == 1) & (sizes[above] == 1)
    single[0] = False
    result = parents.copy()
    result[first[single]] = first[above[single]]
    for group in np.flatnonzero(~single)[1:].tolist():
        inside, outside = np.flatnonzero(groups == group), np.flatnonzero(groups == above[group])
        block = gain[inside[:, None], outside]
        child, parent = divmod(int(block.argmax()), len(outside))
        result[inside[child]] = outside[parent]
    return result


def contract(parents: Heads) -> tuple[Heads, NDArray[np.bool_]]:
    """Groups of nodes, each cycle of parent pointers one group, and which nodes are in a cycle.

    The root, node 0, points at itself, is no cycle, and is group 0.

    ``parents`` has the parent of every node, the root included; groups and flags have its length.
    """
    count = len(parents)
    # After n steps from anywhere one stands in a cycle or at the root, and every such place is reached.
    deep = parents.copy()
    for _ in range(count.bit_length()):
        deep = deep[deep]
    in_cycle = np.zeros(count, bool)
    in_cycle[np.unique(deep)] = True
    in_cycle[0] = False
    leader = np.arange(count)
    for node in np.flatnonzero(in_cycle).tolist():
        if leader[node] == node:
            step = int(parents[node])
            while step != node:
                leader[step] = node
                step = int(parents[step])
    groups: Heads = np.unique(leader, return_inverse=True)[1]
    return groups, in_cycle
