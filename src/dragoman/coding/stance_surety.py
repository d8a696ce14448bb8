"""How sure a stand is that rules or network have read, and whether it is sure enough to be kept.

Rules know words of stance, the network the words around them. Neither is always right; a head that was fitted
on annotated stands (`language.stands`) weighs what both say with the words themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from dragoman.coding.hinted import words_of
from dragoman.coding.stance_paths import Taken
from dragoman.language.parse import Sentence
from dragoman.language.stands import States
from dragoman.record import Position, Stance

FIGURES = (
    "network",  # whether only the network reads it
    "doubtful",  # whether the words alone would not do
    "share",  # how sure the network is that one of its words takes this stand
    "any",  # … that one of its words takes any stand
    "best",  # … that any word of the sentence takes this stand
    "holder",  # … of a stand of the same holder
    "matter",  # … of a stand on the same matter
    "act",  # … of an act told by one of its words
    "tells",  # log-odds of an act (`language.tells`)
    "actor",  # whether the matter is an actor
    "title",  # whether a headline tells it
    "named",  # whether a file of the codebook has the question, or the words say enough
    "undoing",
    "ought",
    "once",  # whether it is told as an act of its day
    "path",  # of how many words it was read
    "within",  # the share of the question's words that the sentence has
    "for",
    "against",
    "neutral",
    "words",  # of the sentence
    "question",  # its words
)
_OF = ("obj", "nmod", "xcomp", "obl", "acl", "compound", "amod")
_NOTHING = -9.0  # log-odds where nobody looked
_NOBODY = -1
NOT_ENOUGH = 0.0
"""The confidence of a stand that is not to be kept."""


class Head(Protocol):
    """What says how sure a stand is from its figures and the states of its words."""

    def share(self, known: tuple[float, ...], states: States) -> float:
        """0 to 1."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Who says how sure a stand is, and how sure it must be (0-1) to be kept.

    ``least`` is asked of a stand whose words tell it, ``doubtful`` of one that they leave in doubt.
    """

    head: Head
    least: float
    doubtful: float

    def share(self, s: Sentence, stand: Taken, known: tuple[float, ...], holder: int) -> float | None:
        """How sure a stand is; None where its sentence's states are not known."""
        states = s.states
        if states is None or len(states) != len(s.words):
            return None
        nobody = np.zeros_like(states[0])
        of_holder = nobody if holder == _NOBODY else states[holder]
        thing = _thing(s, stand.topic)
        of_thing = nobody if thing is None else states[thing]
        words = (stand.path[0], stand.path[-1])
        told = np.stack([*(states[k] for k in words), of_holder, states[stand.topic], of_thing])
        return self.head.share(known, told)

    def asked(self, stand: Taken) -> float:
        """How sure a stand must be to be kept."""
        return self.doubtful if stand.doubtful else self.least


def _thing(s: Sentence, topic: int) -> int | None:
    """What a matter is of, or is done to: "withdrawal of *troops*", "to scrap the *law*"."""
    own = {c.deprel: c.i for c in reversed(s.children(topic))}
    return next((own[kind] for kind in _OF if kind in own), None)


def is_kept(position: Position) -> bool:
    """Whether a position is sure enough; one of which nobody knows how sure it is stays."""
    return position.confidence != NOT_ENOUGH


def figures(s: Sentence, stand: Taken, holder: int, *, on_actor: bool, in_title: bool) -> tuple[float, ...]:
    """What is known of a stand, in the order of `FIGURES`; ``holder`` is its holder's word, -1 for none."""
    own = [h for h in s.stances if h.word in stand.path]
    shares = [share for h in own for kind, share in h.kinds if kind == stand.stance]
    everywhere = [share for h in s.stances for kind, share in h.kinds if kind == stand.stance]
    asked = stand.asked.phrase.lower().split()
    written = {text for _, text in s.forms()}
    return (
        float(stand.network),
        float(stand.doubtful),
        max(shares, default=0.0),
        max((h.share for h in own), default=0.0),
        max(everywhere, default=0.0),
        max((h.share for h in s.stances if holder in words_of(h, "actor")), default=0.0),
        max((h.share for h in s.stances if stand.topic in words_of(h, "recipient")), default=0.0),
        max((h.share for h in s.acts if h.word in stand.path), default=0.0),
        max((s.tells[k] for k in stand.path), default=_NOTHING) if s.tells else _NOTHING,
        float(on_actor),
        float(in_title),
        float(stand.named),
        float(stand.undoing),
        float(stand.ought),
        float(stand.once),
        float(len(stand.path)),
        sum(w in written for w in asked) / max(1, len(asked)),
        float(stand.stance is Stance.FOR),
        float(stand.stance is Stance.AGAINST),
        float(stand.stance is Stance.NEUTRAL),
        float(len(s.words)),
        float(len(asked)),
    )
