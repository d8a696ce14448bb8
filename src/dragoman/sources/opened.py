"""Open a file or standard input as bytes, decompressed within bounds.

A few kilobytes of gzip can hold gigabytes of zeros, so nothing is decompressed further than its limit.
"""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.errors import BadInput
from dragoman.sources.found import STDIN
from dragoman.sources.options import MEBIBYTE

_GZIP = b"\x1f\x8b"
_AGAIN = "Fetch or compress the file again"
# A table is read row by row and may be long; this only stops a stream that never ends.
MAX_STREAM_BYTES = 64 * 1024 * MEBIBYTE


def name_of(path: Path) -> str:
    """How a path is called in messages."""
    return "<stdin>" if str(path) == STDIN else str(path)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file or of standard input, decompressed on the fly if they are gzip.

    Raises:
        BadInput: the file cannot be opened or read, or its compressed data are damaged.
    """
    try:
        with _raw(path) as raw:
            packed = raw.peek(2)[:2] == _GZIP  # type: ignore[attr-defined]
            yield cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BadInput(
            f"the compressed data are damaged: {error}", path=name_of(path), remedy=_AGAIN
        ) from error
    except OSError as error:
        raise BadInput(
            f"cannot be read: {error.strerror or error}", path=name_of(path), remedy="Check its permissions"
        ) from error


def whole(stream: BinaryIO, path: Path, limit: int) -> bytes:
    """All bytes of a stream that holds one document.

    Raises:
        BadInput: there are more than ``limit`` bytes.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise BadInput(
            f"the document is larger than {limit / MEBIBYTE:.0f} MiB once decompressed",
            path=name_of(path),
            remedy="Split it, or save only the article",
        )
    return data


@contextmanager
def _raw(path: Path) -> Iterator[BinaryIO]:
    if str(path) == STDIN:
        yield sys.stdin.buffer
        return
    with path.open("rb") as stream:
        yield stream
