"""JSON Lines, CSV, TSV, Parquet: named columns in, reports out, bad rows told."""

from __future__ import annotations

import csv
import gzip
import json

import duckdb
import pytest

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import Columns, ReadOptions, Unread, read

ROW = {
    "title": "Treaty signed",
    "date": "2024-03-05",
    "url": "https://observer.example/a/1",
    "publisher": "The Strait Observer",
}


def rows(story, n=2):
    return [
        {"text": f"{p}\n\n{story[0]}", **ROW, "url": f"https://observer.example/a/{i}"}
        for i, p in enumerate(story[:n])
    ]


def jsonl(path, items):
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")
    return path


def test_jsonl_rows_are_reports_whose_text_is_unchanged(tmp_path, story):
    given = rows(story)
    found = list(read([jsonl(tmp_path / "a.jsonl", given)]))
    assert [report.text for report in found] == [row["text"] for row in given]
    first = found[0]
    assert (first.title, first.publisher, first.url) == (
        "Treaty signed",
        "The Strait Observer",
        given[0]["url"],
    )
    assert (first.published, first.published_source) == ("2024-03-05", "metadata")


def test_a_bad_line_loses_only_itself(tmp_path, story):
    path = jsonl(tmp_path / "a.jsonl", rows(story))
    lines = path.read_bytes().split(b"\n")
    bad = [
        b'{"text": ',
        b"[1]",
        b'{"title": "no text"}',
        b'{"text": 3}',
        b'{"text": "\xff\xfe"}',
        b'{"text": " "}',
    ]
    path.write_bytes(b"\n".join([lines[0], *bad, b"", lines[1]]))
    found = list(read([path]))
    assert [isinstance(item, Report) for item in found] == [True, *[False] * 6, True]
    assert [item.place.split(",")[0] for item in found if isinstance(item, Unread)] == [
        f"line {n}" for n in range(2, 8)
    ]
    assert all(item.remedy for item in found if isinstance(item, Unread))


def test_a_compressed_corpus_is_read(tmp_path, story):
    plain = jsonl(tmp_path / "a.jsonl", rows(story))
    packed = tmp_path / "b.ndjson.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert [r.id for r in read([packed])] == [r.id for r in read([plain])]


def test_a_corpus_cut_off_in_its_compression_gives_what_it_has(tmp_path, story):
    packed = tmp_path / "a.jsonl.gz"
    whole = gzip.compress("".join(json.dumps(row) + "\n" for row in rows(story) * 500).encode())
    packed.write_bytes(whole[:-20])
    *reports, last = read([packed])
    assert all(isinstance(item, Report) for item in reports)
    assert isinstance(last, Unread)
    assert "damaged" in last.reason


