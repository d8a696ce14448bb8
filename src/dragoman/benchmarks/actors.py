"""The ``actors`` bench: the country and the sector of phrases, each read alone.

TSV with the columns ``text date country sector``, in any order, with a header. An empty cell means that
there is none (a state named as such has no sector), ``?`` that the cell is not scored. Codes are those
of the record; organs and agencies of the UN and the EU count as ``UN`` and ``EU``.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.peers import PEERS as ALL_PEERS
from dragoman.benchmarks.peers import Peer
from dragoman.codebook.gazetteer import Gazetteer, load_gazetteer
from dragoman.errors import BadInput

PEERS: tuple[Peer, ...] = ALL_PEERS.get("actors", ())
COLUMNS = ("text", "date", "country", "sector")
UNSCORED = "?"
_FORMAT = "Give tab-separated columns with the header: " + " ".join(COLUMNS)


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase as annotated, and, once read, the codes found with the reason."""

    text: str
    date: str | None
    country: str
    sector: str
    found_country: str = ""
    found_sector: str = ""
    reason: str = ""

    def right(self, column: str) -> bool | None:
        """Whether a column is right; None where it is not scored."""
        gold = str(getattr(self, column))
        return None if gold == UNSCORED else gold == getattr(self, f"found_{column}")


def run(
    path: Path, limit: int | None = None, predictions: Path | None = None, gazetteer: Gazetteer | None = None
) -> dict[str, Any]:
    """Percentages of rows with the right country, sector, and both, each over the rows that state it.

    Raises BadInput where the file lacks a column or has no rows.
    """
    known = gazetteer or load_gazetteer()
    rows = [read(row, known) for row in read_rows(path)[:limit]]
    if predictions is not None:
        _write(predictions, rows)
    return {"rows": len(rows), **score(rows)}


def read(row: Row, gazetteer: Gazetteer) -> Row:
    """The row with what the gazetteer says of its phrase."""
    country, sector, reason = gazetteer.describe(row.text, row.date)
    return Row(row.text, row.date, row.country, row.sector, country or "", sector or "", reason)


def score(rows: Sequence[Row]) -> dict[str, float]:
    """The three percentages; 0 where no row states the column."""
    return {
        "country": _share([row.right("country") for row in rows]),
        "sector": _share([row.right("sector") for row in rows]),
        "both": _share([_both(row) for row in rows]),
    }


def read_rows(path: Path) -> list[Row]:
    """The rows of the file; raises BadInput naming the line that is not of the format."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if set(COLUMNS) - set(table.fieldnames or ()):
                raise BadInput("Columns are missing", path=path, line=1, remedy=_FORMAT)
            rows = [_row(held, path, table.line_num) for held in table]
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"It cannot be read: {error}", path=path, remedy="Check the path") from error
    if not rows:
        raise BadInput("It has no rows", path=path, remedy=_FORMAT)
    return rows


def _row(held: dict[str, str | None], path: Path, line: int) -> Row:
    cells = [held[name] for name in COLUMNS]
    text, date, country, sector = [(c or "").strip() for c in cells]
    if not text:
        raise BadInput("The row has no text", path=path, line=line, remedy=_FORMAT)
    return Row(text, date or None, country, sector)


def _both(row: Row) -> bool | None:
    country, sector = row.right("country"), row.right("sector")
    return None if country is None or sector is None else country and sector


def _share(answers: Sequence[bool | None]) -> float:
    stated = [a for a in answers if a is not None]
    return round(100 * sum(stated) / len(stated), 1) if stated else 0.0


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow([*COLUMNS, "found_country", "found_sector", "reason"])
        for r in rows:
            cells = (r.text, r.date or "", r.country, r.sector, r.found_country, r.found_sector, r.reason)
            table.writerow(cells)
