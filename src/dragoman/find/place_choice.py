"""Which of the places of one name is meant: by size, by the rest of the report, by what stands beside it.

Every choice keeps its reason and the runner-up. The weights are in tens of people's powers: 1 outweighs a
town ten times as large.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from dragoman.codebook.place_keys import fold
from dragoman.codebook.places import PlaceEntry
from dragoman.values import value

_KIND_BONUS = {"country": 4.0, "capital": 1.0, "city": 0.0, "region": 0.6, "county": -0.5, "area": 1.0}
_BY_THE_WAY = -2.0  # known by that name only as another name
_SUBURBS = {"AUS": -0.4, "NZL": -0.4}  # GeoNames has the suburbs of their cities as towns of their own
_NAMED_COUNTRY = 2.4  # the report names the country itself
_SAME_COUNTRY = 1.6
_NAMED_REGION = 2.0  # the report names the division itself
_SAME_REGION = 1.0
_MORE_OF_REGION = 0.3  # for each further town of the division
_HOLDS_TOWNS = 3.0
_HAS_SEAT = -2.5  # a division named like its own town: the press means the town
_OUTWEIGHING = 100  # so many times the people of a village: the division of its name is meant
_HAS_NAMESAKE = -1.5  # a division named like its country's capital
_DWARFED, _DWARFING = -2.0, 300  # a village named like the capital, which has so many times its people
_ALIAS = -1.2  # another spelling of its name, where a namesake is spelled so
_ALIEN = -2.0  # a country of which a report that is all about another says nothing else
_NEAR = 1.2
_NEAR_KM = 150.0
_NEAR_MOST = 2.4
_NEIGHBOURS, _NEIGHBOUR_KM = 1.5, 100.0
_WITHIN_COUNTY_KM, _WITHIN_PROVINCE_KM = 60.0, 200.0
_BEYOND_COUNTY_KM = 25.0  # a city apart may be counted to the division next to that which it lies in
_BESIDE = 8.0  # "Paris, Texas"
_BY_NAME_BESIDE = "by the name beside it"
_DESIGNATED = 3.0  # "Donetsk region"
_DEGREE_KM = 111.2
_TOWNS = frozenset({"city", "capital"})
_GREAT = frozenset({"capital", "area"})
_POINTS = frozenset({"city", "capital", "county"})
_NAMED = frozenset({"country", "region"})
_DIVISIONS = frozenset({"region", "county"})
_first = itemgetter(0)


@value
class Evidence:
    """What a report says of where it is.

    Countries and divisions by how often places speak for them, the ``points`` of towns and counties, the
    countries and divisions that are ``named`` themselves, and those that named ``towns`` lie in.
    """

    countries: Mapping[str, int]
    regions: Mapping[str, int]
    points: tuple[tuple[float, float], ...] = ()
    towns_in: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


@value
class Asked:
    """A name to resolve: its candidates and what the words around it ask for.

    ``beside`` is what the name that it lies in may be ("Paris, *Texas*", "the *Lebanese* city of Tripoli"),
    ``within`` what the name before it may be, ``near`` the town that it is said to be near, ``designation``
    the kind that it is called, ``spelled`` its folded form where a town has just that for its usual name.
    """

    candidates: tuple[PlaceEntry, ...]
    beside: tuple[PlaceEntry, ...] = ()
    designation: str | None = None
    within: tuple[PlaceEntry, ...] = ()
    near: tuple[PlaceEntry, ...] = ()
    spelled: str | None = None


@value
class Weighed:
    """A candidate with the score and the reasons that hold for it in any report."""

    entry: PlaceEntry
    score: float
    reasons: tuple[str, ...]


@value
class Chosen:
    """The place meant, the reason, and the next best."""

    entry: PlaceEntry
    reason: str
    runner_up: PlaceEntry | None = None
    by_name_beside: bool = False


def weigh(asked: Asked) -> tuple[Weighed, ...]:
    """The candidates that a name may mean, with what speaks for each whatever the rest of the report says."""
    # Those of whose name a report even from near a village means: mostly there are none.
    known = () if asked.beside else tuple([e for e in asked.candidates if e.kind in _GREAT and e.primary])
    return tuple([_weighed(e, asked, known) for e in _as_said(asked)])


def choose(asked: Asked, weighed: Sequence[Weighed], evidence: Evidence) -> Chosen | None:
    """The best of the candidates that were weighed, or None where there is none."""
    scored = sorted([_scored(one, asked, evidence) for one in weighed], key=_first, reverse=True)
    if not scored:
        return None
    _, best, why = scored[0]
    other = next((entry for _, entry, _ in scored if entry.geoname_id != best.geoname_id), None)
    return Chosen(best, _why(best, why, other), other, _BY_NAME_BESIDE in why)


def _as_said(asked: Asked) -> tuple[PlaceEntry, ...]:
    """The candidates that lie where the words beside the name say, or all where none does.

    What these words say is no hint to be weighed. Only names of countries are, since they stand in lists.
    """
    first = next(iter(asked.candidates), None)
    if first is None or (first.kind == "country" and first.primary):
        return asked.candidates
    held = asked.candidates
    if asked.beside:
        held = tuple([e for e in held if _in_any(e, asked.beside)]) or held
    if asked.near:
        held = tuple([e for e in held if _is_near(e, asked.near)]) or held
    return held


def _is_near(entry: PlaceEntry, towns: Sequence[PlaceEntry]) -> bool:
    return bool(towns) and any(_closeness(entry, town) > 0 for town in towns)


def _in_any(entry: PlaceEntry, over: Sequence[PlaceEntry]) -> bool:
    """Whether a place lies in one of those named beside it, of which mostly there are none."""
    return bool(over) and any(_lies_in(entry, one) for one in over)


def unrivalled(asked: Asked) -> Chosen | None:
    """The one candidate of a name, which is chosen whatever the report says, or None where there are more."""
    if len(asked.candidates) != 1:
        return None
    (only,) = asked.candidates
    by_name_beside = _in_any(only, asked.beside)
    return Chosen(only, _why(only, (), None), None, by_name_beside)


def sure(asked: Asked) -> PlaceEntry | None:
    """The place of a name that needs no report to be understood, or None.

    A country or division that is the best known of its name, a town beside its division, and a name all
    of whose places lie in one division.
    """
    if not asked.candidates:
        return None
    best = asked.candidates[0]
    if best.kind in ("country", "region"):
        return best
    told = [e for e in asked.candidates if _in_any(e, asked.beside)] if asked.beside else []
    if told:
        return told[0]
    return best if len({(e.country, e.region) for e in asked.candidates}) == 1 else None


def neighbours(asked: Mapping[str, Asked], countries: Iterable[str]) -> dict[str, PlaceEntry]:
    """The towns of names that are near one another in one division, before anything else is known.

    "Ashland", "Holmes County" and "Canton" are names in many states, but in one of them they are neighbours.
    Neighbours in ``countries``, of which the report is sure to speak, go before others.
    """
    spoken = frozenset(countries)

    def alone(entry: PlaceEntry) -> float:
        return _prior(entry) + (_NAMED_COUNTRY if entry.country in spoken else 0.0)

    by_region: dict[str, list[tuple[str, PlaceEntry]]] = defaultdict(list)
    for key, question in asked.items():
        for entry in question.candidates:
            if entry.kind in _POINTS and entry.region and entry.lat is not None:
                by_region[entry.region].append((key, entry))
    best: dict[str, tuple[float, PlaceEntry]] = {}
    for held in by_region.values():
        if len({key for key, _ in held}) < 2:
            continue
        for key, entry in held:
            closest: dict[str, float] = {}
            for other, place in held:
                if other != key:
                    closest[other] = max(closest.get(other, 0.0), _closeness(entry, place))
            support = sum(closest.values())
            score = alone(entry) + _NEIGHBOURS * support
            if support and score > best.get(key, (0.0, entry))[0]:
                best[key] = (score, entry)
    known = {key: max(map(alone, asked[key].candidates)) for key in best}
    return {key: entry for key, (score, entry) in best.items() if score >= known[key]}


def gather(entries: Iterable[PlaceEntry], *, weak: Iterable[PlaceEntry] = ()) -> Evidence:
    """The countries, divisions and points that places speak for; ``weak`` ones where nothing else does."""
    countries: list[str] = []
    regions: list[str] = []
    points: list[tuple[float, float]] = []
    towns_in: set[str | None] = set()
    named: set[str | None] = set()
    for entry in entries:
        kind, country, region = entry.kind, entry.country, entry.region
        if country is None:
            countries += entry.countries
        else:
            countries.append(country)
        if region:
            regions.append(region)
        if kind in _NAMED:
            named.add(region or country)
        elif kind in _POINTS and entry.lat is not None and entry.lon is not None:
            points.append((entry.lat, entry.lon))
            towns_in.update((country, region))
    if not countries:
        countries = [e.country for e in weak if e.country]
        regions += [e.region for e in weak if e.region]
    return Evidence(_counted(countries), _counted(regions), tuple(points), _told(towns_in), _told(named))


def _counted(codes: Iterable[str]) -> dict[str, int]:
    """How often each code is there; of the few of a report a `Counter` takes longer to make than to fill."""
    often: dict[str, int] = {}
    for code in codes:
        often[code] = often.get(code, 0) + 1
    return often


def _told(codes: Iterable[str | None]) -> frozenset[str]:
    return frozenset(code for code in codes if code)


def without(chosen: Mapping[str, PlaceEntry], key: str, weak: Iterable[PlaceEntry] = ()) -> Evidence:
    """What the other names of a report speak for, else ``weak``: a name is no evidence for itself."""
    return gather([entry for name, entry in chosen.items() if name != key], weak=weak)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points given in degrees."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(h, 1.0)))


def _weighed(entry: PlaceEntry, asked: Asked, known: Sequence[PlaceEntry]) -> Weighed:
    reasons: list[str] = []
    score = _prior(entry)
    if asked.designation:
        fits = _fits(entry, asked.designation)
        apart = asked.designation == "country" and entry.kind == "region"  # "the republic of Tatarstan"
        score += _DESIGNATED if fits else 0.0 if apart else -_DESIGNATED
        reasons += ["as it is called here"] if fits else []
    if _in_any(entry, asked.beside):
        score += _BESIDE
        reasons.append(_BY_NAME_BESIDE)
    elif entry.kind in _POINTS and _is_near(entry, asked.near):
        reasons.append(_BY_NAME_BESIDE)
    if entry.kind == "region" and any(_lies_in(inner, entry) for inner in asked.within):
        score += _HOLDS_TOWNS
        reasons.append("after a town in it")
    if known and entry.kind == "city" and _is_dwarfed(entry, known):
        score += _DWARFED
    if entry.kind == "city" and entry.primary and asked.spelled and fold(entry.name) != asked.spelled:
        score += _ALIAS
    return Weighed(entry, score, tuple(reasons))


def _scored(one: Weighed, asked: Asked, evidence: Evidence) -> tuple[float, PlaceEntry, tuple[str, ...]]:
    """The score of a candidate with what the rest of the report adds, and the reasons for it."""
    entry = one.entry
    bonus, why = _as_country(entry, evidence) if entry.kind == "country" else _as_part(entry, asked, evidence)
    return one.score + bonus, entry, (*one.reasons, *why)


def _is_dwarfed(entry: PlaceEntry, known: Sequence[PlaceEntry]) -> bool:
    """Whether even a report from near a town means the capital of its name, one of those ``known``.

    So it is with a village in the country of that capital, with a town that only goes by that name as well,
    and with a village that an ocean or a land is named like.
    """
    least = _DWARFING * max(entry.population, _DWARFING)
    for e in known:
        abroad = e.kind == "capital" and e.country != entry.country
        if not entry.primary if abroad else e.population >= least:
            return True
    return False


def _prior(entry: PlaceEntry) -> float:
    """How likely a place is to be meant when nothing is known of the report."""
    score = math.log10(entry.population + 10) + _KIND_BONUS[entry.kind]
    score += _SUBURBS.get(entry.country or "", 0.0) if entry.kind == "city" else 0.0
    return score if entry.primary or entry.adjective else score + _BY_THE_WAY


def _closeness(entry: PlaceEntry, other: PlaceEntry) -> float:
    """From 1 for the same spot to 0 for places that are no neighbours."""
    ends = (entry.lat or 0.0, entry.lon or 0.0), (other.lat or 0.0, other.lon or 0.0)
    if abs(ends[0][0] - ends[1][0]) * _DEGREE_KM > _NEIGHBOUR_KM or entry.geoname_id == other.geoname_id:
        return 0.0
    return max(0.0, 1.0 - kilometres(*ends) / _NEIGHBOUR_KM)


def _as_country(country: PlaceEntry, evidence: Evidence) -> tuple[float, list[str]]:
    """A country gains where the report names towns in it, and loses in a report that is all of another."""
    code = country.country or "-"
    if any(held.startswith(code) for held in evidence.towns_in):
        return _SAME_COUNTRY, [f"since the report names towns of {country.name}"]
    others = evidence.countries
    alien = sum(others.values()) >= 3 and len(others) == 1 and code not in others
    return (_ALIEN, []) if alien else (0.0, [])


def _as_part(entry: PlaceEntry, asked: Asked, evidence: Evidence) -> tuple[float, list[str]]:
    """What the rest of the report adds for a candidate that is no country."""
    bonus, reasons = _of_country(entry, evidence)
    seats = (
        [
            c
            for c in asked.candidates
            if _is_namesake(c, entry, "city") and entry.population < _OUTWEIGHING * c.population
        ]
        if entry.kind in _DIVISIONS and not (asked.designation and _fits(entry, asked.designation))
        else []
    )
    # "New York" is the state in a report of towns far from the city.
    many = entry.kind == "region" and evidence.regions.get(entry.region or "", 0) > 1
    seated = bool(seats) and not (many and _far_from(seats[0], evidence))
    bonus += _HAS_SEAT if seated else 0.0
    if entry.kind == "region":
        if not seats and any(_is_namesake(c, entry, "capital") for c in asked.candidates):
            bonus += _HAS_NAMESAKE
        if entry.region in evidence.towns_in and not seated:
            bonus += _HOLDS_TOWNS
            reasons.append("and names towns in it")
    elif entry.region is not None and entry.region in evidence.regions:
        more = evidence.regions[entry.region] - 1
        named = entry.region in evidence.named
        bonus += (_NAMED_REGION if named else _SAME_REGION) + _MORE_OF_REGION * min(more, 3)
        reasons.append(f"and of {entry.region}")
    if entry.kind in _POINTS and (near := _nearness(entry, evidence)) > 0:
        bonus += near
        reasons.append("near other places that it names")
    return bonus, reasons


def _of_country(entry: PlaceEntry, evidence: Evidence) -> tuple[float, list[str]]:
    if entry.country is None or entry.country not in evidence.countries:
        return 0.0, []
    weight = _NAMED_COUNTRY if entry.country in evidence.named else _SAME_COUNTRY
    share = evidence.countries[entry.country] / sum(evidence.countries.values())
    return weight * (0.5 + 0.5 * share), [f"since the report speaks of {entry.country}"]


def _nearness(entry: PlaceEntry, evidence: Evidence) -> float:
    """What the towns and counties near by add, less with the distance, up to a limit."""
    if entry.lat is None or entry.lon is None:
        return 0.0
    here, total = (entry.lat, entry.lon), 0.0
    for point in evidence.points:
        if abs(point[0] - here[0]) * _DEGREE_KM < _NEAR_KM and abs(point[1] - here[1]) < 10:
            total += max(0.0, 1.0 - kilometres(here, point) / _NEAR_KM) * _NEAR
    return min(total, _NEAR_MOST)


def is_near_any(town: PlaceEntry, others: Iterable[PlaceEntry]) -> bool:
    """Whether a town or county of others is a neighbour of a town."""
    return any(e.kind in _POINTS and e.lat is not None and _closeness(town, e) > 0 for e in others)


def _far_from(town: PlaceEntry, evidence: Evidence) -> bool:
    """Whether none of the places that the report names is near a town."""
    here = (town.lat or 0.0, town.lon or 0.0)
    return all(kilometres(here, point) > _NEAR_KM for point in evidence.points)


def _is_namesake(other: PlaceEntry, region: PlaceEntry, kind: str) -> bool:
    """Whether a candidate is a city in the division, or the capital of its country."""
    if other.kind not in _TOWNS or (region.kind == "region" and region.primary and not other.primary):
        return False
    return other.region == region.region or (
        kind == other.kind == "capital" and other.country == region.country
    )


def _fits(entry: PlaceEntry, designation: str) -> bool:
    return entry.kind == designation or (designation == "city" and entry.kind == "capital")


def _lies_in(entry: PlaceEntry, over: PlaceEntry) -> bool:
    """Whether a place lies in the country, division or county named beside it."""
    if over.kind == "country":
        return entry.kind != "country" and entry.country == over.country
    if over.kind == "region" and over.region is not None:
        return entry.kind not in ("region", "country") and entry.region == over.region
    if over.kind not in _DIVISIONS or entry.kind not in _TOWNS or entry.country != over.country:
        return False
    ends = (entry.lat, entry.lon, over.lat, over.lon)
    if any(end is None for end in ends):
        return False
    apart = kilometres((ends[0] or 0.0, ends[1] or 0.0), (ends[2] or 0.0, ends[3] or 0.0))
    if over.kind == "region":  # a province of before, which has no code
        return apart < _WITHIN_PROVINCE_KM
    return apart < (_WITHIN_COUNTY_KM if entry.region == over.region else _BEYOND_COUNTY_KM)


def _why(best: PlaceEntry, reasons: Sequence[str], other: PlaceEntry | None) -> str:
    if best.adjective:
        return f"what is called so is of {best.name}"
    if other is None and _BY_NAME_BESIDE not in reasons:
        return "the only place of that name in the gazetteer"
    return f"{best.kind} of about {best.population:,} people, " + (
        ", ".join(reasons) or "the best known of that name"
    )
