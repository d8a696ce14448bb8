"""The words on which it turns who acts and who suffers by the tree, read from ``codebooks/syntax.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "syntax.yaml"


@dataclass(frozen=True, slots=True)
class TreeWords:
    """Sets of words in small letters; what each is for stands in the file, its key with ``-`` for ``_``."""

    no_target: frozenset[str]
    subject_control: frozenset[str]
    suffered: frozenset[str]
    suffered_or_done: frozenset[str]
    coming_to_harm: frozenset[str]
    hurting: frozenset[str]
    undergoing: frozenset[str]
    answering: frozenset[str]
    giving: frozenset[str]
    charging: frozenset[str]
    calling: frozenset[str]
    saying_what: frozenset[str]
    harm: frozenset[str]
    attacks: frozenset[str]
    beside: frozenset[str]
    edges: frozenset[str]
    struck: frozenset[str]
    adversaries: frozenset[str]
    happenings: frozenset[str]
    quantities: frozenset[str]
    crowds: frozenset[str]
    permitting: frozenset[str]
    occurring: frozenset[str]
    carrying: frozenset[str]
    further: frozenset[str]
    named_again: frozenset[str]
    bringing: frozenset[str]
    by_authority: frozenset[str]
    offers: frozenset[str]
    requests: frozenset[str]
    charges: frozenset[str]
    telling: frozenset[str]
    strangers: frozenset[str]
    laws: frozenset[str]
    providing: frozenset[str]
    surveys: frozenset[str]
    shares: frozenset[str]
    addressing: frozenset[str]
    calling_on: frozenset[str]
    letting_go: frozenset[str]
    joining: frozenset[str]
    putting_forward: frozenset[str]
    natural_dangers: frozenset[str]
    forecasters: frozenset[str]
    forecasting: frozenset[str]
    habitually: frozenset[str]
    usual: frozenset[str]
    times_of_life: frozenset[str]


def load_tree_words(path: Path = FILE) -> TreeWords:
    """Read and check the lists.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as lists:
        names = (f.name for f in fields(TreeWords))
        return TreeWords(**{name: frozenset(lists.need(name.replace("_", "-")).texts()) for name in names})


@cache
def tree_words() -> TreeWords:
    """The lists in the package; read once a process."""
    return load_tree_words()
