"""The ``dates`` bench on CoNLL-U with GUM's marks, as in ``XML=<date when:::"2011-03-08">``.

GUM marks dates and stretches between two dates, no ages, no durations and nothing that recurs, so what the
program finds beside them is no fault and is not counted: ``found`` is the share of the marked dates that an
expression of ours overlaps, ``right`` the share whose days are the same. Where both ends of a stretch are
marked by themselves ("from 8 March to 2 April") and ours is the whole, the end that both share is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.benchmarks.conllu import Document, GoldSentence, documents, read_conllu
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.find.date_spans import Days, day, month, year
from dragoman.record import Report, Span
from dragoman.text.paragraphs import lines

if TYPE_CHECKING:
    from dragoman.find.dates import TimeMention
    from dragoman.language.core import Language

_ELEMENT = re.compile(r"<(/?)date\b([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
_FIRST, _LAST = ("when", "from", "notBefore"), ("when", "to", "notAfter")


@dataclass(frozen=True, slots=True)
class MarkedDate:
    """A date of the file: its characters in the document, and its first and last day, None where open."""

    span: Span
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A marked date and the expressions of ours that overlap it."""

    document: str
    gold: MarkedDate
    ours: tuple[TimeMention, ...]

    @property
    def right(self) -> bool:
        """Whether one of ours stands for the marked days, or is a stretch that begins or ends with them."""
        return any(self._is_right(m) for m in self.ours)

    def _is_right(self, mention: TimeMention) -> bool:
        meant, (first, last) = mention.own or mention.value, (_iso(self.gold.first), _iso(self.gold.last))
        ours = tuple(bound[:10] if bound else None for bound in (meant.start, meant.end))
        if None in (first, last, *ours):
            return ours == (first, last)
        return ours[0] == first or ours[1] == last


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    prefix: str | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """How many marked dates are found and right, in per cent; dates count from ``meta::dateCreated``.

    ``path`` is a CoNLL-U file or a folder of them, ``prefix`` keeps the sentences whose id begins so.

    Raises:
        BadInput: nothing there is CoNLL-U, or no word of it carries such a mark.
    """
    from dragoman.language import load

    read = [d for file in conllu_files(path) for d in _documents(file, prefix)][:limit]
    core = language or load(roles=False)
    answers = [a for document in read for a in answer(document, core)]
    if not answers:
        raise BadInput("no word carries `XML=<date …>`", path=path, remedy="Name a file of GUM")
    if predictions is not None:
        _written(predictions, answers, {d.id: d.text for d in read})
    return {
        "documents": len(read),
        "dates": len(answers),
        "found": percent(sum(bool(a.ours) for a in answers), len(answers)),
        "right": percent(sum(a.right for a in answers), len(answers)),
    }


def conllu_files(path: Path) -> list[Path]:
    """The file, or the CoNLL-U files of a folder by name."""
    return sorted(path.glob("*.conllu")) if path.is_dir() else [path]


def _documents(file: Path, prefix: str | None) -> list[Document]:
    try:
        return documents(read_conllu(file, prefix))
    except BadInput:
        if prefix is None:
            raise
        return []  # a file of a folder may hold no document of that name


def answer(document: Document, language: Language) -> Iterator[Answer]:
    """What we make of the marked dates of a document."""
    from dragoman.find.dates import find_dates

    body = tuple(lines(document.text))
    report = Report(document.id, document.text, body, published=document.created)
    ours = find_dates(report, language.parse(document.text, list(body)))
    for gold in marked_dates(document):
        yield Answer(document.id, gold, tuple(m for m in ours if m.span.overlaps(gold.span)))


def marked_dates(document: Document) -> Iterator[MarkedDate]:
    """The dates of a document, in the order in which they end; one without a calendar day is left out."""
    for sentence, start in zip(document.sentences, document.starts, strict=True):
        for span, attributes in _elements(sentence):
            first = next((d for k in _FIRST if (d := _days(attributes.get(k, "")))), None)
            last = next((d for k in _LAST if (d := _days(attributes.get(k, "")))), None)
            if first or last:
                place = Span(start + span.start, start + span.end)
                yield MarkedDate(place, first.start if first else None, last.end if last else None)


def _elements(sentence: GoldSentence) -> Iterator[tuple[Span, dict[str, str]]]:
    """The characters and attributes of each ``date`` element that opens and closes in a sentence."""
    opened: list[tuple[int, dict[str, str]]] = []
    for word in sentence.words:
        held = next((part for part in word.misc.split("|") if part.startswith("XML=")), "")
        for closes, attributes in _ELEMENT.findall(held):
            if not closes:
                opened.append((word.span.start, dict(_ATTRIBUTE.findall(attributes))))
            elif opened:
                first, known = opened.pop()
                yield Span(first, word.span.end), known


def _days(value: str) -> Days | None:
    """The days of a year, month or day as TEI writes it; None for what is none of them."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    try:
        if found[3]:
            return day(date(int(found[1]), int(found[2]), int(found[3])))
        return month(int(found[1]), int(found[2])) if found[2] else year(int(found[1]))
    except ValueError:
        return None


def _iso(bound: date | None) -> str | None:
    return bound.isoformat() if bound else None


def _written(path: Path, answers: Sequence[Answer], texts: dict[str, str]) -> None:
    """A TSV: document, words, first and last day, ours with its own, right or wrong."""
    with path.open("w", encoding="utf-8") as file:
        for a in answers:
            meant = [m.own or m.value for m in a.ours]
            ours = "; ".join(f"{m.text} {o.start}..{o.end}" for m, o in zip(a.ours, meant, strict=True))
            words = " ".join(a.gold.span.of(texts[a.document]).split())
            days = f"{a.gold.first}..{a.gold.last}"
            print(a.document, words, days, ours, "right" if a.right else "wrong", sep="\t", file=file)
