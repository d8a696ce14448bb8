"""The actors of one report as they come in: each with the best name that the report gives it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.codebook.gazetteer import Entry
from dragoman.codebook.name_words import slug
from dragoman.record import Actor, ActorKind, Role
from dragoman.values import changed

# How good a name is as "the name as first written in full": the first of the best kind stays.
FULL, SHORT, COMMON = 3, 2, 1
KINDS = {kind.value: kind for kind in ActorKind}


@dataclass(slots=True)
class _Member:
    actor: Actor
    quality: int


class Cast:
    """Collects actors; asking twice for one id gives one actor."""

    def __init__(self, report_id: str) -> None:
        self.prefix = f"r:{report_id[:8]}"
        self._members: dict[str, _Member] = {}

    def scoped(self, name: str) -> str:
        """An id for an actor that only this report knows."""
        return f"{self.prefix}:{slug(name)}"

    def add(self, actor: Actor, quality: int) -> str:
        """Take an actor in, or better the name and fill the gaps of the one that is there."""
        held = self._members.get(actor.id)
        if held is None:
            self._members[actor.id] = _Member(actor, quality)
            return actor.id
        before = held.actor
        name = actor.name if quality > held.quality else before.name
        state, sector = before.state or actor.state, before.sector or actor.sector
        role = before.role or actor.role
        if (name, state, sector, role) != (before.name, before.state, before.sector, before.role):
            held.actor = changed(before, name=name, state=state, sector=sector, role=role)
        held.quality = max(held.quality, quality)
        return actor.id

    def entry(self, entry: Entry, sector: str | None, written: str, quality: int) -> str:
        """Take in an actor of the gazetteer; where it was only described, its own name stands."""
        name = written if quality > COMMON else entry.name
        held = self._members.get(entry.id)
        if held is not None and quality <= held.quality:
            before = held.actor
            if (before.state or not entry.state) and (before.sector or not sector):
                return entry.id  # as of what was named before: there is nothing to add
        actor = Actor(
            entry.id, KINDS[entry.kind], name, state=entry.state, sector=sector, wikidata=entry.wikidata
        )
        return self.add(actor, quality)

    def get(self, actor_id: str | None) -> Actor | None:
        """The actor with an id, or None."""
        held = self._members.get(actor_id or "")
        return held.actor if held else None

    def promote(self, actor_id: str, role: Role, state: str | None, sector: str | None) -> None:
        """Give a person the office that the report tells; what the report says wins over what was known."""
        held = self._members[actor_id]
        known = held.actor.role is not None and held.actor.role.of is not None and role.of is None
        held.actor = changed(
            held.actor,
            role=held.actor.role if known else role,
            state=state or held.actor.state,
            sector=sector if sector or state else held.actor.sector,
        )

    def leave(self, actor_id: str) -> None:
        """Take an actor out who turned out to be another."""
        self._members.pop(actor_id, None)

    def describe(self, actor_id: str, kind: ActorKind, sector: str) -> None:
        """Give an actor the kind and the sector that a description tells."""
        held = self._members[actor_id]
        held.actor = changed(held.actor, kind=kind, sector=sector)

    def settle(self, actor_id: str, state: str) -> None:
        """Give an actor without a state the state that the report is about."""
        held = self._members[actor_id]
        held.actor = changed(held.actor, state=state)

    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order in which the report brings them in."""
        return tuple(m.actor for m in self._members.values())
