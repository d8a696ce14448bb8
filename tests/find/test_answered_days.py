"""A calendar day behind a deed that somebody condemns or denies is the day of the deed."""

import pytest

from dragoman.pipeline import Reader
from dragoman.settings import Settings
from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text


@pytest.fixture(scope="module")
def days():
    reader = Reader.load(Settings())

    def told(text: str) -> dict[str, str | None]:
        """The day of each event by its word, as read on 5 May 2020."""
        record = reader.read(read_text(text, ReadOptions(published="2020-05-05")))
        return {e.evidence[0].trigger.of(text): e.time.start if e.time else None for e in record.events}

    return told


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        ("Ghana condemned the bombing of a market in Kano on 3 March.", "bombing", "2020-03-03"),
        ("The rebels denied the killing of a priest on 21 February.", "killing", "2020-02-21"),
    ],
)
def test_the_day_is_that_of_the_deed(days, text: str, deed: str, day: str) -> None:
    found = days(text)
    assert found.pop(deed) == day
    assert set(found.values()) == {None}


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Ghana condemned the bombing of a market in Kano on Monday.", "condemned", "2020-05-04"),
        ("On 4 May Ghana condemned the bombing of a market.", "condemned", "2020-05-04"),
        ("Ghana arrested a priest in Tamale on 4 May.", "arrested", "2020-05-04"),
    ],
)
def test_a_weekday_or_a_day_before_the_verb_stays_the_verb_s(days, text: str, word: str, day: str) -> None:
    assert days(text)[word] == day
