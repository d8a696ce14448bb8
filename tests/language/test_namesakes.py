"""A capital inside a sentence makes "Said" a name."""

import pytest

from dragoman.language.namesakes import names_apart


@pytest.mark.parametrize(
    "text",
    ["Soldiers led President Said away", "The leader Said Amin refused", "Sultan Said met the envoy"],
)
def test_inside_a_sentence_a_capital_makes_a_name(text: str) -> None:
    assert names_apart(text.split()) == text.replace("Said", "Saeed").split()


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers said that the president left",
        "“ No ” , Said the king quietly",
        "Said the king : nothing more",
        "Minister Said to Resign Over Oil Deal",
        "MINISTER SAID TO RESIGN",
    ],
)
def test_elsewhere_it_is_the_verb(text: str) -> None:
    assert names_apart(text.split()) == text.split()
