"""What the word of a stand governs says how sure the network must be, on trees and hints made by hand."""

from __future__ import annotations

from .test_learned_bonds import hint, positions

HAILS = "Peru/Peru/PROPN/1/nsubj hails/praise/VERB/-1/root Chad/Chad/PROPN/1/obj"
CHAMPIONS = "Peru/Peru/PROPN/1/nsubj champions/champion/VERB/-1/root Chad/Chad/PROPN/1/obj"
HONOURS_DAM = "Peru/Peru/PROPN/1/nsubj cheers/cheer/VERB/-1/root dams/dam/NOUN/1/obj"
LOVES = (
    "Peru/Peru/PROPN/1/nsubj loves/love/VERB/-1/root moving/move/VERB/1/xcomp the/the/DET/4/det "
    "border/border/NOUN/2/obj"
)
SITS = (
    "Peru/Peru/PROPN/1/nsubj sits/sit/VERB/-1/root down/down/ADP/1/compound:prt to/to/PART/4/mark "
    "share/share/VERB/1/advcl rivers/river/NOUN/4/obj"
)
SPEAKS = (
    "Peru/Peru/PROPN/1/nsubj speaks/speak/VERB/-1/root up/up/ADP/1/compound:prt for/for/SCONJ/4/mark "
    "sharing/share/VERB/1/advcl rivers/river/NOUN/4/obj"
)
RULES_OUT = "Peru/Peru/PROPN/1/nsubj rules/rule/VERB/-1/root out/out/ADP/1/compound:prt dams/dam/NOUN/1/obj"
RULES = "Peru/Peru/PROPN/1/nsubj rules/rule/VERB/-1/root dams/dam/NOUN/1/obj"
BEFORE = "Chad/Chad/PROPN/1/nsubj scowls/scowl/VERB/-1/root at/at/ADP/3/case dams/dam/NOUN/1/obl"
INSISTS = "Kenya/Kenya/PROPN/1/nsubj insists/insist/VERB/-1/root"
INSISTS_THAT = (
    "Kenya/Kenya/PROPN/1/nsubj insists/insist/VERB/-1/root that/that/SCONJ/4/mark rain/rain/NOUN/4/nsubj "
    "fell/fall/VERB/1/ccomp"
)
WARY = (
    "Peru/Peru/PROPN/1/nsubj frets/fret/VERB/-1/root while/while/SCONJ/4/mark Chad/Chad/PROPN/4/nsubj "
    "digs/dig/VERB/1/advcl wells/well/NOUN/4/obj"
)


def told(written: str, word: int, stance: str, thing: int, share: float) -> list[tuple[str, str]]:
    found = positions((written, hint(word, stance, (0, "actor"), (thing, "recipient"), share=share)))
    return [(p.stance.value, p.question) for p in found]


def test_whoever_something_is_done_to_is_no_matter() -> None:
    assert told(HAILS, 1, "for", 2, 0.95) == []
    assert told(HONOURS_DAM, 1, "for", 2, 0.95) == [("for", "dams")]


def test_a_word_that_is_for_stands_may_be_on_somebody() -> None:
    assert told(CHAMPIONS, 1, "for", 2, 0.95) == [("for", "Chad")]


def test_who_does_something_else_there_is_no_matter() -> None:
    assert told(WARY, 1, "against", 3, 0.95) == []


def test_a_deed_that_hangs_on_the_word_is_a_matter_where_the_network_is_less_sure() -> None:
    assert told(LOVES, 1, "for", 2, 0.6) != []
    assert told(SPEAKS, 1, "for", 4, 0.6) != []
    assert told(HONOURS_DAM, 1, "for", 2, 0.6) == []
    assert told(LOVES, 1, "for", 2, 0.4) == []


def test_what_something_is_done_for_is_no_such_deed() -> None:
    assert told(SITS, 1, "against", 4, 0.6) == []


def test_a_particle_may_make_a_word_one_for_stands() -> None:
    assert told(RULES_OUT, 1, "against", 3, 0.4) == [("against", "dams")]
    assert told(RULES, 1, "against", 2, 0.4) == []


def test_a_word_with_a_complement_of_its_own_is_not_on_what_was_said_before() -> None:
    scowl = (BEFORE, hint(1, "against", (0, "actor"), (3, "recipient")))
    bare = positions(scowl, (INSISTS, hint(1, "for", (0, "actor"))))
    assert [p.holder for p in bare] == ["TCD", "KEN"]
    full = positions(scowl, (INSISTS_THAT, hint(1, "for", (0, "actor"))))
    assert [p.holder for p in full] == ["TCD"]
