"""The type of act between two marked parties of a sentence, read from the states of one unmarked pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.language.acts import softmax
from dragoman.language.model import FOLDER, Labels, session

States = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Asked:
    """Two parties of a sentence: its states [words, width] and the words of each; a party may be empty."""

    states: States
    actor: tuple[int, ...]
    recipient: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told between two parties.

    ``types`` are PLOVER types and ``_`` (nothing) with their shares, ``statuses`` likewise; ``words`` are
    the words of the sentence that decided, with the share of each, the weightiest first.
    """

    types: dict[str, float]
    statuses: dict[str, float]
    words: tuple[tuple[int, float], ...]


class PairReader:
    """The head for pairs; one object a process."""

    def __init__(self, session: Any, labels: Labels) -> None:
        self._session = session
        self._labels = labels

    def read(self, asked: Sequence[Asked]) -> list[Told]:
        """What is told between each pair, in the order given."""
        return [self._one(pair) for pair in asked]

    def _one(self, pair: Asked) -> Told:
        n = len(pair.states)
        marks = np.zeros((2, 1, n), np.float32)
        marks[0, 0, list(pair.actor)] = 1.0
        marks[1, 0, list(pair.recipient)] = 1.0
        acts, statuses, share = self._session.run(
            ["act", "status", "share"],
            {
                "states": pair.states[None],
                "actor": marks[0],
                "recipient": marks[1],
                "inside": np.ones((1, n), np.float32),
            },
        )
        order = np.argsort(-share[0])[:3]
        return Told(
            dict(zip(self._labels.act, softmax(acts[0]).tolist(), strict=True)),
            dict(zip(self._labels.status, softmax(statuses[0]).tolist(), strict=True)),
            tuple((int(k), round(float(share[0][k]), 3)) for k in order),
        )


def load_pairs(folder: Path | None = None) -> PairReader:
    """The head of the shipped model (or of the one in ``folder``); raises ModelError where it is missing."""
    folder = folder or FOLDER
    return PairReader(session(folder / "pair.onnx", threads=1), Labels.load(folder / "labels.json"))
