"""Whom a lead described before the name came: "the country's largest rebel group … *the ELN*".

The first sentence says what somebody is and the next who it is. Only what there is one of is tied so: the
largest of a state's armed groups, and the chief of its army who comes back as "General Ada Obi".
"""

from __future__ import annotations

from dragoman.codebook.gazetteer import Entry
from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.name_words import slug
from dragoman.record import Actor, ActorKind
from dragoman.resolve.notebook import Notebook

_BACK = 3  # sentences from a description to the name
ARMED_GROUPS = frozenset({"REB", "PRM", "CRM", "UAF"})
_RANKED = ARMED_GROUPS - {"CRM"}  # nobody calls a gang the largest armed group of a state


def group_named(notes: Notebook, entry: Entry, sector: str | None) -> None:
    """Make one of an armed group and the "largest rebel group" of its state that was told of before."""
    if entry.kind != "group" or sector not in _RANKED or notes.scene.times[entry.id]:
        return
    readings = notes.gazetteer.readings
    found = [
        a
        for a in _described(notes)
        if a.kind is not ActorKind.PERSON
        and a.sector in _RANKED
        and a.state in (None, entry.state)
        and not readings.ranking_words.isdisjoint(slug(a.name).split("-"))
        and slug(a.name).split("-")[-1] in readings.ranked_nouns
    ]
    if len(found) == 1:
        notes.merge(found[0].id, entry.id)


def chief_named(notes: Notebook, actor: str, role: RoleNoun) -> None:
    """Make one of an officer named with his rank and the one chief of that army who was told of before."""
    member = notes.cast.get(actor)
    if member is None or not notes.gazetteer.readings.is_rank(role.name) or notes.scene.times[actor]:
        return
    found = [
        a
        for a in _described(notes)
        if a.kind is ActorKind.PERSON
        and a.role is not None
        and a.role.office in notes.gazetteer.readings.army_chief_offices
        and a.sector == "MIL"
        and member.state in (None, a.state)
    ]
    if len(found) == 1 and found[0].role is not None:
        if member.state is None:
            notes.cast.promote(actor, found[0].role, found[0].state, found[0].sector)
        notes.merge(found[0].id, actor)


def _described(notes: Notebook) -> list[Actor]:
    """The actors of the last sentences that have no name of their own."""
    near = [s.actor for s in notes.scene.seen if 0 < notes.view.index - s.sentence <= _BACK]
    own = (notes.cast.get(a) for a in dict.fromkeys(near) if a.startswith(notes.cast.prefix))
    return [a for a in own if a is not None and a.id not in notes.scene.persons]
