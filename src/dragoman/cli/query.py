"""`dragoman sql` and `dragoman export`: the ledger for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.screen import (
    Json,
    Ledger_,
    clean,
    console,
    one_line,
    open_ledger,
    plain,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from dragoman.ledger.table import Answer

READABLE = 24
"""Characters that a cell needs to be read, if it has so many; a table with less room is shown row by row."""


def register(app: typer.Typer) -> None:
    """Put this family's commands on the application."""
    app.command()(sql)
    app.command()(export)


def sql(
    query: Annotated[str, typer.Argument(help="One SELECT over the tables and views of docs/ledger.md.")],
    value: Annotated[list[str] | None, typer.Option("--value", help="The value of a `?`, in order.")] = None,
    ledger: Ledger_ = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Json = False,
) -> None:
    """Ask the ledger in SQL.

    In DuckDB's SQL: it can read the ledger, change nothing and reach nothing else.
    """
    with open_ledger(ledger) as held:
        answer = held.sql(query, value)
    if json:
        return print_json(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return _print_csv(answer) if csv else _print_table(answer)


def _print_table(answer: Answer) -> None:
    rows = [[one_line(_shown(cell)) for cell in row] for row in answer.rows]
    columns = zip(answer.columns, *rows, strict=True)
    needed = sum(2 + min(READABLE, max(len(cell) for cell in column)) for column in columns) - 2
    if needed > console().width:
        return _print_row_by_row(answer)
    return print_table(answer.columns, rows)


def _print_row_by_row(answer: Answer) -> None:
    """Each row under its number, a line for each column: what is not known is seen not to be."""
    from rich.table import Table

    out = console()
    for number, row in enumerate(answer.rows, 1):
        out.print(f"row {number}", style="bold")
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, min_width=max(len(name) for name in answer.columns))
        table.add_column(ratio=1)
        for name, cell in zip(answer.columns, row, strict=True):
            empty = "NULL" if cell is None else "[]" if cell in ([], ()) else ""
            table.add_row(plain(name, "dim"), plain(empty, "dim") if empty else plain(_shown(cell)))
        out.print(table)


def _print_csv(answer: Answer) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    show = clean if sys.stdout.isatty() else str
    writer.writerow(answer.columns)
    writer.writerows([show(_shown(cell)) for cell in row] for row in answer.rows)


def _shown(cell: Any) -> str:
    if isinstance(cell, (list, tuple)):
        return "|".join(_shown(one) for one in cell)
    return "" if cell is None else str(cell)


def export(
    what: Annotated[
        str, typer.Option("--what", help="records, reports, actors, events, relations, statements, ...")
    ],
    to: Annotated[Path, typer.Option("--to", help="A file ending in .jsonl, .csv or .parquet.")],
    ledger: Ledger_ = None,
) -> None:
    """Write rows to a file: JSON Lines, CSV or Parquet."""
    from dragoman.cli.screen import settings
    from dragoman.export import export as write

    count = write(Path(ledger) if ledger else settings().ledger, what, to)
    typer.echo(f"{count} {what} written to {clean(str(to))}", err=True)
