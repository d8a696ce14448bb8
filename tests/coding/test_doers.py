"""Doers that no list knows: the words for them become an actor of the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.coding.doers import with_doers
from dragoman.coding.parties import Parties, parties_in
from dragoman.find.actors import ActorsFound
from dragoman.language.hints import ActHint, Part
from dragoman.language.parse import Sentence, Word
from dragoman.record import Actor, ActorKind, How, Mention, Record, Report, Span

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


def test_people_without_an_office_to_whom_something_is_done_are_actors(read: Read) -> None:
    record = read("Chadian police arrested a violinist and two cyclists in Lyon. The violinist wept.")
    [event] = [e for e in record.events if e.event in ("ASSAULT", "COERCE")]
    known = {a.id: a for a in record.actors}
    assert {(known[i].name, known[i].state) for i in event.recipients} >= {("cyclists", "TCD")}
    record = read("Chadian police burned a bicycle in Lyon.")
    assert not any(m.text == "bicycle" for m in record.mentions if "no list knows them" in m.reason)


TEXT = "Monks scolded Chad. Chad wept."
CHAD = (
    Mention("TCD", Span(14, 18), "Chad", How.NAME, ""),
    Mention("TCD", Span(20, 24), "Chad", How.NAME, ""),
)
WEPT = (
    Word(0, "Chad", Span(20, 24), "PROPN", "Chad", 1, "nsubj"),
    Word(1, "wept", Span(25, 29), "VERB", "weep", -1, "root"),
)


def scolded(share: float) -> Sentence:
    """The first sentence, whose actor is at its first word with a share."""
    words = (
        Word(0, "Monks", Span(0, 5), "NOUN", "monk", 1, "nsubj"),
        Word(1, "scolded", Span(6, 13), "VERB", "scold", -1, "root"),
        Word(2, "Chad", Span(14, 18), "PROPN", "Chad", 1, "obj"),
    )
    hint = ActHint(1, (("ACCUSE", 0.9),), (("actual", 1.0),), 0.0, None, (Part(0, "actor", share),))
    return Sentence(Span(0, 19), words, acts=(hint,))


def joined(share: float) -> tuple[list[Parties], ActorsFound, ActorsFound, list[Parties]]:
    found = ActorsFound((Actor("TCD", ActorKind.STATE, "Chad"),), CHAD, ())
    cast = [parties_in(s, CHAD, lambda _: None) for s in (scolded(share), Sentence(Span(20, 30), WEPT))]
    told, after = with_doers(Report("r", TEXT, (Span(0, len(TEXT)),)), cast, found)
    return cast, found, told, list(after)


def test_only_a_sentence_with_somebody_new_gets_other_parties() -> None:
    cast, found, told, after = joined(0.9)
    monks, *known = told.mentions
    assert (monks.text, tuple(known)) == ("Monks", found.mentions)
    assert [a.id for a in told.actors] == ["TCD", monks.actor]
    assert after[0].by_head == {0: monks, 2: CHAD[0]}
    assert after[1] is cast[1]


def test_where_nobody_is_new_all_stays() -> None:
    cast, found, told, after = joined(0.1)
    assert told is found
    assert all(a is b for a, b in zip(after, cast, strict=True))


def test_of_nested_mentions_the_longer_stands_whichever_came_first() -> None:
    short, long = (Mention(a, Span(0, end), TEXT[:end], How.NAME, "") for a, end in (("A", 5), ("B", 13)))
    nobody = Mention(None, Span(0, 18), TEXT[:18], How.NAME, "")
    words = tuple(replace(w, head=0 if w.i else -1) for w in scolded(0.9).words)
    empty = Parties(Sentence(Span(0, 19), words), {}, lambda _: None)
    for first, second in ((short, long), (long, short)):
        assert empty.with_mentions([first]).with_mentions([second]).by_head == {0: long}
    assert empty.with_mentions([short]).with_mentions([nobody]).by_head == {0: short}
    assert empty.with_mentions([nobody]).with_mentions([short]).by_head == {0: short}


def test_a_pianist_of_a_nation_is_not_the_nation(read: Read) -> None:
    for text, kind in (
        ("A Chilean pianist accused the government of Peru of torture on Monday.", "pianist"),
        ("A Kenyan choir accused the government of Uganda of torture on Monday.", "choir"),
        ("Police killed two Kenyan hikers near Goma on Monday.", "hikers"),
    ):
        record = read(text)
        parties = {p for e in record.events for p in (*e.actors, *e.recipients)}
        known = {a.id: a for a in record.actors}
        assert any(known[p].name.endswith(kind) and known[p].state in ("CHL", "KEN") for p in parties), text
        assert not parties & {"CHL", "KEN"}, text
    record = read("Chilean missiles hit Lima on Monday.")
    assert any("CHL" in e.actors for e in record.events)
