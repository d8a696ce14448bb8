"""What a report told of: one thing or person, the words by which it was told, and how well others fit it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.codebook.name_words import slug
from dragoman.codebook.recurring import RecurringNouns
from dragoman.record import Actor, ActorKind
from dragoman.resolve.noun_phrases import NounPhrase

_NEAR, _FAR = 3, 40  # sentences back to which "the place" and "the bridge" reach


@dataclass(slots=True, eq=False)
class ToldOf:
    """One thing told of: its actor, its sort and kind of place, its nouns, and where it was told of last.

    ``placed`` is where something was last said to be in it: the sentence, 1 for a town or 0, the word.
    """

    actor: Actor
    sort: str
    kind: str | None = None
    owner: str | None = None
    nouns: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    sentence: int = 0
    times: int = 0
    subject: bool = False
    placed: tuple[int, int, int] = (-1, 0, -1)

    @classmethod
    def of_actor(cls, actor: Actor) -> ToldOf:
        """An actor of the report's events, of which a state and a territory are places as well."""
        if actor.kind is ActorKind.PERSON:
            return cls(actor, "person", nouns=name_words(actor.name))
        kind = "country" if actor.kind is ActorKind.STATE else None
        kind = "region" if actor.id.startswith("territory:") else kind
        return cls(actor, "place" if kind else "body", kind, nouns=name_words(actor.name))

    def described_by(self, phrase: NounPhrase) -> bool:
        """Whether a noun may say what this is: a city is a capital, and nobody is a company."""
        return phrase.sort == self.sort or (self.sort == "body" and phrase.sort == "person")

    def score(self, phrase: NounPhrase, sentence: int, nouns: RecurringNouns) -> float | None:
        """How well this fits a phrase that comes later; None where the phrase means something else."""
        distance = sentence - self.sentence
        if phrase.sort != self.sort or distance > _FAR or not self._may_be(phrase):
            return None
        named = phrase.noun in self.nouns
        if not named and not self._called_by_kind(phrase, distance, nouns):
            return None
        return 2.0 * named + 0.2 * min(self.times, 10) - 0.25 * min(distance, 10) + 0.5 * self.subject

    def _may_be(self, phrase: NounPhrase) -> bool:
        """Whether owner, number and modifiers allow that a phrase means this."""
        if phrase.owner != self.owner and (phrase.owner is not None or not phrase.definite):
            return False
        if phrase.plural != (self.actor.kind is ActorKind.GROUP) and phrase.sort != "place":
            return False
        if phrase.marks and self.marks:
            return bool(phrase.marks & self.marks)
        return not phrase.marks or self.kind is not None

    def _called_by_kind(self, phrase: NounPhrase, distance: int, nouns: RecurringNouns) -> bool:
        """Whether a place of the gazetteer may be called so: "the city" for Portland."""
        if phrase.plural or self.kind is None or phrase.owner is not None:
            return False
        if phrase.noun in nouns.anywhere:
            return distance <= _NEAR
        return self.kind != "area" and self.kind in nouns.kinds.get(phrase.noun, frozenset())


@lru_cache(maxsize=1 << 12)
def name_words(name: str) -> frozenset[str]:
    """The words of a name in small letters: "Crater Lake" is a lake."""
    return frozenset(slug(name).split("-"))
