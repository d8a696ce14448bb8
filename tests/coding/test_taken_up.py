"""An act told again by the thing it was done to, or a promise by its noun, is one act and one promise."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Customs officers seized two tonnes of ivory in Mombasa on Friday. "
        "The ivory was seized after a tip-off from Kenyan police.",
        "Police in Lima seized 90 kg of heroin on Monday. The drugs were seized by officers of a drugs unit.",
        "Kenya signed the fishing treaty on Monday. The treaty was signed in Nairobi.",
    ],
)
def test_what_was_done_to_the_very_thing_is_told_once(read, text: str) -> None:
    (event,) = read(text).events
    assert len(event.evidence) == 2
    assert event.actors


@pytest.mark.parametrize(
    "text",
    [
        "Police seized 90 kg of heroin in Lima. Police seized a truck in Cusco.",
        "Police in Lima seized heroin on Monday. The drugs were seized on Tuesday by officers in Cusco.",
        "Police in Lima seized rifles. The house was seized by the police.",
    ],
)
def test_what_was_done_to_another_thing_or_on_another_day_is_another_act(read, text: str) -> None:
    assert len([e for e in read(text).events if e.mode == "seize"]) == 2


def test_a_promise_and_its_noun_are_one_promise_of_who_made_it(read) -> None:
    record = read("The minister pledged aid to the region, and his pledge to send aid was welcomed.")
    assert len(record.pledges) == 1
    assert len([e for e in record.events if e.event == "AGREE"]) == 1
    record = read("Denmark promised to give jets to Ukraine. The promise to give jets was hailed by Poland.")
    assert [p.by for p in record.pledges] == ["DNK"]


def test_a_promise_of_something_else_is_another(read) -> None:
    record = read("France promised aid to Chad and made a promise of grain to Niger.")
    assert len([e for e in record.events if e.event == "AGREE"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Poland hailed the promise to give jets to Ukraine.",
        "Oxfam dismissed the commitment to cut emissions.",
    ],
)
def test_who_judges_a_promise_has_not_made_it(read, text: str) -> None:
    assert not read(text).pledges


def test_who_gives_or_renews_a_promise_has_made_it(read) -> None:
    assert [p.by for p in read("Kenya renewed the pledge to close the camp.").pledges] == ["KEN"]
