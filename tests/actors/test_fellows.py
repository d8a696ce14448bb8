"""The people of several states whom one noun names: "the leaders of Chad, Niger and Mali"."""

import pytest

from dragoman.find.actors import ActorsFound


def sector(found: ActorsFound, text: str) -> str | None:
    actor = found.actor(next(m.actor for m in found.mentions if m.text == text))
    assert actor is not None
    return actor.sector


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The presidents of Peru, Chile and Bolivia met.", "Bolivia", "GOV"),
        ("The army chiefs of Benin and Togo met.", "Togo", "MIL"),
        ("The farmers of Benin and Togo met.", "Togo", None),
        ("The president of Peru and Chile met.", "Chile", None),
    ],
)
def test_a_noun_tells_of_every_state_behind_it(read, text: str, word: str, told: str | None) -> None:
    assert sector(read(text), word) == told


def test_they_go_on_together(read) -> None:
    found = read("The presidents of Peru, Chile and Bolivia met. The presidents asked Spain for help.")
    last = next(m for m in reversed(found.mentions) if m.text == "The presidents")
    assert len(found.pairs[last.span]) == 3


def test_they_are_those_who_say_so_together(read) -> None:
    found = read(
        "The envoy urged the rebels to let nurses reach the school. "
        "Kenya and Uganda said that they would not recognise the rebel government."
    )
    (they,) = (m for m in found.mentions if m.text == "they")
    assert found.pairs[they.span] == ("KEN", "UGA")


def test_they_who_are_told_of_by_one_are_others(read) -> None:
    found = read("The rebels fled. Kenya said that they had been beaten near the border of Uganda.")
    (they,) = (m for m in found.mentions if m.text == "they")
    assert they.span not in found.pairs
