"""Pledges and positions that only the network sees, on trees and hints made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.pledges import find_pledges
from dragoman.coding.stances import find_positions
from dragoman.coding.statements import Heard
from dragoman.language.hints import BondHint, Part
from dragoman.language.parse import Sentence
from dragoman.record import Pledge, Position

from .conftest import actors_in, cast_of, report_of
from .test_repair import tree

CAST = (
    ("PER", "Peru", ("Peru",), "state"),
    ("TCD", "Chad", ("Chad",), "state"),
    ("KEN", "Kenya", ("Kenya",), "state"),
)
OWES = "Peru/Peru/PROPN/1/nsubj owes/owe/VERB/-1/root Chad/Chad/PROPN/1/iobj grain/grain/NOUN/1/obj"
CRUSH = (
    "Chad/Chad/PROPN/1/nsubj vowed/vow/VERB/-1/root to/to/PART/3/mark crush/crush/VERB/1/xcomp "
    "Peru/Peru/PROPN/3/obj"
)
MEET = "Peru/Peru/PROPN/2/nsubj will/will/AUX/2/aux meet/meet/VERB/-1/root Chad/Chad/PROPN/2/obj"
SCOWLS = "Peru/Peru/PROPN/1/nsubj scowls/scowl/VERB/-1/root at/at/ADP/3/case dams/dam/NOUN/1/obl"
SCOWLS_AT_IT = "Kenya/Kenya/PROPN/1/nsubj scowls/scowl/VERB/-1/root at/at/ADP/3/case it/it/PRON/1/obl"
SHRUGS = "Kenya/Kenya/PROPN/1/nsubj shrugs/shrug/VERB/-1/root"


def hint(word: int, kind: str, *parts: tuple[int, str], share: float = 0.9) -> BondHint:
    return BondHint(word, ((kind, share),), tuple(Part(i, part, 0.9) for i, part in parts))


def after(s: Sentence, n: int) -> Sentence:
    """The same sentence ``n`` characters further on."""
    words = tuple(replace(w, span=type(w.span)(w.span.start + n, w.span.end + n)) for w in s.words)
    span = type(s.span)(s.span.start + n, s.span.end + n)
    return Sentence(span, words, pledges=s.pledges, stances=s.stances)


def text_of(*sentences: Sentence) -> str:
    return " ".join(w.text for s in sentences for w in s.words)


def pledges(written: str, *hints: BondHint) -> tuple[Pledge, ...]:
    s = replace(tree(written), pledges=hints)
    report = report_of(text_of(s))
    found, heard = actors_in(report.text, *CAST), Heard((), ())
    return find_pledges(report, cast_of([s], found, heard), heard, (), found)


def positions(*told: tuple[str, BondHint]) -> tuple[Position, ...]:
    sentences: list[Sentence] = []
    for written, held in told:
        start = sentences[-1].span.end + 1 if sentences else 0
        sentences.append(after(replace(tree(written), stances=(held,)), start))
    report = report_of(text_of(*sentences))
    found = actors_in(report.text, *CAST)
    return find_positions(report, cast_of(sentences, found, Heard((), ())), found)


def test_a_pledge_that_no_rule_words_says_who_undertakes_it() -> None:
    [pledge] = pledges(OWES, hint(1, "promise", (0, "actor"), (2, "recipient")))
    assert (pledge.by, pledge.to, pledge.strength.value) == ("PER", ("TCD",), "promise")
    assert pledge.reason == "the network reads “owes” as what “Peru” undertakes (0.90 sure)"


def test_a_pledge_that_is_not_sure_is_none() -> None:
    assert pledges(OWES, hint(1, "promise", (0, "actor"), share=0.5)) == ()


def test_where_the_network_names_nobody_the_subject_undertakes() -> None:
    [pledge] = pledges(OWES, hint(1, "promise"))
    assert pledge.by == "PER"


@pytest.mark.parametrize("written", [CRUSH, MEET])
def test_what_a_rule_has_judged_to_be_none_stays_none(written: str) -> None:
    word = next(i for i, w in enumerate(tree(written).words) if w.text in ("crush", "meet"))
    assert pledges(written, hint(word, "vow", (0, "actor"))) == pledges(written)


def test_a_stand_that_no_rule_words_is_on_its_object() -> None:
    [position] = positions((SCOWLS, hint(1, "against", (0, "actor"), (3, "recipient"))))
    assert (position.holder, position.question, position.stance.value) == ("PER", "dams", "against")
    assert position.reason == "the network reads “scowls” as against “dams” (0.90 sure)"


def test_what_is_done_once_is_no_stand_and_what_is_done_again_is() -> None:
    once = "Peru/Peru/PROPN/1/nsubj hailed/hail/VERB/-1/root/Tense=Past dams/dam/NOUN/1/obj"
    always = (
        "Peru/Peru/PROPN/2/nsubj always/always/ADV/2/advmod hailed/hail/VERB/-1/root/Tense=Past "
        "dams/dam/NOUN/2/obj"
    )
    assert positions((once, hint(1, "for", (0, "actor"), (2, "recipient")))) == ()
    [position] = positions((always, hint(2, "for", (0, "actor"), (3, "recipient"))))
    assert (position.holder, position.question) == ("PER", "dams")


def test_it_is_what_the_sentence_before_took_a_stand_on() -> None:
    first = (SCOWLS, hint(1, "against", (0, "actor"), (3, "recipient")))
    it = (SCOWLS_AT_IT, hint(1, "against", (0, "actor"), (3, "recipient")))
    assert [(p.holder, p.question) for p in positions(first, it)] == [("PER", "dams"), ("KEN", "dams")]
    assert positions(it) == ()


def test_a_stand_without_an_object_is_on_nothing_told_long_before() -> None:
    first = (SCOWLS, hint(1, "against", (0, "actor"), (3, "recipient")))
    between = (SHRUGS, hint(1, "against", share=0.2))
    bare = (SHRUGS, hint(1, "against", (0, "actor")))
    assert [p.holder for p in positions(first, bare)] == ["PER", "KEN"]
    assert [p.holder for p in positions(first, between, bare)] == ["PER"]


def test_nobody_takes_a_stand_on_themselves() -> None:
    assert positions((OWES, hint(1, "for", (0, "actor"), (0, "recipient")))) == ()
