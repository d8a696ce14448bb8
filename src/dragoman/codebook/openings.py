"""What may open a paragraph before a colon or a dash and is no city: ``codebooks/openings.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "openings.yaml"


@dataclass(frozen=True, slots=True)
class Openings:
    """Rubrics in capitals, the turns of a transcript, and what stands for an agency and is none."""

    rubrics: frozenset[str]
    titles: tuple[str, ...]
    posts: tuple[str, ...]
    labels: tuple[str, ...]
    no_agency: frozenset[str]


def load_openings(path: Path = FILE) -> Openings:
    """Read and check the words.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as lists:
        return Openings(
            rubrics=lists.words("rubrics"),
            titles=lists.need("titles").texts(),
            posts=lists.need("posts").texts(),
            labels=lists.need("labels").texts(),
            no_agency=lists.words("no-agency"),
        )


@cache
def openings() -> Openings:
    """The words in the package; read once a process."""
    return load_openings()
