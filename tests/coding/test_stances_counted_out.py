"""Shares and lists: of whom a bare number is, several things behind one side, and none of a thing."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held
from .test_stances_set_beside import Stand, is_told


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Four out of five Danes favour the tunnel.", ("Four out of five Danes", "for", "tunnel")),
        ("Seven in ten Danes are for a ban on snuff.", ("Seven in ten Danes", "for", "ban on snuff")),
        (
            "A poll of 900 nurses showed 61 percent for the law and 20 percent against.",
            ("20 percent of nurses", "against", "law"),
        ),
        (
            "One hundred and two states were for the resolution, and 29 took no side.",
            ("29 states", "neutral", "resolution"),
        ),
    ],
)
def test_a_share_is_told_with_whom_it_is_of(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_those_who_are_counted_out_of_others_are_one_group(read: Read) -> None:
    assert len(held(read("Seven in ten Danes are for a ban on snuff."))) == 1


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A poll of 900 nurses showed 61 percent for the law and 20 percent against.", "nurses"),
        ("Forty-six percent of voters oppose the charter and 37 percent are for it.", "voters"),
    ],
)
def test_the_people_of_a_share_are_words_for_it(read: Read, text: str, people: str) -> None:
    record = read(text)
    for held_by in {p.holder for p in record.positions}:
        assert any(people in m.text for m in record.mentions if m.actor == held_by)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Malta is for the canal, for the railway and against the port.", ("Malta", "for", "railway")),
        ("Malta is for the canal, for the railway and against the port.", ("Malta", "against", "port")),
        (
            "Malta, which is against the pact and favours a return to neutrality, left.",
            ("Malta", "for", "return"),
        ),
        ("Malta is against working longer.", ("Malta", "against", "working longer")),
    ],
)
def test_the_things_of_a_list_are_all_stood_on(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_a_further_predicate_is_no_thing_of_the_list(read: Read) -> None:
    assert len(held(read("Malta is for the dam and a friend of Ghana."))) == 1


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Malta recognises no junta.", ("Malta", "against", "junta")),
        ("Malta neither accepts nor recognises the border.", ("Malta", "against", "border")),
        ("Malta wants no ban whatsoever.", ("Malta", "against", "ban")),
        ("Malta insists that no reactor can be built.", ("Malta", "against", "reactor")),
    ],
)
def test_none_of_a_thing_is_against_it(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_what_others_cannot_do_is_no_demand(read: Read) -> None:
    assert not held(read("Malta maintains that a poor country cannot afford to buy grain."))


def test_nobody_of_several_holders_is_what_the_others_stand_on(read: Read) -> None:
    told = held(read("Ghana backs the bid. Norway, Denmark and Malta are opposed."))
    assert {(h[0], h[1], h[2]) for h in told if h[1] == "against"} == {
        ("Norway", "against", "bid"),
        ("Denmark", "against", "bid"),
        ("Malta", "against", "bid"),
    }


def test_each_of_two_wings_has_its_own_side(read: Read) -> None:
    told = held(read("The Ghana Movement is split over the deal: one wing is for it, the other against."))
    assert not any(h[0] == "other" and h[1] == "for" for h in told)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Malta rejects any payment to Ghana, any joint venture and any treaty on fish.",
            ("Malta", "against", "joint venture"),
        ),
        (
            "Malta called for the dismissal of the minister, an early election and the creation of a court.",
            ("Malta", "for", "early election"),
        ),
        (
            "Malta opposes the closure of the pit and the dismissal of 300 men.",
            ("Malta", "against", "dismissal of 300 men"),
        ),
    ],
)
def test_what_the_tree_hung_below_is_stood_on(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_what_a_thing_is_of_is_not_stood_on(read: Read) -> None:
    assert len(held(read("Malta wants a share of the oil and the gas."))) == 1


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Malta insists that there be no second canal.", ("Malta", "against", "second canal")),
        (
            "Malta insists that there be no canal without a vote.",
            ("Malta", "for", "no canal without a vote"),
        ),
        ("Malta would rather have no mine than a foreign one.", ("Malta", "against", "mine")),
    ],
)
def test_what_there_is_to_be_none_of(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_a_stand_is_like_the_last_one_before_it(read: Read) -> None:
    told = held(read("Malta is committed to the bill and is opposed to a vote on it, as is Ghana."))
    assert ("Ghana", "against", "vote on it") in told or ("Ghana", "against", "vote") in told


def test_who_said_the_same_may_follow_in_a_sentence_of_its_own(read: Read) -> None:
    told = held(read("Malta rejects the treaty. Ghana has said the same."))
    assert ("Ghana", "against", "treaty") in told


def test_who_are_counted_and_named_stand_by_their_names(read: Read) -> None:
    text = "Two of the four coalition parties, the Moderates and the Liberals, have always favoured the dam."
    holders = {n for n, s, q in held(read(text)) if (s, q) == ("for", "dam")}
    assert "Moderates" in holders
    assert not any(n.startswith("Two") for n in holders)


def test_a_share_of_people_is_one_holder_with_its_scope(read: Read) -> None:
    record = read(
        "Seven in ten Chileans approve of the change to the constitution, a pollster said on Monday."
    )
    assert [(p.holder, p.scope) for p in record.positions] == [("group:chileans", "seven in ten")]
