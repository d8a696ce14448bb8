"""Which acts can be kept by whoever undertakes them: no threat, no refusal and no idle phrase is a pledge."""

from __future__ import annotations

from dragoman.coding.commissive_book import Commissives
from dragoman.coding.commissives import Commitment
from dragoman.coding.parties import Parties
from dragoman.coding.pledge_reading import OPEN, PledgeReading
from dragoman.find.quotation_tree import Tree
from dragoman.record import Event, Strength

_HARM = frozenset({"THREATEN", "SANCTION", "COERCE", "ASSAULT"})


def can_be_kept(
    reading: PledgeReading, tree: Tree, parties: Parties, c: Commitment, event: Event | None, by: str
) -> bool:
    """Whether the act is one that can be kept: no threat, no refusal, no idle phrase."""
    lemma = tree.s.words[c.act].lemma.lower()
    if any(w.lemma.lower() in reading.words.fates.get(lemma, ()) for w in tree.below(c.act, "obj")):
        return False
    hostile = _is_hostile(reading, tree, parties, c, by)
    if c.negated:
        if lemma in reading.words.ceasing:
            return True  # who will not rest until it is done goes on
        kept = c.strength is Strength.VOW or (c.strength is Strength.PROMISE and not c.modal)
        kept = kept and tree.s.words[c.act].deprel != "obj"  # who offers no comment undertakes nothing
        return hostile or (kept and lemma not in reading.words.empty)
    if _is_threat(reading, tree, c, event):
        return False
    if event is not None and event.status in OPEN and not hostile and lemma not in reading.words.empty:
        return True
    return not hostile and lemma not in (reading.words.idle if c.modal else reading.words.empty)


def _is_threat(reading: PledgeReading, tree: Tree, c: Commitment, event: Event | None) -> bool:
    """Whether a bare future is told of harm to others: "will cut its aid", not "will ask the court".

    What somebody binds themselves to in words of promise or plan is theirs, however unwelcome to others:
    to ask, to refuse, to vote against and to march are undertaken as much as threatened.
    """
    if not c.modal or event is None or _goes_to_law(reading, tree, c.act):
        return False
    own = any(t.trigger.overlaps(tree.s.words[c.act].span) for t in event.evidence)
    return own and event.event in _HARM and "conflict" in (event.quad or "")


def _goes_to_law(reading: PledgeReading, tree: Tree, act: int) -> bool:
    """Whether an act is a step at law, which is undertaken, not threatened ("vowed to appeal")."""
    words = [tree.s.words[act], *tree.below(act, "obj", "obl")]
    stopped = any(w.lemma.lower() in reading.words.bills for w in tree.below(act, "obj"))
    return stopped or any(w.lemma.lower() in reading.words.lawful for w in words)


def _is_hostile(reading: PledgeReading, tree: Tree, parties: Parties, c: Commitment, by: str) -> bool:
    """Whether an act is one against another; what somebody does to their own is not ("burn his ladders").

    A measure that is harsh and no violence is undertaken where a word of promise or plan stands over it
    ("promised to ban hunting", "plans to sue").
    """
    act = c.act
    lemma = tree.s.words[act].lemma.lower()
    if not c.modal and not c.negated and lemma in reading.words.measures:
        cut = any(w.lemma.lower() in reading.words.lifelines for w in tree.below(act, "obj", "nsubj:pass"))
        return cut and lemma in reading.words.hostile_to
    if _wages(tree, act, reading.words):
        return True
    objects = [o.i for o in tree.below(act, "obj", "nsubj:pass", "obl")]
    owners = [p for o in objects for w in tree.below(o, "nmod:poss") if (p := parties.at(w.i)) is not None]
    if any(p.actor == by for p in owners) or any(
        tree.s.words[o].lemma.lower() in reading.words.bills for o in objects
    ):
        return False
    if lemma in reading.words.hostile_to:
        lifeline = any(tree.s.words[o].lemma.lower() in reading.words.lifelines for o in objects)
        return lifeline or any(parties.reached(o) for o in objects)
    return lemma in reading.words.hostile


def _wages(tree: Tree, act: int, words: Commissives) -> bool:
    """Whether an act goes on with or answers a hostile one: "keep attacking", "answer any attack"."""
    if tree.s.words[act].lemma.lower() not in words.waging:
        return False
    below = {c.lemma.lower() for c in tree.below(act, "xcomp", "obj", "obl")}
    return not (words.hostile.isdisjoint(below) and words.hostile_to.isdisjoint(below))
