"""Tables whose rows become values when they are first asked for.

A report needs some hundred of the twenty thousand rows of the gazetteer: to shape all of them at the start
took half of the time that loading it cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, overload

__all__ = ["Shaped"]

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class Shaped(Mapping[K, V]):
    """A read-only mapping over plain rows; ``shape`` makes the value of a row, once."""

    __slots__ = ("_held", "_rows", "_shape")

    def __init__(self, rows: Mapping[K, Any], shape: Callable[[Any], V]) -> None:
        self._rows = rows
        self._shape = shape
        self._held: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        held = self._held.get(key)
        if held is None:
            held = self._held[key] = self._shape(self._rows[key])
        return held

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V) -> V: ...
    @overload
    def get(self, key: K, /, default: D) -> V | D: ...
    def get(self, key: K, /, default: Any = None) -> Any:
        """The value of a key, else the default; most words asked for are none, so nothing is raised."""
        held = self._held.get(key)
        if held is not None:
            return held
        return self[key] if key in self._rows else default

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[K]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
