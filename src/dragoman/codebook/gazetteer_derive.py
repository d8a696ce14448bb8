"""What follows from the gazetteer's tables and is asked for at every start: it is compiled with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.codebook.name_words import key_of, normal

DERIVED = ("shorts", "offices", "by_noun")
"""Those of the tables that hold a row a key."""


def office_key(office: str, of: str) -> str:
    """The key of an office of an actor, such as ``president|SRB``."""
    return f"{office}|{of}"


def derive(tables: dict[str, Any]) -> dict[str, Any]:
    """The tables that others find their way by: beginnings of terms, short names, offices, nouns.

    Args:
        tables: plain tables as `gazetteer_read.read_tables` gives them.

    Returns:
        ``beginnings``: words that a term begins with and that are no term; ``shorts``: short names of persons
        to their ids; ``offices``: office and actor, as `office_key` joins them, to rows ``[person, office,
        of, since, until]`` in the order of time; ``by_noun``: common nouns to the ids of whom they may mean.
    """
    return {
        "beginnings": _beginnings(tables["terms"]),
        "shorts": _shorts(tables["holders"]),
        "offices": _offices(tables["holders"]),
        "by_noun": _by_noun(tables["entries"]),
    }


def short_keys(short: str) -> tuple[str, ...]:
    """The normalised forms of a short name: with its article and without ("al-Assad", "Assad")."""
    key = normal(short) if short.isalpha() else key_of(short)[0]
    first, _, rest = key.partition(" ")
    return (key, rest) if rest and first in ("al", "el") else (key,)


def _beginnings(terms: Iterable[str]) -> list[str]:
    """Whatever words a term begins with, its first, its first two, and so on, that are no term themselves."""
    known = set(terms)
    found: dict[str, None] = {}
    for key in terms:
        at = key.rfind(" ")
        while at > 0 and (words := key[:at]) not in found:  # whose own beginnings were looked at then
            if words not in known:
                found[words] = None
            at = words.rfind(" ")
    return list(found)


def _shorts(holders: dict[str, list[Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ident, _, short, _, _, spellings in holders.values():
        for written in (short, *spellings):
            for key in short_keys(written):
                found.setdefault(key, []).append(ident)
    return found


def _offices(holders: dict[str, list[Any]]) -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = {}
    for ident, _, _, _, tenures, _ in holders.values():
        for office, of, since, until in tenures:
            found.setdefault(office_key(office, of), []).append([ident, office, of, since, until])
    return {key: sorted(rows, key=lambda row: row[3]) for key, rows in found.items()}


def _by_noun(entries: dict[str, list[Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in entries.values():
        for noun in row[6]:
            found.setdefault(key_of(noun)[0], []).append(row[0])
    return found
