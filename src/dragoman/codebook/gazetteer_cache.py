"""The compiled gazetteer: packed tables with the digest of each YAML file that they were made from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.codebook.gazetteer_derive import DERIVED, derive
from dragoman.codebook.gazetteer_read import read_tables
from dragoman.codebook.packed import pack, unpack
from dragoman.codebook.yamlfile import digest_of, yaml_files
from dragoman.errors import CodebookError

FOLDERS = ("actors", "offices", "roles")
WHOLE = "operators.yaml"
COMPILED = "gazetteer.jsonl"
FORMAT = 4
LARGE = ("entries", "holders", "terms", *DERIVED)


def compiled_tables(shipped: Path, extra: Path | None = None) -> dict[str, Any]:
    """The tables of the shipped YAML, with those of a user's folder or file merged in and winning.

    In a copy of the whole codebook a file takes the place of the shipped one of the same name, so that what
    was taken out of it is gone. The compiled file is believed only if its digests are those of the YAML files
    that are there now.
    """
    files, own = gazetteer_files(shipped), {} if extra is None else _files_of(extra)
    if extra is not None and (extra / WHOLE).exists():
        files = {name: own.pop(name, path) for name, path in files.items()}
    digests = _digests(files)
    tables = _believed(shipped / COMPILED, digests) or _compile(files, digests)
    if not own:
        return tables
    added = merged(tables, read_tables(own.values(), tables["entries"]))
    ours = {f"own {name}": digest for name, digest in _digests(own).items()}
    return {**added, **derive(added), "digests": {**digests, **ours}}


def gazetteer_files(folder: Path) -> dict[str, Path]:
    """The YAML files of actors, offices and roles below a codebook's folder, by their place in it."""
    paths = [path for name in FOLDERS for path in yaml_files(folder / name)]
    return {path.relative_to(folder).as_posix(): path for path in paths}


def _files_of(extra: Path) -> dict[str, Path]:
    """The user's files: those of a codebook's folders, else every file below, or the one file given."""
    if extra.is_file():
        return {extra.name: extra}
    held = gazetteer_files(extra) or {p.relative_to(extra).as_posix(): p for p in yaml_files(extra)}
    if not held:
        problem = "no actors here" if extra.is_dir() else "there is no such folder"
        raise CodebookError(extra, None, problem, "give a folder that holds actors/*.yaml")
    return held


def write_compiled(shipped: Path) -> Path:
    """Write the compiled file anew; run after every change of the YAML (``python -m`` this module)."""
    target = shipped / COMPILED
    tables = _compile(gazetteer_files(shipped), digests_of(shipped))
    small = {name: table for name, table in tables.items() if name not in LARGE}
    target.write_text(pack(small, {name: tables[name] for name in LARGE}), encoding="utf-8")
    return target


def digests_of(shipped: Path) -> dict[str, str]:
    """The SHA-256 digest of each YAML file, by its path below the codebooks; line ends do not count."""
    return _digests(gazetteer_files(shipped))


def merged(base: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """Two sets of tables as one; what ``added`` says of an id, a name or an office replaces ``base``.

    A name that is somebody's own now is no longer in doubt between the shipped readings of it.
    """
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
        "ambiguous": {
            **{key: rows for key, rows in base["ambiguous"].items() if key not in terms},
            **added["ambiguous"],
        },
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
        held = unpack(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return held if held.get("format") == FORMAT and held.get("digests") == digests else None


def _compile(files: dict[str, Path], digests: dict[str, str]) -> dict[str, Any]:
    tables = read_tables(files.values())
    return {"format": FORMAT, "digests": digests, **tables, **derive(tables)}


def _digests(files: dict[str, Path]) -> dict[str, str]:
    return {n: digest_of(p) for n, p in files.items()}


if __name__ == "__main__":
    from dragoman.codebook.areas import write_compiled_areas
    from dragoman.codebook.places import ARCHIVE, Archive

    CODEBOOKS = Path(__file__).resolve().parent.parent / "codebooks"
    print(write_compiled(CODEBOOKS))
    print(write_compiled_areas(CODEBOOKS / "places", Archive(CODEBOOKS / "places" / ARCHIVE).codes))
