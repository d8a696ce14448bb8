"""Turn paths, directories and globs into the files to read, in a stable order, each once.

Links are followed only where they stay inside the directory that was named; what a link outside would
bring in has to be named itself.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.sources.options import Unread

STDIN = "-"
# The suffixes that a directory is searched for; ``.gz`` may follow any of them.
SUFFIXES = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}


def kind_of(path: Path) -> str | None:
    """The kind of file that a name promises (``text html jsonl csv parquet``), or None."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1]) if suffixes else None


def find(paths: Sequence[str | Path]) -> Iterator[Path | Unread]:
    """The files behind some paths, each once, with what could not be found."""
    seen: set[str] = set()
    for path in paths:
        for item in _expand(str(path)):
            if isinstance(item, Unread):
                yield item
            elif (real := os.path.realpath(item)) not in seen or str(item) == STDIN:
                seen.add(real)
                yield item


def _expand(name: str) -> Iterator[Path | Unread]:
    path = Path(name)
    if name == STDIN:
        yield path
    elif path.is_dir():
        yield from _directory(path)
    elif os.path.lexists(path):
        yield _regular(path)
    elif glob.has_magic(name):
        yield from _glob(name)
    else:
        yield Unread(name, "", "there is no such file or directory", "Check the path")


def _glob(pattern: str) -> Iterator[Path | Unread]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute one
    if not matches:
        yield Unread(pattern, "", "no file matches the pattern", "Check the pattern")
    for match in matches:
        path = Path(match)
        if not path.is_dir():
            yield _regular(path)
        elif not any(other.startswith(match.rstrip(os.sep) + os.sep) for other in matches):
            yield from _directory(path)


def _directory(root: Path) -> Iterator[Path | Unread]:
    troubles: list[Unread] = []
    found = False
    inside = os.path.realpath(root)
    for folder, folders, names in os.walk(
        root, onerror=lambda error: troubles.append(_denied(error.filename or str(root), error))
    ):
        # Hidden folders hold version control and caches. Links to folders inside are read where they
        # lead to, those that lead outside are named; neither is walked, so there is no loop.
        yield from (_outside(Path(folder, n)) for n in sorted(folders) if _leaves(Path(folder, n), inside))
        folders[:] = sorted(n for n in folders if not n.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(".") or kind_of(path) is None:
                continue
            found = True
            yield _outside(path) if _leaves(path, inside) else _regular(path)
    yield from troubles
    if not found and not troubles:
        yield Unread(
            str(root),
            "",
            "the directory holds no captures",
            f"Known suffixes: {', '.join(SUFFIXES)}, each also with .gz",
        )


def _leaves(path: Path, inside: str) -> bool:
    """Whether a path is a link to somewhere outside a directory."""
    if not path.is_symlink():
        return False
    real = os.path.realpath(path)
    return Path(real).exists() and os.path.commonpath([real, inside]) != inside


def _outside(path: Path) -> Unread:
    return Unread(str(path), "", "the link leads outside the directory", "Name what it leads to itself")


def _regular(path: Path) -> Path | Unread:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Unread(str(path), "", "the link leads nowhere", "Remove it or restore its target")
    except OSError as error:
        return _denied(str(path), error)
    if not stat.S_ISREG(mode):
        return Unread(str(path), "", "this is no ordinary file", "Copy it into a file, or pipe it in with -")
    return path


def _denied(path: str, error: OSError) -> Unread:
    return Unread(path, "", f"cannot be opened: {error.strerror or error}", "Check its permissions")
