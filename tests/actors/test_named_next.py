"""Who somebody is that a report describes first and names later, or names first and calls otherwise then."""

import pytest

from dragoman.find.actors import ActorsFound
from dragoman.record import Actor, ActorKind


def actor(found: ActorsFound, text: str, nth: int = 0) -> Actor:
    known = found.actor([m for m in found.mentions if m.text == text][nth].actor)
    assert known is not None
    return known


def same(found: ActorsFound, one: str, other: str) -> bool:
    return actor(found, one).id == actor(found, other, -1 if one == other else 0).id


@pytest.mark.parametrize(
    ("text", "described", "name"),
    [
        ("Latvia's culture minister will resign. Ilze Ozola told the radio that she was tired.",
         "Latvia's culture minister", "Ilze Ozola"),
        ("The mayor of Callao sued the port. “They took the road,” says Rosa Quispe, who won in May.",
         "The mayor of Callao", "Rosa Quispe"),
        ("A colonel spoke on Chad's radio. Colonel Idriss Kotoko said the border was shut.",
         "A colonel", "Colonel Idriss Kotoko"),
    ],
)  # fmt: skip
def test_a_bare_name_that_speaks_next_is_whoever_was_described(read, text, described, name) -> None:
    assert same(read(text), described, name)


@pytest.mark.parametrize(
    ("text", "described", "name"),
    [
        # not who is told of by a trade of his own, after a stranger, or after two
        ("The mayor of Callao sued the port. “They took it,” says Rosa Quispe, a nurse.",
         "The mayor of Callao", "Rosa Quispe"),
        ("A minister resigned in Peru. Rosa Quispe said that all was well.", "A minister", "Rosa Quispe"),
        ("Chad's envoy met the governor of Kano in Lagos, and the bishop of Kano wept. Ann Eto said so.",
         "Chad's envoy", "Ann Eto"),
        ("Latvia's culture minister fled. He wept. Maria Ozola said so.",
         "Latvia's culture minister", "Maria Ozola"),
    ],
)  # fmt: skip
def test_a_bare_name_may_be_somebody_else(read, text, described, name) -> None:
    assert not same(read(text), described, name)


def test_a_verb_names_whom_a_description_means(read) -> None:
    for text, described in (
        ("Police arrested a teacher named Ann Eto in Leeds.", "a teacher"),
        ("The gunman, identified as Ann Eto, fled.", "The gunman"),
        ("Police named the gunman as Ann Eto.", "the gunman"),
    ):
        assert same(read(text), described, "Ann Eto"), text
    found = read("Peru's president named Ann Eto as ambassador.")
    assert not same(found, "Peru's president", "Ann Eto")


def test_an_envoy_of_whom_the_sentence_told_is_named_after_a_semicolon(read) -> None:
    found = read("Togo asked Peru's ambassador to help; the envoy, Carlos Huaman, agreed.")
    assert same(found, "Peru's ambassador", "Carlos Huaman")
    assert actor(found, "Carlos Huaman").state == "PER"


def test_colleagues_and_opposite_numbers_are_named_beside_them(read) -> None:
    found = read("Peru's envoy told his Dutch colleague, Jan van Dael, that he would go.")
    assert same(found, "his Dutch colleague", "Jan van Dael")
    found = read("Peru's envoy thanked his Dutch opposite number, Jan van Dael.")
    assert same(found, "his Dutch opposite number", "Jan van Dael")


def test_somebody_without_an_office_is_told_of_by_a_trade(read) -> None:
    found = read("Ilze Ozola denied any part in the plot. The nun has lived in Togo since 1999.")
    assert same(found, "Ilze Ozola", "The nun")
    assert actor(found, "Ilze Ozola").sector == "REL"
    for text in (
        "Ilze Ozola met Ann Eto. The nun has lived in Togo since 1999.",  # it may be either
        "Ilze Ozola, a lawyer, denied it. The nun has lived in Togo since 1999.",
        "Ilze Ozola denied it. The nuns have lived in Togo since 1999.",
    ):
        assert not any(
            m.text.startswith("The nun") and m.actor == "person:ilze-ozola" for m in read(text).mentions
        )


def test_a_citizen_with_an_article_is_the_one_of_that_state(read) -> None:
    found = read(
        "Russia's Boris Yeltsin was angry. The Russian said he had been told of nothing.", "1998-08-21"
    )
    assert actor(found, "The Russian").id == "person:boris-yeltsin"
    assert actor(found, "he").id == "person:boris-yeltsin"
    found = read("Boris Yeltsin wept. A Russian said so. Two Russians fled.", "1998-08-21")
    assert not any("Russian" in m.text and m.actor == "person:boris-yeltsin" for m in found.mentions)


