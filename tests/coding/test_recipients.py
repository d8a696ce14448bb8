"""To whom an act is done, and to whom it only seems to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]


def states(record: Record, event: str) -> list[str | None]:
    held = {a.id: a.state for a in record.actors}
    return [held[r] for e in record.events if e.event == event for r in e.recipients]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # Whose request is refused, not what the request is for.
        ("Peru rejected Chile's request for the handover of six Bolivian clerks.", "CHL"),
        ("Peru turned down a Chilean proposal for talks with Bolivia.", "CHL"),
        ("Chile asked for the handover of six clerks, a request that Peru turned down.", "CHL"),
        ("Chile demanded a share of the port, a demand which Peru rejected on Monday.", "CHL"),
    ],
)
def test_a_request_is_refused_to_whoever_made_it(read: Read, text: str, state: str) -> None:
    assert states(read(text), "REJECT") == [state]


def test_who_only_tells_of_a_request_made_none(read: Read) -> None:
    assert "BOL" not in states(
        read("Bolivia said Chile had asked for the clerks, a request that Peru turned down."), "REJECT"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sudan's army gave the post to its chief, General Omar al-Bashir, and declared a state of emergency.",
        "Sudan's army shelled hills near the Chadian border.",
    ],
)
def test_who_is_handed_something_or_lives_across_a_border_is_not_hit(read: Read, text: str) -> None:
    record = read(text)
    assert states(record, "COERCE") + states(record, "ASSAULT") == []


def test_a_town_of_a_state_that_is_shelled_is_the_states(read: Read) -> None:
    assert states(read("Sudan's army shelled the Chadian town of Adre."), "ASSAULT") == ["TCD"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Sudan's army shelled a market, wounding 12 Chadian traders.", "TCD"),
        ("Rebels fired on a lorry near Bamako, killing a Swiss nurse.", "CHE"),
        # With no victims told of, what is struck is the state's in which its town lies.
        ("Ecuadorian warplanes bombed the runways of Lima's airport.", "PER"),
        ("Eritrean warplanes bombed the town of Mekelle.", "ETH"),
    ],
)
def test_what_a_strike_hits(read: Read, text: str, state: str) -> None:
    assert states(read(text), "ASSAULT") == [state]


def test_a_man_of_a_town_is_not_its_state(read: Read) -> None:
    record = read("Eritrean soldiers killed a pedlar of Mekelle.")
    assert "ETH" not in {r for e in record.events for r in e.recipients}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Thousands rallied in Asuncion on Monday, some waving Russian flags.", "PRY"),
        ("Peru voted. Hundreds marched through Lima.", "PER"),
    ],
)
def test_thousands_are_people_of_where_they_march(read: Read, text: str, state: str) -> None:
    record = read(text)
    [protest] = [e for e in record.events if e.event == "PROTEST"]
    [crowd] = [a for a in record.actors if a.id in protest.actors]
    assert (crowd.state, crowd.sector) == (state, "CVL")


def test_thousands_of_soldiers_are_soldiers(read: Read) -> None:
    record = read("Thousands of soldiers marched through Lima.")
    assert "CVL" not in {a.sector for e in record.events for a in record.actors if a.id in e.actors}


@pytest.mark.parametrize(
    ("text", "thing", "state"),
    [
        ("Rebels attacked a Chadian border post on Sunday.", "post", "TCD"),
        ("Peru turned down Chile's proposal on Monday.", "proposal", "CHL"),
        ("Gunmen opened fire on a bus of Kenyan pilgrims.", "bus", "KEN"),
    ],
)
def test_what_a_party_is_reached_through_is_not_told_of_beside_it(
    read: Read, text: str, thing: str, state: str
) -> None:
    [event] = read(text).events
    assert [s.of(text) for s in event.evidence[0].recipient_spans if s.of(text) == thing] == []
    assert state in states(read(text), event.event)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Oxfam appealed for tents to shelter the villagers.", "villagers"),
        ("Peru demanded that the monks be freed.", "monks"),
        ("The rebels vowed to march on Goma until peacekeepers came.", "peacekeepers"),
        ("Kenya asked the rich countries to resettle the herders.", "herders"),
    ],
)
def test_for_whom_something_is_asked_it_is_not_asked_of(read: Read, text: str, nobody: str) -> None:
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    told = [e for e in record.events if e.event in ("REQUEST", "THREATEN", "ASSAULT")]
    assert told
    assert not any(nobody in names[r] for e in told for r in e.recipients)


def test_who_is_to_act_is_asked(read: Read) -> None:
    assert states(read("Peru demanded that Chile free the monks."), "REQUEST") == ["CHL"]
    assert states(read("Kenya urged Somalia to shelter the herders."), "REQUEST") == ["SOM"]


def test_a_second_saying_with_a_hearer_of_its_own_goes_to_nobody_else(read: Read) -> None:
    record = read("Peru accused Chile of theft and appealed to its neighbours for help.")
    assert states(record, "REQUEST") != ["CHL"]


def test_of_whom_one_complains_is_not_to_whom(read: Read) -> None:
    record = read("Kenya complained to the United Nations that Somalia had moved the markers.")
    assert states(record, "ACCUSE") == ["SOM"]
