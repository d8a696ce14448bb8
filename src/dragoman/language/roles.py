"""Semantic roles: the best arguments of each predicate of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.language.parse import Argument
from dragoman.language.sequences import Grammar, Ids, spans

Scores = NDArray[np.float32]

_BANNED = np.float32(-1e4)
_ROUNDS = 4


class RoleReader:
    """Reads arguments off BIO scores. A predicate has each numbered role (ARG0 … ARG5) once at most.

    Of two spans for one such role the one with the better mean margin over "no role" stays, and the rest
    of the sentence is decoded again without that role there.
    """

    def __init__(self, tags: Sequence[str]) -> None:
        self._grammar = Grammar.of(tags)
        self._outside = tags.index("O")
        self._numbers = {tag: i for i, tag in enumerate(tags)}

    def read(self, scores: Scores) -> list[tuple[Argument, ...]]:
        """The arguments of each predicate, in order, over ``scores`` [predicates, words, tags]."""
        paths = self._grammar.best(scores)
        return [self._settled(path, one) for path, one in zip(paths, scores, strict=True)]

    def _settled(self, path: Ids, scores: Scores) -> tuple[Argument, ...]:
        for _ in range(_ROUNDS):
            arguments = self._arguments(path)
            weaker = self._weaker(arguments, path, scores)
            if not weaker:
                break
            scores = scores.copy()
            for a in weaker:
                own = [self._numbers[f"{mark}-{a.role}"] for mark in "BI"]
                scores[a.first : a.last + 1, own] = _BANNED
            path = self._grammar.best(scores[None])[0]
        return arguments

    def _arguments(self, path: Ids) -> tuple[Argument, ...]:
        tags = [self._grammar.tags[k] for k in path.tolist()]
        return tuple(Argument(role, first, last) for role, first, last in spans(tags))

    def _weaker(self, arguments: Sequence[Argument], path: Ids, scores: Scores) -> list[Argument]:
        """Every argument in a numbered role but the best in that role."""
        rivals: defaultdict[str, list[Argument]] = defaultdict(list)
        for a in arguments:
            if a.role[:3] == "ARG" and a.role[3:].isdigit():
                rivals[a.role].append(a)
        if len(rivals) == sum(map(len, rivals.values())):
            return []
        margin = scores[np.arange(len(path)), path] - scores[:, self._outside]
        return [
            a
            for same in rivals.values()
            for a in sorted(same, key=lambda a: float(margin[a.first : a.last + 1].mean()))[:-1]
        ]
