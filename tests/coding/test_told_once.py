"""An act told with two words is one; deeds side by side are two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Greek minister flew to Oslo to meet the Norwegian prime minister.", "CONSULT"),
        ("Kenya told Somalia that it would invade if the raids went on.", "THREATEN"),
        ("A bishop led a march through Lima against the new tax.", "PROTEST"),
        ("Peruvian and Chilean warships held joint naval exercises off Arica.", "COOPERATE"),
        ("Farmers blocked the road to Quito, demanding a higher price for maize.", "PROTEST"),
        ("Denmark sent a ship to Yemen to help the refugees.", "AID"),
        ("Fighting erupted in Juba between the army and militiamen.", "ASSAULT"),
        ("Clashes between soldiers and rebels resumed near Bangui on Sunday.", "ASSAULT"),
    ],
)
def test_one_act_is_one(read: Read, text: str, event: str) -> None:
    assert [e.event for e in read(text).events].count(event) == 1


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Georgia recalled its envoy from Baku and expelled the Azerbaijani consul.", "SANCTION"),
        ("Rebels shelled the port and shot nine policemen.", "ASSAULT"),
        ("Turkish police arrested nine Syrians and seized a house of the party.", "COERCE"),
        ("The rebels' attack on Goma prompted the army to bomb their camp.", "ASSAULT"),
    ],
)
def test_two_deeds_are_two(read: Read, text: str, event: str) -> None:
    assert [e.event for e in read(text).events].count(event) == 2


def test_what_a_crowd_demands_is_its_protest(read: Read) -> None:
    events = read("Farmers blocked the road to Quito, demanding that the minister resign.").events
    assert "REQUEST" not in {e.event for e in events}
    asked = read("Farmers met the minister, and the union demanded his resignation.").events
    assert "REQUEST" in {e.event for e in asked}
