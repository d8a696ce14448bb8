"""``bench all``: every figure of the README, as far as the data for it is at hand.

Speed needs nothing but reports of our own. Trees, names and roles read public test sets in the folder that
``--data`` names, ``../shared/data`` unless told otherwise; the rest are sets of our own in the checkout. What
is not there is skipped, and the report says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import BadInput

if TYPE_CHECKING:
    from types import ModuleType

DATA = Path("../shared/data")


@dataclass(frozen=True, slots=True)
class Round:
    """One bench on one set: its name, what it is called here, its file, and its other options.

    ``files`` are options that are files of the data folder too; ``own`` says that the file is the checkout's.
    """

    bench: str
    title: str
    path: str | None = None
    files: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    own: bool = False

    @property
    def module(self) -> ModuleType:
        """The module that runs it."""
        return import_module(f"dragoman.benchmarks.{self.bench.replace('-', '_')}")

    def missing(self, data: Path) -> Path | None:
        """The first file that it needs and that is not there."""
        needed = [self._at(data, name) for name in (self.path, *self.files.values()) if name]
        return next((file for file in needed if not file.exists()), None)

    def run(self, data: Path, limit: int | None = None) -> dict[str, Any]:
        """Its scores."""
        given: dict[str, Any] = {**self.options, **{k: data / v for k, v in self.files.items()}}
        if self.path is not None:
            given["path"] = self._at(data, self.path)
        if limit is not None:
            given["limit"] = limit
        scores: dict[str, Any] = self.module.run(**given)
        return scores

    def _at(self, data: Path, name: str) -> Path:
        return Path(name) if self.own else data / name


ROUNDS: tuple[Round, ...] = (
    Round("speed", "speed, the sample reports"),
    Round("speed", "speed, reports of 400 words", "training/corpus/reports", own=True),
    Round("parse", "parse PUD news", "ud/pud-test.conllu", options={"prefix": "n"}),
    Round("parse", "parse EWT test", "ud/ewt-test.conllu"),
    Round("entities", "entities PUD news", "uner/en_pud-ud-test.iob2", options={"prefix": "n"}),
    Round("entities", "entities EWT test", "uner/en_ewt-ud-test.iob2"),
    Round("roles", "roles EWT test", "propbank/ewt-test.jsonl", files={"conllu": "ud/ewt-test.conllu"}),
    Round("corpus", "our corpus, held out", "training/corpus", own=True),
    Round("sensitivity", "our corpus, renamed and in other voices", "training/corpus", own=True),
    Round("pledges", "pledges, held out", "training/corpus/reports", own=True),
    Round("positions", "positions, held out", "training/corpus/reports", own=True),
    Round("figures", "figures, held out", "training/corpus/reports", own=True),
    Round("actors", "actors, our phrases", "tests/actors/phrases.tsv", own=True),
    Round("places", "places, our texts", "tests/measured/places/held-out.xml", own=True),
    Round("dates", "dates, our texts", "tests/measured/dates/held-out", own=True),
    Round("dates", "dates, GUM news", "ud", options={"prefix": "GUM_news"}),
    Round("event-dates", "event dates, our texts", "tests/measured/event-dates/held-out.jsonl", own=True),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A round that was run, with its scores, or skipped, with the file that it lacks."""

    round: Round
    scores: dict[str, Any] | None = None
    lacks: Path | None = None


def outcomes(data: Path, limit: int | None = None) -> Iterator[Outcome]:
    """Round after round, each as soon as it is done."""
    for one in ROUNDS:
        lacks = one.missing(data)
        yield Outcome(one, lacks=lacks) if lacks else Outcome(one, one.run(data, limit))


def folder(data: Path | None) -> Path:
    """The folder of the test sets; raises BadInput where one was named that is not there."""
    if data is not None and data != DATA and not data.is_dir():
        raise BadInput("There is no such folder", path=data, remedy="Name the one that holds ud/ and uner/")
    return data or DATA


def run(data: Path | None = None, limit: int | None = None) -> dict[str, Any]:
    """The scores by round, and under ``skipped`` what was not run, each with the file that it lacks.

    ``limit`` scores the first N items of each.
    """
    done = list(outcomes(folder(data), limit))
    return {
        **{o.round.title: o.scores for o in done if o.scores is not None},
        "skipped": {o.round.title: f"{o.lacks} is not there" for o in done if o.lacks is not None},
    }
