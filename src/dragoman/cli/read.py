"""`dragoman read PATH...`: reports into the ledger, or their records onto standard output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.screen import clean, console
from dragoman.cli.screen import settings as from_environment
from dragoman.errors import LedgerError
from dragoman.record import Record, Report, Versions

if TYPE_CHECKING:
    from dragoman.ledger.writer import Writer
    from dragoman.parallel import Skip
    from dragoman.settings import Settings
    from dragoman.sources import ReadOptions, Unread

Column = str | None


class Format(StrEnum):
    """Where the records go."""

    LEDGER = "ledger"
    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Put this family's command on the application."""
    app.command()(read)


def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, directories, globs; - for stdin.")
    ],
    ledger: Annotated[
        Path | None, typer.Option("--ledger", help="The ledger's file.", show_default="dragoman.duckdb")
    ] = None,
    format: Annotated[
        Format,
        typer.Option("--format", help="jsonl prints records; keeps them only where --ledger is given."),
    ] = Format.LEDGER,
    published: Annotated[
        str | None, typer.Option("--published", help="The date of captures without one.")
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Their outlet.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Their address.")] = None,
    text_column: Annotated[
        Column, typer.Option("--text-column", help="In tables: the text's column.")
    ] = None,
    title_column: Annotated[Column, typer.Option("--title-column", help="The title's.")] = None,
    published_column: Annotated[Column, typer.Option("--published-column", help="The date's.")] = None,
    publisher_column: Annotated[Column, typer.Option("--publisher-column", help="The outlet's.")] = None,
    url_column: Annotated[Column, typer.Option("--url-column", help="The address's.")] = None,
    language_column: Annotated[Column, typer.Option("--language-column", help="The language's.")] = None,
    codebook: Annotated[
        Path | None,
        typer.Option(
            "--codebook", help="A codebook, or your own types and actors over it.", show_default="shipped"
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            min=0.0,
            max=1.0,
            help="Keep events and positions at least this sure: less finds more, more errs less.",
            show_default="the codebook's",
        ),
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="How many processes read.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Read also what these versions have read.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Tell only what could not be read.")] = False,
) -> None:
    """Read reports into the ledger.

    Takes text captures, HTML, JSONL, CSV and Parquet: files, directories, globs, standard input.
    The same capture read twice changes nothing; a newer model or codebook replaces what an older one
    read.

    A report in another language is read as if it were English, which a note says; its language is kept.

    Exit code 0: all read; 1: some could not be read, each named with its place and reason, and the rest
    is there; 2: nothing was read because of a wrong option or ledger.
    """
    from dragoman import sources

    settings = from_environment()
    settings = replace(
        settings,
        jobs=jobs or settings.jobs,
        quiet=quiet or settings.quiet,
        codebook_dir=codebook or settings.codebook_dir,
        min_confidence=settings.min_confidence if min_confidence is None else min_confidence,
    )
    named = {
        "text": text_column,
        "title": title_column,
        "published": published_column,
        "publisher": publisher_column,
        "url": url_column,
        "language": language_column,
    }
    columns = sources.Columns.named({field: column for field, column in named.items() if column})
    options = sources.ReadOptions(
        published=published,
        publisher=publisher,
        url=url,
        columns=columns,
        tell=None if settings.quiet else _tell,
    )
    jsonl = format is Format.JSONL
    kept = ledger if jsonl else ledger or settings.ledger
    try:
        tally = _run(paths, options, settings, kept, again=again, jsonl=jsonl)
    except KeyboardInterrupt:
        if kept and not settings.quiet:
            typer.echo("Stopped. What was read is in the ledger; the same command reads the rest.", err=True)
        raise
    if not settings.quiet:
        typer.echo(tally.summary(kept), err=True)
    if tally.unread:
        raise typer.Exit(1)


