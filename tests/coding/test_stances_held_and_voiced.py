"""Stands told by conviction, in the street, by idiom and by what is called for."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Bolivia maintains that the levy is unlawful.", ("Bolivia", "against", "levy")),
        ("Malta has long argued that the embargo is unjust.", ("Malta", "against", "embargo")),
        (
            "The bishops are convinced that the country needs a new kiln.",
            ("bishops", "for", "country needs a new kiln"),
        ),
        (
            "The mayors take the view that the ferry is a matter for the villages.",
            ("mayors", "for", "ferry is a matter for the villages"),
        ),
        (
            "Ghana maintains that the border runs through the lake.",
            ("Ghana", "for", "border runs through the lake"),
        ),
        (
            "Fiji insists that the protection of its reefs is not negotiable.",
            ("Fiji", "for", "protection of its reefs"),
        ),
    ],
)
def test_what_somebody_holds_a_thing_to_be_is_a_stand(
    read: Read, text: str, stand: tuple[str, str, str]
) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The dockers marched through Accra on Friday against the treaty.", ("dockers", "against", "treaty")),
        ("Estonia threw its weight behind the embargo.", ("Estonia", "for", "embargo")),
        ("The bishops gave the amendment their blessing.", ("bishops", "for", "amendment")),
        ("Estonia took Latvia's side.", ("Estonia", "for", "Latvia")),
        ("Estonia has no enthusiasm for the treaty.", ("Estonia", "against", "treaty")),
        ("The bishops have reservations about the treaty.", ("bishops", "against", "treaty")),
        ("Uganda will hear nothing of the treaty.", ("Uganda", "against", "treaty")),
        ("The dockers are solidly behind the treaty.", ("dockers", "for", "treaty")),
        ("President Museveni is firmly for open borders.", ("Museveni", "for", "open borders")),
    ],
)
def test_a_stand_may_be_told_in_the_street_or_by_idiom(
    read: Read, text: str, stand: tuple[str, str, str]
) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The dockers called on voters on Sunday to turn down the treaty.", ("dockers", "against", "treaty")),
        ("The dockers urged Ghana to pass the bill.", ("dockers", "for", "bill")),
        ("Latvia called for the harbour to be closed.", ("Latvia", "for", "closure of harbour")),
        (
            "Latvia has called for Georgia to be raised to full membership.",
            ("Latvia", "for", "Georgia to be raised to full membership"),
        ),
    ],
)
def test_what_is_called_for_is_taken_a_stand_on(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia said that the raid was unlawful.",
        "Bolivia maintains that its pilots were hit by hail.",
        "Bolivia has no reservations about the treaty.",
        "The dockers marched against the killing of a boy.",
        "Chad is behind the raid on the depot.",
        "Malta asked for the trial to be adjourned.",
        "The minister told supporters in the harbour to go home.",
        "The islands are not for sale.",
    ],
)
def test_what_only_sounds_so_is_no_stand(read: Read, text: str) -> None:
    assert held(read(text)) == set()


def test_a_bare_plan_is_told_with_what_the_stands_of_its_report_are_on(read: Read) -> None:
    told = (
        "Ghana backs the harbour. Uganda opposes the harbour. Bolivia is against the harbour. "
        "The dockers support the scheme."
    )
    assert ("dockers", "for", "scheme (harbour)") in held(read(told))


def test_a_pronoun_does_not_stand_for_what_ought_to_be(read: Read) -> None:
    told = "Ghana opposes the levy. Uganda argues that kings should sit with dockers. The dockers reject it."
    assert ("dockers", "against", "levy") in held(read(told))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "She told reporters that Malta was ready to talk but would not accept quotas on tuna.",
            ("Malta", "against", "quotas on tuna"),
        ),
        ("Fiji said that it would accept no quota on tuna.", ("Fiji", "against", "quota on tuna")),
        ("Uganda sees no sense in a new treaty.", ("Uganda", "against", "new treaty")),
        ("The cabinet said it would not give up the quota.", ("cabinet", "for", "quota")),
    ],
)
def test_what_is_refused_in_report_is_a_stand(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Fiji will accept the treaty in May.",
        "Malta will not give up hope.",
        "Fiji saw no ships in the bay.",
        "The minister heard nothing of the treaty.",
    ],
)
def test_what_is_promised_or_only_unseen_is_none(read: Read, text: str) -> None:
    assert held(read(text)) == set()


def test_what_is_joined_by_the_tree_to_another_thing_is_demanded_too(read: Read) -> None:
    told = "Fiji demands an end to the levy, a new vote and the formation of a committee."
    expected = {
        ("Fiji", "for", "end to the levy"),
        ("Fiji", "for", "new vote"),
        ("Fiji", "for", "formation of a committee"),
    }
    assert held(read(told)) == expected


def test_two_of_one_kind_stay_together(read: Read) -> None:
    assert held(read("Peru wants a pact with Chile and Bolivia.")) == {
        ("Peru", "for", "pact with Chile and Bolivia")
    }


def test_a_pronoun_is_not_what_is_only_told_of_its_holder(read: Read) -> None:
    told = "Fiji opposes the levy. Estonia, which signed a pact with Chad last year, objects to it."
    assert ("Estonia", "against", "levy") in held(read(told))
