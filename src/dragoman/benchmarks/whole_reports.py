"""Whole annotated reports as test sets: their parts, their text, and notes at offsets in that text.

A report is written one sentence a line with its notes underneath (``docs/annotation.md``). Here it becomes
a text again, and the text a report by the road that every capture takes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from dragoman.benchmarks.annotated import Characters, Item, Note, documents
from dragoman.benchmarks.scores import percent
from dragoman.coding.parties import FIRST_PERSON
from dragoman.errors import BadInput
from dragoman.record import Record, Report, Span

HELD_OUT, TUNING, ALL = "held-out", "tuning", "all"
PARTS = (HELD_OUT, TUNING, ALL)
Read = Callable[[Report], Record]
_RELATIVE = frozenset({"who", "whom", "which", "that"})


def held_out(report: str) -> bool:
    """Whether a report is of the third that measures, which nobody reads while mending rules.

    A digest of its name decides: no one chooses, and the parts stay as they are when reports are added.
    """
    return int(sha256(report.encode()).hexdigest(), 16) % 3 == 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A note with the offset of its sentence in the rebuilt text."""

    note: Note
    offset: int
    sentence: Span

    def span(self, characters: Characters) -> Span:
        """A stretch of the sentence as a stretch of the text."""
        return Span(characters[0] + self.offset, characters[1] + self.offset)

    def maybe(self, characters: Characters | None) -> Span | None:
        """The same for a part of a note that may be missing."""
        return None if characters is None else self.span(characters)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A rebuilt report with its notes."""

    name: str
    report: Report
    notes: tuple[Placed, ...]


class Told(Protocol):
    """A pledge or a position of ours, known by its id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


@dataclass(slots=True)
class Found:
    """How many are true and how many of them were found; how many were answered and how many of those hold.

    The two are counted apart, because one pledge or position of ours may answer several tellings.
    """

    true: int = 0
    found: int = 0
    ours: int = 0
    right: int = 0

    def count(self, answers: Sequence[Sequence[Any]], ours: Sequence[Told], hits: Collection[str]) -> None:
        """Count a report: what of ours answers each annotated telling, all of ours, and the ids that hold."""
        self.true += len(answers)
        self.found += sum(bool(held) for held in answers)
        self.ours += len(ours)
        self.right += sum(one.id in hits for one in ours)

    def scores(self) -> dict[str, Any]:
        """``precision recall f1``, in per cent."""
        recall, precision = percent(self.found, self.true), percent(self.right, self.ours)
        both = precision + recall
        f1 = round(2 * precision * recall / both, 1) if both else 0.0
        return {"precision": precision, "recall": recall, "f1": f1, "annotated": self.true, "ours": self.ours}


@dataclass(slots=True)
class Tally:
    """The counts over some reports, of all together and of each kind: a strength, a stance."""

    kinds: dict[str, Found]
    whole: Found = field(default_factory=Found)

    @classmethod
    def of(cls, kinds: Iterable[str]) -> Tally:
        """Nothing counted yet, of these kinds."""
        return cls({kind: Found() for kind in kinds})

    def count(
        self,
        told: Sequence[str],
        answers: Sequence[Sequence[Told]],
        ours: Sequence[Told],
        kinds: Sequence[str],
    ) -> set[str]:
        """Count a report; the ids of ours that hold.

        ``told`` are the kinds of the annotated tellings, ``answers`` what of ours answers each; ``kinds`` are
        the kinds of all of ours.
        """
        hits = {one.id for held in answers for one in held}
        self.whole.count(answers, ours, hits)
        for kind, found in self.kinds.items():
            of = [held for k, held in zip(told, answers, strict=True) if k == kind]
            found.count(of, [one for one, k in zip(ours, kinds, strict=True) if k == kind], hits)
        return hits

    def scores(self) -> dict[str, dict[str, Any]]:
        """The scores of each kind."""
        return {kind: found.scores() for kind, found in self.kinds.items()}


@dataclass(slots=True)
class Shares:
    """Named yes-or-no questions with how often the answer was yes."""

    yes: dict[str, list[bool]] = field(default_factory=dict)

    def add(self, name: str, holds: bool) -> None:
        """Count one answer."""
        self.yes.setdefault(name, []).append(holds)

    def scores(self) -> dict[str, Any]:
        """The share of yes for each question, in per cent."""
        return {name: percent(sum(held), len(held)) for name, held in self.yes.items()}


