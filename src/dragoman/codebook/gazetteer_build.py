"""From plain tables to the frozen gazetteer."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from dragoman.codebook.gazetteer import Entry, Gazetteer, Holder, Membership, Reading, Role, Tenure, Term
from dragoman.codebook.readings import Readings
from dragoman.codebook.shaped import Shaped


def assemble(tables: dict[str, Any]) -> Gazetteer:
    """The gazetteer that the tables describe; most of its rows are shaped when they are asked for."""
    return Gazetteer(
        entries=Shaped(tables["entries"], _entry),
        roles=tuple(Role(*row) for row in tables["roles"]),
        holders=Shaped(tables["holders"], _holder),
        terms=Shaped(tables["terms"], lambda rows: tuple(Term(*row) for row in rows)),
        begun=frozenset(tables["terms"]).union(tables["beginnings"]),
        shorts=Shaped(tables["shorts"], tuple),
        offices=Shaped(tables["offices"], _tenures),
        ambiguous={
            key: tuple(Reading(actor, what, tuple(cues)) for actor, what, cues in rows)
            for key, rows in tables["ambiguous"].items()
        },
        modifiers={key: (sector, tuple(of)) for key, (sector, of) in tables["modifiers"].items()},
        instruments=tuple((kind, pattern) for kind, pattern in tables["instruments"]),
        readings=Readings.of(tables["readings"]),
        digest=sha256(json.dumps(tables["digests"], sort_keys=True).encode()).hexdigest()[:16],
        by_noun=Shaped(tables["by_noun"], tuple),
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


def _tenures(rows: list[list[Any]]) -> tuple[Tenure, ...]:
    return tuple(Tenure(*row) for row in rows)
