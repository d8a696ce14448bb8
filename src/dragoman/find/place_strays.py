"""Names that are small towns only somewhere of which a report says nothing else.

"The Oasis" in a report of Zambia is no town of California, nor are "the Nama" of Namibia one of the
Philippines: what is meant is no place that the gazetteer has. A large town may be named in any report, and so
may a small one that the world knows (Davos).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.codebook.places import PlaceEntry
from dragoman.find.place_choice import Asked, Chosen, is_near_any
from dragoman.find.place_names import Name
from dragoman.find.place_words import PlaceWords
from dragoman.record import Span

_SMALL = 25_000  # people
_DIVISIONS = frozenset({"region", "county"})


def strays(
    names: Iterable[Name], asked: Mapping[Span, Asked], chosen: Mapping[Span, Chosen], words: PlaceWords
) -> frozenset[Span]:
    """The names whose choice is such a town, though the report speaks of other countries."""
    held = {n.key: chosen[n.span].entry for n in names if n.span in chosen}
    return frozenset(
        n.span for n in names if n.span in chosen and _is_stray(n, asked[n.span], chosen[n.span], held, words)
    )


def _is_stray(
    name: Name, asked: Asked, choice: Chosen, held: Mapping[str, PlaceEntry], words: PlaceWords
) -> bool:
    entry = choice.entry
    if entry.kind != "city" or name.how == "adjective" or choice.by_name_beside:
        return False
    common = name.key in words.no_towns
    if common and entry.population < _SMALL and asked.designation is None:
        return True  # "in May"
    others = [e for key, e in held.items() if key != name.key]
    countries = {code for e in others for code in (e.countries or (e.country,)) if code}
    if not countries or entry.country in countries or name.key in words.renowned:
        return False
    if is_near_any(entry, others):
        return False
    return common or asked.designation in _DIVISIONS or entry.population < _SMALL
