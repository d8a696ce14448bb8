"""PLOVER's contexts with the words that signal them, from ``codebooks/contexts.yaml``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml


@dataclass(frozen=True, slots=True)
class Context:
    """One context: its name, what it covers, and the lemmas and phrases that signal it.

    ``phrases`` are found by their first words: where such a word does not stand, no phrase of it can.
    """

    name: str
    definition: str
    words: frozenset[str]
    phrases: dict[str, tuple[str, ...]]


def load_contexts(path: Path) -> tuple[Context, ...]:
    """The contexts of a codebook, in its order; none where the file is absent.

    Raises:
        CodebookError: naming file and line.
    """
    if not path.exists():
        return ()
    with Fields(load_yaml(path)) as f:
        return tuple(_context(item) for item in f.items("contexts"))


def _context(node: Node) -> Context:
    with Fields(node) as f:
        signals = tuple(t.lower() for key in ("lemmas", "phrases", "words") for t in f.texts(key))
        phrases: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in (t for t in signals if " " in t):
            phrases[phrase.split()[0]].append(phrase)
        return Context(
            name=f.need("name").text(),
            definition=f.need("definition").text().strip(),
            words=frozenset(t for t in signals if " " not in t),
            phrases={first: tuple(held) for first, held in phrases.items()},
        )
