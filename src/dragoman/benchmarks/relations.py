"""The ``relations`` bench: the type of what a marked actor does or says to a marked recipient.

The marks are taken out and the sentence is read as any other; the learned head for pairs and the codebook's
events between the two parties answer together (``coding.between``).

``YIELD`` stands in files labelled by the ontology's edition of 2021 for what the manual now calls CONCEDE or
RETREAT, and counts as material cooperation there; where that edition puts an act into another type, our
answer follows it (``codebooks/older``). Macro-F1 is the mean over the classes that the file uses.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.bootstrap import ci95
from dragoman.benchmarks.marked import (
    Marked,
    Reads,
    read_marked,
    shipped_reader,
)
from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.codebook.older import load_edition
from dragoman.coding.between import Between
from dragoman.errors import BadInput
from dragoman.record import Event

PEERS = peers("relations")

NONE = "none"
YIELD = "YIELD"
_YIELDED = ("CONCEDE", "RETREAT")
_BINARY = {"0": "cooperation", "1": "conflict"}

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the labels of a file mean: the quad class of each type, and whether YIELD is one of them."""

    quads: Mapping[str, str]
    binary: bool
    yields: bool

    def label(self, told: Between | Event, text: str) -> str:
        """The label that the file would have for an act."""
        if self.binary:
            return self.side(told.event)
        if not self.yields:
            return told.event
        lemmas = frozenset(simple_lemmas(text))
        event = load_edition().label(told.event, told.mode, told.status, lemmas)
        return YIELD if event in _YIELDED else event

    def quad(self, label: str) -> str:
        """The quad class of a type, as in ``verbal cooperation``; ``none`` stays."""
        return self.quads.get(label, NONE)

    def side(self, label: str) -> str:
        """``cooperation`` or ``conflict`` for a type or for one of the two themselves; ``none`` stays."""
        return label if label in _BINARY.values() else self.quad(label).rpartition(" ")[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence, its label, and the act that we answer with."""

    row: Marked
    gold: str
    told: Between
    found: str

    @property
    def pair(self) -> Pair:
        """The true label and ours."""
        return self.gold, self.found


def run(
    path: Path,
    labels: str | None = None,
    limit: int | None = None,
    predictions: Path | None = None,
    reader: Reads | None = None,
) -> dict[str, Any]:
    """Scores in per cent, over types (``root``) or over cooperation and conflict (``binary``).

    ``labels`` says which of the two the file has; it is seen from the labels where none is given.
    ``ci95`` is of ``macro_f1``. ``pairs_per_second`` counts reading on one core, loading left out.
    ``predictions`` gets a TSV: gold, predicted, probability, status, reason.

    Raises:
        BadInput: the file lacks a column, or a label is none of the scheme's, with its line.
    """
    rows = read_marked(path, limit)
    reader = reader or shipped_reader()
    quads = {name: kind.quad or "" for name, kind in reader.codebook.types.items()}
    scheme = scheme_of(rows, labels, quads)
    gold = [gold_label(row, scheme, path) for row in rows]
    began = time.perf_counter()
    told = [reader.between(row.text, row.actors, row.recipients) for row in rows]
    seconds = time.perf_counter() - began
    answers = [
        Answer(row, true, one, scheme.label(one, row.text))
        for row, true, one in zip(rows, gold, told, strict=True)
    ]
    if predictions is not None:
        write_predictions(predictions, answers)
    return {**score(answers, scheme), "pairs_per_second": round(len(rows) / seconds, 1)}


def scheme_of(rows: Sequence[Marked], labels: str | None, quads: Mapping[str, str]) -> Scheme:
    """The scheme of a file's labels; ``labels`` is ``root``, ``binary``, or None to see from the rows.

    Raises:
        BadInput: there is no scheme of that name.
    """
    if labels not in (None, "root", "binary"):
        raise BadInput(f"--labels {labels} is no scheme", remedy="Use --labels root or --labels binary")
    used = {row.label for row in rows}
    binary = labels == "binary" or (labels is None and used <= set(_BINARY))
    return Scheme({**quads, YIELD: "material cooperation"}, binary, YIELD in used)


def gold_label(row: Marked, scheme: Scheme, path: Path) -> str:
    """What a row's label means; raises BadInput where it means nothing in the scheme."""
    if scheme.binary:
        known, allowed = _BINARY.get(row.label), "0 (cooperation) or 1 (conflict)"
    else:
        known, allowed = (row.label if row.label in scheme.quads else None), "a PLOVER type, as AGREE"
    if known is None:
        raise BadInput(
            f"The event is {row.label[:40]!r}", path=path, line=row.line, remedy=f"It must be {allowed}"
        )
    return YIELD if scheme.yields and known in _YIELDED else known


def simple_lemmas(text: str) -> Iterator[str]:
    """The words of a text in small letters, also without the endings of plurals and past forms."""
    for word in re.findall(r"[a-z]+", text.lower()):
        yield word
        for ending in ("s", "es", "d", "ed", "ing"):
            if word.endswith(ending):
                yield word[: -len(ending)]
        if word.endswith("ies"):
            yield word[:-3] + "y"


def score(answers: Sequence[Answer], scheme: Scheme) -> dict[str, Any]:
    """The scores of the contract."""
    pairs = [a.pair for a in answers]
    sides = [(scheme.side(g), scheme.side(f)) for g, f in pairs]
    quads = [(scheme.quad(g), scheme.quad(f)) for g, f in pairs]
    right = sum(g == f for g, f in pairs)
    return {
        "rows": len(answers),
        "macro_f1": macro_f1(pairs),
        "accuracy": percent(right, len(pairs)),
        "quad_macro_f1": None if scheme.binary else macro_f1(quads),
        "binary_macro_f1": macro_f1(sides),
        "ci95": list(ci95(pairs, macro_f1)),
        "types": by_class(pairs),
    }


def macro_f1(pairs: Sequence[Pair]) -> float:
    """The mean F1 of the classes that are true somewhere, in per cent."""
    true, found, right = _counts(pairs)
    each = [2 * right[name] / (true[name] + found[name]) for name in true]
    return percent(sum(each), len(each))


def by_class(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each class of the file, with how many are true and found."""
    true, found, right = _counts(pairs)
    return {
        name: {
            "precision": percent(right[name], found[name]),
            "recall": percent(right[name], true[name]),
            "f1": percent(2 * right[name], true[name] + found[name]),
            "true": true[name],
            "found": found[name],
        }
        for name in sorted(true)
    }


def _counts(pairs: Sequence[Pair]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    true = Counter(g for g, _ in pairs)
    found = Counter(f for _, f in pairs)
    return true, found, Counter(g for g, f in pairs if g == f)


def write_predictions(path: Path, answers: Sequence[Answer]) -> None:
    """A TSV with a header: gold, predicted, probability, status, reason; one line a row of the file."""
    lines = ["gold\tpredicted\tprobability\tstatus\treason"]
    for a in answers:
        reason = " ".join(a.told.reason.split())
        lines.append("\t".join([a.gold, a.found, f"{a.told.share:.3f}", a.told.status, reason]))
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
