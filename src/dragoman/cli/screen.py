"""What commands print with: talk to stderr, answers to stdout, and nothing from a report taken as a command.

Text from reports may hold terminal escapes or rich's markup. Every piece of it goes through `clean`
and into a `rich.text.Text`, which interprets nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console
    from rich.text import Text

    from dragoman.ledger.view import Ledger

PIPED_WIDTH = 140
SHORT = 12
"""Characters of an id that are shown; commands take shortened ids."""

_KEPT = "\n\t"
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SURROGATES = range(0xD800, 0xE000)
_CONTROLS = {c: " " for c in (*range(0x20), *range(0x7F, 0xA0), *_BIDI, *_SURROGATES) if chr(c) not in _KEPT}

Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines, one object a row.")]
Limit = Annotated[int, typer.Option("--limit", min=0, help="At most this many rows; 0 for all.")]
Since = Annotated[str | None, typer.Option("--since", help="From this day on: 2023, 2023-11 or 2023-11-21.")]
Until = Annotated[str | None, typer.Option("--until", help="Up to this day: 2023, 2023-11 or 2023-11-21.")]
Ledger_ = Annotated[
    str | None, typer.Option("--ledger", help="The ledger's file.", show_default="dragoman.duckdb")
]
Status_ = Annotated[list[str] | None, typer.Option("--status", help="actual, planned, pledged, ...")]
Historical = Annotated[
    bool | None,
    typer.Option("--historical/--no-historical", help="Only what lies far back, or nothing of it."),
]
Report_ = Annotated[
    str | None, typer.Option("--report", help="Only this report (its id, or the start of it).")
]


def clean(text: str) -> str:
    """The text with a blank for each control, escape or direction character: its length is unchanged.

    Halves of characters (lone surrogates), which no terminal can be sent, are blanks too.
    """
    return text.translate(_CONTROLS)


def one_line(text: str | None, most: int | None = None) -> str:
    """The text cleaned, on one line, cut to ``most`` characters at a word."""
    line = " ".join(clean(text or "").split())
    if most is None or len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0] + "…"


def plain(text: str | None, style: str = "", most: int | None = None) -> Text:
    """The text on one line, to be printed as it is."""
    from rich.text import Text

    return Text(one_line(text, most), style=style)


def console(*, stderr: bool = False) -> Console:
    """Where to print: colours on a terminal only, markup never; as wide as it is, or as ``COLUMNS`` says."""
    from dragoman.cli.terminal import Terminal

    stream = sys.stderr if stderr else sys.stdout
    known = stream.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    width = None if known else PIPED_WIDTH
    return Terminal(file=stream, markup=False, emoji=False, highlight=False, width=width)


def settings() -> Settings:
    """The settings of this run, from the environment."""
    return Settings.from_environment()


def open_ledger(path: str | Path | None) -> Ledger:
    """The ledger named on the command line, else in the environment, else ``dragoman.duckdb``."""
    from dragoman.ledger.view import Ledger

    return Ledger.open(path or settings().ledger)


def print_json(rows: Iterable[object]) -> None:
    """Rows as JSON Lines on stdout, in ASCII: safe for every terminal, pipe and encoding."""
    for row in rows:
        typer.echo(json.dumps(row, default=_jsonable))


def print_table(heads: Iterable[str], rows: Iterable[Iterable[object]], out: Console | None = None) -> None:
    """A table without lines; None is a blank cell."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for head in heads:
        table.add_column(plain(head, "bold"))
    for row in rows:
        table.add_row(*(plain("" if cell is None else str(cell)) for cell in row))
    (out or console()).print(table)


def at_most(limit: int) -> int | None:
    """The limit for a query: 0 on the command line is none."""
    return limit or None


def when(told: str | None, published: str | None) -> str:
    """The time of something, two lines for a long one; where it is not known, publication's in brackets."""
    if told is not None:
        return told.replace(" to ", "\nto ")
    return f"({published[:10]})" if published else "(undated)"


def short(id: str) -> str:
    """As much of an id as it takes to tell it from others."""
    return clean(id[:SHORT])


def none_found(what: str) -> None:
    """Say on stderr that nothing passed the filters."""
    typer.echo(f"No {what} in this ledger pass these filters.", err=True)


def _jsonable(value: Any) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return str(value)
