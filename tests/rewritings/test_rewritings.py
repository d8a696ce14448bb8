"""Reports of other conflicts, told in other words: what a careful reader takes from each, and the floor.

Every floor is what the program reached when it was last set, less two, so that a fall is noticed. A rise
is welcome: raise the floor with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.pipeline import Reader
from dragoman.record import Record, Report
from dragoman.settings import Settings
from dragoman.sources import read
from tests.rewritings.facts import Fact, holds, load_facts

HERE = Path(__file__).parent
FLOORS = {"arauca": 56, "armenia": 57, "sahara": 56, "sudan": 61, "taiwan": 53}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    reader = Reader.load(Settings())
    return {name: reader.read(_capture(name)) for name in FLOORS}


def _capture(name: str) -> Report:
    (report,) = read([HERE / f"{name}.txt"])
    assert isinstance(report, Report)
    return report


def _facts() -> Iterator[tuple[str, tuple[Fact, ...]]]:
    for name in FLOORS:
        yield name, load_facts(HERE / f"{name}.toml")


def test_every_capture_has_its_facts_and_its_floor() -> None:
    assert {p.stem for p in HERE.glob("*.txt")} == {p.stem for p in HERE.glob("*.toml")} == FLOORS.keys()


def test_what_facts_quote_stands_in_the_capture() -> None:
    for name, facts in _facts():
        text = " ".join((HERE / f"{name}.txt").read_text(encoding="utf-8").split()).casefold()
        for fact in facts:
            for words in (*fact.asked.get("text", ()), *fact.asked.get("quote", ())):
                assert words.casefold() in text, f"{name}: {fact.id}: {words}"


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_fewer_facts_are_recovered_than_before(name: str, records: dict[str, Record]) -> None:
    facts = load_facts(HERE / f"{name}.toml")
    missed = [fact.id for fact in facts if not holds(records[name], fact)]
    found = len(facts) - len(missed)
    assert found >= FLOORS[name], (
        f"{found} of {len(facts)} facts, floor {FLOORS[name]}; missed: {', '.join(missed)}"
    )


def test_a_fact_with_a_key_that_its_kind_does_not_know_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text('[[fact]]\nid = "a"\nkind = "figure"\nvalue = 3\ncolour = "red"\n')
    with pytest.raises(ValueError, match="colour"):
        load_facts(path)


def test_a_trap_is_not_avoided_by_finding_no_events_at_all() -> None:
    nothing = Record(report=Report(id="a" * 16, text="", body=()))
    assert not holds(nothing, Fact("trap", "absent-event", {"event": ("ASSAULT",)}))
