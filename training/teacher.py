"""A larger encoder that teaches and is never shipped: all-mpnet-base-v2 (110M parameters).

Networks on it learn our corpus as the small one does, each without one part of it, and what they say of
that part is taught beside the annotation (``opinion.py``): the small network learns what the large one would
answer (Hinton, Vinyals and Dean 2015). Its vocabulary is that of the small encoder behind four marks of its
own, so both read the same sub-words. The network is MPNet's (Song et al. 2020): BERT's, and beside the
position a bias on the attention by the distance of two sub-words, one table for all layers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.network import Encoder, Layer

_AHEAD = 4  # marks before the vocabulary of the small encoder: <s>, <pad>, </s>, <unk>
_START, _PAD, _END = 0, 1, 2
_FIRST_POSITION = 2
_FARTHEST = 128  # sub-words; beyond, all distances are one


class TeacherLayer(Layer):
    """One layer with the fused attention, which a GPU runs faster."""

    eps = 1e-5

    def attend(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
        """The mixed values, as of `network.Layer`, with dropout on the shares too."""
        dropped = self.dropout.p if self.training else 0.0
        return functional.scaled_dot_product_attention(query, key, value, bias, dropout_p=dropped)


class TeacherEncoder(Encoder):
    """MPNet with a word-shape embedding that starts at zero; called as `network.Encoder` is."""

    layer = TeacherLayer

    def __init__(self, config: dict[str, int], marks: tuple[int, int], dropout: float) -> None:
        """``marks``: the ids of the small encoder's first and last sub-word, [CLS] and [SEP]."""
        super().__init__(config, dropout)
        self.marks = marks
        self.distance = nn.Embedding(config["relative_attention_num_buckets"], config["num_attention_heads"])

    def forward(self, input_ids: Tensor, attention_mask: Tensor, shapes: Tensor) -> list[Tensor]:
        """The states of every layer, embeddings first."""
        length = input_ids.shape[1]
        positions = self.position.weight[_FIRST_POSITION : _FIRST_POSITION + length]
        x = self.word(self.own_ids(input_ids, attention_mask)) + positions + self.kind + self.shape(shapes)
        x = self.dropout(self.norm(x))
        near = self.distance(_buckets(length, self.distance.num_embeddings, x.device)).permute(2, 0, 1)
        bias = near[None] + (1.0 - attention_mask[:, None, None, :].to(near.dtype)) * -1e4
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states

    def own_ids(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The small encoder's ids of sub-words as MPNet's."""
        first, last = self.marks
        ids = input_ids + _AHEAD
        ids = ids.masked_fill(input_ids == first, _START).masked_fill(input_ids == last, _END)
        return ids.masked_fill(attention_mask == 0, _PAD)


def _buckets(length: int, buckets: int, where: torch.device) -> Tensor:
    """The class of the distance from every sub-word to every other.

    Near distances have a class each, far ones share one by their logarithm; those ahead and those behind are
    kept apart (T5's, Raffel et al. 2020).
    """
    at = torch.arange(length, device=where)
    back = at[:, None] - at[None, :]
    half, near = buckets // 2, buckets // 4
    away = back.abs()
    log = near + ((away.clamp(min=1) / near).log() / math.log(_FARTHEST / near) * (half - near)).long()
    return (back < 0).long() * half + torch.where(away < near, away, log.clamp(max=half - 1))


def load_teacher(folder: Path, marks: tuple[int, int], dropout: float) -> TeacherEncoder:
    """The larger encoder as published, from a folder with ``config.json`` and ``model.safetensors``."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    encoder = TeacherEncoder(config, marks, dropout)
    fill(encoder, load_file(folder / "model.safetensors"))
    return encoder


_NAMES = {
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "out",
    "attention.LayerNorm": "attention_norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm",
}
_EMBEDDINGS = {"word_embeddings": "word", "position_embeddings": "position", "LayerNorm": "norm"}


def fill(encoder: TeacherEncoder, weights: Mapping[str, Tensor]) -> None:
    """Put published weights into the encoder; what is missing raises ``ValueError``."""
    found = {"distance.weight": weights["encoder.relative_attention_bias.weight"]}
    for name, value in weights.items():
        parts = name.split(".")
        stem, leaf = ".".join(parts[3:-1]), parts[-1]
        if parts[:2] == ["encoder", "layer"] and stem in _NAMES:
            found[f"layers.{parts[2]}.{_NAMES[stem]}.{leaf}"] = value
        elif parts[0] == "embeddings" and parts[1] in _EMBEDDINGS:
            found[f"{_EMBEDDINGS[parts[1]]}.{leaf}"] = value
    missing, unknown = encoder.load_state_dict(found, strict=False)
    if unknown or set(missing) - {"kind", "shape.weight"}:
        raise ValueError(f"weights of another network: without {missing}, beside them {unknown}")
