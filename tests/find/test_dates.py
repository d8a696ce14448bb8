# ruff: noqa: E501 - the cases stand one a line
"""Expressions of news time, by table: what they stand for, and whose they are."""

import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.find.dates import find_dates
from dragoman.find.event_times import TimesOfEvents, historical
from dragoman.find.quotation_cues import shipped_cues
from dragoman.find.quotation_repair import reattached
from dragoman.language import load
from dragoman.record import Span, TimeSpan

from .sentences import flat, report

# Published on Tuesday, 21 November 2023, unless the case says otherwise.
# text with the expression in [brackets], first day, last day, precision, TIMEX3 value
DATED = [
    # calendar dates
    ("They met on [21 November].", "2023-11-21", "2023-11-21", "day", "2023-11-21"),
    ("They met on [22 November].", "2022-11-22", "2022-11-22", "day", "2022-11-22"),
    ("They met on [3 May 2021].", "2021-05-03", "2021-05-03", "day", "2021-05-03"),
    ("They met on [Nov. 3, 2021], in Bern.", "2021-11-03", "2021-11-03", "day", "2021-11-03"),
    ("They met on [November 3] in Bern.", "2023-11-03", "2023-11-03", "day", "2023-11-03"),
    ("They met on [the 5th of June].", "2023-06-05", "2023-06-05", "day", "2023-06-05"),
    ("They met on [Friday, 3 February 2023].", "2023-02-03", "2023-02-03", "day", "2023-02-03"),
    ("They met on [Monday, March 6, 2023], he said.", "2023-03-06", "2023-03-06", "day", "2023-03-06"),
    ("They met on [2023-10-07].", "2023-10-07", "2023-10-07", "day", "2023-10-07"),
    ("They met on [10/7/2023].", "2023-10-07", "2023-10-07", "day", "2023-10-07"),
    ("They met on [17/10/2023].", "2023-10-17", "2023-10-17", "day", "2023-10-17"),
    ("They met on [07.10.2023].", "2023-10-07", "2023-10-07", "day", "2023-10-07"),
    ("They met on [Sept. 11, 2001].", "2001-09-11", "2001-09-11", "day", "2001-09-11"),
    ("The [9/11] attacks.", "2001-09-11", "2001-09-11", "day", "2001-09-11"),
    ("The talks ran on [3-5 May].", "2023-05-03", "2023-05-05", "day", "2023-05-03"),
    ("The talks ran on [May 3-5, 2022].", "2022-05-03", "2022-05-05", "day", "2022-05-03"),
    ("TROOPS ENTERED ON [24 FEBRUARY 2022]", "2022-02-24", "2022-02-24", "day", "2022-02-24"),
    # months
    ("It began in [March 2011].", "2011-03-01", "2011-03-31", "month", "2011-03"),
    ("It began in [early March 2011].", "2011-03-01", "2011-03-15", "month", "2011-03"),
    ("It began in [late March 2011].", "2011-03-16", "2011-03-31", "month", "2011-03"),
    ("It began in [mid-March].", "2023-03-08", "2023-03-24", "month", "2023-03"),
    ("It began in [early March].", "2023-03-01", "2023-03-15", "month", "2023-03"),
    ("It began in [December].", "2022-12-01", "2022-12-31", "month", "2022-12"),
    ("It began in [November].", "2023-11-01", "2023-11-30", "month", "2023-11"),
    ("It began [last December].", "2022-12-01", "2022-12-31", "month", "2022-12"),
    ("It began [last March].", "2023-03-01", "2023-03-31", "month", "2023-03"),
    ("It ends [next March].", "2024-03-01", "2024-03-31", "month", "2024-03"),
    ("It was [this February].", "2023-02-01", "2023-02-28", "month", "2023-02"),
    ("It began in [February last year].", "2022-02-01", "2022-02-28", "month", "2022-02"),
    ("It fell at [the end of October].", "2023-10-16", "2023-10-31", "month", "2023-10"),
    # years, decades, centuries
    ("It was signed in [1995].", "1995-01-01", "1995-12-31", "year", "1995"),
    ("The treaty of [1648] ended it.", None, None, None, None),
    ("The peace was made in [1648].", "1648-01-01", "1648-12-31", "year", "1648"),
    ("The [1999] war.", "1999-01-01", "1999-12-31", "year", "1999"),
    ("They won (in [2014]) twice.", "2014-01-01", "2014-12-31", "year", "2014"),
    ("It began in [early 2022].", "2022-01-01", "2022-07-01", "year", "2022"),
    ("It ended in [late 2022].", "2022-07-02", "2022-12-31", "year", "2022"),
    ("The [1998-99] war.", "1998-01-01", "1999-12-31", "year", "1998/1999"),
    ("The [1939–1945] war.", "1939-01-01", "1945-12-31", "year", "1939/1945"),
    ("It began in [the 1990s].", "1990-01-01", "1999-12-31", "decade", "199"),
    ("It began in [the early 1990s].", "1990-01-01", "1994-12-31", "decade", "199"),
    ("It began in [the '90s].", "1990-01-01", "1999-12-31", "decade", "199"),
    ("It began in [the nineties].", "1990-01-01", "1999-12-31", "decade", "199"),
    ("It was built in [the 19th century].", "1800-01-01", "1899-12-31", "century", "18"),
    ("It was built in [the twentieth century].", "1900-01-01", "1999-12-31", "century", "19"),
    # quarters, halves, seasons
    ("It grew in [the third quarter].", "2023-07-01", "2023-09-30", "quarter", "2023-Q3"),
    ("It grew in [the second quarter of last year].", "2022-04-01", "2022-06-30", "quarter", "2022-Q2"),
    ("It grew in [Q3 2022].", "2022-07-01", "2022-09-30", "quarter", "2022-Q3"),
    ("It grew in [the first half of 2020].", "2020-01-01", "2020-06-30", "half", "2020-H1"),
    ("It began in [spring 2022].", "2022-03-01", "2022-05-31", "season", "2022-SP"),
    ("It began in [the summer of 2014].", "2014-06-01", "2014-08-31", "season", "2014-SU"),
    ("It began [last summer].", "2023-06-01", "2023-08-31", "season", "2023-SU"),
    ("It ends [next spring].", "2024-03-01", "2024-05-31", "season", "2024-SP"),
    ("It grew in [fiscal 2021's third quarter].", "2021-07-01", "2021-09-30", "quarter", "2021-Q3"),
    ("It grew in [the third fiscal quarter of 2021].", "2021-07-01", "2021-09-30", "quarter", "2021-Q3"),
    ("It grew in [2021 second-quarter] trade.", "2021-04-01", "2021-06-30", "quarter", "2021-Q2"),
    ("Profit rose in [the latest quarter].", "2023-07-01", "2023-09-30", "quarter", "2023-Q3"),
    ("Profit rose from [the year-ago quarter].", "2022-07-01", "2022-09-30", "quarter", "2022-Q3"),
    ("It will close by [year's end].", "2023-07-02", "2023-12-31", "year", "2023"),
    ("Claims fell in [the week] ended Friday.", "2023-11-20", "2023-11-26", "week", "2023-W47"),
    # days that move
    ("They met on [Good Friday].", "2023-04-07", "2023-04-07", "day", "2023-04-07"),
    ("They met on [Easter Sunday, 2019].", "2019-04-21", "2019-04-21", "day", "2019-04-21"),
    ("They met on [Thanksgiving].", "2022-11-24", "2022-11-24", "day", "2022-11-24"),
    ("They met on [Memorial Day].", "2023-05-29", "2023-05-29", "day", "2023-05-29"),
    ("They met on [the Fourth of July].", "2023-07-04", "2023-07-04", "day", "2023-07-04"),
    ("They met on [the first of March].", "2023-03-01", "2023-03-01", "day", "2023-03-01"),
    ("It began in [winter 2021].", "2021-12-01", "2022-02-28", "season", "2021-WI"),
    # weekdays and the days around publication
    ("He said on [Tuesday].", "2023-11-21", "2023-11-21", "day", "2023-11-21"),
    ("He said on [Monday].", "2023-11-20", "2023-11-20", "day", "2023-11-20"),
    ("He said on [Wednesday].", "2023-11-15", "2023-11-15", "day", "2023-11-15"),
    ("He said on [Sunday].", "2023-11-19", "2023-11-19", "day", "2023-11-19"),
    ("HE SAID ON [SUNDAY].", "2023-11-19", "2023-11-19", "day", "2023-11-19"),
    ("He arrived on [Monday evening].", "2023-11-20", "2023-11-20", "day", "2023-11-20TEV"),
    ("He arrived [late on Monday].", "2023-11-20", "2023-11-20", "day", "2023-11-20"),
    ("He arrived [last Tuesday].", "2023-11-14", "2023-11-14", "day", "2023-11-14"),
    ("He arrives [next Tuesday].", "2023-11-28", "2023-11-28", "day", "2023-11-28"),
    ("He arrives [this Friday].", "2023-11-24", "2023-11-24", "day", "2023-11-24"),
    ("He arrived [yesterday].", "2023-11-20", "2023-11-20", "day", "2023-11-20"),
    ("He arrived [yesterday morning].", "2023-11-20", "2023-11-20", "day", "2023-11-20TMO"),
    ("He left [today].", "2023-11-21", "2023-11-21", "day", "2023-11-21"),
    ("He leaves [tomorrow].", "2023-11-22", "2023-11-22", "day", "2023-11-22"),
    ("He left [the day before yesterday].", "2023-11-19", "2023-11-19", "day", "2023-11-19"),
    ("He leaves [the day after tomorrow].", "2023-11-23", "2023-11-23", "day", "2023-11-23"),
    ("It was shelled [last night].", "2023-11-20", "2023-11-20", "day", "2023-11-20TNI"),
    ("It was shelled [this morning].", "2023-11-21", "2023-11-21", "day", "2023-11-21TMO"),
    ("It is heard [tonight].", "2023-11-21", "2023-11-21", "day", "2023-11-21TNI"),
    # weeks, months, years counted from publication
    ("They met [last week].", "2023-11-13", "2023-11-19", "week", "2023-W46"),
    ("They met [this week].", "2023-11-20", "2023-11-26", "week", "2023-W47"),
    ("They meet [next week].", "2023-11-27", "2023-12-03", "week", "2023-W48"),
    ("They met over [the weekend].", "2023-11-18", "2023-11-19", "weekend", "2023-W46-WE"),
    ("They met [last weekend].", "2023-11-18", "2023-11-19", "weekend", "2023-W46-WE"),
    ("They met [last month].", "2023-10-01", "2023-10-31", "month", "2023-10"),
    ("They met [earlier this month].", "2023-11-01", "2023-11-21", "month", "2023-11"),
    ("They met [this month].", "2023-11-01", "2023-11-30", "month", "2023-11"),
    ("They meet [later this year].", "2023-11-21", "2023-12-31", "year", "2023"),
    ("They met [earlier this year].", "2023-01-01", "2023-11-21", "year", "2023"),
    ("They met [early last year].", "2022-01-01", "2022-07-01", "year", "2022"),
    ("They meet [next year].", "2024-01-01", "2024-12-31", "year", "2024"),
    ("They met [last quarter].", "2023-07-01", "2023-09-30", "quarter", "2023-Q3"),
    ("By [the end of the year].", "2023-07-02", "2023-12-31", "year", "2023"),
    ("It grew in [the last century].", "2023-11-21", "2023-11-21", None, None),
    # counted back and on
    ("He died [three days ago].", "2023-11-18", "2023-11-18", "day", "2023-11-18"),
    ("He died [two weeks ago].", "2023-11-06", "2023-11-12", "week", "2023-W45"),
    ("He died [a year ago to the day].", "2022-11-21", "2022-11-21", "day", "2022-11-21"),
    ("He died [exactly two months ago].", "2023-09-21", "2023-09-21", "day", "2023-09-21"),
    ("He died [exactly three days ago].", "2023-11-18", "2023-11-18", "day", "2023-11-18"),
    ("He died [a month ago].", "2023-10-01", "2023-10-31", "month", "2023-10"),
    ("He died [a year ago].", "2022-01-01", "2022-12-31", "year", "2022"),
    ("He died [about ten years ago].", "2013-01-01", "2013-12-31", "year", "2013"),
    ("He died [twenty-five years ago].", "1998-01-01", "1998-12-31", "year", "1998"),
    ("He died [two decades ago].", "2000-01-01", "2009-12-31", "decade", "200"),
    ("He died [half a year ago].", "2023-05-01", "2023-05-31", "month", "2023-05"),
    ("He died [eleven months ago].", "2022-12-01", "2022-12-31", "month", "2022-12"),
    ("It reopens [two months from now].", "2024-01-01", "2024-01-31", "month", "2024-01"),
    ("He died [two hours ago].", "2023-11-21", "2023-11-21", "day", "2023-11-21"),
    ("He died [48 hours ago].", "2023-11-19", "2023-11-19", "day", "2023-11-19"),
    ("He died [three days earlier].", "2023-11-18", "2023-11-18", "day", "2023-11-18"),
    # stretches up to publication
    ("It grew in [the past decade].", "2013-11-21", "2023-11-21", "decade", "P1DE"),
    ("It grew over [the last three months].", "2023-08-21", "2023-11-21", "month", "P3M"),
    ("It fell in [the past week].", "2023-11-14", "2023-11-21", "week", "P1W"),
    ("It falls in [the next two years].", "2023-11-21", "2025-11-21", "year", "P2Y"),
    ("It fell in [the past 24 hours].", "2023-11-20", "2023-11-21", "hour", "PT24H"),
    # named days
    ("It was on [Christmas Eve].", "2022-12-24", "2022-12-24", "day", "2022-12-24"),
    ("It was on [May Day].", "2023-05-01", "2023-05-01", "day", "2023-05-01"),
    ("It was on [New Year’s Day 2020].", "2020-01-01", "2020-01-01", "day", "2020-01-01"),
]  # fmt: skip

