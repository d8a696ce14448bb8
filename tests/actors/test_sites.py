"""Whose those are who act or sit somewhere: the place in their own clause says it."""

import pytest

from dragoman.find.actors import ActorsFound


def who(found: ActorsFound, text: str) -> str | None:
    return next(m.actor for m in reversed(found.mentions) if m.text == text)


def state(found: ActorsFound, text: str) -> str | None:
    actor = found.actor(who(found, text))
    assert actor is not None
    return actor.state


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Ghana's army shot looters. The army in Togo shut the border.", "The army", "TGO.MIL"),
        (
            "The Swedish government urged calm. The government in Riga blamed the UN.",
            "The government",
            "LVA.GOV",
        ),
        ("Ghana shut its embassy. The military in Benin has seized power.", "The military", "BEN.MIL"),
        ("Ghana lost. The parliament in Lima rejected the plan.", "The parliament", "PER.LEG"),
        # Whoever has an owner is the owner's, wherever they are.
        ("Mali thanked Ghana. The Ghanaian army in Mali lost two men.", "The Ghanaian army", "GHA.MIL"),
        # Soldiers may be anybody's where they are; so may an army without a place.
        ("Ghana's army shot looters. The army shut the border.", "The army", "GHA.MIL"),
    ],
)
def test_an_army_or_government_is_that_of_the_state_where_it_is(read, text, word, actor) -> None:
    assert who(read(text), word) == actor


def test_a_government_in_another_town_is_not_the_state_s_own(read) -> None:
    assert who(read("The government in Benghazi accused Italy."), "The government") != "LBY.GOV"


@pytest.mark.parametrize(
    ("text", "word", "of"),
    [
        (
            "Kenya cut ties with Uganda after police stormed the Kenyan mission in Kampala.",
            "police",
            "UGA",
        ),
        ("Spain recalled its envoy. Spain said that gunmen had shot 12 people in Lyon.", "12 people", "FRA"),
        ("Spain was angry. Two days later police broke up a rally near Rabat.", "police", "MAR"),
        ("Spain was angry. Two days later the mayor opened a bridge in Lyon.", "the mayor", "FRA"),
        # Soldiers and ministers are not at home wherever they act.
        ("Spain was angry. Spain said that soldiers had landed in Morocco.", "soldiers", "ESP"),
        ("Spain was angry. A minister signed the pact in Rabat.", "A minister", "ESP"),
        # What is told in a place need not have happened there.
        ("Spain was angry. Police told reporters in Rabat about it.", "Police", "ESP"),
    ],
)
def test_police_and_people_are_of_the_place_where_they_act(read, text, word, of) -> None:
    assert state(read(text), word) == of


def test_a_sentence_goes_on_where_the_one_before_began(read) -> None:
    text = "Chile mourned. Chile recalled its envoy.\nIn Quito, crowds burned tyres. Police arrested six."
    assert state(read(text), "Police") == "ECU"
    found = read(
        "Chile mourned. Chile recalled its envoy.\nIn Quito, crowds burned tyres.\nPolice arrested six."
    )
    assert state(found, "Police") == "CHL"


def test_foreigners_are_not_those_of_the_state_that_lets_them_in(read) -> None:
    found = read("Chile allowed foreign troops into the country. Foreign soldiers shot two men.")
    assert state(found, "foreign troops") is None
    assert state(found, "Foreign soldiers") is None


def test_a_foreign_minister_is_not_foreign(read) -> None:
    assert state(read("Chile mourned. The foreign ministry thanked Peru."), "The foreign ministry") == "CHL"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("NATO met at Ankara's request.", "TUR"),
        ("NATO met on Ankara's initiative.", "TUR"),
        ("NATO met at Ankara's airport.", None),
    ],
)
def test_a_wish_is_a_governments_and_no_citys(read, text: str, actor: str | None) -> None:
    found = read(text)
    assert next((m.actor for m in found.mentions if m.text == "Ankara"), None) == actor
