"""Opinions on our own corpus and on those of others: trained without a part, asked about that part.

``python -m training.train`` uses this only with ``--folds``; see ``opinion.py`` for why.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from training import data
from training.corpora import Sentence
from training.labels import Labels
from training.network import Network
from training.opinion import LAYERS, Opinion, fold_of
from training.windows import Batch, Coder, Pieces, Window, assemble, batches, collate


def opinions(
    network: Network, sentences: Sequence[Sentence], coder: Coder, pieces: Pieces, budget: int = 8000
) -> list[Opinion]:
    """What a network says of each sentence, read by itself."""
    windows = [assemble([coder.item(s)], s.words, pieces, coder) for s in sentences]
    place = {id(w): i for i, w in enumerate(windows)}
    found: dict[int, Opinion] = {}
    network.eval()
    for group in batches(windows, budget):
        for window, opinion in zip(group, _opinions(network, group, collate(group, pieces)), strict=True):
            found[place[id(window)]] = opinion
    return [found[i] for i in range(len(windows))]


def _opinions(network: Network, windows: list[Window], batch: Batch) -> list[Opinion]:
    layers, parts, pairs = _asked(network, batch)
    found, part, pair = [], 0, 0
    for row, w in enumerate(windows):
        n = len(w.pieces)
        words = {name: values[row, :n] for name, values in layers.items()}
        mine = parts[part : part + len(w.parts), :n], pairs[pair : pair + len(w.pairs)]
        found.append(Opinion(words, *mine))
        part, pair = part + len(w.parts), pair + len(w.pairs)
    return found


@torch.inference_mode()
def _asked(network: Network, batch: Batch) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    where = next(network.parameters()).device
    batch = {name: value.to(where) for name, value in batch.items()}
    states = network.read(batch["input_ids"], batch["attention_mask"], batch["shapes"], batch["first"])
    act = network.act_mix(states)
    layers = dict(zip(LAYERS, map(_shares, network.act_tags(act, LAYERS)), strict=True))
    layers["entity"] = _shares(network.entity(network.meaning_mix(states)))
    parts = network.part.scores(act, batch["part_top"])
    asked = (batch[name] for name in ("pair_actor", "pair_recipient", "pair_inside"))
    types, _, _ = network.pair(act[batch["pair_row"]], *asked)
    return layers, _shares(parts), _shares(types)


def _shares(logits: Tensor) -> np.ndarray:
    found: np.ndarray = logits.float().softmax(-1).half().cpu().numpy()
    return found


def without(corpora: data.Corpora, fold: int, folds: int) -> data.Corpora:
    """The corpora less one part of our own."""
    kept = {
        name: [s for s in part if _fold(s, folds) != fold]
        for name, part in corpora.train.items()
        if name.startswith("acts")  # the second stage shows them twice
    }
    return data.Corpora({**corpora.train, **kept}, corpora.dev)


def cross_fit(
    corpora: data.Corpora,
    folds: int,
    fit: Callable[[data.Corpora, int], tuple[Network, Labels]],
    pieces: Pieces,
) -> None:
    """Put on each sentence what networks that were trained without it say of it.

    ``fit`` trains a network on corpora; the number is that of the part that they lack. The sentences of the
    other corpora, in which no acts are marked, are asked of every network in turn.
    """
    asked = {name: part for name, part in corpora.train.items() if not name.startswith("acts")}
    for fold in range(folds):
        network, labels = fit(without(corpora, fold, folds), fold)
        mine = [s for s in corpora.train["acts"] if _fold(s, folds) == fold]
        mine += [s for sentences in asked.values() for s in sentences[fold::folds]]
        for sentence, opinion in zip(mine, opinions(network, mine, Coder(labels), pieces), strict=True):
            sentence.opinion = opinion


def _fold(sentence: Sentence, folds: int) -> int:
    """The part of a sentence: the paragraphs of a report stay together."""
    return fold_of(sentence.doc.rpartition("/")[0] or sentence.doc, folds)
