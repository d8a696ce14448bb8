"""How figures look on a terminal: as written, as understood, and in the sentence that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from dragoman.cli.screen import clean, one_line, when
from dragoman.ledger.rows import FigureRow

if TYPE_CHECKING:
    from rich.text import Text

LONGEST = 220
"""Characters of a sentence that a list shows."""

_ENDS = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_PLURALS = {"person": "people", "foot": "feet"}
_ALIKE = 0.5  # "men" and "man"; a length of time and what lasts it have less in common


def figure_entries(figures: Iterable[FigureRow]) -> Iterator[tuple[str, Text, str]]:
    """The figures, each once: reports that copy one another tell the same sentence, each with its event."""
    told: dict[tuple[str, str], list[FigureRow]] = {}
    for figure in figures:
        told.setdefault((figure.words, sentence_of(figure)), []).append(figure)
    for (_, sentence), same in told.items():
        events = dict.fromkeys(f.event_id for f in same if f.event_id)
        yield when(None, same[0].published), _entry(same[0], sentence), "\n".join(events)


def _entry(figure: FigureRow, sentence: str) -> Text:
    from rich.text import Text

    words, meant = one_line(figure.words), understood(figure)
    what = Text.assemble((words, "bold"))
    if meant.casefold() != words.casefold():
        what.append("  ").append(meant, "cyan")
    return what.append("\n" + one_line(sentence, LONGEST)) if sentence else what


def understood(figure: FigureRow) -> str:
    """The number with its bounds and what it counts: ``7 or more people``, ``25,000,000 USD (aid)``."""
    counted, of = _counted(figure)
    about = "about " if figure.approximate and figure.low == figure.high else ""
    return clean(" ".join(f"{about}{_bounds(figure)} {counted}".split()) + (f" ({of})" if of else ""))


def sentence_of(figure: FigureRow) -> str:
    """The sentence of its event, else that of the passage in which the figure stands."""
    if figure.sentence or not figure.passage:
        return figure.sentence or ""
    at = re.search(rf"(?<!\w){re.escape(figure.words)}(?!\w)", figure.passage)
    start = end = 0
    for match in _ENDS.finditer(figure.passage):
        if at is not None and match.end() > at.start():
            end = match.end()
            break
        start = match.end()
    return figure.passage[start : end or len(figure.passage)].strip()


def _bounds(figure: FigureRow) -> str:
    low, high = figure.low, figure.high
    if low == high:
        return _number(figure.value)
    if high is None:
        return f"{_number(figure.value if low is None else low)} or more"
    return f"up to {_number(high)}" if low is None else f"{_number(low)} to {_number(high)}"


def _counted(figure: FigureRow) -> tuple[str, str]:
    """What is counted, in the right number, and what a sum or a length of time is of, if that is said."""
    unit, what = figure.unit or "", one_line(figure.what)
    last = what.rpartition(" ")[2].lower()
    same = last[:1] == unit[:1].lower() and SequenceMatcher(None, last, unit.lower()).ratio() >= _ALIKE
    if what and (unit in ("", "person") or same):
        return what, ""
    if unit in ("percent", "share") or unit.isupper():
        return unit, what
    return (unit if figure.value == 1 and figure.low == figure.high else _plural(unit)), what


def _plural(unit: str) -> str:
    if unit in _PLURALS or not unit or unit.endswith("s"):
        return _PLURALS.get(unit, unit)
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return unit[:-1] + "ies"
    return unit + ("es" if unit.endswith(("x", "ch", "sh")) else "s")


def _number(value: float) -> str:
    """Digits with separators, and no more decimals than it has."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4f}".rstrip("0")
