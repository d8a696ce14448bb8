# ruff: noqa: E501 - the cases stand one a line
import pytest

from dragoman.benchmarks import places
from dragoman.errors import BadInput

TEXT = "A fire broke out in Belgrade. Firemen came from Novi Sad, in Serbia."


def toponym(phrase, identifier, lat, lon, shift=0):
    start = TEXT.index(phrase) + shift
    tag = (
        ""
        if identifier is None
        else f'<gaztag geonameid="{identifier}"><lat>{lat}</lat><lon>{lon}</lon></gaztag>'
    )
    return f"<toponym><start>{start}</start><end>{start + len(phrase)}</end><phrase>{phrase}</phrase>{tag}</toponym>"


@pytest.fixture
def corpus(tmp_path):
    names = (
        toponym("Belgrade", 792680, 44.8, 20.47)
        + toponym("Novi Sad", 3194360, 45.25, 19.84, shift=2)
        + toponym("Serbia", None, 0, 0)
    )
    path = tmp_path / "made.xml"
    path.write_text(
        f'<articles><article docid="1"><text>{TEXT}</text><toponyms>{names}</toponyms></article>'
        "<article><text>No names here.</text></article></articles>",
        encoding="utf-8",
    )
    return path


def test_toponyms_without_a_tag_are_left_out_and_astray_offsets_are_mended(corpus):
    first, second = places.read_articles(corpus)
    assert [t.span.of(first.text) for t in first.gold] == ["Belgrade", "Novi Sad"]
    assert second.gold == ()


def test_a_corpus_is_scored(corpus, tmp_path):
    scores = places.run(corpus, predictions=tmp_path / "out.tsv")
    assert scores["toponyms"] == 2
    for key in ("exact", "country", "at_161km", "recall_end_to_end", "at_161km_end_to_end"):
        assert scores[key] == 100.0
    assert len((tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()) == 2
    assert places.run(corpus, limit=1)["articles"] == 1


def test_entities_and_other_files_are_refused(tmp_path):
    path = tmp_path / "bad.xml"
    path.write_text('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', encoding="utf-8")
    with pytest.raises(BadInput, match="entity"):
        places.run(path)
    path.write_text("<articles/>", encoding="utf-8")
    with pytest.raises(BadInput, match="no article"):
        places.run(path)


def test_a_span_beyond_the_text_is_left_out(tmp_path):
    path = tmp_path / "far.xml"
    tag = '<gaztag geonameid="1"><lat>1</lat><lon>1</lon></gaztag>'
    path.write_text(
        f"<articles><article><text>Short.</text><toponyms><toponym><start>90</start><end>99</end>{tag}</toponym>"
        "</toponyms></article></articles>",
        encoding="utf-8",
    )
    assert places.read_articles(path)[0].gold == ()
