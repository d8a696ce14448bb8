"""A rank before a name, and an office that somebody held, are words by which the report goes on."""

import pytest

from dragoman.find.actors import ActorsFound


def who(found: ActorsFound, text: str) -> str | None:
    return next(m.actor for m in reversed(found.mentions) if m.text == text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Their commander, General Ana Obi, met a mayor. The general was calm.", "The general"),
        ("Lieutenant Colonel Ana Obi's soldiers shut a road. The colonel was calm.", "The colonel"),
        (
            "Ana Obi, a former health minister, sued. The former health minister was calm.",
            "The former health minister",
        ),
        (
            "Ana Obi, the former mayor, sued. The former mayor was calm.",
            "The former mayor",
        ),
    ],
)
def test_a_rank_or_a_lost_office_means_the_one_named_with_it(read, text: str, word: str) -> None:
    assert who(read(text), word) == "person:ana-obi"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # Another of the rank was told of since; another office was lost; it is another state's.
        ("The minister, General Ana Obi, met a mayor. A general fled. The general was calm.", "The general"),
        (
            "Ana Obi, a former health minister, sued. The former transport minister was calm.",
            "The former transport minister",
        ),
        ("Ana Obi, a former minister, sued. Peru's former minister was calm.", "Peru's former minister"),
        ("Chad's army chief, General Ana Obi, won. In Lima, the general was calm.", "the general"),
    ],
)
def test_another_is_another(read, text: str, word: str) -> None:
    assert who(read(text), word) != "person:ana-obi"
