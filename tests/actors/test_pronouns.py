"""Whom a pronoun means: the speaker beside a quotation, the sex of known persons, and who cannot be meant."""

import pytest

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.find.actors import ActorsFound
from dragoman.resolve.cast import Cast
from dragoman.resolve.persons import People
from dragoman.resolve.scene import Scene


def who(found: ActorsFound, text: str, nth: int = 0) -> str | None:
    return [m.actor for m in found.mentions if m.text == text][nth]


def test_who_is_named_in_a_quotation_does_not_say_it(read) -> None:
    found = read("Latvian deputy Juris Ozols was bitter. “The minister has forgotten us,” he said.")
    assert who(found, "he") == "person:juris-ozols"
    found = read(
        "Latvian deputy Juris Ozols was bitter. “Karlis Lapa has forgotten us. Karlis Lapa lies,” he said."
    )
    assert who(found, "he") == "person:juris-ozols"


def test_whoever_is_named_outside_as_well_may_say_it(read) -> None:
    found = read("Juris Ozols met Karlis Lapa. Lapa was bitter. “They call me Lapa the Liar,” he said.")
    assert who(found, "he") == "person:karlis-lapa"


def test_a_word_in_marks_is_no_quotation(read) -> None:
    found = read("The rebel known as “Falcon” was caught. Juan Rios, a miner, fled, he said.")
    assert who(found, "he") is not None


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("Chandrika Kumaratunga met Omar Bako. She thanked him.", "She", "person:chandrika-kumaratunga"),
        ("Bangladeshi leader Sheikh Hasina met Omar Bako. She thanked him.", "She", "person:sheikh-hasina"),
        ("Tsai Ing-wen met Omar Bako. He thanked her.", "her", "person:tsai-ing-wen"),
        ("Retno Marsudi met Omar Bako. He thanked her.", "He", "person:omar-bako"),
        # The second of two first names tells less than the first.
        ("José María Aznar met Ann Lee. He thanked her.", "He", "person:jose-maria-aznar"),
    ],
)
def test_the_sex_of_those_who_held_an_office_is_known(read, text, pronoun, actor) -> None:
    assert who(read(text, "2000-03-03"), pronoun) == actor


def test_every_name_of_the_lists_is_in_the_office_lists(gazetteer: Gazetteer) -> None:
    names = {h.name for h in gazetteer.holders.values()}
    assert gazetteer.readings.women <= names
    assert gazetteer.readings.men <= names
    people = People(gazetteer, Cast("0" * 8), Scene(), None)
    assert people.women.isdisjoint(people.men)
    assert people.gender_of_name(("ariel", "sharon")) == "m"


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("Chadian troops dug in. Libyan jets bombed their trenches.", "their", "TCD.MIL"),
        ("Rebels took a village. The army ambushed their convoy.", "their", None),
        ("Mali cut ties with Niger after rioters attacked its mission.", "its", "MLI"),
        ("Ann Obi flew home. A deputy, Mary Lee, demanded her resignation.", "her", "person:ann-obi"),
        ("Ann Obi flew home. A deputy, Mary Lee, called for her arrest.", "her", "person:ann-obi"),
        # What is one's own, and what one gives up oneself, are the subject's.
        ("Ann Obi flew home. A deputy, Mary Lee, announced her resignation.", "her", "person:mary-lee"),
        ("Ann Obi flew home. A deputy, Mary Lee, demanded her money.", "her", "person:mary-lee"),
    ],
)
def test_nobody_attacks_his_own_or_demands_his_own_fall(read, text, pronoun, actor) -> None:
    found = read(text)
    expected = who(found, "Rebels") if actor is None else actor
    assert who(found, pronoun) == expected


def test_an_army_may_shell_positions_of_its_own(read) -> None:
    assert who(read("Chad's army fled. Libya's army shelled its own trenches."), "its") == "LBY.MIL"


def test_the_second_deed_is_done_to_whom_the_first_was_done(read) -> None:
    found = read("Juris Ozols won. Karlis Lapa met Imants Kalns in Riga on Monday and begged him to stay.")
    assert who(found, "him") == "person:imants-kalns"


def test_a_lawyer_tells_of_the_client(read) -> None:
    found = read(
        "Juris Ozols was jailed. Karlis Lapa, a guard, lied. His lawyer said that they had beaten him."
    )
    assert who(found, "him") == who(found, "His")


def test_the_dead_do_nothing_any_more(read) -> None:
    found = read("The Houthis, who hold Sanaa, said that nine nurses had been killed. They refused talks.")
    houthis = next(m.actor for m in found.mentions if m.text == "The Houthis")
    assert next(m.actor for m in found.mentions if m.text == "They") == houthis


def test_two_of_whom_nothing_was_told_are_no_pair(read) -> None:
    found = read("Peru and Chile met. Police raided the homes of two ministers.")
    assert not found.pairs


@pytest.mark.parametrize(
    "text",
    [
        "Peru went to the court on Monday. Chile accused it of haste.",
        "Peru sealed the pass. The clergy called on it to relent.",
        "Peru shelled a post, and Chile warned it.",
        "Peru was lent money by Chile, which asked it to wait.",
        "Chile and Bolivia broke off ties with Peru, accusing it of theft.",
    ],
)
def test_an_it_that_is_accused_or_asked_is_somebody(read, text: str) -> None:
    assert who(read(text), "it") == "PER"


def test_an_it_that_is_only_done_is_nobody_and_no_minister_urges_his_own_state(read) -> None:
    assert "it" not in [m.text for m in read("Peru drafted a law. Chile opposed it.").mentions]
    found = read("Peru's foreign minister welcomed the answer and urged it to go on.")
    assert "PER" not in [m.actor for m in found.mentions if m.text == "it"]


def test_an_it_that_blames_or_is_urged_is_somebody_and_one_that_is_frozen_is_not(read) -> None:
    assert who(read("Peru said the attack was cowardly. It blamed Chile."), "It") == "PER"
    assert who(read("Peru said the delay was short. It was urged to hurry."), "It") == "PER"
    found = read("Peru said the money was lost. It was frozen at once.")
    assert "It" not in [m.text for m in found.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian Medical Association opposes the levy. It is against the opening of new schools.",
        "The Peruvian Medical Association wrote a letter on the levy. It is opposed to the plan.",
        "The Peruvian Medical Association wrote a letter on the levy. It is undecided.",
    ],
)
def test_an_it_that_is_against_a_thing_is_somebody(read, text: str) -> None:
    assert any(m.text == "It" and m.actor is not None for m in read(text).mentions)
