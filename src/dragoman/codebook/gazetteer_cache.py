"""The compiled gazetteer: tables in JSON with the digest of each YAML file that they were made from."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.codebook.gazetteer_read import read_tables
from dragoman.codebook.yamlfile import yaml_files

FOLDERS = ("actors", "offices", "roles")
COMPILED = "gazetteer.json"
FORMAT = 3


def compiled_tables(shipped: Path, extra: Path | None = None) -> dict[str, Any]:
    """The tables of the shipped YAML, with those of a user's folder merged in and winning.

    The compiled file is believed only if its digests are those of the YAML files that are there now.
    """
    digests = digests_of(shipped)
    tables = _believed(shipped / COMPILED, digests) or _compile(shipped, digests)
    if extra is None:
        return tables
    return merged(tables, read_tables(yaml_files(extra), tables["entries"]))


def write_compiled(shipped: Path) -> Path:
    """Write the compiled file anew; run after every change of the YAML (``python -m`` this module)."""
    target = shipped / COMPILED
    text = json.dumps(_compile(shipped, digests_of(shipped)), ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")
    return target


def digests_of(shipped: Path) -> dict[str, str]:
    """The SHA-256 digest of each YAML file, by its path below the codebooks; line ends do not count."""
    paths = [p for folder in FOLDERS for p in yaml_files(shipped / folder)]
    return {
        p.relative_to(shipped).as_posix(): sha256(p.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        for p in paths
    }


def merged(base: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """Two sets of tables as one; what ``added`` says of an id, a name or an office replaces ``base``."""
    shift = len(base["roles"])
    terms = {
        key: [[w, str(int(ref) + shift) if w == "role" else ref, f, c] for w, ref, f, c in rows]
        for key, rows in added["terms"].items()
    }
    return {
        "format": FORMAT,
        "digests": base["digests"],
        "entries": {**base["entries"], **added["entries"]},
        "roles": [*base["roles"], *added["roles"]],
        "holders": _merged_holders(base["holders"], added["holders"]),
        "terms": {**base["terms"], **terms},
        "ambiguous": {**base["ambiguous"], **added["ambiguous"]},
        "modifiers": {**base["modifiers"], **added["modifiers"]},
        "instruments": [*base["instruments"], *added["instruments"]],
        "readings": {**base["readings"], **{k: v for k, v in added["readings"].items() if v}},
    }


def _merged_holders(base: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """The office lists that a user's files give replace the shipped lists of the same offices."""
    given = {(t[0], t[1]) for row in added.values() for t in row[4]}
    kept = {
        ident: [*row[:4], [t for t in row[4] if (t[0], t[1]) not in given], row[5]]
        for ident, row in base.items()
    }
    for ident, row in added.items():
        older = kept.get(ident, [*row[:4], [], []])[4]
        kept[ident] = [*row[:4], [*older, *row[4]], row[5]]
    return kept


def _believed(path: Path, digests: dict[str, str]) -> dict[str, Any] | None:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    right = isinstance(held, dict) and held.get("format") == FORMAT and held.get("digests") == digests
    return held if right else None


def _compile(shipped: Path, digests: dict[str, str]) -> dict[str, Any]:
    return {"format": FORMAT, "digests": digests, **read_tables(shipped / name for name in digests)}


if __name__ == "__main__":
    print(write_compiled(Path(__file__).resolve().parent.parent / "codebooks"))
