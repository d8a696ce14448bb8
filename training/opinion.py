"""What networks say of a sentence that none of them has learned from.

Two careful readers of our corpus agree on the word and type of nine acts of ten, so a tenth of what is
taught is a matter of opinion, and a network that sees a sentence ten times learns that tenth by heart.
Networks that are each trained without one part of the corpus say of that part what the rest of it
teaches; half of what the last network learns of a word is that (after cross-fitting, and Hinton, Vinyals and
Dean 2015 for soft targets).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Shares = NDArray[np.float16]
LAYERS = ("act", "cue", "pledge", "stance")  # words of acts; names stand beside them


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is likely, in probabilities.

    ``words``: of the labels of every word in ``LAYERS`` and as a name, ``entity`` [words, labels];
    ``parts``: of what every word is in each act, pledge and stance [acts, words, 4]; ``pairs``: of the type
    of each pair of parties [pairs, types].
    """

    words: dict[str, Shares]
    parts: Shares
    pairs: Shares


def fold_of(document: str, folds: int) -> int:
    """The part of the corpus that a document falls into."""
    return zlib.crc32(document.encode()) % folds
