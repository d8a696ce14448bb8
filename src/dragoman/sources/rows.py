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
_NAMED = 12  # of the columns that are not used


def columns_of(present: list[str], options: ReadOptions, path: Path) -> dict[str, str]:
    """The column of each field; that none has the date of publication is told.

    Raises:
        BadInput: no column holds the text.
    """
    columns = options.columns
    found = columns.find(present)
    if "text" not in found:
        there = ", ".join(present[:20]) or "none"
        raise BadInput(
            f"no column is called {' or '.join(columns.text[:3])}; there are: {there}",
            path=opened.name_of(path),
            line=1,
            remedy=NAME_IT,
        )
    unused = [name for name in present if name not in found.values()]
    if options.tell and unused and "published" not in found and options.published is None:
        there = ", ".join(unused[:_NAMED])
        options.tell(
            f"{opened.name_of(path)}: no column is known for a date, and not used are: {there}. {DATE_IT}."
        )
    return found


def read_row(
    row: Mapping[str, object], column: Mapping[str, str], options: ReadOptions, path: Path, place: str
) -> Report | Unread:
    """The report of one row, or why there is none. ``column`` gives the column of each field."""
    name = opened.name_of(path)
    text = row.get(column.get("text", ""))
    if not isinstance(text, str) or not text.strip():
        what = "is empty" if text is None or isinstance(text, str) else "is not text"
        return Unread(name, place, f"the column {column.get('text')!r} {what}", NAME_IT)
    if len(text) > options.max_bytes:
        return Unread(name, place, "the text is larger than a document may be", "Split it")
    fields = {field: _string(row.get(column[field])) for field in column if field != "text"}
    url, publisher = fields.get("url"), fields.get("publisher")
    published = read_date(row.get(column.get("published", "")))
    known = capture.Known(
        title=fields.get("title"),
        standfirst=fields.get("standfirst"),
        publication=Publication(published, "metadata") if published else UNKNOWN,
        url=url,
        publisher=publisher,
        language=fields.get("language"),
        marks=(fields.get("title"), url, publisher, fields.get("published")),
    )
    return capture.report(text, known, options, f"{name}#{place.replace(' ', '=')}")


def _string(value: object) -> str | None:
    """A cell as one trimmed line of text, or None where it is empty."""
    if value is None:
        return None
    return " ".join(str(value).split()) or None
