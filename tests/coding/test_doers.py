"""Doers that no list knows: the words for them become an actor of the report."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.record import ActorKind, How, Record

Read = Callable[[str], Record]


def test_a_group_that_no_list_knows_is_an_actor_of_its_report(read: Read) -> None:
    record = read("A coalition of fourteen green groups accused Norway of breaking the treaty on Monday.")
    [event] = [e for e in record.events if e.event == "ACCUSE"]
    [actor] = [a for a in record.actors if a.id in event.actors]
    assert actor.id == "r:aaaaaaaa:coalition-of-fourteen-green-groups"
    assert (actor.kind, actor.name) == (ActorKind.GROUP, "coalition of fourteen green groups")
    [mention] = [m for m in record.mentions if m.actor == actor.id]
    assert (mention.how, mention.text) == (How.DESCRIPTION, actor.name)
    assert "no list knows them" in mention.reason
    assert mention.span.of(record.report.text) == mention.text


def test_it_holds_the_position_that_is_told_of_it(read: Read) -> None:
    record = read("The islanders want a referendum on independence.")
    [position] = record.positions
    assert position.holder == "r:aaaaaaaa:islanders"


def test_known_actors_and_nouns_that_recur_are_left_to_others(read: Read) -> None:
    for text in (
        "The ministers of Sudan accused Norway of spying.",
        "The librarian accused Norway of spying.",
    ):
        assert not [m for m in read(text).mentions if "no list knows them" in m.reason], text
