from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.pipeline import Reader
from dragoman.record import Record, Report, Span
from dragoman.settings import Settings

Read = Callable[[str], Record]
Stand = tuple[str, str, str]


def held(record: Record) -> set[Stand]:
    """Who stands how on what, by name."""
    names = {a.id: a.name for a in record.actors}
    return {(names[p.holder], p.stance.value, p.question) for p in record.positions}


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load(Settings())


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """The record of one paragraph, as printed on 14 May 2024, a Tuesday."""

    def one(text: str) -> Record:
        return reader.read(
            Report(id="a" * 16, text=text, body=(Span(0, len(text)),), published="2024-05-14", language="en")
        )

    return one
