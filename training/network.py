"""The network: one small encoder, a learned mix of its layers, and a head for each question."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.language.shapes import SHAPES
from training.labels import GIVEN, Labels

OUTPUTS = (
    "boundary",
    "upos",
    "feats",
    "lemma",
    "entity",
    "predicate",
    "factuality",
    "arc",
    "rel",
    "role_arg",
    "role_pred",
    "act",
    "status",
    "historical",
    "mode",
    "part_word",
    "part_act",
    "cue",
    "pledge",
    "stance",
    "speech_word",
    "speech_cue",
    "states",
)


@dataclass(frozen=True, slots=True)
class Size:
    """The widths of the heads."""

    arc: int = 256
    rel: int = 256
    role: int = 64
    role_hidden: int = 160
    entity_hidden: int = 128
    act: int = 192
    part: int = 64
    part_hidden: int = 160
    pair: int = 64
    pair_hidden: int = 320
    dropout: float = 0.1
    head_dropout: float = 0.25


class Layer(nn.Module):
    """One transformer layer of the BERT kind."""

    eps = 1e-12  # of its normalisations

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=self.eps)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=self.eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """The next states; ``bias`` is added to the attention scores (large negative on padding)."""
        rows, length, width = x.shape
        q, k, v = (
            part(x).view(rows, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = self.attend(q, k, v, bias.to(q.dtype)).transpose(1, 2).reshape(rows, length, width)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        result: Tensor = self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))
        return result

    def attend(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
        """The mixed values, all [rows, heads, length, width of a head].

        Written out: on a CPU the fused form's backward pass is two to four times slower.
        """
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3) + bias
        return scores.softmax(-1).to(query.dtype) @ value


class Encoder(nn.Module):
    """The base encoder with a word-shape embedding that starts at zero."""

    layer: type[Layer] = Layer

    def __init__(self, config: dict[str, int], dropout: float) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.word = nn.Embedding(config["vocab_size"], width)
        self.position = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.shape = nn.Embedding(len(SHAPES), width)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(width, eps=self.layer.eps)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            self.layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.word.weight.requires_grad_(False)
        self.position.weight.requires_grad_(False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, shapes: Tensor) -> list[Tensor]:
        """The states of every layer, embeddings first."""
        positions = self.position.weight[: input_ids.shape[1]]
        x = self.word(input_ids) + positions + self.kind + self.shape(shapes)
        x = self.dropout(self.norm(x))
        bias = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * -1e4
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states


def load_encoder(folder: Path, dropout: float) -> Encoder:
    """The base encoder with its published weights."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    encoder = Encoder(config, dropout)
    weights = load_file(folder / "model.safetensors")
    encoder.load_state_dict(dict(_renamed(weights)), strict=False)
    encoder.kind.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
    return encoder


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm",
}
_EMBEDDINGS = {"word_embeddings": "word", "position_embeddings": "position", "LayerNorm": "norm"}


def _renamed(weights: dict[str, Tensor]) -> list[tuple[str, Tensor]]:
    """The published weights under this file's names."""
    found: list[tuple[str, Tensor]] = []
    for name, value in weights.items():
        parts = name.split(".")
        stem, leaf = ".".join(parts[3:-1]), parts[-1]
        if parts[0] == "encoder" and stem in _NAMES:
            found.append((f"layers.{parts[2]}.{_NAMES[stem]}.{leaf}", value))
        elif parts[0] == "embeddings" and parts[1] in _EMBEDDINGS:
            found.append((f"{_EMBEDDINGS[parts[1]]}.{leaf}", value))
    return found


