"""Fit how sure events are: ``python -m training.calibrate`` writes ``codebooks/confidence.yaml``.

How often each rule is right, and which words are those of sentences that report nothing, is learned from
the part of our own corpus that teaches; the weights of rule and head are fitted by logistic regression
(Platt 1999) over the part that calibrates, which taught neither.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.benchmarks.annotated import Item, Marked, documents, part_of
from dragoman.benchmarks.corpus import report_of
from dragoman.codebook import SHIPPED
from dragoman.codebook.confidence import Confidence, Seen, Weights
from dragoman.coding.act import Act, Reading
from dragoman.coding.parties import Parties
from dragoman.coding.weigh import Weigher, hint_of
from dragoman.pipeline import Reader
from dragoman.record import Span
from dragoman.settings import Settings
from training.uneventful import uneventful

CORPUS = Path(__file__).parent / "corpus"
_THRESHOLD = 0.53
_TOLD_THRESHOLD = 0.42
_RIDGE = 1.0  # keeps the weights small where a feature is rare
# Of the sentences that calibrate one in four reports nothing; of those of a newspaper more than half do.
# Each candidate of a sentence that reports nothing therefore counts for so many where shares are fitted, and
# for more where it is fitted what comes before what: an act seen where there is none costs more than one
# overlooked.
_QUIET = 2.0
_QUIET_FIRST = 12.0


@dataclass(frozen=True, slots=True)
class Tried:
    """A candidate act, what is known of it, and whether the annotation has it, or has nothing there."""

    source: str
    event: str
    seen: Seen
    right: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class Logged:
    """A candidate as it came: the act, what is known of it, the characters of its words and its parties."""

    act: Act
    seen: Seen
    words: tuple[Span, ...]
    parties: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Recorder(Weigher):
    """A weigher that keeps every candidate, to be compared with the annotation."""

    log: list[Logged] = field(default_factory=list)

    def weigh(self, parties: Parties, reading: Reading) -> Reading:
        """The acts as they came; what is known of each is written down."""
        for act in self.candidates(parties, reading.acts):
            words = parties.sentence.words
            spans = tuple(words[i].span for i in (*act.words, act.trigger))
            who = tuple(p.span for p in (*act.actors, *act.recipients))
            self.log.append(Logged(act, self.seen(parties.sentence, act, hint_of(parties, act)), spans, who))
        return reading


def tried(items: Iterable[Item], reader: Reader, confidence: Confidence) -> Iterator[Tried]:
    """Every candidate of some sentences, right or wrong."""
    for item, logged, right in judged(items, reader, confidence):
        yield Tried(logged.act.source, logged.act.event, logged.seen, right, not item.events)


def judged(
    items: Iterable[Item], reader: Reader, confidence: Confidence
) -> Iterator[tuple[Item, Logged, bool]]:
    """Every candidate as it came, with its sentence and whether the annotation has it."""
    recorder = Recorder(reader.codebook.types, reader.codebook.operators, confidence, 0.0)
    reader = replace(reader, weigher=recorder)
    for item in items:
        recorder.log.clear()
        reader.read(report_of(item))
        right = {n for gold in item.events for n in _telling(recorder.log, gold)}
        for n, logged in enumerate(recorder.log):
            yield item, logged, n in right


def _telling(log: list[Logged], gold: Marked) -> list[int]:
    """Which candidates tell an annotated event: those of its type at its word, else one that shares a party.

    A second candidate that shares no more than a party tells another act, or the same one twice.
    """
    alike = [n for n, x in enumerate(log) if x.act.event == gold.event]
    at = [n for n in alike if any(s.overlaps(Span(*gold.trigger)) for s in log[n].words)]
    parties = [Span(*p) for p in (*gold.actors, *gold.recipients)]
    near = (n for n in alike if any(w.overlaps(p) for w in log[n].parties for p in parties))
    return at or list(islice(near, 1))


def counted(found: Iterable[Tried]) -> dict[str, tuple[int, int]]:
    """How many events each rule, and the rules of each type, found, and how many of them were right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        for name in (one.source, one.event) if one.source else ():
            counts[name][0] += 1
            counts[name][1] += one.right
    return {name: (found, right) for name, (found, right) in sorted(counts.items())}


def fitted(found: list[Tried]) -> tuple[Weights, Weights]:
    """The weights of acts that rules found and of those of the head alone.

    What comes before what is fitted on each of the two; a common scale and constant then make shares of it.
    """
    return _scaled(found, _QUIET_FIRST, _QUIET)


def fitted_where_told(found: list[Tried]) -> tuple[Weights, Weights]:
    """The same for sentences that are known to tell something: `tells`, which asks just that, is left out."""
    return _scaled([replace(t, seen=replace(t.seen, tells=0.0)) for t in found], _QUIET, _QUIET)


