"""The exception family: every error says what is wrong, where, and what to do about it.

The command line prints ``str(error)`` and nothing else, so each message is one readable paragraph.
"""

from __future__ import annotations

from os import PathLike


class DragomanError(Exception):
    """Something that the user can put right: a ``problem``, its place, and a ``remedy``.

    The place is a ``path`` (a file, a directory, a URL, ``<stdin>``) and, within it, a ``line``
    counted from 1; either may be None where there is none.
    """

    def __init__(
        self,
        problem: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = None if path is None else str(path)
        self.line = line
        self.remedy = remedy

    @property
    def place(self) -> str | None:
        """Where the problem is: ``file``, ``file:line``, ``line N``, or None."""
        if self.path is None:
            return None if self.line is None else f"line {self.line}"
        return self.path if self.line is None else f"{self.path}:{self.line}"

    def __str__(self) -> str:
        where = "" if self.place is None else f"{self.place}: "
        remedy = f" {_sentence(self.remedy[:1].upper() + self.remedy[1:])}" if self.remedy else ""
        return where + _sentence(self.problem) + remedy

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.problem, self.path, self.line, self.remedy)


class BadInput(DragomanError):  # noqa: N818 - reads as a sentence where it is raised
    """A file, option or argument that cannot be used as given."""


class CodebookError(DragomanError):
    """A codebook file that breaks its own rules: an unknown or missing key, a wrong value."""

    def __init__(
        self, path: str | PathLike[str], line: int | None, problem: str, remedy: str | None = None
    ) -> None:
        super().__init__(problem, path=path, line=line, remedy=remedy)


class LedgerError(DragomanError):
    """A ledger that cannot be opened, read or written, or a query that it refuses."""


class ModelError(DragomanError):
    """A language model that is missing, damaged, or not the one that its manifest describes."""


def _sentence(words: str) -> str:
    return words if words.endswith(("?", "!")) else words.rstrip(".") + "."


def _rebuild(
    kind: type[DragomanError], problem: str, path: str | None, line: int | None, remedy: str | None
) -> DragomanError:
    """The same error again, after its trip between two processes."""
    error = kind.__new__(kind)
    DragomanError.__init__(error, problem, path=path, line=line, remedy=remedy)
    return error
