"""Text captures in the manners of several outlets; names, events and prose are invented."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadInput
from dragoman.sources import ReadOptions, read_text

NOW = datetime(2024, 6, 1, tzinfo=UTC)
OPTIONS = ReadOptions(now=NOW)
LEAD = "Norland and Sudria signed a treaty on fishing in the strait on Tuesday, officials said."
MORE = "The two states had quarrelled over the strait for most of a decade, and ships had been seized."
QUOTE = "“We have chosen the net over the cannon,” the foreign minister of Norland told reporters."


def capture(*parts):
    return read_text("\n\n".join(parts), OPTIONS)


def words(report):
    return [span.of(report.text) for span in report.body]


def cut(report):
    return [(item.kind, item.span.of(report.text)) for item in report.removed]


@pytest.mark.parametrize("name", ["Norland Star", "Strait Newsdesk", "Capital FM", "Radio Norland"])
@pytest.mark.parametrize("summary", [(), ("Ministers hail an end to the quarrel over the strait",)])
def test_a_name_alone_over_the_date_is_the_outlet(name, summary):
    report = capture("Norland, Sudria sign fishing treaty", *summary, name, "5 March 2024", LEAD, MORE)
    assert report.publisher == name
    assert report.standfirst == (summary[0] if summary else None)
    assert words(report) == [LEAD, MORE]
    assert ("site-name", name) in cut(report)


def test_what_is_no_outlet_or_stands_elsewhere_is_none():
    report = capture("Norland, Sudria sign fishing treaty", "Jane Doe", "5 March 2024", LEAD, MORE)
    assert report.publisher is None
    report = capture("Norland, Sudria sign fishing treaty", "5 March 2024", LEAD, "Norland Star", MORE)
    assert (report.publisher, words(report)) == (None, [LEAD, "Norland Star", MORE])


def test_a_wire_report():
    report = capture(
        "Norland, Sudria sign fishing treaty",
        "By Jane Doe and John Roe",
        "March 5, 2024 2:05 PM GMT Updated March 6, 2024",
        f"HARBOURTON, March 5 (Reuters) - {LEAD}",
        MORE,
        "(Reporting by Jane Doe; Editing by John Roe)",
        "Our Standards: The Thomson Reuters Trust Principles.",
    )
    assert report.title == "Norland, Sudria sign fishing treaty"
    assert report.standfirst is None
    assert (report.published, report.published_source) == ("2024-03-05T14:05:00+00:00", "text")
    assert report.dateline.of(report.text) == "HARBOURTON, March 5 (Reuters) -"
    assert report.publisher == "Reuters"
    assert words(report) == [LEAD, MORE]
    assert [kind for kind, _ in cut(report)] == ["byline", "timestamp", "byline", "copyright"]


def test_an_agency_report_with_a_picture():
    report = capture(
        "Treaty ends decade of quarrels in the strait",
        "1 of 5",
        "FILE - A trawler leaves Harbourton, Norland, March 2, 2020. (AP Photo/Jane Doe, File)",
        "BY JANE DOE",
        "Published 5:12 PM GMT, March 5, 2024",
        "Share",
        f"HARBOURTON, Norland (AP) — {LEAD}",
        "Advertisement",
        MORE,
        "___",
        "Associated Press writer John Roe in Sudria contributed to this report.",
    )
    assert report.published == "2024-03-05T17:12:00+00:00"
    assert words(report) == [LEAD, MORE]
    assert report.publisher == "Associated Press"


def test_a_broadcaster_s_report():
    report = capture(
        "Norland and Sudria make peace over fish",
        "Published",
        "5 March 2024",
        "Image source, Getty Images",
        "Image caption, A trawler in the strait",
        "By Jane Doe",
        "BBC News, Harbourton",
        LEAD,
        MORE,
        "You may also be interested in:",
        "Who owns the strait?",
        "Related Topics",
        "Norland",
        "Fishing",
    )
    assert report.title == "Norland and Sudria make peace over fish"
    assert report.published == "2024-03-05"
    assert words(report)[:2] == [LEAD, MORE]


def test_a_newspaper_s_report_with_a_standfirst():
    report = capture(
        "Home > World > Norland",
        "Norland and Sudria sign treaty on fishing",
        "Foreign ministers meet in Harbourton after decade of seizures",
        "Jane Doe in Harbourton",
        "Tue 5 Mar 2024 14.05 GMT",
        "Share",
        LEAD,
        "after newsletter promotion",
        MORE,
        QUOTE,
        "Explore more on these topics",
        "Norland",
        "news",
    )
    assert report.title == "Norland and Sudria sign treaty on fishing"
    assert report.standfirst == "Foreign ministers meet in Harbourton after decade of seizures"
    assert report.published == "2024-03-05T14:05:00+00:00"
    assert words(report)[-3:] == [LEAD, MORE, QUOTE]


def test_a_standfirst_may_be_a_sentence_if_the_story_plainly_begins_after_it():
    report = capture(
        "Norland and Sudria sign treaty on fishing",
        "The two states agree to share the strait after a decade of seizures.",
        "[Jane Doe/AFP]",
        "Published On 5 Mar 2024",
        LEAD,
        MORE,
    )
    assert report.standfirst == "The two states agree to share the strait after a decade of seizures."
    assert words(report) == [LEAD, MORE]
    assert report.published == "2024-03-05"


def test_a_state_agency_s_report():
    report = capture(
        "Norland, Sudria sign fishing treaty",
        "Source: Xinhua",
        "Editor: huaxia",
        "2024-03-05 22:05:45",
        f"HARBOURTON, March 5 (Xinhua) -- {LEAD}",
        f"{MORE} Enditem",
    )
    assert report.published == "2024-03-05"
    assert words(report)[0] == LEAD
    assert report.publisher == "Xinhua"


def test_a_slashed_agency_dateline():
    report = capture("Norland and Sudria sign treaty", f"HARBOURTON, March 5. /TASS/. {LEAD}", MORE)
    assert report.dateline.of(report.text) == "HARBOURTON, March 5. /TASS/."
    assert words(report) == [LEAD, MORE]
    assert report.published is None


def test_an_aggregator_s_copy():
    report = capture(
        "Norland: Treaty on Fishing Signed",
        "5 March 2024",
        "The Strait Observer (Harbourton)",
        "By Jane Doe",
        f"Harbourton — {LEAD}",
        MORE,
        "Read the original article on Strait Observer.",
        "Copyright © 2024 The Strait Observer. All rights reserved. Distributed by AllAfrica Global Media.",
    )
    assert report.published == "2024-03-05"
    assert report.dateline.of(report.text) == "Harbourton —"
    assert LEAD in words(report)
    assert MORE in words(report)


def test_a_headline_that_closes_with_the_outlet_and_comes_twice():
    title = "Norland and Sudria sign treaty"
    report = capture(f"{title} — RT World News", "5 Mar, 2024 14:05", title, LEAD, MORE)
    assert report.title == title
    assert report.publisher == "RT"
    assert words(report) == [LEAD, MORE]
    assert ("repeated-title", title) in cut(report)


def test_a_record_id_dates_a_capture_that_nothing_else_dates():
    made = datetime(2024, 3, 5, 14, 5, 6, tzinfo=UTC)
    header = f"{int(made.timestamp()):08x}{'ab' * 8} Xy12z"
    report = capture(header, "Norland and Sudria sign treaty", LEAD, MORE)
    assert (report.published, report.published_source) == ("2024-03-05T14:05:06Z", "record-id")
    assert ("record-header", header) in cut(report)


def test_a_dateline_on_a_line_of_its_own_dates_the_report():
    report = capture(
        "Norland, Sudria sign fishing treaty", "Harbourton, 5 March 2024 (Strait Press)", LEAD, MORE
    )
    assert (report.published, report.published_source) == ("2024-03-05", "dateline")
    assert report.dateline.of(report.text) == "Harbourton, 5 March 2024 (Strait Press)"
    assert words(report) == [LEAD, MORE]


def test_a_dateline_takes_its_year_from_the_record_id():
    header = f"{int(datetime(2024, 1, 2, tzinfo=UTC).timestamp()):08x}{'ab' * 8}"
    report = capture(header, "Norland and Sudria sign treaty", f"HARBOURTON, Dec 30 (AFP) - {LEAD}", MORE)
    assert (report.published, report.published_source) == ("2023-12-30", "dateline")


def test_an_ambiguous_date_is_settled_by_the_record_id_or_left():
    header = f"{int(datetime(2024, 3, 5, tzinfo=UTC).timestamp()):08x}{'ab' * 8}"
    parts = ("Norland and Sudria sign treaty", "05/03/2024", LEAD, MORE)
    assert capture(header, *parts).published == "2024-03-05"
    assert capture(*parts).published is None


def test_a_date_after_today_is_no_date_of_publication():
    assert capture("Norland and Sudria sign treaty", "Published: 5 March 2031", LEAD, MORE).published is None


def test_the_date_of_a_change_counts_only_where_there_is_no_other():
    both = capture("Treaty signed", "Updated: 7 March 2024", "Published: 5 March 2024", LEAD, MORE)
    changed = capture("Treaty signed", "Updated: 7 March 2024", LEAD, MORE)
    assert (both.published, changed.published) == ("2024-03-05", "2024-03-07")


def test_what_is_given_overrules_the_capture():
    options = ReadOptions(published="2020-02-02", publisher="Gazette", url="https://reuters.com/a", now=NOW)
    report = read_text(f"Treaty signed\n\nPublished: 5 March 2024\n\n{LEAD}\n\n{MORE}", options)
    assert (report.published, report.published_source) == ("2020-02-02", "given")
    assert (report.publisher, report.url) == ("Gazette", "https://reuters.com/a")


def test_keyed_lines_above_the_story_are_metadata():
    report = capture(
        "Title: Norland and Sudria sign treaty",
        "URL: https://www.reuters.com/world/treaty-2024-03-05/",
        "Source: The Strait Observer",
        LEAD,
        MORE,
    )
    assert report.title == "Norland and Sudria sign treaty"
    assert report.title_span.of(report.text) == report.title
    assert report.publisher == "The Strait Observer"
    assert report.url == "https://www.reuters.com/world/treaty-2024-03-05/"


def test_a_capture_without_headline_is_all_story():
    report = capture(LEAD, MORE)
    assert report.title is None
    assert words(report) == [LEAD, MORE]


def test_a_single_line_is_the_story():
    assert words(capture("Norland and Sudria sign treaty")) == ["Norland and Sudria sign treaty"]


def test_nothing_but_furniture_is_an_error():
    with pytest.raises(BadInput, match="story"):
        capture("Share", "Read more")


PARTS = st.sampled_from(
    [
        LEAD,
        MORE,
        QUOTE,
        *("Read more", "Harbour strike enters third week", "Share", "Leave a Reply", "By Jane Doe"),
        *("5 March 2024", "(Photo: Jane Doe)", "Advertisement", "—", "* * *", "© AFP", "Comments", "\u200b"),
        *(
            "Treaty signed — RT World News",
            "Treaty signed",
            "Title: Treaty signed",
            "URL: https://a.example/1",
        ),
        *("HARBOURTON, March 5 (Reuters) - " + LEAD, MORE + " (Reporting by Jane Doe)", "Tags: fish, nets"),
        "65e72a82abababababababab",
    ]
)


@given(
    st.lists(st.one_of(PARTS, st.text(max_size=60)), max_size=12), st.sampled_from(["\n", "\n\n", "\r\n\r\n"])
)
def test_every_span_points_into_the_text_and_none_overlaps_another(parts, gap):
    text = gap.join(parts)
    try:
        report = read_text(text, OPTIONS)
    except BadInput:
        return
    assert report.text == text
    spans = [*report.body, *(item.span for item in report.removed)]
    spans += [span for span in (report.title_span, report.standfirst_span, report.dateline) if span]
    spans.sort()
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert list(report.body) == sorted(report.body)
    if report.title_span:
        assert report.title_span.of(text) == report.title
    if report.standfirst_span:
        assert report.standfirst_span.of(text) == report.standfirst


@given(st.lists(PARTS, min_size=1, max_size=12))
def test_reading_twice_changes_nothing(parts):
    text = "\n\n".join(parts)
    try:
        first = read_text(text, OPTIONS)
    except BadInput:
        return
    assert read_text(text, OPTIONS) == first


def test_a_name_above_the_menu_is_the_outlet_and_not_the_headline():
    report = capture("Norland Tidings", "Home | World | Politics", "Fishing treaty ends quarrel", LEAD, MORE)
    assert (report.title, report.publisher) == ("Fishing treaty ends quarrel", "Norland Tidings")
    report = capture("The Strait Monitor", "Fishing treaty ends quarrel", LEAD, MORE)
    assert (report.title, report.publisher) == ("Fishing treaty ends quarrel", "The Strait Monitor")
    report = capture("Treaty signed at last", "Home | World", "Fishing treaty ends quarrel", LEAD, MORE)
    assert report.title == "Treaty signed at last"


def test_a_wires_priority_is_no_headline():
    report = capture("URGENT", "FISHING TREATY ENDS QUARREL", LEAD, MORE)
    assert report.title == "FISHING TREATY ENDS QUARREL"


def test_the_outlet_in_a_row_with_writer_and_date():
    report = capture(
        "Fishing treaty ends quarrel", "By Jane Doe | The Strait Review | 5 March 2024", LEAD, MORE
    )
    assert (report.publisher, report.published) == ("The Strait Review", "2024-03-05")
    report = capture("Fishing treaty ends quarrel", "By Jane Doe | Harbourton | 5 March 2024", LEAD, MORE)
    assert report.publisher is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("HARBOURTON (Strait Dispatch), 5 March 2024", "2024-03-05"),
        ("Harbourton, March 5, 2024", "2024-03-05"),
        ("Tuesday, 5 March 2024, 10 a.m.", "2024-03-05"),
    ],
)
def test_a_date_on_a_line_of_its_own(line, day):
    report = capture("Fishing treaty ends quarrel", line, LEAD, MORE)
    assert (report.title, report.published) == ("Fishing treaty ends quarrel", day)
    assert words(report) == [LEAD, MORE]
