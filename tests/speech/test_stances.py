from __future__ import annotations

from dataclasses import dataclass

import pytest

from dragoman.coding.stances import find_positions
from dragoman.coding.statements import hear
from dragoman.find.quote_marks import find_quotations
from dragoman.record import Position

from .conftest import Parse, actors_in, cast_of, report_of

CAST = tuple(
    (name[:3].upper(), name, (name, *forms), kind)
    for name, kind, *forms in (
        ("Kenya", "state", "Nairobi"),
        ("Ghana", "state"),
        ("Taiwan", "state"),
        ("China", "state", "Beijing"),
        ("Western Sahara", "state"),
        ("Somaliland", "state"),
        ("Palestine", "state"),
        ("Spain", "state", "Madrid"),
        ("Rhodesia", "state"),
        ("Portugal", "state", "Lisbon"),
        ("Switzerland", "state", "Bern"),
        ("Ukraine", "state"),
        ("Japan", "state"),
        ("Libya", "state"),
        ("NATO", "organisation"),
        ("African Union", "organisation"),
        ("Brazil", "state"),
    )
)
FLOOR = 0.85


@dataclass(frozen=True)
class Case:
    text: str
    holders: dict[str, str]
    question: str = ""
    scope: str | None = None


CASES = (
    Case("Kenya claims the fishing grounds.", {"KEN": "for"}, "sovereignty over fishing grounds"),
    Case("China insists that Taiwan belongs to it.", {"CHI": "for"}, "sovereignty over Taiwan"),
    Case("Kenya considers the island its own.", {"KEN": "for"}, "sovereignty over island"),
    Case("Spain is opposed to the deployment of missiles.", {"SPA": "against"}, "deployment of missiles"),
    Case("Ghana has long opposed the dam.", {"GHA": "against"}, "dam"),
    Case("Kenya is against a ban on ivory.", {"KEN": "against"}, "ban on ivory"),
    Case("Japan is in favour of a seat for Brazil.", {"JAP": "for"}, "seat for Brazil"),
    Case("Spain keeps the death penalty.", {"SPA": "for"}, "death penalty"),
    Case("Spain demands an inquiry, which Ghana has rejected.", {"SPA": "for", "GHA": "against"}, "inquiry"),
    Case("Spain has yet to recognise Palestine.", {"SPA": "against"}, "recognition of Palestine"),
    Case("Switzerland remains neutral.", {"SWI": "for"}, "neutrality"),
    Case("Kenya rejected the offer on Monday.", {}),
    Case("Kenya claimed victory.", {}),
    Case("Ghana has recognised Western Sahara as a state.", {"GHA": "for"}, "recognition of Western Sahara"),
    Case("Spain refuses to recognise Palestine.", {"SPA": "against"}, "recognition of Palestine"),
    Case("Kenya opposes recognition of Somaliland.", {"KEN": "against"}, "recognition of Somaliland"),
    Case("China does not recognise Taiwan.", {"CHI": "against"}, "recognition of Taiwan"),
    Case("Kenya supports the independence of Somaliland.", {"KEN": "for"}, "independence of Somaliland"),
    Case("Palestine was recognised by Ghana.", {"GHA": "for"}, "recognition of Palestine"),
    Case("Ghana urged Spain to recognise Palestine.", {"GHA": "for"}, "recognition of Palestine"),
    Case(
        "Most African Union members have recognised Western Sahara.",
        {"AFR": "for"},
        "recognition of Western Sahara",
        "most members",
    ),
    Case(
        "Twelve NATO states recognised Palestine.",
        {"NAT": "for"},
        "recognition of Palestine",
        "twelve states",
    ),
    Case(
        "Ghana has recognised Somaliland, but Kenya has refused.",
        {"GHA": "for", "KEN": "against"},
        "recognition of Somaliland",
    ),
    Case("Ghana and Kenya recognised Palestine.", {"GHA": "for", "KEN": "for"}, "recognition of Palestine"),
    Case("Portugal refused to join the embargo on Rhodesia.", {"POR": "against"}, "embargo on Rhodesia"),
    Case("Lisbon opposed sanctions against Rhodesia.", {"POR": "against"}, "sanctions on Rhodesia"),
    Case("Spain imposed an arms embargo on Libya.", {}),
    Case("Ghana lifted its ban on ivory.", {}),
    Case("Spain wants to impose an arms embargo on Libya.", {"SPA": "for"}, "arms embargo on Libya"),
    Case("Spain refuses to lift the arms embargo on Libya.", {"SPA": "for"}, "arms embargo on Libya"),
    Case("Ghana called on Spain to lift the embargo on Libya.", {"GHA": "against"}, "embargo on Libya"),
    Case("Spain is against lifting the ban on ivory.", {"SPA": "for"}, "ban on ivory"),
    Case("Ghana called for an end to the sanctions on Libya.", {"GHA": "against"}, "sanctions on Libya"),
    Case("Japan backs sanctions on China.", {"JAP": "for"}, "sanctions on China"),
    Case("Switzerland reaffirmed its permanent neutrality.", {"SWI": "for"}, "permanent neutrality"),
    Case("Bern has abandoned its neutrality.", {"SWI": "against"}, "neutrality"),
    Case("Switzerland rejected membership of NATO.", {"SWI": "against"}, "membership of NATO"),
    Case("Ukraine wants to join NATO.", {"UKR": "for"}, "membership of NATO"),
    Case(
        "Japan supports the territorial integrity of Ukraine.",
        {"JAP": "for"},
        "territorial integrity of Ukraine",
    ),
    Case("Brazil called for a ceasefire in Libya.", {"BRA": "for"}, "ceasefire in Libya"),
    Case(
        "Brazil opposed military action against Libya.", {"BRA": "against"}, "military action against Libya"
    ),
    Case("Brazil refused to sign the Lagos Treaty.", {"BRA": "against"}, "Lagos Treaty"),
    Case("Ghana voted against the embargo on Libya.", {"GHA": "against"}, "embargo on Libya"),
    Case("Brazil abstained on the embargo on Libya.", {"BRA": "neutral"}, "embargo on Libya"),
    # nothing is held
    Case("Ghana recognised the need for reform.", {}),
    Case("Sanctions on Libya hurt the economy.", {}),
    Case("Switzerland plans carbon neutrality by 2040.", {}),
    Case("Ghana may recognise Somaliland.", {}),
    Case("The embargo on Libya expired.", {}),
    Case("Brazil visited China.", {}),
)


