"""Who summons an envoy and demands something demands it of the envoy's side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Chad summoned the Libyan ambassador on Monday and demanded an end to the raids.", "LBY"),
        ("Kenya accused Somalia of shelling a market and demanded an apology.", "SOM"),
        ("Peru's foreign minister met the Chilean ambassador and asked for help.", "CHL"),
    ],
)
def test_a_demand_joined_to_a_saying_goes_to_the_same(read: Read, text: str, state: str) -> None:
    record = read(text)
    states = {a.id: a.state for a in record.actors}
    [request] = [e for e in record.events if e.event == "REQUEST"]
    assert {states[r] for r in request.recipients} == {state}


def test_who_speaks_anew_speaks_to_nobody_told_of(read: Read) -> None:
    record = read("Mali accused Niger of theft, and Chad demanded talks.")
    [request] = [e for e in record.events if e.event == "REQUEST"]
    assert request.actors == ("TCD",)
    assert request.recipients == ()
