"""The ``coreference`` bench: are the mentions of one person, organisation or place tied to one actor?

CoNLL-U with GUM's ``Entity=`` in the last column. Scored are the mentions of persons, organisations and
places that the file mentions twice or more. A mention is right if we tie it to an actor whose other
mentions are mostly of the same entity of the file; kinds are told by the head: a name, a pronoun, or a
description ("the visitor"). The document is read as a report of its own, from raw text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.benchmarks.conllu import Document, GoldSentence, documents, read_conllu
from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.record import Mention, Report, Span
from dragoman.text.paragraphs import lines

if TYPE_CHECKING:
    from dragoman.pipeline import Reader

PEERS = peers("coreference")
SORTS = frozenset({"person", "organization", "place"})
KINDS = ("name", "description", "pronoun")
_BRACKETS = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of the file: whose, of what sort, its characters, its head's, and the kind of the head."""

    entity: str
    sort: str
    span: Span
    head: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A mention that is scored, the actor to which it was tied, and whether that is right."""

    document: str
    gold: GoldMention
    ours: Mention | None
    right: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """A bracket: whose, its fields where it opens a mention, and whether it closes one."""

    name: str
    fields: list[str]
    closes: bool


@dataclass(slots=True, eq=False)
class _Open:
    """A mention whose closing bracket is still to come."""

    name: str
    sort: str
    least: tuple[int, ...]
    first: int
    words: list[int] = field(default_factory=list)


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    prefix: str | None = None,
    reader: Reader | None = None,
) -> dict[str, Any]:
    """How many mentions are tied to the right actor, in per cent, also by kind of mention.

    ``limit`` keeps the first N documents, ``prefix`` those whose sentences' ids begin so.

    Raises:
        BadInput: the file is not CoNLL-U, or no word of it opens an entity.
    """
    from dragoman.pipeline import Reader
    from dragoman.settings import Settings

    read = documents(read_conllu(path, prefix))[:limit]
    if not any("Entity=" in w.misc for d in read for s in d.sentences for w in s.words):
        raise BadInput("no word has `Entity=`", path=path, remedy="Name a file of GUM, or in its form")
    ours = reader or Reader.load(Settings())
    answers = [a for document in read for a in answer(document, ours)]
    if predictions is not None:
        write_predictions(predictions, answers, read)
    return {"documents": len(read), **score(answers)}


def score(answers: Sequence[Answer]) -> dict[str, Any]:
    """The share that is right, over all mentions and by kind."""
    kinds = {}
    for kind in KINDS:
        these = [a for a in answers if a.gold.kind == kind]
        kinds[kind] = {"mentions": len(these), "right": percent(sum(a.right for a in these), len(these))}
    return {
        "mentions": len(answers),
        "right": percent(sum(a.right for a in answers), len(answers)),
        "kinds": kinds,
    }


def answer(document: Document, reader: Reader) -> Iterator[Answer]:
    """What we make of the scored mentions of a document."""
    report = Report(
        id=document.id, text=document.text, body=tuple(lines(document.text)), published=document.created
    )
    gold = list(gold_mentions(document))
    tied = align(gold, reader.read(report).mentions)
    often = Counter(g.entity for g in gold)
    for i, mention in enumerate(gold):
        if mention.sort in SORTS and often[mention.entity] > 1:
            yield Answer(document.id, mention, tied.get(i), _right(i, gold, tied))


def _right(i: int, gold: Sequence[GoldMention], tied: dict[int, Mention]) -> bool:
    """Whether the other mentions of the actor of mention ``i`` are mostly of the same entity."""
    ours = tied.get(i)
    if ours is None or ours.actor is None:
        return False
    others = [gold[j].entity for j, m in tied.items() if j != i and m.actor == ours.actor]
    return 2 * others.count(gold[i].entity) > len(others)


def align(gold: Sequence[GoldMention], ours: Sequence[Mention]) -> dict[int, Mention]:
    """Our mention for each of the file's: it covers the head and shares most characters; each counts once."""
    pairs = sorted(
        (
            (-_shared(g.span, m.span), i, j)
            for i, g in enumerate(gold)
            for j, m in enumerate(ours)
            if m.span.start <= g.head.start and g.head.end <= m.span.end
        ),
    )
    tied: dict[int, Mention] = {}
    used: set[int] = set()
    for _, i, j in pairs:
        if i not in tied and j not in used:
            tied[i] = ours[j]
            used.add(j)
    return tied