class Mix(nn.Module):
    """A learned weighted mean of the layers."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        start = torch.zeros(layers)
        start[-3:] = 1.0  # the upper layers know most; let training find the rest
        self.weights = nn.Parameter(start)

    def forward(self, states: Tensor) -> Tensor:
        """The mean over the first axis."""
        weights = self.weights.softmax(0)
        return (states * weights[:, None, None, None]).sum(0)


def _perceptron(width: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(dropout))


def _with_one(x: Tensor) -> Tensor:
    """A constant 1 appended, so that a product holds its own bias."""
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


class Links(nn.Module):
    """What every word is to a word above it (a trigger, a cue): a product of two halves for each label."""

    def __init__(self, width: int, size: Size, labels: int, dropout: float) -> None:
        super().__init__()
        self.word_in = _perceptron(width, size.part, dropout)
        self.top_in = _perceptron(width, size.part_hidden, dropout)
        self.top_out = nn.Linear(size.part_hidden, labels * (size.part + 1))

    def word(self, states: Tensor) -> Tensor:
        """The half of the word that is linked."""
        return _with_one(self.word_in(states))

    def top(self, states: Tensor) -> Tensor:
        """The half of the word above, for all labels in a row."""
        out: Tensor = self.top_out(self.top_in(states))
        return out

    def scores(self, states: Tensor, tops: Tensor) -> Tensor:
        """The scores [tops, words, labels] of every word of its row under each of the words above.

        ``states`` [rows, words, width]; ``tops`` [tops, 2], the row and the word of each.
        """
        rows, words = tops.unbind(1)
        halves = self.word(states)[rows]
        labels = self.top_out.out_features // halves.shape[-1]
        weights = self.top(states[rows, words]).view(len(rows), labels, halves.shape[-1])
        return torch.einsum("ntk,nak->nta", halves, weights)


class Pair(nn.Module):
    """The type of act between two marked parties, and the words of the sentence that decided it.

    The parties ask every word of the sentence; what the answering words say in the mean, beside the parties
    themselves, gives the type. One pass of the encoder serves any number of pairs.
    """

    def __init__(self, width: int, size: Size, labels: int, dropout: float) -> None:
        super().__init__()
        self.nobody = nn.Parameter(torch.zeros(width))
        self.ask = nn.Linear(2 * width, size.pair)
        self.key = nn.Linear(width, size.pair)
        self.hidden = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(3 * width, size.pair_hidden), nn.GELU(), nn.Dropout(dropout)
        )
        self.act = nn.Linear(size.pair_hidden, labels)
        self.status = nn.Linear(size.pair_hidden, 8)

    def forward(
        self, states: Tensor, actor: Tensor, recipient: Tensor, inside: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of types and statuses, and the share of each word.

        ``states`` [pairs, words, width]; the rest [pairs, words], 1 where a word is the actor's, the
        recipient's, or of the sentence; a party without words is nobody.
        """
        s, t = self._mean(states, actor), self._mean(states, recipient)
        asked = self.ask(torch.cat([s, t], -1))[:, None, :] @ self.key(states).transpose(1, 2)
        scores = asked.squeeze(1) * self.key.out_features**-0.5 + (inside - 1.0) * 1e4
        share = scores.softmax(-1)
        said = (share[:, None, :] @ states).squeeze(1)
        hidden = self.hidden(torch.cat([s, t, said], -1))
        return self.act(hidden), self.status(hidden), share

    def _mean(self, states: Tensor, words: Tensor) -> Tensor:
        count = words.sum(1, keepdim=True)
        mean = (words[:, None, :] @ states).squeeze(1) / count.clamp(min=1.0)
        return mean + (count == 0).to(states.dtype) * self.nobody


