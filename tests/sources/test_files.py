"""Files, directories, globs, standard input, encodings, and what cannot be read."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import ReadOptions, Unread, read

TEXT = (
    "Treaty signed\n\nNorland and Sudria signed a treaty on fishing in the strait on Tuesday, "
    "officials said.\n"
)
RUSSIAN = (
    "Договор подписан\n\nМинистры двух стран подписали во вторник договор о рыболовстве "
    "в проливе, и на встрече не было сказано о том, как будут делить улов. "
    "По словам министра, это было не так просто."
)
FRENCH = (
    "Traité signé\n\nLes ministres des deux États ont signé mardi un traité sur la pêche "
    "dans le détroit, à l’été."
)


def names(items):
    return [Path(item.source if isinstance(item, Report) else item.path).name for item in items]


def test_a_directory_is_read_in_order_and_in_depth(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b.txt", "c.pdf", ".hidden/d.txt", "a/.d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT + name)
    assert names(read([tmp_path])) == ["b.txt", "b.txt", "z.txt"]


def test_a_glob_is_expanded_and_a_file_named_twice_is_read_once(tmp_path):
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(TEXT)
    assert names(read([str(tmp_path / "*.txt"), tmp_path / "a.txt"])) == ["a.txt", "b.txt"]


def test_the_name_of_a_file_is_no_part_of_the_report_s_identity(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    first, second = read([tmp_path])
    assert first.id == second.id


@pytest.mark.parametrize("name", ["missing.txt", "nothing*.txt", "empty"])
def test_what_is_not_there_is_told(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (item,) = read([tmp_path / name])
    assert isinstance(item, Unread)
    assert item.reason
    assert item.remedy


def test_a_bad_file_never_loses_the_others(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-9])
    (tmp_path / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (tmp_path / "e.html").write_text("")
    (tmp_path / "f.txt").write_text(TEXT + "f")
    found = list(read([tmp_path]))
    assert [isinstance(item, Report) for item in found] == [True, False, False, False, False, True]
    assert names(found)[1:5] == ["b.txt", "c.txt.gz", "d.txt", "e.html"]


def test_decompression_is_bounded(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"\n" * 5_000_000))
    (item,) = read([tmp_path], ReadOptions(max_bytes=1_000_000))
    assert isinstance(item, Unread)
    assert "larger than" in item.reason


def test_links_are_confined_and_cannot_loop(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "out.txt").write_text(TEXT + "secret")
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "out.txt")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    found = list(read([tmp_path / "in"]))
    assert sorted(names(found)) == ["a.txt", "b.txt", "c.txt", "up"]
    assert [name for name, item in zip(names(found), found, strict=True) if isinstance(item, Report)] == [
        "a.txt"
    ]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    (item,) = read([tmp_path])
    assert isinstance(item, Unread)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    (item,) = read([tmp_path])
    assert isinstance(item, Unread)
    assert "permission" in item.remedy


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        gzip.compress(TEXT.encode()),
        b'{"text": "Norland and Sudria signed a treaty on fishing on Tuesday."}\n' * 2,
        b"\xef\xbb\xbf" + TEXT.encode(),
    ],
    ids=["text", "gzip", "jsonl", "bom"],
)
def test_standard_input_is_taken_for_what_it_looks_like(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    found = list(read(["-"]))
    assert found
    assert all(isinstance(item, Report) for item in found)
    assert len({item.id for item in found}) == 1


def test_a_page_on_standard_input(monkeypatch, page):
    data = page().encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    (report,) = read(["-"])
    assert report.title == "Norland and Sudria sign treaty on fishing"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251", "koi8-r"])
def test_russian_in_many_encodings(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode(encoding))
    (report,) = read([tmp_path])
    assert report.text == RUSSIAN
    assert report.language == "ru"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
def test_french_in_many_encodings(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes(FRENCH.encode(encoding))
    (report,) = read([tmp_path])
    assert report.text == FRENCH


def test_utf8_with_stray_bytes_of_another_encoding(tmp_path):
    (tmp_path / "a.txt").write_bytes(FRENCH.encode() + " à Genève".encode() + "\n\nÀ l’été".encode("cp1252"))
    (report,) = read([tmp_path])
    assert report.text == FRENCH + " à Genève\n\nÀ l’été"


def test_line_ends_are_kept(tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (report,) = read([tmp_path])
    assert report.text == TEXT.replace("\n", "\r\n")
    assert report.title == "Treaty signed"


def test_a_date_that_is_none_is_refused():
    with pytest.raises(BadInput, match="2023-02-30"):
        ReadOptions(published="2023-02-30")
