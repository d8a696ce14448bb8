"""Spheres of life that are no politics, and the words that tell of them: ``codebooks/spheres.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "spheres.yaml"


@dataclass(frozen=True, slots=True)
class Sphere:
    """What is done for sport, in business or in crime, and not in politics.

    A sentence is of it by a word of ``members`` with another of ``members`` or ``signs``, unless a word of
    ``unless`` says that more is at stake. Acts of ``types`` in it are then none, with ``own_doers`` only
    those of its own people, and without ``names`` only those of people who go without a name.
    """

    id: str
    means: str
    members: frozenset[str]
    signs: frozenset[str]
    unless: frozenset[str]
    types: frozenset[str]
    own_doers: bool
    names: bool


@dataclass(frozen=True, slots=True)
class Spheres:
    """All spheres, and the words of ``politics``, which say of any of them that more is at stake."""

    politics: frozenset[str]
    each: tuple[Sphere, ...]


def load_spheres(path: Path = FILE) -> Spheres:
    """Read and check the spheres; words of politics are of every ``unless``.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as fields:
        politics = frozenset(fields.need("politics").texts())
        return Spheres(politics, tuple(_sphere(Fields(node), politics) for node in fields.items("spheres")))


def _sphere(node: Fields, politics: frozenset[str]) -> Sphere:
    with node as sphere:
        return Sphere(
            id=sphere.need("id").text(),
            means=sphere.need("means").text(),
            members=frozenset(sphere.texts("members")),
            signs=frozenset(sphere.texts("signs")),
            unless=frozenset(sphere.texts("unless")) | politics,
            types=sphere.words("types"),
            own_doers=sphere.choice("doers", ("any", "own"), "any") == "own",
            names=sphere.choice("names", ("none", "any"), "none") == "any",
        )


@cache
def shipped_spheres() -> Spheres:
    """The spheres in the package; read once a process."""
    return load_spheres()
