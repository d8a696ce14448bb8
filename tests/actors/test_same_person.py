"""Which mentions of a report are the same person: gender, number, and what somebody is said to be."""

import pytest

from dragoman.find.actors import ActorsFound
from dragoman.record import Actor


def actor(found: ActorsFound, text: str, nth: int = 0) -> Actor:
    known = found.actor([m for m in found.mentions if m.text == text][nth].actor)
    assert known is not None
    return known


def test_a_noun_tells_the_gender_of_somebody_unnamed(read) -> None:
    found = read("Ann Okoro spoke first. The mayor's uncle left the hall. She had asked for silence.")
    assert actor(found, "She").id == "person:ann-okoro"


def test_whoever_was_she_is_not_he_in_the_next_sentence(read) -> None:
    found = read(
        "Wambui Njeri joined the party. She led it for years. She is a lawyer. Tesfaye Abebe met "
        "Wambui Njeri. Wambui Njeri said he would resign."
    )
    assert actor(found, "he").id == "person:tesfaye-abebe"


def test_a_family_is_neither_he_nor_she(read) -> None:
    found = read("Carlos Prieto fled. A family of farmers hid the senator, and he thanked the village.")
    assert actor(found, "he").name == "Carlos Prieto"


@pytest.mark.parametrize(
    ("sentence", "description"),
    [
        ("Ann Okoro served as a minister for two years.", "a minister"),
        ("Ann Okoro was elected president of Ghana.", "president of Ghana"),
        ("Ann Okoro studied abroad and became a diplomat.", "a diplomat"),
        ("The party described Ann Okoro as a traitor and a rebel leader.", "a rebel leader"),
        ("Ann Okoro is a lawyer and a mayor.", "a mayor"),
    ],
)
def test_what_somebody_is_by_a_verb_is_that_person(read, sentence: str, description: str) -> None:
    found = read(sentence)
    mention = next((m for m in found.mentions if m.text == description), None)
    assert mention is not None
    assert mention.actor == "person:ann-okoro"


@pytest.mark.parametrize(
    ("sentence", "description"),
    [
        ("Ann Okoro was not elected president of Ghana.", "president of Ghana"),
        ("Ann Okoro arrived with a minister.", "a minister"),
        ("Ann Okoro met a diplomat and a mayor.", "a mayor"),
    ],
)
def test_what_somebody_is_not_is_another(read, sentence: str, description: str) -> None:
    found = read(sentence)
    assert all(m.actor != "person:ann-okoro" for m in found.mentions if m.text == description)


def test_a_surname_alone_is_the_person_told_of_most(read) -> None:
    found = read(
        "Jared Pavlovsky opened the talks. He praised Kenya. Jared Pavlovsky has a sister, Rita Pavlovsky. "
        "Pavlovsky said the talks would go on."
    )
    assert found.mentions[-1].text != "Rita Pavlovsky"
    assert actor(found, "Pavlovsky").id == "person:jared-pavlovsky"


def test_two_persons_joined_by_and_are_they(read) -> None:
    found = read("Ann Okoro and Ben Mensah met in Accra. They signed a treaty.")
    assert actor(found, "They").name == "Ann Okoro and Ben Mensah"


def test_himself_is_the_subject_of_the_clause(read) -> None:
    found = read("Ben Mensah praised Carlos Prieto. The rebels said Carlos Prieto had shot himself.")
    assert actor(found, "himself").name == "Carlos Prieto"


def test_a_pronoun_in_an_opening_is_the_subject_named_after_it(read) -> None:
    found = read("Rita Prieto left. In her first speech, Ann Okoro thanked the voters.")
    assert actor(found, "her").id == "person:ann-okoro"


def test_the_secretary_general_is_that_of_the_organisation_named(read) -> None:
    found = read("The United Nations met on Monday. The Secretary-General spoke of peace.", "2020-03-03")
    assert actor(found, "The Secretary-General").name == "António Guterres"


def test_the_church_is_the_one_named_before(read) -> None:
    found = read("The Church of Scientology sued a newspaper. The church denied everything.")
    assert actor(found, "The church").id == actor(found, "The Church of Scientology").id


def test_a_party_with_a_name_is_not_the_one_named_before(read) -> None:
    found = read("Fidesz won the vote in Hungary. The Socialist party opposes the law.")
    assert all(m.actor != "HUN.FIDESZ" for m in found.mentions if "Socialist" in m.text)


@pytest.mark.parametrize(
    ("sentence", "description", "name", "state"),
    [
        (
            "A spokesman for NATO, Colonel Piet Maas, denied it in Libya.",
            "A spokesman for NATO",
            "Piet Maas",
            "NATO",
        ),
        (
            "The African Union mission's commander in Somalia, General Abel Ruto, fled.",
            "The African Union mission's commander",
            "Abel Ruto",
            "AU",
        ),
        (
            "A spokesman for the United Nations force in Cyprus, Major Ada Brandt, denied it.",
            "A spokesman for the United Nations force",
            "Ada Brandt",
            "UN",
        ),
        (
            "Chad was calm. The chief of the general staff, General Idris Saleh, resigned.",
            "The chief of the general staff",
            "Idris Saleh",
            "TCD",
        ),
    ],
)
def test_a_rank_before_the_name_does_not_part_it_from_its_description(
    read, sentence: str, description: str, name: str, state: str
) -> None:
    who = actor(read(sentence), description)
    assert (who.name, who.state) == (name, state)


def test_an_office_says_more_than_the_rank_of_its_holder(read) -> None:
    found = read("Chad is calm. The defence minister, General Idris Saleh, flew home to Chad.")
    role = actor(found, "The defence minister").role
    assert role is not None
    assert role.office == "defence-minister"


def test_somebody_with_a_rank_beside_no_description_is_another(read) -> None:
    found = read("The commander fled from rebels in Chad, General Idris Saleh said.")
    assert actor(found, "rebels").name != "Idris Saleh"


def test_the_head_of_the_navy_is_not_the_head_of_the_state(read) -> None:
    found = read("Peru's president, Dina Boluarte, spoke. The head of the navy resigned.")
    assert actor(found, "The head of the navy").id != "person:dina-boluarte"


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("The ruling party, Frelimo, was angry. The party blamed the league.", "The party", "MOZ.FRELIMO"),
        ("Their bloc, ECOWAS, condemned the coup.", "Their bloc", "ECOWAS"),
    ],
)
def test_a_name_behind_whose_body_it_is_names_that_body(read, text: str, words: str, body: str) -> None:
    assert actor(read(text), words).id == body
