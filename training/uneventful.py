"""Which words are those of sentences that report nothing: rain, kilometres, inhabitants, season.

A logistic regression over the annotated sentences that teach, of whether a sentence tells no act, on the
words that are written in it; `confidence.yaml` keeps the words that weigh something.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.benchmarks.annotated import Item

_WORD = re.compile(r"(?<![\w'-])[a-z]+(?![\w-])|%")  # names, written large, tell of no kind of sentence
# Auxiliaries tell the voice and the time of a sentence, which are not what it tells.
_BE_AND_DO = {"am", "are", "be", "been", "being", "is", "was", "were", "did", "do", "does"}
_AUXILIARIES = _BE_AND_DO | {"had", "has", "have", "can", "could", "may", "might", "will", "would"}
_SENTENCES = 30  # a word stands in at least so many sentences
_DOCUMENTS = 8  # and at least so many documents
_RIDGE = 2.0
_STEPS = 400
_PACE = 0.1
_LEAST = 0.5  # what weighs less says little, and is left out


def uneventful(items: Sequence[Item]) -> dict[str, float]:
    """The words that speak for a sentence that reports nothing, or against it, in log-odds."""
    heard = [frozenset(_WORD.findall(item.text)) - _AUXILIARIES for item in items]
    known = _known(items, heard)
    place = {word: i for i, word in enumerate(known)}
    rows = [[place[w] for w in sorted(words) if w in place] for words in heard]
    weights = _fitted(rows, np.array([float(not item.events) for item in items]), len(known))
    return {w: round(float(x), 1) for w, x in zip(known, weights, strict=True) if abs(x) >= _LEAST}


def _known(items: Sequence[Item], heard: Sequence[frozenset[str]]) -> list[str]:
    sentences = Counter(w for words in heard for w in words)
    pairs = {(w, item.document) for item, words in zip(items, heard, strict=True) for w in words}
    documents = Counter(w for w, _ in pairs)
    return sorted(w for w, n in sentences.items() if n >= _SENTENCES and documents[w] >= _DOCUMENTS)


def _fitted(rows: list[list[int]], y: NDArray[np.float64], words: int) -> NDArray[np.float64]:
    """The weights by Adam over all sentences at once (Kingma and Ba 2015), the constant left out."""
    lengths = np.array([len(r) for r in rows])
    row = np.repeat(np.arange(len(rows)), lengths)
    word = np.array([i for r in rows for i in r], dtype=np.int64)
    w, bias = np.zeros(words), float(np.log(y.mean() / (1.0 - y.mean())))
    mean, spread = np.zeros(words + 1), np.zeros(words + 1)
    for step in range(1, _STEPS + 1):
        share = 1.0 / (1.0 + np.exp(-(np.bincount(row, w[word], len(rows)) + bias)))
        wrong = share - y
        slope = np.append(np.bincount(word, wrong[row], words) + _RIDGE * w, wrong.sum())
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        change = _PACE * mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-9)
        w, bias = w - change[:-1], bias - float(change[-1])
    return w
