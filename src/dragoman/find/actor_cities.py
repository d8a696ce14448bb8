"""Cities and regions that no actor file names: they tell in which state a court or a crowd is."""

from __future__ import annotations

from collections.abc import Callable

CountryOf = Callable[[str], str | None]


def nowhere(name: str) -> str | None:
    """Knows no place: for readers without the gazetteer of places."""
    return None


def shipped_countries() -> CountryOf:
    """A look-up from a place name to the country of its largest bearer; None for names it lacks."""
    from dragoman.find.places import shipped_gazetteer

    gazetteer = shipped_gazetteer()

    def country_of(name: str) -> str | None:
        named = [p for p in gazetteer.named(name) if p.country is not None and p.kind != "county"]
        return max(named, key=lambda p: (p.primary, p.population)).country if named else None

    return country_of
