"""Which Congo has this president? Who held an office decides what the name of his state means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.codebook.gazetteer import Gazetteer, Holder, Reading
from dragoman.codebook.name_words import Token
from dragoman.find.actor_scan import Hit

_OF = "of"
_LEADING = frozenset({"s", "'", "’"})


def held(hits: Sequence[Hit], n: int, tokens: Sequence[Token], gazetteer: Gazetteer) -> str | None:
    """The state that an ambiguous match means by the known holder of the office told with it.

    "Congo's President Pascal Lissouba" and "President Lissouba of Congo"; None where nobody known is named,
    or where the office was held in none, or in more than one, of the states that the match may mean.
    """
    readings = gazetteer.ambiguous.get(hits[n].key, ())
    states = {r.actor for r in readings if r.actor is not None}
    if len(states) < 2:
        return None
    for office, holders in (*_after(hits, n, tokens, gazetteer), *_before(hits, n, tokens, gazetteer)):
        told = {t.of for h in holders for t in h.tenures if t.office == office} & states
        if len(told) == 1:
            return told.pop()
    return None


def key_of_state(state: str) -> str:
    """What stands among the terms of a report where an office holder told which state is meant."""
    return f"={state}"


def told_by_holder(readings: Sequence[Reading], report_keys: frozenset[str]) -> str | None:
    """The one of the states that a term may mean that a holder of an office told elsewhere in the report."""
    told = {r.actor for r in readings if r.actor and key_of_state(r.actor) in report_keys}
    return told.pop() if len(told) == 1 else None


def states_told(hits: Sequence[Hit], tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[str]:
    """The keys of the states that holders of offices tell in a sentence."""
    ambiguous = gazetteer.ambiguous
    for n, hit in enumerate(hits):
        if (
            hit.key in ambiguous
            and hit.of("entry") is not None
            and (state := held(hits, n, tokens, gazetteer)) is not None
        ):
            yield key_of_state(state)


def _after(
    hits: Sequence[Hit], n: int, tokens: Sequence[Token], gazetteer: Gazetteer
) -> Iterator[tuple[str, tuple[Holder, ...]]]:
    """The office and the holders that stand at once behind: "Congo's *President Lissouba*"."""
    office = hits[n + 1] if n + 1 < len(hits) else None
    first = hits[n].last + 1
    while first < len(tokens) and tokens[first].norm in _LEADING:
        first += 1
    if office is not None and office.first == first:
        yield from _titled(office, office.last + 1, tokens, gazetteer)


def _before(
    hits: Sequence[Hit], n: int, tokens: Sequence[Token], gazetteer: Gazetteer
) -> Iterator[tuple[str, tuple[Holder, ...]]]:
    """The office and the holders that stand before "of": "*President Lissouba* of Congo"."""
    if hits[n].first == 0 or tokens[hits[n].first - 1].norm != _OF:
        return
    for office in hits[max(0, n - 2) : n]:
        yield from _titled(office, office.last + 1, tokens, gazetteer, hits[n].first - 2)


def _titled(
    office: Hit, first: int, tokens: Sequence[Token], gazetteer: Gazetteer, last: int | None = None
) -> Iterator[tuple[str, tuple[Holder, ...]]]:
    term = office.of("role")
    role = gazetteer.roles[int(term.ref)] if term is not None else None
    if role is None or role.office is None or first >= len(tokens):
        return
    for end in range(min(first + 3, len(tokens) - 1), first - 1, -1):
        name = " ".join(t.norm for t in tokens[first : end + 1])
        full = [t.ref for t in gazetteer.terms.get(name, ()) if t.what == "person"]
        known = full or gazetteer.shorts.get(name, ()) if last in (None, end) else ()
        if known:
            yield role.office, tuple(gazetteer.holders[i] for i in known)
            return
