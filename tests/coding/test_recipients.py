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
        ("Peru voted. Hundreds marched through Lima in protest.", "PER"),
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


@pytest.mark.parametrize(
    ("text", "captors"),
    [
        ("Peru demanded the release of a clerk held by the Chilean police.", "CHL"),
        ("The bishop called for the release of two nuns seized by Chadian soldiers.", "TCD"),
        ("Kenya demanded that three monks abducted by Somali gunmen be freed.", "SOM"),
    ],
)
def test_a_release_is_asked_of_those_who_hold_the_captives(read: Read, text: str, captors: str) -> None:
    assert states(read(text), "REQUEST") == [captors]


@pytest.mark.parametrize(
    "text",
    ["Kenya called for Ann Obi's release.", "Kenya demanded the release of its six envoys."],
)
def test_a_release_is_not_asked_of_whoever_is_to_be_freed(read: Read, text: str) -> None:
    assert states(read(text), "REQUEST") == []


def test_whose_release_of_others_is_welcomed_is_welcomed(read: Read) -> None:
    assert states(read("Kenya welcomed Somalia's release of six nuns."), "SUPPORT") == ["SOM"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru accused Bolivia of theft, a charge rejected by La Paz.",
        "Chile and Peru accused Bolivia of theft, an allegation that La Paz denied.",
    ],
)
def test_a_charge_that_sums_up_is_rejected_towards_all_who_made_it(read: Read, text: str) -> None:
    assert states(read(text), "REJECT") == ["CHL", "PER"]


def test_a_draft_is_turned_down_towards_whoever_submitted_it(read: Read) -> None:
    text = "Kenya submitted a draft which Somalia turned down within the hour."
    assert states(read(text), "REJECT") == ["KEN"]


def _doers(record: Record, event: str) -> list[set[str | None]]:
    held = {a.id: a.state for a in record.actors}
    return [{held[a] for a in e.actors} for e in record.events if e.event == event]


def test_who_joins_another_in_something_does_it_too(read: Read) -> None:
    assert _doers(read("Chad was joined by Togo in condemning the raid."), "ACCUSE") == [{"TCD", "TGO"}]
    assert _doers(read("Chad was urged by Togo to condemn the raid."), "ACCUSE") in ([], [{"TCD"}])


def test_who_frees_captives_did_not_hold_them(read: Read) -> None:
    text = "Fishermen held for weeks by a Malian gang were freed by the Nigerian navy."
    assert _doers(read(text), "COERCE") == [{"MLI"}]


def test_two_nouns_that_describe_one_man_are_one_man(read: Read) -> None:
    record = read("Ann Obi, a former clerk and an ally of the mayor, was arrested by Kenyan police.")
    [arrest] = [e for e in record.events if e.event == "COERCE"]
    assert arrest.recipients == ("person:ann-obi",)
    record = read("Ann Obi, a former clerk, and Ben Lee were arrested by Kenyan police.")
    [arrest] = [e for e in record.events if e.event == "COERCE"]
    assert arrest.recipients == ("person:ann-obi", "person:ben-lee")
