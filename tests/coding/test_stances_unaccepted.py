"""What somebody will not accept or let be, over whose objections it is done, and whose view is shared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record
from tests.coding.conftest import Stand, held

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Kenya does not accept that the lake be sold.",
            ("Kenya", "against", "lake be sold"),
        ),
        ("Kenya will never accept that the lake be sold.", ("Kenya", "against", "lake be sold")),
        ("Kenya will not let Chad into the pact.", ("Kenya", "against", "let Chad into the pact")),
        ("Kenya will not have Chadian soldiers in the port.", ("Kenya", "against", "Chadian soldiers")),
    ],
)
def test_who_does_not_accept_that_a_thing_be_is_against_it(read: Read, text: str, stand: Stand) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accepts that the lake is deep.",
        "Kenya will not have time for the meeting.",
        "Kenya let the ship leave.",
    ],
)
def test_what_somebody_lets_be_or_has_no_time_for_is_no_stand(read: Read, text: str) -> None:
    assert not held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Kenya backs the treaty with Chad against the wishes of Peru.",
            ("Peru", "against", "treaty with Chad"),
        ),
        ("Kenya wants a ban over the objections of Peru and Chad.", ("Chad", "against", "ban")),
        ("Kenya, with the consent of Peru, opposes the treaty.", ("Peru", "against", "treaty")),
        ("Kenya rejects the treaty in the face of resistance from Peru.", ("Peru", "for", "treaty")),
    ],
)
def test_over_whose_objections_a_stand_is_taken_stands_against_it(
    read: Read, text: str, stand: Stand
) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Kenya is against the treaty. Peru shares Kenya's view.", ("Peru", "against", "treaty")),
        ("Peru backs Kenya's line.", ("Peru", "for", "line")),
    ],
)
def test_who_shares_a_view_has_the_stand_of_its_owner(read: Read, text: str, stand: Stand) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Kenya opposes anything that raises the rent.",
            ("Kenya", "against", "anything that raises the rent"),
        ),
        ("Kenya is against breaking up the union.", ("Kenya", "against", "breaking up the union")),
        (
            "Kenya backs the treaty but is against fixing a date.",
            ("Kenya", "against", "fixing a date"),
        ),
    ],
)
def test_a_doing_or_anything_that_is_told_is_a_matter(read: Read, text: str, stand: Stand) -> None:
    assert stand in held(read(text))


def test_who_asks_others_for_an_answer_wants_it(read: Read) -> None:
    told = held(read("Peru backs the treaty. Kenya urged voters to say no."))
    assert ("Kenya", "against", "treaty") in told
