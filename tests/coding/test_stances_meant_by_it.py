"""What an *it* stands for: a thing that was stood on, no person and nothing that somebody does."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Ghana supports the levy and demands that the roads be mended first; Malta opposes it.",
            ("Malta", "against", "levy"),
        ),
        (
            "Ghana supports the levy and wants the roads mended first. Malta opposes it.",
            ("Malta", "against", "levy"),
        ),
    ],
)
def test_an_it_is_nothing_that_somebody_does(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


def test_an_it_is_what_more_sentences_stand_on(read: Read) -> None:
    text = (
        "Ghana supports the levy. Togo supports the levy and opposes a new border. Malta opposes it. "
        "Kenya is for the levy."
    )
    assert ("Malta", "against", "levy") in held(read(text))


def test_an_it_is_not_whatever_is_spoken_of(read: Read) -> None:
    text = "Ghana supports the levy and opposes the whole question. Malta opposes it."
    assert ("Malta", "against", "levy") in held(read(text))


ISLANDS = "Ghana will flood the river islands. The islands are poor. The islands lie in a lagoon. "
MIGRANTS = "Ghana debated a compact on migrants. The migrants are poor. "


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (MIGRANTS + "Malta is against the pact.", "pact (compact on migrants)"),
        (ISLANDS + "Malta is for a halt.", "halt (river islands)"),
        (ISLANDS + "Malta is for a longer halt.", "longer halt"),
    ],
)
def test_what_leaves_its_matter_unsaid_is_told_with_that(read: Read, text: str, question: str) -> None:
    assert question in {h[2] for h in held(read(text)) if h[0] == "Malta"}
