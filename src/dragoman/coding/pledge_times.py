"""When a pledge was made, and by when it is to be kept."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.commissives import Commitment
from dragoman.coding.deadlines import due_within, said_on
from dragoman.coding.pledge_reading import PledgeReading
from dragoman.find.quotation_tree import Tree
from dragoman.record import Event, Report, Statement, TimeSpan


def made_on(reading: PledgeReading, tree: Tree, c: Commitment, statement: Statement | None) -> str | None:
    """When: on the day that the commissive word has, else that of the statement, else of publication."""
    report = reading.report
    own = None if c.modal else said_on(tree, c.cue, tree.under(c.act), reading.mentions, report.published)
    return own or told_on(report, statement)


def told_on(report: Report, statement: Statement | None) -> str | None:
    """The statement's own date, else the date of publication."""
    if statement is not None and statement.time is not None and statement.time.start:
        return statement.time.start[:10]
    return report.published[:10] if report.published else None


def deadline(
    reading: PledgeReading, tree: Tree, c: Commitment, event: Event | None, made: str | None
) -> TimeSpan | None:
    """The deadline: a date under the act, else under the commissive word, that ends after publication.

    Without a date it is how long the act may take, counted from the promise ("within 48 hours").
    """
    under = tree.under(c.act)
    around = tree.under(c.cue)
    under, around = under - relatives(tree, under), around - relatives(tree, around)
    dated = [*_dates(reading, tree, under), *_dates(reading, tree, around - under)]
    dated += [event.time] if event and event.time else []
    found = next((t for t in dated if is_ahead(reading, t)), None)
    if found is not None and found.start is None:
        return replace(found, start=made)  # "by June": from the promise on
    return found or due_within(tree, under | tree.under(c.cue), reading.mentions, made)


def relatives(tree: Tree, words: set[int]) -> set[int]:
    """Those of some words that stand in relative clauses, which tell of a thing what is not promised."""
    heads = [i for i in words if tree.s.words[i].deprel == "acl:relcl" and tree.s.words[i].head in words]
    return {k for i in heads for k in tree.under(i)}


def _dates(reading: PledgeReading, tree: Tree, words: set[int]) -> list[TimeSpan]:
    """The dates found at some words."""
    here = tree.s.span
    dated = [t for t in reading.times if t.span and t.span.overlaps(here)]
    things = {m.span: m.thing for m in reading.mentions if m.thing is not None and here.covers(m.span)}
    return [
        t
        for t in dated
        if t.span and (things.get(t.span) in words or not words.isdisjoint(tree.s.covering(t.span)))
    ]


def is_ahead(reading: PledgeReading, time: TimeSpan) -> bool:
    """Whether a time ends after the report was published."""
    return bool(time.end and time.end[:10] > (reading.report.published or "")[:10])
