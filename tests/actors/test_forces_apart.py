"""Forces that are not one another, and what has a force's name and is none: tanks of fuel, think tanks."""

import pytest


def test_a_presidential_guard_is_no_marines(read) -> None:
    found = read("Gabon's marines shot a man. A member of Gabon's presidential guard shot another.")
    ids = {m.actor for m in found.mentions}
    assert {"GAB.MIL.marines", "GAB.MIL.presidential-guard"} <= ids


@pytest.mark.parametrize(
    "text",
    [
        "Drones hit fuel tanks at the depot in Novorossiysk.",
        "Shells struck the town's water tanks in Kharkiv.",
        "A blast wrecked oil storage tanks in Basra.",
    ],
)
def test_tanks_that_hold_something_are_no_armour(read, text: str) -> None:
    assert not [m for m in read(text).mentions if "tanks" in m.text]


def test_armour_stays_armour_and_think_tanks_are_no_force(read) -> None:
    found = read("Army tanks shelled a village in Tigray. Think tanks accused the government of fraud.")
    kinds = {m.text: a.kind.value for m in found.mentions if (a := found.actor(m.actor)) is not None}
    assert (kinds["Army tanks"], kinds["Think tanks"]) == ("force", "group")