# text, what relation the word before makes, first day, last day
RELATED = [
    ("They have been there since [1999].", "since", "1999-01-01", "2023-11-21"),
    ("They have been there ever since [March 2011].", "since", "2011-03-01", "2023-11-21"),
    ("It lasts until [Friday].", "until", None, "2023-11-17"),
    ("It lasted until [2014].", "until", None, "2014-12-31"),
    ("It must end by [2030].", "by", None, "2030-12-31"),
    ("It was so before [1999].", "before", None, "1999-01-01"),
    ("It was so prior to [1999].", "before", None, "1999-01-01"),
    ("It was so after [2014].", "after", "2014-12-31", None),
    ("It was so after [Tuesday]’s talks.", None, "2023-11-21", "2023-11-21"),
    ("It ran from [1992] to 1995.", None, "1992-01-01", "1995-12-31"),
    ("It ran from [March 24] to June 10, 1999.", None, "1999-03-24", "1999-06-10"),
    ("It ran between [1992] and 1995.", None, "1992-01-01", "1995-12-31"),
    ("In 1999 it began on [March 24].", None, "1999-03-24", "1999-03-24"),
]

# text, kind, TIMEX3 value
UNDATED = [
    ("The [78-day] air war.", "duration", "P78D"),
    ("It took [two years] after the war.", "duration", "P2Y"),
    ("It took [more than three months].", "duration", "P3M"),
    ("It took [several weeks].", "duration", "PXW"),
    ("It lasted for [years].", "duration", "PXY"),
    ("The [week-long] strike.", "duration", "P1W"),
    ("A [six-month] extension.", "duration", "P6M"),
    ("It took [48 hours].", "duration", "PT48H"),
    ("It took [two and a half hours].", "duration", "PT2.5H"),
    ("It took [half a day].", "duration", "PT12H"),
    ("It fell for [three straight months].", "duration", "P3M"),
    ("The [61-year-old] chairman.", "duration", "P61Y"),
    ("They meet [every other day].", "set", "P2D"),
    ("They work 24 hours [a day].", "set", "P1D"),
    ("They spoke in [the evening].", "time", "2023-11-21TEV"),
    ("They knew nothing [at the time].", "date", "PAST_REF"),
    ("They meet [every Friday].", "set", "XXXX-WXX-5"),
    ("They meet on [Fridays].", "set", "XXXX-WXX-5"),
    ("They meet [every two years].", "set", "P2Y"),
    ("It is shelled [daily].", "set", "P1D"),
    ("The [annual] summit.", "set", "P1Y"),
    ("They earn $500 [a month].", "set", "P1M"),
    ("They meet [twice a week].", "set", "P1W"),
    ("He is [now] in Bern.", "date", "PRESENT_REF"),
    ("He has [recently] been there.", "date", "PAST_REF"),
    ("He will [soon] be there.", "date", "FUTURE_REF"),
    ("It was so [years ago].", "date", "PAST_REF"),
    ("In [recent years] it grew.", "date", "PAST_REF"),
    ("In [the past] he lied.", "date", "PAST_REF"),
    ("They meet in [the coming weeks].", "date", "FUTURE_REF"),
    ("A week later they met [the same day].", "date", "XXXX"),
]

