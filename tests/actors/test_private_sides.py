"""Both sides of a dealing between private people: they themselves, and no states named before or beside."""

import pytest

from dragoman.find.actors import ActorsFound

SIDES = ("Both sides", "both sides", "The two sides", "the two sides", "Both parties")


def sides(found: ActorsFound) -> list[str]:
    """The names of the two whom the words for sides mean; empty where nobody is told."""
    names = {a.id: a.name for a in found.actors}
    span = next(m.span for m in found.mentions if m.text in SIDES)
    return [names.get(a, a) for a in found.pairs.get(span, ())]


@pytest.mark.parametrize(
    ("text", "two"),
    [
        (
            "Kenya and Uganda trade in tea. A Kenyan bank and its union held talks. Both sides were calm.",
            ["Kenyan bank", "union"],
        ),
        (
            "Spain hailed Portugal. Talks between the airline and the pilots broke down. The two sides left.",
            ["airline", "pilots"],
        ),
        ("Japan's Toyota sued Germany's Bosch in Lyon. Both parties hired lawyers.", ["Toyota", "Bosch"]),
    ],
)
def test_both_sides_are_the_private_two_who_deal_with_each_other(read, text: str, two: list[str]) -> None:
    assert sides(read(text)) == two


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda traded notes. A tenant sued her landlord in Mombasa. Both sides agreed to settle.",
        "Spain met Portugal. A widow and a gardener went to court in Porto. The two sides made peace.",
    ],
)
def test_sides_of_strangers_are_no_states_named_before(read, text: str) -> None:
    assert sides(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda traded notes. Both sides agreed to settle.",
        "Farmers in Kisumu met millers. Kenya accused Uganda of dumping. Both sides agreed to talk.",
        "Kenya and Uganda traded notes. A tenant grew tea in Mombasa. Both sides agreed to settle.",
    ],
)
def test_states_that_deal_with_each_other_stay_both_sides(read, text: str) -> None:
    assert sides(read(text)) == ["Kenya", "Uganda"]
