"""The nouns by which a report comes back to what it told of, read from ``codebooks/recurring.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.codebook.yamlfile import Fields, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "recurring.yaml"
_PLACE_KINDS = ("capital", "city", "region", "county", "country", "area")


@dataclass(frozen=True, slots=True)
class RecurringNouns:
    """What a noun may name: a ``person``, a ``body``, a ``place`` and then places of which kinds.

    ``anywhere`` may name any place, ``single`` need no article; ``light`` adjectives tell no two apart.
    """

    sorts: Mapping[str, str]
    kinds: Mapping[str, frozenset[str]]
    anywhere: frozenset[str]
    single: frozenset[str]
    light: frozenset[str]


def load_recurring(path: Path = FILE) -> RecurringNouns:
    """Read and check the nouns.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as fields, Fields(fields.need("places")) as places:
        by_kind = {kind: frozenset(places.need(kind).texts()) for kind in _PLACE_KINDS}
        nouns = frozenset().union(*by_kind.values())
        sorts = dict.fromkeys(fields.need("bodies").texts(), "body")
        sorts |= dict.fromkeys(nouns, "place") | dict.fromkeys(fields.need("persons").texts(), "person")
        kinds = {noun: frozenset(k for k, held in by_kind.items() if noun in held) for noun in nouns}
        others = [frozenset(fields.need(key).texts()) for key in ("anywhere", "single", "light")]
    return RecurringNouns(MappingProxyType(sorts), MappingProxyType(kinds), *others)


@cache
def shipped_recurring() -> RecurringNouns:
    """The nouns in the package; read once a process."""
    return load_recurring()
