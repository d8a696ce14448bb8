"""Sentences without a model: words in a row, all hanging on the first verb-like word or on the first word."""

import re

from dragoman.language.parse import Sentence, Word
from dragoman.record import Report, Span

WORD = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")


def flat(text: str) -> Sentence:
    """A sentence whose tree says nothing: every word hangs on the first."""
    words = tuple(
        Word(
            i,
            m.group(),
            Span(*m.span()),
            "X",
            m.group().lower(),
            -1 if i == 0 else 0,
            "root" if i == 0 else "dep",
        )
        for i, m in enumerate(WORD.finditer(text))
    )
    return Sentence(Span(0, len(text)), words)


def report(text: str, published: str | None = "2023-11-21", **more: object) -> Report:
    """A report of one paragraph."""
    return Report("test", text, (Span(0, len(text)),), published=published, **more)
