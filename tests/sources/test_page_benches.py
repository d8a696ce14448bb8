"""The benches over pages, on a set of invented pages in the public formats."""

from __future__ import annotations

import gzip
import json

import pytest

from dragoman.benchmarks import page_dates, pages
from dragoman.errors import BadInput


@pytest.fixture
def checkout(tmp_path, page, story):
    (tmp_path / "html").mkdir()
    truth = {}
    for key in ("a", "b"):
        (tmp_path / "html" / f"{key}.html.gz").write_bytes(gzip.compress(page().encode()))
        truth[key] = {"articleBody": "\n\n".join(story), "url": "https://a.example"}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    return tmp_path


def test_pages_found_whole_score_a_hundred(checkout):
    assert pages.run(checkout) == {"pages": 2, "f1": 100.0, "precision": 100.0, "recall": 100.0}


def test_pages_can_be_limited_and_kept(checkout, tmp_path, story):
    assert pages.run(checkout, limit=1, predictions=tmp_path / "out.json")["pages"] == 1
    assert json.loads((tmp_path / "out.json").read_text()) == {"a": {"articleBody": "\n\n".join(story)}}


def test_a_page_without_a_story_scores_nothing(checkout):
    (checkout / "html" / "a.html.gz").write_bytes(gzip.compress(b"<html><body></body></html>"))
    assert pages.run(checkout) == {"pages": 2, "f1": 50.0, "precision": 50.0, "recall": 50.0}


@pytest.mark.parametrize(
    ("found", "true", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1.0, 1.0),
        ("a b c d e f", "a b c d e", 2 / 3, 1.0),
        ("a b c d", "a b c d e", 1.0, 1 / 2),
        ("a b c d a b c d", "a b c d", 1 / 5, 1.0),
        ("a b", "a, b!", 1.0, 1.0),
        ("", "a b c d", 0.0, 0.0),
        ("", "", 1.0, 1.0),
        ("A b c d", "a b c d", 0.0, 0.0),
    ],
)
def test_bodies_are_compared_as_bags_of_runs_of_four_words(found, true, precision, recall):
    got = pages.overlap(found, true)
    assert (got.precision, got.recall) == pytest.approx((precision, recall))


def test_f1_is_the_harmonic_mean_of_the_averages():
    overlaps = [pages.Overlap(1.0, 0.5), pages.Overlap(0.5, 0.5)]
    assert pages.score(overlaps) == {"pages": 2, "f1": 60.0, "precision": 75.0, "recall": 50.0}


def test_what_is_no_checkout_is_refused(tmp_path, checkout):
    with pytest.raises(BadInput, match="ground-truth"):
        pages.run(tmp_path / "html")
    (checkout / "html" / "a.html.gz").unlink()
    with pytest.raises(BadInput, match="missing"):
        pages.run(checkout)


def test_page_dates_count_a_page_without_an_answer_as_wrong(tmp_path, page):
    meta = '<meta property="article:published_time" content="2024-03-05T23:30:00-05:00">'
    (tmp_path / "a.html").write_text(page(meta))
    (tmp_path / "b.html").write_text(page())
    russian = page(
        '<meta charset="windows-1251">', date_line="<div class='date'>5 марта 2024</div>", lang="ru"
    )
    (tmp_path / "c.html").write_bytes(russian.encode("cp1251", "xmlcharrefreplace"))
    (tmp_path / "dates.json").write_text(
        json.dumps(dict.fromkeys(("a.html", "b.html", "c.html"), "2024-03-05"))
    )
    out = tmp_path / "out.tsv"
    scores = page_dates.run(tmp_path, predictions=out)
    assert scores == {"pages": 3, "accuracy": 66.7, "answered": 66.7}
    assert out.read_text().splitlines()[0] == "a.html\t2024-03-05\t2024-03-05\tmetadata"
    assert page_dates.run(tmp_path, limit=1)["accuracy"] == 100.0


def test_page_dates_need_their_list(tmp_path):
    with pytest.raises(BadInput, match=r"dates\.json"):
        page_dates.run(tmp_path)


def test_peers_are_named():
    assert pages.PEERS
    assert page_dates.PEERS
