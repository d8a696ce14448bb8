"""The words around place names, read once from ``codebooks/places/words.yaml`` into a frozen lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.codebook.place_keys import fold
from dragoman.codebook.places import FOLDER
from dragoman.codebook.yamlfile import Fields, Node, load_yaml
from dragoman.record import Place, Span
from dragoman.values import value

PRECISIONS = ("city", "region", "country")


@value
class PlaceMention:
    """A name of a place, the place that it stands for, why, and the next best.

    ``place`` without a country and id is a name that the gazetteer does not hold; ``kind`` is the
    gazetteer's. ``how`` is ``name``, or what never places an event: ``adjective`` ("French"), or ``part``
    of another name ("the *Boston* Globe").
    """

    span: Span
    text: str
    place: Place
    reason: str
    runner_up: str | None = None
    kind: str | None = None
    how: str = "name"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Prepositions, verbs and nouns that place an event, and what a designation makes of a name."""

    where: frozenset[str]
    on_and_over: frozenset[str]
    ways: frozenset[str]
    borders: frozenset[str]
    whither: frozenset[str]
    moving: frozenset[str]
    let_in: frozenset[str]
    whence: frozenset[str]
    leaving: frozenset[str]
    on_the_spot: frozenset[str]
    settled: frozenset[str]
    counting: frozenset[str]
    seated: frozenset[str]
    signatories: frozenset[str]
    far_spoken: frozenset[str]
    placed_by_object: frozenset[str]
    placed_by_town: frozenset[str]
    place_nouns: frozenset[str]
    local_bodies: frozenset[str]
    placeless: frozenset[str]
    directions: frozenset[str]
    modifiers: tuple[str, ...]
    designations: dict[str, str]
    abbreviations: dict[str, tuple[str, ...]]
    no_towns: frozenset[str]
    event_endings: tuple[str, ...]
    divisions: tuple[str, ...]
    kinds_of_place: tuple[str, ...]
    near_kinds: tuple[str, ...]
    opening_kinds: tuple[str, ...]
    no_capital: tuple[str, ...]
    distances: tuple[str, ...]
    sites: frozenset[str]
    renowned: frozenset[str]


def load_place_words(path: Path = FOLDER / "words.yaml") -> PlaceWords:
    """Read and check the lexicon.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as fields, Fields(fields.need("designations")) as kinds:
        designations = {
            w: kind for kind in ("country", "region", "county", "city") for w in kinds.need(kind).texts()
        }
        return PlaceWords(
            where=fields.words("where"),
            on_and_over=fields.words("on-and-over"),
            ways=fields.words("ways"),
            borders=fields.words("borders"),
            whither=fields.words("whither"),
            moving=fields.words("moving"),
            let_in=fields.words("let-in"),
            whence=fields.words("whence"),
            leaving=fields.words("leaving"),
            on_the_spot=fields.words("on-the-spot"),
            settled=fields.words("settled"),
            counting=fields.words("counting"),
            seated=fields.words("seated"),
            signatories=fields.words("signatories"),
            far_spoken=fields.words("far-spoken"),
            placed_by_object=fields.words("placed-by-object"),
            placed_by_town=fields.words("placed-by-town"),
            place_nouns=fields.words("place-nouns"),
            local_bodies=fields.words("local-bodies"),
            placeless=fields.words("placeless"),
            directions=fields.words("directions"),
            modifiers=fields.need("modifiers").texts(),
            designations=designations,
            no_towns=frozenset(word.lower() for word in fields.need("no-towns").texts()),
            event_endings=fields.need("event-endings").texts(),
            divisions=fields.need("divisions").texts(),
            kinds_of_place=fields.need("kinds-of-place").texts(),
            near_kinds=fields.need("near-kinds").texts(),
            opening_kinds=fields.need("opening-kinds").texts(),
            no_capital=fields.need("no-capital").texts(),
            distances=fields.need("distances").texts(),
            sites=frozenset(fields.need("sites").texts()),
            renowned=frozenset(map(fold, fields.need("renowned").texts())),
            abbreviations=_abbreviations(fields.need("abbreviations")),
        )


def _abbreviations(node: Node) -> dict[str, tuple[str, ...]]:
    """From a short form without points ("Tex", "TX") to the codes of the divisions that it may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for code, forms in node.mapping().items():
        for form in forms.texts():
            short = form.replace(".", "")
            found[short] = (*found.get(short, ()), code)
    return found


@cache
def shipped_words() -> PlaceWords:
    """The lexicon in the package; read once a process."""
    return load_place_words()
