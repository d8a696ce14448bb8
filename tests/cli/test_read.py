"""`dragoman read`: what goes where, what is said, and the exit code.

The reader is replaced by one that finds nothing but the words of a report, so that these tests are
about the road and not about the language.
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import dataclass, replace
from io import BufferedReader, BytesIO

import pytest

from dragoman.errors import ModelError
from dragoman.ledger.view import Ledger
from dragoman.record import Record, Versions
from tests.ledger.made import VERSIONS


@dataclass
class FakeReader:
    versions: Versions = VERSIONS

    def read(self, report):
        if "crash" in report.text:
            raise ZeroDivisionError("three")
        return Record(report=report, versions=self.versions)


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    fake = FakeReader()
    monkeypatch.setattr("dragoman.pipeline.Reader.load", lambda settings: fake)
    return fake


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in (1, 2, 3):
        words = f"Minister number {number} met envoy number {number} on Monday, officials said."
        (folder / f"{number}.txt").write_text(f"Talks number {number} held\n\n{words} {words}\n")
    return folder


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.duckdb"


def held(path):
    with Ledger.open(path) as ledger:
        return ledger.reports()


def test_reading_a_directory_makes_a_ledger_and_says_so_on_stderr(run, reports, path):
    done = run("read", reports, "--ledger", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "3 reports read" in done.stderr
    assert "dragoman overview" in done.stderr
    assert len(held(path)) == 3


def test_reports_without_a_date_of_publication_are_counted_aloud(run, reports, path, tmp_path):
    done = run("read", reports, "--ledger", path)
    assert "3 reports without a date of publication: what they tell is undated" in done.stderr
    given = run("read", reports, "--ledger", tmp_path / "y.duckdb", "--published", "2024-03-05")
    assert "without a date" not in given.stderr


def test_reading_twice_changes_nothing(run, reports, path):
    run("read", reports, "--ledger", path)
    once = held(path)
    done = run("read", reports, "--ledger", path)
    assert "3 there already" in done.stderr
    assert held(path) == once
    assert "3 there already" in run("read", reports, "--ledger", path, "--again").stderr


def test_a_reading_that_is_stopped_says_how_to_go_on(run, reports, path, fake_reader, monkeypatch):
    monkeypatch.setattr("dragoman.cli.read._run", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    done = run("read", reports, "--ledger", path)
    assert done.exit_code == 130
    assert "the same command reads the rest" in done.stderr


def test_a_newer_model_replaces(run, reports, path, fake_reader):
    run("read", reports, "--ledger", path)
    fake_reader.versions = replace(VERSIONS, model="tiny-2")
    done = run("read", reports, "--ledger", path)
    assert "3 of them in place of an older reading" in done.stderr
    assert {r.model for r in held(path)} == {"tiny-2"}


def test_a_bad_file_is_named_and_the_rest_is_read(run, reports, path):
    (reports / "2.txt").write_bytes(b"\x00\x01\x02\x00\xff")
    (reports / "3.txt").write_text("This will crash the reader\n\nThis sentence will crash the reader.\n")
    done = run("read", reports, "--ledger", path)
    assert done.exit_code == 1
    assert "2.txt" in done.stderr
    assert "3.txt" in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert "2 could not be read" in done.stderr
    assert len(held(path)) == 1


def test_a_path_that_is_not_there_is_named(run, reports, path):
    done = run("read", reports / "none.txt", reports / "1.txt", "--ledger", path)
    assert done.exit_code == 1
    assert "none.txt" in done.stderr
    assert len(held(path)) == 1


def test_jsonl_goes_to_stdout_and_touches_no_ledger(run, reports, path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("read", reports, "--format", "jsonl", env={"DRAGOMAN_LEDGER": str(path)})
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["report"]["source"].rpartition("/")[2] for r in records] == ["1.txt", "2.txt", "3.txt"]
    assert {"actors", "mentions", "events", "statements", "pledges", "positions", "figures"} <= set(
        records[0]
    )
    assert not list(tmp_path.glob("*.duckdb"))


def test_jsonl_with_a_ledger_does_both_also_for_what_is_there(run, reports, path):
    run("read", reports, "--ledger", path)
    done = run("read", reports, "--ledger", path, "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 3
    assert len(held(path)) == 3


def test_what_captures_lack_may_be_given(run, reports, path):
    options = ("--published", "2024-03-05", "--publisher", "Zenda Courier", "--url", "https://example.org/1")
    run("read", reports / "1.txt", "--ledger", path, *options)
    (row,) = held(path)
    assert (row.published, row.published_source) == ("2024-03-05", "given")
    assert (row.publisher, row.url) == ("Zenda Courier", "https://example.org/1")


def test_columns_of_a_table_may_be_named(run, path, tmp_path):
    words = "Ministers met on Monday to talk about the border and called the meeting useful."
    (tmp_path / "x.csv").write_text(f"wann,was\n2024-03-05,{words}\n")
    done = run(
        "read", tmp_path / "x.csv", "--text-column", "was", "--published-column", "wann", "--ledger", path
    )
    assert done.exit_code == 0, done.stderr
    assert [row.published for row in held(path)] == ["2024-03-05"]


def test_a_report_in_another_language_is_read_and_told(run, path, tmp_path):
    words = (
        "El ministro dijo que la frontera con el país vecino está cerrada y que no hay acuerdo con la otra."
    )
    (tmp_path / "x.txt").write_text(f"{words}\n\n{words}")
    done = run("read", tmp_path / "x.txt", "--ledger", path)
    assert done.exit_code == 0
    assert "language is es" in done.stderr
    assert [row.language for row in held(path)] == ["es"]


def test_quiet_says_only_what_could_not_be_read(run, reports, path):
    assert run("read", reports, "--ledger", path, "--quiet").stderr == ""
    done = run("read", reports / "none.txt", "--ledger", path, "--quiet")
    assert "none.txt" in done.stderr
    assert "Next" not in done.stderr


@pytest.mark.parametrize(
    "options", [("--published", "yesterday"), ("--format", "xml"), ("--jobs", "0"), ("--jobs", "many")]
)
def test_a_wrong_option_is_exit_2(run, reports, path, options):
    assert run("read", reports, "--ledger", path, *options).exit_code == 2


def test_a_file_that_is_no_ledger_is_left_alone(run, reports, path):
    path.write_text("my thesis")
    done = run("read", reports, "--ledger", path)
    assert done.exit_code == 2
    assert path.read_text() == "my thesis"


def test_a_missing_model_is_exit_2(run, reports, path, monkeypatch):
    def load(settings):
        raise ModelError("the model is not there", path="model", remedy="Install dragoman again")

    monkeypatch.setattr("dragoman.pipeline.Reader.load", load)
    done = run("read", reports, "--ledger", path)
    assert done.exit_code == 2
    assert "Install dragoman again" in done.stderr


def test_a_file_is_shown_without_a_ledger(run, reports, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("show", reports / "1.txt")
    assert done.exit_code == 0, done.stderr
    assert "Minister number 1 met" in done.stdout
    assert not list(tmp_path.glob("*.duckdb"))


def test_from_python(reports, path):
    import dragoman

    assert dragoman.keep(dragoman.read(reports, publisher="Zenda Courier"), path) == 3
    assert dragoman.keep(dragoman.read([reports / "1.txt"], publisher="Zenda Courier"), path) == 0
    with dragoman.open(path) as ledger:
        assert {row.publisher for row in ledger.reports()} == {"Zenda Courier"}


def test_from_python_an_unread_file_is_a_warning_or_a_call(reports):
    import dragoman

    with pytest.warns(UserWarning, match=r"none\.txt"):
        assert list(dragoman.read(reports / "none.txt")) == []
    unread = []
    assert len(list(dragoman.read([reports, reports / "none.txt"], on_unread=unread.append))) == 3
    assert [one.path.rpartition("/")[2] for one in unread] == ["none.txt"]


@pytest.mark.parametrize(
    ("name", "held", "told"),
    [
        ("bytes.txt", b"\x00\x91\xfe\x07" * 60, "these bytes are no text"),
        ("empty.txt", b"", "the file is empty"),
        ("none.txt", None, "no such file"),
        ("none/at/all", None, "no such file"),
        (".", None, "this is a directory"),
    ],
)
def test_a_file_that_cannot_be_shown_is_named_with_the_reason(run, tmp_path, monkeypatch, name, held, told):
    monkeypatch.chdir(tmp_path)
    if held is not None:
        (tmp_path / name).write_bytes(held)
    done = run("show", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"dragoman: {name}: {told}" in done.stderr
    assert "Warning" not in done.stderr


def test_standard_input_is_shown(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    held = b"Talks held\n\nThe minister met the envoy on Monday, officials said.\n"
    raw = nullcontext(BufferedReader(BytesIO(held)))
    monkeypatch.setattr("dragoman.sources.opened._raw", lambda path: raw)
    done = run("show", "-")
    assert done.exit_code == 0, done.stderr
    assert "The minister met the envoy" in done.stdout


def test_of_a_file_that_is_read_in_part_the_rest_is_named(run, tmp_path):
    (tmp_path / "two.jsonl").write_text('{"text": "The minister met the envoy on Monday."}\n{"text": 3}\n')
    done = run("show", tmp_path / "two.jsonl")
    assert done.exit_code == 1
    assert "met the envoy" in done.stdout
    assert "not read:" in done.stderr


def test_a_table_without_a_text_column_says_which_option_names_it(run, tmp_path, path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    assert "--text-column" in run("read", tmp_path / "x.csv", "--ledger", path).stderr
