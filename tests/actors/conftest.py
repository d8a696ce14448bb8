"""The shipped gazetteer, the shipped model where it is built, and reports made of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.codebook.gazetteer import Gazetteer, load_gazetteer
from dragoman.find.actors import ActorsFound, find_actors
from dragoman.find.places import named_places
from dragoman.language.parse import Sentence, Word
from dragoman.record import Report, Span

Read = Callable[..., ActorsFound]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def read(gazetteer: Gazetteer) -> Read:
    """Actors of a text, parsed by the shipped model."""
    from dragoman import language
    from dragoman.errors import ModelError

    try:
        core = language.load()
    except ModelError as error:
        pytest.skip(f"the shipped model is not here: {error}")

    def run(text: str, published: str | None = "2022-03-03") -> ActorsFound:
        report = report_of(text, published)
        sentences = core.parse(text, report.body)
        return find_actors(report, sentences, gazetteer, named_places(report, sentences))

    return run


def report_of(text: str, published: str | None) -> Report:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Report("0123456789abcdef", text, tuple(spans), published=published)


def treeless(text: str) -> Sentence:
    """A sentence whose words have no tree, as where nothing was parsed."""
    return Sentence(Span(0, len(text)), ())


def word(i: int, text: str, start: int, upos: str, head: int, deprel: str) -> Word:
    return Word(i, text, Span(start, start + len(text)), upos, text.lower(), head, deprel)
