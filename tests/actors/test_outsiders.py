"""A bare army, government or country is not that of the state which acts on it or tells of it."""

import pytest

from dragoman.find.actors import ActorsFound


def who(found: ActorsFound, text: str) -> str | None:
    return next(m.actor for m in found.mentions if m.text == text)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "Strikes paralysed Peru. Spain asked the government to talk to the miners.",
            "the government",
            "PER.GOV",
        ),
        ("Strikes paralysed Peru. Spain condemned the army.", "the army", "PER.MIL"),
        ("Soldiers took power in Chad. Egypt would not deal with the junta.", "the junta", "TCD.MIL"),
        (
            "Protests shook Togo. The United Nations urged the security forces to go.",
            "the security forces",
            "TGO.COP",
        ),
        ("Protests shook Togo. Italy said that the police had beaten monks.", "the police", "TGO.COP"),
        ("Fighting goes on in Laos. Japan sent doctors to the country.", "the country", "LAO"),
        ("Fighting goes on in Laos. Japan told its citizens to leave the country.", "the country", "LAO"),
        ("Cuba sank. Cuba burned. Peru gave the army ten lorries.", "the army", "CUB.MIL"),
    ],
)
def test_who_acts_on_an_institution_does_not_own_it(read, text: str, word: str, actor: str) -> None:
    assert who(read(text), word) == actor


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Protests shook Togo. Ghana sent the army to the border.", "the army", "GHA.MIL"),
        ("Protests shook Togo. Ghana said the army would guard the border.", "the army", "GHA.MIL"),
        ("Ghana said that the government had resigned. Togo was silent.", "the government", "GHA.GOV"),
        ("Ghana gave the army ten lorries. Togo was silent.", "the army", "GHA.MIL"),
        ("Ghana lost the war to Togo. Ghana gave the army ten lorries.", "the army", "GHA.MIL"),
        ("Protests shook Togo. Ghana held elections across the country.", "the country", "GHA"),
        ("Kenya urged the army to help.", "the army", "KEN.MIL"),
    ],
)
def test_what_a_state_does_at_home_it_does_to_its_own(read, text: str, word: str, actor: str) -> None:
    assert who(read(text), word) == actor


def test_the_president_whom_others_urge_is_no_president_of_theirs(read) -> None:
    found = read("Crowds marched in Brazil. Mexico urged the president to resign.", "2020-03-03")
    assert who(found, "the president") == "person:jair-bolsonaro"


def test_a_foreigner_s_later_words_change_nothing(read) -> None:
    found = read(
        "LIMA, May 3 - Miners marched in Peru.\nSpain asked the government to talk.\n"
        "France asked the authorities to wait."
    )
    assert who(found, "the government") == who(found, "the authorities") == "PER.GOV"
