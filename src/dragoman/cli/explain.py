"""`dragoman explain ID`: the sentence with its marks, the reasons, and the versions that decided."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.screen import Ledger_, clean, console, one_line, open_ledger, print_json, short
from dragoman.ledger.dates import told_time

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.codebook import Codebook
    from dragoman.explain import Explanation, Telling
    from dragoman.ground import Ground
    from dragoman.record import Place, Report, Versions

STYLES = {
    "trigger": "bold reverse",
    "actor": "bold cyan",
    "recipient": "bold magenta",
    "time": "yellow",
    "place": "green",
    "cue": "italic blue",
    "figure": "yellow",
}


def register(app: typer.Typer) -> None:
    """Put this family's command on the application."""
    app.command()(explain)


def explain(
    id: Annotated[
        str,
        typer.Argument(
            help="The id of an event, a statement, a pledge or a position, or the start of it.", metavar="ID"
        ),
    ],
    ledger: Ledger_ = None,
    codebook: Annotated[
        Path | None,
        typer.Option("--codebook", help="The codebook's directory that read it.", show_default="shipped"),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say why an event, a statement, a pledge or a position is in the ledger.

    Its sentences with their marks, on whose word, the reasons in order, the codebook entry, the versions.
    """
    from dragoman.explain import explain as explained
    from dragoman.ground import ground
    from dragoman.record import Event, to_plain

    with open_ledger(ledger) as held:
        record, found = held.identified(id)
    if isinstance(found, Event):
        answer = explained(record, found.id, _codebook(codebook))
        return print_json([to_plain(answer)]) if json else _print(answer)
    basis = ground(record, found)
    return print_json([to_plain(basis)]) if json else _print_ground(basis)


def _codebook(given: Path | None) -> Codebook | None:
    """The codebook that this run uses, or None where it cannot be read: the record's own reasons remain."""
    from dragoman.cli.screen import settings
    from dragoman.codebook import SHIPPED, load_codebook
    from dragoman.errors import CodebookError

    try:
        return load_codebook(given or settings().codebook_dir or SHIPPED)
    except CodebookError as error:
        typer.echo(f"dragoman: {clean(str(error))}", err=True)
        return None


def _print(answer: Explanation) -> None:
    out = console()
    event = answer.event
    who, whom = (one_line(", ".join(names)) for names in (answer.actors, answer.recipients))
    mode = f" ({event.mode})" if event.mode else ""
    mutual = not whom and len(answer.actors) > 1
    told = one_line(" and ".join(answer.actors)) if mutual else who or "(unnamed)"
    out.print(f"{told}: {event.event}{mode}" + (f" → {whom}" if whom else ""), style="bold")
    _facts(out, answer)
    for telling in answer.tellings:
        out.print()
        out.print(marked(telling))
    out.print(_legend(answer))
    _section(out, "On whose word", _words(answer))
    _section(out, "Who is bound by it", _bound(answer))
    _section(out, "Who is who", [f"“{n.words}” is {n.name} ({n.actor}): {n.reason}" for n in answer.named])
    _section(out, "Why", [f"{i}. {reason}" for i, reason in enumerate(answer.reasons, 1)])
    _section(out, "What would have changed it", list(answer.otherwise))
    _section(out, "Codebook entry", _entry(answer))
    _foot(out, answer.report, answer.versions)


def _print_ground(basis: Ground) -> None:
    """A row that is no event: its claim, the passage with its words marked, on whose word, and why."""
    from rich.text import Text

    out = console()
    out.print(one_line(basis.claim), style="bold")
    if basis.confidence is not None:
        out.print(f"confidence: {basis.confidence:.2f}")
    out.print()
    passage = Text(clean(basis.passage.of(basis.report.text)))
    start = basis.passage.start
    passage.stylize(STYLES["trigger"], max(basis.words.start - start, 0), basis.words.end - start)
    out.print(passage)
    _section(out, f"The {basis.kind}", [basis.words.of(basis.report.text)])
    _section(out, "On whose word", [basis.told])
    _section(out, "Who is who", list(basis.named))
    _section(out, "Why", [basis.reason] if basis.reason else [])
    if basis.event:
        _section(out, "The act", [f"dragoman explain {short(basis.event)}"])
    _foot(out, basis.report, basis.versions)


def _foot(out: Console, report: Report, versions: Versions | None) -> None:
    """Who read it, and where it stands."""
    if versions:
        v = versions
        out.print(f"\nRead by dragoman {v.dragoman}, model {v.model}, codebook {v.codebook}", style="dim")
    out.print(_source(report), style="dim")


def _where(place: Place, text: str) -> str:
    """The place as the report spells it, then as the gazetteer does, with its country."""
    written = place.span.of(text) if place.span else place.name
    named = [place.name] if place.name != written else []
    called = ", ".join([*named, *([place.country] if place.country else [])])
    return f"{written} ({called})" if called else written


def marked(telling: Telling) -> Text:
    """The sentence with its marks coloured."""
    from rich.text import Text

    text = Text(clean(telling.text))
    for mark in telling.marks:
        text.stylize(
            STYLES[mark.part], mark.span.start - telling.span.start, mark.span.end - telling.span.start
        )
    text.rstrip()
    return text


def _facts(out: Console, answer: Explanation) -> None:
    event = answer.event
    when, unknown = told_time(event.time), event.time.reason if event.time else ""
    facts = {
        "status": event.status.value + (", historical" if event.historical else ""),
        "when": when or (f"not known ({unknown})" if unknown else "not known"),
        "where": _where(event.place, answer.report.text) if event.place else None,
        "contexts": ", ".join(event.contexts),
        "CAMEO": event.cameo,
        "class": event.quad,
        "score": event.score,
        "Goldstein": event.goldstein,
        "confidence": None if event.confidence is None else f"{event.confidence:.2f}",
        "figures": ", ".join(f.span.of(answer.report.text) for f in answer.figures),
    }
    told = (f"{name}: {one_line(str(value))}" for name, value in facts.items() if value not in (None, ""))
    out.print("; ".join(told))


def _words(answer: Explanation) -> list[str]:
    """The chain of those who say so, then the statements that hold the event, in their own extent."""
    text = answer.report.text
    said = [f"{s.speaker_text or '(unnamed)'} ({s.form.value}): {s.words(text)}" for s in answer.statements]
    return [answer.told, *said]


def _bound(answer: Explanation) -> list[str]:
    """Who is bound by the event, where it is the act of a pledge."""
    told = []
    for pledge in answer.pledges:
        condition = f"; {pledge.condition.of(answer.report.text)}" if pledge.condition else ""
        told.append(f"{pledge.strength.value}{condition} ({pledge.reason})")
    return told


def _entry(answer: Explanation) -> list[str]:
    entry = answer.entry
    if entry is None:
        return []
    stale = [] if answer.entry_is_current else ["(as it stands now; the record was made by another version)"]
    return [
        f"{entry.name}, {entry.place}: {entry.means}" if entry.means else f"{entry.name}, {entry.place}",
        entry.definition,
        f"Manual: {entry.manual}",
        *stale,
    ]


def _section(out: Console, head: str, told: list[str]) -> None:
    if told:
        out.print(f"\n{head}", style="bold")
        for line in told:
            out.print("  " + one_line(line))


def _legend(answer: Explanation) -> Text:
    """Which words play which part, written out: colours are seen by some and on a terminal only."""
    from rich.text import Text

    marked: dict[str, dict[str, None]] = {}
    for telling in answer.tellings:
        for mark in telling.marks:
            start = telling.span.start
            words = one_line(telling.text[mark.span.start - start : mark.span.end - start])
            marked.setdefault(mark.part, {})[f"“{words}”"] = None
    legend = Text("marks: ", style="dim")
    for part, written in marked.items():
        legend.append("; " if len(legend) > len("marks: ") else "", "dim")
        legend.append(part, STYLES[part]).append(" " + ", ".join(written), "dim")
    return legend


def _source(report: Report) -> str:
    parts = (
        report.publisher,
        report.title,
        (report.published or "")[:10],
        report.url or report.source,
        report.id,
    )
    return one_line(" | ".join(part for part in parts if part))
