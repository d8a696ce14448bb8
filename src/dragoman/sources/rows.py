"""From a row of named columns, of whatever table, to a report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import capture, opened
from dragoman.sources.options import ReadOptions, Unread
from dragoman.sources.published import UNKNOWN, Publication, read_date

NAME_IT = "Name the column of the text: `--text-column NAME`, in Python `columns={'text': NAME}`"
DATE_IT = "Name the column of the dates with --published-column"
_ISO = "Write dates as 2024-06-05, or give one with --published"
_NAMED = 12  # of the columns that are not used


class Table:
    """One table: its file, what is known of it beforehand, and what has been told of it, each once."""

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self.name = opened.name_of(path)
        self._options = options
        self._told: set[str] = set()

    def columns(self, present: list[str]) -> dict[str, str]:
        """The column of each field; what a reader of the dates should know is told.

        Raises:
            BadInput: no column holds the text.
        """
        columns = self._options.columns
        found = columns.find(present)
        if "text" not in found:
            there = ", ".join(present[:20]) or "none"
            raise BadInput(
                f"no column is called {' or '.join(columns.text[:3])}; there are: {there}",
                path=self.name,
                line=1,
                remedy=NAME_IT,
            )
        for field, name in columns.absent(present):
            instead = (
                f"{found[field]} is read in its place" if field in found else "none is read in its place"
            )
            self._tell(field, f"no column is called {name}; {instead}")
        unused = [name for name in present if name not in found.values()]
        if unused and "published" not in found and self._options.published is None:
            there = ", ".join(unused[:_NAMED])
            self._tell("no date", f"no column is known for a date, and not used are: {there}. {DATE_IT}")
        return found

    def read(self, row: Mapping[str, object], column: Mapping[str, str], place: str) -> Report | Unread:
        """The report of one row, or why there is none. ``column`` gives the column of each field."""
        options = self._options
        text = row.get(column.get("text", ""))
        if not isinstance(text, str) or not text.strip():
            what = "is empty" if text is None or isinstance(text, str) else "is not text"
            return Unread(self.name, place, f"the column {column.get('text')!r} {what}", NAME_IT)
        if len(text) > options.max_bytes:
            return Unread(self.name, place, "the text is larger than a document may be", "Split it")
        fields = {field: _string(row.get(column[field])) for field in column if field != "text"}
        url, publisher = fields.get("url"), fields.get("publisher")
        published = read_date(row.get(column.get("published", "")))
        if fields.get("published") and not published and options.published is None:
            said = f"{fields['published']!r} is no date, or one of two readings, and is not used"
            self._tell("bad date", f"{said}, like others of its kind. {_ISO}", place)
        known = capture.Known(
            title=fields.get("title"),
            standfirst=fields.get("standfirst"),
            publication=Publication(published, "metadata") if published else UNKNOWN,
            url=url,
            publisher=publisher,
            language=fields.get("language"),
            marks=(fields.get("title"), url, publisher, fields.get("published")),
        )
        return capture.report(text, known, options, f"{self.name}#{place.replace(' ', '=')}")

    def _tell(self, kind: str, words: str, place: str = "") -> None:
        """Say something of this table, once of each kind."""
        if self._options.tell and kind not in self._told:
            self._options.tell(f"{self.name}{', ' if place else ''}{place}: {words}.")
        self._told.add(kind)


def _string(value: object) -> str | None:
    """A cell as one trimmed line of text, or None where it is empty."""
    if value is None:
        return None
    return " ".join(str(value).split()) or None
