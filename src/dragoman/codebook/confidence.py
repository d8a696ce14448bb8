"""How sure an event is: the share of its kind that was right on annotated sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, load_yaml

_UNKNOWN = 0.6


@dataclass(frozen=True, slots=True)
class Confidence:
    """The measured share by type, and how far the parties found move it."""

    types: Mapping[str, float]
    both: float = 0.0
    actor: float = 0.0
    recipient: float = 0.0
    unreal: float = 0.0

    def of(self, event: str, *, actors: int, recipients: int, actual: bool) -> float:
        """The confidence in an event of a type with so many parties, between 0.05 and 0.98."""
        share = self.types.get(event, _UNKNOWN)
        if actors and (recipients or actors > 1):
            share += self.both
        else:
            share += self.actor if actors else self.recipient
            share += 0.0 if actual else self.unreal
        return round(min(0.98, max(0.05, share)), 2)


def load_confidence(path: Path) -> Confidence:
    """The figures of a codebook; where there is no file every type has the same.

    Raises:
        CodebookError: naming file and line.
    """
    if not path.exists():
        return Confidence({})
    with Fields(load_yaml(path)) as f, Fields(f.need("parties")) as parties:
        return Confidence(
            types={name: node.number() for name, node in f.need("types").mapping().items()},
            both=parties.need("both").number(),
            actor=parties.need("actor").number(),
            recipient=parties.need("recipient").number(),
            unreal=f.need("unreal").number(),
        )
