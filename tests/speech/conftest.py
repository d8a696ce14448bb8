"""A parser for invented reports, and actors named by the tests themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import pytest

from dragoman.coding.commissive_book import shipped_commissives
from dragoman.coding.parties import Parties, parties_in
from dragoman.coding.statements import Heard
from dragoman.find.quotation_cues import shipped_cues
from dragoman.find.quotation_repair import mended
from dragoman.language.parse import Sentence
from dragoman.record import Actor, ActorKind, How, Mention, Report, Span


@dataclass(frozen=True)
class Found:
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    pairs: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)


Parse = Callable[[Report], tuple[Sentence, ...]]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """Sentences of a report from the shipped model; tests that need it skip where it is not built."""
    from dragoman import language
    from dragoman.errors import ModelError

    try:
        core = language.load()
    except ModelError as error:
        pytest.skip(f"the shipped model is not here: {error}")
    cues = shipped_cues()
    known = cues.lemmas | shipped_commissives().lemmas

    def parsed(report: Report) -> tuple[Sentence, ...]:
        heads = tuple(s for s in (report.title_span, report.standfirst_span) if s is not None)
        return mended(core.parse(report.text, paragraphs(report)), heads, known, cues)

    return parsed


def paragraphs(report: Report) -> tuple[Span, ...]:
    heads = (report.title_span, report.standfirst_span)
    return (*(s for s in heads if s is not None), *report.body)


def report_of(text: str, *, title: str | None = None, published: str | None = "2031-05-06") -> Report:
    """A report whose paragraphs are parted by blank lines; a title stands before them."""
    whole = text if title is None else f"{title}\n\n{text}"
    spans, at = [], 0
    for part in whole.split("\n\n"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    head = spans.pop(0) if title is not None else None
    return Report("r1", whole, tuple(spans), title=title, title_span=head, published=published)


def actors_in(text: str, *named: tuple[str, str, tuple[str, ...], str]) -> Found:
    """Actors given as (id, name, forms, kind) with every mention of their forms; the longest form wins."""
    mentions: list[Mention] = []
    for actor, _, forms, _ in named:
        for form in forms:
            for m in re.finditer(rf"\b{re.escape(form)}\b", text):
                mentions.append(
                    Mention(actor, Span(m.start(), m.end()), m.group(), How.NAME, "named in the test")
                )
    kept = [
        m
        for m in mentions
        if not any(o is not m and o.span.covers(m.span) and o.span != m.span for o in mentions)
    ]
    kept.sort(key=lambda m: m.span)
    actors = tuple(
        Actor(a, ActorKind(kind), name, a if kind == "state" else None) for a, name, _, kind in named
    )
    return Found(tuple(kept), actors)


def cast_of(sentences: Iterable[Sentence], found: Found, heard: Heard) -> list[Parties]:
    """The parties of each sentence, as the pipeline hands them on."""
    return [parties_in(s, found.mentions, heard.speaker_of) for s in sentences]
