"""Who was taken goes on as whoever is freed, charged or called innocent."""

import pytest

from dragoman.find.actors import ActorsFound


def meant(found: ActorsFound, word: str) -> str:
    return next(m.actor or "" for m in found.mentions if m.text == word)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Zambian police arrested three Congolese drivers. They were released on Monday.", "They", "drivers"),
        ("Iraqi soldiers detained two Kuwaiti fishermen. Kuwait called them innocent.", "them", "fishermen"),
        ("Bandits kidnapped five nurses. They later released two of them.", "them", "nurses"),
        ("Police arrested six teachers; they were charged with treason.", "they", "teachers"),
        ("Chadian police detained two French pilots. France demanded their release.", "their", "pilots"),
        ("Three miners were arrested by Zambian police. They pleaded guilty.", "They", "miners"),
    ],
)
def test_what_comes_to_captives_comes_to_those_who_were_taken(read, text: str, word: str, actor: str) -> None:
    assert actor in meant(read(text), word)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Bandits kidnapped five nurses. They were charged with murder.", "They", "bandits"),
        ("Police arrested six teachers. They fired tear gas.", "They", "police"),
        ("Bandits kidnapped five nurses. They later released two of them.", "They", "bandits"),
    ],
)
def test_whoever_took_them_goes_on_acting_and_answers_for_it(read, text: str, word: str, actor: str) -> None:
    assert actor in meant(read(text), word)


def test_a_widow_is_the_dead_mans_and_another_man_speaks_to_her(read) -> None:
    found = read(
        "The Kenyan minister spoke. Guards shot dead a Somali driver. "
        "His widow met Ben Lee, and he apologised to her."
    )
    assert [m.actor.rsplit(":", 1)[-1] for m in found.mentions if m.text in ("His", "he")] == [
        "somali-driver",
        "ben-lee",
    ]


def test_whoever_is_called_on_is_another(read) -> None:
    found = read("Ben Lee thanked Omar Bako. He also called on him to free the clerk.")
    assert [m.actor for m in found.mentions if m.text in ("He", "him")] == [
        "person:ben-lee",
        "person:omar-bako",
    ]
