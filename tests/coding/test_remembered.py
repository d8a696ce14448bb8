"""What a sentence without a date tells as a memory is history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.codebook.remembered import FILE, load_remembered
from dragoman.errors import CodebookError
from dragoman.record import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    "text",
    [
        "The exhibition in Oslo recalls the bombing of Narvik by the Germans.",
        "The plaque honours those who were executed by the Spanish army.",
        "Decades ago the Italians bombed the Ethiopian town.",
        "As a girl she saw Turkish soldiers shoot the bishop and burn his church.",
        "During the First World War the Germans occupied Belgium.",
        "Ottoman soldiers shot the Greek bishop.",
        "The Danish printer was arrested by the Gestapo.",
        "Veterans laid wreaths in Narvik where Polish soldiers had attacked the Germans.",
    ],
)
def test_a_memory_is_history(read: Read, text: str) -> None:
    events = [e for e in read(text).events if e.event in ("ASSAULT", "COERCE")]
    assert events
    assert all(e.historical for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Protesters in Leuven toppled the statue of a king whom they accused of murder.",
        "Soldiers bombed the museum of Aden.",
        "Veterans laid wreaths in Narvik, and Polish soldiers shot a bystander.",
        "Poland demanded reparations from Germany for the Second World War.",
    ],
)
def test_what_is_done_today_is_none(read: Read, text: str) -> None:
    events = read(text).events
    assert events
    assert not any(e.historical for e in events)


def test_of_two_deeds_the_remembered_one_is_history(read: Read) -> None:
    events = read("On the anniversary of the invasion of Kuwait, Iraq threatened Jordan.").events
    assert {e.event: e.historical for e in events} == {"ASSAULT": True, "THREATEN": False}


def test_a_missing_list_is_named_with_its_file(tmp_path: Path) -> None:
    broken = tmp_path / "remembered.yaml"
    broken.write_text(FILE.read_text(encoding="utf-8").replace("\ntimes:", "\ntime:", 1), "utf-8")
    with pytest.raises(CodebookError, match=r"remembered\.yaml"):
        load_remembered(broken)
