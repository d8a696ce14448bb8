"""What is told between two marked parties, by the shipped model."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Reader
from dragoman.record import Span


def spans(text: str, words: str) -> list[Span]:
    return [Span(text.index(words), text.index(words) + len(words))] if words else []


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "event"),
    [
        (
            "Chad's army shelled the rebel town of Faya on Monday.",
            "Chad's army",
            "rebel town of Faya",
            "ASSAULT",
        ),
        (
            "Peru's president met the Bolivian foreign minister in Lima.",
            "Peru's president",
            "Bolivian",
            "CONSULT",
        ),
        ("Kenya accused Somalia of moving the border stones.", "Kenya", "Somalia", "ACCUSE"),
        ("Norway sent blankets and medicine to Malawi.", "Norway", "Malawi", "AID"),
        ("Police in Oran arrested four union leaders.", "Police", "four union leaders", "COERCE"),
    ],
)
def test_plain_acts_between_marked_parties(
    reader: Reader, text: str, actor: str, recipient: str, event: str
) -> None:
    told = reader.between(text, spans(text, actor), spans(text, recipient))
    assert told.event == event
    assert 0 < told.share <= 1
    assert "head for pairs" in told.reason


def test_a_pair_may_lack_a_party(reader: Reader) -> None:
    text = "Thousands marched in Lagos against the new tax."
    assert reader.between(text, spans(text, "Thousands"), []).event == "PROTEST"
