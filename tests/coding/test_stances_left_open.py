"""Who has not told where they stand, avoids a side, decides later, or has given up what they stood for."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        # A question that is left open.
        ("Kenya has not said whether it favours the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya has declined to say whether it is in favour of the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya does not wish to say how it will vote on the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya has not said what it thinks of the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya has not said whether it will sign the treaty.", ("Kenya", "neutral", "treaty")),
        ("Oman backs the canal. Kenya has not said what it will do.", ("Kenya", "neutral", "canal")),
        ("Oman backs the canal. Kenya has not said yes or no.", ("Kenya", "neutral", "canal")),
        # No side and no view.
        ("Oman backs the canal. Kenya has avoided taking sides.", ("Kenya", "neutral", "canal")),
        ("Oman backs the canal. Kenya has refrained from taking sides.", ("Kenya", "neutral", "canal")),
        ("Oman backs the canal. Kenya has reserved its position.", ("Kenya", "neutral", "canal")),
        ("Oman backs the canal. Kenya has kept its options open.", ("Kenya", "neutral", "canal")),
        ("Oman backs the canal. In Lima, Kenya takes no side.", ("Kenya", "neutral", "canal")),
        ("Oman backs the canal. Kenya has not come out for either side.", ("Kenya", "neutral", "canal")),
        ("Kenya has no position on what it calls a family affair.", ("Kenya", "neutral", "family affair")),
        ("Kenya has neither backed nor fought the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya is neither for the canal nor against it.", ("Kenya", "neutral", "canal")),
        ("Kenya has no side in the quarrel.", ("Kenya", "neutral", "quarrel")),
        # What is decided later.
        ("Kenya will make up its mind on the canal once the study is done.", ("Kenya", "neutral", "canal")),
        # What somebody has given up.
        ("Kenya gave up its demand for a canal.", ("Kenya", "neutral", "canal")),
        ("Kenya had promised a canal in May and dropped it in June.", ("Kenya", "neutral", "canal")),
        ("Oman backs the canal. Kenya has dropped its opposition.", ("Kenya", "neutral", "canal")),
        ("Kenya, which fought the canal for years, no longer opposes it.", ("Kenya", "neutral", "canal")),
        ("Kenya is no longer committed to the canal.", ("Kenya", "neutral", "canal")),
        ("Kenya no longer clings to the canal.", ("Kenya", "neutral", "canal")),
    ],
)
def test_whoever_has_no_stand_is_neutral(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has not said who supports the canal.",
        "Kenya has not said whether Togo will sign the treaty.",
        "Nobody has said whether to back the canal.",
        "The Kenyans no longer decide anything.",
        "Kenya would no longer oppose the canal.",
    ],
)
def test_nobody_is_neutral(read: Read, text: str) -> None:
    assert all(stance != "neutral" for _, stance, _ in held(read(text)))


def test_whoever_no_longer_supports_a_thing_is_against_it(read: Read) -> None:
    assert ("Kenya", "against", "canal") in held(read("Kenya no longer supports the canal."))


def test_nobody_is_neutral_on_what_they_are_for(read: Read) -> None:
    told = held(read("Togo opposes the levy. Kenya favours the canal and has taken no side."))
    assert ("Kenya", "neutral", "canal") not in told