@dataclass
class Tally:
    """What became of the reports so far."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    unread: int = 0
    events: int = 0
    statements: int = 0
    pledges: int = 0
    undated: int = 0
    seconds: float = 0.0

    def count(self, record: Record) -> None:
        """Take what a record holds into account."""
        self.undated += record.report.published is None
        self.events += len(record.events)
        self.statements += len(record.statements)
        self.pledges += len(record.pledges)

    def summary(self, kept: Path | None) -> str:
        """What was read, how fast, and what to type next."""
        read = self.added + self.replaced
        told = [f"{_count(read, 'report')} read in {self.seconds:.1f} s"]
        if self.replaced:
            told.append(f"{self.replaced} of them in place of an older reading")
        if self.unchanged:
            told.append(f"{self.unchanged} there already")
        if self.unread:
            told.append(f"{self.unread} could not be read")
        found = [_count(self.events, "event"), _count(self.statements, "statement")]
        told.append(", ".join([*found, _count(self.pledges, "pledge")]))
        text = "; ".join(told) + "."
        if self.undated:
            tell = "it tells" if self.undated == 1 else "they tell"
            text += (
                f"\n{_count(self.undated, 'report')} without a date of publication: what {tell} is undated"
            )
            text += ', "on Monday" too. --published gives one.'
        if kept is None or not (read or self.unchanged):
            return text
        return f"{text}\nLedger: {clean(str(kept))}. Next: dragoman overview --ledger {clean(str(kept))}"


def _run(
    paths: list[str],
    options: ReadOptions,
    settings: Settings,
    kept: Path | None,
    *,
    again: bool,
    jsonl: bool,
) -> Tally:
    """Read everything; the tally of it."""
    import time

    from dragoman import sources
    from dragoman.export.records import json_line
    from dragoman.parallel import read_reports, spare_collector
    from dragoman.text.languages import is_foreign

    tally, began = Tally(), time.monotonic()
    spare_collector()
    with ExitStack() as stack:
        writer = stack.enter_context(_writer(kept)) if kept is not None else None
        skip = _there(writer, tally) if writer is not None and not again and not jsonl else None
        found = read_reports(sources.read(paths, options), settings, skip=skip)
        for one in _watched(found, settings, stack):
            if not isinstance(one, Record):
                tally.unread += 1
                typer.echo(clean(f"not read: {one}"), err=True)
                continue
            if not settings.quiet and is_foreign(one.report):
                where = one.report.source or one.report.id
                _tell(
                    f"{where}: its language is {one.report.language}, and it was read as if it were English"
                )
            if jsonl:
                typer.echo(json_line(one))
            _write(writer, one, tally)
    tally.seconds = time.monotonic() - began
    return tally


def _tell(words: str) -> None:
    """Say what a user should know of something that is read all the same."""
    typer.echo(clean(f"note: {words}"), err=True)


def _writer(path: Path) -> Writer:
    from dragoman.ledger.writer import Writer

    return Writer.open(path)


def _there(writer: Writer, tally: Tally) -> Skip:
    """Skip what the ledger holds as these very versions read it, and count it."""

    def there(report: Report, versions: Versions) -> bool:
        held = writer.has(report, versions)
        tally.unchanged += held
        return held

    return there


def _write(writer: Writer | None, record: Record, tally: Tally) -> None:
    """Keep a record, where there is a ledger to keep it in; one that the ledger refuses is not read."""
    from dragoman.ledger.writer import Outcome

    outcome = Outcome.ADDED
    try:
        outcome = outcome if writer is None else writer.write(record)
    except LedgerError as error:
        tally.unread += 1
        typer.echo(clean(f"not read: {error}"), err=True)
        return
    tally.added += outcome is Outcome.ADDED
    tally.replaced += outcome is Outcome.REPLACED
    tally.unchanged += outcome is Outcome.UNCHANGED
    if outcome is not Outcome.UNCHANGED:
        tally.count(record)


def _watched(
    found: Iterable[Record | Unread], settings: Settings, stack: ExitStack
) -> Iterator[Record | Unread]:
    """The same, with a counter where someone is watching."""
    out = console(stderr=True)
    if settings.quiet or not out.is_terminal:
        yield from found
        return
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reports"), MofNCompleteColumn(), TimeElapsedColumn())
    progress = stack.enter_context(Progress(*columns, console=out, transient=True))
    task = progress.add_task("reports", total=None)
    for one in found:
        progress.advance(task)
        yield one


def _count(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
