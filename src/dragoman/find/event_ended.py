"""Acts of states that are no more: what the Soviet Union did is long past, whether or not a date says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.codebook.gazetteer import Entry
from dragoman.find.dates import published_day
from dragoman.find.event_undated import is_dated, long_past
from dragoman.record import Event, Report

_STATE = "state"
_BEFORE = 8  # characters before a name in which it may be called a former one
_FORMER = ("former", "ex-")
# "East German voters" are those of a region today.
_REGIONS = ("East ", "West ", "North ", "South ")


def with_ended_states(
    report: Report, events: Sequence[Event], entries: Mapping[str, Entry]
) -> tuple[Event, ...]:
    """The events, those without a date whose doers were states gone by publication as historical.

    Only those who act are asked, for guards of such a state may be tried today.
    """
    published = published_day(report)
    if published is None:
        return tuple(events)
    return tuple(_past(report, e, entries, published.isoformat()) for e in events)


def _past(report: Report, event: Event, entries: Mapping[str, Entry], published: str) -> Event:
    if event.historical or is_dated(event) or not event.actors:
        return event
    last = [_last_day(entries.get(actor.split(".")[0])) for actor in event.actors]
    gone = [day for day in last if day is not None and day < published]
    if len(gone) < len(last) or not _all_named(report.text, event):
        return event
    return long_past(event, f"whoever did it is no state since {max(gone)}")


def _last_day(state: Entry | None) -> str | None:
    """The last day of a state; None where it stands, or its name is that of a region too."""
    if state is None or state.kind != _STATE or state.name.startswith(_REGIONS):
        return None
    return state.until


def _all_named(text: str, event: Event) -> bool:
    """Whether the words for all doers name their state, "Soviet tanks", and none is called a former one.

    "The police" of whatever state a report is about are nobody's that is named; nor is one word more than a
    capital tells at the head of a sentence.
    """
    evidence = event.evidence[0]
    for span in evidence.actor_spans:
        around = text[max(0, span.start - _BEFORE) : span.end].lower()
        words = [w for w in span.of(text).split() if w.lower() != "the"]
        bare = len(words) < 2 and span.start == evidence.sentence.start
        if any(word in around for word in _FORMER) or not words or not words[0][:1].isupper():
            return False
        if bare and any("." in actor for actor in event.actors):
            return False
    return bool(evidence.actor_spans)
