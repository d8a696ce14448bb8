"""Read a YAML file so that every value knows its line, and complain in terms of file, line and remedy.

YAML lets a misspelt or doubled key pass in silence; a codebook must not. `Fields` reads a mapping key
by key and, when it is closed, rejects whatever was not asked for.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value with the file and the (1-based) line that it stands on.

    ``value`` is a string, number, bool, None, a tuple of nodes, or a dict from key to node.
    """

    value: Any
    path: Path
    line: int

    def error(self, problem: str, remedy: str) -> CodebookError:
        """An error that points at this value."""
        return CodebookError(self.path, self.line, problem, remedy)

    def text(self) -> str:
        """The value as a string; numbers are not silently turned into text.

        Raises:
            CodebookError: it is no string; with file and line.
        """
        if not isinstance(self.value, str):
            raise self.error(f"expected text, found {self.value!r}", 'put the value in quotes: "…"')
        return self.value

    def number(self) -> float:
        """The value as a number.

        Raises:
            CodebookError: it is no number; with file and line.
        """
        if isinstance(self.value, bool) or not isinstance(self.value, (int, float)):
            raise self.error(f"expected a number, found {self.value!r}", "write a number without quotes")
        return float(self.value)

    def flag(self) -> bool:
        """The value as true or false.

        Raises:
            CodebookError: it is neither of them; with file and line.
        """
        if not isinstance(self.value, bool):
            raise self.error(f"expected true or false, found {self.value!r}", "write true or false")
        return self.value

    def items(self) -> tuple[Node, ...]:
        """The members of a list; a single value counts as a list of one; null as the empty list."""
        if self.value is None:
            return ()
        return self.value if isinstance(self.value, tuple) else (self,)

    def texts(self) -> tuple[str, ...]:
        """The members of a list of strings.

        Raises:
            CodebookError: it is no string, or has a member that is none; with file and line.
        """
        return tuple(item.text() for item in self.items())

    def mapping(self) -> dict[str, Node]:
        """The keys and values of a mapping; null as the empty mapping.

        Raises:
            CodebookError: it is a list or a single value; with file and line.
        """
        if self.value is None:
            return {}
        if not isinstance(self.value, dict):
            raise self.error(f"expected keys and values, found {self.value!r}", "write `key: value` lines")
        return self.value


class Fields:
    """A mapping read key by key; used as a context manager it rejects keys nobody asked for."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self._values = node.mapping()
        self._asked: set[str] = set()

    def __enter__(self) -> Fields:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.close()

    def get(self, key: str) -> Node | None:
        """The value of an optional key, or None."""
        self._asked.add(key)
        return self._values.get(key)

    def need(self, key: str) -> Node:
        """The value of a key that must be there.

        Raises:
            CodebookError: the key is missing; with file and line.
        """
        found = self.get(key)
        if found is None:
            raise self.node.error(f"`{key}` is missing", f"add a `{key}:` line to this entry")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """An optional list of strings; absent is the empty tuple."""
        found = self.get(key)
        return found.texts() if found else ()

    def words(self, key: str) -> frozenset[str]:
        """The words of a list that must be there, where neither order nor number counts.

        Raises:
            CodebookError: the key is missing or holds something else than strings; with file and line.
        """
        return frozenset(self.need(key).texts())

    def text(self, key: str, default: str | None = None) -> str | None:
        """An optional string."""
        found = self.get(key)
        return found.text() if found and found.value is not None else default

    def number(self, key: str, default: float | None = None) -> float | None:
        """An optional number."""
        found = self.get(key)
        return found.number() if found and found.value is not None else default

    def flag(self, key: str, default: bool = False) -> bool:
        """An optional flag."""
        found = self.get(key)
        return found.flag() if found else default

    def items(self, key: str) -> tuple[Node, ...]:
        """An optional list of nodes."""
        found = self.get(key)
        return found.items() if found else ()

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str | None:
        """An optional string that must be one of a few.

        Raises:
            CodebookError: it is none of them; with file and line.
        """
        found = self.get(key)
        if found is None or found.value is None:
            return default
        if found.text() not in allowed:
            raise found.error(f"`{found.text()}` is not a known {key}", "use one of: " + ", ".join(allowed))
        return found.text()

    def close(self) -> None:
        """Reject the first key that nobody asked for, with the nearest known key as the remedy.

        Raises:
            CodebookError: there is such a key; with file and line.
        """
        for key, node in self._values.items():
            if key not in self._asked:
                near = difflib.get_close_matches(key, sorted(self._asked), n=1)
                known = (
                    f"did you mean `{near[0]}`?" if near else "known keys: " + ", ".join(sorted(self._asked))
                )
                raise node.error(f"unknown key `{key}`", known)


def load_yaml(path: Path) -> Node:
    """The one document of a YAML file, every value with its line.

    Raises:
        CodebookError: the file cannot be read or is not YAML, or a key is given twice.
    """
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(
            path, 1, f"cannot be read: {error}", "check the path and save as UTF-8"
        ) from error
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        root = loader.get_single_node()
        if root is None:
            raise CodebookError(path, 1, "the file is empty", "write the entry, or delete the file")
        return _build(loader, root, path)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(
            path, line, f"is not YAML: {error.problem}", "check quotes and indentation"
        ) from error
    except yaml.YAMLError as error:
        raise CodebookError(path, 1, f"is not YAML: {error}", "check quotes and indentation") from error
    finally:
        loader.dispose()


def digest_of(path: Path) -> str:
    """The SHA-256 digest of a file, by which a compiled one knows it; line ends do not count."""
    return sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files directly and deeper in a folder, in a stable order."""
    return (p for p in sorted(folder.rglob("*.yaml")) if p.is_file())


def _build(loader: Any, node: Any, path: Path) -> Node:
    import yaml

    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        built: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in built:
                raise CodebookError(
                    path, key_node.start_mark.line + 1, f"key `{key}` is given twice", "keep one of the two"
                )
            built[key] = _build(loader, value_node, path)
        return Node(built, path, line)
    if isinstance(node, yaml.SequenceNode):
        return Node(tuple(_build(loader, item, path) for item in node.value), path, line)
    if node.tag.endswith(":bool") and node.value.lower() not in ("true", "false"):
        # YAML 1.1 reads the prepositions and words on, off, no and yes as truth values; here they are words.
        return Node(node.value, path, line)
    return Node(loader.construct_object(node), path, line)
