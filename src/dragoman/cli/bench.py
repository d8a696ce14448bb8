"""`dragoman bench NAME PATH`: a public test format in, our scores out, the peers' figures beside them."""

from __future__ import annotations

import json as jsonlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.screen import one_line, print_table
from dragoman.errors import BadInput

if TYPE_CHECKING:
    from types import ModuleType

NAMES = (
    "parse",
    "entities",
    "roles",
    "relations",
    "triples",
    "corpus",
    "actors",
    "places",
    "dates",
    "event-dates",
    "coreference",
    "quotations",
    "pledges",
    "positions",
    "figures",
    "occurrences",
    "pages",
    "page-dates",
    "speed",
)


def register(app: typer.Typer) -> None:
    """Put this family's command on the application."""
    app.command()(bench)


def bench(
    name: Annotated[str, typer.Argument(help="Which: parse, entities, roles, relations, pages, speed, ...")],
    path: Annotated[
        Path | None, typer.Argument(help="The test file or folder, in the format of that bench.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Score the first N items.")] = None,
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="Write what was answered here.")
    ] = None,
    prefix: Annotated[
        str | None, typer.Option("--prefix", help="parse: sentences whose id starts so.")
    ] = None,
    map: Annotated[Path | None, typer.Option("--map", help="entities: a TOML file that maps labels.")] = None,
    conllu: Annotated[
        Path | None, typer.Option("--conllu", help="roles: the CoNLL-U file of its words.")
    ] = None,
    labels: Annotated[str | None, typer.Option("--labels", help="relations: root or binary.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Score the program on a public test format.

    What others reach is printed beside it.
    """
    module = _module(name)
    given = {
        "limit": limit,
        "predictions": predictions,
        "prefix": prefix,
        "map": map,
        "conllu": conllu,
        "labels": labels,
    }
    options = {option: value for option, value in given.items() if value is not None}
    scores = _run(module, name, path, options)
    if json:
        typer.echo(jsonlib.dumps(scores))
    else:
        _print(name, scores, getattr(module, "PEERS", ()))


def _module(name: str) -> ModuleType:
    """The module that runs the bench of that name: any in `dragoman.benchmarks` that has a `run`."""
    path = f"dragoman.benchmarks.{name.replace('-', '_')}"
    if name.replace("-", "").isalpha() and find_spec(path) is not None:
        module = import_module(path)
        if hasattr(module, "run"):
            return module
    there = ", ".join(n for n in NAMES if find_spec(f"dragoman.benchmarks.{n.replace('-', '_')}"))
    raise BadInput(f"there is no bench called {name!r}", remedy=f"Choose one of {there}")


def _run(module: ModuleType, name: str, path: Path | None, options: dict[str, Any]) -> dict[str, Any]:
    """The bench's scores, with the options that it takes."""
    from inspect import signature

    takes = signature(module.run).parameters
    if "map" in options and "map" not in takes:
        options["labels"] = options.pop("map")  # `map` is a poor name for a parameter in Python
    unused = [option for option in options if option not in takes]
    if unused:
        raise BadInput(f"the bench {name!r} takes no --{unused[0]}", remedy="Leave it out")
    if path is not None:
        options["path"] = path
    lacking = [p.name for p in takes.values() if p.default is p.empty and p.name not in options]
    if lacking:
        needed = "PATH" if lacking[0] == "path" else f"--{lacking[0]} FILE"
        raise BadInput(f"the bench {name!r} needs more", remedy=f"Add {needed}")
    for file in (path, options.get("conllu")):
        if file is not None and not file.exists():
            raise BadInput("there is no such file or folder", path=file, remedy="Check the path")
    scores: dict[str, Any] = module.run(**options)
    return scores


def _print(name: str, scores: dict[str, Any], peers: Any) -> None:
    print_table((name, "dragoman"), _flat(scores))
    if peers:
        typer.echo()
        print_table(("peer", "figures", "source"), (_peer(peer) for peer in peers))


def _flat(scores: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Nested scores as ``labels.PER.f1`` and their value."""
    found: list[tuple[str, str]] = []
    for key, value in scores.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", one_line(str(value))))
    return found


def _peer(peer: Any) -> tuple[str, str, str]:
    """A peer's system, figures and source, given as a row of three or as an object with these names."""
    system, figures, source = peer if isinstance(peer, tuple) else (peer.system, peer.figures, peer.source)
    if isinstance(figures, dict):
        figures = ", ".join(f"{metric} {value}" for metric, value in figures.items())
    return str(system), str(figures), str(source)
