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
    "sensitivity",
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
    "all",
)


def register(app: typer.Typer) -> None:
    """Put this family's command on the application."""
    app.command()(bench)


def bench(
    name: Annotated[
        str, typer.Argument(help="Which: parse, entities, roles, relations, speed, ..., or all.")
    ],
    path: Annotated[
        Path | None, typer.Argument(help="The test file or folder, in the format of that bench.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Score the first N items.")] = None,
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="Write what was answered here.")
    ] = None,
    prefix: Annotated[
        str | None,
        typer.Option("--prefix", help="CoNLL-U or IOB: the sentences whose id starts so."),
    ] = None,
    map: Annotated[Path | None, typer.Option("--map", help="entities: a TOML file that maps labels.")] = None,
    conllu: Annotated[
        Path | None, typer.Option("--conllu", help="roles: the CoNLL-U file of its words.")
    ] = None,
    labels: Annotated[str | None, typer.Option("--labels", help="relations: root or binary.")] = None,
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            help="corpus, pledges, positions, figures: held-out (the default), all, or the part that taught.",
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option("--min-confidence", min=0, max=1, help="corpus, triples: how sure events must be."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option("--data", help="all: where the test sets are.", show_default="../shared/data"),
    ] = None,
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
        "part": part,
        "min_confidence": min_confidence,
        "data": data,
    }
    options = {option: value for option, value in given.items() if value is not None}
    taken = _checked(module, name, path, options)
    if json:
        typer.echo(jsonlib.dumps(module.run(**taken)))
    elif name == "all":
        _print_all(module, **taken)
    else:
        _print(name, module.run(**taken), getattr(module, "PEERS", ()))


def _module(name: str) -> ModuleType:
    """The module that runs the bench of that name: any in `dragoman.benchmarks` that has a `run`."""
    path = f"dragoman.benchmarks.{name.replace('-', '_')}"
    if name.replace("-", "").isalpha() and find_spec(path) is not None:
        module = import_module(path)
        if hasattr(module, "run"):
            return module
    there = ", ".join(n for n in NAMES if find_spec(f"dragoman.benchmarks.{n.replace('-', '_')}"))
    raise BadInput(f"there is no bench called {name!r}", remedy=f"Choose one of {there}")


def _checked(module: ModuleType, name: str, path: Path | None, options: dict[str, Any]) -> dict[str, Any]:
    """The options as the bench takes them; raises BadInput where one is unknown, missing or no file."""
    from inspect import signature

    takes = signature(module.run).parameters
    if "map" in options:
        options["mapping"] = options.pop("map")  # `map` is a poor name for a parameter in Python
    if path is not None:
        options["path"] = path
    unused = [option for option in options if option not in takes]
    if unused:
        told = {"path": "PATH", "mapping": "--map"}.get(unused[0], "--" + unused[0].replace("_", "-"))
        raise BadInput(f"the bench {name!r} takes no {told}", remedy="Leave it out")
    lacking = [p.name for p in takes.values() if p.default is p.empty and p.name not in options]
    if lacking:
        needed = "PATH" if lacking[0] == "path" else f"--{lacking[0]} FILE"
        raise BadInput(f"the bench {name!r} needs more", remedy=f"Add {needed}")
    for file in (options.get(option) for option in ("path", "conllu", "mapping")):
        if file is not None and not file.exists():
            raise BadInput("there is no such file or folder", path=file, remedy="Check the path")
    out = options.get("predictions")
    if out is not None and (out.is_dir() or not out.resolve().parent.is_dir()):
        raise BadInput("nothing can be written there", path=out, remedy="Name a file in a folder that exists")
    return options


def _print_all(module: ModuleType, data: Path | None = None, limit: int | None = None) -> None:
    """Each round as soon as it is done, and in the end what was left out."""
    left = []
    for done in module.outcomes(module.folder(data), limit):
        if done.scores is None:
            left.append(f"{done.round.title}: skipped, {done.lacks} is not there")
        else:
            _print(done.round.title, done.scores, done.round.module.PEERS)
            typer.echo()
    for line in left:
        typer.echo(one_line(line))
    if left:
        typer.echo("Name the folder of the test sets with --data.")


def _print(name: str, scores: dict[str, Any], peers: Any) -> None:
    """The scores, then what is given for parts of the set, then what others reach."""
    parts = {key: part for key, value in scores.items() if (part := _part(value))}
    print_table((name, "dragoman"), ((k, _cell(v)) for k, v in scores.items() if k not in parts))
    for key, part in parts.items():
        typer.echo()
        _print_part(key, part)
    if peers:
        typer.echo()
        print_table(("peer", "figures", "source"), (_peer(peer) for peer in peers))


def _part(value: Any) -> dict[str, Any]:
    """The scores of parts: those of a dict, or of a list of dicts by their number; else none."""
    if isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
        return {str(number): row for number, row in enumerate(value, start=1)}
    return value if isinstance(value, dict) else {}


def _print_part(name: str, part: dict[str, Any]) -> None:
    """Scores of parts: a table with a row for each, or, where there is one number, a list."""
    rows = {key: value for key, value in part.items() if isinstance(value, dict)}
    if not rows:
        print_table((name, ""), ((key, _cell(value)) for key, value in part.items()))
        return
    heads = list(dict.fromkeys(head for row in rows.values() for head in row))
    print_table(
        (name, *heads), ([key, *(_cell(row.get(head)) for head in heads)] for key, row in rows.items())
    )


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " to ".join(_cell(one) for one in value)
    return "" if value is None else one_line(str(value))


def _peer(peer: Any) -> tuple[str, str, str]:
    """A peer's system, figures and source, given as a row of three or as an object with these names."""
    system, figures, source = peer if isinstance(peer, tuple) else (peer.system, peer.figures, peer.source)
    if isinstance(figures, dict):
        figures = ", ".join(f"{metric} {value}" for metric, value in figures.items())
    return str(system), str(figures), str(source)
