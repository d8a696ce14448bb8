"""`dragoman codebook check` and `train`: a codebook read whole, and its taught types fitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.screen import clean

if TYPE_CHECKING:
    from dragoman.codebook.events import EventType
    from dragoman.codebook.taught import Taught
    from dragoman.teaching.train import Result


_HELP = "Check and train the codebook that decides what is an event."


def register(app: typer.Typer) -> None:
    """Put this family's commands on the application."""
    family = typer.Typer(help=_HELP, no_args_is_help=True)
    family.callback()(_family)
    family.command()(check)
    family.command()(train)
    app.add_typer(family, name="codebook")


def _family() -> None:
    """Check and train the codebook that decides what is an event."""


def check(
    directory: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]", help="A codebook, or types or actors of your own; by default the shipped one."
        ),
    ] = None,
) -> None:
    """Read a codebook whole and say what is wrong with it.

    Exit code 0: sound; 1: something is wrong, each with file, line and remedy; 2: no codebook there.
    """
    from dragoman.cli.screen import settings
    from dragoman.codebook.check import check as checked
    from dragoman.language.model import model_digest

    found = checked(directory, model_digest(settings().model_dir))
    counts = ", ".join(
        f"{n} {kind}" for kind, n in asdict(found).items() if isinstance(n, int) and not isinstance(n, bool)
    )
    if found.types:  # of a codebook that does not load nothing was counted
        typer.echo(clean(f"{found.folder}: {counts}"))
    for problem in found.problems:
        typer.echo(clean(problem), err=True)
    if found.problems:
        raise typer.Exit(1)


def train(
    directory: Annotated[
        Path, typer.Argument(metavar="DIR", help="A codebook's directory, or one of your own types.")
    ],
) -> None:
    """Fit the types that have examples instead of rules, and say how well they fare.

    Each type's weights are written beside its YAML; `dragoman read --codebook DIR` uses them. The scores are
    those of sentences left out of training, one at a time.

    Exit code 0: trained; 2: nothing to train, or a mistake in a file.
    """
    from dragoman.cli.screen import settings
    from dragoman.codebook import NOTHING, load_codebook
    from dragoman.codebook.trained import save_trained, taught_types
    from dragoman.errors import BadInput
    from dragoman.language import load
    from dragoman.language.model import model_digest
    from dragoman.teaching.train import train as trained

    if not (directory / "events").is_dir():
        raise BadInput(NOTHING, path=directory, remedy="give a folder that holds events/*.yaml")
    codebook = load_codebook(directory)
    taught = taught_types(codebook.types.values())
    if not taught:
        remedy = "give a type `examples:` instead of `rules:`"
        raise BadInput("no type of this codebook has examples of its own", path=directory, remedy=remedy)
    model_dir = settings().model_dir
    language, model = load(model_dir, roles=False), model_digest(model_dir)
    for kind, lessons in taught:
        result = trained(language, codebook, kind, lessons, model)
        path = save_trained(result.trained, kind)
        for line in _told(result):
            typer.echo(clean(line))
        typer.echo(clean(f"  kept in {path}"))
    for line in _rivals(directory, taught):
        typer.echo(clean(line))


def _rivals(directory: Path, taught: Iterable[tuple[EventType, Taught]]) -> Iterator[str]:
    """Where the codebook's own types take the acts of a trained one away, and what to do about it."""
    from dragoman.cli.screen import settings
    from dragoman.pipeline import Reader
    from dragoman.teaching.rivals import standing

    reader = Reader.load(replace(settings(), codebook_dir=directory)).told
    for kind, lessons in taught:
        found = standing(reader, kind, lessons)
        if found.others:
            instead = ", ".join(f"{name} ({n})" for name, n in found.others)
            of = f"{found.own} of the {found.examples} examples are {kind.event}"
            yield f"{kind.event}: read as in a report, {of}; where another type is surer it stands: {instead}"
            yield "  name those that tell the same act in `overlaps:` and train again: yours then stands"


def _interval(found: int, of: int) -> str:
    """Between which shares, in per cent, a share seen in so few cases may truly lie (Wilson, 95 %)."""
    z, n, share = 1.96, max(of, 1), found / max(of, 1)
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * (share * (1 - share) / n + z * z / (4 * n * n)) ** 0.5 / (1 + z * z / n)
    return f"{100 * max(middle - half, 0):.0f} to {100 * min(middle + half, 1):.0f}"


def _told(result: Result) -> list[str]:
    """How a type fares, in lines for whoever wrote its examples."""
    s = result.trained.scores
    told = [
        f"{result.trained.event}: precision {s.precision:.2f}, recall {s.recall:.2f}, F1 {s.f1:.2f}, "
        "each sentence left out in turn",
        f"  triggers found in {s.found} of {s.examples} examples; {s.spared} of {s.counter} counter-examples "
        f"left alone; {s.strayed} other words of examples taken for the act",
        f"  taken for the act in {s.marked} of {s.background} examples of the codebook's rules",
        f"  from {s.examples + s.counter} sentences of yours, so these figures are rough: of new sentences"
        f" {_interval(s.found, s.examples)} of a hundred acts may be found",
        f"  threshold {result.trained.threshold:.2f}",
    ]
    told += [f"  wrong: {m.text} ({m.reason})" for m in result.missed]
    if result.alike:
        told.append("  like it in the codebook; name the rule in `overlaps:` where it tells the same act:")
        told += [f"    {m.reason}: {m.text}" for m in result.alike]
    return told
