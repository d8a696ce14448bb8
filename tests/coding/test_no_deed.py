"""Acts that a sentence speaks of and nobody did: powers, laws, opinions in surveys, plots, games."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record, Status

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    "text",
    [
        "Each of the five members can veto the resolution.",
        "The Danish central bank can freeze the accounts of a Russian bank without a judge.",
        "The emergency law allows the Bolivian police to detain suspects for a week.",
        "A law of 1952 allows the Kenyan police to detain suspects for a week.",
        "Kenyan police can detain a suspect for nine days.",
        "Under Kenyan law the police may detain foreigners for nine days.",
        "Under article 12 the Greek president may dissolve parliament and pardon prisoners.",
    ],
)
def test_a_power_is_no_deed(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia vetoed the resolution.", "REJECT"),
        ("France cannot accept the ultimatum of Libya.", "REJECT"),
        ("The Bolivian president dissolved parliament and arrested the speaker.", "COERCE"),
        ("Kenyan police detained nine suspects under a law of 1952.", "COERCE"),
        ("Chile may expel the Bolivian consul.", "SANCTION"),
        ("The Chilean president may place Arica under martial law.", "COERCE"),
        ("The law allows it, and Kenyan police detained nine suspects.", "COERCE"),
    ],
)
def test_its_use_is_one(read: Read, text: str, event: str) -> None:
    assert event in {e.event for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "In a survey 54 percent of Danes supported the plan of the Polish government.",
        "Seven Kenyans in ten oppose the tax, a poll by a newspaper found.",
        "Most respondents backed the Greek premier, according to a poll.",
    ],
)
def test_an_opinion_in_a_survey_is_no_deed(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Denmark supported the plan of the Polish government.", "SUPPORT"),
        ("Kenya rejected the survey of the World Bank.", "REJECT"),
        ("After the poll the Greek premier condemned Turkey.", "ACCUSE"),
    ],
)
def test_what_a_government_does_is_one(read: Read, text: str, event: str) -> None:
    assert event in {e.event for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "In the novel Serbian soldiers shoot a priest and burn his church.",
        "The novel tells of a Peruvian judge who is kidnapped by his own sons.",
        "The Polish goalkeeper denied the Danish striker twice.",
        "The Peruvian coach praised his defenders.",
        "The Ukrainian coach rejected an offer from Turkey.",
    ],
)
def test_a_plot_or_a_game_is_no_deed(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Serbian general seized the palace.", "COERCE"),
        ("Iranian police arrested a coach at a rally.", "COERCE"),
        ("The film shows how Libyan soldiers beat prisoners.", "ASSAULT"),
        ("Egypt condemned the film.", "ACCUSE"),
        ("Gunmen attacked a coach with soldiers near Lahore.", "ASSAULT"),
    ],
)
def test_what_is_done_beside_it_is_one(read: Read, text: str, event: str) -> None:
    assert event in {e.event for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "The Czech premier apologised to nobody.",
        "India apologised to no one for the raid.",
    ],
)
def test_what_is_done_to_nobody_is_not_done(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    "text",
    [
        "Had Chad invaded Libya, the French would have stayed.",
        "The bomb would have killed forty Iraqi soldiers.",
    ],
)
def test_what_would_have_been_is_only_supposed(read: Read, text: str) -> None:
    events = [e for e in read(text).events if e.event == "ASSAULT"]
    assert events
    assert all(e.status is Status.HYPOTHETICAL for e in events)


def test_it_says_why_there_is_none(read: Read) -> None:
    reasons = [d.reason for d in read("The law lets Bolivian police arrest foreign spies.").dropped]
    assert any("told of what a law provides for" in r for r in reasons)
