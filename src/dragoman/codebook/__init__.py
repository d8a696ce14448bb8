"""The codebook: YAML that a political scientist can read and change, checked on load."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from dragoman.codebook.confidence import Confidence, load_confidence
from dragoman.codebook.contexts import Context, load_contexts
from dragoman.codebook.events import EventType, Mode, load_events, load_words
from dragoman.codebook.operators import Operators, load_operators
from dragoman.codebook.yamlfile import load_yaml, yaml_files

SHIPPED = Path(__file__).parent.parent / "codebooks"


@dataclass(frozen=True)
class Codebook:
    """The event types, operators and contexts that the coder interprets, and where they came from."""

    folder: Path
    types: dict[str, EventType]
    operators: Operators
    contexts: tuple[Context, ...]
    goldstein: dict[str, float]
    confidence: Confidence

    @cached_property
    def version(self) -> str:
        """A digest of the event codebook's files: it changes when any rule changes."""
        digest = sha256()
        for path in sorted([*yaml_files(self.folder / "events"), *self.folder.glob("*.yaml")]):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()[:12]

    def goldstein_of(self, cameo: str, mode: Mode | None, kind: EventType) -> float:
        """The Goldstein value of a CAMEO code: its own, its parents', the mode's, or the type's."""
        for length in range(len(cameo), 1, -1):
            if cameo[:length] in self.goldstein:
                return self.goldstein[cameo[:length]]
        return mode.goldstein if mode and mode.goldstein is not None else kind.goldstein


def load_codebook(folder: Path = SHIPPED) -> Codebook:
    """The codebook in a folder (by default the shipped one).

    Raises:
        CodebookError: naming the file, the line and the remedy.
    """
    words = load_words(folder / "words.yaml")
    scale = folder / "goldstein.yaml"
    return Codebook(
        folder=folder,
        types=load_events(folder / "events", words),
        operators=load_operators(folder / "operators.yaml"),
        contexts=load_contexts(folder / "contexts.yaml"),
        confidence=load_confidence(folder / "confidence.yaml"),
        goldstein={k: v.number() for k, v in load_yaml(scale).mapping().items()} if scale.exists() else {},
    )
