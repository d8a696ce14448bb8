"""Fit how sure stands are: ``python -m training.stands`` (`language.stands`, `coding.stance_surety`).

Every stand that rules and network find in annotated passages and reports, the doubtful ones included, is
right or wrong (`benchmarks.positions.answers_to`). A layer over the states of five of its words and over what
else is known of it learns to tell them apart. It learns from the ``stand-*`` passages that teach and from the
reports that are not held out: elsewhere in the corpus not every stand is annotated.

The states come from the network that is shipped, and the head holds for it alone: fit it anew whenever the
network or the readings of stands change. Some five minutes of a core.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.benchmarks.annotated import Item, Stance, documents, part_of
from dragoman.benchmarks.positions import answers_to, gold_of
from dragoman.benchmarks.whole_reports import Annotated, annotated_reports, rebuilt
from dragoman.coding.stance_surety import FIGURES, Judge
from dragoman.language.model import FOLDER
from dragoman.language.stands import FILE, WORDS, StandsHead, States, write_stands
from dragoman.pipeline import Reader
from dragoman.record import Record
from dragoman.settings import Settings
from training.calibrate import CORPUS
from training.tells import name_in_manifest

_FOLDS = 5
_UNITS = 24
_NETWORKS = 4  # of so many, each begun anew, the mean is kept: one layer of four times the units
_ROUNDS = 14
_BATCH = 128
_PACE = 2e-3
_DECAY = 1.0
_BLIND = 0.5  # of the states, and of the units, so much is hidden at a time
_MID = "06-15"  # passages have a year only


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stand that was found: what is known of it, the states of its words, whether it is right, whence."""

    known: tuple[float, ...]
    states: States
    right: bool
    document: str


@dataclass(slots=True)
class Listing:
    """A head that notes what it is asked, and answers with the number of the note."""

    asked: list[tuple[tuple[float, ...], States]] = field(default_factory=list)

    def share(self, known: tuple[float, ...], states: States) -> float:
        """The number of the note, from 1."""
        self.asked.append((known, states.copy()))
        return float(len(self.asked))


def candidates(reports: Iterable[Annotated], reader: Reader) -> Iterator[Candidate]:
    """Every stand found in some annotated reports, whatever it is worth."""
    for annotated in reports:
        listing = Listing()
        record = replace(reader, judge=Judge(listing, least=0.0, doubtful=0.0)).read(annotated.report)
        yield from _judged(annotated, record, listing)


def _judged(annotated: Annotated, record: Record, listing: Listing) -> Iterator[Candidate]:
    gold = [gold_of(p) for p in annotated.notes if isinstance(p.note, Stance)]
    for position in record.positions:
        if position.confidence is not None:
            known, states = listing.asked[int(position.confidence) - 1]
            right = any(answers_to(g, position, record) for g in gold)
            yield Candidate(known, states, right, annotated.name)


class _Fit(nn.Module):
    def __init__(self, width: int, known: int) -> None:
        super().__init__()
        self.states = nn.Linear(width, _UNITS)
        self.known = nn.Linear(known, _UNITS, bias=False)
        self.out = nn.Linear(_UNITS, 1)
        self.straight = nn.Linear(known, 1)

    def forward(self, known: Tensor, states: Tensor) -> Tensor:
        units = self.states(functional.dropout(states, _BLIND, self.training)) + self.known(known)
        units = functional.dropout(functional.relu(units), _BLIND, self.training)
        told: Tensor = self.out(units) + self.straight(known)
        return told.squeeze(1)


