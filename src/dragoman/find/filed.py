"""The state from which a report was filed, by the town that its dateline names."""

from __future__ import annotations

import re

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.find.actor_cities import CountryOf
from dragoman.record import Report
from dragoman.text.written_dates import month_number

_END = re.compile(r"\s*(?:[(\d—–]|\s-|--|-\s*$|:\s*$)")
_SHORTEST = 3  # letters of a town's name
_OF_STATES = ("name", "capital")


def filed_in(report: Report, gazetteer: Gazetteer, country_of: CountryOf) -> str | None:
    """The ISO code of the state of the dateline's town; None without one, or with towns of two states."""
    told = town_of(report)
    if not told:
        return None
    states = {_state(name.strip(" ,"), gazetteer, country_of) for name in told.split("/")}
    return states.pop() if len(states) == 1 else None


def town_of(report: Report) -> str:
    """The town that a dateline names, with what stands behind it ("GOMA, Zaire"); empty without one."""
    return _END.split(report.dateline.of(report.text), maxsplit=1)[0] if report.dateline else ""


def _state(place: str, gazetteer: Gazetteer, country_of: CountryOf) -> str | None:
    """The state of "GOMA, Zaire" or of "QUITO", by the last of its names that is known."""
    for name in reversed([part.strip() for part in place.split(",")]):
        if len(name) < _SHORTEST or month_number(name.rstrip(".")):
            continue
        for term in gazetteer.terms.get(name.lower(), ()):
            entry = gazetteer.entries.get(term.ref) if term.what == "entry" else None
            if entry is not None and entry.kind == "state" and term.form.startswith(_OF_STATES):
                return entry.state
        if (state := country_of(name.title() if name.isupper() else name)) is not None:
            return state
    return None
