"""Bodies that only the report knows, and what it calls them afterwards."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.record import Record

Read = Callable[[str], Record]


def _doers(record: Record, event: str) -> set[str]:
    names = {a.id: a.name for a in record.actors}
    return {names[a] for e in record.events if e.event == event for a in e.actors}


def test_a_union_named_behind_a_comma_is_the_union(read: Read) -> None:
    record = read("Their union, Satawu, called a strike in Durban. It accused the port of theft.")
    assert _doers(record, "ACCUSE") == {"Satawu"}


def test_the_company_is_the_one_body_of_which_no_sort_was_told(read: Read) -> None:
    record = read("Orvex sacked 60 men in Lima on Monday. The company accused them of theft.")
    assert _doers(record, "ACCUSE") == {"Orvex"}
    record = read("The Harbour Board and Orvex sacked 60 men in Lima. The company accused them of theft.")
    assert "Orvex" not in _doers(record, "ACCUSE")