def _shared(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start))


def gold_mentions(document: Document) -> Iterator[GoldMention]:
    """The mentions of a document, in the order in which they end."""
    for sentence, start in zip(document.sentences, document.starts, strict=True):
        yield from _of_sentence(sentence, start)


def _of_sentence(sentence: GoldSentence, start: int) -> Iterator[GoldMention]:
    opened: list[_Open] = []
    for i, word in enumerate(sentence.words):
        marks = list(_marks(word.misc))
        started = [_Open(m.name, m.fields[0], _least(m.fields), i) for m in marks if m.fields]
        opened += started
        for one in opened:
            one.words.append(i)
        ended = [one for one, m in zip(started, (m for m in marks if m.fields), strict=True) if m.closes]
        for mark in marks:
            waiting = [o for o in opened if o.name == mark.name and o not in ended]
            if not mark.fields and waiting:
                ended.append(waiting[-1])
        for one in ended:
            yield _mention(one, sentence, start)
        opened = [o for o in opened if o not in ended]


def _marks(misc: str) -> Iterator[_Mark]:
    """The brackets of a word; of a mention in several pieces ("7[1/2]") only the first counts."""
    held = next((part[len("Entity=") :] for part in misc.split("|") if part.startswith("Entity=")), "")
    for opens, closes, ends in _BRACKETS.findall(held):
        name, *fields = (opens or ends).split("-")
        entity, piece, of = name.partition("[")
        if not piece or of.startswith("1/"):
            yield _Mark(entity, (fields or [""]) if opens else [], bool(closes) or not opens)


def _least(fields: Sequence[str]) -> tuple[int, ...]:
    """The positions of the words that a mention cannot lack (GUM's ``minspan``), counted from 1."""
    # The fields are etype, infstat, salience, centering, minspan, link and maybe identity.
    given = fields[4] if len(fields) > 4 else ""
    return tuple(int(n) for n in given.split(",") if n.isdigit())


def _mention(one: _Open, sentence: GoldSentence, start: int) -> GoldMention:
    words = [sentence.words[i] for i in one.words]
    span = Span(start + words[0].span.start, start + words[-1].span.end)
    head = _head(one, sentence)
    kind = {"PRON": "pronoun", "DET": "pronoun", "PROPN": "name"}.get(head.upos, "description")
    return GoldMention(one.name, one.sort, span, Span(start + head.span.start, start + head.span.end), kind)


def _head(one: _Open, sentence: GoldSentence) -> Any:
    """The word of a mention that hangs outside it."""
    inside = set(one.words)
    outer = [sentence.words[i] for i in one.words if sentence.words[i].head not in inside]
    least = [sentence.words[one.first + n - 1] for n in one.least if one.first + n - 1 in inside]
    return next((w for w in outer if w in least), None) or (outer or least or [sentence.words[one.first]])[0]


def write_predictions(path: Path, answers: Iterable[Answer], read: Sequence[Document]) -> None:
    """A TSV: document, entity, sort, kind, words, our actor, right or wrong, and why."""
    texts = {d.id: d.text for d in read}
    with path.open("w", encoding="utf-8") as file:
        for a in answers:
            words = " ".join(a.gold.span.of(texts[a.document]).split())
            actor, reason = ((a.ours.actor or ""), a.ours.reason) if a.ours else ("", "")
            right = "right" if a.right else "wrong"
            cells = (a.document, a.gold.entity, a.gold.sort, a.gold.kind, words, actor, right, reason)
            print(*cells, sep="\t", file=file)
