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
        "Wambui Njeri joined the party. She led it for years. Tesfaye Abebe met Wambui Njeri. "
        "Wambui Njeri said he would resign."
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
