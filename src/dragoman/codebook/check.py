"""Check a codebook folder as a whole: every file loads, every rule can be tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook import NOTHING, REMEDY, SHIPPED, Codebook, holds_codebook, load_codebook
from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.gazetteer_cache import FOLDERS, WHOLE
from dragoman.codebook.taught import COUNTER, EXAMPLES
from dragoman.codebook.trained import load_trained, taught_types
from dragoman.errors import BadInput, CodebookError

TAKEN = (WHOLE, "words.yaml", "contexts.yaml", "confidence.yaml", "goldstein.yaml")
READ = tuple(f"{name}/*.yaml" for name in ("events", *FOLDERS))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a codebook holds and what is wrong with it; it is sound when ``problems`` is empty."""

    folder: Path
    types: int
    modes: int
    rules: int
    triggers: int
    operators: int
    contexts: int
    taught: int
    actors: int
    problems: tuple[str, ...]


def check(folder: Path | None = None, model: str | None = None) -> Checked:
    """Load the codebook of a folder (by default the shipped one) and count what it holds.

    With the digest of a ``model``, taught types that have to be trained for it are problems too.

    Raises:
        BadInput: the folder is not there, or holds neither ``events/`` nor actors, offices or roles.
    """
    folder = folder or SHIPPED
    if not holds_codebook(folder):
        stray = next(_unread(folder), None)  # a misspelt folder is the likeliest reason
        raise BadInput(f"{NOTHING}; {stray}" if stray else NOTHING, path=folder, remedy=REMEDY)
    book, gazetteer, problem = _loaded(folder)
    if book is None or gazetteer is None:
        return Checked(folder, 0, 0, 0, 0, 0, 0, 0, 0, (problem,))
    rules = [r for t in book.types.values() for r in t.rules]
    return Checked(
        folder=folder,
        types=len(book.types),
        modes=sum(len(t.modes) for t in book.types.values()),
        rules=len(rules),
        triggers=sum(len(r.verbs) + len(r.nouns) + len(r.adjectives) for r in rules),
        operators=len(book.operators.operators),
        contexts=len(book.contexts),
        taught=len(taught_types(book.types.values())),
        actors=len(gazetteer.entries),
        problems=(*_thin(book), *_untaught(book, model), *_unread(folder)),
    )


def _loaded(folder: Path) -> tuple[Codebook | None, Gazetteer | None, str]:
    try:
        book = load_codebook(folder)
        return book, book.gazetteer(), ""
    except CodebookError as error:
        return None, None, str(error)


def _unread(folder: Path) -> Iterator[str]:
    """Files that would pass in silence: those that no reading takes from a codebook's folder."""
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file()):
        place = path.relative_to(folder)
        known = place.parts[0] in (*TAKEN, "events", *FOLDERS)
        if path.suffix == ".yml":
            yield f"{path} is not read. Name it {path.stem}.yaml."
        elif not known and not _as_shipped(path, SHIPPED / place):
            yield f"{path} is not read. A codebook's own files are {', '.join((*READ, *TAKEN))}."


def _as_shipped(path: Path, shipped: Path) -> bool:
    """Whether a file is the package's own, which is read from there."""
    return shipped.is_file() and path.read_bytes() == shipped.read_bytes()


def _untaught(book: Codebook, model: str | None) -> list[str]:
    """Types with too few examples to learn from, and those whose training is missing or out of date."""
    problems = []
    for kind, taught in taught_types(book.types.values()):
        where = f"{kind.path}:{taught.line}: {kind.event}"
        for n, least, what in (
            (len(taught.examples), EXAMPLES, "examples"),
            (len(taught.counter), COUNTER, "counter-examples"),
        ):
            if n < least:
                problems.append(f"{where} has {n} {what}; give at least {least}")
        try:
            if model is not None:
                load_trained(kind, taught, model, book.folder)
        except CodebookError as error:
            problems.append(str(error))
    return problems


def _thin(book: Codebook) -> list[str]:
    """Rules with too few examples, contexts and types that nothing defines."""
    problems = []
    known = {c.name for c in book.contexts}
    for kind in book.types.values():
        if kind.intent is not None and kind.intent not in book.types:
            problems.append(f"{kind.path}: intent {kind.intent} is no type of this codebook")
        for rule in kind.rules:
            where = f"{rule.path}:{rule.line}: rule {rule.id}"
            if len(rule.examples) < 2:
                problems.append(f"{where} has {len(rule.examples)} examples; give at least two")
            if not rule.counter:
                problems.append(f"{where} has no counter-example; give at least one")
            problems += [
                f"{where}: `{c}` is no context of contexts.yaml"
                for c in rule.contexts
                if known and c not in known
            ]
    for operator in book.operators.operators:
        for outcome in {*operator.becomes.values(), operator.alone} - {None}:
            if outcome not in book.types:
                problems.append(f"{operator.path}:{operator.line}: {outcome} is no type of this codebook")
    return problems
