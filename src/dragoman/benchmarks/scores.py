"""Counts and what follows from them: precision, recall, F1."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """How many were found right, found, and true."""

    right: int = 0
    found: int = 0
    true: int = 0

    def add(self, found: Iterable[Hashable], true: Iterable[Hashable]) -> None:
        """Count one item's findings; what is in both sets is right."""
        ours, theirs = set(found), set(true)
        self.right += len(ours & theirs)
        self.found += len(ours)
        self.true += len(theirs)

    @property
    def precision(self) -> float:
        """Per cent of what was found that is true; 0 where nothing was found."""
        return percent(self.right, self.found)

    @property
    def recall(self) -> float:
        """Per cent of what is true that was found; 0 where nothing is true."""
        return percent(self.right, self.true)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return percent(2 * self.right, self.found + self.true)


def percent(part: float, whole: float) -> float:
    """``part`` of ``whole`` in per cent, with one decimal; 0 where there is no whole."""
    return round(100.0 * part / whole, 1) if whole else 0.0
