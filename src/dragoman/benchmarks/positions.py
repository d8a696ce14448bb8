"""The ``positions`` bench: who stands where on which question, on our own annotated reports.

A position of ours answers an annotated one when their stances agree, the annotated words for the holder mean
its holder (`whole_reports.means`), and they are about the same. The annotated question is a phrase of the
annotator's own, so the same is: the object has a mention that shares a character with the annotated object,
or the questions have the same main noun, or, where ours stands on the annotated sentence, a word that names
the matter ("treaty", not "of") stands in both. Where the annotator points at no words for the object, the
sentence does not name it, and ours need only stand on that sentence.
To be for the end of a thing is to be against the thing, however either side words it. One of ours may answer
several tellings of one stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.annotated import Stance as Annotation
from dragoman.benchmarks.whole_reports import (
    Annotated,
    Placed,
    Read,
    Shares,
    Tally,
    annotated_reports,
    listed,
    means,
    read_all,
    spans_of,
    written,
)
from dragoman.record import Position, Record, Span, Stance

PEERS: tuple[tuple[str, dict[str, float], str], ...] = ()
# What is undone by these is what the stand is on: for the "lifting of sanctions" is against the "sanctions".
_UNDOING = (
    "abandonment|abolition|annulment|ban|cancellation|closing|closure|deletion|demolition|departure|dismantling|"
    "dissolution|easing|end|ending|exit|halt|lifting|moratorium|no|prohibition|rejection|removal|repeal|revocation|"
    "scrapping|shelving|shutdown|stop|suspension|termination|winding up|withdrawal"
)
_UNDOES = re.compile(_UNDOING)
_UNDONE = re.compile(
    rf"(?:(?!(?:of|to|on|from|in|for)\b)[\w'’-]+ ){{0,3}}(?:{_UNDOING}) (?:of|to|on|from) (.+)"
)
_ENDED = re.compile(rf"({_UNDOING}) (?:be )?[^\W\d_]+ed\b")  # "ban lifted"
_RELATION = re.compile(r"\s(?:of|in|on|over|to|with|against|for|between|at|by|from)\s")
_OPPOSED = {"for", "against"}
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    [
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "any",
        "all",
        "both",
        "some",
        "with",
        "from",
        "for",
        "and",
        "over",
        "into",
        "against",
        "new",
        "own",
    ]
)


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated position with its words as stretches of the text."""

    stance: str
    holder: Span
    question: str
    object: Span | None
    scope: str
    sentence: Span


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    part: str | None = None,
    reader: Read | None = None,
) -> dict[str, Any]:
    """Precision, recall and F1 over a folder of annotated reports, by stance too.

    Raises:
        BadInput: the folder or a line of a file is not what it should be.
    """
    reports = annotated_reports(path, part, limit)
    tally, shares = Tally.of(s.value for s in Stance), Shares()
    lines: list[str] = []
    for annotated, record in read_all(reports, reader):
        gold = [gold_of(p) for p in annotated.notes if isinstance(p.note, Annotation)]
        answers = [[p for p in record.positions if answers_to(g, p, record)] for g in gold]
        ours = [p.stance.value for p in record.positions]
        hits = tally.count([g.stance for g in gold], answers, record.positions, ours)
        for g, held in zip(gold, answers, strict=True):
            if held and (g.scope or held[0].scope):
                shares.add("scope", any((p.scope or "").lower() == g.scope.lower() for p in held))
        lines += _lines(annotated, record, gold, answers, hits)
    written(predictions, lines)
    scores = {**tally.whole.scores(), **shares.scores(), "stances": tally.scores()}
    return {"reports": len(reports), **scores}


def gold_of(placed: Placed) -> Gold:
    """An annotated position of a report, its words placed in the text."""
    note = placed.note
    assert isinstance(note, Annotation)
    holder, about = placed.span(note.holder), placed.maybe(note.object)
    return Gold(note.stance, holder, note.question, about, note.scope, placed.sentence)


def answers_to(gold: Gold, position: Position, record: Record) -> bool:
    """Whether a position of ours is the annotated one: the same holder, stance and matter."""
    spans = spans_of(record)
    if not means(gold.holder, position.holder, record):
        return False
    about = gold.object.of(record.report.text) if gold.object is not None else ""
    tellings = _tellings(gold, position, about)
    if not tellings:
        return False
    if any(main_noun(theirs) == main_noun(ours) for theirs, ours in tellings):
        return True
    objects = spans.get(position.object or "", ())
    if gold.object is not None and any(s.overlaps(gold.object) for s in objects):
        return True
    if not position.evidence.overlaps(gold.sentence):
        return False
    return not about or bool(naming(position.question) & (naming(gold.question) | naming(about)))


def _tellings(gold: Gold, position: Position, about: str) -> list[tuple[str, str]]:
    """The questions, theirs and ours, on which both stand alike: as worded, or on the thing that shall end.

    Whoever is for the end of a thing and whoever is against that end do not stand alike. ``about`` are the
    annotated words for the object.
    """
    theirs, ours = gold.question, position.question
    their_thing, our_thing = _undone(theirs), _undone(ours)
    if gold.stance == position.stance.value:
        both = [(their_thing, our_thing)] if their_thing and our_thing else []
        return [(theirs, ours), *both]
    if {gold.stance, position.stance.value} != _OPPOSED:
        return []
    if _is_on(ours, their_thing, about):
        return [(their_thing, ours)]
    return [(theirs, our_thing)] if _is_on(theirs, our_thing, "") else []


def _is_on(question: str, thing: str, about: str) -> bool:
    """Whether a question may be on a thing, not on its end: "sanctions" or "trade", not "lifting".

    A *ban* is a thing where the words ``about`` it tell of its own end: "the *ban* lifted".
    """
    noun = main_noun(question)
    told = _ENDED.match(about.lower())
    ended = told is not None and told.group(1) == noun
    return bool(thing) and (noun == main_noun(thing) or not _UNDOES.fullmatch(noun) or ended)


def _undone(question: str) -> str:
    """The thing whose end a question asks about; empty where it asks about no end or names no thing."""
    found = _UNDONE.fullmatch(question.lower())
    return found.group(1) if found else ""


def naming(words: str) -> frozenset[str]:
    """The words of a phrase that name something, in lower case and the singular."""
    found = (_singular(w) for w in _WORD.findall(words.lower()))
    return frozenset(w for w in found if w not in _EMPTY and len(w) > 2)


def main_noun(question: str) -> str:
    """The noun that a question is about: the last word before "of", "in", "on" …, in the singular."""
    head = _RELATION.split(f"{question.lower()} ")[0].split()
    word = head[-1].strip("“”\"'.,") if head else ""
    return _singular(word)


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")  # "yes" is not several "ye"
    return word[:-1] if plural else word


def _lines(
    annotated: Annotated,
    record: Record,
    gold: Sequence[Gold],
    answers: Sequence[Sequence[Position]],
    hits: set[str],
) -> list[str]:
    """Gold and ours of a report, a line each, for reading what went wrong."""
    text = annotated.report.text
    told = (
        (g.stance, g.holder.of(text), g.question, g.object.of(text) if g.object else "", g.sentence.of(text))
        for g in gold
    )
    ours = (
        (p.id in hits, (p.stance.value, p.holder, p.question, p.object or "", p.evidence.of(text)))
        for p in record.positions
    )
    return listed(annotated, zip(map(bool, answers), told, strict=True), ours)