def test_the_former_deputy_is_whose_deputy_was_told_of(read) -> None:
    text = "Robert Mugabe sacked his deputy, Tendai Moyo, to please his wife, Grace."
    found = read(f"{text} The former vice-president fled.", "2017-11-15")
    assert actor(found, "The former vice-president").name == "Tendai Moyo"


def test_the_pair_and_the_men_are_the_people_told_of_before(read) -> None:
    found = read(
        "Police in Batumi arrested two photographers. The pair were freed. A friend of the men wept."
    )
    assert same(found, "two photographers", "The pair")
    assert same(found, "two photographers", "the men")
    found = read("Police in Batumi beat two photographers. Rebels attacked the town. The men fled.")
    assert not same(found, "two photographers", "The men")


def test_a_premier_of_a_state_is_no_prime_minister(read) -> None:
    text = "Ontario Premier Doug Ford thanked the crews. The prime minister rejected it. The premier left."
    found = read(text, "2025-06-01")
    assert actor(found, "The premier").id == "person:doug-ford"
    assert actor(found, "The prime minister").id == "person:mark-carney"
    found = read("China's premier left. The prime minister wept.", "2003-09-11")
    assert same(found, "China's premier", "The prime minister")  # elsewhere they are one office


def test_in_another_country_the_office_is_that_country_s(read) -> None:
    text = "Sweden's prime minister, Magdalena Andersson, wept. In Finland, the prime minister sang."
    found = read(text, "2021-12-10")
    assert actor(found, "the prime minister").id == "person:sanna-marin"


def test_a_state_has_one_president_at_a_time(read) -> None:
    text = "Benin shut its border with Togo. Togo rejected this. President Patrice Talon of Benin will meet"
    found = read(f"{text} the acting president, Kodjo Amevi, in Accra.", "2020-03-03")
    assert actor(found, "Kodjo Amevi").state == "TGO"
    found = read("Benin shut its border. President Patrice Talon will meet the health minister, Kodjo Amevi.")
    assert actor(found, "Kodjo Amevi").state == "BEN"


def test_sectors_of_chiefs_of_staff_and_of_presidents_of_bodies(read) -> None:
    found = read("Israel's chief of staff, Gadi Peretz, left. White House chief of staff Ann Eto left.")
    assert actor(found, "Gadi Peretz").sector == "MIL"
    assert actor(found, "White House chief of staff Ann Eto").sector == "GOV"
    found = read("The Senate's president, Kodjo Amevi, read the letter to Nigeria's lawmakers.")
    assert actor(found, "Kodjo Amevi").sector == "LEG"


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("A Chilean winery, Delta Roja, sued Togo.", "Delta Roja", "CHL"),
        ("Peru Silver, a Canadian miner, sued Togo.", "Peru Silver", "CAN"),
        ("The Cypriot shipping firm Vostok Lines sued Chad.", "Vostok Lines", "CYP"),
    ],
)
def test_a_firm_is_of_the_state_that_its_sort_tells(read, text, name, state) -> None:
    firm = actor(read(text), name)
    assert (firm.state, firm.sector) == (state, "BUS")
    assert firm.kind is not ActorKind.PERSON


def test_a_firm_s_spokesman_is_no_firm(read) -> None:
    found = read("A spokesman for a Chilean company, Ann Eto, denied it.")
    assert actor(found, "Ann Eto").kind is ActorKind.PERSON


def test_a_capital_that_acts_is_no_namesake(read) -> None:
    found = read("A nurse from Leeds was killed. Washington offered help.")
    assert actor(found, "Washington").id == "USA"


def test_who_is_killed_may_have_acted_before_and_nobody_is_beside_himself(read) -> None:
    text = "President Idriss Deby spoke. General Oumar Kotoko was shot by guards after he told them to go."
    assert actor(read(text, "2010-01-01"), "he").name.endswith("Oumar Kotoko")
    found = read("Ali Bongo wept. The party said his son, Omar, was with him.", "2023-09-01")
    assert actor(found, "him").id == "person:ali-bongo"
    found = read("Gustav Berg met Ann Eto. His aide, Olof Lind, flew with him.")
    assert actor(found, "him").id == "person:gustav-berg"


def test_what_somebody_says_is_his_own_in_a_clause_about_him(read) -> None:
    found = read(
        "Emmanuel Macron spoke. Angela Merkel called Ilham Aliyev, who told her that his country was ready.",
        "2020-10-01",
    )
    assert actor(found, "his country").id == "AZE"


def test_the_neighbouring_country_is_the_other(read) -> None:
    found = read(
        "Guinea shut its border with Guinea-Bissau. Guinea blamed bandits from the neighbouring country."
    )
    assert actor(found, "the neighbouring country").id == "GNB"
