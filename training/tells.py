"""Fit how much words and sentences speak for an act: ``python -m training.tells`` (`language.tells`).

Every candidate act that rules and network find in the annotated sentences that teach is right or wrong.
A layer over the states of the candidate's word, of that word's head and of its sentence learns to tell them
apart, beside what `confidence.yaml` weighs anyway, so that it learns what is missing there. Candidates of
sentences that tell nothing count for more: the corpus has far fewer of them than a newspaper.

The states come from the network that is shipped, and the head holds for it alone; fit it anew, and
`training.calibrate --weights` after it, whenever the network changes. Reading the sentences takes some twenty
minutes of a core; ``--every 3`` takes a third of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from dragoman.benchmarks.annotated import Item, documents, part_of
from dragoman.language.core import Language, Parsed
from dragoman.language.model import FOLDER, digest
from dragoman.language.parse import Sentence
from dragoman.language.tells import FILE, TellsHead, write_tells
from dragoman.pipeline import Reader
from dragoman.record import Span
from dragoman.settings import Settings
from training.calibrate import CORPUS, judged

_QUIET = 20.0  # what a candidate in a sentence that tells nothing counts for
# Sentences in the plain manner of agencies, most with an act told by a noun: the corpus has few of them, a
# newspaper many. Each counts for so many.
_PLAIN_FILES = ("press-52*", "press-53*", "press-55*")
_PLAIN = 4.0
_UNITS = 64
_NETWORKS = 4  # of so many, each begun anew, the sum is kept: one layer of four times the units
_ROUNDS = 6
_BATCH = 256
_PACE = 3e-3
_DECAY = 0.3
_BLIND = 0.3  # of the states, and half of the units, so much is hidden at a time


@dataclass(slots=True)
class Listening:
    """A language core that remembers the states of what it read last."""

    language: Language
    heard: Parsed = field(default_factory=lambda: Parsed((), ()))

    def parse(self, text: str, paragraphs: Any = None) -> tuple[Sentence, ...]:
        """As the core does."""
        self.heard = self.language.parse_with_states(text, paragraphs)
        return self.heard.sentences

    def __getattr__(self, name: str) -> Any:
        return getattr(self.language, name)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate act: the states of its word and of its sentence, what else is known, if it is right."""

    event: str
    ruled: bool
    known: tuple[float, ...]
    word: NDArray[np.float16]
    head: NDArray[np.float16]
    sentence: NDArray[np.float16]
    right: bool
    quiet: bool
    plain: bool = False


def candidates(items: Iterable[Item], reader: Reader) -> Iterator[Candidate]:
    """Every candidate of some sentences with the states that it stands on."""
    listening = Listening(reader.language)
    reader = replace(reader, language=listening)
    for item, logged, right in judged(items, reader, reader.codebook.confidence):
        found = _states(listening.heard, logged.words[-1])
        if found is not None:
            act, seen = logged.act, replace(logged.seen, tells=0.0)
            word, head, sentence = found
            known = act.event, bool(act.source), seen.values
            yield Candidate(*known, word, head, sentence, right, not item.events, is_plain(item.path))


def is_plain(path: Path) -> bool:
    """Whether a file of the corpus holds sentences in the plain manner of agencies."""
    return any(fnmatch(path.name, name) for name in _PLAIN_FILES)


def _states(parsed: Parsed, trigger: Span) -> tuple[NDArray[np.float16], ...] | None:
    """The states of a word, those of its head (a root's are its own), and the mean of its sentence's."""
    for sentence, states in zip(parsed.sentences, parsed.states, strict=True):
        at = sentence.covering(trigger)
        if at:
            head = sentence.words[at[0]].head
            above = states[head if head >= 0 else at[0]]
            return tuple(s.astype(np.float16) for s in (states[at[0]], above, states.mean(0)))
    return None


class _Fit(nn.Module):
    """The head beside the weights of what is known anyway."""

    def __init__(self, width: int, known: int) -> None:
        super().__init__()
        self.seen = nn.Linear(width, _UNITS)
        self.out = nn.Linear(_UNITS, 1)
        self.known = nn.Linear(known, 1)

    def forward(self, known: Tensor, states: Tensor) -> Tensor:
        units = functional.relu(self.seen(functional.dropout(states, _BLIND, self.training)))
        told: Tensor = self.out(functional.dropout(units, 0.5, self.training)) + self.known(known)
        return told.squeeze(1)


def fitted(found: list[Candidate], seed: int = 0) -> TellsHead:
    """The head that tells right candidates from wrong ones."""
    events = sorted({c.event for c in found})
    known = np.array(
        [
            [v * c.ruled for v in c.known]
            + [v * (not c.ruled) for v in c.known]
            + [float(c.ruled), *(float(c.event == e) for e in events)]
            for c in found
        ],
        np.float32,
    )
    states = np.array([np.concatenate([c.word, c.head, c.sentence]) for c in found], np.float32)
    mean, spread = states.mean(0), states.std(0) + 1e-6
    known = (known - known.mean(0)) / (known.std(0) + 1e-6)
    right = torch.tensor([float(c.right) for c in found])
    counts = torch.tensor([(_QUIET if c.quiet else 1.0) * (_PLAIN if c.plain else 1.0) for c in found])
    rows = torch.from_numpy(known), torch.from_numpy((states - mean) / spread), right, counts
    nets = [_trained(*rows, seed + n) for n in range(_NETWORKS)]
    # The scaling of the states goes into the weights, and the networks side by side are one.
    seen = np.concatenate([n.seen.weight.detach().numpy() for n in nets]) / spread
    offset = np.concatenate([n.seen.bias.detach().numpy() for n in nets]) - seen @ mean
    out = np.concatenate([n.out.weight.detach().numpy()[0] for n in nets]) / len(nets)
    bias = float(np.mean([n.out.bias.item() for n in nets]))
    word, head, sentence = np.split(seen.T, 3)
    return TellsHead(word, head, sentence, offset, out, bias)


def _trained(known: Tensor, states: Tensor, right: Tensor, counts: Tensor, seed: int) -> _Fit:
    torch.manual_seed(seed)
    net = _Fit(states.shape[1], known.shape[1])
    steps = max(1, len(right) // _BATCH)
    best = torch.optim.AdamW(net.parameters(), lr=_PACE, weight_decay=_DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(best, _PACE, total_steps=_ROUNDS * steps)
    for _ in range(_ROUNDS):
        for at in torch.randperm(len(right)).split(_BATCH)[:steps]:
            odds = net(known[at], states[at])
            loss = functional.binary_cross_entropy_with_logits(odds, right[at], reduction="none")
            best.zero_grad()
            (loss * counts[at]).mean().backward()
            best.step()
            pace.step()
    return net.eval()


def name_in_manifest(folder: Path, file: str) -> None:
    """Say in a model's manifest that it has the head."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    kept = folder / file
    manifest["files"][file] = {"sha256": digest(kept), "bytes": kept.stat().st_size}
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--every", type=int, default=1, help="read one document in so many")
    args = parser.parse_args()
    items: list[Item] = []
    for folder in ("events", "reports"):
        for k, (name, found) in enumerate(documents(args.corpus / folder, []).items()):
            if part_of(name) == "train" and k % args.every == 0:
                items += found
    reader = Reader.load(Settings())
    head = fitted(list(candidates(items, reader)))
    write_tells(head, args.out)
    name_in_manifest(args.out, FILE)
    print(f"{len(items)} sentences; {args.out / FILE}")


if __name__ == "__main__":
    main()
