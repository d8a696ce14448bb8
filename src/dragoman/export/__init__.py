"""Out of the ledger: the same rows as JSON Lines, CSV or Parquet, one file a format."""

from __future__ import annotations

from pathlib import Path

from dragoman.errors import BadInput

WHAT = (
    "records",
    "reports",
    "actors",
    "events",
    "relations",
    "statements",
    "pledges",
    "positions",
    "figures",
)
FORMATS = ("jsonl", "csv", "parquet")


def export(ledger: Path, what: str, to: Path) -> int:
    """Write one kind of row (or ``records``, the whole records, as JSON Lines) to a file; how many.

    The format is the file's ending. The file is complete or not there: it is written beside and then
    moved into place, over a file of that name.

    Raises:
        BadInput: an unknown kind or ending, or a directory that does not exist.
        LedgerError: there is no ledger, or the disk refuses.
    """
    from dragoman.export.records import write_records
    from dragoman.export.tables import write_table

    ending = _checked(what, to)
    beside = to.with_name(f".{to.name}.part")
    try:
        count = (
            write_records(ledger, beside) if what == "records" else write_table(ledger, what, beside, ending)
        )
        beside.replace(to)
    finally:
        beside.unlink(missing_ok=True)
    return count


def _checked(what: str, to: Path) -> str:
    if what not in WHAT:
        raise BadInput(
            f"there is nothing called {what!r} to export", remedy=f"Choose one of {', '.join(WHAT)}"
        )
    ending = to.suffix.lstrip(".").lower()
    if ending not in FORMATS or (what == "records" and ending != "jsonl"):
        fit = "jsonl" if what == "records" else ", ".join(FORMATS)
        raise BadInput(
            f"{what} cannot be written as {ending or 'a file without an ending'!r}",
            path=to,
            remedy=f"End the file's name in {fit}",
        )
    if not to.parent.is_dir() or to.is_dir():
        raise BadInput(
            "no file can be written here", path=to, remedy="Name a file in a directory that exists"
        )
    return ending
