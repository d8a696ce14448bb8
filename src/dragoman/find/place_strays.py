"""Names that are small towns only somewhere of which a report says nothing else.

"The Oasis" in a report of Zambia is no town of California, nor are "the Nama" of Namibia one of the
Philippines: what is meant is no place that the gazetteer has. A large town may be named in any report, and so
may a small one that the world knows (Davos).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.codebook.places import PlaceEntry
from dragoman.find.place_choice import Asked, Chosen, is_near_any
from dragoman.find.place_names import Name
from dragoman.find.place_words import PlaceWords
from dragoman.record import Span

_SMALL = 25_000  # people
_DIVISIONS = frozenset({"region", "county"})


def strays(
    names: Sequence[Name], asked: Mapping[Span, Asked], chosen: Mapping[Span, Chosen], words: PlaceWords
) -> frozenset[Span]:
    """The names whose choice is such a town, though the report speaks of other countries."""
    small = [n for n in names if n.span in chosen and _may_stray(n, asked[n.span], chosen[n.span], words)]
    if not small:
        return frozenset()
    held = {n.key: chosen[n.span].entry for n in names if n.span in chosen}
    return frozenset(n.span for n in small if _is_stray(n, asked[n.span], chosen[n.span], held, words))


def _may_stray(name: Name, asked: Asked, choice: Chosen, words: PlaceWords) -> bool:
    """Whether a name has been taken for a town that few know, or that hardly is one."""
    entry = choice.entry
    if entry.kind != "city" or name.how == "adjective" or choice.by_name_beside:
        return False
    unlike = asked.designation in _DIVISIONS or name.key in words.no_towns
    return (unlike or entry.population < _SMALL) and name.key not in words.renowned


def _is_stray(
    name: Name, asked: Asked, choice: Chosen, held: Mapping[str, PlaceEntry], words: PlaceWords
) -> bool:
    entry = choice.entry
    if name.key in words.no_towns and entry.population < _SMALL and asked.designation is None:
        return True  # "in May"
    others = [e for key, e in held.items() if key != name.key]
    countries = {code for e in others for code in (e.countries or (e.country,)) if code}
    if not countries or entry.country in countries:
        return False
    return not is_near_any(entry, others)
