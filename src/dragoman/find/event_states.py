"""In which state an event took place: "in the capital", or in a town that no gazetteer knows.

The state is the one that the whole report tells of ("Nepali troops fired on crowds in the capital"), else
the one that all parties of the event are of ("the Pakistani premier met officers in the capital"). Who acts
there is heard first, if the report tells of his state as well. Of an unknown town it is the state of whoever
suffers there, since whoever shells it may come from abroad.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.find.event_places import PlacesOfEvents
from dragoman.find.place_words import PlaceMention
from dragoman.find.state_told_of import state_told_of
from dragoman.language.parse import Sentence, Word
from dragoman.record import Event, Mention, Place

Seat = Callable[[str], Place | None]
"""The capital of a state, or None where it has not exactly one."""

_CAPITAL, _THE = "capital", "the"
_BARE = frozenset({"det", "case", "punct"})
_ALSO = (
    0.2  # how much of what a report names must be of the state of who acts, for "the capital" to be its own
)


def with_capitals(
    events: Iterable[Event],
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    state_of: Mapping[str, str | None],
    seat: Seat,
) -> tuple[Event, ...]:
    """The events, those without a place that are said to be in "the capital" in that of the state told of.

    ``state_of`` gives the states of actors; a capital that a mention ties to some city is left to it.
    """
    told = tuple(mentions)
    tied = {m.span.end for m in told if m.text.lower().endswith(_CAPITAL)}
    spoken = {s.span: tuple(w for w in _capitals(s) if w.span.end not in tied) for s in sentences}
    if not any(spoken.values()):
        return tuple(events)
    by_span, counted = {s.span: s for s in sentences}, _counted(told, state_of)
    found: list[Event] = []
    for event in events:
        span = event.evidence[0].sentence
        words = spoken.get(span, ())
        state = _told_of(event, counted, state_of) if words and event.place is None else None
        place = seat(state) if state is not None else None
        found.append(event if place is None else _placed(event, by_span[span], words, place))
    return tuple(found)


def with_countries(
    events: Iterable[Event], mentions: Iterable[Mention], state_of: Mapping[str, str | None]
) -> tuple[Event, ...]:
    """The events, those in a place of which no more than the name is known in that of the state told of."""
    found = tuple(events)
    if not any(_is_bare(e.place) for e in found):
        return found
    home = state_told_of(_counted(mentions, state_of))
    return tuple(_in_country(e, _state_of_all(e.recipients, state_of) or home) for e in found)


def _is_bare(place: Place | None) -> bool:
    """Whether only the name of a place is known: a land that two states claim is known as such."""
    return place is not None and place.country is None and place.precision is None


def _in_country(event: Event, state: str | None) -> Event:
    if state is None or event.place is None or not _is_bare(event.place):
        return event
    step = f"place: “{event.place.name}” is not in the gazetteer; {state} is the state told of"
    return replace(event, place=replace(event.place, country=state), steps=(*event.steps, step))


def _capitals(s: Sentence) -> Iterator[Word]:
    """The words "the capital" that nothing beside them describes: not "the provincial capital"."""
    if not any(lemma == _CAPITAL for lemma, _ in s.forms()):
        return
    for word in s.words:
        if word.lemma.lower() != _CAPITAL or word.feat("Number") == "Plur":
            continue
        below = [c for c in s.children(word.i) if c.deprel not in _BARE or c.deprel == "det"]
        if [c.text.lower() for c in below if c.i < word.i] == [_THE] and not any(
            c.i > word.i and c.deprel in ("nmod", "appos") for c in below
        ):
            yield word


def _counted(mentions: Iterable[Mention], state_of: Mapping[str, str | None]) -> Counter[str]:
    """How often a report mentions somebody of each state."""
    states = (state_of.get(m.actor) for m in mentions if m.actor is not None)
    return Counter(s for s in states if s is not None)


def _told_of(event: Event, counted: Counter[str], state_of: Mapping[str, str | None]) -> str | None:
    """The state of which an event is told: of who acts, of whom the report tells, of all its parties."""
    own = _state_of_all(event.actors, state_of)
    if own is not None and counted[own] >= _ALSO * counted.total():
        return own
    return state_told_of(counted) or _state_of_all((*event.actors, *event.recipients), state_of)


def _state_of_all(actors: Iterable[str], state_of: Mapping[str, str | None]) -> str | None:
    """The one state of all of some parties to an event of whom a state is known."""
    states = {s for a in actors if (s := state_of.get(a)) is not None}
    return states.pop() if len(states) == 1 else None


def _placed(event: Event, sentence: Sentence, capitals: Sequence[Word], place: Place) -> Event:
    evidence = event.evidence[0]
    told = [
        PlaceMention(w.span, w.text, replace(place, span=w.span), "the capital", None, _CAPITAL)
        for w in capitals
    ]
    words = sentence.covering(evidence.trigger)
    found = PlacesOfEvents(told).of(words[0], sentence) if words else None
    if found is None:
        return event
    step = f"place: “the capital” is {found.name}, of the state that is told of"
    return replace(event, place=found, steps=(*event.steps, step))
