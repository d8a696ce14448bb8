"""The ``dates`` bench: expressions of time against a folder of TimeML files.

As TempEval-3 scored it: ``span_f1`` counts an expression that shares a character with one of the file
(relaxed) and ``span_strict_f1`` one with the same characters; ``value_f1`` and ``type_f1`` count those
of the relaxed matches whose value and type are right too. CoNLL-U with GUM's dates goes to ``marked_days``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from dragoman.benchmarks import marked_days
from dragoman.benchmarks.markup import read_xml, text_of
from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.record import Report, Span

if TYPE_CHECKING:
    from dragoman.find.dates import TimeMention
    from dragoman.language.core import Language

PEERS = peers("dates")

_TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: its characters in the text, its type and its value."""

    span: Span
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class TimedText:
    """A TimeML document: its text, the day of its creation, and its expressions of time."""

    name: str
    text: str
    created: str | None
    gold: tuple[Timex, ...]


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    prefix: str | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """The scores of the shipped program on a folder of ``.tml`` files, in per cent.

    ``limit`` keeps the first N documents; ``predictions`` gets a TSV with each expression of ours and of
    the files. The document's creation time is given, not looked for. ``prefix`` is for CoNLL-U alone.

    Raises:
        BadInput: the folder holds no ``.tml`` and no ``.conllu``, or a file is not what its name says.
    """
    from dragoman.language import load

    if any(file.suffix == ".conllu" for file in marked_days.conllu_files(path)):
        return marked_days.run(path, limit, predictions, prefix, language)
    if prefix is not None:
        raise BadInput("TimeML has no ids of sentences", path=path, remedy="Leave out --prefix")

    texts = read_folder(path)[:limit]
    core = language or load()
    found = [ours(text, core) for text in texts]
    if predictions is not None:
        write_predictions(predictions, texts, found)
    return {"documents": len(texts), **score([t.gold for t in texts], found)}


def read_folder(path: Path) -> list[TimedText]:
    """The TimeML documents of a folder, by name.

    Raises:
        BadInput: there is no ``.tml`` file, or one is not TimeML.
    """
    files = sorted(path.rglob("*.tml")) if path.is_dir() else [path]
    if not files:
        raise BadInput("the folder holds no .tml file", path=path, remedy="Name a folder of TimeML files")
    return [read_timeml(file) for file in files]


def read_timeml(path: Path) -> TimedText:
    """One document: the characters of ``TEXT``, its TIMEX3, and the value of the creation time.

    Raises:
        BadInput: the file cannot be read, is not XML, or has no ``TEXT``.
    """
    root = read_xml(path)
    body = root.find("TEXT")
    if body is None:
        raise BadInput("has no TEXT element", path=path, remedy="Name a TimeML file as TempEval-3 has them")
    created = next(
        (t.get("value") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), None
    )
    return TimedText(path.stem, text_of(body), created, tuple(_timexes(body)))


def _timexes(body: Element) -> Iterator[Timex]:
    """The expressions of a text with their offsets, in order; those without characters are left out."""
    offset = 0

    def walk(element: Element) -> Iterator[Timex]:
        nonlocal offset
        start = offset
        offset += len(element.text or "")
        inner = [t for child in element for t in walk(child)]
        if element.tag == "TIMEX3" and offset > start:
            yield Timex(Span(start, offset), element.get("type") or "", element.get("value") or "")
        yield from inner
        if element is not body:
            offset += len(element.tail or "")

    yield from walk(body)


def ours(text: TimedText, language: Language) -> tuple[Timex, ...]:
    """The expressions that the program finds in a document's text."""
    from dragoman.find.dates import find_dates

    blocks = tuple(_blocks(text.text))
    report = Report(text.name, text.text, blocks, published=(text.created or "")[:10] or None)
    mentions = find_dates(report, language.parse(text.text, list(blocks)))
    return tuple(as_timex(m) for m in mentions)


def as_timex(mention: TimeMention) -> Timex:
    """A mention as TIMEX3 has it."""
    return Timex(mention.span, _TYPES[mention.kind], mention.timex)


def _blocks(text: str) -> Iterator[Span]:
    """The paragraphs of a text: what lies between empty lines."""
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield Span(start, start + len(part))
        start += len(part) + 2


def score(gold: Sequence[Sequence[Timex]], found: Sequence[Sequence[Timex]]) -> dict[str, Any]:
    """Counts over documents, as F1 in per cent; each expression of either side matches at most once."""
    right = strict = values = types = 0
    for theirs, mine in zip(gold, found, strict=True):
        for a, b in matches(theirs, mine):
            right += 1
            strict += a.span == b.span
            values += same_value(a.value, b.value)
            types += a.kind == b.kind
    total = sum(map(len, gold)) + sum(map(len, found))
    return {
        "expressions": sum(map(len, gold)),
        "found": sum(map(len, found)),
        "span_f1": percent(2 * right, total),
        "span_strict_f1": percent(2 * strict, total),
        "value_f1": percent(2 * values, total),
        "type_f1": percent(2 * types, total),
    }


def matches(gold: Sequence[Timex], found: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Pairs that overlap, the same characters first, then by the start; each used once."""
    left, right = list(gold), list(found)
    for exactly in (True, False):
        for theirs in list(left):
            fits = (m for m in right if (m.span == theirs.span if exactly else m.span.overlaps(theirs.span)))
            mine = next(fits, None)
            if mine is not None:
                left.remove(theirs)
                right.remove(mine)
                yield theirs, mine


def same_value(a: str, b: str) -> bool:
    """Whether two TIMEX3 values are the same, up to trailing zero seconds."""
    return a.removesuffix(":00") == b.removesuffix(":00")


def write_predictions(path: Path, texts: Sequence[TimedText], found: Sequence[Sequence[Timex]]) -> None:
    """A TSV: document, who (``gold``/``ours``), start, end, type, value, characters."""
    with path.open("w", encoding="utf-8") as file:
        for text, mine in zip(texts, found, strict=True):
            for who, timexes in (("gold", text.gold), ("ours", mine)):
                for t in timexes:
                    words = " ".join(t.span.of(text.text).split())
                    print(
                        text.name, who, t.span.start, t.span.end, t.kind, t.value, words, sep="\t", file=file
                    )
