"""The ``pages`` bench: how much of an article's body we take from its page, and how much else.

Format and measure of the public article-extraction-benchmark: ``html/KEY.html.gz`` and
``ground-truth.json`` (``{KEY: {"articleBody": …}}``). Bodies are compared as bags of runs of four
words. Precision and recall are taken page by page and averaged; F1 is the harmonic mean of the averages.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.peers import peers
from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import opened
from dragoman.sources.html import page_of, report_of
from dragoman.sources.options import ReadOptions

PEERS = peers("pages")

_RUN = 4
_WORD = re.compile(r"\w+")
_CHECKOUT = "Name a checkout of article-extraction-benchmark"


@dataclass(frozen=True, slots=True)
class Overlap:
    """Precision and recall of one page's body, 0 to 1."""

    precision: float
    recall: float


def run(path: Path, limit: int | None = None, predictions: Path | None = None) -> dict[str, Any]:
    """``pages f1 precision recall`` (per cent) over a checkout; a page that cannot be read counts as empty.

    ``predictions`` receives the bodies in the benchmark's own output format.

    Raises:
        BadInput: there is no ``ground-truth.json``, or a page is missing.
    """
    truth = dict(list(_truth(path).items())[:limit])
    bodies = {key: body_of(path / "html" / f"{key}.html.gz") for key in truth}
    if predictions is not None:
        outcome = {key: {"articleBody": body} for key, body in bodies.items()}
        predictions.write_text(json.dumps(outcome, ensure_ascii=False, indent=1), encoding="utf-8")
    return score([overlap(bodies[key], truth[key]) for key in truth])


def body_of(path: Path) -> str:
    """The body of the story on a saved page: its standfirst and paragraphs as a reader of ours gets them.

    Of a page that cannot be read it is empty.

    Raises:
        BadInput: there is no such file.
    """
    if not path.is_file():
        raise BadInput("the page is missing", path=path, remedy=_CHECKOUT)
    options = ReadOptions(published="2000-01-01")  # the date is not asked for, so it is not searched
    try:
        with opened.opened(path) as stream:
            data = opened.whole(stream, path, options.max_bytes)
        page = page_of(data, options)
    except BadInput:
        return ""
    return _body(report_of(page, options)) if page.paragraphs else ""


def overlap(found: str, true: str) -> Overlap:
    """How far two bodies agree in their runs of four words; two empty bodies agree."""
    ours, theirs = runs(found), runs(true)
    right = sum((ours & theirs).values())
    if ours == theirs:
        return Overlap(1.0, 1.0)
    if not right:
        return Overlap(0.0, 0.0)
    return Overlap(right / sum(ours.values()), right / sum(theirs.values()))


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text with their counts; a shorter text is one run."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))


def score(overlaps: list[Overlap]) -> dict[str, Any]:
    """The averages in per cent, with one decimal."""
    count = len(overlaps)
    precision = sum(o.precision for o in overlaps) / count if count else 0.0
    recall = sum(o.recall for o in overlaps) / count if count else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    shares = {"f1": f1, "precision": precision, "recall": recall}
    return {"pages": count, **{name: round(100 * value, 1) for name, value in shares.items()}}


def _body(report: Report) -> str:
    """The standfirst and the story; the dateline, which we keep apart, is part of the public bodies."""
    spans = (report.standfirst_span, report.dateline, *report.body)
    return "\n\n".join(span.of(report.text) for span in spans if span)


def _truth(path: Path) -> Mapping[str, str]:
    file = path / "ground-truth.json"
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return {key: str(entry["articleBody"]) for key, entry in held.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"cannot be read: {error!r}", path=file, remedy=_CHECKOUT) from error
