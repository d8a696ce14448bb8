"""Sides told by what governs a matter, what is coupled to it, and who stands behind a holder."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held
from .test_stances_set_beside import Stand, is_told


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Chile had lobbied against the canal treaty for years.", ("Chile", "against", "canal treaty")),
        (
            "The miners campaign for higher pensions and against the sale of the port.",
            ("miners", "against", "sale of the port"),
        ),
        ("Peru is for whaling but against exports of the meat.", ("Peru", "against", "exports")),
        ("Peru is for whaling but against exports of the meat.", ("Peru", "for", "whaling")),
        ("Norway had sought the treaty for ten years.", ("Norway", "for", "treaty")),
        ("Chile fought the canal treaty in the assembly.", ("Chile", "against", "canal treaty")),
        (
            "Miners in Peru stopped work on Monday in protest against the pension law.",
            ("Miners", "against", "pension law"),
        ),
    ],
)
def test_what_governs_a_matter_decides_the_side(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_whoever_asks_others_not_to_act_is_not_for_the_act(read: Read) -> None:
    found = held(read("Malta and Oman urged the Senate not to turn its back on the treaty."))
    assert not any(who == "Malta" and side == "for" and "turn its back" in what for who, side, what in found)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Peru insists on the release of all prisoners and on observers from Kenya.",
            ("Peru", "for", "observers from Kenya"),
        ),
        (
            "Kenya calls for a ceasefire, for aid to the towns and for a tribunal.",
            ("Kenya", "for", "tribunal"),
        ),
        (
            "Both parties support full sovereignty, a customs union with Peru and a treaty on fish.",
            ("Both parties", "for", "customs union"),
        ),
    ],
)
def test_what_is_coupled_to_a_matter_is_stood_on_too(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_what_a_thing_is_of_is_no_matter_by_itself(read: Read) -> None:
    assert not any(
        what == "water" for _, _, what in held(read("Chad is against the sale of land and of water."))
    )


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Peru, backed by Chile, opposes the canal treaty.", ("Chile", "against", "canal treaty")),
        ("Peru opposes the lease with the support of Kenya and Mali.", ("Mali", "against", "lease")),
        (
            "Peru has lobbied for the lease and has the support of Kenya, Malta and Mali.",
            ("Malta", "for", "lease"),
        ),
    ],
)
def test_who_backs_a_holder_stands_with_them(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))
    assert not any(what in ("Peru", "Kenya") for _, _, what in held(read(text)))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Kenya has asked for a halt to all drilling.", ("Kenya", "for", "halt")),
        ("Malta claims the right to police the strait.", ("Malta", "for", "right to police the strait")),
        ("The council insists that it go to the church.", ("council", "for", "go to the church")),
        (
            "Malta would rather see tourists than soldiers on its beaches.",
            ("Malta", "against", "soldiers on its beaches"),
        ),
        (
            "A survey put those opposed to the levy at 54 percent and those in favour at 36.",
            ("36", "for", "levy"),
        ),
    ],
)
def test_stands_of_other_words(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya asked for an answer.",
        "Kenya asked the leaders to explain the law.",
        "Chad will not attend the summit.",
    ],
)
def test_what_is_asked_or_refused_for_a_day_is_none(read: Read, text: str) -> None:
    assert not held(read(text)), held(read(text))
