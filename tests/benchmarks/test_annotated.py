"""The format of our own corpus: what breaks it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.benchmarks.annotated import Fault, Item, find, read

STANDS = "## theme: a dam | region: asia | year: 2011 | notes: pledges positions"
EVENTS = "## theme: a dam | region: asia | year: 2011"
SENTENCE = "Peru opposes the dam and vowed to sue."


def items(folder: Path, *lines: str) -> tuple[list[Item], list[str]]:
    path, faults = folder / "a.txt", list[str]()
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return list(read(path, faults)), faults


def test_pledges_and_positions_stand_where_the_header_says_so(tmp_path: Path) -> None:
    [item], faults = items(tmp_path, STANDS, SENTENCE, "~ against | Peru | dam | dam", "! vow | Peru | | sue")
    assert (item.has_bonds, item.whole, len(item.notes), faults) == (True, False, 2, [])


def test_elsewhere_they_would_be_lost_in_silence(tmp_path: Path) -> None:
    _, [fault, *_] = items(tmp_path, EVENTS, SENTENCE, "~ against | Peru | dam | dam")
    assert fault.startswith("a.txt:3: pledges and positions stand under a header")


@pytest.mark.parametrize("line", ["! vow | Peru | |", "~ against | | dam | dam", "~ against | Peru | | dam"])
def test_what_is_promised_and_who_stands_on_what_must_be_told(tmp_path: Path, line: str) -> None:
    _, faults = items(tmp_path, STANDS, SENTENCE, line)
    assert faults
    assert faults[0].startswith("a.txt:3: ")


def test_the_second_occurrence_of_a_word_is_counted_among_words_of_their_own() -> None:
    text = "The envoy told them that he knew, and he left"
    assert find(text, "he") == (25, 27)
    assert find(text, "he#2") == (38, 40)


def test_a_part_that_stands_by_itself_too_rarely_is_counted_inside_words_too() -> None:
    text = "Then they said that he would go"
    assert find(text, "he#3") == (20, 22)  # after "Then" and "they"
    with pytest.raises(Fault):
        find(text, "he#4")
