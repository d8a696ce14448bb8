"""`dragoman relations A B`: what has passed between two parties, as a list and as a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.screen import (
    Historical,
    Json,
    Ledger_,
    Since,
    Status_,
    Until,
    console,
    one_line,
    open_ledger,
    print_json,
)
from dragoman.errors import BadInput

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.ledger.relations import Period, Relations

BAR = 24
"""Characters of the longest bar on either side of the chart's axis."""


def register(app: typer.Typer) -> None:
    """Put this family's command on the application."""
    app.command()(relations)


def relations(
    a: Annotated[str, typer.Argument(help="An actor's id, a state or organisation, or a name.")],
    b: Annotated[str, typer.Argument(help="The other one.")],
    ledger: Ledger_ = None,
    since: Since = None,
    until: Until = None,
    by: Annotated[
        str, typer.Option("--by", help="Periods of the chart: day, week, month or year.")
    ] = "month",
    status: Status_ = None,
    historical: Historical = None,
    json: Json = False,
) -> None:
    """List and chart what has passed between A and B.

    Both directions, each event with the sentence behind it. A state or organisation stands for all who
    act for it: its president, army and ministries. The chart counts what happened, is planned or was
    pledged, on the day of the event.
    """
    from dragoman.ledger.dates import PERIODS

    if by not in PERIODS:
        raise BadInput(f"--by {by} is no period", remedy=f"Choose one of {', '.join(PERIODS)}")
    with open_ledger(ledger) as held:
        found = held.relations(a, b, since=since, until=until, status=status, historical=historical)
    if json:
        return print_json({"direction": row.direction, **_flat(row.event)} for row in found.rows)
    return _print(found, by, bool(historical))


def _print(found: Relations, by: str, historical: bool) -> None:
    from dragoman.cli import lines

    out = console()
    a, b = one_line(found.a.name), one_line(found.b.name)
    out.print(f"{a} and {b}: {_count(len(found.rows), 'event')}{_parts(found)}", style="bold")
    if not found.rows:
        return
    lines.print_entries(lines.event_entry(row.event) for row in found.rows)
    periods = found.by(by, historical=historical)
    if periods:
        out.print(f"\nEvents by {by}: conflict to the left, cooperation to the right", style="bold")
        for line in chart(periods):
            out.print(line)


def _parts(found: Relations) -> str:
    """How many of the events the overview and the chart count, and what the others are."""
    counted = found.counted()
    left = Counter(
        "historical" if row.event.historical else row.event.status
        for row in found.rows
        if row.event not in counted
    )
    others = ", ".join(f"{n} {kind}" for kind, n in left.items())
    return f", {len(counted)} counted; the rest: {others}" if left else ""


def chart(periods: Sequence[Period]) -> list[Text]:
    """A line a period: conflict to the left of the axis, cooperation to the right, then the mean score."""
    from rich.text import Text

    most = max((max(p.cooperation, p.conflict) for p in periods), default=0) or 1
    width = max(len(p.name) for p in periods)
    found = []
    for p in periods:
        left, right = (round(BAR * n / most) or (1 if n else 0) for n in (p.conflict, p.cooperation))
        mean = "" if p.score is None else f"  mean score {p.score:+.1f}"
        found.append(
            Text.assemble(
                f"{p.name:>{width}}  {p.conflict or '':>4} ",
                ("█" * left).rjust(BAR),
                "│",
                ("█" * right, "green"),
                f" {p.cooperation or ''}",
                (mean, "dim"),
            )
        )
        found[-1].stylize("red", width + 7, width + 7 + BAR)
    return found


def _count(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def _flat(event: object) -> dict[str, object]:
    from dataclasses import fields

    return {field.name: getattr(event, field.name) for field in fields(event)}  # type: ignore[arg-type]