def positions(parse: Parse, text: str) -> tuple[Position, ...]:
    report = report_of(text)
    sentences, found = parse(report), actors_in(text, *CAST)
    heard = hear(report, sentences, find_quotations(report), found)
    return find_positions(report, cast_of(sentences, found, heard), found)


def right(found: tuple[Position, ...], case: Case) -> bool:
    held = {p.holder: p.stance.value for p in found}
    worded = all(p.question == case.question and p.scope == case.scope for p in found)
    return held == case.holders and worded


def test_invented_positions_and_what_is_none(parse: Parse) -> None:
    missed = [(c.text, found) for c in CASES if not right(found := positions(parse, c.text), c)]
    assert 1 - len(missed) / len(CASES) >= FLOOR, missed


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Kenya no longer supports the embargo.", {"KEN": ("embargo", "against")}),
        ("Kenya does not back the treaty any longer.", {"KEN": ("treaty", "against")}),
        (
            "Neither Ghana nor Kenya recognises Somaliland.",
            dict.fromkeys(("GHA", "KEN"), ("recognition of Somaliland", "against")),
        ),
        ("Japan backs neither the plan nor the law.", {"JAP": ("plan", "against")}),
        ("Kenya refuses to give up the lake.", {"KEN": ("lake", "for")}),
        ("Spain refused to cede the rock.", {"SPA": ("cession of rock", "against")}),
        ("Ghana refuses to drop its opposition to the dam.", {"GHA": ("dam", "against")}),
        ("Brazil refuses to renounce its demand for a port.", {"BRA": ("port", "for")}),
        ("Kenya no longer opposes the embargo.", {"KEN": ("embargo", "neutral")}),
        ("Japan abstained in the vote on the budget.", {"JAP": ("budget", "neutral")}),
        ("Brazil dropped its demand for a port.", {"BRA": ("port", "neutral")}),
        # what is denied leaves no stand
        ("Spain has not ruled out sanctions.", {}),
        ("Ghana has not called for a ceasefire in Libya.", {}),
        ("Ghana urged Spain to free the singer.", {}),
        ("Ghana called for an inquiry into the strikes.", {}),
    ],
)
def test_denials_and_what_is_given_up_turn_a_stand(
    parse: Parse, text: str, held: dict[str, tuple[str, str]]
) -> None:
    ruled: dict[str, tuple[str, str]] = {}
    for p in positions(parse, text):
        if not p.reason.startswith("the network"):
            ruled.setdefault(p.holder, (p.question, p.stance.value))
    assert ruled == held


