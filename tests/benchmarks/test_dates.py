# ruff: noqa: E501 - the cases stand one a line
import pytest

from dragoman.benchmarks import dates
from dragoman.errors import BadInput
from dragoman.record import Span

TML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>made</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-11-21" temporalFunction="false" functionInDocument="CREATION_TIME">2023-11-21</TIMEX3></DCT>
<TITLE>A made text</TITLE>
<TEXT>
The envoy &amp; his staff <EVENT eid="e1">arrived</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2023-11-20">Monday</TIMEX3>.

They stayed for <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3> in <TIMEX3 tid="t3" type="DATE" value="2022">2022</TIMEX3>.
</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "made.tml").write_text(TML, encoding="utf-8")
    return tmp_path


def test_offsets_are_those_of_the_text(folder):
    (document,) = dates.read_folder(folder)
    assert document.created == "2023-11-21"
    assert [t.span.of(document.text) for t in document.gold] == ["Monday", "three days", "2022"]


def test_a_folder_is_scored(folder, tmp_path):
    out = tmp_path / "out.tsv"
    scores = dates.run(folder, predictions=out)
    assert (scores["documents"], scores["expressions"]) == (1, 3)
    assert scores["span_f1"] == scores["value_f1"] == scores["type_f1"] == 100.0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 6


def test_each_expression_counts_once_and_value_and_type_apart():
    gold = [[dates.Timex(Span(0, 6), "DATE", "2023"), dates.Timex(Span(10, 14), "DATE", "2022")]]
    ours = [[dates.Timex(Span(0, 4), "TIME", "2023"), dates.Timex(Span(4, 6), "DATE", "2023")]]
    scores = dates.score(gold, ours)
    assert (scores["span_f1"], scores["span_strict_f1"]) == (50.0, 0.0)
    assert (scores["value_f1"], scores["type_f1"]) == (50.0, 0.0)


def test_entities_are_refused(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><TimeML><TEXT>&a;</TEXT></TimeML>'
    (tmp_path / "bomb.tml").write_text(bomb, encoding="utf-8")
    with pytest.raises(BadInput, match=r"bomb\.tml:1.*entity"):
        dates.run(tmp_path)


def test_bad_files_are_named(tmp_path):
    with pytest.raises(BadInput, match=r"no \.tml"):
        dates.run(tmp_path)
    (tmp_path / "bad.tml").write_text("<TimeML>", encoding="utf-8")
    with pytest.raises(BadInput, match=r"bad\.tml"):
        dates.run(tmp_path)
    (tmp_path / "bad.tml").write_text("<TimeML/>", encoding="utf-8")
    with pytest.raises(BadInput, match="TEXT"):
        dates.run(tmp_path)
