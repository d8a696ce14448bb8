from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.paragraphs import ends_sentence, is_heading, is_prose, paragraphs

FOLDED = """The ferry sank on Monday in the strait between the two islands, and
the navy said that it had found no survivors among the two hundred on
board, most of whom were on their way home for the holiday. It was the
third such accident this year.

A minister resigned.
"""


def test_folded_lines_are_one_paragraph():
    found = [span.of(FOLDED) for span in paragraphs(FOLDED)]
    assert len(found) == 2
    assert found[0].startswith("The ferry")
    assert found[0].endswith("this year.")


def test_a_headline_above_a_folded_story_stays_apart():
    text = "Ferry sinks in the strait\n" + FOLDED
    assert paragraphs(text)[0].of(text) == "Ferry sinks in the strait"


def test_long_lines_are_paragraphs_of_their_own():
    long = "The navy said that it had found no survivors among the two hundred people on board of it. " * 2
    text = f"{long}\n{long}\r\n{long}"
    assert len(paragraphs(text)) == 3


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u00a0\u2028X")))
def test_paragraphs_are_in_order_apart_and_cover_every_letter(text):
    found = paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    outside = set(range(len(text))) - {i for span in found for i in range(*span)}
    assert all(text[i].isspace() for i in outside)


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("He left.", True),
        ("He left.”", True),
        ("Envoy to the U.S.", False),
        ("Ferry sinks", False),
        ("Why?", True),
    ],
)
def test_the_end_of_a_sentence(words, ends):
    assert ends_sentence(words) is ends


def test_headings_and_prose():
    assert is_heading("Ferry sinks in the strait")
    assert is_heading("Why did the ferry sink?")
    assert not is_heading("The ferry sank.")
    assert not is_heading("2024")
    assert is_prose("The ferry sank on Monday in the strait between the two islands of the north.")
    assert not is_prose("The ferry sank.")