def test_whoever_endorses_anothers_position_holds_it_too(parse: Parse) -> None:
    found = positions(
        parse, "Kenya has refused to recognise Somaliland. Kenya's position was endorsed by Japan."
    )
    held = {p.holder: (p.question, p.stance.value) for p in found}
    assert held == {
        "KEN": ("recognition of Somaliland", "against"),
        "JAP": ("recognition of Somaliland", "against"),
    }


def test_a_position_says_when_it_was_held_and_on_what_evidence(parse: Parse) -> None:
    (position,) = positions(parse, "Spain refuses to recognise Palestine.")
    assert (position.as_of, position.object) == ("2031-05-06", "PAL")
    assert (
        position.evidence.of("Spain refuses to recognise Palestine.")
        == "Spain refuses to recognise Palestine."
    )
    assert "refuses" in position.reason


def test_the_same_stand_told_twice_is_one_position(parse: Parse) -> None:
    found = positions(parse, "Spain refuses to recognise Palestine.\n\nSpain refused to recognise Palestine.")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Brazil backs the treaty. Japan has taken no side.", "treaty"),
        ("Brazil backs the treaty. Japan remains neutral.", "treaty"),
        ("Japan refused to take sides in the border war.", "border war"),
        ("Japan has not taken a position on the dam.", "dam"),
        ("Japan is undecided on the embargo.", "embargo"),
    ],
)
def test_whoever_keeps_out_is_neutral_on_what_is_named_or_was_asked_last(
    parse: Parse, text: str, question: str
) -> None:
    [found] = [p for p in positions(parse, text) if p.holder == "JAP"]
    assert (found.stance.value, found.question) == ("neutral", question)


def test_whoever_takes_a_stand_or_may_stay_out_is_not_neutral(parse: Parse) -> None:
    texts = ("Japan took a position on the dam.", "Japan may remain neutral on the dam.")
    assert not [p for t in texts for p in positions(parse, t) if p.stance.value == "neutral"]


@pytest.mark.parametrize(
    ("text", "stance", "question"),
    [
        (
            "Japan insists that foreign troops must leave the island.",
            "for",
            "foreign troops must leave the island",
        ),
        ("Japan demands that the islands be returned.", "for", "return of islands"),
        ("Japan insists that Libya withdraw its boats.", "for", "withdrawal of boats by Libya"),
        ("Japan has long argued that the mine should be closed.", "for", "closure of mine"),
        ("Japan holds that no state should own the sea.", "against", "state should own the sea"),
    ],
)
def test_what_ought_to_be_is_a_stand_on_the_clause(
    parse: Parse, text: str, stance: str, question: str
) -> None:
    [found] = [
        p for p in positions(parse, text) if p.holder == "JAP" and not p.reason.startswith("the network")
    ]
    assert (found.stance.value, found.question) == (stance, question)


def test_what_is_said_to_be_so_is_no_stand_by_rule(parse: Parse) -> None:
    texts = ("Japan insisted that the talks were useful.", "Japan said that the ships return in May.")
    found = [p for t in texts for p in positions(parse, t)]
    assert all(p.reason.startswith("the network") for p in found)


def held_by(parse: Parse, holder: str, text: str) -> set[tuple[str, str]]:
    return {(p.stance.value, p.question) for p in positions(parse, text) if p.holder == holder}


