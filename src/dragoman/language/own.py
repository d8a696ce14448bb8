"""Types of a user's own: weights over the states of single words, applied beside the network's heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

States = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class OwnType:
    """One type's weights; a word that scores ``threshold`` has a share of a half, which ``slope`` spreads."""

    name: str
    weights: tuple[float, ...]
    bias: float
    threshold: float
    slope: float


class OwnTypes:
    """All types of a user's own, scored together."""

    def __init__(self, types: Sequence[OwnType]) -> None:
        self.names = tuple(t.name for t in types)
        self._weights = np.array([t.weights for t in types], np.float32).T
        self._offset = np.array([t.bias - t.threshold for t in types], np.float32)
        self._slope = np.array([t.slope for t in types], np.float32)

    def shares(self, states: States) -> States:
        """How sure it is that each word tells each type: [words, types]."""
        odds = (states @ self._weights + self._offset) * self._slope
        shares: States = 1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))
        return shares
