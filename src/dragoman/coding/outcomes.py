"""What came of an act is no second act: who was killed in a raid is told with the raid.

The verbs that tell an outcome stand in the codebook (``outcomes`` of a type). Where one hangs on a word that
tells an act of the type, or the other way round, both are one act, which keeps the parties, the mode and the
words of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.codebook.events import EventType
from dragoman.coding.act import Act
from dragoman.coding.parties import Parties, Party
from dragoman.coding.syntax import objects
from dragoman.language.parse import Sentence
from dragoman.record import Dropped

_MEANS = frozenset({"in", "during", "by", "from"})  # killed in a raid, by a blast
_PARTICIPLES = frozenset({"Part", "Ger"})


def with_outcomes(
    s: Sentence, acts: Sequence[Act], types: Mapping[str, EventType]
) -> tuple[list[Act], list[Dropped]]:
    """The acts with what came of them joined to them, and what is no act of its own any more."""
    kept, dropped = list(acts), list[Dropped]()
    for outcome in acts:
        if outcome not in kept or not _is_outcome(s, outcome, types):
            continue
        deed = next((a for a in kept if _one_act(s, a, outcome, types)), None)
        if deed is None:
            continue
        leads = _in_the_deed(s, outcome, deed)
        first, second = (outcome, deed) if leads else (deed, outcome)
        kept[kept.index(first)] = joined(s, first, second)
        kept.remove(second)
        told = f"one act with “{s.words[first.trigger].text}”: the deed and what came of it"
        dropped.append(Dropped("coding", s.words[second.trigger].span, told))
    return kept, dropped


def with_victims(parties: Parties, acts: Sequence[Act], types: Mapping[str, EventType]) -> list[Act]:
    """The acts, each deed done to nobody told of with those to whom something came of it.

    "Shelled a market, *killing* nine *traders*": where that is no act of its own, they are still whom it hit.
    """
    return [_with_victims(parties, act, types) for act in acts]


def _with_victims(parties: Parties, act: Act, types: Mapping[str, EventType]) -> Act:
    outcomes = types[act.event].outcomes
    if not outcomes or act.recipients or act.reciprocal or act.negated:
        return act
    s, taken = parties.sentence, {p.actor for p in act.actors}
    for c in s.children(act.trigger):
        if c.deprel != "advcl" or c.lemma.lower() not in outcomes or c.feat("VerbForm") not in _PARTICIPLES:
            continue
        if any(g.deprel.startswith("nsubj") for g in s.children(c.i)):
            continue
        found = tuple(p for p in parties.among(objects(s, c.i)) if p.actor not in taken)
        if found:
            named = ", ".join(p.actor for p in found)
            return act.but(recipients=found).with_step(f"recipient: {named}, of whom “{c.text}” tells")
    return act


def _is_outcome(s: Sentence, act: Act, types: Mapping[str, EventType]) -> bool:
    return s.words[act.trigger].lemma.lower() in types[act.event].outcomes


def _one_act(s: Sentence, deed: Act, outcome: Act, types: Mapping[str, EventType]) -> bool:
    """Whether two acts are a deed and its outcome, told of the same doers."""
    if deed.trigger == outcome.trigger or (deed.event, deed.status) != (outcome.event, outcome.status):
        return False
    if _is_outcome(s, deed, types) or deed.negated or outcome.negated:
        return False
    doers, others = ({p.actor for p in a.actors} for a in (deed, outcome))
    if doers and others and not doers & others:
        return False
    if not others and _sides(deed.actors) & _sides(outcome.recipients):
        return False  # the raid in which two of the raiders were killed
    return _hangs_on(s, outcome, deed, types) or _in_the_deed(s, outcome, deed)


def _sides(parties: Sequence[Party]) -> set[str]:
    """The states or organisations that some parties are or belong to."""
    return {p.actor.partition(".")[0] for p in parties}


def _hangs_on(s: Sentence, outcome: Act, deed: Act, types: Mapping[str, EventType]) -> bool:
    """Whether it stands in a clause of the deed: a raid *that killed ten*; they fired, *killing ten*."""
    at = s.words[outcome.trigger]
    while at.deprel == "conj" and s.words[at.head].lemma.lower() in types[outcome.event].outcomes:
        at = s.words[at.head]
    if at.head not in {deed.trigger, deed.top, *deed.words}:
        return False
    if at.deprel.startswith("acl"):
        return True
    own_subject = any(c.deprel.startswith("nsubj") for c in s.children(at.i))
    return at.deprel == "advcl" and not own_subject and at.feat("VerbForm") in _PARTICIPLES


def _in_the_deed(s: Sentence, outcome: Act, deed: Act) -> bool:
    """Whether the deed is told as that in which it happened: ten were killed *in a raid*."""
    noun = s.words[deed.trigger]
    if noun.head != outcome.trigger or not noun.deprel.startswith("obl"):
        return False
    return any(c.deprel == "case" and c.lemma.lower() in _MEANS for c in s.children(noun.i))


def joined(s: Sentence, first: Act, second: Act) -> Act:
    """The act that leads, with what only the other tells."""
    mode, cameo = (first.mode, first.cameo) if first.mode else (second.mode, second.cameo)
    return first.but(
        mode=mode,
        cameo=cameo if mode else first.cameo,
        actors=first.actors or second.actors,
        recipients=first.recipients or second.recipients,
        done_by=first.done_by or second.done_by,
        aimed_at=first.aimed_at or second.aimed_at,
        words=first.words | second.words,
        share=max(first.share, second.share),
        steps=(*first.steps, f"“{s.words[second.trigger].text}” tells of the same act"),
    )
