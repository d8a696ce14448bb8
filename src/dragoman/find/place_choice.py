"""Which of the places of one name is meant: by size, by the rest of the report, by what stands beside it.

Every choice keeps its reason and the runner-up.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.codebook.places import PlaceEntry

_KIND_BONUS = {"country": 4.0, "capital": 1.0, "city": 0.0, "region": 0.6, "county": -0.5, "area": 1.0}
_BY_THE_WAY = -2.0  # known by that name only as another name
_NAMED_COUNTRY = 2.4  # the report names the country itself
_SAME_COUNTRY = 1.6
_SAME_REGION = 1.0
_HOLDS_TOWNS = 3.0
_HAS_NAMESAKE = -1.5  # a division named like its own city or its country's capital
_NEAR = 0.8
_NEAR_KM = 300.0
_BESIDE = 8.0  # "Paris, Texas"
_BY_NAME_BESIDE = "by the name beside it"
_DESIGNATED = 3.0  # "Donetsk region"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the report says of where it is: countries and divisions by how often, and points already known."""

    countries: Counter[str]
    regions: Counter[str]
    points: tuple[tuple[float, float], ...] = ()
    towns_in: frozenset[str] = frozenset()  # countries and divisions that named towns lie in
    named: frozenset[str] = frozenset()  # countries that are named themselves


@dataclass(frozen=True, slots=True)
class Asked:
    """A name to resolve: its candidates and what the words around it ask for.

    ``beside`` is what the name after it may be ("Paris, *Texas*"), ``within`` what the name before it may
    be, ``designation`` the kind that it is called.
    """

    candidates: tuple[PlaceEntry, ...]
    beside: tuple[PlaceEntry, ...] = ()
    designation: str | None = None
    within: tuple[PlaceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place meant, the reason, and the next best."""

    entry: PlaceEntry
    reason: str
    runner_up: PlaceEntry | None = None
    by_name_beside: bool = False


def choose(asked: Asked, evidence: Evidence) -> Chosen | None:
    """The best candidate, or None where there is none."""
    scored = sorted(
        ((*_score(e, asked, evidence), -n, e) for n, e in enumerate(asked.candidates)),
        key=lambda s: (s[0], s[2]),
        reverse=True,
    )
    if not scored:
        return None
    _, reasons, _, best = scored[0]
    other = next((s[3] for s in scored[1:] if s[3].geoname_id != best.geoname_id), None)
    return Chosen(best, _why(best, reasons, other), other, _BY_NAME_BESIDE in reasons)


def gather(entries: Iterable[PlaceEntry], *, weak: Iterable[PlaceEntry] = ()) -> Evidence:
    """The countries, divisions and points that places speak for; ``weak`` ones where nothing else does."""
    countries: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    points: list[tuple[float, float]] = []
    towns_in: set[str] = set()
    named: set[str] = set()
    for entry in entries:
        countries.update(entry.countries if entry.country is None else (entry.country,))
        if entry.kind == "country" and entry.country:
            named.add(entry.country)
        if entry.region:
            regions[entry.region] += 1
        if entry.kind in ("city", "capital", "county") and entry.lat is not None and entry.lon is not None:
            points.append((entry.lat, entry.lon))
            towns_in.update(code for code in (entry.country, entry.region) if code)
    if not countries:
        countries.update(e.country for e in weak if e.country)
    return Evidence(countries, regions, tuple(points), frozenset(towns_in), frozenset(named))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points given in degrees."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(h, 1.0)))


def _score(entry: PlaceEntry, asked: Asked, evidence: Evidence) -> tuple[float, tuple[str, ...]]:
    reasons: list[str] = []
    score = math.log10(entry.population + 10) + _KIND_BONUS[entry.kind]
    score += 0.0 if entry.primary else _BY_THE_WAY
    if asked.designation:
        fits = _fits(entry, asked.designation)
        score += _DESIGNATED if fits else -_DESIGNATED
        reasons += ["as it is called here"] if fits else []
    if any(_lies_in(entry, over) for over in asked.beside):
        score += _BESIDE
        reasons.append(_BY_NAME_BESIDE)
    if entry.kind == "region" and any(_lies_in(inner, entry) for inner in asked.within):
        score += _HOLDS_TOWNS
        reasons.append("after a town in it")
    bonus, why = (
        _holds_towns(entry, evidence) if entry.kind == "country" else _from_report(entry, asked, evidence)
    )
    return score + bonus, (*reasons, *why)


def _holds_towns(country: PlaceEntry, evidence: Evidence) -> tuple[float, list[str]]:
    """A country gains where the report names towns in it; its own name is no evidence for it."""
    towns = any(code.startswith(country.country or "-") for code in evidence.towns_in)
    return (_SAME_COUNTRY, [f"since the report names towns of {country.name}"]) if towns else (0.0, [])


def _from_report(entry: PlaceEntry, asked: Asked, evidence: Evidence) -> tuple[float, list[str]]:
    """What the rest of the report adds for a candidate."""
    bonus, reasons = 0.0, []
    total = sum(evidence.countries.values())
    if entry.country is not None and entry.country in evidence.countries:
        weight = _NAMED_COUNTRY if entry.country in evidence.named else _SAME_COUNTRY
        bonus += weight * (0.5 + 0.5 * evidence.countries[entry.country] / total)
        reasons.append(f"since the report speaks of {entry.country}")
    if entry.kind == "region":
        seated = any(_is_namesake(c, entry, "city") for c in asked.candidates)
        bonus += (
            _HAS_NAMESAKE
            if seated or any(_is_namesake(c, entry, "capital") for c in asked.candidates)
            else 0.0
        )
        if entry.region in evidence.towns_in and not seated:
            bonus += _HOLDS_TOWNS
            reasons.append("and names towns in it")
    if entry.region in evidence.regions and entry.kind != "region":
        bonus += _SAME_REGION
        reasons.append(f"and of {entry.region}")
    point = (entry.lat, entry.lon)
    if point[0] is not None and point[1] is not None and entry.kind not in ("region", "area"):
        near = any(0 < kilometres((point[0], point[1]), p) < _NEAR_KM for p in evidence.points)
        bonus += _NEAR if near else 0.0
    return bonus, reasons


def _is_namesake(other: PlaceEntry, region: PlaceEntry, kind: str) -> bool:
    """Whether a candidate is a city in the division, or the capital of its country."""
    if other.kind not in ("city", "capital") or (region.primary and not other.primary):
        return False
    return other.region == region.region or (
        kind == other.kind == "capital" and other.country == region.country
    )


def _fits(entry: PlaceEntry, designation: str) -> bool:
    return entry.kind == designation or (designation == "city" and entry.kind == "capital")


def _lies_in(entry: PlaceEntry, over: PlaceEntry) -> bool:
    """Whether a place lies in the division or country named beside it."""
    if over.kind == "country":
        return entry.kind != "country" and entry.country == over.country
    return over.kind == "region" and entry.kind not in ("region", "country") and entry.region == over.region


def _why(best: PlaceEntry, reasons: Sequence[str], other: PlaceEntry | None) -> str:
    if other is None:
        return "the only place of that name in the gazetteer"
    return f"{best.kind} of about {best.population:,} people, " + (
        ", ".join(reasons) or "the best known of that name"
    )
