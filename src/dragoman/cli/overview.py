"""The first page of a ledger: how much there is, who deals with whom, the latest words, what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli import lines
from dragoman.cli.screen import clean, console, one_line, short
from dragoman.ledger import choices, dates

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.ledger.rows import DyadRow, Overview
    from dragoman.ledger.view import Ledger


def print_overview(ledger: Ledger) -> None:
    """Counts, the busiest pairs, the latest statements and pledges, and commands that go on from there."""
    seen = ledger.overview()
    out = console()
    _counts(out, seen)
    if not dict(seen.counts)["reports"]:
        out.print("Nothing has been read yet. Begin with: dragoman read PATH")
        return
    if seen.dyads:
        out.print(
            "\nWho deals most with whom: what happened, is planned or was pledged, of late", style="bold"
        )
        for pair in seen.dyads:
            out.print(_pair(ledger, pair))
    if seen.statements:
        out.print("\nLatest statements", style="bold")
        lines.print_entries(lines.statement_entry(row) for row in seen.statements)
    if seen.pledges:
        out.print("\nLatest pledges", style="bold")
        lines.print_entries(lines.pledge_entry(row) for row in seen.pledges)
    _next(out, ledger, seen)


def _counts(out: Console, seen: Overview) -> None:
    counts = dict(seen.counts)
    between = f", published {seen.first} to {seen.last}" if seen.first else ""
    told = ", ".join(f"{n} {kind}" for kind, n in counts.items() if kind != "reports")
    out.print(
        f"{clean(str(seen.path))}: {counts['reports']} report{'s' * (counts['reports'] != 1)}{between}",
        style="bold",
    )
    out.print(told)


def _pair(ledger: Ledger, pair: DyadRow) -> str:
    a, b = (_called(ledger, code) for code in (pair.a, pair.b))
    first = dates.told(pair.first, pair.first_until, pair.first_precision)
    last = dates.told(pair.last, pair.last_until, pair.last_precision)
    when = f"  {between}" if (between := dates.told_between(first, last)) else ""
    kinds = f"{pair.cooperation} cooperation, {pair.conflict} conflict"
    return f"  {a} and {b}: {pair.events} event{'s' * (pair.events > 1)}, {kinds}{when}"


def _called(ledger: Ledger, code: str) -> str:
    found = [actor for actor in ledger.actors(code) if actor.actor == code]
    return one_line(found[0].name) if found else clean(choices.state_name(code) or code)


def _next(out: Console, ledger: Ledger, seen: Overview) -> None:
    """Commands that work on this very ledger."""
    out.print("\nWhat to type next", style="bold")
    where = "" if seen.path.name == "dragoman.duckdb" else f" --ledger {clean(str(seen.path))}"
    commands = ["events --status pledged", "statements --form direct", "export --what events --to events.csv"]
    told = list(ledger.events(status="actual", historical=False, limit=1))
    if seen.dyads:
        a, b = seen.dyads[0].a, seen.dyads[0].b
        commands.insert(0, f"relations {a} {b}")
        told = list(ledger.events(actor=a, recipient=b, status="actual", limit=1)) or told
    if told:
        commands[1:1] = [f"explain {short(told[0].id)}", f"show {short(told[0].report)}"]
    for command in commands:
        out.print(f"  dragoman {command}{where}", soft_wrap=True)
