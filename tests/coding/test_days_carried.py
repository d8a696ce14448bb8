"""The day of a sentence that the next one goes on with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]


def day(record: Record, event: str) -> str | None:
    return next((e.time.start for e in record.events if e.event == event and e.time is not None), None)


@pytest.mark.parametrize(
    "text",
    [
        "Chad expelled the Libyan ambassador on Monday. It also condemned Libya.",
        "On Monday Chad expelled the Libyan ambassador. It condemned Libya and shut the border.",
    ],
)
def test_it_also_did_so_on_the_same_day(read: Read, text: str) -> None:
    assert day(read(text), "ACCUSE") == "2024-05-13"


@pytest.mark.parametrize(
    "text",
    [
        "Chad expelled the Libyan ambassador on Monday. It has condemned Libya.",
        "Chad expelled the Libyan ambassador on Monday. It often condemned Libya.",
        "Chad expelled the Libyan ambassador on Monday. Niger condemned Libya.",
        "Chad expelled the Libyan ambassador on Monday.\nIt condemned Libya.",
        "Chad, which on Monday expelled the Libyan ambassador, shut a port. It condemned Libya.",
    ],
)
def test_what_may_be_of_another_day_gets_none(read: Read, text: str) -> None:
    assert day(read(text), "ACCUSE") is None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad will impose duties on Libyan dates from August 1 unless Tripoli gives way.", "THREATEN"),
        (
            "Chad will not join the exercise off Tripoli on 9 September, its army chief told reporters.",
            "REJECT",
        ),
    ],
)
def test_a_day_to_come_is_not_that_of_the_threat_or_refusal_told_already(
    read: Read, text: str, event: str
) -> None:
    record = read(text)
    assert event in {e.event for e in record.events}
    assert day(record, event) is None


def test_the_day_of_the_threat_itself_is_kept(read: Read) -> None:
    assert day(read("Chad threatened on Monday to expel the Libyan envoy."), "THREATEN") == "2024-05-13"
