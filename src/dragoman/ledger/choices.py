"""Filters that take one of a few values: one that nothing can have is refused, and the right ones are named.

An empty answer to a misspelt filter reads like a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum

from dragoman.errors import BadInput

NAMED = 12
"""Countries of the ledger that a refusal names; of types and modes it names all."""


def folded(given: str | Sequence[str] | None, fold: Callable[[str], str]) -> list[str] | None:
    """What was given as a list in one spelling; None where nothing was."""
    if not given:
        return None
    return [fold(given)] if isinstance(given, str) else [fold(one) for one in given]


def checked(kind: str, given: list[str] | None, *valid: Callable[[], Collection[str]]) -> list[str] | None:
    """The values given, each of which one of the collections holds; the later ones are asked only at need.

    Raises:
        BadInput: none of them holds a value; the remedy lists all that they hold, the closest first.
    """
    for value in given or ():
        if not any(value in held() for held in valid):
            known = {one for held in valid for one in held()}
            remedy = f"Choose one of {', '.join(closest(value, known))}"
            raise BadInput(f"there is no {kind} {value!r}", remedy=remedy)
    return given


def one_of(kind: str, given: str | None, valid: type[StrEnum]) -> str | None:
    """The one value given, if it is one of an enumeration's; raises as `checked` does."""
    found = checked(kind, folded(given, str.lower), lambda: [str(one) for one in valid])
    return found[0] if found else None


def closest(wanted: str, known: Iterable[str]) -> list[str]:
    """What is known, in the order of likeness to what was wanted."""
    return sorted(known, key=lambda one: (-SequenceMatcher(None, wanted, one).ratio(), one))


def shipped_types() -> list[str]:
    """The event types of the shipped codebook, by name."""
    from dragoman.codebook import load_codebook

    return list(load_codebook().types)


def shipped_modes(types: Collection[str] | None = None) -> list[str]:
    """The modes of the shipped codebook, of some types or of all."""
    from dragoman.codebook import load_codebook

    return [m for t in load_codebook().types.values() if not types or t.event in types for m in t.modes]


def country_code(asked: str, held: Collection[str]) -> str:
    """The code of a country that was asked for by code or by name; ``held`` are those of a ledger's places.

    Raises:
        BadInput: no country is called so; the remedy names those called nearly so, else some of the ledger's.
    """
    if (code := asked.strip().upper()) in held:
        return code
    if known := state_code(asked):
        return known
    from dragoman.codebook.gazetteer import load_gazetteer

    countries = {e.id: e for e in load_gazetteer().entries.values() if e.kind == "state"}
    names = {e.name.casefold(): e for e in countries.values()}
    near = [f"{names[n].name} ({names[n].id})" for n in get_close_matches(asked.casefold(), names, n=3)]
    there = [f"{countries[c].name} ({c})" if c in countries else c for c in sorted(held)]
    more = ", and others" if len(there) > NAMED else ""
    remedy = "Give its code or its English name"
    if near or there:
        listed = f"This ledger has places in {', '.join(there[:NAMED])}{more}"
        remedy = f"Did you mean {' or '.join(near)}?" if near else listed
    raise BadInput(f"there is no country {asked!r}", remedy=remedy)


def state_code(asked: str) -> str | None:
    """The id of the state that has this code or this English name, whether or not a ledger knows it."""
    from dragoman.codebook.gazetteer import load_gazetteer
    from dragoman.codebook.name_words import key_of

    gazetteer, code = load_gazetteer(), asked.strip().upper()
    countries = {e.id: e for e in gazetteer.entries.values() if e.kind == "state"}
    by_code = {other: e.id for e in countries.values() for other in (e.id, e.code("iso2")) if other}
    if code in by_code:
        return by_code[code]
    named = (t.ref for t in gazetteer.terms.get(key_of(asked)[0], ()) if t.form in ("name", "acronym"))
    return next((ident for ident in named if ident in countries), None)


def state_name(code: str) -> str | None:
    """What a state is called that no report names, only those who act for it."""
    from dragoman.codebook.gazetteer import load_gazetteer

    entry = load_gazetteer().entries.get(code)
    return entry.name if entry is not None else None
