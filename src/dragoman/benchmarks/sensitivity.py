"""What must not matter: who the parties are, and whether an act is told in the active or the passive voice.

Held-out sentences of our own corpus are read twice, the second time with every state exchanged for another
(``swap``), and pairs of sentences that tell one act in two voices (``voices.tsv`` beside them) are compared.
An act that only the first reading finds is counted apart from one whose type changes.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.annotated import TYPES
from dragoman.benchmarks.corpus import items_of
from dragoman.benchmarks.marked import shipped_reader
from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.benchmarks.swap import Swapper, swapper
from dragoman.errors import BadInput
from dragoman.record import Event, Record, Report, Span

PEERS = peers("sensitivity")

VOICES = "voices.tsv"
_COLUMNS = ["active", "passive", "event"]
Read = Callable[[Report], Record]


@dataclass(frozen=True, slots=True)
class Renamed:
    """A text with other states in it, and where each of its characters came from."""

    text: str
    origin: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The characters of the first text that a span of this one stands for."""
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Voiced:
    """One act in the active and in the passive voice, and its PLOVER type."""

    active: str
    passive: str
    event: str


@dataclass(slots=True)
class Count:
    """Acts of a first reading that a second tells alike, with another type, or not at all."""

    alike: int = 0
    changed: int = 0
    lost: int = 0

    def add(self, event: str, types: set[str]) -> None:
        """Count an act by the types of what the second reading has in its place."""
        self.alike += event in types
        self.changed += bool(types) and event not in types
        self.lost += not types

    def scores(self, name: str) -> dict[str, float]:
        """Shares in per cent, of changed types among the acts found twice, of lost ones among all."""
        twice = self.alike + self.changed
        return {
            f"{name}_acts": twice + self.lost,
            f"{name}_type_changed": percent(self.changed, twice),
            f"{name}_lost": percent(self.lost, twice + self.lost),
        }


def run(path: Path, limit: int | None = None, seed: int = 7, reader: Read | None = None) -> dict[str, Any]:
    """How often an act's type changes, or the act is lost, when states or the voice are exchanged.

    ``path`` is the folder of the corpus. ``states_*`` count the acts found in held-out sentences that name a
    state, ``voice_*`` the pairs whose active sentence is coded with its own type.

    Raises:
        BadInput: a file breaks its format.
    """
    read = reader or shipped_reader().read
    scores = _states(path, limit, random.Random(seed), read).scores("states")
    return scores | _voices(read_pairs(path / VOICES)[:limit], read).scores("voice")


def _states(path: Path, limit: int | None, rng: random.Random, read: Read) -> Count:
    count, swap = Count(), swapper()
    for item in items_of(path, "held-out")[:limit]:
        other = renamed(item.text, swap, rng)
        if other is not None:
            after = read(_report(other.text)).events
            for event in read(_report(item.text)).events:
                count.add(event.event, _types_at(event, after, other))
    return count


def _voices(pairs: list[Voiced], read: Read) -> Count:
    count = Count()
    for pair in pairs:
        if any(e.event == pair.event for e in read(_report(pair.active)).events):
            count.add(pair.event, {e.event for e in read(_report(pair.passive)).events})
    return count


def renamed(text: str, swap: Swapper, rng: random.Random) -> Renamed | None:
    """The text with each state that it names exchanged for another; None where it names none."""
    tokens = re.findall(r"\w+|\W+", text)
    words = swap(tokens, rng)
    if words == tokens:
        return None
    origin: list[int] = []
    at = 0
    for token, word in zip(tokens, words, strict=True):
        origin += [min(at + i, at + len(token) - 1) for i in range(len(word))]
        at += len(token)
    return Renamed("".join(words), tuple(origin))


def read_pairs(path: Path) -> list[Voiced]:
    """The pairs of a TSV with the columns active, passive, event; raises BadInput naming the line."""
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=3))
    except OSError as error:
        raise BadInput("It cannot be read", path=path, remedy="Name the folder of the corpus") from error
    if not rows or rows[0] != _COLUMNS:
        raise BadInput("Its first line is not the header", path=path, line=1, remedy=", ".join(_COLUMNS))
    for n, row in enumerate(rows[1:], start=2):
        if len(row) != len(_COLUMNS) or row[2] not in TYPES:
            raise BadInput("No pair of sentences", path=path, line=n, remedy="active, passive, a PLOVER type")
    return [Voiced(*row) for row in rows[1:]]


def _types_at(event: Event, events: tuple[Event, ...], other: Renamed) -> set[str]:
    """The types of what a second reading has where the first has an act."""
    words = [x.trigger for x in event.evidence]
    return {
        e.event for e in events for x in e.evidence for word in words if other.back(x.trigger).overlaps(word)
    }


def _report(text: str) -> Report:
    return Report("sentence", text, (Span(0, len(text)),), language="en")
