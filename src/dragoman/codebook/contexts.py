"""PLOVER's contexts with the words that signal them, from ``codebooks/contexts.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml


@dataclass(frozen=True, slots=True)
class Context:
    """One context: its name, what it covers, and the lemmas and phrases that signal it.

    ``openings`` are the first words of the phrases: where none of them stands, no phrase can.
    """

    name: str
    definition: str
    words: frozenset[str]
    phrases: tuple[str, ...]
    openings: frozenset[str]


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
        return Context(
            name=f.need("name").text(),
            definition=f.need("definition").text().strip(),
            words=frozenset(t for t in signals if " " not in t),
            phrases=tuple(t for t in signals if " " in t),
            openings=frozenset(t.split()[0] for t in signals if " " in t),
        )
