from __future__ import annotations

import pytest

from dragoman.text.written_dates import written_dates

CASES = [
    ("21 Nov, 2023 16:35", "2023-11-21"),
    ("Published: March 3, 2021 14:05 GMT", "2021-03-03T14:05:00+00:00"),
    ("2021-03-03T14:05:00+01:00", "2021-03-03T14:05:00+01:00"),
    ("Wed 3 Mar 2021 14.05 GMT", "2021-03-03T14:05:00+00:00"),
    ("March 3, 2021 at 2:05 p.m. EST", "2021-03-03T14:05:00-05:00"),
    ("14:05 UTC, 3 March 2021", "2021-03-03T14:05:00+00:00"),
    ("03.04.2021", "2021-04-03"),
    ("25/12/2021", "2021-12-25"),
    ("12/25/2021", "2021-12-25"),
    ("3 марта 2021 года", "2021-03-03"),
    ("le 1er février 2021", "2021-02-01"),
    ("3 de marzo de 2021", "2021-03-03"),
    ("Mittwoch, 3. März 2021", "2021-03-03"),
    ("2021年3月3日", "2021-03-03"),
    ("令和3年3月3日", "2021-03-03"),
    ("民國110年3月3日", "2021-03-03"),
    ("Thứ Tư, ngày 3 tháng 3 năm 2021", "2021-03-03"),
    ("2021. gada 3. marts", "2021-03-03"),
    ("2021 m. kovo 3 d.", "2021-03-03"),
    ("2021년 3월 3일", "2021-03-03"),
    ("٣ مارس ٢٠٢١", "2021-03-03"),
    ("3 มีนาคม 2564", "2021-03-03"),
    ("2021. március 3.", "2021-03-03"),
    ("21st of November 2023", "2023-11-21"),
]


@pytest.mark.parametrize(("written", "iso"), CASES)
def test_a_written_date_is_read(written, iso):
    found = written_dates(written)
    assert len(found) == 1
    assert found[0].iso() == iso


def test_a_date_with_two_readings_is_left_open():
    (found,) = written_dates("03/04/2021")
    assert found.iso() is None
    assert [d.isoformat() for d in found.readings] == ["2021-04-03", "2021-03-04"]


@pytest.mark.parametrize("words", ["31 February 2021", "99/99/2021", "flight 370", "1.2.3.4", "May 2021", ""])
def test_what_is_no_whole_date_is_not_read(words):
    assert written_dates(words) == ()
