"""Stands told by set phrases, by what is given up or would rather be had, and by who stands beside whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record
from tests.coding.conftest import Stand, held

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The Farmers' Union sits on the fence over the canal.", ("neutral", "canal")),
        ("Togo is still weighing its options on the treaty.", ("neutral", "treaty")),
        ("The bishop has refused to be drawn on the canal.", ("neutral", "canal")),
        ("The government has no policy on the canal.", ("neutral", "canal")),
        ("The miners want nothing to do with the canal law.", ("against", "canal law")),
        ("Togo backs the canal. The miners will have none of it.", ("against", "canal")),
        ("Togo backs the canal. The miners want nothing of the kind.", ("against", "canal")),
        ("The unions think little of the reform.", ("against", "reform")),
        ("Fishermen are dead set against the dam.", ("against", "dam")),
        ("The mayor is in favour of the dam, fishermen dead set against.", ("against", "dam")),
    ],
)
def test_a_set_phrase_tells_a_stand(read: Read, text: str, stand: tuple[str, str]) -> None:
    assert stand in {(s, q) for _, s, q in held(read(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The police were on the fence of the garden.",
        "Togo is weighing its options.",  # on what, nobody says
        "The mayor would sit on the fence if she could.",
    ],
)
def test_a_phrase_of_another_meaning_tells_none(read: Read, text: str) -> None:
    assert not held(read(text))


def test_who_gives_up_a_stand_against_is_on_neither_side(read: Read) -> None:
    assert held(read("Togo has dropped its objection to the canal.")) == {("Togo", "neutral", "canal")}
    assert held(read("Togo has stopped opposing the canal.")) == {("Togo", "neutral", "canal")}


@pytest.mark.parametrize(
    "text",
    [
        "Togo offered to drop its objection to the canal.",
        "Togo will drop its objection to the canal.",
        "Togo has not dropped its objection to the canal.",
    ],
)
def test_a_stand_that_is_not_given_up_yet_is_not_neutral(read: Read, text: str) -> None:
    assert not [p for p in read(text).positions if p.stance == "neutral"]


def test_what_one_would_rather_have_or_keep(read: Read) -> None:
    assert ("for", "new road") in {
        (s, q) for _, s, q in held(read("The miners would rather have a new road."))
    }
    assert not held(read("The miners would rather stay at home."))
    assert not held(read("The miners would rather have had a letter."))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The union's position is that the mine should be closed.", ("for", "closure of mine")),
        ("The union takes the view that the levy must be abolished.", ("for", "abolition of levy")),
        ("The levy must be withdrawn, the unions said.", ("for", "withdrawal of levy")),
    ],
)
def test_views_of_what_ought_to_be(read: Read, text: str, stand: tuple[str, str]) -> None:
    assert stand in {(s, q) for _, s, q in held(read(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The union's position is that all must show restraint.",
        "The talks must resume soon, the minister said.",
        "The union took the view of the coast in May.",
    ],
)
def test_other_views_are_no_stands(read: Read, text: str) -> None:
    assert not held(read(text))


def test_who_was_first_or_alone_to_do_it(read: Read) -> None:
    assert held(read("Togo was the first country to recognise Kosovo.")) == {
        ("Togo", "for", "recognition of Kosovo")
    }
    names = {n for n, *_ in held(read("Ghana, Togo and Mali were among the first to recognise Kosovo."))}
    assert names == {"Ghana", "Togo", "Mali"}


def test_both_are_the_two_who_were_named(read: Read) -> None:
    stands = held(read("Ghana and Togo took part in the talks, and both support the canal."))
    assert stands == {("Ghana", "for", "canal"), ("Togo", "for", "canal")}


def test_known_as_a_supporter(read: Read) -> None:
    stands = held(read("Kofi Mensah is known as an opponent of the canal."))
    assert stands == {("Kofi Mensah", "against", "canal")}
    assert not held(read("Kofi Mensah met her as an opponent of the canal spoke."))


def test_a_side_between_commas(read: Read) -> None:
    assert ("Togo", "for", "canal") in held(
        read("Togo, officially in favour of the canal, asked for more time.")
    )
    assert not held(read("In Togo, in support of which nobody spoke, it rained."))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (
            "Ghana and Benin joined Togo in opposing the plan.",
            {("Ghana", "against", "plan"), ("Benin", "against", "plan"), ("Togo", "against", "plan")},
        ),
        (
            "Ghana backs the budget, and Togo followed suit.",
            {("Ghana", "for", "budget"), ("Togo", "for", "budget")},
        ),
        (
            "The dam is backed by Ghana but not by Togo.",
            {("Ghana", "for", "dam"), ("Togo", "against", "dam")},
        ),
        (
            "Ghana, which backs the canal, and Togo, which opposes it, met.",
            {("Ghana", "for", "canal"), ("Togo", "against", "canal")},
        ),
    ],
)
def test_who_stands_beside_or_against_another(read: Read, text: str, stands: set[Stand]) -> None:
    assert held(read(text)) == stands


def test_whoever_is_excepted_does_not_stand_so(read: Read) -> None:
    assert not [h for h, *_ in held(read("Everyone except Togo backs the pact.")) if h == "Togo"]


def test_what_a_thing_is_to_somebody(read: Read) -> None:
    assert {(s, q) for _, s, q in held(read("The plan is unacceptable to the unions."))} == {
        ("against", "plan")
    }
    assert {(s, q) for _, s, q in held(read("The levy has the premier's blessing."))} == {("for", "levy")}


def test_another_is_only_asked_for_a_thing_of_the_day(read: Read) -> None:
    assert not held(
        read("He urged Belgrade and Pristina to show restraint, and called the build-up unhelpful.")
    )
    asked = held(read("The union called on the government to scrap the levy."))
    assert {(s, q) for _, s, q in asked} == {("against", "levy")}
    assert not held(read("The union called on the government to pay the wages."))


def test_called_for_it_to_end_is_against_it(read: Read) -> None:
    stands = held(read("Togo has long called for the embargo to end."))
    assert stands == {("Togo", "for", "end of embargo")}


def test_not_against_one_but_against_another(read: Read) -> None:
    stands = held(read("The mayor is not against hotels but against paying for them."))
    assert {s for _, s, _ in stands} == {"against"}
    assert "hotels" not in {q for *_, q in stands}


def test_so_is_another_at_the_head_of_the_next_sentence(read: Read) -> None:
    text = "Togo is campaigning for the ban. So is the Christian Democratic Party, its leader said."
    assert ("for", "ban") in {(s, q) for n, s, q in held(read(text)) if n != "Togo"}


def test_a_candidate_for_membership(read: Read) -> None:
    assert held(read("Togo is a candidate for membership of NATO.")) == {
        ("Togo", "for", "membership of NATO")
    }


def test_one_of_those_who_stand_so(read: Read) -> None:
    names = {n for n, s, _ in held(read("Ghana, one of 17 states that recognise Taiwan, sent an envoy."))}
    assert "Ghana" in names
    asked = held(read("Ghana, one of nine observers which Togo wants to admit, sent an envoy."))
    assert "Ghana" not in {n for n, *_ in asked}


def test_some_of_many_are_named(read: Read) -> None:
    stands = held(read("Eleven senators, among them the party's chief, Kofi Mensah, opposed the bill."))
    assert ("Kofi Mensah", "against", "bill") in stands
    assert any(n.endswith("senators") for n, *_ in stands)


def test_a_view_shared_a_sentence_later(read: Read) -> None:
    stands = held(
        read("Togo has always rejected the treaty. Ghana shares that view, its foreign minister said.")
    )
    assert ("Ghana", "against", "treaty") in stands
    assert not held(read("Togo likes rice. Ghana shares that view."))


def test_what_should_go_ahead_is_not_to_end(read: Read) -> None:
    stands = held(read("Ghana considers that the mission should go ahead."))
    assert {s for _, s, _ in stands} == {"for"}
    assert not held(read("Ghana is considering whether it should remain a member of the league."))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ghana is one of the pact's few supporters.", {"Ghana"}),
        ("Ghana counts among the supporters of the pact.", {"Ghana"}),
        ("Ghana is among the pact's supporters.", {"Ghana"}),
        ("The pact's backers include Ghana and Togo.", {"Ghana", "Togo"}),
        ("Ghana, which backs the pact, and Togo are to meet on Monday.", {"Ghana"}),
    ],
)
def test_who_is_counted_among_the_supporters(read: Read, text: str, names: set[str]) -> None:
    assert held(read(text)) == {(name, "for", "pact") for name in names}


def test_what_there_must_not_be_answers_no_stand(read: Read) -> None:
    stands = held(read("Ghana backs the pact, and there must be no two classes of members."))
    assert stands == {("Ghana", "for", "pact")}
