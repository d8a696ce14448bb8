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
        ("The film shows how Libyan soldiers tortured prisoners in Benghazi.", "ASSAULT"),
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
        "Had Chad's army invaded Libya, the French would have sent troops, the minister said.",
        "The bomb would have killed forty Iraqi soldiers.",
    ],
)
def test_what_would_have_been_is_only_supposed(read: Read, text: str) -> None:
    events = [e for e in read(text).events if e.event == "ASSAULT"]
    assert events
    assert all(e.status is Status.HYPOTHETICAL for e in events)


def test_it_says_why_there_is_none(read: Read) -> None:
    reasons = [
        d.reason for d in read("The law lets Bolivian police arrest journalists and expel them.").dropped
    ]
    assert any("told of what a law provides for" in r for r in reasons)


@pytest.mark.parametrize(
    "text",
    [
        "A bookmaker has sued its former partner over the logo.",
        "The insurer dismissed two branch managers and apologised to its customers.",
        "The league suspended the jockey for the rest of the season.",
        "Fans attacked the umpire after the match.",
        "Burglars seized a diamond from a widow in Porto.",
        "Her lodger confessed to poisoning the landlady in 1983.",
        "The audience booed the tenor in the last scene.",
        "A choir donated an organ to the orphanage.",
        "The Swedish federation banned an Ethiopian runner for doping.",
        "A Portuguese plumber stabbed his landlady with a kitchen knife.",
    ],
)
def test_what_private_people_do_to_each_other_is_no_politics(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru sued the insurer over the logo of its former partner.", "ACCUSE"),
        ("The government of Kenya dismissed the managers of the bank.", "SANCTION"),
        ("Hungarian police arrested the jockey after the match.", "COERCE"),
        ("Rebels seized a diamond mine from a company in Angola.", "COERCE"),
        ("The Greek president apologised to the audience.", "CONCEDE"),
        ("Norway donated an organ to the orphanage in Haiti.", "AID"),
        ("Gunmen shot dead a judge and his landlady.", "ASSAULT"),
        ("Iran arrested a Danish runner and his trainer after the race.", "COERCE"),
    ],
)
def test_what_is_done_by_or_to_the_powers_is(read: Read, text: str, event: str) -> None:
    assert event in {e.event for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Peru met Chile on Sunday and drew 2-2.",
        "Scotland visited Rome and lost by nine points.",
        "In the last scene a general arrests his brother.",
        "The council meets on the first Monday of each month.",
        "Each winter the two mayors meet on the ice and sign a truce.",
        "In an average year the coastguard of Malta seizes nine boats.",
        "The Polish weather office warned drivers of black ice.",
        "A storm warning was issued for the coast of Oman.",
        "Under the statute a governor who declares a state of emergency must inform the court.",
        "The king alone may pardon a traitor.",
        "The police may search a house only if a judge agrees.",
        "Neither Lima nor Quito has asked the bank for a loan.",
    ],
)
def test_games_habits_weather_and_rights_are_no_deeds(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru met Chile in Lima on Sunday.", "CONSULT"),
        ("The Senate defeated the treaty 51-49, and Chad condemned the vote.", "ACCUSE"),
        ("The two presidents met on Monday, as they do each winter.", "CONSULT"),
        ("Each Friday thousands march in Algiers against the government.", "PROTEST"),
        ("Iran warned Israel of a wave of attacks if the raids went on.", "THREATEN"),
        ("The governor declared a state of emergency under the statute.", "COERCE"),
        ("The king pardoned the traitor.", "CONCEDE"),
        ("Lima has asked the World Bank for a loan.", "REQUEST"),
    ],
)
def test_what_looks_like_them_is_one(read: Read, text: str, event: str) -> None:
    assert event in {e.event for e in read(text).events}