def test_a_line_beyond_the_limit_loses_only_itself(tmp_path, story):
    first, second = rows(story)
    path = jsonl(tmp_path / "a.jsonl", [first, {"text": "x" * 5000}, second])
    found = list(read([path], ReadOptions(max_bytes=2000)))
    assert [isinstance(item, Report) for item in found] == [True, False, True]
    assert found[1].place == "line 2"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-03-05T14:05:00Z", "2024-03-05T14:05:00+00:00"),
        ("20240305", "2024-03-05"),
        (1709647500, "2024-03-05T14:05:00+00:00"),
        ("1709647500000", "2024-03-05T14:05:00+00:00"),
        ("Tue, 05 Mar 2024 14:05:00 GMT", "2024-03-05T14:05:00+00:00"),
        ("March 5, 2024", "2024-03-05"),
        ("05/03/2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_come_in_many_forms(tmp_path, story, value, iso):
    (report,) = read([jsonl(tmp_path / "a.jsonl", [{"text": story[0], "published_at": value}])])
    assert report.published == iso


def test_columns_can_be_named(tmp_path, story):
    path = jsonl(tmp_path / "a.jsonl", [{"Inhalt": story[0], "text": "a summary", "Quelle": "Bote"}])
    options = ReadOptions(columns=Columns.named({"text": "inhalt", "publisher": "Quelle"}))
    (report,) = read([path], options)
    assert (report.text, report.publisher) == (story[0], "Bote")


def test_a_column_for_no_field_is_refused():
    with pytest.raises(BadInput, match="body"):
        Columns.named({"body": "x"})


def test_two_outlets_copies_of_one_text_are_two_reports(tmp_path, story):
    copies = [{"text": story[0], "publisher": name} for name in ("Observer", "Gazette", "Observer")]
    ids = [report.id for report in read([jsonl(tmp_path / "a.jsonl", copies)])]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("b.tsv", "\t"), ("c.csv", ";")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_text(tmp_path, story, name, delimiter, encoding):
    given = rows(story)
    with (tmp_path / name).open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(given[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(given)
    assert [report.text for report in read([tmp_path / name])] == [row["text"] for row in given]


def test_a_table_without_the_text_column_says_what_it_has(tmp_path):
    (tmp_path / "a.csv").write_text("id,summary\n1,x\n")
    (item,) = read([tmp_path / "a.csv"])
    assert isinstance(item, Unread)
    assert "id, summary" in item.reason
    assert item.remedy


def test_a_ragged_row_loses_only_itself(tmp_path, story):
    cells = '"' + story[0] + '"'
    (tmp_path / "a.csv").write_text(f"text,title\n{cells},a\n{cells},b,c,d\n{cells},e\n", encoding="utf-8")
    found = list(read([tmp_path / "a.csv"]))
    assert [isinstance(item, Report) for item in found] == [True, False, True]
    assert found[1].place == "row 3"


@pytest.mark.parametrize("name", ["a.parquet", "odd [1]*?.parquet"])
def test_parquet(tmp_path, story, name):
    path = tmp_path / name
    with duckdb.connect() as database:
        database.execute('CREATE TABLE t ("Body" VARCHAR, date DATE, title VARCHAR, n INTEGER)')
        database.executemany(
            "INSERT INTO t VALUES (?, ?, ?, ?)", [(p, "2024-03-05", "Treaty", i) for i, p in enumerate(story)]
        )
        database.execute("INSERT INTO t VALUES (NULL, NULL, NULL, 9)")
        database.table("t").write_parquet(str(path))
    *reports, last = read([path])
    assert tuple(report.text for report in reports) == story
    assert {report.published for report in reports} == {"2024-03-05"}
    assert (last.place, isinstance(last, Unread)) == (f"row {len(story) + 1}", True)


def test_what_is_no_parquet_is_unread(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"no parquet at all")
    (item,) = read([tmp_path / "a.parquet"])
    assert isinstance(item, Unread)


def test_an_array_of_objects_is_rows_too_and_a_bad_item_loses_only_itself(tmp_path, story):
    given = rows(story)
    path = tmp_path / "a.json"
    path.write_text(json.dumps([given[0], 7, given[1]], indent=1), encoding="utf-8")
    first, bad, second = read([path])
    assert [r.text for r in (first, second)] == [row["text"] for row in given]
    assert (first.published, first.source) == ("2024-03-05", f"{path}#item=1")
    assert isinstance(bad, Unread)
    assert bad.place == "item 2"


def test_a_broken_array_is_told_and_a_place_in_brackets_is_a_text(tmp_path, story):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(rows(story))[:-1], encoding="utf-8")
    (bad,) = read([path])
    assert isinstance(bad, Unread)
    assert "not JSON" in bad.reason
    (tmp_path / "b").write_text(f"[Harbourton] {story[0]}", encoding="utf-8")
    (report,) = read([tmp_path / "b"])
    assert isinstance(report, Report)


def test_a_table_without_a_known_date_says_what_it_has_and_which_option_helps(tmp_path, story):
    path = tmp_path / "a.csv"
    path.write_text(f'text,datum,nr\n"{story[0]}",2024-03-05,1\n', encoding="utf-8")
    told: list[str] = []
    (report,) = read([path], ReadOptions(tell=told.append))
    assert report.published is None
    assert "datum, nr" in told[0]
    assert "--published-column" in told[0]
    told.clear()
    list(read([path], ReadOptions(tell=told.append, columns=Columns.named({"published": "datum"}))))
    list(read([path], ReadOptions(tell=told.append, published="2024-03-05")))
    assert told == []


def test_a_column_that_one_table_lacks_leaves_it_its_usual_one_and_is_told_once(tmp_path, story):
    (tmp_path / "a.csv").write_text(f'text,datum\n"{story[0]}",2024-03-05\n', encoding="utf-8")
    lines = [json.dumps({"text": text, "date": "2024-03-06"}) for text in story[:2]]
    (tmp_path / "b.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told: list[str] = []
    options = ReadOptions(tell=told.append, columns=Columns.named({"published": "datum"}))
    assert [r.published for r in read([tmp_path], options)] == ["2024-03-05", "2024-03-06", "2024-03-06"]
    (only,) = told
    assert only.endswith("b.jsonl: no column is called datum; date is read in its place.")


def test_a_column_of_the_text_that_is_not_there_has_no_second_best(tmp_path, story):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": story[0]}), encoding="utf-8")
    (bad,) = read([path], ReadOptions(columns=Columns.named({"text": "abstract"})))
    assert isinstance(bad, Unread)
    assert "no key is called abstract" in bad.reason


def test_dates_that_cannot_be_used_are_told_once_and_not_where_one_is_given(tmp_path, story):
    path = tmp_path / "a.csv"
    cells = [f'"{story[0]}",05/06/2024', f'"{story[1]}",07/06/2024', f'"{story[0]}",']
    path.write_text("text,date\n" + "\n".join(cells) + "\n", encoding="utf-8")
    told: list[str] = []
    assert [r.published for r in read([path], ReadOptions(tell=told.append))] == [None, None, None]
    (only,) = told
    assert "row 2: '05/06/2024'" in only
    told.clear()
    list(read([path], ReadOptions(tell=told.append, published="2024-06-05")))
    assert told == []


def test_where_a_line_breaks_off_is_told_by_its_column_in_the_file(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a"}\n{"text": "open\n', encoding="utf-8")
    bad = [item for item in read([path]) if isinstance(item, Unread)][-1]
    assert bad.place.startswith("line 2, column ")
    assert "line 1" not in str(bad)
