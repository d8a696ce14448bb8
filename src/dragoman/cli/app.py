"""The commands put together, and what becomes of an error."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dragoman.errors import DragomanError

HELP = """Read news reports and ask who did or said what to whom, when, where, and on whose word.

Begin with `dragoman read PATH...`, then `dragoman overview`."""


class Commands(TyperGroup):
    """The commands in the order of their use, with errors told as one paragraph and exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            typer.echo(f"dragoman: {_printable(str(error))}", err=True)
            raise typer.Exit(2) from error
        except BrokenPipeError:
            # The reader of our output (`head`) has seen enough; say nothing more, also not at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None


def build() -> typer.Typer:
    """The application, with every family of commands on it."""
    from dragoman.cli import ask, bench, codebook, explain, query, read, relations, show

    app = typer.Typer(
        cls=Commands,
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,  # plain help: rich would cost a quarter of a second before the first word
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for family in (read, show, relations, ask, explain, query, codebook, bench):
        family.register(app)
    return app


def _version(asked: bool) -> None:
    if asked:
        from dragoman import __version__

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_version),
    ] = False,
) -> None:
    """What goes before the command."""


_options.__doc__ = HELP


def _printable(message: str) -> str:
    from dragoman.cli.screen import clean

    return clean(message)
