"""What GeoNames' lists lack: seas, regions and everyday names, from `areas.yaml`, which is meant for editing.

The rows are kept compiled in `areas.json` with the digest of the YAML that they were made from; where that
has changed, they are made anew in memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.codebook.place_keys import fold
from dragoman.codebook.yamlfile import Fields, Node, digest_of, load_yaml

AREAS, COMPILED, FORMAT = "areas.yaml", "areas.json", 1
KINDS = ("country", "region", "county", "capital", "city", "area")

AreaRows = Mapping[str, Sequence[Sequence[Any]]]
Codes = Callable[[], Mapping[str, int]]
"""The codes of all countries and divisions that the archive of places holds."""


def area_rows(folder: Path, codes: Codes) -> AreaRows:
    """The rows of `areas.yaml` in a folder under each of their folded names; none if there is no such file.

    Returns:
        Rows ``[code, own, adjective]``: the code of the country or division that a name is lent to or None,
        the fields of a place of its own (of `PlaceEntry`, by name) or None, and whether it is an adjective.

    Raises:
        CodebookError: an unknown or missing key or value, with file and line.
    """
    source = folder / AREAS
    if not source.is_file():
        return {}
    return _believed(folder / COMPILED, digest_of(source)) or _read(source, codes())


def write_compiled_areas(folder: Path, codes: Codes) -> Path:
    """Write the compiled rows anew; run after every change of the YAML."""
    source, target = folder / AREAS, folder / COMPILED
    held = {"format": FORMAT, "digest": digest_of(source), "rows": _read(source, codes())}
    target.write_text(json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return target


def _believed(path: Path, digest: str) -> dict[str, Any] | None:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    right = isinstance(held, dict) and held.get("format") == FORMAT and held.get("digest") == digest
    return held["rows"] if right else None


def _read(path: Path, codes: Mapping[str, int]) -> dict[str, list[list[Any]]]:
    """The rows of the YAML; one with ``same-as: CODE`` lends names, any other is a place of its own."""
    with Fields(load_yaml(path)) as fields:
        nodes = (*fields.items("names"), *fields.items("areas"))
    rows: dict[str, list[list[Any]]] = {}
    for node in nodes:
        for name, row in _area(node, codes):
            rows.setdefault(fold(name), []).append(row)
    return rows


def _area(node: Node, codes: Mapping[str, int]) -> list[tuple[str, list[Any]]]:
    with Fields(node) as fields:
        same_as, also = fields.text("same-as"), fields.texts("also")
        adjectives = fields.texts("adjectives")
        own = None if same_as else _own_area(fields)
        if same_as and same_as not in codes:
            raise node.error(
                f"`{same_as}` is no known country or division", "use a code such as USA or US.TX"
            )
    names = also if own is None else (own["name"], *also)
    return [(name, [same_as, own, False]) for name in names] + [
        (name, [same_as, own, True]) for name in adjectives
    ]


def _own_area(fields: Fields) -> dict[str, Any]:
    countries = fields.texts("countries")
    identifier = fields.number("geoname")
    return {
        "name": fields.need("name").text(),
        "kind": fields.choice("kind", KINDS, "area") or "area",
        "country": countries[0] if len(countries) == 1 else None,
        "region": fields.text("region"),
        "lat": fields.number("lat"),
        "lon": fields.number("lon"),
        "population": int(fields.number("weight", 1_000_000.0) or 0),
        "geoname_id": int(identifier) if identifier else None,
        "countries": countries,
    }
