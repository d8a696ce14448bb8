"""Talks that are held are found where the learned head believes the light verb and not the noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Talks on fishing were held in Madrid by diplomats from Britain and Argentina.", {"GBR", "ARG"}),
        (
            "Negotiations over the canal were conducted in Vienna by envoys of Egypt and Sudan.",
            {"EGY", "SDN"},
        ),
        (
            "Talks on the border were held by ministers of Laos and Vietnam in Hue.",
            {"LAO", "VNM"},
        ),
    ],
)
def test_both_sides_of_talks_that_were_held(read: Read, text: str, states: set[str]) -> None:
    record = read(text)
    [event] = [e for e in record.events if e.event == "CONSULT"]
    assert {a.state for a in record.actors if a.id in event.actors} == states
    assert event.confidence > 0.45


def test_a_party_that_was_held_is_no_talk(read: Read) -> None:
    assert not read("A party was held for the children of the Omani embassy.").events
