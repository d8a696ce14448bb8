"""An act as one sentence tells it, before time, place and attribution are added."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.codebook.events import Rule
from dragoman.codebook.operators import Operator
from dragoman.coding.parties import Party
from dragoman.record import Dropped, Status


@dataclass(frozen=True, slots=True)
class Act:
    """One act as told in one sentence, before time, place and attribution are added."""

    event: str
    mode: str | None
    trigger: int
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    rule: Rule | None
    operator: Operator | None
    cameo: str | None
    contexts: tuple[str, ...]
    negated: bool
    steps: tuple[str, ...]
    words: frozenset[int]
    top: int
    inner: int | None = None
    on_word_of: str | None = None
    told_by: int | None = None

    def with_step(self, step: str) -> Act:
        """The same act with one more reason."""
        return replace(self, steps=(*self.steps, step))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence reports, and what was looked at and not kept."""

    acts: tuple[Act, ...]
    dropped: tuple[Dropped, ...]
