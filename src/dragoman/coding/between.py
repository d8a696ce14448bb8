"""What a sentence tells between two marked parties: the learned head for pairs, and the codebook beside it.

Who knows actor and recipient beforehand asks only for the type. The head answers from one unmarked pass; an
event of the codebook between the same two adds to its type's odds what such events have proved to be worth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.language.pairs import Told
from dragoman.language.parse import Sentence
from dragoman.record import Event, Span

NOTHING = "_"
# How much an event that the reading found counts, by how many of its parties stand where the marks do:
# fitted on the part of our own corpus that calibrates.
_WORTH = {2: 0.7, 1: 0.3, 0: 0.0}


@dataclass(frozen=True, slots=True)
class Between:
    """The likeliest act between two parties: PLOVER type, mode, status, share (0–1), the reason in words."""

    event: str
    mode: str | None
    status: str
    share: float
    reason: str


def between(
    sentence: Sentence,
    told: Told,
    events: Sequence[Event],
    actors: Sequence[Span],
    recipients: Sequence[Span],
    worth: dict[int, float] | None = None,
) -> Between:
    """The act between two parties of a sentence.

    ``told`` is the head's answer for the pair, ``events`` are those that the reading found in the sentence.
    """
    worth = worth or _WORTH
    scores = {name: math.log(max(share, 1e-6)) for name, share in told.types.items() if name != NOTHING}
    votes: dict[str, tuple[float, Event]] = {}
    for event in events:
        vote = worth[roles(event, actors, recipients)] * (0.5 + event.confidence)
        if event.event in scores and vote > votes.get(event.event, (0.0, event))[0]:
            votes[event.event] = (vote, event)
    for name, (vote, _) in votes.items():
        scores[name] += vote
    total = math.log(sum(math.exp(v) for v in scores.values()))
    ranked = sorted(scores, key=lambda name: -scores[name])
    best, runner = ranked[0], ranked[1]
    voted = votes.get(best)
    word = told.words[0][0]
    hint = sentence.hint(word)
    mode = voted[1].mode if voted else (hint.mode if hint and hint.of(best) > 0.2 else None)
    status = voted[1].status.value if voted else max(told.statuses, key=lambda s: told.statuses[s])
    reason = (
        f"the head for pairs gives {best} {told.types[best]:.2f}, by “{sentence.words[word].text}”"
        f"; next {runner} {told.types[runner]:.2f}"
    )
    if voted:
        reason += f"; {voted[1].why}"
    return Between(best, mode, status, round(math.exp(scores[best] - total), 4), reason)


def roles(event: Event, actors: Sequence[Span], recipients: Sequence[Span]) -> int:
    """How many of an event's two roles stand where the marks do."""
    who = [s for e in event.evidence for s in e.actor_spans]
    whom = [s for e in event.evidence for s in e.recipient_spans]
    straight = _meet(who, actors) + (_meet(whom, recipients) or (not whom and _meet(who, recipients)))
    return int(straight)


def _meet(ours: Sequence[Span], marked: Sequence[Span]) -> bool:
    return any(o.overlaps(m) for o in ours for m in marked)
