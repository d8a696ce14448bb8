"""Kinds of report in which words of conflict tell of a game or a plot: ``codebooks/genres.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "genres.yaml"


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of report, the words by which it is known, and the acts that are none in it.

    ``heads`` are words of its headline or lead, ``words`` those of the whole report, of which it holds at
    least ``least`` different ones. A sentence with a word of ``unless`` tells of more than the game; with
    ``present`` only what is told in the present tense is none. A sentence with a word of ``signs`` tells of
    the game by itself, in any report. ``works`` name what tells a plot ("in the novel a general seizes the
    palace"), but not beside a verb of ``showing``. A verb of ``contests`` with a score or one of ``margins``
    is such a sign too, unless a word of ``ballots`` stands there. Acts of ``private`` are none among people
    whom nobody knows, in sentences without a word of ``weighty`` or of politics, of which those of ``plain``
    are none here, if no more than one sentence in ``political`` holds such a word and none of the lead.
    The words of ``sphere`` count for this beside its own.
    """

    id: str
    means: str
    heads: frozenset[str]
    words: frozenset[str]
    least: int
    types: frozenset[str]
    unless: frozenset[str]
    present: bool
    signs: frozenset[str]
    works: frozenset[str]
    showing: frozenset[str]
    contests: frozenset[str]
    margins: frozenset[str]
    ballots: frozenset[str]
    private: frozenset[str]
    weighty: frozenset[str]
    plain: frozenset[str]
    political: int
    sphere: str | None


def load_genres(path: Path = FILE) -> tuple[Genre, ...]:
    """Read and check the genres.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as fields:
        return tuple(_genre(Fields(node)) for node in fields.items("genres"))


def _genre(node: Fields) -> Genre:
    with node as genre:
        return Genre(
            id=genre.need("id").text(),
            means=genre.need("means").text(),
            heads=genre.words("heads"),
            words=genre.words("words"),
            least=int(genre.number("least", 1.0) or 1),
            types=genre.words("types"),
            unless=frozenset(genre.texts("unless")),
            present=genre.choice("tense", ("any", "present"), "any") == "present",
            signs=frozenset(genre.texts("signs")),
            works=frozenset(genre.texts("works")),
            showing=frozenset(genre.texts("showing")),
            contests=frozenset(genre.texts("contests")),
            margins=frozenset(genre.texts("margins")),
            ballots=frozenset(genre.texts("ballots")),
            private=genre.words("private"),
            weighty=frozenset(genre.texts("weighty")),
            plain=frozenset(genre.texts("plain")),
            sphere=genre.text("sphere"),
            political=int(genre.number("political", 3.0) or 3),
        )


@cache
def shipped_genres() -> tuple[Genre, ...]:
    """The genres in the package; read once a process."""
    return load_genres()
