"""`dragoman codebook check`: every file of a codebook read, every example tried."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.screen import clean


def register(app: typer.Typer) -> None:
    """Put this family's commands on the application."""
    family = typer.Typer(help="Check the codebook that decides what is an event.", no_args_is_help=True)
    family.callback()(_family)
    family.command()(check)
    app.add_typer(family, name="codebook")


def _family() -> None:
    """Check the codebook that decides what is an event."""


def check(
    directory: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="A codebook's directory; by default the shipped one."),
    ] = None,
) -> None:
    """Read a codebook whole and say what is wrong with it.

    Exit code 0: sound; 1: something is wrong, each with file, line and remedy; 2: no codebook there.
    """
    from dragoman.codebook.check import check as checked

    found = checked(directory)
    counts = ", ".join(
        f"{n} {kind}" for kind, n in asdict(found).items() if isinstance(n, int) and not isinstance(n, bool)
    )
    typer.echo(clean(f"{found.folder}: {counts}"))
    for problem in found.problems:
        typer.echo(clean(problem), err=True)
    if found.problems:
        raise typer.Exit(1)
