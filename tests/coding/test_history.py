"""A time long past at the head of a passage is that of what the passage goes on with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]


def past(record: Record) -> list[bool]:
    events = sorted(record.events, key=lambda e: e.evidence[0].trigger.start)
    assert events
    return [e.historical for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "In May 1982 British troops landed on the island. Argentine jets bombed their ships.",
        "In 1965 Indonesian soldiers arrested the minister. They shot him in a field and burned his house.",
        "The war began in 1994. Yemeni soldiers shelled the town of Aden.",
        "In 1998 Eritrean soldiers occupied the plain, and Ethiopia bombed the airport of Asmara.",
        "India expelled the Nepalese ambassador in 1989; its soldiers shot three Nepalese farmers.",
        "The harbour was closed by Spain in 1969, after Britain had expelled the Spanish consul.",
    ],
)
def test_a_passage_of_history_is_history_to_its_end(read: Read, text: str) -> None:
    assert all(past(read(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a time of today, a new paragraph, speech, the perfect and a short while back end it
        (
            "In 1982 British troops stormed the island. On Sunday Argentine police arrested a veteran.",
            [True, False],
        ),
        (
            "In 1982 British troops stormed the island.\n\nArgentine police arrested a veteran.",
            [True, False],
        ),
        (
            "In 1982 British troops stormed the island. "
            "The minister said that Chile had expelled two Argentine spies.",
            [True, False],
        ),
        (
            "In 1982 British troops stormed the island. Argentina has recalled its ambassador.",
            [True, False],
        ),
        (
            "In February British troops stormed the island. Argentina recalled its ambassador.",
            [True, False],
        ),
        # nor is a date of something beside the main clause one of what follows
        ("A law that was passed in 1982 expired. Argentine police arrested a veteran.", [False]),
    ],
)
def test_what_is_of_today_ends_it(read: Read, text: str, expected: list[bool]) -> None:
    assert past(read(text)) == expected


def test_it_says_why(read: Read) -> None:
    record = read("In 1965 Indonesian soldiers arrested the minister. They shot him in a field.")
    shot = next(e for e in record.events if e.event == "ASSAULT")
    assert "told as long past: the paragraph goes on from “1965”" in shot.steps
