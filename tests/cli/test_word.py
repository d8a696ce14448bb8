"""On whose word things stand, as `show` and `explain` tell it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.record import (
    Actor,
    ActorKind,
    Attribution,
    Event,
    Form,
    Pledge,
    Position,
    Record,
    Report,
    Span,
    Stance,
    Statement,
    Status,
    Strength,
)
from dragoman.word import OUTLET, event_word, nested, pledge_word, position_word

TEXT = "Peru said that Chile had warned that it opposed the dam. Chile will pay."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


OUTER = Statement("s1", "PER", "Peru", "say", Form.INDIRECT, at("Chile had warned that it opposed the dam"))
INNER = Statement("s2", "CHL", "Chile", "warn", Form.INDIRECT, at("it opposed the dam"), inside="s1")
RECORD = Record(
    report=Report("r", TEXT, (Span(0, len(TEXT)),)),
    actors=(Actor("PER", ActorKind.STATE, "Peru", "PER"), Actor("CHL", ActorKind.STATE, "Chile", "CHL")),
    statements=(
        replace(INNER, cue=at("warned")),
        replace(OUTER, cue=at("said")),
    ),
)


def test_an_event_stands_on_a_chain_of_words_or_on_the_outlets() -> None:
    event = Event("e1", "REJECT", None, ("CHL",), (), Status.ACTUAL, False, (), "")
    assert event_word(RECORD, event) == OUTLET
    chain = (Attribution("PER", "say", at("said")), Attribution("CHL", "warn", at("warned")))
    told = event_word(RECORD, replace(event, attribution=chain))
    assert told == "Peru (“said”) says that Chile (“warned”) says so"


def test_a_position_stands_on_the_words_that_hold_its_question() -> None:
    stand = Position("p", "CHL", "dam", Stance.AGAINST, Span(0, 56))
    told = position_word(RECORD, stand)
    assert told == "Peru (“said”) says that Chile (“warned”) says so, of themselves"
    assert position_word(RECORD, replace(stand, evidence=at("Chile will pay."))) == OUTLET


def test_a_pledge_is_the_outlets_telling_unless_a_statement_makes_it() -> None:
    pledge = Pledge("p", "CHL", None, Strength.PROMISE)
    assert pledge_word(RECORD, pledge) == OUTLET
    assert pledge_word(RECORD, replace(pledge, statement="s2")).endswith("of themselves")
    assert pledge_word(RECORD, replace(pledge, statement="s1")) == "Peru (“said”) says so"


def test_a_speaker_who_is_no_actor_is_named_by_the_reports_words() -> None:
    told = replace(OUTER, speaker=None, speaker_text="two of  them", cue=at("said"))
    record = replace(RECORD, statements=(told,))
    event = Event("e1", "REJECT", None, ("CHL",), (), Status.ACTUAL, False, (), "")
    said = replace(event, attribution=(Attribution(None, "say", at("said")),))
    assert event_word(record, said) == "two of them (“said”) says so"
    assert event_word(replace(RECORD, statements=()), said) == "(unnamed) (“said”) says so"


def test_each_who_undertakes_a_thing_together_does_so_of_themselves() -> None:
    both = replace(INNER, speakers=("CHL", "PER"), inside=None)
    record = replace(RECORD, statements=(both,))
    for one in ("CHL", "PER"):
        pledge = Pledge("p", one, None, Strength.PROMISE, statement="s2")
        assert pledge_word(record, pledge).endswith("of themselves")


def test_a_statement_stands_under_the_one_that_reports_it() -> None:
    assert [(depth, s.id) for depth, s in nested(RECORD)] == [(0, "s1"), (1, "s2")]
