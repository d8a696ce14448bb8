"""Stands told beside others: what they are on by a pronoun, a relative clause or *and*; whose by a name."""

from __future__ import annotations

import pytest

from .conftest import Parse
from .test_stances import positions

Held = set[tuple[str, str, str]]


def ruled(parse: Parse, text: str) -> Held:
    """Who stands where on what by rule; the network may add more."""
    found = (p for p in positions(parse, text) if not p.reason.startswith("the network"))
    return {(p.holder, p.stance.value, p.question) for p in found}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Brazil backs the canal. Kenya supports the tax and Japan opposes it.", ("JAP", "against", "tax")),
        ("Brazil backs the canal. Kenya is against the tax, but Japan is for it.", ("JAP", "for", "tax")),
        ("Brazil backs the canal. Japan opposes it.", ("JAP", "against", "canal")),
        (
            "Brazil backs the canal. Kenya must ratify the pact, but Japan opposes it.",
            ("JAP", "against", "pact"),
        ),
        ("Kenya supports the tax, and Japan is in favour.", ("JAP", "for", "tax")),
    ],
)
def test_a_pronoun_means_what_is_nearest_of_what_was_asked(
    parse: Parse, text: str, held: tuple[str, str, str]
) -> None:
    assert [h for h in ruled(parse, text) if h[0] == "JAP"] == [held]


def test_a_pronoun_before_any_matter_is_no_stand(parse: Parse) -> None:
    assert ruled(parse, "Japan opposes it.") == set()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Kenya repeated its demand for a canal, which Japan has always opposed.",
            ("JAP", "against", "canal"),
        ),
        ("Kenya backs a canal, a view that Japan shares.", ("JAP", "for", "canal")),
        ("Kenya rejects the tax, and Japan shares this view.", ("JAP", "against", "tax")),
        ("Kenya does not recognise Palestine; Japan does.", ("JAP", "for", "recognition of Palestine")),
    ],
)
def test_a_stand_is_taken_on_what_another_stands_on(
    parse: Parse, text: str, held: tuple[str, str, str]
) -> None:
    assert held in ruled(parse, text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya backs a canal, which Japan banned in 2009.",
        "Kenya backs a canal, and Japan shares the view that ships are slow.",
        "Kenya backs a canal, and Japan shares a border.",
    ],
)
def test_what_is_only_told_beside_a_stand_is_none(parse: Parse, text: str) -> None:
    assert not [h for h in ruled(parse, text) if h[0] == "JAP"]


def test_things_joined_by_and_have_a_stand_each(parse: Parse) -> None:
    found = ruled(parse, "Japan supports the ceasefire and the plan.")
    assert found == {("JAP", "for", "ceasefire"), ("JAP", "for", "plan")}
    found = ruled(parse, "Japan is in favour of trade and transit.")
    assert found == {("JAP", "for", "trade"), ("JAP", "for", "transit")}


def test_every_clause_of_a_demand_is_demanded(parse: Parse) -> None:
    found = ruled(parse, "Japan insists that the mine must close and that the river should be cleaned.")
    assert {question for _, _, question in found} == {"closure of mine", "river should be cleaned"}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Two states, Japan and Kenya, oppose the dam.", {"JAP", "KEN"}),
        ("Its largest neighbour, Brazil, opposes the dam.", {"BRA"}),
        ("A minister said that Japan opposed the dam.", {"JAP"}),
        ("Kenya announced that Japan opposed the dam.", {"JAP"}),
        ("Kenya said that it opposed the dam.", {"KEN"}),
    ],
)
def test_who_is_named_holds_the_stand_not_who_tells_it(parse: Parse, text: str, holders: set[str]) -> None:
    assert {holder for holder, _, question in ruled(parse, text) if question == "dam"} == holders


def test_who_demands_what_another_is_to_do_holds_the_stand(parse: Parse) -> None:
    assert ruled(parse, "Kenya demanded that Japan recognise Palestine.") == {
        ("KEN", "for", "recognition of Palestine by Japan")
    }