def annotated_reports(path: Path, part: str | None, limit: int | None = None) -> list[Annotated]:
    """The reports of a folder that belong to a part, the held-out third where none is named.

    Raises:
        BadInput: a line breaks the format, there are no reports, or there is no such part.
    """
    part = part or HELD_OUT
    if part not in PARTS:
        raise BadInput(f"there is no part called {part!r}", remedy="Choose one of " + ", ".join(PARTS))
    if not path.is_dir():
        raise BadInput("this is no folder of annotated reports", path=path, remedy="Name the folder")
    faults: list[str] = []
    try:
        found = documents(path, faults)
    except UnicodeDecodeError as error:
        raise BadInput(f"a file here is no UTF-8 text: {error.reason}", path=path) from None
    # A second reading of single sentences goes by the report's name too and is no part of the report.
    kept = {name: [item for item in items if item.whole] for name, items in found.items()}
    whole = {name: items for name, items in kept.items() if items}
    if faults or not whole:
        problem = faults[0] if faults else "no annotated reports here"
        raise BadInput(problem, path=path, remedy="see docs/annotation.md for the format")
    chosen = [n for n in whole if part == ALL or held_out(n) == (part == HELD_OUT)]
    if not chosen:
        raise BadInput(f"no report here is of the part {part!r}", path=path, remedy="Try --part all")
    return [rebuilt(name, whole[name]) for name in chosen[:limit]]


def rebuilt(name: str, items: Sequence[Item]) -> Annotated:
    """The report of some sentences: a blank between them, an empty line between paragraphs."""
    from dragoman.sources.options import ReadOptions
    from dragoman.sources.read import read_text

    text, placed = "", []
    for last, item in zip([None, *items], items, strict=False):
        if last is not None:
            text += " " if last.paragraph == item.paragraph else "\n\n"
        sentence = Span(len(text), len(text) + len(item.text))
        placed += [Placed(note, sentence.start, sentence) for note in item.notes]
        text += item.text
    report = read_text(text, ReadOptions(published=items[0].year or None))
    return Annotated(name, report, tuple(placed))


def read_all(reports: Sequence[Annotated], reader: Read | None) -> Iterator[tuple[Annotated, Record]]:
    """Each report with what the shipped program (or another reader) makes of it."""
    if reader is None:
        from dragoman.pipeline import Reader
        from dragoman.settings import Settings

        reader = Reader.load(Settings()).read
    for annotated in reports:
        yield annotated, reader(annotated.report)


def spans_of(record: Record) -> dict[str, list[Span]]:
    """Every actor of a record with the stretches where it is mentioned."""
    found: dict[str, list[Span]] = {}
    for mention in record.mentions:
        if mention.actor is not None:
            found.setdefault(mention.actor, []).append(mention.span)
    return found


def means(words: Span, actor: str, record: Record) -> bool:
    """Whether annotated words for somebody mean an actor of ours.

    They do where a mention of the actor shares a character with them. "We" and "I" are the speakers of the
    statement that they stand in; "who" and "which" are whoever is named right before.
    """
    mentioned = spans_of(record).get(actor, ())
    if any(s.overlaps(words) for s in mentioned):
        return True
    written = words.of(record.report.text).lower()
    if written in FIRST_PERSON:
        return any(actor in (s.speaker, *s.speakers) and s.content.covers(words) for s in record.statements)
    if written in _RELATIVE:
        between = (record.report.text[s.end : words.start] for s in mentioned if s.end <= words.start)
        return any(not gap.strip(" ,\n") for gap in between)
    return False


def listed(
    annotated: Annotated,
    gold: Iterable[tuple[bool, Sequence[str]]],
    ours: Iterable[tuple[bool, Sequence[str]]],
) -> list[str]:
    """A report's tellings, a line each of cells between tabs, for reading what went wrong.

    ``gold`` are the cells of each annotated telling with whether it was found, ``ours`` those of each of ours
    with whether it holds.
    """
    lines = [f"# {annotated.name}"]
    lines += ["\t".join(("found" if found else "missed", *cells)) for found, cells in gold]
    return lines + ["\t".join(("right" if right else "wrong", *cells)) for right, cells in ours]


def written(path: Path | None, lines: Sequence[str]) -> None:
    """Write what was answered, a line each, where a file is named."""
    if path is not None:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
