"""How sure an event is: what the rule that found it was worth so far, and what the learned head says.

Both opinions are put on the scale of log-odds and weighed by logistic regression (Platt 1999), with weights
fitted on annotated sentences that taught neither; ``confidence.yaml`` holds them, ``docs/benchmarks.md``
says how they were fitted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter, mul
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml
from dragoman.values import value

_UNKNOWN = 0.6  # a rule that no annotated sentence has tested
_WEIGHT = 4.0  # sentences that the mean of a type counts for, when a rule has few of its own
_LEAST, _MOST = 0.002, 0.998
_POSITIONS = ("position_threshold", "doubtful_position_threshold")
# What a file written before the words around were weighed holds; it weighs the rest at nothing.
_NEEDED = ("bias", "rule", "head", "rival", "actor", "recipient", "unreal", "known")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one kind of act in log-odds; ``bias`` is the constant."""

    bias: float = 0.0
    rule: float = 0.0
    head: float = 0.0
    rival: float = 0.0
    actor: float = 0.0
    recipient: float = 0.0
    unreal: float = 0.0
    known: float = 0.0
    uneventful: float = 0.0
    company: float = 0.0
    tells: float = 0.0

    def share(self, seen: Seen) -> float:
        """The share of such acts that are right, between 0.02 and 0.98."""
        total = self.bias + sum(map(mul, self.values, seen.values))
        return round(min(0.98, max(0.02, 1.0 / (1.0 + math.exp(-total)))), 3)

    @property
    def values(self) -> tuple[float, ...]:
        """The weights without the constant, in the order of ``Seen.values``."""
        values: tuple[float, ...] = _weighed(self)
        return values


@value
class Seen:
    """What is known of an act: shares (0–1) of the rule, the head, the head's best other type, and parties.

    ``rule`` is 0 where no rule found it; ``unreal`` says that it is told as anything but done,
    ``known`` that a party stands in a gazetteer. ``uneventful`` is how much the words around it are those of
    sentences that report nothing (log-odds, 0 or more), ``company`` whether another word there tells an act,
    ``tells`` how much the states of word and sentence speak for one (log-odds, `language.tells`).
    """

    rule: float
    head: float
    rival: float
    actor: bool
    recipient: bool
    unreal: bool
    known: bool = False
    uneventful: float = 0.0
    company: bool = False
    tells: float = 0.0

    @property
    def values(self) -> tuple[float, ...]:
        """The same as numbers; shares as log-odds."""
        rule = odds(self.rule) if self.rule else 0.0
        parties = (self.actor, self.recipient, self.unreal, self.known)
        return rule, odds(self.head), odds(self.rival), *parties, self.uneventful, self.company, self.tells


_weighed = attrgetter(
    "rule", "head", "rival", "actor", "recipient", "unreal", "known", "uneventful", "company", "tells"
)


def odds(share: float) -> float:
    """The log-odds of a share, which is kept off 0 and 1.

    ``share`` is a part of one, and the logarithm the natural one.
    """
    kept = min(_MOST, max(_LEAST, share))
    return math.log(kept / (1.0 - kept))


@dataclass(frozen=True, slots=True)
class Confidence:
    """The weights, and how often each rule and the rules of each type were right.

    ``told_codebook``, ``told_learned`` and ``told_threshold`` are the weights and the threshold of sentences
    that are known to tell something: an act overlooked costs more there than one seen where there is none.
    ``tested`` maps a rule's name to the events that it found in annotated sentences and how many of them
    were right; a type's own name holds the sum over its rules. ``uneventful`` are words with how much they
    speak for a sentence that reports nothing (log-odds; below 0 they speak against it).
    ``position_threshold`` is how sure a position must be whose words tell it, ``doubtful_position_threshold``
    one that they leave in doubt (`coding.stance_surety`).
    """

    codebook: Weights = field(default_factory=lambda: Weights(rule=1.0))
    learned: Weights = field(default_factory=lambda: Weights(head=1.0))
    tested: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    threshold: float = 0.5
    uneventful: Mapping[str, float] = field(default_factory=dict)
    told_codebook: Weights | None = None
    told_learned: Weights | None = None
    told_threshold: float | None = None
    position_threshold: float = 0.35
    doubtful_position_threshold: float = 0.5

    def of_rules(self, *, telling: bool) -> Weights:
        """The weights of what a rule found, in a sentence that is known to tell something or in any."""
        return self.told_codebook if telling and self.told_codebook is not None else self.codebook

    def of_head(self, *, telling: bool) -> Weights:
        """The weights of what the head alone found, likewise."""
        return self.told_learned if telling and self.told_learned is not None else self.learned

    def everyday(self, written: Iterable[str]) -> float:
        """How much the words of a sentence, in small letters, are those of sentences that report nothing.

        In log-odds, each word counted once; 0 where they are rather those of sentences that tell an act.
        """
        if not self.uneventful:
            return 0.0
        return max(0.0, sum(self.uneventful.get(word, 0.0) for word in written))

    def worth(self, rule: str, event: str) -> float:
        """The share of a rule's events that were right, drawn to its type's where few are known."""
        found, right = self.tested.get(event, (0, 0))
        mean = (right + _UNKNOWN * _WEIGHT) / (found + _WEIGHT)
        found, right = self.tested.get(rule, (0, 0))
        return (right + mean * _WEIGHT) / (found + _WEIGHT)


def load_confidence(path: Path) -> Confidence:
    """The figures of a codebook; where there is no file, the rules alone decide.

    Raises:
        CodebookError: naming file and line.
    """
    if not path.exists():
        return Confidence()
    with Fields(load_yaml(path)) as f:
        return Confidence(
            codebook=_weights(f.need("codebook")),
            learned=_weights(f.need("learned")),
            threshold=f.need("threshold").number(),
            tested={name: _tested(node) for name, node in f.need("tested").mapping().items()},
            uneventful=_uneventful(f.get("uneventful")),
            told_codebook=_maybe(f.get("told_codebook")),
            told_learned=_maybe(f.get("told_learned")),
            told_threshold=f.number("told_threshold"),
            **{key: n for key in _POSITIONS if (n := f.number(key)) is not None},
        )


def _maybe(node: Node | None) -> Weights | None:
    return None if node is None else _weights(node)


def _weights(node: Node) -> Weights:
    with Fields(node) as f:
        must = {name: f.need(name).number() for name in _NEEDED}
        more = {name: f.number(name) or 0.0 for name in Weights.__slots__ if name not in must}
        return Weights(**must, **more)


def _uneventful(node: Node | None) -> dict[str, float]:
    return {word: weight.number() for word, weight in node.mapping().items()} if node else {}


def _tested(node: Node) -> tuple[int, int]:
    items = [int(n.number()) for n in node.items()]
    if len(items) != 2 or not 0 <= items[1] <= items[0]:
        raise node.error("expected two numbers: found and right", "write [12, 9]")
    return items[0], items[1]
