"""Read files of every kind as reports, one at a time; what cannot be read never loses the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import capture, found, opened
from dragoman.sources.encodings import declared_in, decode
from dragoman.sources.options import ReadOptions, Unread

Item = Report | Unread
_STORY = "Check that the capture holds the article"
_ARRAY = re.compile(rb"\[\s*\{\s*[\"}]")  # unlike "[Nairobi] The …"


def read(paths: Sequence[str | Path], options: ReadOptions | None = None) -> Iterator[Item]:
    """The reports in some files, directories, globs, or standard input (``-``), in a stable order.

    A file, row or line that cannot be read comes as `Unread`, with its place, the reason and a remedy;
    nothing is raised for it.
    """
    told = options or ReadOptions()
    for item in found.find(paths):
        if isinstance(item, Unread):
            yield item
        else:
            yield from _file(item, told)


def read_text(text: str, options: ReadOptions | None = None) -> Report:
    """The report of one captured text that is already at hand.

    Raises:
        BadInput: there is nothing in the text but furniture.
    """
    return _with_story(capture.report(text, capture.Known(), options or ReadOptions()), "<text>")


def _file(path: Path, options: ReadOptions) -> Iterator[Item]:
    """The items of one file; an error ends that file only."""
    try:
        kind = found.kind_of(path)
        if kind == "parquet":
            from dragoman.sources.parquet import read_parquet

            yield from read_parquet(path, options)
            return
        with opened.opened(path) as stream:
            yield from _readers()[kind](stream, path, options) if kind else _sniffed(stream, path, options)
    except BadInput as error:
        place = f"line {error.line}" if error.line else ""
        yield Unread(error.path or opened.name_of(path), place, error.problem.rstrip("."), error.remedy or "")


def _sniffed(stream: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read what has no telling name (standard input, say) as what its first bytes look like."""
    first = stream.read(512)
    head = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    kind = "jsonl" if head.startswith(b"{") else "html" if head.startswith(b"<") else "text"
    kind = "json" if _ARRAY.match(head) else kind
    yield from _readers()[kind](cast(BinaryIO, _Rejoined(first, stream)), path, options)


def _readers() -> dict[str, Callable[[BinaryIO, Path, ReadOptions], Iterator[Item]]]:
    from dragoman.sources.csvfile import read_csv
    from dragoman.sources.html import read_html
    from dragoman.sources.jsonl import read_array, read_jsonl

    return {"text": _text, "html": read_html, "jsonl": read_jsonl, "json": read_array, "csv": read_csv}


def _text(stream: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Item]:
    data = opened.whole(stream, path, options.max_bytes)
    name = opened.name_of(path)
    if not data.strip():
        raise BadInput("the file is empty", path=name, remedy="Save the capture again")
    declared = declared_in(data) if data.lstrip()[:1] == b"<" else None
    text = decode(data, declared).text
    yield _with_story(capture.report(text, capture.Known(), options, name), name)


def _with_story(report: Report, name: str) -> Report:
    if not report.body and not report.title:
        raise BadInput("nothing in it reads as a story", path=name, remedy=_STORY)
    return report


class _Rejoined:
    """A stream whose first bytes were read already."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, all for -1."""
        head = self._first if size < 0 else self._first[:size]
        self._first = self._first[len(head) :]
        return head + self._rest.read(size if size < 0 else size - len(head))

    def readline(self, size: int = -1) -> bytes:
        """A line of up to ``size`` bytes."""
        end = self._first.find(b"\n") + 1
        if end:
            return self.read(end if size < 0 else min(end, size))
        head = self.read(len(self._first) if size < 0 else min(size, len(self._first)))
        return head + self._rest.readline(size if size < 0 else size - len(head))
