"""The best well-formed sequence of BIO or BIOES tags, and the spans that tags mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
_BANNED = -1e9


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which tag may begin, follow another, and end a sentence, as masks over a tag list."""

    tags: tuple[str, ...]
    begins: NDArray[np.bool_]
    follows: NDArray[np.bool_]
    ends: NDArray[np.bool_]
    before: tuple[Ids, Ids]  # of an inner tag, the B- and the I- tag that it may follow
    # Which tag may follow which; -1 stands before the first and after the last.
    steps: frozenset[tuple[int, int]]
    outside: frozenset[int]

    @classmethod
    def of(cls, tags: Sequence[str]) -> Grammar:
        """The rules of the scheme that the tags are written in: BIOES where there are E- or S- tags."""
        marks = np.array([t[0] for t in tags])
        kinds = np.array([t[2:] for t in tags])
        bioes = bool(np.isin(marks, ("E", "S")).any())
        inner = np.isin(marks, ("I", "E"))
        opening = np.isin(marks, ("B", "I"))
        same = opening[:, None] & inner[None, :] & (kinds[:, None] == kinds[None, :])
        # In BIOES a name that is open must go on; in BIO it may end anywhere.
        closed = ~opening if bioes else np.ones(len(tags), bool)
        follows = same | (closed[:, None] & ~inner[None, :])
        number = {tag: i for i, tag in enumerate(tags)}
        begun, ongoing = (
            np.array([number.get(f"{m}-{k}", i) for i, k in enumerate(kinds.tolist())]) for m in "BI"
        )
        steps = {
            *zip(*(k.tolist() for k in follows.nonzero()), strict=True),
            *((-1, k) for k in (~inner).nonzero()[0].tolist()),
            *((k, -1) for k in closed.nonzero()[0].tolist()),
        }
        outside = frozenset(k for k, tag in enumerate(tags) if tag == "O")
        return cls(tuple(tags), ~inner, follows, closed, (begun, ongoing), frozenset(steps), outside)

    def accepts(self, paths: Ids) -> NDArray[np.bool_]:
        """Which of the paths [N, T] are well formed."""
        good = self.begins[paths[:, 0]] & self.ends[paths[:, -1]]
        steps = self.follows[paths[:, :-1], paths[:, 1:]]
        whole: NDArray[np.bool_] = good & np.all(steps, axis=1)
        return whole

    def spans(self, path: Sequence[int], scores: NDArray[np.float32]) -> list[tuple[str, int, int]]:
        """The labelled spans (label, first, last; inclusive) of the best path over ``scores`` [T, tags].

        ``path`` holds the best tag of each word.
        """
        if self.outside.issuperset(path):
            return []
        if not self.steps.issuperset(pairwise([-1, *path, -1])):
            path = self.best(scores[None])[0].tolist()
        return spans([self.tags[k] for k in path])

    def best(self, scores: NDArray[np.float32]) -> Ids:
        """The best well-formed path for each row of ``scores`` [N, T, tags], as tag numbers [N, T].

        The best tag of every word is taken where that is well formed; Viterbi search settles the rest.
        """
        if 0 in scores.shape:
            return np.zeros(scores.shape[:2], np.int64)
        paths: Ids = scores.argmax(2)
        wrong = ~self.accepts(paths)
        if wrong.any():
            paths[wrong] = self._viterbi(scores[wrong])
        return paths

    def _viterbi(self, scores: NDArray[np.float32]) -> Ids:
        rows, length, count = scores.shape
        everyone = np.arange(rows)
        total = scores[:, 0] + np.where(self.begins, 0.0, _BANNED).astype(np.float32)
        back = np.empty((length, rows, count), np.int64)
        closed = np.where(self.ends, 0.0, _BANNED).astype(np.float32)
        for t in range(1, length):
            # An inner tag follows one of two tags, every other tag any that may end a span.
            fresh = (total + closed).argmax(1)
            after = np.where(total[:, self.before[0]] >= total[:, self.before[1]], *self.before)
            back[t] = np.where(self.begins, fresh[:, None], after)
            total = total[everyone[:, None], back[t]] + scores[:, t]
        paths = np.empty((rows, length), np.int64)
        paths[:, -1] = (total + closed).argmax(1)
        for t in range(length - 1, 0, -1):
            paths[:, t - 1] = back[t, everyone, paths[:, t]]
        return paths


def spans(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """The labelled spans (label, first, last; inclusive) of IOB1, IOB2 or BIOES tags, in order.

    As the usual scorers do, a broken sequence begins a new span where its label changes.
    """
    found: list[tuple[str, int, int]] = []
    label, start = "", 0
    for i, tag in enumerate([*tags, "O"]):
        if tag == "O" and not label:
            continue  # as of most words
        mark, kind = tag[:1], tag[2:]
        if label and (mark in "OBS" or kind != label):
            found.append((label, start, i - 1))
            label = ""
        if mark != "O" and not label:
            label, start = kind, i
        if label and mark in "ES":
            found.append((label, start, i))
            label = ""
    return found
