"""On whose word things stand, in plain words: who says that who says that it is so."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.record import Attribution, Event, Pledge, Position, Record, Statement

OUTLET = "the outlet's own voice"


def event_word(record: Record, event: Event) -> str:
    """Who asserts an event, outermost first."""
    return _told(record, event.attribution)


def pledge_word(record: Record, pledge: Pledge) -> str:
    """Who tells of a pledge: the promiser, another, or the outlet."""
    made_in = next((s for s in record.statements if s.id == pledge.statement), None)
    if made_in is None:
        return OUTLET
    told = _told(record, [_link(record, s) for s in hosts(record, made_in)])
    return f"{told}, of themselves" if pledge.by in _all(made_in) else told


def position_word(record: Record, position: Position) -> str:
    """Who tells where somebody stands: the holder, another, or the outlet."""
    at = _where_named(record, position)
    over = [s for s in record.statements if s.content.start <= at < s.content.end]
    if not over:
        return OUTLET
    innermost = min(over, key=lambda s: s.content.end - s.content.start)
    told = _told(record, [_link(record, s) for s in hosts(record, innermost)])
    return f"{told}, of themselves" if position.holder in _all(innermost) else told


def statement_word(record: Record, said: Statement) -> str:
    """Who reports a statement: another speaker, or the outlet."""
    return _told(record, [_link(record, s) for s in hosts(record, said)[:-1]])


def hosts(record: Record, statement: Statement) -> list[Statement]:
    """A statement with those that report it, outermost first."""
    known = {s.id: s for s in record.statements}
    chain = [statement]
    while (over := known.get(chain[0].inside or "")) is not None and over not in chain:
        chain.insert(0, over)
    return chain


def nested(record: Record) -> Iterator[tuple[int, Statement]]:
    """Every statement with its depth, each behind the one that reports it."""
    known = {s.id for s in record.statements}
    under: dict[str, list[Statement]] = {}
    for s in record.statements:
        under.setdefault(s.inside if s.inside in known else "", []).append(s)
    waiting = [(0, s) for s in reversed(under.get("", []))]
    while waiting:
        depth, s = waiting.pop()
        yield depth, s
        waiting += [(depth + 1, c) for c in reversed(under.get(s.id, [])) if c.id != s.id]


def _told(record: Record, chain: list[Attribution] | tuple[Attribution, ...]) -> str:
    """The chain as a clause: "Peru (“said”) says that Chile and Cuba (“warned”) say so"."""
    if not chain:
        return OUTLET
    links = []
    for a in chain:
        together = _together(record, a)
        who = " and ".join(_name(record, one) if one else _unknown(record, a) for one in together)
        links.append(f"{who} (“{a.span.of(record.report.text)}”) {'say' if len(together) > 1 else 'says'}")
    return " that ".join(links) + " so"


def _together(record: Record, said: Attribution) -> tuple[str | None, ...]:
    """All on whose joint word something stands, the one named first of them."""
    at = (s.speakers for s in record.statements if s.cue == said.span and s.speaker == said.speaker)
    return next(at, ()) or (said.speaker,)


def _all(said: Statement) -> tuple[str | None, ...]:
    """All who say something together."""
    return said.speakers or (said.speaker,)


def _unknown(record: Record, said: Attribution) -> str:
    """The report's words for a speaker who is no actor: "three of the crew"."""
    at = (s.speaker_text for s in record.statements if s.cue == said.span and s.speaker is None)
    return " ".join((next(at, None) or "(unnamed)").split())


def _link(record: Record, statement: Statement) -> Attribution:
    return Attribution(statement.speaker, statement.verb or "say", statement.cue or statement.content)


def _where_named(record: Record, position: Position) -> int:
    """Where in its sentence a position's question is named; the sentence's end where it is in other words."""
    sentence = position.evidence.of(record.report.text).lower()
    found = [sentence.find(w) for w in reversed(position.question.lower().split()) if len(w) > 2]
    return position.evidence.start + next((k for k in found if k >= 0), len(sentence.rstrip(' .!?”"')) - 1)


def _name(record: Record, actor_id: str) -> str:
    actor = record.actor(actor_id)
    return " ".join((actor.name if actor else actor_id).split())
