"""Tables in a file of lines, each a row as JSON that is parsed when it is asked for.

The first line holds the small tables whole, and of each large one the number of its rows; then every row
follows as ``["key",row]``. To parse all rows at once, and to have the collector look through them, took
longer than anything else that loading the gazetteer does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import islice
from typing import Any

from dragoman.codebook.shaped import Shaped

__all__ = ["pack", "unpack"]

_OPEN, _PART, _CLOSE = '["', '",', "]"
_SIZES = "rows"


def pack(small: Mapping[str, Any], large: Mapping[str, Mapping[str, Any]]) -> str:
    """The text of a file that holds small tables whole and large ones row by row.

    Raises:
        ValueError: a key cannot stand between quotes as it is.
    """
    lines = [_json({**small, _SIZES: {name: len(rows) for name, rows in large.items()}})]
    for rows in large.values():
        for key, row in rows.items():
            if _json(key) != f'"{key}"':
                raise ValueError(f"{key!r} holds a quote, a backslash or a sign that does not print")
            lines.append(_json([key, row]))
    return "\n".join(lines) + "\n"


def unpack(text: str) -> dict[str, Any]:
    """All tables of such a file by name; a row of a large one is parsed when it is asked for.

    Raises:
        ValueError: the file is cut short, or is none of this kind.
    """
    head, _, rest = text.partition("\n")
    tables = json.loads(head)
    if not isinstance(tables, dict) or not isinstance(sizes := tables.pop(_SIZES, None), dict):
        raise ValueError("the first line is no table of tables")
    if text.count("\n") != 1 + sum(sizes.values()) or not text.endswith("\n"):
        raise ValueError("rows are missing")
    lines = iter(rest.split("\n"))
    for name, size in sizes.items():
        tables[name] = Shaped(dict(map(_parted, islice(lines, size))), json.loads)
    return tables


def _parted(line: str) -> tuple[str, str]:
    """The key of a line, and its row as it is written."""
    end = line.index(_PART, len(_OPEN))
    return line[len(_OPEN) : end], line[end + len(_PART) : -len(_CLOSE)]


def _json(table: Any) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))
