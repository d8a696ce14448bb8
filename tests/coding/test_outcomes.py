"""What came of an act is told with it: a raid and the dead of the raid are one event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Event, Record

Read = Callable[[str], Record]


def assaults(read: Read, text: str) -> list[Event]:
    return [e for e in read(text).events if e.event == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Chad protested to Sudan over a raid that killed nine Chadian soldiers.", "SDN", "TCD.MIL"),
        ("Saudi jets bombed the Yemeni army on Sunday, killing 12 people.", "SAU.MIL.air-force", "YEM.MIL"),
        (
            "Indian soldiers were killed in an attack by Pakistani troops on Monday.",
            "PAK.MIL",
            "IND.MIL",
        ),
    ],
)
def test_a_deed_and_what_came_of_it_are_one_event(read: Read, text: str, actor: str, recipient: str) -> None:
    [event] = assaults(read, text)
    assert event.actors == (actor,)
    assert event.recipients == (recipient,)


def test_two_deeds_side_by_side_stay_two(read: Read) -> None:
    assert len(assaults(read, "Rebels attacked a village in Chad and killed three farmers.")) == 2


def test_the_raiders_own_dead_are_not_killed_by_the_raiders(read: Read) -> None:
    text = "French soldiers attacked a camp in Mali in a raid in which two French soldiers were killed."
    told = [e for e in assaults(read, text) if "FRA.MIL" in e.recipients]
    assert not any(a.startswith("FRA") for e in told for a in e.actors)
