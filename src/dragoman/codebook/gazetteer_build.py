"""From plain tables to the frozen gazetteer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from dragoman.codebook.gazetteer import Entry, Gazetteer, Holder, Membership, Reading, Role, Tenure, Term
from dragoman.codebook.name_words import key_of, normal
from dragoman.codebook.readings import Readings


def assemble(tables: dict[str, Any]) -> Gazetteer:
    """The gazetteer that the tables describe."""
    entries = {ident: _entry(row) for ident, row in tables["entries"].items()}
    holders = {ident: _holder(row) for ident, row in tables["holders"].items()}
    terms = {key: tuple(Term(*row) for row in rows) for key, rows in tables["terms"].items()}
    return Gazetteer(
        entries=entries,
        roles=tuple(Role(*row) for row in tables["roles"]),
        holders=holders,
        terms=terms,
        begun=_begun(terms),
        shorts=_shorts(holders.values()),
        offices=_offices(holders.values()),
        ambiguous={
            key: tuple(Reading(actor, what, tuple(cues)) for actor, what, cues in rows)
            for key, rows in tables["ambiguous"].items()
        },
        modifiers={key: (sector, tuple(of)) for key, (sector, of) in tables["modifiers"].items()},
        instruments=tuple((kind, pattern) for kind, pattern in tables["instruments"]),
        readings=Readings.of(tables["readings"]),
        digest=sha256(json.dumps(tables["digests"], sort_keys=True).encode()).hexdigest()[:16],
        by_noun=_by_noun(entries.values()),
    )


def _entry(row: list[Any]) -> Entry:
    ident, kind, name, state, sector, wikidata, nouns, claimed, since, until, power, codes, members = row
    return Entry(
        ident,
        kind,
        name,
        state,
        sector,
        wikidata,
        tuple(nouns),
        tuple(claimed),
        since,
        until,
        tuple((a, b) for a, b in power),
        tuple(codes.items()),
        tuple(Membership(*m) for m in members),
    )


def _holder(row: list[Any]) -> Holder:
    ident, name, short, wikidata, tenures, spellings = row
    return Holder(ident, name, short, wikidata, tuple(Tenure(ident, *t) for t in tenures), tuple(spellings))


def _begun(terms: Iterable[str]) -> frozenset[str]:
    """Every term, and whatever words a term begins with."""
    found = set(terms)
    for key in terms:
        at = key.rfind(" ")
        while at > 0 and (words := key[:at]) not in found:  # whose own beginnings were looked at then
            found.add(words)
            at = words.rfind(" ")
    return frozenset(found)


def _shorts(holders: Iterable[Holder]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for holder in holders:
        for short in (holder.short, *holder.spellings):
            for key in short_keys(short):
                found.setdefault(key, []).append(holder.id)
    return {key: tuple(ids) for key, ids in found.items()}


def short_keys(short: str) -> tuple[str, ...]:
    """The normalised forms of a short name: with its article and without ("al-Assad", "Assad")."""
    key = normal(short) if short.isalpha() else key_of(short)[0]
    first, _, rest = key.partition(" ")
    return (key, rest) if rest and first in ("al", "el") else (key,)


def _offices(holders: Iterable[Holder]) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], list[Tenure]] = {}
    for holder in holders:
        for tenure in holder.tenures:
            found.setdefault((tenure.office, tenure.of), []).append(tenure)
    return {key: tuple(sorted(rows, key=lambda t: t.since)) for key, rows in found.items()}


def _by_noun(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        for noun in entry.nouns:
            found.setdefault(key_of(noun)[0], []).append(entry.id)
    return {noun: tuple(ids) for noun, ids in found.items()}
