"""Which event a figure belongs to: the nearest act above it in the tree."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.parse import Sentence
from dragoman.record import Event, Figure, Span
from dragoman.values import changed


def with_figures(
    events: Sequence[Event], figures: Sequence[Figure], sentences: Sequence[Sentence]
) -> tuple[tuple[Event, ...], tuple[Figure, ...]]:
    """The events with the ids of their figures, and the figures with the id of their event.

    A figure belongs to the first word above it (its noun, the verb over that) that triggers an event:
    in "sent 1,000 troops" the figure hangs on *troops*, *troops* on *sent*.
    """
    at = {(e.sentence, e.trigger): event.id for event in events for e in event.evidence}
    over = ((f, _event_over(f, sentences, at)) for f in figures)
    placed = tuple(f if event is None else changed(f, event=event) for f, event in over)
    counted: dict[str, list[str]] = {}
    for figure in placed:
        if figure.event is not None:
            counted.setdefault(figure.event, []).append(figure.id)
    return tuple(changed(e, figures=tuple(counted[e.id])) if e.id in counted else e for e in events), placed


def _event_over(
    figure: Figure, sentences: Sequence[Sentence], at: dict[tuple[Span, Span], str]
) -> str | None:
    sentence = next((s for s in sentences if s.span.overlaps(figure.span)), None)
    i = sentence.head_of(figure.span) if sentence else None
    while sentence is not None and i is not None and i >= 0:
        found = at.get((sentence.span, sentence.words[i].span))
        if found:
            return found
        i = sentence.words[i].head
    return None
