"""Where an event took place that is placed only by what was told of before: "there", "in the old town"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.find.event_places import PlacesOfEvents
from dragoman.find.place_words import PlaceMention
from dragoman.language.parse import Sentence
from dragoman.record import Event, How, Mention, Span

_TOLD = frozenset({How.DESCRIPTION, How.PRONOUN})
_TOWNS = frozenset({"city", "capital", "county", "region"})


def with_told_places(
    events: Iterable[Event],
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    places: Sequence[PlaceMention],
) -> tuple[Event, ...]:
    """The events, those without a place in that of a town or division to which their clause points back."""
    towns = [p for p in places if p.kind in _TOWNS and p.how == "name"]
    home = _most_told_of(places)
    told = [p for m in mentions if m.how in _TOLD and (p := _pointed_at(m, towns, home)) is not None]
    if not told:
        return tuple(events)
    where, by_span = PlacesOfEvents(told), {s.span: s for s in sentences}
    return tuple(_placed(e, where, by_span, told) for e in events)


def _most_told_of(places: Iterable[PlaceMention]) -> str | None:
    """The country in which most of the places of a report lie."""
    counted = Counter(p.place.country for p in places if p.place.country)
    return counted.most_common(1)[0][0] if counted else None


def _pointed_at(mention: Mention, towns: Sequence[PlaceMention], home: str | None) -> PlaceMention | None:
    """The town of a mention that names none, as a mention of that town.

    "There" is in the town that was named last, and "the capital" is that of the country of the report.
    """
    if mention.how is How.PRONOUN:
        before = [t for t in towns if t.span.end <= mention.span.start]
        towns = before[-1:]
    for town in towns:
        found = town.place.geoname_id
        if found and mention.actor == f"place:{found}":
            capital = mention.text.lower().endswith("capital")
            alien = capital and (town.kind != "capital" or town.place.country != home)
            return None if alien else replace(town, span=mention.span, text=mention.text)
    return None


def _placed(
    event: Event, where: PlacesOfEvents, sentences: Mapping[Span, Sentence], told: Iterable[PlaceMention]
) -> Event:
    evidence = event.evidence[0]
    sentence = sentences.get(evidence.sentence)
    if event.place is not None or sentence is None or not any(evidence.sentence.covers(t.span) for t in told):
        return event
    words = sentence.covering(evidence.trigger)
    place = where.of(words[0], sentence) if words else None
    if place is None:
        return event
    at = next(t for t in told if t.place == place and evidence.sentence.covers(t.span))
    step = f"place: “{at.text}” is {place.name}, told of before"
    return replace(event, place=replace(place, span=at.span), steps=(*event.steps, step))
