"""Bodies and persons that only the report knows: kept, described, tied, placed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.pipeline import Reader
from dragoman.record import Actor, Record, Report, Span
from dragoman.settings import Settings

MODEL = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "model" / "model.onnx"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the language model is not built")

TEXT = (
    "In Nigeria, the Lagos Dockers League (LDL) called off its strike on Tuesday. The league's chairwoman, "
    'Bisi Adeyemi-Cole, said that wages would rise. "We will go back to work," she said.\n'
    "Adeyemi-Cole met the head of the Nigerian Ports Authority.\n"
    "The Delta Front, a little-known armed group, claimed an attack. The group said that its fighters had "
    "killed four soldiers. The government did not comment.\n"
    "The Horizon Foundation, a charity based in Geneva, urged both sides to talk. The foundation "
    "has 40 staff.\n"
    "Opposition lawmaker Haruna Iddrisu met his counterpart in Accra. The MP told Joy FM so.\n"
    "The National Renewal Front denied it. The NRF blamed others. The witness, a farmer, said so. The farmer "
    "left."
)


@pytest.fixture(scope="module")
def record() -> Record:
    lines, at = [], 0
    for line in TEXT.split("\n"):
        lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    report = Report(id="0123456789", text=TEXT, body=tuple(lines), published="2016-05-04")
    return Reader.load(Settings()).read(report)


def actor_of(record: Record, words: str, nth: int = 0) -> Actor:
    found = [m for m in record.mentions if m.text == words]
    actor = record.actor(found[nth].actor or "")
    assert actor is not None, words
    return actor


def test_a_body_is_one_under_all_its_names(record: Record) -> None:
    league = actor_of(record, "the Lagos Dockers League")
    assert actor_of(record, "LDL") == league
    assert actor_of(record, "The league") == league
    assert (league.state, league.sector) == ("NGA", "LAB")


def test_a_surname_of_two_words_is_the_person_named_before(record: Record) -> None:
    ada = actor_of(record, "Bisi Adeyemi-Cole")
    assert actor_of(record, "Adeyemi-Cole") == ada
    assert (ada.state, ada.sector) == ("NGA", "LAB")


def test_we_are_the_body_that_the_speaker_leads(record: Record) -> None:
    assert actor_of(record, "We") == actor_of(record, "LDL")


def test_an_adjective_in_a_name_tells_the_state(record: Record) -> None:
    found = [a for a in record.actors if a.name == "Nigerian Ports Authority"]
    assert [a.state for a in found] == ["NGA"]


def test_a_description_beside_a_name_tells_what_a_body_is(record: Record) -> None:
    front = actor_of(record, "The Delta Front")
    assert actor_of(record, "a little-known armed group") == front
    assert actor_of(record, "The group") == front
    assert actor_of(record, "its fighters") == front
    assert (front.kind.value, front.sector) == ("group", "REB")


def test_an_armed_group_has_no_government(record: Record) -> None:
    assert actor_of(record, "The government").id == "NGA.GOV"


def test_a_seat_tells_the_state(record: Record) -> None:
    foundation = actor_of(record, "The Horizon Foundation")
    assert actor_of(record, "The foundation") == foundation
    assert (foundation.state, foundation.sector) == ("CHE", "SOC")


def test_one_calling_has_several_words(record: Record) -> None:
    assert actor_of(record, "The MP").id == "person:haruna-iddrisu"


def test_a_counterpart_whom_nobody_names_is_not_the_one_who_has_him(record: Record) -> None:
    assert not [m for m in record.mentions if m.text == "his counterpart"]
    assert [d.reason for d in record.dropped if "counterpart" in d.reason]


def test_an_acronym_need_not_be_introduced(record: Record) -> None:
    assert actor_of(record, "NRF").name == "National Renewal Front"


def test_who_is_unnamed_is_one_under_two_descriptions(record: Record) -> None:
    assert actor_of(record, "The witness") == actor_of(record, "a farmer") == actor_of(record, "The farmer")


@pytest.mark.parametrize("sort", ["The Oslo-based group", "The rights group", "The organisation"])
def test_a_name_at_once_after_the_sort_of_body_is_no_body_told_of_before(read, sort: str) -> None:
    found = read(
        f"The rebels of the Delta Front shelled a village. {sort} Peru Rights Watch said that ten died."
    )
    named = next(m for m in found.mentions if m.text == "Peru Rights Watch")
    assert next(m.actor for m in found.mentions if m.text == sort) == named.actor
    assert found.actor(named.actor).name == "Peru Rights Watch"


def test_the_group_alone_is_still_the_one_named_before(read) -> None:
    found = read("The militant group Hamas fired rockets. The group then left.")
    assert [m.actor for m in found.mentions if m.text.endswith("group")] == ["group:hamas", "group:hamas"]


def test_a_body_introduced_as_a_group_is_the_group_from_then_on(read) -> None:
    found = read("Rebels shelled a town. The rights group Delta Watch wept. The group accused the rebels.")
    named = next(m for m in found.mentions if m.text == "Delta Watch")
    assert next(m.actor for m in found.mentions if m.text == "The group") == named.actor
