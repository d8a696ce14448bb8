"""Which Congo, which Georgia? The other words of the report decide between the readings of a term."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.codebook.gazetteer import Gazetteer, Reading, Term
from dragoman.codebook.name_words import Token, key_of
from dragoman.find.actor_holders import held, told_by_holder
from dragoman.find.actor_scan import Hit
from dragoman.values import value

_HELD = "office is held by whom the report names"
_SEATS, _IF_NAMED = ("capital", "metonym"), "-if-named"
_DIRECTION = "a direction"  # what "the North" is in a report that tells of no divided country


@value
class Settled:
    """The matches of a sentence after ambiguous terms were read.

    ``choices`` gives, by first token, the reason and the runner-up; ``lost`` the matches that name no actor.
    """

    hits: tuple[Hit, ...]
    choices: dict[int, tuple[str, str | None]]
    lost: tuple[tuple[int, int, str], ...]


def in_its_day(hit: Hit, gazetteer: Gazetteer, day: str | None) -> Hit:
    """A match of which the first state had not begun, with the one first that sat there: Moscow in 1984."""
    if day is None or len(hit.terms) < 2:
        return hit
    states = [t for t in hit.terms if t.what == "entry" and t.form.startswith(_SEATS)]
    if len(states) < 2 or (gazetteer.entries[states[0].ref].since or "") <= day:
        return hit
    then = next((t for t in states if _stood(gazetteer, t.ref, day)), None)
    if then is None:
        return hit
    form = then.form.removesuffix(_IF_NAMED)
    others = tuple([t for t in hit.terms if t not in states])
    return Hit(hit.first, hit.last, (Term("entry", then.ref, form, then.case), *others), hit.key)


def _stood(gazetteer: Gazetteer, state: str, day: str) -> bool:
    """Whether a state had begun, and not ended, on a day."""
    entry = gazetteer.entries[state]
    return (entry.since or "") <= day and (entry.until is None or day <= entry.until)


def settle(
    hits: Sequence[Hit], tokens: Sequence[Token], gazetteer: Gazetteer, report_keys: frozenset[str]
) -> Settled:
    """Give each ambiguous match its one reading; ``report_keys`` are the terms of the whole report."""
    if gazetteer.ambiguous.keys().isdisjoint([h.key for h in hits]):
        return Settled(tuple(hits), {}, ())
    kept: list[Hit] = []
    choices: dict[int, tuple[str, str | None]] = {}
    lost: list[tuple[int, int, str]] = []
    for n, hit in enumerate(hits):
        key = hit.key
        entry = hit.of("entry") if key in gazetteer.ambiguous else None
        if entry is None:
            kept.append(hit)
            continue
        named = held(hits, n, tokens, gazetteer) or told_by_holder(gazetteer.ambiguous[key], report_keys)
        term, reason, runner_up = (
            choose(entry, key, hit.terms, gazetteer, report_keys, tokens[: hit.first])
            if named is None
            else (_meaning(named, entry, hit.terms), f"read as {named}: its {_HELD}", None)
        )
        if gazetteer.ambiguous[key][0].what == _DIRECTION and _part_of_more(hit, tokens):
            term, reason = None, "a part of another name"
        others = tuple(t for t in hit.terms if t.what != "entry")
        if term is None:
            lost.append((hit.first, hit.last, reason))
        elif reason:
            choices[hit.first] = (reason, runner_up)
        terms = others if term is None else (term, *others)
        if terms:
            kept.append(Hit(hit.first, hit.last, terms, key))
    return Settled(tuple(kept), choices, tuple(lost))


def _part_of_more(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether a direction is part of a name or of a way: "South Kivu", "North of the river"."""
    before = tokens[hit.first - 1] if hit.first else None
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    named = (
        before is not None and before.capital and before.end + 1 == tokens[hit.first].start and before.i > 0
    )
    longer = after is not None and after.start <= tokens[hit.last].end + 1
    return named or (longer and after is not None and (after.capital or after.norm == "of"))


def choose(
    term: Term,
    key: str,
    others: Sequence[Term],
    gazetteer: Gazetteer,
    report_keys: frozenset[str],
    before: Sequence[Token] = (),
) -> tuple[Term | None, str, str | None]:
    """The reading of an ambiguous term that the report's words support, the reason, and the runner-up.

    ``report_keys`` are all terms (normalised) that occur anywhere in the report, ``before`` the words of the
    sentence before this one: of readings that as many words support, that of the last of these is taken
    ("*Brazzaville* said Congo would host the talks with Kinshasa"). None: it is no actor.
    """
    readings = gazetteer.ambiguous.get(key)
    if not readings:
        return term, "", None
    scored = sorted(
        ((len(_cues(r) & report_keys), -i, r) for i, r in enumerate(readings)),
        key=lambda s: s[:2],
        reverse=True,
    )
    if len(scored) > 1 and scored[0][0] == scored[1][0] > 0:
        scored.sort(key=lambda s: (s[0], _last_of(_cues(s[2]), before), s[1]), reverse=True)
    if scored[0][2].actor is None and not scored[0][0] and _is_alone(key, report_keys):
        scored.sort(key=lambda s: s[2].actor is None)  # "the Labour Party" as a phrase by itself
    best, second = scored[0], scored[1] if len(scored) > 1 else None
    reason = _reason(best[2], best[0], report_keys)
    runner = second[2].actor or second[2].what if second else None
    if best[2].actor is None:
        return None, reason, runner
    return _meaning(best[2].actor, term, others), reason, runner


def _last_of(cues: frozenset[str], before: Sequence[Token]) -> int:
    """The place of the last of some words that is a cue; -1 where none is."""
    return next((t.i for t in reversed(before) if t.norm in cues), -1)


def _meaning(actor: str, term: Term, others: Sequence[Term]) -> Term:
    """The term that stands for an actor of several that it may mean."""
    chosen = next((t for t in others if t.what == "entry" and t.ref == actor), None)
    return chosen or Term("entry", actor, term.form, term.case)


def _is_alone(key: str, report_keys: frozenset[str]) -> bool:
    """Whether a name of several words is all that there is, so that only its best known bearer is left."""
    own = {"the", *key.split()}
    return " " in key and all(own.issuperset(k.split()) for k in report_keys)


def lone_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Capitalised words, alone and with the word before, which may be cues for an ambiguous term."""
    capitals = [t for t in tokens if t.text[0].isupper()]
    pairs = (f"{tokens[t.i - 1].norm} {t.norm}" for t in capitals if t.i)
    return frozenset(t.norm for t in capitals).union(pairs)


@lru_cache(maxsize=1 << 10)
def _cues(reading: Reading) -> frozenset[str]:
    """The cues of a reading as keys of the gazetteer; a gazetteer has a few hundred readings."""
    return frozenset(_cue_keys(reading))


@lru_cache(maxsize=1 << 10)
def _cue_keys(reading: Reading) -> tuple[str, ...]:
    return tuple(key_of(c)[0] for c in reading.cues)


def _reason(reading: Reading, hits: int, report_keys: frozenset[str]) -> str:
    what = reading.actor or reading.what
    if not hits:
        return f"read as {what}, the usual one"
    cues = [c for c, key in zip(reading.cues, _cue_keys(reading), strict=True) if key in report_keys]
    return f"read as {what} because the report also names " + ", ".join(cues[:3])
