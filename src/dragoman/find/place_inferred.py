"""Where a place lies that the gazetteer lacks, by the names beside it.

"In Gulshan, Dhaka" is in that city, and "a mill in Horana in Kalutara district" in that district: their
points are good enough for it. "Ngwesi, a town 70 km from Kitale" is taken to be in the country of Kitale,
without a point, and "in Smallhill", in a report that speaks of little but Britain, in Britain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from dragoman.codebook.places import PlaceEntry
from dragoman.find.place_choice import Chosen
from dragoman.find.place_names import Name
from dragoman.find.place_shapes import place_shapes
from dragoman.find.place_words import PlaceMention
from dragoman.record import Place, Span
from dragoman.values import changed

_COMMA, _IN = re.compile(r",\s+"), re.compile(r",?\s+in\s+(?:the\s+)?(?:\w+\s+of\s+)?")
_PLACED = re.compile(r"\b(?:in|at|near|from|to|outside|of)\s+(?:the\s+)?$")
_GOES_ON = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)[A-Z]")
_LEAD = 20  # characters in which such a preposition has room
# How much of what a report names, and how many names, make it a report of one country.
_MOST, _FEWEST = 0.75, 2
_AROUND = frozenset({"city", "capital", "county"})


def with_inferred(
    text: str, names: Sequence[Name], mentions: Sequence[PlaceMention], chosen: Mapping[Span, Chosen]
) -> list[PlaceMention]:
    """The mentions, those of which only the name is known where a name beside them says.

    ``names`` are in the order of the text.
    """
    bare = {m.span for m in mentions if m.kind is None and m.place.country is None and m.how == "name"}
    if not bare:
        return list(mentions)
    found: dict[Span, Place] = {}
    reasons: dict[Span, str] = {}
    for name, after in pairwise(names):
        if name.span not in bare or after.span not in chosen or after.how != "name":
            continue
        entry, written = chosen[after.span].entry, name.span.of(text)
        place = _inside(text, name, after, entry, written) or _near(text, name, after, entry, written)
        if place is not None:
            found[name.span] = place
            reasons[name.span] = f"not in the gazetteer; told to be in or near {after.span.of(text)}"
    home = _country_of(names, chosen)
    for mention in mentions if home is not None else ():
        lead = text[max(mention.span.start - _LEAD, 0) : mention.span.start]
        owned = text.startswith(("'s", "’s"), mention.span.end)
        if (
            mention.span in bare - found.keys()
            and not owned
            and place_shapes().placed.search(lead) is not None
        ):
            found[mention.span] = Place(mention.text, home, span=mention.span, precision="region")
            reasons[mention.span] = f"not in the gazetteer; the report speaks mostly of {home}"
    return [
        changed(m, place=found[m.span], reason=reasons[m.span]) if m.span in found else m for m in mentions
    ]


def _country_of(names: Sequence[Name], chosen: Mapping[Span, Chosen]) -> str | None:
    """The one country in which most of what a report names lies."""
    held = {n.key: chosen[n.span].entry.country for n in names if n.span in chosen}
    counted = Counter(country for country in held.values() if country)
    country, often = next(iter(counted.most_common(1)), (None, 0))
    return country if often >= max(_FEWEST, _MOST * counted.total()) else None


def _inside(text: str, name: Name, after: Name, entry: PlaceEntry, written: str) -> Place | None:
    """A quarter of the town, or a village of the county or area, that is named after a comma or "in"."""
    gap = text[name.span.end : after.span.start]
    told = _IN.fullmatch(gap) or (_COMMA.fullmatch(gap) and _is_pair(text, name, after))
    if not told or after.acts or entry.country is None:
        return None
    if entry.kind in _AROUND and entry.lat is not None:
        precision = "region" if entry.kind == "county" else "city"
        return Place(written, entry.country, entry.lat, entry.lon, None, name.span, precision)
    if entry.kind in ("area", "region", "country"):
        return Place(written, entry.country, span=name.span, precision="region")
    return None


def _is_pair(text: str, name: Name, after: Name) -> bool:
    """Whether two names about a comma are a place and what it is in, and no members of a list."""
    lead = text[max(name.span.start - _LEAD, 0) : name.span.start]
    return _PLACED.search(lead) is not None and _GOES_ON.match(text, after.span.end) is None


def _near(text: str, name: Name, after: Name, entry: PlaceEntry, written: str) -> Place | None:
    """What is told by the way to a town: "Ngwesi, a town 70 km from Kitale"."""
    if entry.kind not in _AROUND or entry.country is None:
        return None
    if place_shapes().away.fullmatch(text[name.span.end : after.span.start]) is None:
        return None
    return Place(written, entry.country, span=name.span, precision="region")
