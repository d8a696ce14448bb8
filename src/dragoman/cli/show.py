"""`dragoman show REPORT`: the report as captured, with what was found in it marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from string import hexdigits
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.screen import Ledger_, clean, console, one_line, open_ledger, settings
from dragoman.errors import BadInput
from dragoman.ledger.dates import told_time
from dragoman.record import MUTUAL, Event, Record, Span, Statement
from dragoman.word import event_word, nested, pledge_word, position_word

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.sources import Unread

STDIN = "-"
ACTOR, SPEECH, FURNITURE, COOPERATION, CONFLICT = "cyan", "italic", "bright_black", "bold green", "bold red"


def register(app: typer.Typer) -> None:
    """Put this family's command on the application."""
    app.command()(show)


def show(
    report: Annotated[
        str, typer.Argument(help="The report's id (or the start of it), or a file to read now; - for stdin.")
    ],
    ledger: Ledger_ = None,
    codebook: Annotated[
        Path | None,
        typer.Option("--codebook", help="Read a file with this codebook.", show_default="shipped"),
    ] = None,
) -> None:
    """Show a report with what was found in it.

    Marked are actors, events, statements, and the furniture that was left out. Under each event, pledge and
    position stands on whose word it is told; a statement inside another stands under it. A file is read
    there and then, and no ledger is touched.
    """
    unread: list[Unread] = []
    if report == STDIN or Path(report).is_file():
        records = _read_now(report, codebook, unread)
    else:
        _may_be_id(report)
        with open_ledger(ledger) as held:
            records = [held.record(report)]
    out = console()
    for record in records:
        print_record(out, record)
    for one in unread:
        typer.echo(clean(f"not read: {one}"), err=True)
    if unread:
        raise typer.Exit(1)


def _read_now(path: str, codebook: Path | None, unread: list[Unread]) -> list[Record]:
    """The records of a file's reports; what cannot be read is told, and is an error if it is all there is."""
    from dragoman import read

    known = settings()
    known = replace(known, codebook_dir=codebook or known.codebook_dir)
    found = list(read(path, settings=known, on_unread=unread.append))
    if not found:
        first = unread[0] if unread else None
        place = first and (f"{first.path}, {first.place}" if first.place else first.path)
        raise BadInput(
            first.reason if first else "there is no report in it",
            path=place or path,
            remedy=(first and first.remedy) or "Try `dragoman read` on it",
        )
    return found


def _may_be_id(report: str) -> None:
    """Refuse what can only be meant for a file, in terms of files."""
    if Path(report).is_dir():
        raise BadInput("this is a directory", path=report, remedy="Name one of its files")
    if ("/" in report or Path(report).suffix) and not set(report) <= set(hexdigits):
        remedy = "Name a file, or the id of a report (`dragoman reports` lists them)"
        raise BadInput("no such file", path=report, remedy=remedy)


def print_record(out: Console, record: Record) -> None:
    """The head of a report, its text with marks, and numbered lists of what the marks stand for."""
    from dragoman.text.languages import is_foreign

    report = record.report
    out.print(one_line(report.title) or "(no title)", style="bold")
    known = f"{report.published} ({report.published_source})" if report.published else "date unknown"
    tongue = f"in {report.language}, read as English" if is_foreign(report) else None
    out.print(
        one_line(" | ".join(filter(None, (report.publisher, known, tongue, report.url or report.source)))),
        style="dim",
    )
    out.print()
    out.print(marked(record))
    out.print(_legend(coloured=out.color_system is not None and not out.no_color))
    _lists(out, record)


def marked(record: Record) -> Text:
    """The whole capture, every character of it, with its marks and the numbers of its events."""
    from rich.text import Text

    text = Text(clean(record.report.text))
    for mention in record.mentions:
        text.stylize(ACTOR, *mention.span)
    for said in record.statements:
        text.stylize(SPEECH, *said.content)
    for removed in record.report.removed:
        text.stylize(FURNITURE, *removed.span)
    numbers: list[tuple[int, str]] = []
    for number, event in enumerate(record.events, 1):
        style = CONFLICT if (event.quad or "").endswith("conflict") else COOPERATION
        for evidence in event.evidence:
            text.stylize(style, *evidence.trigger)
            numbers.append((evidence.trigger.end, f"[{number}]"))
    return _with_numbers(text, numbers)


