"""An act as one sentence tells it, before time, place and attribution are added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from operator import attrgetter

from dragoman.codebook.events import Rule
from dragoman.codebook.operators import Operator
from dragoman.coding.parties import Party
from dragoman.record import Dropped, Span, Status
from dragoman.values import value

OTHERWISE = "without "
"""How the step begins that says what would have been coded had what decided not been there."""

TOOK_PLACE = "of what would have kept it from being done: it took place"
"""How the step ends by which an act took place that somebody failed to stop, who has not done it."""

LIKENESS = "by likeness to its"
"""In the reason of an act that a taught type's examples found."""


@value
class Act:
    """One act as told in one sentence, before time, place and attribution are added.

    ``share`` is how sure it is (0–1); ``learned`` says that only the network's head found it; ``done_by`` and
    ``aimed_at`` are the words for parties that are no known actor: a crowd, a plan, a ruling.
    """

    event: str
    mode: str | None
    trigger: int
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    words: frozenset[int]
    top: int
    rule: Rule | None = None
    operator: Operator | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    negated: bool = False
    steps: tuple[str, ...] = ()
    inner: int | None = None
    on_word_of: str | None = None
    told_by: int | None = None
    share: float = 0.0
    learned: bool = False
    done_by: tuple[Span, ...] = ()
    aimed_at: tuple[Span, ...] = ()

    @property
    def source(self) -> str:
        """The rule or operator of the codebook that found it; empty where only the head did."""
        if self.rule is not None and self.rule.event == self.event:
            return self.rule.name
        return f"{self.event}/{self.operator.id}" if self.operator is not None else ""

    @property
    def reciprocal(self) -> bool:
        """Whether a rule told it, as it stands, that puts both sides among its actors."""
        return self.operator is None and self.rule is not None and self.rule.reciprocal

    @property
    def charge(self) -> bool:
        """Whether it denies a charge, so that whoever the charge names has no part in it."""
        return (
            self.operator.charge if self.operator is not None else self.rule is not None and self.rule.charge
        )

    def with_step(self, step: str) -> Act:
        """The same act with one more reason."""
        return self.but(steps=(*self.steps, step))

    def but(self, **changes: object) -> Act:
        """The same act with some fields changed: what `dataclasses.replace` does, in a third of its time.

        Every act that is kept goes through several changes, and it has many fields.
        """
        values = list(_values(self))
        for name, new in changes.items():
            values[_PLACES[name]] = new
        return Act(*values)


_values = attrgetter(*(f.name for f in fields(Act)))
_PLACES = {f.name: place for place, f in enumerate(fields(Act))}


@value
class Reading:
    """What a sentence reports, what was looked at and not kept, and what its words only seem to tell.

    ``barred`` are words with the type that nobody is to find there, each with the reason.
    """

    acts: tuple[Act, ...]
    dropped: tuple[Dropped, ...]
    barred: Mapping[tuple[int, str], str] = field(default_factory=dict)
