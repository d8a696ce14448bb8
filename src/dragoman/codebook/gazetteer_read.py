"""YAML of actors, offices and roles, checked entry by entry, into plain tables that JSON can hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from dragoman.codebook.gazetteer_members import fill_in, read_members
from dragoman.codebook.gazetteer_roles import read_modifier, read_office, read_role, read_sector
from dragoman.codebook.gazetteer_tables import KINDS, SECTORS, Tables
from dragoman.codebook.name_words import key_of
from dragoman.codebook.readings import Readings
from dragoman.codebook.yamlfile import Fields, Node, load_yaml

_SCHEMES = ("iso2", "cow", "gw")


def read_tables(paths: Iterable[Path], known: Iterable[str] = ()) -> dict[str, Any]:
    """The tables of some files; ids that they name must be in one of them or in ``known``.

    Raises:
        CodebookError: with file, line and remedy.
    """
    tables = Tables()
    for path in paths:
        _read_file(load_yaml(path), tables)
    fill_in(tables)
    have = set(known) | set(tables.entries)
    for node, wanted in tables.needed:
        if wanted not in have:
            raise node.error(f"`{wanted}` is no actor's id", "use an id of the files in codebooks/actors")
    return tables.plain()


def _read_file(root: Node, tables: Tables) -> None:
    readers: dict[str, Callable[[Node, Tables, dict[str, str | None]], None]] = {
        "states": _state, "organisations": _organisation, "bodies": _body, "groups": _group,
        "peoples": _people, "territories": _territory, "metonyms": _metonym, "decoys": _decoy,
        "ambiguities": _ambiguity, "instruments": _instrument, "offices": read_office,
        "modifiers": read_modifier,
        "persons": read_role, "forces": read_role, "sectors": read_sector,
    }  # fmt: skip
    with Fields(root) as fields:
        defaults: dict[str, str | None] = {
            "state": fields.text("state"), "sector": fields.choice("sector", SECTORS)
        }  # fmt: skip
        if (lists := fields.get("readings")) is not None:
            _readings(lists, tables)
        if (neutral := fields.get("neutral")) is not None:
            read_sector(neutral, tables, {"neutral": "yes"})
        for key, reader in readers.items():
            for node in fields.items(key):
                if key in ("bodies", "groups", "persons", "forces") and "role" in node.mapping():
                    read_role(node, tables, {**defaults, "list": key})
                else:
                    reader(node, tables, defaults)


def _entry(
    node: Node, fields: Fields, tables: Tables, kind: str, state: str | None, sector: str | None = None
) -> str:
    """Read the keys that every sort of actor has; the id is new or the file is wrong."""
    ident = fields.need("id").text()
    if ident in tables.entries:
        first = tables.places[ident]
        raise node.error(f"`{ident}` is given twice (first in {first.path.name}:{first.line})", "keep one")
    name = fields.need("name").text()
    members = read_members(fields.get("members"))
    if members.alike is not None:
        tables.alike[ident] = members.alike, members.without
    tables.places[ident] = node
    tables.entries[ident] = [
        ident, kind, name, state, sector, fields.text("wikidata"), list(fields.texts("nouns")),
        list(fields.texts("claimed_by")), fields.text("from"), fields.text("to"), _intervals(fields),
        {}, members.rows,
    ]  # fmt: skip
    tables.needed += [(node, s) for s in fields.texts("claimed_by")]
    tables.needed += [(node, m[0]) for m in tables.entries[ident][12] if m[0]]
    _names(ident, name, fields, tables)
    return ident


def _names(ident: str, name: str, fields: Fields, tables: Tables) -> None:
    """Make all the words that may name an actor point to it."""
    for known in (name, *fields.texts("names")):
        tables.term(known, "entry", ident, "name")
    forms = {
        "acronyms": "acronym", "adjectives": "adjective", "people": "people", "person": "citizen",
        "capitals": "capital", "capitals_if_named": "capital-if-named",
    }  # fmt: skip
    for key, form in forms.items():
        for word in fields.texts(key):
            tables.term(word, "entry", ident, form)
    for noun in fields.texts("nouns"):
        tables.term(noun, "noun", noun.lower(), "noun")


def _intervals(fields: Fields) -> list[list[str | None]]:
    rows = []
    for pair in fields.items("in_power"):
        since, until = pair.items()
        rows.append([since.text(), None if until.value is None else until.text()])
    return rows


def _owner(fields: Fields, node: Node, tables: Tables, ident: str, default: str | None) -> str | None:
    """The state that an entry belongs to: ``own`` is itself, ``none`` is no state."""
    wanted = fields.text("state", default)
    if wanted in (None, "none"):
        return None
    if wanted == "own":
        return ident
    assert wanted is not None
    tables.needed.append((node, wanted))
    return wanted


def _state(node: Node, tables: Tables, _: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        ident = fields.need("id").text()
        state = _owner(fields, node, tables, ident, "own")
        codes = {scheme: code for scheme in _SCHEMES if (code := fields.text(scheme)) is not None}
        _entry(node, fields, tables, "state", state)
        tables.entries[ident][11] = codes


def _organisation(node: Node, tables: Tables, defaults: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        ident = fields.need("id").text()
        state = _owner(fields, node, tables, ident, defaults["state"])
        kind = fields.choice("kind", KINDS, "organisation")
        _entry(node, fields, tables, kind or "organisation", state, fields.choice("sector", SECTORS))


def _body(node: Node, tables: Tables, defaults: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        ident = fields.need("id").text()
        state = _owner(fields, node, tables, ident, defaults["state"])
        kind = fields.choice("kind", KINDS, "body") or "body"
        _entry(node, fields, tables, kind, state, fields.choice("sector", SECTORS))


def _group(node: Node, tables: Tables, defaults: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        ident = fields.need("id").text()
        state = _owner(fields, node, tables, ident, defaults["state"])
        _entry(node, fields, tables, "group", state, fields.choice("sector", SECTORS))


def _people(node: Node, tables: Tables, defaults: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        ident = fields.need("id").text()
        state = _owner(fields, node, tables, ident, defaults["state"])
        needs = fields.flag("needs_context")
        _entry(node, fields, tables, "group", state, fields.choice("sector", SECTORS))
    if needs:
        tables.entries[ident][6] = ["needs context"]


def _territory(node: Node, tables: Tables, defaults: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        ident = fields.need("id").text()
        state = _owner(fields, node, tables, ident, defaults["state"])
        fields.flag("needs_context")
        _entry(node, fields, tables, "body", state, fields.choice("sector", SECTORS))


def _metonym(node: Node, tables: Tables, _: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        target = fields.need("stands_for").text()
        tables.needed.append((node, target))
        sector = fields.choice("sector", SECTORS)
        for name in (fields.need("name").text(), *fields.texts("names")):
            tables.term(name, "entry", target, f"metonym:{sector}" if sector else "metonym")


def _decoy(node: Node, tables: Tables, _: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        what = fields.need("is").text()
        sector = fields.choice("sector", SECTORS)
        for name in fields.texts("names"):
            tables.term(name, "decoy", what, sector or "none")


def _ambiguity(node: Node, tables: Tables, _: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        key, _case = key_of(fields.need("term").text())
        rows = []
        for reading in fields.items("readings"):
            with Fields(reading) as inner:
                actor, what = inner.text("actor"), inner.text("not")
                if (actor is None) == (what is None):
                    raise reading.error("a reading is either an `actor` or a `not`", "give one of the two")
                if actor is not None:
                    tables.needed.append((reading, actor))
                rows.append([actor, what or actor, list(inner.texts("cues"))])
    tables.ambiguous[key] = rows


def _instrument(node: Node, tables: Tables, _: dict[str, str | None]) -> None:
    with Fields(node) as fields:
        kind, pattern = fields.need("kind").text(), fields.need("pattern")
        try:
            re.compile(pattern.text())
        except re.error as error:
            raise pattern.error(
                f"is not a regular expression: {error}", "test it with Python's `re`"
            ) from error
        tables.instruments.append([kind, pattern.text()])


def _readings(node: Node, tables: Tables) -> None:
    with Fields(node) as fields:
        for name in Readings.names():
            tables.readings[name] = list(fields.texts(name))
        for title in fields.items("title_states"):
            name, _, state = title.text().partition(": ")
            if not state:
                raise title.error(f"`{name}` names no state", 'write `"home secretary: GBR"`')
            tables.needed.append((title, state))
        for told in fields.items("name_sectors"):
            if told.text().partition(": ")[0] not in SECTORS:
                raise told.error("names no sector", 'write `"BUS: airline brewery"`')
    for noun in tables.readings["country_nouns"]:
        tables.term(noun, "noun", noun, "noun")
