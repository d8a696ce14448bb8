"""The scene of a stand: one sentence with its parties, the codebook, and who is who in the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from dragoman.coding.parties import Parties
from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_paths import Paths
from dragoman.coding.stance_surety import Judge
from dragoman.language.parse import Sentence
from dragoman.record import Actor, Dropped, Report
from dragoman.values import value


@value
class Scene:
    """A sentence as stands are read in it; ``parts`` say how many the counted among the actors are.

    The ``judge``, if there is one, says how sure a stand is; ``left_out`` takes what is not kept, and why.
    """

    parties: Parties
    report: Report
    book: StanceBook
    actors: Mapping[str, Actor]
    parts: Mapping[str, str]
    judge: Judge | None = None
    left_out: list[Dropped] = field(default_factory=list, compare=False, hash=False)

    @property
    def s(self) -> Sentence:
        """The sentence."""
        return self.parties.sentence

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.report.text

    @property
    def paths(self) -> Paths:
        """The ways from topics to stands."""
        return Paths(self.parties.sentence, self.book)

    @property
    def is_title(self) -> bool:
        """Whether the sentence stands over the story."""
        heads = (self.report.title_span, self.report.standfirst_span)
        return any(span is not None and span.covers(self.s.span) for span in heads)

    def actor(self, i: int) -> Actor | None:
        """The known actor at a word."""
        party = self.parties.at(i)
        return self.actors.get(party.actor) if party else None

    def side(self, actor: str) -> str:
        """The state that an actor belongs to, else the actor itself."""
        known = self.actors.get(actor)
        return (known.state if known else None) or actor