@pytest.mark.parametrize(
    ("text", "stance", "question"),
    [
        ("Japan wants the tariffs lifted.", "against", "tariffs"),
        ("Japan wants the boycott to end.", "against", "boycott"),
        ("Japan would like to see the blockade lifted.", "against", "blockade"),
        ("Japan would like the refinery closed.", "against", "refinery"),
        ("Japan wants the tax gone.", "against", "tax"),
        ("Japan wants soldiers out of Ghana.", "against", "soldiers in Ghana"),
        ("Japan does not want the tariffs lifted.", "for", "tariffs"),
        ("Japan wants the boycott kept.", "for", "boycott"),
        ("Japan wants an end to the boycott.", "against", "boycott"),
        ("Japan wants the boycott to stop the war.", "for", "boycott"),
    ],
)
def test_who_wants_a_thing_gone_is_against_it(parse: Parse, text: str, stance: str, question: str) -> None:
    assert held_by(parse, "JAP", text) == {(stance, question)}


def test_what_another_is_wanted_to_do_is_no_stand_on_that_other(parse: Parse) -> None:
    found = held_by(parse, "JAP", "Japan wants Ghana to lift the boycott.")
    assert found == {("against", "boycott")}
    assert not held_by(parse, "JAP", "Japan urged both sides to hold their fire.")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Japan rejected a bill to recognise Somaliland.", {("against", "recognition of Somaliland")}),
        ("Japan voted down a motion to recognise Somaliland.", {("against", "recognition of Somaliland")}),
        ("Japan vetoed a resolution to lift the embargo.", {("for", "embargo")}),
        ("Japan tabled a resolution to lift the embargo.", {("against", "embargo")}),
        ("Japan passed a law to recognise Somaliland.", {("for", "recognition of Somaliland")}),
        ("Japan debated a motion to recognise Somaliland.", set()),
    ],
)
def test_a_stand_on_a_paper_is_one_on_what_it_holds(
    parse: Parse, text: str, held: set[tuple[str, str]]
) -> None:
    assert held_by(parse, "JAP", text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Japan backs the pact but not the base.", {("for", "pact"), ("against", "base")}),
        ("Japan opposes the base but not the pact.", {("against", "base")}),
        ("Japan favours a pact rather than a ban.", {("for", "pact")}),
        ("Japan supports a pact instead of a ban.", {("for", "pact")}),
        ("Japan prefers a pact to a ban.", {("for", "pact")}),
        ("Japan supports a ban on use but not on sale.", {("for", "ban on use"), ("against", "ban on sale")}),
        ("Japan supports the pact and the base.", {("for", "pact"), ("for", "base")}),
    ],
)
def test_a_thing_set_against_another_has_a_stand_of_its_own(
    parse: Parse, text: str, held: set[tuple[str, str]]
) -> None:
    assert held_by(parse, "JAP", text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Japan will never leave the pact.", {("for", "pact")}),
        ("Japan is sceptical of the pact.", {("against", "pact")}),
        ("Japan is keen on the pact.", {("for", "pact")}),
        ("Japan considers the pact a disaster.", {("against", "pact")}),
        ("Japan vowed to veto the law.", {("against", "law")}),
        ("Japan, a champion of the canal, left.", {("for", "canal")}),
        ("A critic of the canal, Japan stayed away.", {("against", "canal")}),
        ("Japan has kept silent on the law.", {("neutral", "law")}),
        ("Japan opposes the oil ban.", {("against", "oil ban")}),
        ("Ghana backs the pact. Japan does not.", {("against", "pact")}),
        ("Ghana backs the pact. So does Japan.", {("for", "pact")}),
        ("Ghana backs the pact. Kenya does not. Japan does, too.", {("for", "pact")}),
        # no stand
        ("Japan has nothing to do with the plot.", set()),
        ("Japan stopped short of ruling out the canal.", set()),
        ("Ghana backs the pact. Japan called it a step in the right direction.", set()),
        ("Japan has kept silent in public.", set()),
        ("Japan, an opponent of Ghana, left.", set()),
        ("Japan invited critics of the canal.", set()),
        ("Japan called the attack a crime.", set()),
        ("Japan called the pact a mistake.", set()),
        ("Ghana backs the pact. The ship left port. Japan does not.", set()),
        ("Ghana backs the pact. Japan was silent.", set()),
    ],
)
def test_words_that_take_a_stand_and_their_like(parse: Parse, text: str, held: set[tuple[str, str]]) -> None:
    assert held_by(parse, "JAP", text) == held
