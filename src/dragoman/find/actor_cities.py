"""Cities and regions that no actor file names: they tell in which state a court or a crowd is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from dragoman.codebook.gazetteer import Term
from dragoman.codebook.place_keys import fold
from dragoman.find.place_words import PlaceMention
from dragoman.record import Span


class Capitals:
    """The names of a state's capitals, looked for among all terms when a report speaks of one unnamed."""

    def __init__(self, terms: Mapping[str, Sequence[Term]]) -> None:
        self._terms = terms
        self._found: dict[str, tuple[str, ...]] = {}

    def __call__(self, state: str) -> tuple[str, ...]:
        """The names in lower case."""
        if state not in self._found:
            self._found[state] = tuple(
                name
                for name, terms in self._terms.items()
                if any(t.ref == state and t.form.startswith("capital") for t in terms)
            )
        return self._found[state]


class CountryOf(Protocol):
    """Tells the country of a place name, given where it stands in the report if that is known."""

    def __call__(self, name: str, at: Span | None = None) -> str | None:
        """The alpha-3 code, or None where no place of that name is known."""


def nowhere(name: str, at: Span | None = None) -> str | None:
    """Knows no place: for readers without the gazetteer of places."""
    return None


def shipped_countries() -> CountryOf:
    """A look-up from a place name to the country of its largest bearer; None for names it lacks."""
    from dragoman.find.places import shipped_gazetteer

    gazetteer = shipped_gazetteer()

    def country_of(name: str, at: Span | None = None) -> str | None:
        named = [p for p in gazetteer.named(name) if p.country is not None and p.kind != "county"]
        return max(named, key=lambda p: (p.primary, p.population)).country if named else None

    return country_of


def countries_in(places: Iterable[PlaceMention]) -> CountryOf:
    """A look-up by the places chosen for the names of a report, so that actors and events agree on them.

    A name that the report has elsewhere only is of the country that it is of there, and any other of that
    of its largest bearer.
    """
    told = {m.span.start: m for m in places if m.how != "adjective" and m.place.country}
    by_name = {fold(m.text): m.place.country for m in reversed(list(told.values()))}
    largest = shipped_countries()

    def country_of(name: str, at: Span | None = None) -> str | None:
        here = told.get(at.start) if at is not None else None
        if here is not None and (here.span == at or fold(here.text) == fold(name)):
            return here.place.country
        return by_name.get(fold(name)) or largest(name)

    return country_of
