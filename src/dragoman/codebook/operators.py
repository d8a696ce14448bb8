"""Operators: words that say in what mode an act is spoken of (promised, asked, refused, feared, begun).

``codebooks/operators.yaml`` lists them. An operator stands over an act (its complement) and yields
either the act itself with another status (``begin``, ``may``), or an event of its own made from the act
(a promise of aid is AGREE, a promise of attack is THREATEN: PLOVER manual, section AGREE).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml
from dragoman.record import Status

CONTROLS = ("subject", "object", "none")


@dataclass(frozen=True, slots=True)
class Operator:
    """One family of words over an act and what it makes of the act.

    ``complements`` are UD relations, or prepositions written ``of``, ``for``, ``from`` …, at which the act
    hangs. ``status`` is what the act becomes. ``becomes`` maps the act's type (or ``default``) to the type
    of the event that the operator makes of it; an act whose type maps to nothing keeps its own.
    ``alone`` is the type coded when the complement reports no act that the codebook knows.
    ``tells`` is true where the complement is told as having happened, on the speaker's word.
    ``bare`` is true where the operator may stand alone: "but Rabat has refused".
    ``charge`` is true where the complement is what the actor is charged with; who is named there has no part.
    ``own_actors`` is true where the operator has actor and recipient of its own (who asks whom).
    """

    id: str
    means: str
    verbs: tuple[tuple[str, ...], ...]
    nouns: tuple[tuple[str, ...], ...]
    adjectives: tuple[tuple[str, ...], ...]
    complements: tuple[str, ...]
    control: str
    status: Status | None
    own_status: Status | None
    becomes: dict[str, str]
    modes: dict[str, str]
    alone: str | None
    own_actors: bool
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    light: bool
    bare: bool
    tells: bool
    charge: bool
    manual: str | None
    path: Path
    line: int

    def outcome(self, event: str) -> str | None:
        """The type that an act of type ``event`` becomes under this operator, or None to keep its own."""
        return self.becomes.get(event, self.becomes.get("default"))


@dataclass(frozen=True, slots=True)
class Operators:
    """The operators with the modals, negators and conditional markers.

    What ``approximators`` ("almost") stand before was not done, but for verbs of ``degrees`` ("doubled").
    """

    operators: tuple[Operator, ...]
    modals: dict[str, Status]
    negators: frozenset[str]
    conditionals: frozenset[str]
    approximators: frozenset[str]
    degrees: frozenset[str]


def load_operators(path: Path) -> Operators:
    """The operators of a codebook.

    Raises:
        CodebookError: naming file and line.
    """
    with Fields(load_yaml(path)) as f:
        return Operators(
            operators=tuple(_operator(item) for item in f.items("operators")),
            modals={k: _status(v) for k, v in f.need("modals").mapping().items()},
            negators=frozenset(f.texts("negators")),
            conditionals=frozenset(f.texts("conditionals")),
            approximators=frozenset(f.texts("approximators")),
            degrees=frozenset(f.texts("degrees")),
        )


def _status(node: Node) -> Status:
    try:
        return Status(node.text())
    except ValueError:
        raise node.error(f"`{node.value}` is no status", "use one of: " + ", ".join(Status)) from None


def _operator(node: Node) -> Operator:
    with Fields(node) as f:
        status, own = f.get("status"), f.get("own-status")
        return Operator(
            id=f.need("id").text(),
            means=f.need("means").text().strip(),
            verbs=_words(f, "verbs"),
            nouns=_words(f, "nouns"),
            adjectives=_words(f, "adjectives"),
            complements=f.texts("complements"),
            control=f.choice("control", CONTROLS, "subject") or "subject",
            status=_status(status) if status else None,
            own_status=_status(own) if own else None,
            becomes=_texts(f.get("becomes")),
            modes=_texts(f.get("modes")),
            alone=f.text("alone"),
            own_actors=f.flag("own-actors"),
            actor=f.texts("actor") or ("subject",),
            recipient=f.texts("recipient"),
            light=f.flag("light"),
            bare=f.flag("bare"),
            tells=f.flag("tells"),
            charge=f.flag("charge"),
            manual=f.text("manual"),
            path=node.path,
            line=node.line,
        )


def _words(f: Fields, key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(t.lower().split()) for t in f.texts(key))


def _texts(node: Node | None) -> dict[str, str]:
    return {k: v.text() for k, v in node.mapping().items()} if node else {}
