"""To whom a role belongs: the state, sector and id that an owner lends to what it owns."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.codebook.gazetteer import Gazetteer, Role
from dragoman.codebook.readings import Readings
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.values import value

# What a state's own are where it rules by others: its officers are soldiers, and its groups may be anybody's.
_OF_STATES: dict[str, str | None] = {
    "officer": "MIL",
    "officers": "MIL",
    "chief of staff": "MIL",
    "group": None,
}
_PRESIDING = frozenset({"president", "vice president"})
_BODIES = frozenset({"body", "organisation", "group", "part"})


@value
class Belonging:
    """An owner resolved: its actor id, the state and sector that it lends, its kind, and how it is told."""

    id: str
    state: str | None
    sector: str | None
    kind: str
    how: str
    ethnic: bool = False


def belonging(
    owner: Owner | None, gazetteer: Gazetteer, date: str | None, other: Callable[[Owner], Belonging | None]
) -> Belonging | None:
    """The owner of a phrase; ``other`` resolves owners that are persons, pronouns or phrases."""
    if owner is None:
        return None
    if owner.entry is None:
        return other(owner)
    entry = gazetteer.entries[owner.entry]
    form, _, lent = owner.form.partition(":")
    sector = lent if form == "metonym" and lent else gazetteer.sector_of(entry, date)
    return Belonging(entry.id, entry.state, sector, entry.kind, owner.how)


def sector_of(phrase: Phrase, role: Role, owner: Belonging | None, gazetteer: Gazetteer) -> str | None:
    """The PLOVER sector of a role with its modifiers and its owner.

    A neutral role ("spokesman") takes the sector of the role noun before it, of the owner, or, for a state's,
    GOV. Words like "former", "opposition", "rebel" shift it (codebooks/roles/neutral.yaml).
    """
    base = role.sector
    if role.neutral:
        base = phrase.of_role.sector if phrase.of_role else None
    shifted = _shifted(phrase, base, gazetteer)
    if shifted is not None:
        return shifted
    if role.neutral and base is None and owner is not None:
        rules = owner.kind == "state" or (owner.sector is None and owner.id.startswith("territory:"))
        base = (owner.sector or _OF_STATES.get(role.name, "GOV")) if rules else owner.sector
        return _shifted(phrase, base, gazetteer) or base
    if role.name in _PRESIDING and owner is not None and owner.kind in _BODIES and owner.sector is not None:
        return owner.sector  # "the Senate's president", "the president of the court"
    if base == "GOV" and role.kind in ("person", "group") and owner is not None and owner.state != "EU":
        intergovernmental = owner.kind == "organisation" and owner.state == owner.id
        return owner.sector if intergovernmental or owner.state == "UN" else base
    return base


def is_top_office(office: str | None, readings: Readings) -> bool:
    """Whether "leader" may mean an office: of a state, or of one of its bodies, regions or organisations."""
    return office in readings.state_offices or office in readings.body_offices


def _shifted(phrase: Phrase, base: str | None, gazetteer: Gazetteer) -> str | None:
    for shift in reversed(phrase.shifts):
        sector, of = gazetteer.modifiers[shift]
        if not of or (base or "none") in of:
            return sector
    return None
