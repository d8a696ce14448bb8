"""Lists from the ledger: reports, actors, events, statements, pledges, positions and figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from dragoman.cli.screen import (
    Historical,
    Json,
    Ledger_,
    Limit,
    Report_,
    Since,
    Status_,
    Until,
    at_most,
    none_found,
    open_ledger,
    print_json,
    print_table,
    short,
)

if TYPE_CHECKING:
    from rich.text import Text

Row = TypeVar("Row")
Text_ = Annotated[str | None, typer.Option("--text", help="Only where these words stand.")]


def register(app: typer.Typer) -> None:
    """Put this family's commands on the application."""
    for command in (overview, reports, actors, events, statements, pledges, positions, figures):
        app.command()(command)


def overview(ledger: Ledger_ = None) -> None:
    """Sum up the ledger, and say what to type next."""
    from dragoman.cli.overview import print_overview

    with open_ledger(ledger) as held:
        print_overview(held)


def reports(ledger: Ledger_ = None, limit: Limit = 50, json: Json = False) -> None:
    """List the reports that were read."""
    with open_ledger(ledger) as held:
        rows = held.reports(limit=at_most(limit))
    if json:
        return print_json(rows)
    heads = ("published", "publisher", "title", "events", "statements", "pledges", "id")
    cells = (
        (
            (r.published or "?")[:10],
            r.publisher,
            r.title or r.source,
            r.events,
            r.statements,
            r.pledges,
            short(r.report),
        )
        for r in rows
    )
    return print_table(heads, cells)


def actors(
    name: Annotated[str | None, typer.Argument(help="An id, a name, or a word of one.")] = None,
    ledger: Ledger_ = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List who is in the ledger, or whom NAME may mean."""
    with open_ledger(ledger) as held:
        found = held.actors(name)
        if name is not None and not found:
            acting = held.party(
                name
            ).ids  # a state that is never named itself; else an error says who is near
            found = tuple(a for a in held.actors() if a.state in acting)
        rows = found[: at_most(limit)]
    if json:
        return print_json(rows)
    heads = ("id", "name", "kind", "state", "sector", "office", "reports")
    return print_table(
        heads, ((a.actor, a.name, a.kind, a.state, a.sector, a.office, a.reports) for a in rows)
    )


def events(
    ledger: Ledger_ = None,
    type: Annotated[list[str] | None, typer.Option("--type", help="PLOVER type; may be repeated.")] = None,
    mode: Annotated[list[str] | None, typer.Option("--mode", help="Mode; may be repeated.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Who did it: an id, a state, a name.")] = None,
    recipient: Annotated[str | None, typer.Option("--recipient", help="To whom it was done.")] = None,
    status: Status_ = None,
    historical: Historical = None,
    country: Annotated[str | None, typer.Option("--country", help="Where: a country's code or name.")] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Where: a town or region, or words of it.")
    ] = None,
    dated: Annotated[
        bool | None,
        typer.Option("--dated/--undated", help="Only what the report dates, or only what it does not."),
    ] = None,
    since: Since = None,
    until: Until = None,
    report: Report_ = None,
    text: Text_ = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List events: who did what to whom.

    Those that pass every filter, in the order of time. What the report does not date counts on the day of
    publication, which is shown in brackets and is no date of the event.
    """
    with open_ledger(ledger) as held:
        rows = held.events(
            type=type,
            mode=mode,
            actor=actor,
            recipient=recipient,
            status=status,
            historical=historical,
            country=country,
            place=place,
            dated=dated,
            since=since,
            until=until,
            report=report,
            text=text,
            limit=at_most(limit),
        )
    _list("events", rows, json, limit)


def statements(
    ledger: Ledger_ = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="Who said it: an id, a state, a name.")
    ] = None,
    about: Annotated[str | None, typer.Option("--about", help="The id of an event that was told of.")] = None,
    form: Annotated[str | None, typer.Option("--form", help="direct, indirect or mixed.")] = None,
    since: Since = None,
    until: Until = None,
    report: Report_ = None,
    text: Text_ = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List statements: who said what."""
    with open_ledger(ledger) as held:
        rows = held.statements(
            speaker=speaker,
            about=about,
            form=form,
            since=since,
            until=until,
            report=report,
            text=text,
            limit=at_most(limit),
        )
    _list("statements", rows, json, limit)


def pledges(
    ledger: Ledger_ = None,
    by: Annotated[str | None, typer.Option("--by", help="Who committed: an id, a state, a name.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="Towards whom.")] = None,
    strength: Annotated[
        str | None, typer.Option("--strength", help="vow, promise, intention or consideration.")
    ] = None,
    since: Since = None,
    until: Until = None,
    report: Report_ = None,
    text: Text_ = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List pledges: who committed to what, towards whom."""
    with open_ledger(ledger) as held:
        rows = held.pledges(
            by=by,
            to=to,
            strength=strength,
            since=since,
            until=until,
            report=report,
            text=text,
            limit=at_most(limit),
        )
    _list("pledges", rows, json, limit)


def positions(
    ledger: Ledger_ = None,
    holder: Annotated[
        str | None, typer.Option("--holder", help="Who holds it: an id, a state, a name.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="The question, or words of it.")] = None,
    stance: Annotated[str | None, typer.Option("--stance", help="for, against or neutral.")] = None,
    at: Annotated[str | None, typer.Option("--at", help="As told up to this day.")] = None,
    report: Report_ = None,
    text: Text_ = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List positions: who stands where on which question."""
    with open_ledger(ledger) as held:
        rows = held.positions(
            holder=holder, on=on, stance=stance, at=at, report=report, text=text, limit=at_most(limit)
        )
    _list("positions", rows, json, limit)


def figures(
    ledger: Ledger_ = None,
    unit: Annotated[str | None, typer.Option("--unit", help="What is counted: troops, day, people.")] = None,
    report: Report_ = None,
    text: Text_ = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List figures: numbers, what they count, their bounds."""
    with open_ledger(ledger) as held:
        rows = held.figures(unit=unit, text=text, report=report, limit=at_most(limit))
    _list("figures", rows, json, limit)


def _list(what: str, rows: Sequence[Row], json: bool, limit: int) -> None:
    if json:
        return print_json(rows)
    if not rows:
        return none_found(what)
    from dragoman.cli import lines
    from dragoman.cli.figures import figure_entries

    entries: dict[str, Callable[[Any], tuple[str, Text, str]]] = {
        "events": lines.event_entry,
        "statements": lambda row: lines.sourced(lines.statement_entry(row), row),
        "pledges": lambda row: lines.sourced(lines.pledge_entry(row), row),
        "positions": lambda row: lines.sourced(lines.position_entry(row), row),
    }
    told: Any = rows
    lines.print_entries(figure_entries(told) if what == "figures" else map(entries[what], told))
    if limit and len(rows) == limit:
        typer.echo(f"The first {limit}; there may be more (--limit 0 for all).", err=True)
    undated = sum(e.day_from == "published" for e in told) if what == "events" else 0
    if undated:
        note = f"{undated} of {len(rows)} without a date of their own: that of publication is in brackets"
        typer.echo(f"{note}.", err=True)
    return None