def _with_numbers(text: Text, numbers: list[tuple[int, str]]) -> Text:
    """The text with a small number after each trigger."""
    from rich.text import Text

    cuts = sorted({at for at, _ in numbers})
    if not cuts:
        return text
    whole = Text()
    for piece, at in zip(text.divide(cuts), [*cuts, None], strict=True):
        whole.append_text(piece)
        for end, number in numbers:
            if end == at:
                whole.append(number, "dim")
    return whole


def _lists(out: Console, record: Record) -> None:
    from rich.text import Text

    if record.events:
        out.print("\nEvents", style="bold")
    for number, event in enumerate(record.events, 1):
        style = CONFLICT if (event.quad or "").endswith("conflict") else COOPERATION
        line = Text(f"{number:>3}. ").append(_sides(record, event))
        line.append(f"  {event.event}{' ' + event.mode if event.mode else ''}", style)
        past = ", historical" if event.historical else ""
        line.append(f"  {event.status.value}{past}  {told_time(event.time) or ''}".rstrip())
        line.append(f"  {event.id}", "dim")
        out.print(line, soft_wrap=True)
        _word(out, event_word(record, event))
    _statements(out, record)
    _pledges(out, record)
    _positions(out, record)


def _word(out: Console, told: str) -> None:
    """On whose word what stands above is told."""
    out.print(f"       {one_line(told)}", style="dim", soft_wrap=True)


def _statements(out: Console, record: Record) -> None:
    if record.statements:
        out.print("\nStatements", style="bold")
    for depth, said in nested(record):
        speaker = _speakers(record, said) or one_line(said.speaker_text) or "(unnamed)"
        heard = ", ".join(_name(record, a) for a in said.addressees)
        cue = _words(record, said.cue) or one_line(said.verb)
        head = f"{'  ' * depth}{speaker} {cue} ({said.form.value})" + (f" to {heard}" if heard else "")
        out.print(f"  {head}: {one_line(said.words(record.report.text))}", soft_wrap=True)


def _speakers(record: Record, said: Statement) -> str:
    """All who say something together; empty where nobody known speaks."""
    together = said.speakers or ((said.speaker,) if said.speaker else ())
    return ", ".join(_name(record, one) for one in together)


def _pledges(out: Console, record: Record) -> None:
    if record.pledges:
        out.print("\nPledges", style="bold")
    acts = {e.id: e for e in record.events}
    for pledge in record.pledges:
        act = acts.get(pledge.act or "")
        words = pledge.span or (act.evidence[0].sentence if act else None)
        who = _parties(record, (pledge.by,), pledge.to)
        out.print(f"  {who} ({pledge.strength.value}): {_words(record, words)}", soft_wrap=True)
        _word(out, pledge_word(record, pledge))


def _positions(out: Console, record: Record) -> None:
    if record.positions:
        out.print("\nPositions", style="bold")
    for held in record.positions:
        scope = f" ({held.scope})" if held.scope else ""
        who = f"{_name(record, held.holder)}{scope}"
        out.print(f"  {who}, {held.stance.value}: {one_line(held.question)}", soft_wrap=True)
        _word(out, position_word(record, held))


def _sides(record: Record, event: Event) -> str:
    if event.event in MUTUAL and not event.recipients and len(event.actors) > 1:
        return " ↔ ".join(_name(record, a) for a in event.actors)
    return _parties(record, event.actors, event.recipients)


def _parties(record: Record, actors: tuple[str, ...], recipients: tuple[str, ...]) -> str:
    left = ", ".join(_name(record, a) for a in actors) or "(unnamed)"
    return left + (" → " + ", ".join(_name(record, r) for r in recipients) if recipients else "")


def _name(record: Record, actor_id: str) -> str:
    actor = record.actor(actor_id)
    return one_line(actor.name if actor else actor_id)


def _words(record: Record, span: Span | None) -> str:
    return one_line(span.of(record.report.text)) if span else ""


def _legend(*, coloured: bool) -> Text:
    from rich.text import Text

    if not coloured:
        return Text("\nmarks: [1] stands behind the word that tells event 1 of the list")
    return Text.assemble(
        ("\nmarks: ", "dim"), ("actor", ACTOR), " ", ("statement", SPEECH), " ", ("cooperation", COOPERATION),
        " ", ("conflict", CONFLICT), " ", ("furniture, not read", FURNITURE),
    )  # fmt: skip
