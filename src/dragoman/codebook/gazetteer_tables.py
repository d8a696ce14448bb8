"""The plain tables that the gazetteer's YAML is read into, and the codes that they may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dragoman.codebook.name_words import key_of
from dragoman.codebook.yamlfile import Node

KINDS = ("state", "organisation", "body", "force", "group", "person")
SECTORS = (
    *(
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
    ),
    *("EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"),
)


Row = list[str | None]


@dataclass(slots=True)
class Tables:
    """What the files say, while they are being read; ``needed`` are ids that must exist in the end.

    ``alike`` are the organisations that have another's members, each with the other and those without whom,
    and ``filled`` those of them that have been given these members.
    """

    entries: dict[str, list[Any]] = field(default_factory=dict)
    roles: list[list[Any]] = field(default_factory=list)
    holders: dict[str, list[Any]] = field(default_factory=dict)
    terms: dict[str, list[list[str]]] = field(default_factory=dict)
    ambiguous: dict[str, list[list[Any]]] = field(default_factory=dict)
    modifiers: dict[str, list[Any]] = field(default_factory=dict)
    instruments: list[list[str]] = field(default_factory=list)
    readings: dict[str, list[str]] = field(default_factory=dict)
    needed: list[tuple[Node, str]] = field(default_factory=list)
    places: dict[str, Node] = field(default_factory=dict)
    alike: dict[str, tuple[Node, tuple[Node, ...]]] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)

    def term(self, name: str, what: str, ref: str, form: str) -> None:
        """Make a name stand for something."""
        key, case = key_of(name)
        row = [what, ref, form, case]
        if key and row not in self.terms.setdefault(key, []):
            self.terms[key].append(row)

    def plain(self) -> dict[str, Any]:
        """The tables without what only checking needs."""
        kept = ("entries", "roles", "holders", "terms", "ambiguous", "modifiers", "instruments", "readings")
        return {name: getattr(self, name) for name in kept}
