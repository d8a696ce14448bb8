"""What the network is taught by: one loss a head, each blind where the source says nothing."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.labels import IGNORE, Labels
from training.network import Network
from training.windows import Batch

_SMOOTH = 0.04  # of the act head, whose certainty is weighed against the codebook's
OPINION = 0.5  # share of what other networks say of a word, beside what its annotation says
WEIGHTS = {
    "arc": 1.0,
    "rel": 1.0,
    "upos": 0.4,
    "feats": 0.3,
    "lemma": 0.3,
    "entity": 1.0,
    "boundary": 0.5,
    "predicate": 0.4,
    "role": 0.8,
    "factuality": 0.1,
    "act": 2.0,
    "status": 0.5,
    "historical": 0.3,
    "mode": 0.4,
    "part": 2.0,
    "cue": 1.0,
    "pledge": 1.0,
    "stance": 1.0,
    "speech": 1.0,
    "pair": 1.0,
    "pair_status": 0.2,
}


def losses(network: Network, batch: Batch, layers: Tensor, labels: Labels) -> dict[str, Tensor]:
    """The loss of every head over one batch, from the states of all layers."""
    syntax, tag = network.syntax_mix(layers), network.dropout(network.tag_mix(layers))
    meaning = network.dropout(network.meaning_mix(layers))
    syntax = network.dropout(syntax)
    found = {name: _tags(head(tag), batch[name]) for name, head in network.tags.items()}
    found["entity"] = _names(network.entity(meaning), batch["entity"], batch.get("entity_opinion"), labels)
    found["predicate"] = _tags(network.predicate(meaning), batch["predicate"])
    found["factuality"] = _factuality(network.factuality(meaning).squeeze(-1), batch["factuality"])
    found["arc"] = _arcs(network.arc_scores(syntax), batch)
    found["rel"] = _relations(network, syntax, batch)
    if len(batch["frame"]):
        found["role"] = _roles(network, meaning, batch)
    return found | _acts(network, network.dropout(network.act_mix(layers)), batch)


def _acts(network: Network, act: Tensor, batch: Batch) -> dict[str, Tensor]:
    """The losses of what our own corpus teaches: acts with their parties, speech, pairs."""
    names = ("act", "status", "historical", "mode", "cue", "pledge", "stance")
    tagged = zip(names, network.act_tags(act, names), strict=True)
    found = {
        n: _tags(x, batch[n], _SMOOTH if n == "act" else 0.0, batch.get(f"{n}_opinion")) for n, x in tagged
    }
    for name, links in (("part", network.part), ("speech", network.speech)):
        if len(batch[f"{name}_top"]):
            logits = links.scores(act, batch[f"{name}_top"])
            gold = batch[f"{name}_tags"]
            each = _each(logits.flatten(0, 1), gold.flatten(), 0.0, batch.get(f"{name}_opinion"))
            found[name] = each.sum() / (gold != IGNORE).sum().clamp(min=1)
    if len(batch["pair_row"]):
        states = act[batch["pair_row"]]
        types, statuses, _ = network.pair(
            states, batch["pair_actor"], batch["pair_recipient"], batch["pair_inside"]
        )
        found["pair"] = _each(types, batch["pair_act"], 0.05, batch.get("pair_opinion")).mean()
        found["pair_status"] = functional.cross_entropy(statuses, batch["pair_status"], ignore_index=IGNORE)
    return found


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum()


def _tags(logits: Tensor, gold: Tensor, smooth: float = 0.0, opinion: Tensor | None = None) -> Tensor:
    """Mean over all words of the batch: a batch with few labelled words must not shout."""
    return _each(logits.flatten(0, 1), gold.flatten(), smooth, opinion).sum() / gold.numel()


def _each(logits: Tensor, gold: Tensor, smooth: float, opinion: Tensor | None) -> Tensor:
    """The cross-entropy of each row with its target, and with an opinion where there is one."""
    told = functional.cross_entropy(
        logits, gold, ignore_index=IGNORE, reduction="none", label_smoothing=smooth
    )
    if opinion is None:
        return told
    flat = opinion.reshape(-1, opinion.shape[-1]).float()
    held = -(flat * logits.float().log_softmax(-1)).sum(-1)
    return torch.where(flat.sum(-1) > 0, (1.0 - OPINION) * told + OPINION * held, told)


def _names(logits: Tensor, gold: Tensor, opinion: Tensor | None, labels: Labels) -> Tensor:
    """Cross-entropy over name tags; a source without MISC cannot tell its O from MISC, so both pass."""
    logits, gold = logits.flatten(0, 1), gold.flatten()
    scores = logits.float().log_softmax(-1)
    lax = [i for i, name in enumerate(labels.entity) if name == "O" or name.endswith("MISC")]
    exact = scores.gather(1, gold.clamp(0, len(labels.entity) - 1)[:, None]).squeeze(1)
    told = -torch.where(gold == len(labels.entity), scores[:, lax].logsumexp(-1), exact)
    told = told.masked_fill(gold == IGNORE, 0.0)
    if opinion is not None:
        flat = opinion.flatten(0, 1).float()
        held = -(flat * scores).sum(-1)
        told = torch.where(flat.sum(-1) > 0, (1.0 - OPINION) * told + OPINION * held, told)
    return told.sum() / gold.numel()


def _factuality(value: Tensor, gold: Tensor) -> Tensor:
    keep = ~gold.isnan()
    return functional.smooth_l1_loss(value[keep], gold[keep], reduction="sum") / max(1, int(keep.sum()))


def _arcs(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy over heads of the same sentence and the root."""
    sent = batch["sent"]
    outside = sent[:, :, None] != sent[:, None, :]
    masked = torch.cat([scores[:, :, :1], scores[:, :, 1:].masked_fill(outside, -1e4)], dim=2)
    return _tags(masked, batch["head"])


def _relations(network: Network, syntax: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy over relations, each word with its true head."""
    keep = batch["rel"] != IGNORE
    rows, words = keep.nonzero(as_tuple=True)
    if not len(rows):  # a batch may hold only texts without trees
        return syntax.sum() * 0.0
    heads = network.rel_head(network.with_root(syntax)[rows, batch["head"][rows, words]])
    logits = network.relations(syntax[rows, words], heads)
    return functional.cross_entropy(logits, batch["rel"][rows, words], reduction="sum") / keep.numel()


def _roles(network: Network, meaning: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy over the role tags of every word of the predicate's sentence."""
    rows, words = batch["frame"].unbind(1)
    args = network.role_arg(meaning)[rows]
    weights = network.role_pred(meaning[rows, words]).view(len(rows), -1, args.shape[-1])
    logits = torch.einsum("ntk,nak->nta", args, weights)
    return functional.cross_entropy(logits.flatten(0, 1), batch["role"].flatten(), ignore_index=IGNORE)
