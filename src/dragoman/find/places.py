"""Find the places that a report names, and tell which places they are.

Names come from the language core and from the gazetteer; descriptions ("the breakaway province") from
the actors that they were resolved to. Where an event took place is decided in `event_places`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

from dragoman.codebook.place_keys import fold
from dragoman.codebook.places import Gazetteer, PlaceEntry
from dragoman.find.place_choice import (
    Asked,
    Chosen,
    Evidence,
    Weighed,
    choose,
    gather,
    neighbours,
    sure,
    unrivalled,
    weigh,
    without,
)
from dragoman.find.place_inferred import with_inferred
from dragoman.find.place_names import Name, NameFinder
from dragoman.find.place_shapes import place_shapes
from dragoman.find.place_strays import strays
from dragoman.find.place_words import PRECISIONS, PlaceMention, shipped_words
from dragoman.language.parse import Sentence
from dragoman.record import Mention, Place, Report, Span
from dragoman.values import changed, value

__all__ = [
    "PRECISIONS",
    "Mentions",
    "PlaceMention",
    "as_place",
    "find_places",
    "resolve_names",
    "shipped_gazetteer",
]

_BESIDE = re.compile(r"\s*,\s*(?:in\s+)?|\s*\(\s*|\s+in\s+(?:the\s+)?(?:\w+\s+)?")
_IN_THE = re.compile(r"\s*,?\s+in\s+the\s+")
_OPENING = 60  # characters in which such a head has room
_OWNED = re.compile(r"[’']s?")
# "Tripoli, northern Lebanon's largest city", "Tripoli, a Lebanese port".
_ASIDE = re.compile(r"\s*,\s*(?:(?:the|an?)\s+)?(?:[a-z][\w-]*\s+){0,2}")
# An armed group or a people, known by name: "a Houthi checkpoint" lies in no place called so.
_GROUP = "group:"
_STATE = re.compile(r"[A-Z]{3}")
_SCHOLARLY = re.compile("[āĀīĪūŪēĒōŌŏŎŭŬḨḩḐḑḌḍŢţṬṭŞşṢṣẔẕ‘’]")
_ROUNDS = 3  # once by what is sure, then by what was chosen


CapitalOf = Callable[[str], Iterable[str]]
Told = tuple[str, bool]
"""A country that the words beside a name tell, and whether they do by a division of it."""


class Mentions(Protocol):
    """What holds resolved mentions of actors, such as the answer of ``find_actors``."""

    @property
    def mentions(self) -> Sequence[Mention]:
        """The mentions, each with the id of its actor."""


def find_places(
    report: Report,
    sentences: Iterable[Sentence],
    gazetteer: Gazetteer | None = None,
    actors_found: Mapping[Span, str] | Mentions | None = None,
    named: Sequence[PlaceMention] | None = None,
    capital_of: CapitalOf | None = None,
) -> tuple[PlaceMention, ...]:
    """The places that a report names, in order.

    A name stands for one place throughout a report, unless a division or country beside it says
    otherwise ("Paris, Texas"). ``actors_found`` maps the spans of mentions to actor ids; those of states
    that name no place themselves ("the breakaway province") become places of precision ``country``.
    With ``capital_of`` "the Kenyan capital" is a place as well. Without a ``gazetteer`` the shipped one is
    used. Give ``named`` where `named_places` has been asked.
    """
    held = gazetteer or shipped_gazetteer()
    actors = _spans_of(actors_found)
    groups = [span for span, actor in actors.items() if actor.startswith(_GROUP)]
    known = named_places(report, sentences, held) if named is None else named
    found = [m for m in known if m.kind is not None or m.place.country or not _of_any(m.span, groups)]
    states = {span: actor for span, actor in actors.items() if len(actor) == 3 and _STATE.fullmatch(actor)}
    if capital_of is not None:
        found += _capitals(report.text, known, capital_of, held)
    found += _described(report.text, [m for m in found if m.how == "name"], states, held)
    return tuple(sorted(found, key=lambda m: m.span))


def named_places(
    report: Report, sentences: Iterable[Sentence], gazetteer: Gazetteer | None = None
) -> tuple[PlaceMention, ...]:
    """The places that a report names, before its actors are known."""
    held = gazetteer or shipped_gazetteer()
    finder = NameFinder(report, held, shipped_words())
    read = tuple(sentences)
    finder.learn(read)
    names = [n for s in read for n in finder.names(s)]
    return tuple(_mentions(report, names, held))


def resolve_names(
    report: Report, spans: Sequence[Span], gazetteer: Gazetteer | None = None
) -> tuple[PlaceMention, ...]:
    """What the given place names of a report stand for, one answer for each span, in their order."""
    held = gazetteer or shipped_gazetteer()
    finder = NameFinder(report, held, shipped_words())
    finder.hear(span.of(report.text) for span in spans)
    names = [finder.given(span) for span in spans]
    return tuple(_mentions(report, names, held))


def _mentions(report: Report, names: list[Name], gazetteer: Gazetteer) -> list[PlaceMention]:
    """What names stand for, what the words beside them say of them, and where the others may lie."""
    chosen, ordered = _resolve(report, names, gazetteer), _ordered(names)
    told = _told(report.text, ordered, chosen)
    found = [_as_told(_mention(report.text, n, chosen.get(n.span)), told.get(n.span)) for n in names]
    return with_inferred(report.text, ordered, found, chosen)


@cache
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer in the package; opened once a process."""
    return Gazetteer.open()


