"""The gazetteer: what places a name may stand for, from a file that ships with the package.

`places.zip` holds towns, first-order divisions, counties and countries of GeoNames (CC BY 4.0; made by
``gazetteers/places/build.py``); `areas.yaml` holds what GeoNames' lists lack, seas, regions and everyday
names of countries, and is meant to be edited.

The archive holds tables in blocks of some hundred lines. A name unpacks the one or two blocks that it may
stand in, so that opening the gazetteer costs next to nothing however many towns it holds.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dragoman.codebook.areas import AreaRows, area_rows
from dragoman.codebook.place_keys import fold, sounded
from dragoman.codebook.shaped import Shaped
from dragoman.errors import CodebookError
from dragoman.values import changed

FOLDER = Path(__file__).parent.parent / "codebooks" / "places"
ARCHIVE = "places.zip"
ROWS_A_BLOCK, NAMES_A_BLOCK, SOUND_LEAST = 512, 1024, 5
CEILING = 1024 * 1024  # bytes of a block after decompression; ours are a fiftieth of it


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place of the gazetteer.

    ``kind`` is one of ``areas.KINDS``; ``country`` is ISO 3166-1 alpha-3 (Kosovo ``XKX``); ``region`` is
    GeoNames' first-order code (``US.TX``). ``lat`` and ``lon`` are degrees: of cities as GeoNames has
    them, of regions, counties and countries the middle of their towns, good for nearness only.
    ``primary`` is whether it was asked for by its usual name, ``adjective`` whether by an adjective or as
    a people ("French", "Scots").
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
    adjective: bool = False

    def __hash__(self) -> int:
        # Names are told apart by their candidates, of which each is hashed: not by all its fields.
        return hash((self.geoname_id, self.name))


class Gazetteer:
    """Place names to places; look-ups are exact up to ``fold``."""

    def __init__(self, archive: Archive, areas: AreaRows = MappingProxyType({})) -> None:
        self._archive = archive
        self._areas = Shaped(areas, lambda rows: tuple(self._area(row) for row in rows))
        self._found: dict[str, tuple[PlaceEntry, ...]] = {}
        self._adjectives: dict[str, tuple[PlaceEntry, ...]] = {}
        self._alike: dict[str, tuple[PlaceEntry, ...]] = {}

    @classmethod
    def open(cls, folder: Path = FOLDER) -> Gazetteer:
        """The gazetteer in a folder: its archive and, if it is there, ``areas.yaml``.

        Raises:
            CodebookError: a file is missing, damaged, too large, or breaks its own form.
        """
        archive = Archive(folder / ARCHIVE)
        return cls(archive, area_rows(folder, archive.codes))

    def __len__(self) -> int:
        return len(self._archive) + sum(len(entries) for entries in self._areas.values())

    def named(self, name: str) -> tuple[PlaceEntry, ...]:
        """Every place of that name, most peopled first; those so called only by the way come last."""
        held = self._found.get(name)  # as written, since a report has a name in one or two spellings
        if held is None:
            held = self._found[name] = self._look_up(fold(name))
        return held

    def sounding(self, name: str, countries: Collection[str]) -> tuple[PlaceEntry, ...]:
        """The places of some countries whose names, transcribed from another script, sound like this one."""
        if not countries:
            return ()
        alike = self._alike.get(name)
        if alike is None:
            key = sounded(fold(name))
            found = self._archive.sounding(key) if len(key) >= SOUND_LEAST else ()
            alike = self._alike[name] = tuple(sorted(found, key=lambda e: -e.population))
        return tuple([e for e in alike if e.country in countries])

    def adjectives(self, name: str) -> tuple[PlaceEntry, ...]:
        """Those places of a name whose adjective or people it is ("French", "Scots")."""
        held = self._adjectives.get(name)
        if held is None:
            held = self._adjectives[name] = tuple([e for e in self.named(name) if e.adjective])
        return held

    def division(self, code: str | None) -> PlaceEntry | None:
        """The country (alpha-3) or the first-order division (``US.TX``) of that code."""
        number = self._archive.codes().get(code or "")
        return None if number is None else self._archive.row(number)

    def areas(self) -> Iterator[PlaceEntry]:
        """The places of `areas.yaml`, each once, further names of shipped places left out."""
        held = dict.fromkeys(e for entries in self._areas.values() for e in entries if not e.adjective)
        return (e for e in held if e.kind == "area")

    def __iter__(self) -> Iterator[PlaceEntry]:
        """Every place of the shipped file; parses it all, so this is for measuring, not for reading."""
        return (self._archive.row(number) for number in range(len(self._archive)))

    def _area(self, row: Sequence[Any]) -> PlaceEntry:
        """The place of a row of `areas.yaml`: its own, or the country or division called so."""
        code, own, adjective = row
        found = PlaceEntry(**{**own, "countries": tuple(own["countries"])}) if own else self.division(code)
        if found is None:
            raise KeyError(code)
        return changed(found, primary=False, adjective=True) if adjective else found

    def _look_up(self, key: str) -> tuple[PlaceEntry, ...]:
        entries = list(dict.fromkeys(self._areas.get(key, ())))
        held = {(e.kind, e.geoname_id) for e in entries}
        entries += (e for e in self._archive.named(key) if (e.kind, e.geoname_id) not in held)
        return tuple(sorted(entries, key=lambda e: (not e.primary, -e.population)))


class Archive:
    """The shipped file, a zip archive of which only the blocks that a name needs are unpacked.

    ``rows/…`` are places in the order of their folded names, ``names/…`` other names with the numbers of
    their places, ``sounds/…`` names as they sound; ``…/first`` holds the first key of each block.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # In memory, so that no file stays open as long as the process lives.
            self._zip = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
            self._size = int(self._zip.comment)
        except (OSError, zipfile.BadZipFile, ValueError) as error:
            raise self._damaged(error) from error
        self._first_rows = self._lines("rows/first")
        self._first_names = self._lines("names/first")
        self._first_sounds: list[str] | None = None
        self._countries = dict(_pair(line) for line in self._lines("countries"))
        self._rows: dict[int, tuple[list[str], list[str]]] = {}
        self._names: dict[str, list[str]] = {}
        self._codes: dict[str, int] | None = None
        self._parsed: dict[tuple[int, str], PlaceEntry] = {}

    def __len__(self) -> int:
        return self._size

    def named(self, key: str) -> Iterator[PlaceEntry]:
        """The places of a folded name: first those whose usual name it is."""
        for number in range(*self._run(key)):
            yield self.row(number)
        for marked in self._numbers("names", self._first_names, key):
            yield self.row(int(marked.lstrip("=~")), _FORMS.get(marked[0], "usual"))

    def sounding(self, key: str) -> Iterator[PlaceEntry]:
        """The places of a name as it sounds."""
        if self._first_sounds is None:
            self._first_sounds = self._lines("sounds/first")
        return (self.row(int(number)) for number in self._numbers("sounds", self._first_sounds, key))

    def _numbers(self, table: str, firsts: list[str], key: str) -> list[str]:
        """What a table of names has under a key, if anything."""
        block = bisect_right(firsts, key) - 1
        if block < 0:
            return []
        part = f"{table}/{block:04d}"
        lines = self._names.get(part)
        if lines is None:
            lines = self._names[part] = self._lines(part)
        at = bisect_left(lines, key + "\t")
        held = at < len(lines) and lines[at].startswith(key + "\t")
        return lines[at].split("\t")[1].split(",") if held else []

    def row(self, number: int, form: str = "usual") -> PlaceEntry:
        """The place of a number, as it is known by a usual name, another name, or an adjective."""
        held = self._parsed.get((number, form))
        if held is None:
            line = self._block(number // ROWS_A_BLOCK)[0][number % ROWS_A_BLOCK]
            held = self._parsed[number, form] = _parse(line, form, self._countries)
        return held

    def codes(self) -> dict[str, int]:
        """The numbers of countries and regions by their codes."""
        if self._codes is None:
            pairs = (_pair(line) for line in self._lines("codes"))
            self._codes = {code: int(number) for code, number in pairs}
        return self._codes

    def _run(self, key: str) -> tuple[int, int]:
        """From which to before which number the rows of a key stand; a key may run over many blocks."""
        block = max(bisect_left(self._first_rows, key) - 1, 0)
        start = bisect_left(self._block(block)[1], key) + block * ROWS_A_BLOCK
        block = max(bisect_right(self._first_rows, key) - 1, 0)
        return start, bisect_right(self._block(block)[1], key) + block * ROWS_A_BLOCK

    def _block(self, block: int) -> tuple[list[str], list[str]]:
        """The rows of a block and their keys."""
        held = self._rows.get(block)
        if held is None:
            lines = self._lines(f"rows/{block:04d}")
            held = self._rows[block] = lines, [_key(line) for line in lines]
        return held

    def _lines(self, part: str) -> list[str]:
        try:
            with self._zip.open(part) as file:
                raw = file.read(CEILING + 1)
            if len(raw) > CEILING:
                raise zipfile.BadZipFile(f"{part} is over {CEILING} bytes")
            return raw.decode("utf-8").split("\n")
        except (OSError, KeyError, zipfile.BadZipFile, zlib.error, UnicodeDecodeError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> CodebookError:
        remedy = "install dragoman again, or make the file with gazetteers/places/build.py"
        return CodebookError(self._path, None, f"the gazetteer cannot be read: {error}", remedy)


_FORMS = {"=": "adjective", "~": "other"}  # what marks a number in the table of other names
# "f" is a division without a code of its own, such as a province of before.
_KIND_OF = {
    "c": "country",
    "r": "region",
    "f": "region",
    "d": "county",
    "C": "capital",
    "p": "city",
    "a": "area",
}


def _pair(line: str) -> tuple[str, str]:
    left, _, right = line.partition("\t")
    return left, right


def _key(line: str) -> str:
    """The folded name of a row, which is left out where it is the name in lower case."""
    cells = line.split("\t", 7)
    return cells[7] or cells[2].lower()


def _parse(row: str, form: str, countries: Mapping[str, str]) -> PlaceEntry:
    kind, identifier, name, code, lat, lon, population, _ = row.split("\t")
    divided = "." in code
    held = (countries[code.split(".")[0]],) if divided else tuple(code.split("+")) if code else ()
    return PlaceEntry(
        name=name,
        kind=_KIND_OF[kind],
        country=held[0] if len(held) == 1 else None,
        region=code if divided else None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        population=int(population or 0),
        geoname_id=int(identifier) if identifier else None,
        countries=held,
        primary=form == "usual",
        adjective=form == "adjective",
    )
