"""Whom a foreign power's act concerns in a report that is all of one state.

"Paris froze military aid", "Britain demanded a return to civilian rule": where a report tells of Mali and of
hardly anybody else, these are said and done to Mali, though the sentence need not say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from dragoman.codebook.tree_words import tree_words
from dragoman.find.state_told_of import state_told_of
from dragoman.language.parse import Sentence
from dragoman.record import Actor, ActorKind, Event, Mention

# What one power does about another; a promise, a visit or a vote may be about anything.
_TOWARDS = frozenset({"SANCTION", "AID", "ACCUSE", "REQUEST"})
_GOVERNS = "GOV"
_POWERS = frozenset({ActorKind.STATE, ActorKind.ORGANISATION})
_CODE = 3  # letters of a state
_WHOLE = 0.55  # how much of what a report names must be of one state


def with_concerned(
    sentences: Sequence[Sentence],
    events: Sequence[Event],
    mentions: Iterable[Mention],
    actors: Mapping[str, Actor],
) -> tuple[Event, ...]:
    """The events, those of foreign powers to nobody in particular with the state told of as recipient."""
    told = (actors.get(m.actor or "") for m in mentions)
    counted = Counter(a.state for a in told if a is not None and a.state is not None)
    by_span = {s.span: s for s in sentences}
    return tuple(_concerning(e, by_span.get(e.evidence[0].sentence), counted, actors) for e in events)


def _concerning(
    event: Event, sentence: Sentence | None, counted: Counter[str], actors: Mapping[str, Actor]
) -> Event:
    if event.event not in _TOWARDS or event.recipients or not event.actors:
        return event
    if sentence is None or not _is_done_to_it(event, sentence):
        return event
    powers = [a for i in event.actors if (a := actors.get(i)) is not None and _is_power(a)]
    home = _home(counted, {a.state for a in powers})
    if home is None or _is_organisation(actors.get(home)) or len(powers) != len(event.actors):
        return event
    step = f"recipient: {home}, of whom the report tells"
    return replace(event, recipients=(home,), steps=(*event.steps, step))


def _is_organisation(actor: Actor | None) -> bool:
    """Whether an id of three letters is no state's: what is said at the WTO is not said to it."""
    return actor is not None and actor.kind is ActorKind.ORGANISATION


def _is_done_to_it(event: Event, s: Sentence) -> bool:
    """Whether a verb tells the act, and no deed by which the state suffered: "condemned the raid"."""
    verbs = [i for i in s.covering(event.evidence[0].trigger) if s.words[i].upos == "VERB"]
    if not verbs:
        return False
    objects = [c.lemma.lower() for i in verbs for c in s.children(i) if c.deprel in ("obj", "nsubj:pass")]
    return _suffered_or_hostile().isdisjoint(objects)


@cache
def _suffered_or_hostile() -> frozenset[str]:
    """The deeds by which a state suffers, and its adversaries; joined once a process."""
    words = tree_words()
    return ((words.harm | words.attacks) - words.by_authority) | words.adversaries


def _is_power(actor: Actor) -> bool:
    """Whether somebody acts for a state or an organisation: itself, its government, or a minister."""
    return actor.state is not None and (actor.kind in _POWERS or actor.sector == _GOVERNS)


def _home(counted: Counter[str], but: Set[str | None]) -> str | None:
    """The state that is most of what a report names beside those who act, if it is no actor's own."""
    others = Counter({state: n for state, n in counted.items() if state not in but})
    state = state_told_of(others, _WHOLE)
    if state is None or len(state) != _CODE:
        return None
    return state if all(others[state] >= counted[b] for b in but if b is not None) else None
