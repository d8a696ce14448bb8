"""Sentences with a marked actor and recipient: the TSV of the ``relations`` and ``triples`` benches.

The columns ``marked_sentence`` and ``event`` are needed, in any order, with a header. ``<s>…</s>`` marks
the actor, ``<t>…</t>`` the recipient; each may stand several times, inside the other, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dragoman.benchmarks.conllu import read_lines
from dragoman.errors import BadInput
from dragoman.record import Event, Record, Report, Span

if TYPE_CHECKING:
    from dragoman.codebook import Codebook
    from dragoman.coding.between import Between

COLUMNS = ("marked_sentence", "event")
_MARK = re.compile(r"<(/?)([st])>", re.IGNORECASE)
_FORMAT = "Give tab-separated columns with the header: " + " ".join(COLUMNS)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, what they covered, and the label of the file, in capitals."""

    text: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    label: str
    line: int

    def report(self) -> Report:
        """The sentence as a report of one paragraph."""
        identity = sha256(self.text.encode("utf-8", "replace")).hexdigest()[:24]
        return Report(identity, self.text, (Span(0, len(self.text)),), language="en")


class Reads(Protocol):
    """What the benches need of the program."""

    @property
    def codebook(self) -> Codebook:
        """The codebook that it codes by."""
        ...

    @property
    def told(self) -> Reads:
        """The same, knowing that every sentence tells something."""
        ...

    def read(self, report: Report) -> Record:
        """The record of one report."""

    def between(self, text: str, actors: Sequence[Span], recipients: Sequence[Span]) -> Between:
        """What a sentence tells between two marked parties."""
        ...


def shipped_reader(min_confidence: float | None = None) -> Reads:
    """The whole road of the shipped program; ``min_confidence`` as in ``Settings``."""
    from dragoman.pipeline import Reader
    from dragoman.settings import Settings

    return Reader.load(Settings(min_confidence=min_confidence))


def read_marked(path: Path, limit: int | None = None) -> list[Marked]:
    """The first ``limit`` rows of the file, or all; raises BadInput naming the line that is no row of it."""
    lines = read_lines(path)
    header = _cells(lines[0]) if lines else []
    if set(COLUMNS) - set(header):
        raise BadInput("Columns are missing", path=path, line=1, remedy=_FORMAT)
    at = [header.index(column) for column in COLUMNS]
    numbered = [(n, line) for n, line in enumerate(lines[1:], start=2) if line.strip()][:limit]
    rows = [_row(path, number, _cells(line), at) for number, line in numbered]
    if not rows:
        raise BadInput("It has no rows", path=path, remedy=_FORMAT)
    if not any(row.actors or row.recipients for row in rows):
        raise BadInput("No sentence has a mark", path=path, line=2, remedy="Mark <s>…</s> and <t>…</t>")
    return rows


def _row(path: Path, number: int, cells: Sequence[str], at: Sequence[int]) -> Marked:
    if len(cells) <= max(at) or not all(cells[i].strip() for i in at):
        raise BadInput("The row has no sentence or no event", path=path, line=number, remedy=_FORMAT)
    text, spans = unmarked(cells[at[0]].strip())
    return Marked(text, spans["s"], spans["t"], cells[at[1]].strip().upper(), number)


def _cells(line: str) -> list[str]:
    """The cells of a line; one that a spreadsheet put into quotation marks is taken out of them."""
    return [_unquoted(cell) for cell in line.rstrip("\r\n").split("\t")]


def _unquoted(cell: str) -> str:
    inner = cell[1:-1]
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if quoted else cell


def unmarked(marked: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """The text without marks and what each kind covered in it.

    A mark never closed covers the text up to the next mark; an end without a beginning covers nothing.
    """
    text, last = "", 0
    opened: dict[str, int] = {}
    closed: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        kind = mark[2].lower()
        if kind in opened:
            closed[kind].append(Span(opened.pop(kind), len(text)))
        if not mark[1]:
            opened[kind] = len(text)
    text += marked[last:]
    for kind, start in opened.items():
        closed[kind].append(Span(start, len(text)))
    return text, {kind: tuple(s for s in spans if s.end > s.start) for kind, spans in closed.items()}


def names_actor(event: Event, spans: Iterable[Span]) -> bool:
    """Whether a word for an actor of the event stands in one of the spans."""
    return _meet((s for e in event.evidence for s in e.actor_spans), spans)


def names_recipient(event: Event, spans: Iterable[Span]) -> bool:
    """Whether a word for a recipient of the event stands in one of the spans."""
    return _meet((s for e in event.evidence for s in e.recipient_spans), spans)


def _meet(ours: Iterator[Span], marked: Iterable[Span]) -> bool:
    held = tuple(marked)
    return any(span.overlaps(mark) for span in ours for mark in held)
