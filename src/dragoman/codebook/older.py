"""Labels of older editions of the ontology: what they call an act that the manual now puts elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml

FOLDER = Path(__file__).parent.parent / "codebooks/older"


@dataclass(frozen=True, slots=True)
class Moved:
    """An act of one type that the older edition puts into another, with the CAMEO row that says so."""

    type: str
    to: str
    cameo: str
    mode: str | None
    status: frozenset[str]
    words: frozenset[str]
    without: frozenset[str]

    def fits(self, event: str, mode: str | None, status: str, lemmas: Collection[str]) -> bool:
        """Whether an act of this type, mode and status, told in these lemmas, is meant."""
        return (
            event == self.type
            and (self.mode is None or mode == self.mode)
            and (not self.status or status in self.status)
            and (not self.words or bool(self.words.intersection(lemmas)))
            and not self.without.intersection(lemmas)
        )


@dataclass(frozen=True, slots=True)
class Edition:
    """An older edition of the ontology."""

    name: str
    moved: tuple[Moved, ...]

    def label(self, event: str, mode: str | None, status: str, lemmas: Collection[str]) -> str:
        """The edition's type for an act."""
        fit = next((m for m in self.moved if m.fits(event, mode, status, lemmas)), None)
        return event if fit is None else fit.to


@lru_cache(maxsize=4)
def load_edition(path: Path = FOLDER / "plover-2021.yaml") -> Edition:
    """An edition from its file.

    Raises:
        CodebookError: naming file and line.
    """
    with Fields(load_yaml(path)) as f:
        return Edition(f.need("from").text(), tuple(_moved(n) for n in f.need("moved").items()))


def _moved(node: Node) -> Moved:
    with Fields(node) as f:
        mode = f.get("mode")
        return Moved(
            type=f.need("type").text(),
            to=f.need("to").text(),
            cameo=f.need("cameo").text(),
            mode=mode.text() if mode is not None else None,
            status=frozenset(f.texts("status")),
            words=frozenset(f.texts("words")),
            without=frozenset(f.texts("without")),
        )