def _scaled(found: list[Tried], quiet_first: float, quiet_share: float) -> tuple[Weights, Weights]:
    ruled = np.array([bool(t.source) for t in found])
    x = np.array([[1.0, *t.seen.values] for t in found])
    y = np.array([float(t.right) for t in found])
    quiet = np.array([t.quiet for t in found])
    first = np.where(quiet, quiet_first, 1.0)
    weights = [_regression(x[kind], y[kind], first[kind], _RIDGE) for kind in (ruled, ~ruled)]
    odds = np.where(ruled, x @ weights[0], x @ weights[1])
    pair, counts = np.stack([np.ones_like(odds), odds], 1), np.where(quiet, quiet_share, 1.0)
    constant, scale = _regression(pair, y, counts, 0.0)
    for w in weights:
        w *= scale
        w[0] += constant
    codebook, learned = (Weights(*(round(float(v), 3) for v in w)) for w in weights)
    return codebook, learned


def _regression(
    x: NDArray[np.float64], y: NDArray[np.float64], counts: NDArray[np.float64], ridge: float
) -> NDArray[np.float64]:
    """Logistic regression by Newton's method with a small ridge on all but the constant, the first column."""
    small = np.diag([0.0, *[ridge] * (x.shape[1] - 1)])
    w: NDArray[np.float64] = np.zeros(x.shape[1])
    for _ in range(30):
        share = 1.0 / (1.0 + np.exp(-x @ w))
        slope = x.T @ (counts * (y - share)) - small @ w
        curve = (x * (counts * share * (1.0 - share))[:, None]).T @ x + small + 1e-6 * np.eye(len(w))
        w = w + np.linalg.solve(curve, slope)
    return w


def written(confidence: Confidence) -> str:
    """The file, with what a reader of it needs to know."""
    rows = [f"  {name}: [{n}, {right}]" for name, (n, right) in confidence.tested.items()]
    weights = [
        f"{name}: {{" + ", ".join(f"{k}: {getattr(w, k)}" for k in Weights.__slots__) + "}"
        for name, w in (
            ("codebook", confidence.codebook),
            ("learned", confidence.learned),
            ("told_codebook", confidence.told_codebook),
            ("told_learned", confidence.told_learned),
        )
        if w is not None
    ]
    return "\n".join(
        [
            "# How sure events are. Written by `python -m training.calibrate`; change the threshold by hand",
            "# if you like. `tested` counts what each rule found in the annotated sentences that teach, and",
            "# how much of it was right; `uneventful` are words with how much they speak for a sentence that",
            "# reports nothing (log-odds; below 0 against it). The weights put together a rule's share, its",
            "# head's (log-odds), the head's best other type, the parties found, the words around, whether",
            "# the sentence tells something else (`company`), and how much the states of word, its head and",
            "# its sentence speak for an act told there (`tells`); fitted on annotated sentences that taught",
            "# none of these. `told_codebook`, `told_learned` and `told_threshold` are of sentences that are",
            "# known to tell something: a headline, a lead, a sentence asked about. `position_threshold` is",
            "# how sure the stand of a holder must be, by the head that `python -m training.stands` fits;",
            "# `doubtful_position_threshold` is asked where the words leave in doubt whether it is one.",
            f"threshold: {confidence.threshold}",
            f"told_threshold: {confidence.told_threshold}",
            f"position_threshold: {confidence.position_threshold}",
            f"doubtful_position_threshold: {confidence.doubtful_position_threshold}",
            *weights,
            "tested:",
            *rows,
            "uneventful:",
            *(f"  {json.dumps(word)}: {weight}" for word, weight in confidence.uneventful.items()),
            "",
        ]
    )


def main() -> None:
    """Count, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--out", type=Path, default=SHIPPED / "confidence.yaml")
    parser.add_argument("--weights", action="store_true", help="keep the counts of rules")
    parser.add_argument("--every", type=int, default=1, help="count the rules on one document in so many")
    args = parser.parse_args()
    faults: list[str] = []
    parts: dict[str, list[Item]] = defaultdict(list)
    for folder in ("events", "reports"):
        for k, (name, items) in enumerate(documents(args.corpus / folder, faults).items()):
            part = part_of(name)
            if part != "train" or k % args.every == 0:
                parts[part] += items
    reader = Reader.load(Settings())
    was = reader.codebook.confidence
    tested = was.tested if args.weights else counted(tried(parts["train"], reader, Confidence()))
    words = uneventful(parts["train"])
    found = list(tried(parts["calibration"], reader, Confidence(tested=tested, uneventful=words)))
    codebook, learned = fitted(found)
    told_codebook, told_learned = fitted_where_told(found)
    confidence = Confidence(
        codebook=codebook,
        learned=learned,
        tested=tested,
        threshold=_THRESHOLD,
        uneventful=words,
        told_codebook=told_codebook,
        told_learned=told_learned,
        told_threshold=_TOLD_THRESHOLD,
        position_threshold=was.position_threshold,
        doubtful_position_threshold=was.doubtful_position_threshold,
    )
    args.out.write_text(written(confidence), encoding="utf-8")
    print(confidence.codebook, confidence.learned, len(found))


if __name__ == "__main__":
    main()