def as_place(entry: PlaceEntry, written: str, span: Span | None) -> Place:
    """A place of the record; the middle of a country never poses as a point.

    Divisions, and towns whose name in the gazetteer is a scholar's transcription (*Janīn*), keep the name
    that the report has for them.
    """
    native = _SCHOLARLY.search(entry.name) is not None or entry.kind in ("region", "county")
    precision = {"capital": "city", "city": "city", "country": "country"}.get(entry.kind, "region")
    lat, lon = (None, None) if entry.kind == "country" else (entry.lat, entry.lon)
    name = written if native else entry.name
    return Place(name, entry.country, lat, lon, entry.geoname_id, span, precision)


def _resolve(report: Report, names: list[Name], gazetteer: Gazetteer) -> dict[Span, Chosen]:
    """What each name stands for: first by what is sure, then again knowing what the others stand for."""
    ordered = _ordered(names)
    around = zip((None, *ordered), ordered, (*ordered[1:], None), strict=False)
    asked = {name.span: _asked(report.text, before, name, after) for before, name, after in around}
    for span, division in _divisions(report.text, ordered).items():
        if not asked[span].beside:
            asked[span] = changed(
                asked[span], beside=tuple(e for e in division.candidates if e.kind == "region")
            )
    certain = {name.key: e for name in ordered if (e := sure(asked[name.span])) is not None}
    spoken_of = gather(certain.values()).countries
    known = neighbours({name.key: asked[name.span] for name in ordered}, spoken_of) | certain
    chosen: dict[Span, Chosen] = {}
    weak = _of_origin(report, gazetteer) if not known else ()
    alike = _alike(ordered, asked)
    for _ in range(_ROUNDS):
        chosen = _choose_all(alike, known, weak)
        before, known = known, {n.key: chosen[n.span].entry for n in reversed(ordered) if n.span in chosen}
        if list(known.items()) == list(before.items()):
            break  # the same evidence in the same order: another round would choose the same
    resolved = _one_sense(report.text, ordered, asked, chosen)
    stray = strays(ordered, asked, resolved, shipped_words())
    return {span: choice for span, choice in resolved.items() if span not in stray}


def _ordered(names: Iterable[Name]) -> list[Name]:
    """The names in the order of the text, each once."""
    return sorted({n.span: n for n in names}.values(), key=lambda n: n.span)


@value
class _Alike:
    """Where one name is asked for in one way, and what need not be known of the report to answer."""

    key: str
    question: Asked
    spans: list[Span]
    only: Chosen | None
    weighed: tuple[Weighed, ...]


