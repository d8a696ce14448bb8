"""The time of what a report is about, whether or not the codebook knows such events."""

from functools import cache

import pytest

from dragoman.find.dates import find_dates
from dragoman.find.main_time import main_time
from dragoman.language import load
from dragoman.record import Span

from .sentences import report


@cache
def parsed(text):
    return load().parse(text, [Span(0, len(text))])


def time_of_report(text, published="2023-11-21"):
    held = report(text, published=published)
    return main_time(held, parsed(text), find_dates(held, parsed(text)))


# Published on Tuesday, 21 November 2023: the first day of the main happening.
DATED = [
    ("A bridge collapsed in the storm on Sunday. The minister will visit on Friday.", "2023-11-19"),
    (
        "The mayor said on Monday that the bridge had been unsafe. It collapsed on Saturday evening.",
        "2023-11-18",
    ),
    ("Divers found the wreck yesterday, two years after the ferry sank in 2021.", "2023-11-20"),
    ("The glacier broke apart on 3 November, scientists said on Tuesday.", "2023-11-03"),
    ("The dam was built in 1962. It burst last night.", "2023-11-20"),
    ("Villagers buried the dead on Monday after the slope slid on Friday.", "2023-11-20"),
    ("The court will hear the case on Thursday. He was found dead on 2 November.", "2023-11-02"),
    ("The spacecraft landed early on Sunday, 19 November.", "2023-11-19"),
]


@pytest.mark.parametrize(("text", "day"), DATED, ids=[c[0] for c in DATED])
def test_the_main_happening_is_dated(text, day):
    found = time_of_report(text)
    assert (found.start or "")[:10] == day
    assert found.reason


def test_no_date_is_a_reason_and_never_the_day_of_publication():
    found = time_of_report("A bridge collapsed in the storm. Nobody was hurt.")
    assert (found.start, found.end) == (None, None)
    assert "no date" in found.reason


def test_what_speaks_against_a_time_is_said():
    assert "a time of saying" in time_of_report("Officials said on Monday that the bridge was unsafe.").reason