NONE = [
    "The Daily Mail reported it.",
    "Mr. May left.",
    "1972 - Year of the Rat.",
    "Resolution 1244 was passed.",
    "Some 2,000 troops and 2000 tanks arrived.",
    "A man aged 44 died.",
    "A second attack followed.",
    "They may meet again.",
    "A quarter of the seats are theirs.",
    "Flight 1977 was late.",
    "It fell by 3.5 percent.",
    "They won 3-1.",
    "He fell in spring water.",
    "The fall of Kabul.",
    "They march on.",
    "It is 2000 km away.",
    "A force of 2000 came.",
    "On the 31st of June 2020.",
    # what only begins like a clock time
    "Noongar elders met the minister.",
    "The bureau made 1900 estimates.",
    "The ship carried 1800 locals.",
    "They sold 1200 pets.",
]


def only(marked, published="2023-11-21"):
    """The mention of the bracketed stretch, or None; the sentence is read without its tree."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return next(
        (m for m in find_dates(report(text, published), [flat(text)]) if m.span == Span(start, end)), None
    )


@pytest.mark.parametrize(("marked", "start", "end", "precision", "timex"), DATED, ids=[c[0] for c in DATED])
def test_dated(marked, start, end, precision, timex):
    mention = only(marked)
    if timex is None:
        assert mention is None or mention.value.precision != "year"
        return
    assert mention is not None, "not found, or with other characters"
    own = mention.own
    assert (own.start, own.end, own.precision, mention.timex) == (start, end, precision, timex)
    assert mention.reason


@pytest.mark.parametrize(("marked", "relation", "start", "end"), RELATED, ids=[c[0] for c in RELATED])
def test_word_before(marked, relation, start, end):
    start_of = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    mention = next(m for m in find_dates(report(text), [hung(text)]) if m.span.start == start_of)
    assert (mention.relation, mention.value.start, mention.value.end) == (relation, start, end)


@pytest.mark.parametrize(("marked", "kind", "timex"), UNDATED, ids=[c[0] for c in UNDATED])
def test_undated(marked, kind, timex):
    mention = only(marked)
    assert mention is not None, "not found, or with other characters"
    assert (mention.kind, mention.timex) == (kind, timex)
    assert mention.value.start is None
    assert mention.reason


@pytest.mark.parametrize("text", NONE)
def test_no_time(text):
    assert find_dates(report(text), [parsed(text)]) == ()


@pytest.mark.parametrize(
    ("marked", "published", "start"),
    [
        ("He spoke on [Monday].", "2024-01-01", "2024-01-01"),
        ("He spoke on [Sunday].", "2024-01-01", "2023-12-31"),
        ("He spoke [yesterday].", "2024-03-01", "2024-02-29"),
        ("He spoke [last month].", "2024-01-15", "2023-12-01"),
        ("He spoke [last week].", "2024-01-03", "2023-12-25"),
        ("He spoke on [29 February].", "2024-03-01T09:30:00Z", "2024-02-29"),
        ("He spoke [a month ago].", "2024-03-31", "2024-02-01"),
        ("He spoke in [December].", "2024-01-02", "2023-12-01"),
    ],
)
def test_counts_from_the_day_of_publication(marked, published, start):
    assert only(marked, published).value.start == start


@pytest.mark.parametrize(
    "marked", ["He spoke on [Tuesday].", "He spoke [last week].", "He spoke [two days ago]."]
)
def test_without_publication_nothing_is_guessed(marked):
    mention = only(marked, None)
    assert (mention.value.start, mention.value.end) == (None, None)
    assert "publication" in mention.reason
    assert only("He spoke on [3 May 2021].", None).value.start == "2021-05-03"


def test_clock_times_keep_their_zone_and_take_the_day_beside_them():
    text = "It began at 10:30 a.m. EST on Monday."
    found = find_dates(report(text), [flat(text)])
    assert [(m.text, m.value.start, m.kind) for m in found] == [
        ("10:30 a.m. EST on Monday", "2023-11-20T10:30-05:00", "time")
    ]
    assert only("It began at [1430 GMT].").value.start == "2023-11-21T14:30+00:00"
    assert only("It began at [6 p.m.] in Bern.").value.start == "2023-11-21T18:00"
    assert only("It began at [noon], they said.").value.start == "2023-11-21T12:00"
    assert only("It began at [10 a.m.] est mauvais.").value.start == "2023-11-21T10:00"


def test_later_words_count_from_the_time_last_named():
    text = "On 3 May 2021 they met. The next day they left. That year ended badly."
    sentences = [reattached(s, shipped_cues()) for s in load().parse(text, [Span(0, len(text))])]
    assert [m.own.start for m in find_dates(report(text), sentences)] == [
        "2021-05-03",
        "2021-05-04",
        "2021-01-01",
    ]


@cache
def parsed(text):
    return reattached(load().parse(text, [Span(0, len(text))])[0], shipped_cues())


def hung(text):
    """A flat sentence whose prepositions hang on the word after them."""
    from dataclasses import replace

    sentence = flat(text)
    small = {"since", "until", "by", "before", "after", "from", "prior", "to"}
    words = tuple(
        replace(w, head=w.i + (2 if w.text == "prior" else 1)) if w.text in small else w
        for w in sentence.words
    )
    return replace(sentence, words=words)


AHEAD = [
    ("The leaders will meet on Friday in Paris.", "2023-11-24"),
    ("The leaders met on Friday in Paris.", "2023-11-17"),
    ("Both sides agreed to meet on Friday.", "2023-11-24"),
    ("The two are expected to hold talks on Thursday.", "2023-11-23"),
    ("The talks are set to resume in December.", "2023-12-01"),
    ("The talks resumed in December.", "2022-12-01"),
    ("The summit opens on Friday.", "2023-11-24"),
    ("The minister says he resigned on Friday.", "2023-11-17"),
    ("The minister has been in Paris since Friday.", "2023-11-17"),
    ("The vote may take place on 3 December.", "2023-12-03"),
    ("The strike would begin on Monday, the union said.", "2023-11-27"),
    ("Officials were killed on Friday.", "2023-11-17"),
    ("The leaders will meet this weekend.", "2023-11-25"),
    ("The leaders will meet on 14 March.", "2024-03-14"),
    ("The claim rests on a ruling of 14 November.", "2023-11-14"),
    ("The leaders met this weekend.", "2023-11-18"),
    # what is asked for, offered or set down is to come, unless it may just have been asked for
    ("Norway called for a summit in Bergen on 25 November.", "2023-11-25"),
    ("Norway called for a summit in Bergen on 18 November.", "2023-11-18"),
    ("Norway invited Latvia to talks on 3 December.", "2023-12-03"),
    ("Oslo accepted an invitation to talks in Riga on 3 December.", "2023-12-03"),
    ("Norway proposed a meeting of the two ministers in Riga on 3 December.", "2023-12-03"),
    ("Norway suggested talks with the rebels on 3 December.", "2023-12-03"),
    ("Norway proposed a summit of the region's ministers for 3 December.", "2023-12-03"),
    ("Norway put forward 3 December for a meeting.", "2023-12-03"),
    ("Norway invited the two ministers to Bergen on 3 December.", "2023-12-03"),
    ("Norway called Friday for talks with Latvia.", "2023-11-17"),
    ("Norway hosted a meeting of the two ministers on 3 December.", "2022-12-03"),
    ("The clerks called a general strike for Sunday.", "2023-11-26"),
    ("The clerks called for a march on Saturday.", "2023-11-25"),
    ("The clerks called for a march on Monday.", "2023-11-20"),
    ("The clerks have called for a march on Monday.", "2023-11-27"),
    ("Norway announced a ceasefire on Friday.", "2023-11-17"),
    ("Norway announced a ceasefire from Friday.", "2023-11-24"),
    ("Norway announced talks with Latvia on 1 December.", "2023-12-01"),
    ("Norway called for talks in December.", "2023-12-01"),
    ("The mayor demanded an answer by Friday.", "2023-11-24"),
    ("Norway banned a party before elections on 9 December.", "2023-12-09"),
    ("Norway suspended flights until 20 December.", "2023-12-20"),
    ("Norway hosted a summit in Bergen on 25 November.", "2022-11-25"),
    ("Norway condemned a vote on 25 November.", "2022-11-25"),
    ("The clerks called for an inquiry into the killing of a boy on Friday.", "2023-11-17"),
    ("The minister announced profits for December.", "2022-12-01"),
    ("The clerks called for calm on Friday.", "2023-11-17"),
    ("Norway did not close the port on Sunday, officials said.", "2023-11-19"),
    ("Rebels didn't free the pilots on Friday.", "2023-11-17"),
    ("Did Norway close the port on Sunday?", "2023-11-19"),
    ("Norway does not attend the summit on Friday.", "2023-11-24"),
    ("Norway did not agree to meet the rebels on Friday.", "2023-11-24"),
    ("Norway warned it would close the port if Latvia did not free the ship on Friday.", "2023-11-24"),
    ("Norway said it would pay unless Latvia seized the ship on Friday.", "2023-11-24"),
    ("Norway paid if Latvia did not seize the ship on Friday.", "2023-11-17"),
]


@pytest.mark.parametrize(("text", "start"), AHEAD)
def test_tense_chooses_the_side(text, start):
    (mention,) = find_dates(report(text), [parsed(text)])
    assert mention.own.start == start


# text, trigger, first day, last day (None: no time of its own)
EVENTS = [
    ("The minister said on Tuesday after meeting with the envoy that he would resign.", "meeting", "2023-11-21", "2023-11-21"),
    ("The minister said on Tuesday that rebels attacked the town.", "said", "2023-11-21", "2023-11-21"),
    ("The minister said on Tuesday that rebels attacked the town.", "attacked", None, None),
    ("The minister said on Tuesday that rebels attacked the town in March.", "attacked", "2023-03-01", "2023-03-31"),
    ("Egypt had suspended all flights to Libya in 2022.", "suspended", "2022-01-01", "2022-12-31"),
    ("Peacekeepers have been deployed there since 2006, following a 34-day war.", "deployed", "2006-01-01", "2023-11-21"),
    ("Peacekeepers have been deployed there since 2006, following a 34-day war.", "war", "2006-01-01", "2006-12-31"),
    ("The envoy arrived in Cairo on Monday evening.", "arrived", "2023-11-20", "2023-11-20"),
    ("Tuesday's attack killed 30 people.", "killed", "2023-11-21", "2023-11-21"),
    ("Tuesday's attack killed 30 people.", "attack", "2023-11-21", "2023-11-21"),
    ("On 3 May 2021 troops crossed the border and seized the village.", "seized", "2021-05-03", "2021-05-03"),
    ("Both sides agreed on Monday to release prisoners next month.", "agreed", "2023-11-20", "2023-11-20"),
    ("Both sides agreed on Monday to release prisoners next month.", "release", "2023-12-01", "2023-12-31"),
    ("Both sides agreed on Monday to release prisoners.", "release", None, None),
    ("The rebels attacked the town.", "attacked", None, None),
    ("The army shelled the village for three days.", "shelled", None, None),
    ("Rebels shelled the town on Friday, killing three people.", "killing", "2023-11-17", "2023-11-17"),
    # what is asked for, cancelled or put off has the day, and who asks has not
    ("Norway called for a summit in Bergen on 25 November.", "called", None, None),
    ("Norway called for a summit in Bergen on 25 November.", "summit", "2023-11-25", "2023-11-25"),
    ("Norway cancelled a summit in Bergen on 25 November.", "cancelled", None, None),
    ("The clerks called a general strike for Sunday.", "called", None, None),
    ("Norway called on Sunday for a summit.", "called", "2023-11-19", "2023-11-19"),
    # what lasts has its beginning from the verb that says so
    ("The union has kept an embargo on Tobago since March 2017.", "embargo", "2017-03-01", "2023-11-21"),
    ("Oman has upheld its sanctions on the bank since 2020.", "sanctions", "2020-01-01", "2023-11-21"),
    # who invites does so before the visit
    ("Norway's king will visit Quito on Friday at the invitation of Ecuador.", "visit", "2023-11-24", "2023-11-24"),
    ("Norway's king will visit Quito on Friday at the invitation of Ecuador.", "invitation", None, None),
    ("The envoy flew to Quito on Monday at the urging of Peru.", "urging", None, None),
    ("At talks on Monday, Peru demanded an apology.", "demanded", "2023-11-20", "2023-11-20"),
    # from the day on which it stops it is no more
    ("Peru agreed to a pause in its raids from Sunday.", "raids", None, None),
    ("Peru announced an end to its raids from Friday.", "raids", None, None),
    ("Peru has flown raids since Friday.", "raids", None, None),
    # so long before or after what is dated
    ("Norway froze the accounts on Monday, a month after Latvia closed a bank.", "froze", "2023-11-20", "2023-11-20"),
    ("Norway froze the accounts on Monday, a month after Latvia closed a bank.", "closed", "2023-10-01", "2023-10-31"),
    ("Nepal recalled its envoy on Friday, two weeks after Bhutan sealed the pass.", "sealed", "2023-10-30", "2023-11-05"),
    ("Gunmen freed the pilots on Sunday, a year after they seized the airfield.", "seized", "2022-01-01", "2022-12-31"),
    ("Troops occupied the port on Monday, the day after workers were shot there.", "shot", "2023-11-19", "2023-11-19"),
    ("Troops left the port on Thursday, three days before rebels attacked it.", "attacked", "2023-11-19", "2023-11-19"),
    ("Cyprus expelled the consul on Monday, two days after an attack on its ships.", "attack", "2023-11-18", "2023-11-18"),
    ("Troops occupied the port on Monday, hours after workers were shot there.", "shot", "2023-11-20", "2023-11-20"),
    ("The strike on Monday came two days after rebels killed a judge.", "killed", "2023-11-18", "2023-11-18"),
    ("Two days after meeting the king on Friday, the envoy flew to Oman.", "flew", "2023-11-19", "2023-11-19"),
    ("Nepal shut the pass a month after 7 September.", "shut", "2023-10-01", "2023-10-31"),
    ("Nepal shut the pass two days before 9 October.", "shut", "2023-10-07", "2023-10-07"),
    ("Nepal shut the pass in June, a year and a half after troops attacked it.", "attacked", "2021-12-01", "2021-12-31"),
    # what was promised or threatened before has a time and place of its own
    ("Nepal freed the pilots on Friday, as it had promised in March.", "freed", "2023-11-17", "2023-11-17"),
    ("Nepal shut the consulate, as it had threatened in 2022.", "shut", None, None),
    ("Nepal shut the consulate as rebels marched on it on Friday.", "shut", "2023-11-17", "2023-11-17"),
    # what has gone on since a dated day is open
    ("Rebels have killed six men since the truce broke on 5 November.", "killed", "2023-11-05", None),
    ("Rebels killed six men since the truce broke on 5 November.", "killed", None, None),
    # a stretch ends where it is said to
    ("Rebels shelled the mill from November 3 to 5.", "shelled", "2023-11-03", "2023-11-05"),
    ("Jets bombed the mill shortly before midnight on Monday.", "bombed", "2023-11-20", "2023-11-20"),
    # how long is not said
    ("Nepal recalled its envoy on Friday, weeks after Bhutan sealed the pass.", "sealed", None, "2023-11-17"),
    ("Nepal recalled its envoy on Friday after Bhutan sealed the pass.", "sealed", None, "2023-11-17"),
    ("Nepal recalled its envoy on Friday before Bhutan sealed the pass.", "sealed", None, None),
    ("Nepal recalled its envoy in March, two days after Bhutan sealed the pass.", "sealed", None, None),
    ("Three men were killed on Friday after rebels attacked the mill.", "attacked", "2023-11-17", "2023-11-17"),
    ("Malta admitted the ship after turning it away in March.", "admitted", None, None),
    ("Malta admitted the ship after Italy turned it away on Friday.", "admitted", None, None),
    # a clause with "when" tells of the time that stands before it, and of no more
    ("The king has visited Oslo twice since 2012, when guards shot a clerk.", "shot", "2012-01-01", "2012-12-31"),
    ("The king has visited Oslo twice since 2012, when guards shot a clerk.", "visited", "2012-01-01", "2023-11-21"),
    ("The last time that guards shot a clerk was in July 1977, when the king fled.", "shot", "1977-07-01", "1977-07-31"),
    ("The last time that guards shot a clerk was in July 1977, when the king fled.", "fled", "1977-07-01", "1977-07-31"),
    ("The mill, which was in July 1977 a school, was looted.", "looted", None, None),
    ("Norway said that the raid was on Friday.", "raid", "2023-11-17", "2023-11-17"),
    ("Norway said that the raid was on Friday.", "said", None, None),
    # a day at the end is of the verbs coordinated before it
    ("Bandits looted the mill and shot six millers on Friday.", "looted", "2023-11-17", "2023-11-17"),
    ("Bandits looted the mill, burned the barn and shot six millers on Friday.", "looted", "2023-11-17", "2023-11-17"),
    ("Bandits looted the mill, burned the barn and shot six millers on Friday.", "burned", "2023-11-17", "2023-11-17"),
    ("The mill was shelled and looted on Friday.", "shelled", "2023-11-17", "2023-11-17"),
    ("Nepal will recall its envoy and shut the pass on Friday.", "recall", "2023-11-24", "2023-11-24"),
    ("Nepal recalled its envoy and shut the pass on Friday, two days after Bhutan seized a mill.", "seized", "2023-11-15", "2023-11-15"),
    # but not where it has a day of its own, another subject or tense, or came at another time
    ("Bandits looted the mill on Monday and shot six millers on Friday.", "looted", "2023-11-20", "2023-11-20"),
    ("Bandits looted the mill and guards shot six of them on Friday.", "looted", None, None),
    ("Bandits looted the mill but fled on Friday.", "looted", None, None),
    ("Bandits looted the mill and later fled on Friday.", "looted", None, None),
    ("Bandits looted the mill and on Friday fled.", "looted", None, None),
    ("Bandits have looted the mill and fled on Friday.", "looted", None, None),
    ("Bandits hold the mill and shot six millers on Friday.", "hold", None, None),
    ("Peru recalled its envoy and will shut the pass on Friday.", "recalled", None, None),
    ("Peru recalled its envoy and said that the pass was shut on Friday.", "recalled", None, None),
    ("Peru said that bandits fled and recalled its envoy on Friday.", "said", None, None),
    # nor a stretch, or a year, in which a life may be told
    ("Bandits looted the mill and have held it since Friday.", "looted", None, None),
    ("Bandits looted the mill and fled in 2009.", "looted", None, None),
    # what goes with a participle is of its time
    ("Bandits raided the mill, wounding six, on Friday.", "raided", "2023-11-17", "2023-11-17"),
    ("The council, meeting in Bergen on Friday, eased its ban.", "eased", "2023-11-17", "2023-11-17"),
    ("Speaking in Bergen on Friday, the envoy accused Peru of theft.", "accused", "2023-11-17", "2023-11-17"),
    ("Bandits raided the mill, ending a truce that began on Friday.", "raided", None, None),
    ("A miller who was wounded on Friday accused Peru of theft.", "accused", None, None),
    ("The bandits holding the mill since Friday accused Peru of theft.", "accused", None, None),
    # deaths follow at once, and so does what the people do who were met
    ("Bandits raided the mill on Friday; six millers were wounded.", "wounded", "2023-11-17", "2023-11-17"),
    ("Bandits raided the mill on Friday and six millers were wounded.", "wounded", "2023-11-17", "2023-11-17"),
    ("Bandits raided the mill on Friday; its owner was killed.", "killed", None, None),
    ("Bandits raided the mill on Friday; six millers have been killed.", "killed", None, None),
    ("Bandits raided the mill on Friday; the king visited Oman.", "visited", None, None),
    ("Bandits threw axes on Friday at guards, who shot six of them.", "shot", "2023-11-17", "2023-11-17"),
    ("Bandits threw axes on Friday at guards who shot six of them.", "shot", None, None),
    ("Bandits threw axes on Friday at guards, who earlier shot six of them.", "shot", None, None),
    ("The king met on Friday with Nansen, who shot six bears.", "shot", None, None),
    ("On Friday guards shot six bandits who were looting the mill.", "looting", "2023-11-17", "2023-11-17"),
    ("On Friday guards shot six bandits who had been looting the mill.", "looting", None, None),
    ("On Friday guards shot six bandits; the mill was sealed.", "sealed", "2023-11-17", "2023-11-17"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "start", "end"), EVENTS)
def test_events_take_their_own_time(text, trigger, start, end):
    sentence = parsed(text)
    index = next(w.i for w in sentence.words if w.text == trigger)
    found = TimesOfEvents(find_dates(report(text), [sentence])).of(index, sentence)
    assert (found.start, found.end) == (start, end)
    assert found.reason


@pytest.mark.parametrize(
    ("before", "text", "trigger", "start"),
    [
        (
            "Bandits raided a mill on Monday.",
            "Two days after the raid, Peru shut the pass.",
            "shut",
            "2023-11-22",
        ),
        (
            "A raid on Friday killed nine.",
            "Three days after the raid, Peru shut the pass.",
            "shut",
            "2023-11-20",
        ),
        (
            "Guards staged a coup on Friday.",
            "Peru recalled its envoy a day after the coup.",
            "recalled",
            "2023-11-18",
        ),
        (
            "Guards staged a coup on Friday.",
            "Peru recalled its envoy a day before the coup.",
            "recalled",
            "2023-11-16",
        ),
        # not where another is meant, none is dated, two are, or how long is not said
        ("Guards staged a coup on Friday.", "Peru recalled its envoy a day after a coup.", "recalled", None),
        ("Guards staged a coup.", "Peru recalled its envoy a day after the coup.", "recalled", None),
        ("Guards staged a coup in May.", "Peru recalled its envoy a day after the coup.", "recalled", None),
        (
            "A raid on Friday and a raid on Monday failed.",
            "Peru shut the pass a day after the raid.",
            "shut",
            None,
        ),
        ("Guards staged a coup on Friday.", "Peru recalled its envoy days after the coup.", "recalled", None),
    ],
)
def test_a_distance_from_what_another_sentence_dates(before, text, trigger, start):
    whole = f"{before} {text}"
    sentences = load().parse(whole, [Span(0, len(whole))])
    sentence, index = next((s, w.i) for s in sentences for w in s.words if w.text == trigger)
    found = TimesOfEvents(find_dates(report(whole), sentences), sentences).of(index, sentence)
    assert found.start == start, found.reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels took the mill on Friday, officials said on Sunday.\nThe next morning Ann flew to Riga.", "2023-11-18"),
        ("Officials said on Sunday that rebels took the mill on Friday. The next day Ann flew to Riga.", "2023-11-18"),
        ("Norway said on Friday it would close the port. The next day Ann flew to Riga.", "2023-11-18"),
        ("Norway agreed on Friday to pay on 3 December. The next day Ann flew to Riga.", None),
        ("Norway proposed a meeting in Bergen on 3 December. The same day Ann flew to Riga.", None),
        ("In March rebels took the mill. A week later Ann flew to Riga.", "2023-03-08"),
        ("In 2014 rebels took the mill. Two weeks later Ann flew to Riga.", "2014-01-15"),
        ("In 1992 rebels took the mill. A decade later Ann flew to Riga.", "2002-01-01"),
        ("On 3 May 1992 rebels took the mill. Two years after that Ann flew to Riga.", "1994-01-01"),
        ("In the spring of 2011 rebels took the mill. That autumn Ann flew to Riga.", "2011-09-01"),
    ],
)  # fmt: skip
def test_later_words_count_from_a_deed_and_not_from_its_telling_or_a_plan(text, day):
    sentences = load().parse(text, [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)])
    mentions = find_dates(report(text), sentences)
    flew = next(w.i for w in sentences[-1].words if w.text == "flew")
    assert TimesOfEvents(mentions, sentences).of(flew, sentences[-1]).start == day


def test_what_was_asked_before_changes_no_answer():
    text = "The envoy left on Monday. Rebels attacked on Friday and fled. The army shelled it for three days. All is well."
    sentences = load().parse(text, [Span(0, len(text))])
    dates = find_dates(report(text), sentences)
    alone = [TimesOfEvents(dates).of(w.i, s) for s in sentences for w in s.words]
    times = TimesOfEvents(dates)
    backwards = [times.of(w.i, s) for s in reversed(sentences) for w in reversed(s.words)]
    assert backwards[::-1] == alone == [times.of(w.i, s) for s in sentences for w in s.words]
    assert {t.start for t in alone} >= {"2023-11-20", "2023-11-17", None}


@pytest.mark.parametrize(
    ("end", "past"),
    [("2022-12-31", True), ("2023-10-20", True), ("2023-10-21", False), ("2023-11-21", False), (None, False)],
)
def test_history_ends_31_days_before_publication(end, past):
    held, reason = historical(TimeSpan("1999-01-01", end, "year"), report("x"))
    assert held is past
    assert reason


@given(st.dates(min_value=date(1990, 1, 1)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_is_among_the_last_seven_days(published, weekday):
    text = f"He spoke on {weekday}."
    (mention,) = find_dates(report(text, published.isoformat()), [flat(text)])
    found = published.fromisoformat(mention.value.start)
    assert 0 <= (published - found).days <= 6
    assert found.strftime("%A") == weekday


@given(st.text(max_size=80))
def test_no_text_breaks_it(text):
    for mention in find_dates(report(text), [flat(text)] if text.strip() else []):
        assert mention.span.of(text) == mention.text


def test_the_verb_last_points_to_no_stretch():
    text = "The war would last eight years."
    (mention,) = find_dates(report(text), [parsed(text)])
    assert (mention.text, mention.kind, mention.value.start) == ("eight years", "duration", None)


def test_a_clock_time_goes_with_the_day_that_its_sentence_names():
    text = "A gunman opened fire at a midnight showing early on Friday."
    assert [m.value.start[:10] for m in find_dates(report(text), [parsed(text)])] == ["2023-11-17"] * 2


def test_a_deed_has_the_day_of_what_it_came_after():
    text = "After meeting the king on Monday, the envoy flew to Oman."
    sentence = parsed(text)
    index = next(w.i for w in sentence.words if w.text == "flew")
    found = TimesOfEvents(find_dates(report(text), [sentence])).of(index, sentence)
    assert found.start == "2023-11-20"
    assert "came after" in found.reason


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("Bandits robbed a mill on Saturday and Sunday.", "robbed", "2023-11-18", "2023-11-19"),
        # not of days apart, nor where another verb has the second
        ("Bandits robbed a mill on Friday and Sunday.", "robbed", "2023-11-17", "2023-11-17"),
        ("The king on Monday opened a fair with a call on Chile to pay.", "call", "2023-11-20", "2023-11-20"),
    ],
)
def test_two_days_are_a_stretch_and_what_goes_with_a_deed_is_of_its_day(text, trigger, start, end):
    sentence = parsed(text)
    index = next(w.i for w in sentence.words if w.text == trigger)
    found = TimesOfEvents(find_dates(report(text), [sentence])).of(index, sentence)
    assert (found.start, found.end) == (start, end), found.reason


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # in the background of a report they count from what it told before, not from its publication
        ("In August 2009 they met. They met again that December.", ["2009-08-01", "2009-12-01"]),
        ("In November 2010 they met. The following March they met.", ["2010-11-01", "2011-03-01"]),
        ("They met on 3 May 2011. The following Monday they left.", ["2011-05-03", "2011-05-09"]),
        ("They met on 3 May 2011. That Friday they left.", ["2011-05-03", "2011-05-06"]),
        ("They met in March 2012. The following spring they left.", ["2012-03-01", "2013-03-01"]),
        # not where nothing was told before, nor after the "that" of a clause
        ("They left the following Monday.", ["2023-11-20"]),
        ("On 3 May 2011 they met. He said that August was cold.", ["2011-05-03", "2023-08-01"]),
    ],
)
def test_weekdays_months_and_seasons_beside_the_time_last_named(text, days):
    sentences = [reattached(s, shipped_cues()) for s in load().parse(text, [Span(0, len(text))])]
    assert [m.own.start for m in find_dates(report(text), sentences)] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tanks came late on Friday night. They left at 3 a.m. on foot.", "2023-11-18"),
        ("Tanks came at 10 p.m. on Friday. They left at dawn.", "2023-11-18"),
        ("Tanks came at 9 a.m. on Friday. They left at 3 a.m. on foot.", "2023-11-17"),
        ("Tanks came late on Friday night. They left at 11 p.m. on foot.", "2023-11-17"),
    ],
)
def test_the_small_hours_after_a_late_hour_are_of_the_next_day(text, day):
    sentences = [reattached(s, shipped_cues()) for s in load().parse(text, [Span(0, len(text))])]
    assert find_dates(report(text), sentences)[-1].value.start[:10] == day


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("Police charged a man with lighting two fires on Saturday.", "charged", None),
        ("Police charged a man with lighting two fires on Saturday.", "lighting", "2023-11-18"),
        ("Police on Monday charged a man with robbing two mills.", "robbing", None),
        ("Police on Monday charged a man with robbing two mills.", "charged", "2023-11-20"),
        (
            "They were held at their homes in Batumi, on the Black Sea coast, late on Sunday, police said.",
            "held",
            "2023-11-19",
        ),
    ],
)
def test_a_charge_is_later_than_the_deed_and_a_coast_has_no_day(text, trigger, start):
    sentence = parsed(text)
    index = next(w.i for w in sentence.words if w.text == trigger)
    found = TimesOfEvents(find_dates(report(text), [sentence])).of(index, sentence)
    assert found.start == start, found.reason
