"""Saved pages: the story, what the page says of itself, and that nothing of it is run or fetched."""

from __future__ import annotations

import gzip
import json
import socket
from datetime import UTC, datetime

import pytest

from dragoman.record import Report
from dragoman.sources import ReadOptions, read

OPTIONS = ReadOptions(now=datetime(2024, 6, 1, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a saved page must not reach for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def saved(tmp_path, markup, name="page.html", encoding="utf-8", options=OPTIONS):
    data = markup.encode(encoding)
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (report,) = read([tmp_path / name], options)
    assert isinstance(report, Report), report
    return report


def test_the_story_is_the_body_and_the_headline_stands_in_the_text(tmp_path, page, story):
    report = saved(tmp_path, page())
    assert tuple(span.of(report.text) for span in report.body) == story
    assert report.title == "Norland and Sudria sign treaty on fishing"
    assert report.title_span.of(report.text) == report.title
    assert report.language == "en"


def test_json_ld_gives_date_and_publisher(tmp_path, page):
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "Site"},
            {
                "@type": ["NewsArticle"],
                "headline": "Norland and Sudria sign treaty on fishing",
                "datePublished": "2024-03-05T14:05:00+01:00",
                "dateModified": "2024-03-07T14:05:00+01:00",
                "publisher": {"name": "The Strait Observer"},
                "mainEntityOfPage": "https://observer.example/a/1",
            },
        ]
    }
    report = saved(tmp_path, page(f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (report.published, report.published_source) == ("2024-03-05T14:05:00+01:00", "metadata")
    assert report.publisher == "The Strait Observer"
    assert report.url == "https://observer.example/a/1"


def test_broken_json_ld_is_passed_over(tmp_path, page):
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    head += '<meta property="article:published_time" content="2024-03-05T14:05:00Z">'
    report = saved(tmp_path, page(head))
    assert (report.published, report.published_source) == ("2024-03-05T14:05:00+00:00", "metadata")


def test_a_date_that_only_readers_see_is_found(tmp_path, page):
    report = saved(tmp_path, page(date_line="<div class='post-date'>5 March 2024</div>"))
    assert (report.published, report.published_source) == ("2024-03-05", "html")


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("5 марта 2024", "ru"),
        ("2024年3月5日", "zh"),
        ("5 березня 2024", "uk"),
        ("٥ مارس ٢٠٢٤", "ar"),
        ("5 Mart 2024", "tr"),
    ],
)
def test_a_visible_date_in_another_language_is_found(tmp_path, page, written, lang):
    report = saved(tmp_path, page(date_line=f"<span class='entry-date'>{written}</span>", lang=lang))
    assert report.published == "2024-03-05"


def test_a_visible_standfirst_stands_in_the_text(tmp_path, page):
    extra = "<p class='article__standfirst'>Foreign ministers meet after decade of seizures</p>"
    report = saved(tmp_path, page(date_line=extra))
    assert report.standfirst == "Foreign ministers meet after decade of seizures"
    assert report.standfirst_span.of(report.text) == report.standfirst
    assert all(not span.overlaps(report.standfirst_span) for span in report.body)


def test_the_site_s_name_is_no_part_of_the_headline(tmp_path, page):
    report = saved(tmp_path, page(title="Norland and Sudria sign treaty on fishing | Reuters"))
    assert report.title == "Norland and Sudria sign treaty on fishing"


def test_entities_are_resolved_and_scripts_leave_no_trace(tmp_path, page, story):
    markup = page(
        story=(
            "Norland &amp; Sudria &#8212; two states &quot;at peace&quot; &mdash; signed on Tuesday.",
            *story,
        )
    )
    report = saved(
        tmp_path, markup.replace("</article>", "<script>document.write('Mallory')</script></article>")
    )
    assert 'Norland & Sudria — two states "at peace" — signed on Tuesday.' in report.text
    assert "Mallory" not in report.text


def test_comments_are_not_the_report(tmp_path, page):
    comments = "<div id='comments'><div class='comment'><p>Mallory: what a shameful treaty.</p></div></div>"
    assert "Mallory" not in saved(tmp_path, page().replace("</main>", f"</main>{comments}")).text


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_pages_in_other_encodings(tmp_path, page, encoding):
    story = (
        "Министры иностранных дел двух стран подписали во вторник договор о рыболовстве в проливе.",
        "Стороны спорили о проливе почти десять лет, и за это время было задержано много кораблей.",
        "Мы выбрали сеть вместо пушки, сказал министр на встрече с журналистами в столице.",
    )
    head = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    report = saved(tmp_path, page(head, story, "Договор о рыболовстве подписан", "ru"), encoding=encoding)
    assert tuple(span.of(report.text) for span in report.body) == story
    assert report.language == "ru"


def test_a_wrong_declaration_does_not_spoil_utf8(tmp_path, page):
    assert "“We have chosen" in saved(tmp_path, page('<meta charset="iso-8859-1">')).text


def test_a_page_read_twice_under_two_names_is_one_report(tmp_path, page):
    assert saved(tmp_path, page(), "a.html").id == saved(tmp_path, page(), "b.html.gz").id


def test_a_page_without_a_story_is_unread(tmp_path):
    (tmp_path / "a.html").write_text("<html><head><title>x</title></head><body></body></html>")
    (item,) = read([tmp_path / "a.html"], OPTIONS)
    assert not isinstance(item, Report)
    assert item.remedy
