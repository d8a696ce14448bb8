"""The words that say without a date that a deed is long past, read from ``codebooks/remembered.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "remembered.yaml"


@dataclass(frozen=True, slots=True)
class Remembered:
    """Things that keep a memory, what they do, verbs that look back, and times of life and of history.

    ``times`` are phrases, word by word; ``today`` are words of a sentence that speaks of today, ``bygone``
    those who acted long ago; ``clues`` are words of which one must stand in a sentence for any memory to
    be there.
    """

    memorials: frozenset[str]
    keeping: frozenset[str]
    putting_up: frozenset[str]
    looking_back: frozenset[str]
    times: tuple[tuple[str, ...], ...]
    today: frozenset[str]
    bygone: frozenset[str]
    clues: frozenset[str]


def load_remembered(path: Path = FILE) -> Remembered:
    """Read and check the words.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as lists:
        memorials, looking_back = lists.words("memorials"), lists.words("looking-back")
        bygone = lists.words("bygone")
        times = tuple(tuple(phrase.split()) for phrase in lists.need("times").texts())
        return Remembered(
            memorials=memorials,
            keeping=lists.words("keeping"),
            putting_up=lists.words("putting-up"),
            looking_back=looking_back,
            times=times,
            today=lists.words("today"),
            bygone=bygone,
            clues=memorials | looking_back | bygone | {phrase[-1] for phrase in times},
        )


@cache
def shipped_remembered() -> Remembered:
    """The words in the package; read once a process."""
    return load_remembered()
