"""Who keeps a view private or backs nobody, what somebody holds to be so, will not have, or did once."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        # A view that is not told, or not formed.
        ("Kenya has offered no opinion on the ferry tax.", ("Kenya", "neutral", "ferry tax")),
        ("Kenya has not made its position on the ferry tax known.", ("Kenya", "neutral", "ferry tax")),
        ("Oman backs the treaty. Kenya has kept its views to itself.", ("Kenya", "neutral", "treaty")),
        ("Kenya would not say whether it supports the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya has still to make up its mind about the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya has not committed itself either way on the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya is agnostic about the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya is undecided on whether Togo should pay the levy.", ("Kenya", "neutral", "levy")),
        ("Kenya takes a neutral stance on the canal.", ("Kenya", "neutral", "canal")),
        # Neither for nor against, and for nobody.
        ("Kenya has not come out for or against the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya does not back any candidate.", ("Kenya", "neutral", "candidate")),
        # What somebody holds to be so, or to do harm.
        (
            "Kenya maintains that the quarrel is strictly internal.",
            ("Kenya", "for", "quarrel is strictly internal"),
        ),
        ("Kenya holds that the levy hurts herders.", ("Kenya", "against", "levy")),
        ("Kenya maintains that its constitution forbids the tax.", ("Kenya", "against", "tax")),
        # What somebody will not have.
        ("Kenya will not accept foreign mediation.", ("Kenya", "against", "foreign mediation")),
    ],
)
def test_a_stand_is_told(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya never wavered on the canal.",
        "Officials must remain neutral on the canal.",
        "Kenya maintains that Togo sold the trees too cheaply.",
        "Kenya maintains that the reform will be costly.",
        "Kenya maintained on Monday that the road is closed.",
        "Kenya vetoed the resolution on Monday.",
        "Kenya ratified the statute in 2005.",
    ],
)
def test_no_stand_is_told(read: Read, text: str) -> None:
    assert held(read(text)) == set()


def test_neither_for_nor_against_is_no_stand_for(read: Read) -> None:
    told = held(read("Kenya has not come out for or against the canal."))
    assert all(stance == "neutral" for _, stance, _ in told)
