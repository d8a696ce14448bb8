"""How sure a stand is, by the states of its words as the network reads them and what else is known of it.

Rules and network find more stands than there are: "stood on the quay" has the words of one. A layer over the
states of five words (the one that tells the stand, the topmost on the way to its holder, the holder, the
matter, what that is of) beside figures that the coder knows, fitted to tell right candidates from wrong ones,
costs a few small products for each of the handful of candidates of a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language.arrays import REMEDY, read_arrays, write_arrays
from dragoman.language.one_thread import on_one_thread

States = NDArray[np.float32]
FILE = "stands.npz"
WORDS = 5
"""Of so many words of a stand the states are looked at."""
_PARTS = ("states", "known", "offset", "out", "straight")


@dataclass(frozen=True, slots=True)
class StandsHead:
    """A layer of rectified units over states and figures, and the figures by themselves.

    ``states`` is [5 x width, units], ``known`` [figures, units], ``offset`` and ``out`` [units], ``straight``
    [figures].
    """

    states: States
    known: States
    offset: States
    out: States
    straight: States
    bias: float

    def share(self, known: Sequence[float], states: States) -> float:
        """How sure a stand is (0-1); ``states`` [5, width] are those of its words, 0 for a word not there.

        ``known`` are the figures, in the order of `coding.stance_surety.FIGURES`.
        """
        figures = np.asarray(known, np.float32)
        with on_one_thread():
            units = np.maximum(states.reshape(-1) @ self.states + figures @ self.known + self.offset, 0.0)
            odds = float(units @ self.out + figures @ self.straight + self.bias)
        return round(1.0 / (1.0 + float(np.exp(-odds))), 3)


def load_stands(folder: Path) -> StandsHead:
    """The head beside a network; raises ModelError where its file cannot be read."""
    path = folder / FILE
    (states, known, offset, out, straight), bias = read_arrays(path, _PARTS)
    wide = out.shape[0]
    fits = states.shape[1:] == known.shape[1:] == (wide,) and known.shape[0] == straight.shape[0]
    if not fits or offset.shape != out.shape:
        raise ModelError("Its parts do not fit each other", path=path, remedy=REMEDY)
    return StandsHead(states, known, offset, out, straight, bias)


def write_stands(head: StandsHead, folder: Path) -> None:
    """Keep a head beside its network, in half precision."""
    write_arrays(folder / FILE, {name: getattr(head, name) for name in _PARTS}, head.bias)
