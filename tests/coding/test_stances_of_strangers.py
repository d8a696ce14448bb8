"""Whose stand it is where no list knows them: leagues, "those who …", pronouns, and who stands as another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.pipeline import Reader
from dragoman.record import How, Record, Report, Span
from tests.coding.conftest import held

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The beekeepers' league opposes the levy on sugar.", ("league", "against", "levy on sugar")),
        (
            "A strike committee insists that the mill must stay open.",
            ("strike committee", "for", "mill must stay open"),
        ),
        ("The palace has always rejected the charter.", ("palace", "against", "charter")),
        ("Business is undecided on the levy.", ("Business", "neutral", "levy")),
        ("Kenya wants the dam built, and those who oppose the dam are few.", ("those", "against", "dam")),
    ],
)
def test_a_group_of_no_list_stands_for_itself(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    name, stance, question = stand
    assert any(n.endswith(name) and s == stance and q == question for n, s, q in held(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The moratorium of 1994 opposes the sale of ivory.",  # a thing has no view
        "Any committee that opposes the levy may write to the mayor.",
        "It is against the law to sell fireworks.",
    ],
)
def test_things_and_whoever_it_may_be_stand_nowhere(read: Read, text: str) -> None:
    assert not [p for p in read(text).positions if not p.reason.startswith("the network")]


def test_a_group_is_an_actor_only_for_its_stand(read: Read) -> None:
    record = read("The bakers' league opposes the levy on sugar. The weavers' league met on Tuesday.")
    assert [m.text for m in record.mentions if "league" in m.text and m.how is How.DESCRIPTION][:1]
    assert not [a for a in record.actors if "weavers' league" in a.name]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Peru said that it was against the levy on wool.", "it", "Peru"),
        ("Miners of the Copper Union, who oppose the levy on ore, marched.", "who", "iners"),
    ],
)
def test_the_pronoun_of_a_stand_is_a_mention_of_its_holder(
    read: Read, text: str, pronoun: str, name: str
) -> None:
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    assert any(m.text == pronoun and name in names.get(m.actor or "", "") for m in record.mentions)


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("Kenya backs the canal. Uganda takes the same view.", "Uganda", "for"),
        ("Kenya backs the canal. Uganda takes the opposite view.", "Uganda", "against"),
        ("Kenya opposes the canal, and Uganda is of the same opinion.", "Uganda", "against"),
        ("Kenya is behind the treaty, Uganda is too.", "Uganda", "for"),
    ],
)
def test_whoever_sees_it_as_another_stands_so(read: Read, text: str, holder: str, stance: str) -> None:
    assert {s for n, s, _ in held(read(text)) if n == holder} == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "Uganda takes the same view.",  # of nobody who stands
        "Kenya backs the canal. Uganda does not take the same view of the weather.",
        "Kenya backs the canal. Uganda took another view from the tower.",
    ],
)
def test_a_view_of_nothing_is_no_stand(read: Read, text: str) -> None:
    assert not [s for s in held(read(text)) if s[0] == "Uganda"]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Kenya is not against the bridge but wants a ferry.", {("for", "ferry")}),
        ("Kenya does not oppose the bridge.", set()),
        ("Kenya has no objection to the bridge.", set()),
        ("Kenya no longer opposes the bridge.", {("neutral", "bridge")}),
        ("Kenya no longer insists on the bridge.", {("neutral", "bridge")}),
    ],
)
def test_whoever_is_not_against_a_thing_is_not_yet_on_a_side(
    read: Read, text: str, stances: set[tuple[str, str]]
) -> None:
    assert {(s, q) for n, s, q in held(read(text)) if n == "Kenya"} == stances


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Chile maintains that the quota must go.", ("Chile", "against", "quota")),
        ("Chile maintains that the quota must go at once.", ("Chile", "against", "quota")),
        ("Chile favours closing.", ("Chile", "for", "closing")),
        (
            "Chile remains neutral in the quarrel over the reef.",
            ("Chile", "neutral", "quarrel over the reef"),
        ),
    ],
)
def test_what_must_go_and_who_is_neutral(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chile maintains that the matter must go to the court.",
        "Chile maintains that the refugees must go home.",
    ],
)
def test_where_somebody_must_go_nothing_is_to_be_gone(read: Read, text: str) -> None:
    assert not [s for s in held(read(text)) if s[1] == "against"]


def test_the_side_of_another_is_not_that_of_who_stands_before(read: Read) -> None:
    stands = held(read("Fiji and Samoa are behind the treaty, but Palau is firmly against it."))
    assert {(n, s) for n, s, _ in stands} == {("Fiji", "for"), ("Samoa", "for"), ("Palau", "against")}


def test_how_neighbours_do_a_thing_is_no_stand_of_theirs(read: Read) -> None:
    stands = held(read("Kenya wants the pipeline as much as its neighbours do."))
    assert {n for n, _, _ in stands} == {"Kenya"}


def test_an_it_is_the_law_named_just_before(read: Read) -> None:
    record = read("The treaty bans landmines. Chad, Mali and Togo stayed at home and are all against it.")
    assert {(n, q) for n, _, q in held(record)} == {
        ("Chad", "treaty"),
        ("Mali", "treaty"),
        ("Togo", "treaty"),
    }


@pytest.fixture
def read(reader: Reader) -> Read:
    """Read a text of one title."""

    def of(text: str) -> Record:
        return reader.read(Report("test", text, (Span(0, len(text)),), language="en"))

    return of
