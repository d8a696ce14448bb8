from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.find.quotation_tree import without_half_a_pair
from dragoman.find.quote_marks import find_quotes, quotations_in
from dragoman.record import Span

from .conftest import report_of


def inside(text: str) -> list[str]:
    return [s.of(text) for s in find_quotes(report_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go,” he said. “But not now.”", ["We will go,", "But not now."]),
        ('"We will go," he said. "But not now."', ["We will go,", "But not now."]),
        (
            "'We go,' he said. 'It's not the ministers' choice.'",
            ["We go,", "It's not the ministers' choice."],
        ),
        (
            "‘We go,’ he said. ‘It’s not the ministers’ choice.’",
            ["We go,", "It’s not the ministers’ choice."],
        ),
        (
            "“He told me ‘never again’, and left,” she said.",
            ["He told me ‘never again’, and left,", "never again"],
        ),
        ("„Wir gehen“, sagte er. »Wir gehen«, sagte sie.", ["Wir gehen", "Wir gehen"]),
        ("«On y va», dit-il.", ["On y va"]),
        ("”Vi går,” sade han.", ["Vi går,"]),
        ("``Old style,'' she said.", ["Old style,"]),
        ("The so-called “safe zone” is not safe.", ["safe zone"]),
        ('Say "yes", "no" or "maybe".', ["yes", "no", "maybe"]),
        ("(“yes”)—“no”", ["yes", "no"]),
        ("He asked: “Why?” and “When?”", ["Why?", "When?"]),
    ],
)
def test_what_stands_inside_the_marks(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' talks and the council's vote",
        "He is 6'2\" and she is 5'11\" tall.",
        "rock 'n' roll of the '90s, said 'em all",
        "the ministers’ talks of ’98",
        "dogs' ears and cats' tails",
        "a stray “ mark and another ” too",
        '""',
        "",
    ],
)
def test_apostrophes_measures_and_stray_marks_are_no_quotations(text: str) -> None:
    assert inside(text) == []


def test_a_quotation_that_reopens_is_linked_to_the_paragraph_before() -> None:
    report = report_of("He said: “The north is calm.\n\n“The south is not.” He left.")
    first, second = quotations_in(report.text, report.body)
    assert (first.closed, second.continues) == (False, 0)
    assert second.span.of(report.text) == "The south is not."


def test_a_quotation_that_closes_a_paragraph_later_runs_up_to_there() -> None:
    report = report_of('He said: "The north is calm.\n\nThe south is not." He left.')
    assert [q.span.of(report.text) for q in quotations_in(report.text, report.body)] == [
        "The north is calm.",
        "The south is not.",
    ]


def test_an_unclosed_mark_after_a_colon_runs_to_the_end_of_its_paragraph_only() -> None:
    assert inside("She said: “never closed\n\nAnother paragraph.") == ["never closed"]


@given(st.text(alphabet="ab “”\"'‘’«»\n.,s", max_size=60))
def test_quotations_nest_lie_in_their_paragraph_and_hold_something(text: str) -> None:
    paragraphs = [Span(0, len(text))]
    found = quotations_in(text, paragraphs)
    for q in found:
        assert 0 <= q.outer.start <= q.span.start < q.span.end <= q.outer.end <= len(text)
    for a in found:
        for b in found:
            assert not a.outer.overlaps(b.outer) or a.outer.covers(b.outer) or b.outer.covers(a.outer)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ('if they come"', "if they come"),
        ("“if they come", "if they come"),
        ('"today, if they come"', '"today, if they come"'),
        ("if they say “no”", "if they say “no”"),
        ('"the North" joins', '"the North" joins'),
    ],
)
def test_half_a_pair_of_marks_is_no_part_of_a_clause(words: str, left: str) -> None:
    assert without_half_a_pair(words, Span(0, len(words))).of(words) == left
