"""How events, statements, pledges and positions look on a terminal: a few lines each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from dragoman.cli.screen import SHORT, clean, console, one_line, short, when
from dragoman.ledger.dates import told
from dragoman.ledger.relations import is_conflict
from dragoman.ledger.rows import EventRow, PledgeRow, PositionRow, StatementRow
from dragoman.record import MUTUAL

if TYPE_CHECKING:
    from rich.text import Text

LONGEST = 220
"""Characters of a sentence that a list shows; `explain` and `show` print it whole."""

GREEN, RED, DIM = "green", "red", "dim"


def print_entries(entries: Iterable[tuple[str, Text, str]]) -> None:
    """Entries of (time, what, ids on lines of their own) in three columns."""
    from rich.table import Table
    from rich.text import Text

    from dragoman.cli.terminal import safe

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for time, what, id in entries:
        table.add_row(safe(time), safe(what), Text("\n".join(map(short, id.split("\n"))), style=DIM))
    console().print(table)


def event_entry(event: EventRow) -> tuple[str, Text, str]:
    """Who did what to whom, its status, and the sentence, with on whose word it stands."""
    from rich.text import Text

    colour = RED if is_conflict(event) else GREEN
    what = Text.assemble(
        (parties(event), "bold"),
        "  ",
        (clean(event.event), colour),
        (_mode(event.mode), colour),
        _marks(event),
    )
    what.append("\n" + one_line(event.sentence, LONGEST))
    what.append("\n" + _source(event), DIM)
    return when(told(event.date, event.until, event.precision), event.published), what, event.id


def parties(event: EventRow) -> str:
    """``Serbia → NATO``; ``Serbia ↔ NATO`` where an act is mutual."""
    if event.event in MUTUAL and not event.recipients and len(event.actors) > 1:
        return one_line(" ↔ ".join(event.actors))
    left = one_line(_all(event.actors)) or "(unnamed)"
    return f"{left} → {one_line(_all(event.recipients))}" if event.recipients else left


def sourced(
    entry: tuple[str, Text, str], row: StatementRow | PledgeRow | PositionRow
) -> tuple[str, Text, str]:
    """An entry with a line that says where it was published."""
    time, what, id = entry
    outlet = row.publisher or row.title or f"report {short(row.report)}"
    said = f", {row.published[:10]}" if row.published else ""
    return time, what.append("\n" + one_line(outlet + said, LONGEST), DIM), id


def statement_entry(said: StatementRow) -> tuple[str, Text, str]:
    """Who said it, by which verb, and the words."""
    from rich.text import Text

    words = one_line(said.content, LONGEST)
    quoted = f"“{words}”" if said.form == "direct" else words
    speaker = one_line(_all(said.speakers)) or one_line(said.speaker) or "(unnamed)"
    what = Text.assemble(
        (speaker, "bold"), "  ", (f"{one_line(said.cue or said.verb)} ({said.form})".strip(), "cyan")
    )
    what.append("\n" + quoted)
    return when(told(said.date, said.until, said.precision), said.published), what, said.id


def pledge_entry(pledge: PledgeRow) -> tuple[str, Text, str]:
    """Who committed to what, towards whom, how firmly, by when and on what condition."""
    from rich.text import Text

    who = one_line(pledge.by) + (f" → {one_line(_all(pledge.to))}" if pledge.to else "")
    what = Text.assemble(
        (who, "bold"), "  ", (pledge.strength, "cyan"), f" {clean(pledge.event or '')}".rstrip()
    )
    if pledge.due:
        what.append(f"  due {pledge.due}", DIM)
    words = (
        max(pledge.words or "", pledge.sentence or "", key=len) if _is_bare(pledge.words) else pledge.words
    )
    what.append("\n" + one_line(words, LONGEST))
    if pledge.condition:
        what.append("\n" + "if: " + one_line(pledge.condition, LONGEST), DIM)
    return when(told(pledge.made, pledge.made), pledge.published), what, pledge.id


def position_entry(held: PositionRow) -> tuple[str, Text, str]:
    """Who stands where on which question, with the words that show it."""
    from rich.text import Text

    colour = {"for": GREEN, "against": RED}.get(held.stance, "")
    holder = one_line(held.holder) + (f" ({one_line(held.scope)})" if held.scope else "")
    what = Text.assemble((holder, "bold"), "  ", (held.stance, colour), " ", one_line(held.question))
    what.append("\n" + one_line(held.evidence, LONGEST))
    return when(told(held.as_of, held.as_of), held.published), what, held.id


def _is_bare(words: str | None) -> bool:
    """Whether the words say too little without their sentence."""
    return len((words or "").split()) < 5


def _source(event: EventRow) -> str:
    """Where it was published, if only in which file it is, and on whose word, the innermost speaker first."""
    outlet = event.publisher or event.title or PurePath(event.source or event.report[:SHORT]).name
    said = f", {event.published[:10]}" if event.published else ""
    words = ", as told by ".join(reversed(event.on_word_of))
    return one_line(f"{outlet}{said}" + (f"; on the word of {words}" if words else ""), LONGEST)


def _mode(mode: str | None) -> str:
    return f" {clean(mode)}" if mode else ""


def _marks(event: EventRow) -> tuple[str, str]:
    marks = [] if event.status == "actual" else [event.status]
    if event.historical:
        marks.append("historical")
    return (f"  ({', '.join(marks)})" if marks else "", "yellow")


def _all(names: Sequence[str]) -> str:
    return ", ".join(names)
