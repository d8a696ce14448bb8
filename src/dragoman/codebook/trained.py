"""What training made of a taught type: one file beside its YAML, which reading uses and checks.

The weights are those of a logistic regression over the network's states of single words, so that they hold
for one model and one set of examples; the file names both by their digests.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from dragoman.codebook.events import EventType
from dragoman.codebook.taught import Taught
from dragoman.errors import CodebookError

FORMAT = 1
WIDTH = 384


@dataclass(frozen=True, slots=True)
class Scores:
    """How a type fared on sentences left out of training, one at a time.

    ``found`` of ``examples`` had their trigger found; ``spared`` of ``counter`` were left alone. ``strayed``
    counts other words of examples that were taken for the act, and ``marked`` those of ``background``
    sentences (examples of the codebook's rules) in which one was.
    """

    examples: int
    found: int
    counter: int
    spared: int
    strayed: int
    background: int
    marked: int

    @property
    def precision(self) -> float:
        """Of the words taken for the act in examples and counter-examples, the share that was right."""
        wrong = self.counter - self.spared + self.strayed
        return self.found / (self.found + wrong) if self.found + wrong else 0.0

    @property
    def recall(self) -> float:
        """Of the examples, the share whose trigger was found."""
        return self.found / self.examples if self.examples else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Trained:
    """A type's weights over a word's state; a word above ``threshold`` tells the act.

    ``slope`` turns the distance from the threshold into log-odds. ``model`` and ``examples`` are the digests
    of what it was fitted with and on.
    """

    event: str
    weights: tuple[float, ...]
    bias: float
    threshold: float
    slope: float
    scores: Scores
    model: str
    examples: str


def trained_path(kind: EventType) -> Path:
    """Where a type's weights are kept: beside its YAML."""
    return kind.path.with_suffix(".trained.json")


def taught_types(types: Iterable[EventType]) -> tuple[tuple[EventType, Taught], ...]:
    """The types that examples teach, each with these."""
    return tuple((kind, kind.taught) for kind in types if kind.taught is not None)


def save_trained(trained: Trained, kind: EventType) -> Path:
    """Write a type's weights beside its YAML.

    Raises:
        CodebookError: the file cannot be written.
    """
    path = trained_path(kind)
    text = json.dumps({"format": FORMAT, **asdict(trained)}, indent=None) + "\n"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        remedy = "train in a folder that you may write to"
        raise CodebookError(path, None, f"cannot be written: {error}", remedy) from error
    return path


def load_trained(kind: EventType, taught: Taught, model: str, folder: Path) -> Trained:
    """The weights of a type, which must be those of this model and of these examples.

    Raises:
        CodebookError: not there, damaged, or older than model or examples; the remedy is to train.
    """
    path, remedy = trained_path(kind), f"run `dragoman codebook train {folder}`"
    if not path.is_file():
        raise CodebookError(kind.path, taught.line, f"{kind.event} is not trained", remedy)
    try:
        found = _built(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CodebookError(path, None, f"is no file of a trained type ({error})", remedy) from error
    if found.event != kind.event or found.examples != taught.digest:
        problem = f"the examples of {kind.event} have changed since it was trained"
        raise CodebookError(path, None, problem, remedy)
    if found.model != model:
        raise CodebookError(path, None, f"{kind.event} was trained with another language model", remedy)
    return found


def _built(text: str) -> Trained:
    data = json.loads(text)
    if not isinstance(data, dict) or data.pop("format", None) != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    weights = tuple(float(w) for w in data["weights"])
    bias, threshold, slope = (float(data[name]) for name in ("bias", "threshold", "slope"))
    if len(weights) != WIDTH:
        raise ValueError(f"{len(weights)} weights in place of {WIDTH}")
    if not all(math.isfinite(x) for x in (*weights, bias, threshold, slope)):
        raise ValueError("a weight is no number")
    scores, model, examples = Scores(**data["scores"]), str(data["model"]), str(data["examples"])
    return Trained(str(data["event"]), weights, bias, threshold, slope, scores, model, examples)
