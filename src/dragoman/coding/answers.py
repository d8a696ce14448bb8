"""To whom an answer goes: who turns down an offer turns down whoever made it.

"The government offered a vote, but the unions turned down *the proposal*"; "Kenya accused Uganda of theft.
Uganda denied *the charge*." The noun tells what is answered, and the last such act told of, in this sentence
or in the one before, tells by whom it was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.codebook.tree_words import tree_words
from dragoman.find.event_retold import Side
from dragoman.language.determiners import POINTING
from dragoman.language.parse import Sentence, Word
from dragoman.record import Event, Span

_ANSWERS = frozenset({"REJECT", "SUPPORT", "CONCEDE", "AGREE", "ACCUSE"})
_REFUSAL, _IT = "REJECT", frozenset({"it", "this", "that"})
_CHARGE = "ACCUSE"
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_SUMMING_UP = frozenset({"appos", "parataxis"})
_OWNS = ("nmod", "acl", "amod", "appos")


def with_answered(sentences: Sequence[Sentence], events: Sequence[Event], side: Side) -> tuple[Event, ...]:
    """The events, those that answer an act of another with whoever did it as recipient.

    ``side`` gives the state or organisation that an actor acts for: no state answers itself, though unions
    answer the government of theirs.
    """
    by_span = {s.span: (n, s) for n, s in enumerate(sentences)}
    kinds = _kinds()
    found: list[Event] = []
    told: list[tuple[int, Event]] = []
    for event in sorted(events, key=lambda e: e.evidence[0].trigger.start):
        n, sentence = by_span.get(event.evidence[0].sentence, (-1, None))
        noun = _answered(event, sentence, kinds) if sentence is not None else None
        asked = None if noun is None else _asked(event, n, kinds.get(noun.lemma.lower()), told, side)
        if noun is not None and asked is not None:
            event = _with(event, noun, asked)
        found.append(event)
        told.append((n, event))
    changed = {e.id: e for e in found}
    return tuple(changed[e.id] for e in events)


def _kinds() -> Mapping[str, frozenset[str]]:
    """For each noun that may be answered, the types of event that it may name."""
    words = tree_words()
    kinds = {word: frozenset({"AGREE", "CONCEDE", "CONSULT"}) for word in words.offers}
    kinds |= {word: frozenset({"REQUEST", "THREATEN"}) for word in words.requests}
    return kinds | {word: frozenset({"ACCUSE"}) for word in words.charges}


def _answered(event: Event, s: Sentence, kinds: Mapping[str, frozenset[str]]) -> Word | None:
    """The object that an event without a recipient answers: "turned down *the proposal*"."""
    if event.recipients or not event.actors or event.event not in _ANSWERS:
        return None
    if not any(lemma in kinds or text in _IT for lemma, text in s.forms()):
        return None
    verbs = s.covering(event.evidence[0].trigger)
    if (noun := _summed_up(s, verbs, kinds)) is not None:
        return noun
    for child in (c for v in verbs for c in s.children(v) if c.deprel in _OBJECTS):
        if event.event == _REFUSAL and child.text.lower() in _IT:
            return child
        below = s.children(child.i)
        bare = not any(c.deprel.startswith(_OWNS) for c in below)
        if child.lemma.lower() in kinds and bare and any(c.text.lower() in POINTING for c in below):
            return child
    return None


def _summed_up(s: Sentence, verbs: Iterable[int], kinds: Mapping[str, frozenset[str]]) -> Word | None:
    """The noun that sums up what was just told and is answered at once: "…, *a charge* rejected by Chad"."""
    for v in verbs:
        w = s.words[v]
        noun = s.words[w.head] if w.deprel in ("acl", "acl:relcl") else None
        if noun is None or noun.deprel not in _SUMMING_UP or noun.lemma.lower() not in kinds:
            continue
        if not any(c.deprel.startswith(("nmod", "acl")) and c.i != v for c in s.children(noun.i)):
            return noun
    return None


def _asked(
    event: Event,
    n: int,
    types: frozenset[str] | None,
    told: Iterable[tuple[int, Event]],
    side: Side,
) -> Event | None:
    """The last act of one of some types, by others, in the sentence or in the one before it.

    What is only "it" is a charge, and answered by those of whom it was made.
    """
    ours = {side(a) for a in event.actors} | set(event.actors)
    for m, before in reversed(tuple(told)):
        if n - m > 1:
            return None
        if types is None:
            theirs = {side(a) for a in before.recipients} | set(before.recipients)
            said = before.event == _CHARGE and before.actors and ours.isdisjoint(before.actors)
            if said and ours & (theirs - {None}):
                return before
        elif before.event in types and before.actors and ours.isdisjoint(before.actors):
            return before
    return None


def _with(event: Event, noun: Word, asked: Event) -> Event:
    evidence = event.evidence[0]
    spans: tuple[Span, ...] = evidence.recipient_spans or (noun.span,)
    names = ", ".join(asked.actors)
    step = f"recipient: {names}, whose act “{noun.text}” is"
    answered = (replace(evidence, recipient_spans=spans), *event.evidence[1:])
    return replace(event, recipients=asked.actors, evidence=answered, steps=(*event.steps, step))
