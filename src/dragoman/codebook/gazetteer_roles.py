"""Role nouns, their modifiers, and offices with their holders: from YAML into the tables."""

from __future__ import annotations

from difflib import SequenceMatcher

from dragoman.codebook.gazetteer_tables import SECTORS, Tables
from dragoman.codebook.name_words import key_of, slug
from dragoman.codebook.yamlfile import Fields, Node

Defaults = dict[str, str | None]


def read_modifier(node: Node, tables: Tables, _: Defaults) -> None:
    """Read a word that shifts the sector of the role noun after it."""
    with Fields(node) as fields:
        word, sector = fields.need("word").text(), fields.choice("sector", SECTORS)
        tables.modifiers[key_of(word)[0]] = [sector, list(fields.texts("of"))]
        tables.term(word, "modifier", word, "modifier")


def read_sector(node: Node, tables: Tables, defaults: Defaults) -> None:
    """Read the role nouns of one sector."""
    with Fields(node) as fields:
        sector = fields.choice("sector", SECTORS)
        for key in ("persons", "bodies", "forces", "groups"):
            for role in fields.items(key):
                read_role(role, tables, {**defaults, "sector": sector, "list": key})


def read_role(node: Node, tables: Tables, defaults: Defaults) -> None:
    """Read a role noun with its other names; plurals of persons, bodies and forces are made by rule."""
    kind = {"persons": "person", "bodies": "body", "forces": "force", "groups": "group"}[
        defaults["list"] or ""
    ]
    with Fields(node) as fields:
        name = fields.need("role").text()
        sector = fields.choice("sector", SECTORS, defaults.get("sector"))
        neutral = fields.flag("neutral", bool(defaults.get("neutral")))
        ref = str(len(tables.roles))
        tables.roles.append(
            [name, kind, sector, fields.text("office"), fields.flag("sole"), fields.text("id"), neutral]
        )
        for noun in (name, *fields.texts("names")):
            tables.term(noun, "role", ref, "singular")
            if kind == "person" or (kind in ("body", "force") and not noun.endswith("s")):
                tables.term(plural(noun), "role", ref, "plural")


def read_office(node: Node, tables: Tables, _: Defaults) -> None:
    """Read the holders of an office, whose terms may not overlap."""
    with Fields(node) as fields:
        of, office = fields.need("of"), fields.need("office").text()
        tables.needed.append((of, of.text()))
        before: tuple[str, str | None] | None = None
        for holder in fields.items("holders"):
            before = _holder(holder, office, of.text(), before, tables)


def _holder(
    node: Node, office: str, of: str, before: tuple[str, str | None] | None, tables: Tables
) -> tuple[str, str | None]:
    """Read one term of office; it may not begin before the last one of the same office ended."""
    with Fields(node) as fields:
        name, since, until = fields.need("name").text(), fields.need("from").text(), fields.text("to")
        ident = f"person:{slug(name)}"
        if until is not None and until < since:
            raise node.error(f"{name} leaves office before entering it", "put the dates right")
        if before and (before[1] is None or since[: len(before[1])] < before[1]):
            raise node.error(f"{name} enters office before {before[0]} leaves it", "put the dates right")
        row = tables.holders.setdefault(ident, [ident, name, None, None, [], []])
        row[2] = fields.text("short") or row[2] or _last(name)
        row[3] = fields.text("wikidata") or row[3]
        row[4].append([office, of, since, until])
        for known in (name, *fields.texts("names")):
            tables.term(known, "person", ident, "name")
            if _respelt(_last(known), row[2]) and _last(known) not in row[5]:
                row[5].append(_last(known))
    return name, until


def _respelt(word: str, short: str) -> bool:
    """Whether a word is a short name in another spelling ("Gadhafi" for "Gaddafi"), and not another name."""
    ours, theirs = key_of(word)[0], key_of(short)[0]
    return ours != theirs and ours[:1] == theirs[:1] and SequenceMatcher(None, ours, theirs).ratio() > 0.7


def _last(name: str) -> str:
    """The last word of a name, which reports use alone (files give `short` where it is another)."""
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".") in ("Jr", "Sr", "I", "II", "III", "VI", "XIV", "XVI"):
        words.pop()
    return words[-1]


def plural(noun: str) -> str:
    """The plural of a role noun by rule; of several words the one that is the head changes."""
    head, sep, rest = noun.partition(" of ")
    if not sep:
        head, sep, rest = noun.partition(" in ") if noun.startswith("commander") else (noun, "", "")
    if head.endswith(("man", "Man")) and not head.endswith("human"):
        return head[:-2] + "en" + sep + rest
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return head[:-1] + "ies" + sep + rest
    if head.endswith(("s", "x", "ch", "sh")):
        return head + "es" + sep + rest
    return head.rstrip(".") + "s" + sep + rest
