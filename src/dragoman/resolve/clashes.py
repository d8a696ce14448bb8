"""Where two fight or deal with each other, so that "both sides" are they and no states named in between."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.readings import Readings
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of
from dragoman.record import Actor, ActorKind
from dragoman.resolve.cast import Cast
from dragoman.resolve.scene import Scene, Seen

_CASES = frozenset({"with", "against", "from", "by", "between"})
_ARMED = frozenset({"REB", "MIL", "PRM", "UAF"})
_OF_STATES = frozenset({"MIL", "GOV", "COP"})
_ARMS = frozenset({ActorKind.STATE, ActorKind.FORCE, ActorKind.BODY, ActorKind.ORGANISATION})


def clash(words: Sequence[Word], word: Word, readings: Readings) -> int:
    """The word by which one fights or deals with another: "fought", "truce"; -1 if none tells."""
    while word.deprel == "conj" and words[word.head].upos in ("NOUN", "PROPN"):
        word = words[word.head]
    if not 0 <= word.head < len(words):
        return -1
    above, nominal = words[word.head], word.deprel.startswith("nmod")
    if above.lemma.lower() not in (readings.clash_nouns if nominal else readings.clash_verbs):
        return -1
    kind = word.deprel.split(":")[0]
    fits = kind in ("nsubj", "obj") or (
        kind in ("obl", "nmod") and not _CASES.isdisjoint(cases_of(words, word.i))
    )
    return above.i if fits else -1


def opponents(scene: Scene, cast: Cast, after: int = -1) -> tuple[str, ...]:
    """All who fought or dealt with each other last, ``after`` a sentence; empty if nobody did."""
    told: dict[tuple[int, int], dict[str, None]] = {}
    for seen in scene.since(after + 1):
        if seen.clash >= 0 and (party := _party(seen, cast)) is not None:
            told.setdefault((seen.sentence, seen.clash), {})[party] = None
    return next((tuple(told[at]) for at in sorted(told, reverse=True) if len(told[at]) > 1), ())


def _party(seen: Seen, cast: Cast) -> str | None:
    """The state whose army or government takes part, or the armed group itself."""
    member = cast.get(seen.actor)
    if member is None or seen.place:
        return None
    part = seen.actor.removeprefix(f"{seen.country}.").split(".")[0]
    if seen.country is not None and (part in _OF_STATES or _speaks_for_state(member)):
        return seen.country
    return seen.actor if member.sector in _ARMED or member.kind in _ARMS else None


def _speaks_for_state(member: Actor) -> bool:
    """Whether one who meets another does so for a government."""
    return member.kind is ActorKind.PERSON and member.sector == "GOV"