def _alike(names: list[Name], asked: Mapping[Span, Asked]) -> list[_Alike]:
    """The names that have candidates, each with all that are called and asked for the same."""
    by_key: dict[str, list[_Alike]] = {}
    for name in names:
        question = asked[name.span]
        if not question.candidates:
            continue
        # Of one name there are one or two questions, which are sooner compared than hashed.
        given = by_key.setdefault(name.key, [])
        for one in given:
            if one.question == question:
                one.spans.append(name.span)
                break
        else:
            only = unrivalled(question)
            given.append(_Alike(name.key, question, [name.span], only, () if only else weigh(question)))
    return [one for given in by_key.values() for one in given]


def _choose_all(
    alike: Iterable[_Alike], known: Mapping[str, PlaceEntry], weak: tuple[PlaceEntry, ...]
) -> dict[Span, Chosen]:
    """One choice for each name by what the others are known to be; the same question is asked once."""
    evidence: dict[str | None, Evidence] = {}
    chosen: dict[Span, Chosen] = {}
    for one in alike:
        choice = one.only
        if choice is None:
            others = one.key if one.key in known else None  # what all do that nothing is known of
            if others not in evidence:
                evidence[others] = without(known, one.key, weak)
            choice = choose(one.question, one.weighed, evidence[others])
        if choice is not None:
            chosen.update(dict.fromkeys(one.spans, choice))
    return chosen


def _asked(text: str, before: Name | None, name: Name, after: Name | None) -> Asked:
    beside = name.beside
    within: tuple[PlaceEntry, ...] = ()
    near: tuple[PlaceEntry, ...] = ()
    if before is not None and _owns(text, before, name):
        beside = tuple(e for e in before.candidates if e.kind in ("country", "region"))
    elif after is not None and _acts_beside(text, name, after):
        beside = ()
    elif not beside and after is not None and _lies_beside(text, name, after):
        beside = tuple(e for e in after.candidates if e.kind in ("country", "region", "county"))
    if before is not None and _comma(text, before, name):
        within = tuple(e for e in before.candidates if e.kind in ("city", "capital", "county"))
    if after is not None and place_shapes().near.fullmatch(text[name.span.end : after.span.start]):
        near = tuple(e for e in after.candidates if e.kind in ("city", "capital"))
    spelled = (
        name.key if any(e.kind == "city" and fold(e.name) == name.key for e in name.candidates) else None
    )
    return Asked(name.candidates, beside, name.designation, within, near, spelled)


def _comma(text: str, before: Name, after: Name) -> bool:
    """Whether nothing but a comma stands between two names."""
    return text[before.span.end : after.span.start].strip() == ","


def _lies_beside(text: str, name: Name, after: Name) -> bool:
    """Whether a name is followed by the one that it lies in: "Palma in Mozambique", "Qana (Lebanon)"."""
    gap = text[name.span.end : after.span.start]
    if after.how != "adjective" and _BESIDE.fullmatch(gap) is not None:
        return True
    return _in_division(text, name, after) or _apposed(text, name, after)


def _in_division(text: str, name: Name, after: Name) -> bool:
    """Whether a name is followed by its division: "Ada, in the (Ghanaian) region of Accra"."""
    gap = text[name.span.end : after.span.start]
    if after.how == "adjective":
        behind = place_shapes().national_division.match(text, after.span.end)
        return behind is not None and _IN_THE.fullmatch(gap) is not None
    return place_shapes().in_division.fullmatch(gap) is not None


def _divisions(text: str, names: Sequence[Name]) -> dict[Span, Name]:
    """The division that opens a sentence, for each town of it that is called one: "the city of San Jose"."""
    found: dict[Span, Name] = {}
    head: Name | None = None
    for name in names:
        start = name.span.start
        of = name.how == "name" and text.endswith("of ", 0, start)  # as few names are
        if of and place_shapes().opens_in_division.search(text[max(start - _OPENING, 0) : start]):
            head = name
        elif head is not None and name.designation == "city" and _near_by(text, head.span, name.span):
            found[name.span] = head
    return found


