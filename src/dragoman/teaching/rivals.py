"""Which types of the codebook stand in the place of a taught one, at the triggers of its own examples."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.codebook.events import EventType
from dragoman.codebook.taught import Taught, TaughtExample, place_of
from dragoman.pipeline import Reader
from dragoman.record import Event, Report, Span


@dataclass(frozen=True, slots=True)
class Standing:
    """Of how many examples the act is read as the type itself, and as which others instead."""

    event: str
    examples: int
    own: int
    others: tuple[tuple[str, int], ...]


def standing(reader: Reader, kind: EventType, taught: Taught) -> Standing:
    """What a reader who knows the type makes of its examples: where another type is surer, that stands.

    The scores of training say how well the type is told from other words, not whether it is let stand.
    """
    found = [_read_as(reader, example) for example in taught.examples]
    others = Counter(name for names in found if kind.event not in names for name in names)
    return Standing(
        event=kind.event,
        examples=len(found),
        own=sum(kind.event in names for names in found),
        others=tuple(others.most_common()),
    )


def _read_as(reader: Reader, example: TaughtExample) -> frozenset[str]:
    """The types of the events at an example's trigger."""
    text = example.text
    report = Report(id="example", text=text, body=(Span(0, len(text)),))
    starts = ((word, place_of(word, text)) for word in example.trigger)
    at = [Span(start, start + len(word)) for word, start in starts if start is not None]
    return frozenset(e.event for e in reader.read(report).events if _stands_at(e, at))


def _stands_at(event: Event, at: list[Span]) -> bool:
    return any(told.trigger.overlaps(one) for told in event.evidence for one in at)
