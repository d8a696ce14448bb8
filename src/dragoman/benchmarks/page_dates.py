"""The ``page-dates`` bench: the day on which a page was published.

A folder of ``*.html`` with ``dates.json`` (``{file: "YYYY-MM-DD"}``), any language, any encoding. A page
without an answer counts as wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.sources import opened
from dragoman.sources.html import page_of, report_of
from dragoman.sources.options import ReadOptions

PEERS = peers("page-dates")


def run(path: Path, limit: int | None = None, predictions: Path | None = None) -> dict[str, Any]:
    """``pages accuracy`` (per cent) over a folder; ``answered`` is the share with any answer.

    ``predictions`` receives a TSV: file, true day, our answer, its source.

    Raises:
        BadInput: ``dates.json`` is missing or damaged, or a page that it names is missing.
    """
    truth = dict(list(_truth(path).items())[:limit])
    found = {name: day_of(path / name) for name in truth}
    if predictions is not None:
        lines = (f"{name}\t{truth[name]}\t{day or ''}\t{how or ''}\n" for name, (day, how) in found.items())
        predictions.write_text("".join(lines), encoding="utf-8")
    right = sum(found[name][0] == day for name, day in truth.items())
    answered = sum(day is not None for day, _ in found.values())
    return {
        "pages": len(truth),
        "accuracy": percent(right, len(truth)),
        "answered": percent(answered, len(truth)),
    }


def day_of(path: Path) -> tuple[str | None, str | None]:
    """The day of publication of a saved page (``YYYY-MM-DD``, by the page's own clock) and its source.

    Of a page that cannot be read both are None.

    Raises:
        BadInput: there is no such file.
    """
    if not path.is_file():
        raise BadInput("the page is missing", path=path, remedy="Take it out of dates.json or restore it")
    options = ReadOptions()
    try:
        with opened.opened(path) as stream:
            page = page_of(opened.whole(stream, path, options.max_bytes), options)
    except BadInput:
        return None, None
    report = report_of(page, options)
    return (report.published or "")[:10] or None, report.published_source


def _truth(path: Path) -> Mapping[str, str]:
    file = path / "dates.json"
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return {str(name): str(day)[:10] for name, day in held.items()}
    except (OSError, ValueError, AttributeError) as error:
        remedy = 'Write it as {"page.html": "2021-03-03"}'
        raise BadInput(f"cannot be read: {error!r}", path=file, remedy=remedy) from error