def _apposed(text: str, name: Name, after: Name) -> bool:
    """Whether a name is followed by what it is: "Tripoli, northern Lebanon's largest city"."""
    if _ASIDE.fullmatch(text[name.span.end : after.span.start]) is None:
        return False
    kind = place_shapes().kind.match(text, after.span.end)
    return kind is not None and (kind["owned"] is not None) == (after.how != "adjective")


def _acts_beside(text: str, name: Name, after: Name) -> bool:
    """Whether the name after a comma begins another clause: "In Goma, Rwanda said"."""
    if not after.acts or not _comma(text, name, after):
        return False
    return text[after.span.end : after.span.end + 1] != ","


def _owns(text: str, before: Name, name: Name) -> bool:
    """Whether a place is told by the name before to lie there: "the Lebanese city of", "Syria's Palmyra"."""
    gap = text[before.span.end : name.span.start]
    owned = _OWNED.match(gap)
    if owned is None and before.how != "adjective":
        return False
    rest = gap[owned.end() :] if owned else gap
    first = next(iter(name.candidates), None)
    bare = owned is not None and rest.isspace() and first is not None and first.kind != "country"
    return bare or place_shapes().town_of.fullmatch(rest) is not None


def _told(text: str, names: Sequence[Name], chosen: Mapping[Span, Chosen]) -> dict[Span, Told]:
    """The countries in which the words beside names say that these places are, known there or not."""
    told: dict[Span, Told] = {}
    heads = _divisions(text, names)
    for before, name, after in zip((None, *names), names, (*names[1:], None), strict=False):
        over = before if before is not None and _owns(text, before, name) else None
        if over is None and after is not None and not after.acts and _lies_beside(text, name, after):
            bare = text[after.span.end : after.span.end + 1] not in ("'", "’")
            over = after if bare or _apposed(text, name, after) else None
        divided = over is not None and over is after and _in_division(text, name, over)
        if over is None and (over := heads.get(name.span)) is not None:
            divided = True
        entry = chosen[over.span].entry if over is not None and over.span in chosen else None
        if entry is not None and entry.kind in ("country", "region") and entry.country:
            told[name.span] = entry.country, divided
    return told


def _of_origin(report: Report, gazetteer: Gazetteer) -> tuple[PlaceEntry, ...]:
    """Where the reporter sat, else the country or division in the publisher's name.

    A weak hint, for reports of which no name is sure. A town in a publisher's name ("The Portland Press")
    says nothing, since it is as hard to tell which as any other.
    """
    dateline = report.dateline.of(report.text) if report.dateline else ""
    if dateline:
        return gazetteer.named(re.split(r"[,(]", dateline)[0])[:1]
    words = (report.publisher or "").split()
    runs = (" ".join(words[i : i + n]) for n in (2, 1) for i in range(len(words) - n + 1))
    held = (entry for run in runs for entry in gazetteer.named(run)[:1])
    return tuple(e for e in held if e.primary and e.kind in ("country", "region"))[:1]


def _one_sense(
    text: str, names: list[Name], asked: Mapping[Span, Asked], chosen: dict[Span, Chosen]
) -> dict[Span, Chosen]:
    """Give other mentions of a name the sense that an explicit one fixed ("Paris, Texas … Paris").

    Later ones take it, unless the words around them name the country of the other and not that of the fixed
    one ("*Libyan* rebels in Tripoli", in a report of Tripoli in Lebanon too); earlier ones only where
    nothing in the report is of the country that they would have been in.
    """
    fixed = [n for n in names if n.span in chosen and chosen[n.span].by_name_beside]
    countries = {
        n.span: c.entry.country for n in names if (c := chosen.get(n.span)) and c.entry.kind == "country"
    }
    for name in names if fixed else ():
        free = name.span in chosen and not asked[name.span].beside and not asked[name.span].within
        alike = [n for n in fixed if n.key == name.key] if free and name not in fixed else []
        if not alike:
            continue
        before = [n for n in alike if n.span < name.span]
        held = chosen[(before[-1] if before else alike[0]).span]
        around = {code for at, code in countries.items() if _near_by(text, at, name.span)}
        spoken = around if before else set(countries.values())
        own = chosen[name.span].entry.country in spoken
        if not (own and (not before or held.entry.country not in around)):
            chosen[name.span] = Chosen(held.entry, "as told by the name beside it elsewhere", held.runner_up)
    return chosen


