"""Whom a pronoun cannot mean: who expels, who denies, who only tells of a deed."""

import pytest

from dragoman.find.actors import ActorsFound


def meant(found: ActorsFound, word: str) -> str | None:
    return next(m.actor for m in found.mentions if m.text == word)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Kenya criticised Uganda and expelled its consul.", "its", "UGA"),
        ("Kenya condemned Uganda and gave its envoy two days to leave.", "its", "UGA"),
        ("Kenya criticised Uganda and recalled its consul.", "its", "KEN"),
        ("Kenya expelled its consul.", "its", "KEN"),
        ("NATO, which was praised by Finland, said its ships were safe.", "its", "NATO"),
        # Nor does "it" mean whom its own verb names.
        ("Benin houses exiles whom Togo calls spies. It expelled Togo's envoy in May.", "It", "BEN"),
        ("Benin accused Togo of arson. It recalled its envoy.", "It", "BEN"),
    ],
)
def test_nobody_expels_an_envoy_of_his_own(read, text: str, word: str, actor: str) -> None:
    assert meant(read(text), word) == actor


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Bandits killed ten villagers near Gao, the army said. They burned two lorries.", "bandits"),
        ("Rebels shelled a village in Mali, the navy said. They took ten men.", "rebels"),
        ("Bandits killed ten villagers near Gao, police said. They arrested two men.", "MLI.COP"),
        ("Police said that a man had wept. They found two knives.", "police"),
    ],
)
def test_they_are_the_doers_and_not_who_tells_of_the_deed(read, text: str, sort: str) -> None:
    actor = meant(read(text), "They")
    assert actor is not None
    assert sort in actor


def test_who_denies_that_somebody_was_beaten_was_not(read) -> None:
    found = read("Tom Otieno was hurt.\nInterior Minister Ben Obi denied that police had beaten him.")
    assert meant(found, "him") == "person:tom-otieno"


def test_they_are_all_the_states_of_a_joint_subject(read) -> None:
    found = read("Peru, Chile and Cuba denied that they had sold arms to Chad.")
    (span,) = [m.span for m in found.mentions if m.text == "they"]
    assert found.pairs[span] == ("PER", "CHL", "CUB")
