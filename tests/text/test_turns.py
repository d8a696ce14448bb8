"""The turns of invented transcripts, and texts with colons that are none."""

from __future__ import annotations

import pytest

from dragoman.record import Span
from dragoman.sources import read_text
from dragoman.text.turns import turns


def spoken(*paragraphs: str) -> list[tuple[str, str | None, int]]:
    """Speaker, for whom, and number of paragraphs of each turn."""
    text, spans, at = "\n\n".join(paragraphs), [], 0
    for p in paragraphs:
        spans.append(Span(at, at + len(p)))
        at += len(p) + 2
    return [(t.who.of(text), t.of.of(text) if t.of else None, len(t.said)) for t in turns(text, spans)]


def test_whoever_stands_before_the_colon_speaks_up_to_the_next() -> None:
    found = spoken(
        "The Council met on Friday.",
        "MR. ODUYA (Norland): We will send 300 police.",
        "The mission needs boats too.",
        "The President: I thank Mr. Oduya.",
        "Ms. Haas (Sudria) (spoke in French): I have a question.",
        "The meeting rose at noon.",
    )
    assert found == [("MR. ODUYA", "Norland", 2), ("The President", None, 1), ("Ms. Haas", "Sudria", 1)]


def test_names_in_capitals_that_come_back_and_questions_with_answers() -> None:
    assert len(spoken("JANE DOE: The army left.", "JOHN ROE: It did.", "JANE DOE: When?")) == 3
    assert spoken("Q: Will you go?", "A: We will.") == [("Q", None, 1), ("A", None, 1)]


def test_in_an_interview_names_stand_before_questions_and_answers() -> None:
    found = spoken(
        "The general spoke to this paper.",
        "Reporter: Did Norland send you boats?",
        "Bah: Yes.",
        "We sank two of them.",
        "Reporter: Will you step down?",
        "Bah: No.",
    )
    assert found == [("Reporter", None, 1), ("Bah", None, 2), ("Reporter", None, 1), ("Bah", None, 1)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("GENEVA: The talks failed.", "The envoys went home."),
        ("NEW YORK: Ministers met.", "HONG KONG: Shares fell."),
        ("The minister: a man of few words.", "He said nothing."),
        ("Oslo: The talks failed.", "Lima: Is it over?", "Rome: Ministers met."),
        ("What we know: the ship sank.", "What we do not: why it did."),
    ],
)
def test_other_colons_open_no_turn(paragraphs: tuple[str, ...]) -> None:
    assert spoken(*paragraphs) == []


def test_the_first_speaker_is_no_dateline() -> None:
    said = "The army of Norland has left the valley and will not come back this year."
    report = read_text(f"Council debate\n\nJANE DOE: {said}\n\nJOHN ROE: We doubt it.\n\nJANE DOE: {said}")
    assert report.dateline is None
    assert report.body[0].of(report.text).startswith("JANE DOE: ")