def _near_by(text: str, one: Span, other: Span) -> bool:
    """Whether two names stand in one sentence, as far as a full stop tells."""
    first, last = sorted((one, other))
    return not re.search(r"[.!?]\s|\n", text[first.end : last.start])


def _mention(text: str, name: Name, chosen: Chosen | None) -> PlaceMention:
    """The mention of a name, resolved or not."""
    written = name.span.of(text)
    if chosen is None:
        place = Place(written, span=name.span)
        reason = "of no country that the report speaks of" if name.candidates else "not in the gazetteer"
        return PlaceMention(name.span, written, place, reason, how=name.how)
    other = chosen.runner_up
    runner_up = ", ".join(p for p in (other.name, other.region or other.country) if p) if other else None
    place = as_place(chosen.entry, written, name.span)
    return PlaceMention(name.span, written, place, chosen.reason, runner_up, chosen.entry.kind, name.how)


def _as_told(mention: PlaceMention, said: Told | None) -> PlaceMention:
    """The mention in the country that the words beside it name, where none of its bearers lies there.

    A "Sudanese town" is never in Ethiopia, though the gazetteer holds no other of that name. A capital is
    itself, but where the division is named in which its namesake lies.
    """
    told, divided = said or (None, False)
    apart = mention.kind in ("country", "area") or mention.how != "name"
    apart = apart or (mention.kind == "capital" and not divided)
    if told is None or apart or mention.place.country == told:
        return mention
    precision = "region" if mention.kind is None else mention.place.precision
    place = Place(mention.text, told, span=mention.span, precision=precision)
    runner_up = mention.place.name if mention.kind else None
    reason = f"the words beside it say that it is in {told}"
    return changed(mention, place=place, reason=reason, runner_up=runner_up, kind=None)


def _capitals(
    text: str, named: Iterable[PlaceMention], capital_of: CapitalOf, gazetteer: Gazetteer
) -> Iterator[PlaceMention]:
    """The capitals that are told by their state and not by name: "the Kenyan capital", "Kenya's capital"."""
    for mention in named:
        if mention.kind != "country" or (end := place_shapes().capital.match(text, mention.span.end)) is None:
            continue
        if mention.place.country is None or not (mention.how == "adjective" or end.group("owned")):
            continue
        if (entry := seat_of(mention.place.country, capital_of, gazetteer)) is not None:
            span = Span(mention.span.start, end.end())
            reason = f"“{span.of(text)}” is {entry.name}"
            yield PlaceMention(span, entry.name, as_place(entry, entry.name, span), reason, None, "capital")


def seat_of(state: str, capital_of: CapitalOf, gazetteer: Gazetteer) -> PlaceEntry | None:
    """The one capital of a state; None of those that have two or more, or none that the gazetteer knows."""
    named_so = [e for name in capital_of(state) for e in gazetteer.named(name)]
    seats = {e for e in named_so if e.country == state and e.kind == "capital"}
    return seats.pop() if len(seats) == 1 else None


def _described(
    text: str, found: list[PlaceMention], states: Mapping[Span, str], gazetteer: Gazetteer
) -> Iterator[PlaceMention]:
    """The mentions of states that hold no place name of their own."""
    taken = [m.span for m in found]
    for span, state in states.items():
        if any(start < span.end and span.start < end for start, end in taken):
            continue  # as most of them: a call of `overlaps` for each would cost more than the rest
        entry = gazetteer.division(state)
        if entry is not None:
            written = span.of(text)
            place = as_place(entry, entry.name, span)
            yield PlaceMention(span, written, place, f"“{written}” stands for {entry.name}", None, "country")


def _of_any(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _spans_of(actors: Mapping[Span, str] | Mentions | None) -> Mapping[Span, str]:
    if actors is None or isinstance(actors, Mapping):
        return actors or {}
    return {m.span: m.actor for m in actors.mentions if m.actor is not None}
