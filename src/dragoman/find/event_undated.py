"""Events without a date: the step that says so, and what later goes before it or in its place."""

from __future__ import annotations

from dataclasses import replace

from dragoman.record import Event, TimeSpan

_NO_DATE = "no date: "


def no_date(reason: str) -> str:
    """The step that says why an event has no date."""
    return f"{_NO_DATE}{reason}"


def is_dated(event: Event) -> bool:
    """Whether an event has a time that begins or ends on a day."""
    return event.time is not None and bool(event.time.start or event.time.end)


def with_date(event: Event, time: TimeSpan, how: str) -> Event:
    """The event with a time found for it later, and how it was found in place of why there was none."""
    steps = (*(s for s in event.steps if not s.startswith(_NO_DATE)), f"date: {how}")
    return replace(event, time=time, steps=steps)


def long_past(event: Event, why: str) -> Event:
    """The event as historical; the reason stands before the one why it has no date."""
    at = next((k for k, s in enumerate(event.steps) if s.startswith(_NO_DATE)), len(event.steps))
    step = f"told as long past: {why}"
    return replace(event, historical=True, steps=(*event.steps[:at], step, *event.steps[at:]))
