"""How much a word, its head and its sentence, as the network reads them, speak for an act told there.

The network's own opinion of an act looks at one word, and is surer than it should be of sentences that
report nothing. A second look at the same states, of the word, of the word that it hangs on ("talks were
*held*") and of its whole sentence, fitted to tell the right candidates from the wrong ones, costs three
small products a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language.arrays import REMEDY, read_arrays, write_arrays

States = NDArray[np.float32]
FILE = "tells.npz"
_PARTS = ("word", "head", "sentence", "offset", "out")


@dataclass(frozen=True, slots=True)
class TellsHead:
    """A layer of rectified units over the states of a word, of its head and the mean of its sentence's.

    ``word``, ``head`` and ``sentence`` are [width, units], ``offset`` and ``out`` [units]. The head of a
    root is the root itself.
    """

    word: States
    head: States
    sentence: States
    offset: States
    out: States
    bias: float

    def odds(
        self, states: States, bounds: Sequence[tuple[int, int]], heads: Sequence[int]
    ) -> list[tuple[float, ...]]:
        """The log-odds of each word of each sentence; ``states`` [words, width] are those of a window.

        ``bounds`` are the first word of each sentence and the one after its last; ``heads`` are the number
        of each word's head in its sentence, below 0 for a root.
        """
        seen = states @ self.word + self.offset
        above = states @ self.head
        for a, b in bounds:
            if b > a:
                up = [a + h if h >= 0 else i for i, h in enumerate(heads[a:b], a)]
                seen[a:b] += above[up] + states[a:b].mean(0) @ self.sentence
        odds = (np.maximum(seen, 0.0) @ self.out + self.bias).round(3).tolist()
        return [tuple(odds[a:b]) for a, b in bounds]


def load_tells(folder: Path) -> TellsHead:
    """The head beside a network; raises ModelError where its file cannot be read."""
    path = folder / FILE
    (word, head, sentence, offset, out), bias = read_arrays(path, _PARTS)
    wide = (word.shape[0], out.shape[0])
    if not word.shape == head.shape == sentence.shape == wide or offset.shape != out.shape:
        raise ModelError("Its parts do not fit each other", path=path, remedy=REMEDY)
    return TellsHead(word, head, sentence, offset, out, bias)


def write_tells(head: TellsHead, folder: Path) -> None:
    """Keep a head beside its network, in half precision."""
    write_arrays(folder / FILE, {name: getattr(head, name) for name in _PARTS}, head.bias)
