"""Acts of a type that the user taught by examples: which words tell them, and who does it to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.codebook.events import NOUN_ACTOR, NOUN_RECIPIENT, EventType
from dragoman.coding.act import LIKENESS, Act
from dragoman.coding.hinted import at_part, unknown
from dragoman.coding.parties import Parties, Party
from dragoman.coding.syntax import fillers
from dragoman.coding.triggers import word_class
from dragoman.language.hints import ActHint
from dragoman.record import Status

_SUBJECT = ("subject",)
# Whom a verb falls upon: its object, else the first of these phrases that names an actor.
_OBJECT = ("object", "iobj", "against", "on", "to", "with", "from", "for", "in", "of", "object/of")


def own_acts(parties: Parties, types: Mapping[str, EventType]) -> Iterable[Act]:
    """Acts of taught types, surest first; of two words that hang on each other one tells the act."""
    s = parties.sentence
    marked = [(share, hint, name) for hint in s.acts for name, share in hint.own if name in types]
    taken: set[tuple[int, str]] = set()
    for share, hint, name in sorted(marked, key=lambda m: (-m[0], m[1].word)):
        word = s.words[hint.word]
        linked = {word.i, word.head, *(c.i for c in s.children(word.i))}
        if word_class(word) is not None and not any((i, name) in taken for i in linked):
            taken.add((word.i, name))
            yield _act(parties, hint, types[name], share)


def _act(parties: Parties, hint: ActHint, kind: EventType, share: float) -> Act:
    s = parties.sentence
    noun = word_class(s.words[hint.word]) == "nouns"
    actors, actor_steps = _parties(parties, hint, "actor", NOUN_ACTOR if noun else _SUBJECT, ())
    recipients, recipient_steps = _parties(
        parties, hint, "recipient", NOUN_RECIPIENT if noun else _OBJECT, actors
    )
    status = Status(hint.statuses[0][0]) if hint.statuses else Status.ACTUAL
    first = (
        f"“{s.words[hint.word].text}” is taken for {kind.event}, {LIKENESS} "
        f"{len(kind.taught.examples) if kind.taught else 0} examples ({share:.2f})"
    )
    told = f"told as {status.value}, as the head reads the sentence" if status is not Status.ACTUAL else ""
    known = (*actors, *recipients)
    return Act(
        event=kind.event,
        mode=None,
        trigger=hint.word,
        actors=actors,
        recipients=recipients,
        status=status,
        steps=tuple(x for x in (first, told, *actor_steps, *recipient_steps) if x),
        words=frozenset({hint.word}),
        top=hint.word,
        share=round(share, 3),
        learned=True,
        done_by=() if actors else unknown(parties, hint, "actor", known),
        aimed_at=unknown(parties, hint, "recipient", known),
    )


def _parties(
    parties: Parties, hint: ActHint, part: str, positions: tuple[str, ...], taken: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """The parties that the head sees, else those at the first position of the tree that has any."""
    gone = {p.actor for p in taken}
    seen = tuple(p for p in at_part(parties, hint, part) if p.actor not in gone)
    if seen:
        return seen, tuple(f"{part}: {p.actor}, as the head reads the sentence" for p in seen)
    for position in positions:
        found = parties.among(fillers(parties.sentence, hint.word, position))
        found = tuple(p for p in found if p.actor not in gone)
        if found:
            return found, (f"{part}: {', '.join(p.actor for p in found)} ({position})",)
    return (), ()
