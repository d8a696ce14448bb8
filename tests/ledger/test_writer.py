"""Laws of writing: whole or nothing, twice is once, and what was written is what is read."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LedgerError
from dragoman.ledger.store import connect
from dragoman.ledger.view import Ledger
from dragoman.ledger.writer import CHILDREN_FIRST, Outcome, Writer
from dragoman.record import Record, Report, Span, Versions
from tests.ledger.made import VERSIONS, record, report


@pytest.fixture
def path(tmp_path):
    return tmp_path / "made.duckdb"


def contents(path):
    """Every row of every table, in no particular order."""
    connection = connect(path, read_only=True)
    held = {t: sorted(map(repr, connection.execute(f"FROM {t}").fetchall())) for t in CHILDREN_FIRST}
    connection.close()
    return held


def keep(path, *records):
    with Writer.open(path) as writer:
        return writer.write_all(records)


def test_a_record_comes_back_as_it_was_written(path):
    keep(path, record(1), record(2))
    with Ledger.open(path) as ledger:
        assert ledger.record(record(1).report.id) == record(1)
        assert list(ledger.records()) == [record(1), record(2)]


def test_a_record_with_nothing_in_it_comes_back(path):
    bare = Record(report=Report(id="0", text="", body=()))
    keep(path, bare)
    with Ledger.open(path) as ledger:
        assert list(ledger.records()) == [bare]


def test_text_comes_back_to_the_character(path):
    odd = "a\x00b 😀 ' \" \\ {} ; DROP TABLE reports; -- \u2028 é\r\n"
    keep(path, Record(report=Report(id="0", text=odd, body=(Span(0, 3),), title="[bold]'--")))
    with Ledger.open(path) as ledger:
        (held,) = ledger.records()
    assert held.report.text == odd
    assert held.report.title == "[bold]'--"


def test_writing_twice_is_writing_once(path):
    assert keep(path, record(1), record(2))[Outcome.ADDED] == 2
    once = contents(path)
    assert keep(path, record(2), record(1)) == {Outcome.ADDED: 0, Outcome.REPLACED: 0, Outcome.UNCHANGED: 2}
    assert contents(path) == once


def test_the_same_record_twice_in_a_batch_is_one(path):
    counts = keep(path, record(1), record(1))
    assert (counts[Outcome.ADDED], counts[Outcome.UNCHANGED]) == (1, 1)


def test_a_capture_read_from_another_path_is_the_same(path):
    keep(path, record(1))
    moved = record(1, report=report(1, source="elsewhere/copy.txt"))
    assert keep(path, moved)[Outcome.UNCHANGED] == 1


def test_a_newer_model_replaces_every_row_of_its_report_and_no_other(path):
    keep(path, record(1), record(2))
    newer = record(
        1, versions=Versions("0.1.0", "tiny-2", "plover-1"), events=(), pledges=(), statements=(), figures=()
    )
    assert keep(path, newer)[Outcome.REPLACED] == 1
    with Ledger.open(path) as ledger:
        assert sorted(ledger.records(), key=lambda r: r.report.id) == [newer, record(2)]
        assert {e.report for e in ledger.events()} == {record(2).report.id}
    assert len(contents(path)["reports"]) == 2


def test_a_reading_superseded_before_a_crash_is_not_seen_and_is_swept_later(path):
    writer = Writer.open(path)
    writer.write(record(1))
    writer.flush()
    writer.write(record(1, versions=replace(VERSIONS, codebook="plover-2")))
    writer.flush()
    writer._connection.close()  # as if the process had died before the sweep
    with Ledger.open(path) as ledger:
        assert [r.codebook for r in ledger.reports()] == ["plover-2"]
        assert len(ledger.events()) == len(record(1).events)
    Writer.open(path).close()
    assert len(contents(path)["events"]) == len(record(1).events)


def test_a_crash_while_writing_leaves_nothing_half_written(path, monkeypatch):
    keep(path, record(1))
    before = contents(path)
    writer = Writer.open(path)
    insert = writer._insert

    def dies(waiting):
        insert(waiting)
        raise RuntimeError("power cut")

    monkeypatch.setattr(writer, "_insert", dies)
    writer.write(record(2))
    with pytest.raises(RuntimeError):
        writer.flush()
    writer._connection.close()
    assert contents(path) == before
    assert keep(path, record(2))[Outcome.ADDED] == 1


def test_what_was_waiting_is_kept_when_the_block_ends_by_an_exception(path):
    def interrupted():
        with Writer.open(path) as writer:
            writer.write(record(1))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"actors": ()}, "which the record does not list"),
        ({"events": ()}, "which the record does not list"),
        ({"statements": ()}, "statement"),
        ({"events": record(1).events + record(1).events[:1]}, "two events have the id"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused_and_the_rest_is_kept(path, change, said):
    with Writer.open(path) as writer:
        writer.write(record(2))
        with pytest.raises(LedgerError, match=said):
            writer.write(record(1, **change))
    with Ledger.open(path) as ledger:
        assert [r.report for r in ledger.reports()] == [record(2).report.id]


def test_a_number_that_is_not_finite_is_refused(path):
    figure = replace(record(1).figures[0], value=float("nan"))
    with Writer.open(path) as writer, pytest.raises(LedgerError, match="finite"):
        writer.write(record(1, figures=(figure,)))


def test_has_asks_for_the_very_capture_and_the_very_versions(path):
    with Writer.open(path) as writer:
        writer.write(record(1))
        assert writer.has(report(1), VERSIONS)
        assert not writer.has(report(1), replace(VERSIONS, model="tiny-2"))
        assert not writer.has(report(1, published="2024-03-06"), VERSIONS)
        assert not writer.has(report(2), VERSIONS)


@given(text=st.text(), title=st.none() | st.text())
@settings(max_examples=15, deadline=None)
def test_any_text_comes_back_or_is_refused(text, title):
    made = Record(report=Report(id="0", text=text, body=(), title=title))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.duckdb"
        keep(path, made)
        with Ledger.open(path) as ledger:
            assert list(ledger.records()) == [made]


def test_half_a_character_is_refused_and_spoils_nothing(path):
    with Writer.open(path) as writer:
        writer.write(record(1))
        with pytest.raises(LedgerError, match="surrogates"):
            writer.write(Record(report=Report(id="0", text="\ud800", body=())))
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == 1
