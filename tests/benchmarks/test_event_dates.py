# ruff: noqa: E501 - the cases stand one a line
import json

import pytest

from dragoman.benchmarks import event_dates
from dragoman.errors import BadInput
from dragoman.record import Event, Evidence, Record, Span, Status, TimeSpan


def reader_of(time, status=Status.ACTUAL):
    """A reader whose every record has one event of that time."""

    def read(report):
        evidence = (Evidence(Span(0, 5), Span(0, 3)),)
        event = Event("e", "ASSAULT", None, ("A",), ("B",), status, False, evidence, "made", time=time)
        return Record(report, events=(event,))

    return read


def day(text):
    return TimeSpan(text, text, "day")


@pytest.fixture
def rows(tmp_path):
    held = [
        {"text": "Rebels attacked on Monday.", "published": "2023-11-21", "date": "2023-11-20"},
        {"text": "Rebels attacked today.", "published": "2023-11-20", "date": "2023-11-20"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, held)) + "\n", encoding="utf-8")
    return path


def test_shares(rows, tmp_path):
    scores = event_dates.run(rows, reader=reader_of(day("2023-11-20")), predictions=tmp_path / "p.tsv")
    assert {k: scores[k] for k in ("rows", "day", "month", "year", "missing", "day_elsewhere", "baseline")} == {
        "rows": 2, "day": 100.0, "month": 100.0, "year": 100.0, "missing": 0.0, "day_elsewhere": 100.0, "baseline": 50.0,
    }  # fmt: skip
    assert len((tmp_path / "p.tsv").read_text(encoding="utf-8").splitlines()) == 2


def test_a_month_is_right_for_the_month_but_not_the_day(rows):
    scores = event_dates.run(rows, reader=reader_of(TimeSpan("2023-11-01", "2023-11-30", "month")))
    assert (scores["day"], scores["month"], scores["year"]) == (0.0, 100.0, 100.0)


def test_no_date_is_missing_and_never_the_publication_date(rows):
    scores = event_dates.run(rows, reader=reader_of(TimeSpan(None, None, None)))
    assert (scores["day"], scores["missing"]) == (0.0, 100.0)


def test_the_shipped_program_reads_them(rows):
    assert event_dates.run(rows, limit=1)["day"] == 100.0


def test_bad_lines_are_numbered(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"text": "x", "published": "2023-11-21", "date": "2023-11-20"}\n{"text": 1}\n', encoding="utf-8"
    )
    with pytest.raises(BadInput, match=r"rows\.jsonl:2"):
        event_dates.run(path, reader=reader_of(None))
    path.write_text('{"text": "x", "published": "yesterday", "date": "2023-11-20"}\n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"rows\.jsonl:1"):
        event_dates.run(path, reader=reader_of(None))
