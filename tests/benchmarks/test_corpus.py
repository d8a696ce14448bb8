"""Our own corpus as a test, on three sentences and a reader made by hand."""

from pathlib import Path

from dragoman.benchmarks import corpus
from dragoman.record import Record, Report

SENTENCES = """\
## theme: ferries | notes: pledges positions
Eritrea's army shelled the village.
> ASSAULT | actual | shelled | army -> village
The ferry sails at noon.
> none routine
The union is against the closure of the ferry.
~ against | union | closure of the ferry | ferry
"""


def nothing(report: Report) -> Record:
    return Record(report=report)


def test_what_reports_nothing_is_told_by_kind(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(SENTENCES, encoding="utf-8")
    scores = corpus.run(tmp_path, part="all", reader=nothing)
    assert (scores["events"], scores["false_events_per_100"]) == (1, 0.0)
    assert {kind: told["sentences"] for kind, told in scores["false_by_kind"].items()} == {
        "routine": 1,
        "a stand or pledge": 1,
    }


def test_a_second_reading_of_whole_reports_is_no_part_of_the_corpus(tmp_path: Path) -> None:
    for folder in ("reports", "second/reports"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "ferries.txt").write_text(SENTENCES, encoding="utf-8")
    assert {item.path.parent for item in corpus.items_of(tmp_path, "all")} == {tmp_path / "reports"}
