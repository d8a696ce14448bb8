"""Which words name what a stand is on: none of a thing, a no, a set phrase, and matters told in pairs."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held

Stand = tuple[str, str, str]


def is_told(read: Read, text: str, stand: Stand) -> bool:
    who, side, matter = stand
    return any(who in h[0] and h[1] == side and matter in h[2] for h in held(read(text)))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Ghana wants to see no new refinery on the lagoon.", ("Ghana", "against", "new refinery")),
        ("Togo will hear of no ceiling on its exports.", ("Togo", "against", "ceiling on its exports")),
        ("The shepherds want not an acre fenced.", ("shepherds", "against", "acre fenced")),
        ("The Liberals want zero tariffs and zero quotas.", ("Liberals", "against", "quotas")),
        ("The Greens want no more motorways.", ("Greens", "against", "motorways")),
        ("The miners want not a single pit closed.", ("miners", "for", "pit")),
    ],
)
def test_who_wants_none_of_a_thing_is_against_it(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_who_wants_no_more_than_so_much_is_not_against_it(read: Read) -> None:
    told = held(read("The growers want no more than six dams."))
    assert not any(h[1] == "against" for h in told), told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ghana backs the treaty. Its Liberal Party rejects it root and branch.", "branch"),
        ("Ghana backs the levy. The miners are for it, no ifs or buts.", "buts"),
        ("The farmers would like to know who will pay for the canal.", "know"),
        ("The governor would like to question the contractors of the canal.", "contractors"),
        ("Cairo demands five things of Chad, a treaty among them.", "Chad"),
    ],
)
def test_what_only_tells_how_or_whom_is_no_matter(read: Read, text: str, word: str) -> None:
    told = held(read(text))
    assert not any(word in h[2] for h in told), told


def test_the_thing_before_a_set_phrase_is_the_matter(read: Read) -> None:
    text = "Ghana backs the treaty. Togo objects to the annex root and branch."
    assert is_told(read, text, ("Togo", "against", "annex")), held(read(text))


def test_who_wants_to_be_asked_wants_a_say(read: Read) -> None:
    assert held(read("Two thirds of the voters wanted to be asked about the canal."))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Ghana favours the merger. The bishops campaigned for a clear No in May.",
            ("bishops", "against", "merger"),
        ),
        (
            "Ghana favours the merger. The growers had recommended a clear no.",
            ("growers", "against", "merger"),
        ),
    ],
)
def test_who_is_for_a_no_is_against_what_it_is_to(read: Read, text: str, stand: Stand) -> None:
    told = held(read(text))
    assert not any(h[1] == "for" and h[2].lower().endswith("no") for h in told), told
    assert is_told(read, text, stand), told


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (
            "The Greens want both the smelter and the jetty gone.",
            [("Greens", "against", "smelter"), ("Greens", "against", "jetty")],
        ),
        (
            "The Greens want the levy scrapped and its rules rewritten.",
            [("Greens", "against", "levy"), ("Greens", "for", "rules rewritten")],
        ),
        (
            "The Greens want the levy scrapped and the toll lifted.",
            [("Greens", "against", "levy"), ("Greens", "against", "toll")],
        ),
        (
            "The Greens want half of the lagoon closed to trawlers.",
            [("Greens", "for", "lagoon closed to trawlers")],
        ),
        (
            "Chad recognises neither Abkhazia nor South Ossetia.",
            [("Chad", "against", "Abkhazia"), ("Chad", "against", "South Ossetia")],
        ),
        (
            "The mayor is no friend of the mine and the port.",
            [("mayor", "against", "mine"), ("mayor", "against", "port")],
        ),
        (
            "Ghana is for the treaty and the base. The Labour Party opposes both.",
            [("Labour", "against", "treaty"), ("Labour", "against", "base")],
        ),
        (
            "Ghana favours the pact and opposes the base. The Labour Party wants both gone.",
            [("Labour", "against", "pact"), ("Labour", "against", "base")],
        ),
        (
            "Ghana is for the treaty and the base. The Labour Party wants both kept.",
            [("Labour", "for", "treaty kept"), ("Labour", "for", "base kept")],
        ),
    ],
)
def test_each_of_two_matters_has_its_stand(read: Read, text: str, stands: list[Stand]) -> None:
    told = held(read(text))
    assert all(is_told(read, text, stand) for stand in stands), told


def test_both_and_two_names_are_these(read: Read) -> None:
    told = held(read("Ghana favours the canal. Togo backs both the port and the pact."))
    assert not any(h[0] == "Togo" and "canal" in h[2] for h in told), told


def test_who_will_not_send_a_law_back_is_for_it(read: Read) -> None:
    text = "The president has refused to send the bill back."
    assert not is_told(read, text, ("president", "against", "bill")), held(read(text))
