from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dragoman.text.record_id import created

NOW = datetime(2024, 1, 1, tzinfo=UTC)


def _id(moment):
    return f"{int(moment.timestamp()):08x}" + "0f" * 8


def test_the_first_four_bytes_are_the_creation_time():
    made = datetime(2021, 3, 3, 14, 5, 6, tzinfo=UTC)
    assert created(_id(made) + " Ab12\n\nStory", NOW) == made


@pytest.mark.parametrize("made", [datetime(1994, 12, 31, tzinfo=UTC), datetime(2024, 1, 4, tzinfo=UTC)])
def test_an_implausible_time_is_no_date(made):
    assert created(_id(made), NOW) is None


@pytest.mark.parametrize("text", ["", "Story", "60" * 13, "603f" * 5, "Story " + "60" * 12])
def test_what_is_no_leading_id_is_no_date(text):
    assert created(text, NOW) is None
