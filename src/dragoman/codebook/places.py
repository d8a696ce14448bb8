"""The gazetteer: what places a name may stand for, from a file that ships with the package.

`places.tsv.gz` holds cities, first-order divisions, counties and countries of GeoNames (CC BY 4.0; made
by ``gazetteers/places/build.py``); `areas.yaml` holds what GeoNames' lists lack, seas, regions and
everyday names of countries, and is meant to be edited.

The file is text in two blocks divided by an empty line: one place a line, then one folded name a line
with the numbers of its places. Nothing is parsed until a name is asked for, so that opening the
gazetteer costs a decompression and two splits.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml
from dragoman.errors import CodebookError

FOLDER = Path(__file__).parent.parent / "codebooks" / "places"
CEILING = 32 * 1024 * 1024  # bytes after decompression; ours is a sixth of it
KINDS = ("country", "region", "county", "capital", "city", "area")
COLUMNS = 8

_DROPPED = re.compile(r"['’‘ʻʼ`´.]")
_JOINED = re.compile(r"[-–‐‑/,\s]+")
_LONG_FORMS = (
    (re.compile(r"\bsaint\b"), "st"),
    (re.compile(r"\bfort\b"), "ft"),
    (re.compile(r"\bmount\b"), "mt"),
)


def fold(name: str) -> str:
    """A place name without case, accents, points, apostrophes and hyphens: the key of the index.

    *Saint*, *Fort* and *Mount* fold to *st*, *ft* and *mt*, so that both spellings meet.
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
        name = name.replace("đ", "d").replace("Đ", "D").replace("ı", "i")
    name = _JOINED.sub(" ", _DROPPED.sub("", name)).strip().lower()
    for long_form, short in _LONG_FORMS:
        name = long_form.sub(short, name)
    return name


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place of the gazetteer.

    ``kind`` is one of ``KINDS``; ``country`` is ISO 3166-1 alpha-3 (Kosovo ``XKX``); ``region`` is
    GeoNames' first-order code (``US.TX``). ``lat`` and ``lon`` are degrees: of cities as GeoNames has
    them, of regions, counties and countries the middle of their towns, good for nearness only.
    """

    name: str
    kind: str
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geoname_id: int | None = None
    countries: tuple[str, ...] = ()
    primary: bool = True


class Gazetteer:
    """Place names to places; look-ups are exact up to ``fold``."""

    def __init__(
        self, rows: list[str], index: list[str], areas: tuple[tuple[str, PlaceEntry], ...] = ()
    ) -> None:
        self._rows = rows
        self._index = index
        self._areas: dict[str, tuple[PlaceEntry, ...]] = {}
        self._found: dict[str, tuple[PlaceEntry, ...]] = {}
        self._parsed: dict[int, PlaceEntry] = {}
        self._divisions: dict[str, int] | None = None
        for key, entry in areas:
            self._areas[key] = (*self._areas.get(key, ()), entry)

    @classmethod
    def open(cls, folder: Path = FOLDER) -> Gazetteer:
        """The gazetteer in a folder: ``places.tsv.gz`` and, if it is there, ``areas.yaml``.

        Raises:
            CodebookError: a file is missing, damaged, too large, or breaks its own form.
        """
        rows, index = _read_blocks(folder / "places.tsv.gz")
        bare = cls(rows, index)
        extra = folder / "areas.yaml"
        return cls(rows, index, load_areas(extra, bare)) if extra.is_file() else bare

    def __len__(self) -> int:
        return len(self._rows) + sum(len(entries) for entries in self._areas.values())

    def named(self, name: str) -> tuple[PlaceEntry, ...]:
        """Every place of that name, most peopled first; those so called only by the way come last."""
        key = fold(name)
        held = self._found.get(key)
        if held is None:
            held = self._found[key] = self._look_up(key)
        return held

    def division(self, code: str | None) -> PlaceEntry | None:
        """The country (alpha-3) or the first-order division (``US.TX``) of that code."""
        if self._divisions is None:
            self._divisions = self._read_divisions()
        number = self._divisions.get(code or "")
        return None if number is None else self._entry(number)

    def __iter__(self) -> Iterator[PlaceEntry]:
        """Every place of the shipped file; parses it all, so this is for measuring, not for reading."""
        return (_parse(row, primary=True) for row in self._rows)

    def _look_up(self, key: str) -> tuple[PlaceEntry, ...]:
        at = bisect_left(self._index, key + "\t")
        entries = list(dict.fromkeys(self._areas.get(key, ())))
        if at < len(self._index) and self._index[at].startswith(key + "\t"):
            held = {(e.kind, e.geoname_id) for e in entries}
            numbers = self._index[at].split("\t")[1].split(",")
            found = (self._entry(int(n.lstrip("~")), primary=not n.startswith("~")) for n in numbers)
            entries += (e for e in found if (e.kind, e.geoname_id) not in held)
        return tuple(sorted(entries, key=lambda e: (not e.primary, -e.population)))

    def _entry(self, number: int, *, primary: bool = True) -> PlaceEntry:
        identity = number if primary else ~number
        if identity not in self._parsed:
            self._parsed[identity] = _parse(self._rows[number], primary)
        return self._parsed[identity]

    def _read_divisions(self) -> dict[str, int]:
        """The rows of countries and regions by code; they stand first in the file, so the walk is short."""
        found: dict[str, int] = {}
        for number, row in enumerate(self._rows):
            if row[0] not in "cr":
                break
            _, _, _, country, region, _ = row.split("\t", 5)
            found[region or country] = number
        return found


def load_areas(path: Path, gazetteer: Gazetteer) -> tuple[tuple[str, PlaceEntry], ...]:
    """The entries of `areas.yaml` under each of their folded names.

    An entry with ``same-as: CODE`` lends further names to a country or a region; any other is a
    place of its own.

    Raises:
        CodebookError: an unknown or missing key or value, with file and line.
    """
    with Fields(load_yaml(path)) as fields:
        nodes = (*fields.items("names"), *fields.items("areas"))
    return tuple(pair for node in nodes for pair in _area(node, gazetteer))


def _area(node: Node, gazetteer: Gazetteer) -> list[tuple[str, PlaceEntry]]:
    with Fields(node) as fields:
        same_as, also = fields.text("same-as"), fields.texts("also")
        if same_as:
            entry = gazetteer.division(same_as)
            if entry is None:
                raise node.error(
                    f"`{same_as}` is no known country or division", "use a code such as USA or US.TX"
                )
        else:
            entry = _own_area(fields)
            also = (entry.name, *also)
    return [(fold(name), entry) for name in also]


def _own_area(fields: Fields) -> PlaceEntry:
    countries = fields.texts("countries")
    identifier = fields.number("geoname")
    return PlaceEntry(
        name=fields.need("name").text(),
        kind=fields.choice("kind", KINDS, "area") or "area",
        country=countries[0] if len(countries) == 1 else None,
        region=fields.text("region"),
        lat=fields.number("lat"),
        lon=fields.number("lon"),
        population=int(fields.number("weight", 1_000_000.0) or 0),
        geoname_id=int(identifier) if identifier else None,
        countries=countries,
    )


def _read_blocks(path: Path) -> tuple[list[str], list[str]]:
    """The places and the names of the shipped file, each a list of lines."""
    try:
        with gzip.open(path) as file:
            raw = file.read(CEILING + 1)
    except (OSError, EOFError) as error:
        remedy = "install dragoman again, or make the file with gazetteers/places/build.py"
        raise CodebookError(path, None, f"the gazetteer cannot be read: {error}", remedy) from error
    if len(raw) > CEILING:
        raise CodebookError(
            path, None, f"the gazetteer is over {CEILING} bytes", "build it with fewer places"
        )
    places, divider, names = raw.decode("utf-8").partition("\n\n")
    if not divider:
        raise CodebookError(
            path, None, "the gazetteer has no names", "make it again with gazetteers/places/build.py"
        )
    return places.split("\n"), names.rstrip("\n").split("\n")


_KIND_OF = {"c": "country", "r": "region", "d": "county", "C": "capital", "p": "city"}


def _parse(row: str, primary: bool) -> PlaceEntry:
    kind, identifier, name, country, region, lat, lon, population = row.split("\t")
    return PlaceEntry(
        name=name,
        kind=_KIND_OF[kind],
        country=country,
        region=region or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        population=int(population or 0),
        geoname_id=int(identifier) if identifier else None,
        countries=(country,),
        primary=primary,
    )
