"""What a state did that is no more is history, even without a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    "text",
    [
        "Soviet tanks entered Budapest.",
        "The Soviet Union expelled the Swedish consul.",
        "Yugoslav troops shelled the Croatian town.",
        "Czechoslovakia recalled its envoy from Chile.",
    ],
)
def test_what_a_state_gone_by_now_did_is_history(read: Read, text: str) -> None:
    events = read(text).events
    assert events
    assert all(e.historical for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Russian tanks entered Budapest.",
        "Former Yugoslav soldiers shelled the Croatian town.",
        "Poland condemned the Soviet Union.",
        "Estonia took down a Soviet memorial, and police arrested nine people.",
        "East German voters backed the Greens.",
    ],
)
def test_what_is_done_today_is_none(read: Read, text: str) -> None:
    events = read(text).events
    assert events
    assert not any(e.historical for e in events)
