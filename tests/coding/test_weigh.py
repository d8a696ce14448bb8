"""The codebook and the learned head weighed against each other, on a sentence made by hand."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dragoman.codebook import load_codebook
from dragoman.codebook.confidence import Confidence, Weights
from dragoman.coding.act import Act, Reading
from dragoman.coding.parties import Parties
from dragoman.coding.weigh import Weigher
from dragoman.language.hints import ActHint, Part
from dragoman.language.parse import Sentence, Word
from dragoman.pipeline import Reader
from dragoman.record import Mention, Report, Span, Status
from dragoman.settings import Settings

TEXT = ("Chad", "freed", "Niger")
AT = (Span(0, 4), Span(5, 10), Span(11, 16))
TYPES = {
    name: SimpleNamespace(modes={}, taught=None, outcomes=frozenset(), addressed=False)
    for name in ("RETREAT", "COERCE")
}


def sentence(*hints: ActHint) -> Sentence:
    words = tuple(
        Word(i, text, AT[i], upos, text.lower(), 1 if i != 1 else -1, rel)
        for i, (text, upos, rel) in enumerate(
            zip(TEXT, ("PROPN", "VERB", "PROPN"), ("nsubj", "root", "obj"), strict=True)
        )
    )
    return Sentence(Span(0, 16), words, acts=hints)


def hint(event: str, share: float, of_parts: float = 0.9) -> ActHint:
    parts = (Part(0, "actor", of_parts), Part(2, "recipient", of_parts))
    return ActHint(1, ((event, share),), (("actual", 1.0),), 0.0, None, parts)


def parties(*hints: ActHint) -> Parties:
    found = {i: Mention(TEXT[i].upper(), AT[i], TEXT[i], "name", "") for i in (0, 2)}
    return Parties(sentence(*hints), found, lambda _: None)


def ruled(event: str) -> Act:
    return Act(
        event=event, mode=None, trigger=1, actors=(), recipients=(), status=Status.ACTUAL, rule=None,
        operator=None, cameo=None, contexts=(), negated=False, steps=("by rule",),
        words=frozenset({1}), top=1,
    )  # fmt: skip


def weigh(found: Parties, *acts: Act, threshold: float = 0.5) -> Reading:
    confidence = Confidence(codebook=Weights(head=1.0), learned=Weights(head=1.0))
    return Weigher(TYPES, load_codebook().operators, confidence, threshold).weigh(found, Reading(acts, ()))  # type: ignore[arg-type]


def test_what_only_the_head_finds_is_an_act_with_its_reason() -> None:
    [act] = weigh(parties(hint("RETREAT", 0.9))).acts
    assert (act.event, [p.actor for p in act.actors], [p.actor for p in act.recipients]) == (
        "RETREAT", ["CHAD"], ["NIGER"],
    )  # fmt: skip
    assert "learned head (0.90)" in act.steps[0]


def test_where_something_is_known_to_be_told_less_is_enough() -> None:
    confidence = Confidence(learned=Weights(head=1.0), told_learned=Weights(head=1.0))
    weigher = Weigher(TYPES, load_codebook().operators, confidence, 0.5, told_threshold=0.4)  # type: ignore[arg-type]
    found = parties(hint("RETREAT", 0.45))
    assert not weigher.weigh(found, Reading((), ())).acts
    assert weigher.told().weigh(found, Reading((), ())).acts
    assert not replace(weigher, told_threshold=None).told().weigh(found, Reading((), ())).acts


@pytest.mark.parametrize(("asked", "here", "at_the_head"), [(None, 0.53, 0.42), (0.7, 0.7, 0.7)])
def test_who_asks_for_a_confidence_gets_it_everywhere(
    asked: float | None, here: float, at_the_head: float
) -> None:
    weigher = Reader.load(Settings(min_confidence=asked)).weigher
    assert (weigher.threshold, weigher.told().threshold) == (here, at_the_head)


def test_what_is_not_sure_enough_is_dropped_with_its_reason() -> None:
    reading = weigh(parties(hint("RETREAT", 0.3)))
    assert reading.acts == ()
    assert "not sure enough (0.30; 0.50 is asked)" in reading.dropped[0].reason
    assert "“freed” is taken for RETREAT by the learned head (0.30)" in reading.dropped[0].reason
    assert len(weigh(parties(hint("RETREAT", 0.3)), threshold=0.2).acts) == 1


def test_one_trigger_keeps_the_surer_of_two_types() -> None:
    reading = weigh(parties(hint("RETREAT", 0.9)), ruled("COERCE"))
    assert [a.event for a in reading.acts] == ["RETREAT"]
    assert "less likely than RETREAT" in reading.dropped[0].reason


def test_rule_and_head_of_one_mind_are_one_act_and_the_head_adds_parties() -> None:
    [act] = weigh(parties(hint("RETREAT", 0.9)), ruled("RETREAT")).acts
    assert not act.learned
    assert [p.actor for p in act.actors] == ["CHAD"]
    assert any("as the head reads the sentence" in step for step in act.steps)


def test_the_head_adds_parties_to_what_is_denied_or_asked_for_too() -> None:
    operator = load_codebook().operators.operators[0]
    asked = replace(ruled("RETREAT"), operator=operator, status=Status.PLEDGED)
    [act] = weigh(parties(hint("RETREAT", 0.9)), asked).acts
    assert (act.operator, act.status) == (operator, Status.PLEDGED)
    assert [p.actor for p in (*act.actors, *act.recipients)] == ["CHAD", "NIGER"]


def test_the_head_adds_no_parties_to_what_it_takes_for_something_else() -> None:
    found = parties(hint("RETREAT", 0.25))
    [act] = weigh(found, ruled("RETREAT"), threshold=0.2).acts
    assert (act.actors, act.recipients) == ((), ())


def test_parties_of_the_rule_and_of_the_operator_stay_where_the_head_doubts_others() -> None:
    found = parties(hint("RETREAT", 0.9, 0.6))
    operator = load_codebook().operators.operators[0]
    asked = replace(ruled("RETREAT"), operator=operator, actors=found.among([2]))
    [act] = weigh(found, asked).acts
    assert ([p.actor for p in act.actors], act.recipients) == (["NIGER"], ())


def test_a_doer_of_whom_the_head_is_sure_takes_the_place_of_one_without_a_part() -> None:
    found = parties(hint("RETREAT", 0.9))
    [act] = weigh(found, replace(ruled("RETREAT"), actors=found.among([2]))).acts
    assert [p.actor for p in act.actors] == ["CHAD"]
    assert "actor: CHAD, as the head reads the sentence" in act.steps


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Ducks swim", "Gunmen attack bus"),
        ("Gunmen attack bus", "The weather was fair."),
    ],
)
def test_headline_and_lead_are_there_to_tell_something(reader: Reader, title: str, body: str) -> None:
    at_the_head = _attack(reader, title, body)
    inside = _attack(reader, "Ducks swim", "The weather was fair. Gunmen attack bus")
    assert at_the_head > inside


def _attack(reader: Reader, title: str, body: str) -> float:
    """How sure the one event of a report with a headline is."""
    text = f"{title}\n\n{body}"
    start = len(title) + 2
    report = Report(
        id="a" * 16,
        text=text,
        title=title,
        title_span=Span(0, len(title)),
        body=(Span(start, len(text)),),
        published="2024-05-14",
        language="en",
    )
    (event,) = reader.read(report).events
    return event.confidence