class Network(nn.Module):
    """Encoder and heads; the names and sizes of the outputs are the interface of ``model.onnx``."""

    def __init__(self, encoder: Encoder, labels: Labels, size: Size) -> None:
        super().__init__()
        width, layers = encoder.kind.shape[0], len(encoder.layers) + 1
        self.encoder, self.size = encoder, size
        self.syntax_mix, self.tag_mix, self.meaning_mix, self.act_mix = (Mix(layers) for _ in range(4))
        self.dropout = nn.Dropout(size.head_dropout)
        drop = size.head_dropout
        self.arc_dep, self.arc_head = (_perceptron(width, size.arc, drop) for _ in range(2))
        self.arc_product = nn.Linear(size.arc, size.arc)
        self.arc_prior = nn.Linear(size.arc, 1)
        self.root = nn.Parameter(torch.zeros(width))
        self.rel_dep, self.rel_head = (nn.Linear(width, size.rel) for _ in range(2))
        self.rel_out = nn.Sequential(nn.GELU(), nn.Dropout(drop), nn.Linear(size.rel, len(labels.rel)))
        self.role_arg_in = _perceptron(width, size.role, drop)
        self.role_pred_in = _perceptron(width, size.role_hidden, drop)
        self.role_pred_out = nn.Linear(size.role_hidden, len(labels.role) * (size.role + 1))
        self.tags = nn.ModuleDict(
            {
                "boundary": nn.Linear(width, 2),
                "upos": nn.Linear(width, len(labels.upos)),
                "feats": nn.Linear(width, len(labels.feats)),
                "lemma": nn.Linear(width, len(labels.lemma)),
            }
        )
        self.entity = nn.Sequential(
            _perceptron(width, size.entity_hidden, 0.1), nn.Linear(size.entity_hidden, len(labels.entity))
        )
        self.predicate = nn.Linear(width, len(labels.predicate))
        self.factuality = nn.Linear(width, 1)
        self.act_in = _perceptron(width, size.act, drop)
        self.acts = nn.ModuleDict(
            {
                "act": nn.Linear(size.act, len(labels.act)),
                "status": nn.Linear(size.act, len(labels.status)),
                "historical": nn.Linear(size.act, 2),
                "mode": nn.Linear(size.act, len(labels.mode)),
                "cue": nn.Linear(size.act, 2),
                "pledge": nn.Linear(size.act, len(GIVEN["pledge"])),
                "stance": nn.Linear(size.act, len(GIVEN["stance"])),
            }
        )
        self.part, self.speech = Links(width, size, 4, drop), Links(width, size, 3, drop)
        self.pair = Pair(width, size, len(labels.act), drop)

    def read(self, input_ids: Tensor, attention_mask: Tensor, shapes: Tensor, first: Tensor) -> Tensor:
        """The states of the first sub-words in every layer: layers, rows, words, width."""
        states = self.encoder(input_ids, attention_mask, shapes)
        index = first[:, :, None].expand(-1, -1, states[0].shape[-1])
        return torch.stack([torch.gather(s.float(), 1, index) for s in states])

    def arc_scores(self, syntax: Tensor) -> Tensor:
        """The score of every head (column 0 is the root) for every word."""
        return self.arcs(self.arc_dep(syntax), self.arc_head(self.with_root(syntax)))

    def arcs(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """The scores [words, heads] of words as dependents and of root and words as heads."""
        deps = self.arc_product(dependents)
        scores: Tensor = deps @ heads.transpose(1, 2) + self.arc_prior(heads).transpose(1, 2)
        return scores

    def with_root(self, syntax: Tensor) -> Tensor:
        """The word states with the root's before them."""
        root = self.root.expand(syntax.shape[0], 1, -1)
        return torch.cat([root, syntax], dim=1)

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """The scores of every relation between words and their heads, row by row."""
        out: Tensor = self.rel_out(self.rel_dep(dependents) + heads)
        return out

    def best_relations(self, syntax: Tensor, arcs: Tensor, boundary: Tensor) -> Tensor:
        """The scores of every relation of each word to the head in its sentence that scores best.

        The tree may give a word another head. Its relation is rarely another one then, and to score the
        relations to all heads would cost more than all other heads of the network together. Heads in other
        sentences, which no training has scored, are left out by where the network has sentences end.
        """
        heads = self.rel_head(self.with_root(syntax))
        best = self.best_heads(arcs, boundary)[..., None].expand(-1, -1, heads.shape[-1])
        return self.relations(syntax, torch.gather(heads, 1, best))

    def best_heads(self, arcs: Tensor, boundary: Tensor) -> Tensor:
        """The column of the head in its sentence that scores best, for every word."""
        ends = (boundary[..., 1] > boundary[..., 0]).long()
        number = ends.cumsum(1) - ends
        outside = number[:, :, None] != number[:, None, :]
        inside = torch.cat([arcs[..., :1], arcs[..., 1:].masked_fill(outside, -1e4)], dim=2)
        return inside.argmax(-1)

    def role_arg(self, meaning: Tensor) -> Tensor:
        """The argument's half of the role product."""
        return _with_one(self.role_arg_in(meaning))

    def role_pred(self, predicates: Tensor) -> Tensor:
        """The predicate's half of the role product, for the given predicate states."""
        out: Tensor = self.role_pred_out(self.role_pred_in(predicates))
        return out

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, shapes: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """Everything, in the order of ``OUTPUTS``."""
        layers = self.read(input_ids, attention_mask, shapes, first)
        syntax, tag, meaning, act = self.mixed(layers)
        arcs = self.arc_scores(syntax)
        boundary = self.tags["boundary"](tag)
        return (
            boundary,
            *(self.tags[name](tag) for name in ("upos", "feats", "lemma")),
            self.entity(meaning),
            self.predicate(meaning),
            self.factuality(meaning).squeeze(-1),
            arcs,
            self.best_relations(syntax, arcs, boundary),
            self.role_arg(meaning),
            self.role_pred(meaning),
            *self.act_tags(act, ("act", "status", "historical", "mode")),
            self.part.word(act),
            self.part.top(act),
            *self.act_tags(act, ("cue", "pledge", "stance")),
            self.speech.word(act),
            self.speech.top(act),
            act,
        )

    def mixed(self, layers: Tensor) -> Tensor:
        """All four means of the layers by one product, which is faster than four sums."""
        mixes = (self.syntax_mix, self.tag_mix, self.meaning_mix, self.act_mix)
        weights = torch.stack([mix.weights.softmax(0) for mix in mixes])
        return (weights @ layers.flatten(1)).view(len(mixes), *layers.shape[1:])

    def act_tags(self, act: Tensor, names: tuple[str, ...]) -> list[Tensor]:
        """The scores of the heads that look at a word as the word of an act."""
        hidden = self.act_in(act)
        return [self.acts[name](hidden) for name in names]
