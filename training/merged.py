"""The network as it is exported: the same answers by fewer and larger products.

A window is a few dozen words, so half of what the heads cost is the calls, not the arithmetic. Heads that
read the same states are one product here, and the words are picked out of the sub-words once, after the
layers are mixed, not once a layer. Quantising goes by column, so a head's numbers are the same in company as
alone.
The roles stand apart: who does not ask for them must not pay for them (``dragoman.language.outputs``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import OUTPUTS, Links, Network

TAGS = ("boundary", "upos", "feats", "lemma")
ACTS = ("act", "status", "historical", "mode", "cue", "pledge", "stance")


class Together(nn.Module):
    """Several linear maps of the same states as one."""

    def __init__(self, parts: Sequence[nn.Linear]) -> None:
        super().__init__()
        self.parts = tuple(parts)  # a tuple, so that their weights stay those of the network alone
        self.sizes = [part.out_features for part in parts]
        self.product = nn.Linear(parts[0].in_features, sum(self.sizes))
        self.product.weight.data = torch.cat([part.weight.data for part in parts])
        self.product.bias.data = torch.cat([part.bias.data for part in parts])

    def forward(self, states: Tensor) -> tuple[Tensor, ...]:
        """What each of them gives, in their order."""
        return torch.split(self.product(states), self.sizes, dim=-1)

    @torch.no_grad()
    def give_back(self) -> None:
        """Put the rows of the one product into the maps that it was made of."""
        weights, biases = (p.data.split(self.sizes) for p in (self.product.weight, self.product.bias))
        for part, weight, bias in zip(self.parts, weights, biases, strict=True):
            part.weight.copy_(weight)
            part.bias.copy_(bias)


class Merged(nn.Module):
    """Takes and gives what ``Network`` does, in the order of ``OUTPUTS``."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.dependents = Together([_linear(network.arc_dep), network.rel_dep])
        self.heads = Together([_linear(network.arc_head), network.rel_head])
        self.tags = Together([_linear(network.tags[name]) for name in TAGS])
        self.meanings = Together([_linear(network.entity[0]), network.factuality])
        part, speech = network.part, network.speech
        links = (part.word_in, part.top_in, speech.word_in, speech.top_in)
        self.hidden = Together([_linear(one) for one in (network.act_in, *links)])
        self.acts = Together([_linear(network.acts[name]) for name in ACTS])

    def together(self) -> Iterator[Together]:
        """Every product that stands for several."""
        return (part for part in self.children() if isinstance(part, Together))

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, shapes: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """Everything, in the order of ``OUTPUTS``."""
        network = self.network
        layers = torch.stack(network.encoder(input_ids, attention_mask, shapes))
        syntax, tag, meaning, states = _rows(network.mixed(layers), first)
        given = dict(zip(TAGS, self.tags(tag), strict=True))
        given["arc"], given["rel"] = self._tree(syntax, given["boundary"])
        entity, factuality = self.meanings(meaning)
        given["entity"] = network.entity[1](functional.gelu(entity))
        given["factuality"] = factuality.squeeze(-1)
        given["predicate"] = network.predicate(meaning)
        given["role_arg"] = network.role_arg(meaning)
        given["role_pred"] = network.role_pred(meaning)
        given |= self._acts(states)
        given["states"] = states
        return tuple(given[name] for name in OUTPUTS)

    def _tree(self, syntax: Tensor, boundary: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of the heads, and of the relations to the best of them."""
        network = self.network
        dependents, rel_dependents = self.dependents(syntax)
        heads, rel_heads = self.heads(network.with_root(syntax))
        arcs = network.arcs(functional.gelu(dependents), functional.gelu(heads))
        best = network.best_heads(arcs, boundary)
        [found] = _rows(rel_heads[None], best)
        return arcs, network.rel_out(rel_dependents + found)

    def _acts(self, states: Tensor) -> dict[str, Tensor]:
        """What is said of a word as the word of an act, of a party, and of who says what."""
        hidden, part, part_top, speech, speech_top = (functional.gelu(one) for one in self.hidden(states))
        return {
            **dict(zip(ACTS, self.acts(hidden), strict=True)),
            **_links("part_word", "part_act", self.network.part, part, part_top),
            **_links("speech_word", "speech_cue", self.network.speech, speech, speech_top),
        }


def _links(word: str, top: str, links: Links, below: Tensor, above: Tensor) -> dict[str, Tensor]:
    return {word: functional.pad(below, (0, 1), value=1.0), top: links.top_out(above)}


def _rows(values: Tensor, chosen: Tensor) -> Tensor:
    """Of ``values`` [mixes, rows, places, width] the chosen places [rows, words] of each row."""
    mixes, rows, places, width = values.shape
    flat = (torch.arange(rows)[:, None] * places + chosen).reshape(-1)
    return values.reshape(mixes, rows * places, width)[:, flat].view(mixes, rows, -1, width)


def _linear(module: nn.Module) -> nn.Linear:
    """The linear map of a head, which may stand before a Gelu and a dropout."""
    found = module[0] if isinstance(module, nn.Sequential) else module
    assert isinstance(found, nn.Linear)
    return found