def fitted(found: Sequence[Candidate], seed: int = 0) -> StandsHead:
    """The head that tells right candidates from wrong ones."""
    known = np.array([c.known for c in found], np.float32)
    states = np.array([c.states.reshape(-1) for c in found], np.float32)
    right = torch.tensor([float(c.right) for c in found])
    (mean, spread), (level, scale) = _spread(states), _spread(known)
    rows = torch.from_numpy((known - level) / scale), torch.from_numpy((states - mean) / spread), right
    nets = [_trained(*rows, seed + n) for n in range(_NETWORKS)]
    # The scaling goes into the weights, and the networks side by side are one.
    seen = np.concatenate([_weights(n.states) for n in nets]) / spread
    besides = np.concatenate([_weights(n.known) for n in nets]) / scale
    offset = np.concatenate([n.states.bias.detach().numpy() for n in nets]) - seen @ mean - besides @ level
    out = np.concatenate([_weights(n.out)[0] for n in nets]) / len(nets)
    straight = np.mean([_weights(n.straight)[0] for n in nets], axis=0) / scale
    bias = np.mean([n.out.bias.item() + n.straight.bias.item() for n in nets]) - straight @ level
    return StandsHead(seen.T, besides.T, offset, out, straight, float(bias))


def _spread(values: States) -> tuple[States, States]:
    return values.mean(0), values.std(0) + 1e-6


def _weights(layer: nn.Linear) -> States:
    weights: States = layer.weight.detach().numpy()
    return weights


def _trained(known: Tensor, states: Tensor, right: Tensor, seed: int) -> _Fit:
    torch.manual_seed(seed)
    net = _Fit(states.shape[1], known.shape[1])
    steps = max(1, len(right) // _BATCH)
    best = torch.optim.AdamW(net.parameters(), lr=_PACE, weight_decay=_DECAY)
    pace = torch.optim.lr_scheduler.LinearLR(best, 1.0, 0.01, total_iters=_ROUNDS * steps)
    for _ in range(_ROUNDS):
        for at in torch.randperm(len(right)).split(_BATCH)[:steps]:
            loss = functional.binary_cross_entropy_with_logits(net(known[at], states[at]), right[at])
            best.zero_grad()
            loss.backward()
            best.step()
            pace.step()
    return net.eval()


def crossed(found: Sequence[Candidate]) -> list[float]:
    """How sure each candidate is, by heads that have not learned from its document."""
    names = sorted({c.document for c in found})
    fold = {name: k % _FOLDS for k, name in enumerate(names)}
    shares = [0.0] * len(found)
    for k in range(_FOLDS):
        head = fitted([c for c in found if fold[c.document] != k])
        for n, c in enumerate(found):
            if fold[c.document] == k:
                shares[n] = head.share(c.known, c.states)
    return shares


def table(found: Sequence[Candidate], shares: Sequence[float]) -> Iterator[str]:
    """For each tenth of confidence: how many candidates, how sure they are, how many are right."""
    rows: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for c, share in zip(found, shares, strict=True):
        rows[min(9, int(share * 10))].append((share, c.right))
    for tenth, row in sorted(rows.items()):
        sure, right = (sum(values) / len(row) for values in zip(*row, strict=True))
        yield f"{tenth / 10:.1f}  {len(row):5}  sure {sure:.2f}  right {right:.2f}"


def passages(folder: Path) -> Iterator[Annotated]:
    """The annotated passages that teach, each as a report of one paragraph."""
    for name, items in documents(folder, []).items():
        if items[0].path.name.startswith("stand-") and part_of(name) == "train":
            yield rebuilt(name, [_in_one(item) for item in items])


def _in_one(item: Item) -> Item:
    return replace(item, paragraph=0, year=f"{item.year[:4]}-{_MID}")


def main() -> None:
    """Read, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument(
        "--check", action="store_true", help="say first how well it does on what it has not learned"
    )
    args = parser.parse_args()
    reader = Reader.load(Settings())
    reports = [*passages(args.corpus / "events"), *annotated_reports(args.corpus / "reports", "tuning", None)]
    found = list(candidates(reports, reader))
    assert all(len(c.known) == len(FIGURES) and len(c.states) == WORDS for c in found)
    print(f"{len(found)} candidates, {sum(c.right for c in found)} right")
    if args.check:
        print("\n".join(table(found, crossed(found))))
    write_stands(fitted(found), args.out)
    name_in_manifest(args.out, FILE)


if __name__ == "__main__":
    main()
