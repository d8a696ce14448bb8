"""Times as people read them."""

from datetime import date

import pytest

from dragoman.ledger.dates import told, told_between, told_time
from dragoman.record import TimeSpan


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2011-03-07", "2011-03-07", "day", "2011-03-07"),
        ("2022-01-01", "2022-12-31", "year", "2022"),
        ("1990-01-01", "1999-12-31", "decade", "1990 to 1999"),
        ("2011-03-01", "2011-03-31", "month", "March 2011"),
        ("2012-02-01", "2012-02-29", "month", "February 2012"),
        ("2007-09-01", "2007-11-30", "season", "September to November 2007"),
        ("2007-12-01", "2008-02-29", "season", "December 2007 to February 2008"),
        ("2024-03-18", "2024-03-24", "week", "2024-03-18 to 2024-03-24"),
        ("2024-01-01", "2024-11-30", "month", "January to November 2024"),
        ("2001-11-01", None, "month", "since November 2001"),
        ("1996-01-01", None, "year", "since 1996"),
        (None, "2025-12-31", "year", "by 2025"),
        (None, "1997-03-30", "day", "by 1997-03-30"),
        (None, None, None, None),
    ],
)
def test_a_time_is_told_as_exactly_as_it_is_known(start, end, precision, words):
    assert told_time(TimeSpan(start, end, precision)) == words


def test_a_stretch_from_one_time_to_another():
    day, year = told(date(2008, 12, 31), date(2008, 12, 31)), told(date(2023, 1, 1), date(2023, 12, 31))
    assert told_between(day, year) == "2008-12-31 to 2023"
    assert told_between(day, day) == "2008-12-31"
    assert told_between("since 2008", year) == "2008 to 2023"
    assert told_between("since 2008", "since 2008") == "since 2008"
    assert told_between(None, None) is None
