"""The record's types as DuckDB types, and plain rows as the record's types again.

Both directions are read off the dataclasses of `dragoman.record`, so that a new field there needs a
column in the schema and nothing here.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

from dragoman.record import Span

SCALARS: Mapping[type, str] = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}


def duckdb_type(kind: Any) -> str:
    """The DuckDB type that holds a value of a record's type: ``tuple[Span, ...]`` is ``INTEGER[2][]``.

    Raises:
        TypeError: the type is none that a record is made of.
    """
    kind = _unwrapped(kind)
    if kind is Span:
        return "INTEGER[2]"
    if is_dataclass(kind) and isinstance(kind, type):
        held = (f'"{name}" {duckdb_type(hint)}' for name, hint in _hints(kind).items())
        return f"STRUCT({', '.join(held)})"
    if get_origin(kind) is tuple:
        return f"{duckdb_type(get_args(kind)[0])}[]"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "VARCHAR"
    if kind in SCALARS:
        return SCALARS[kind]
    raise TypeError(f"no column can hold {kind}")


def typed(kind: Any, value: Any) -> Any:
    """A value as DuckDB returns it (dicts, lists, strings) as the record's type: the inverse of `to_plain`.

    Keys that the type does not have are ignored; a missing one takes the type's default.
    """
    kind = _unwrapped(kind)
    if value is None:
        return () if get_origin(kind) is tuple else None
    if kind is Span:
        return Span(*value)
    if is_dataclass(kind) and isinstance(kind, type):
        return _built(kind, value)
    if get_origin(kind) is tuple:
        item = _unwrapped(get_args(kind)[0])
        return tuple(value) if item in SCALARS else tuple(typed(item, v) for v in value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value


def as_json(part: object, *, ascii: bool = True) -> str:
    """A record, or any part of one, as JSON on one line: what `to_plain` says, several times as fast.

    In ASCII it is safe for every terminal, pipe and encoding.

    Raises:
        ValueError: a number in it is not finite.
    """
    return (_ASCII if ascii else _PLAIN).encode(part)


def _fields(part: Any) -> dict[str, object]:
    kind: Any = type(part)
    names, values = _getter(kind)
    return dict(zip(names, values(part), strict=True))


# A record is a tree, so that nobody has to look for circles in it.
_ASCII, _PLAIN = (
    json.JSONEncoder(default=_fields, allow_nan=False, check_circular=False, ensure_ascii=ascii)
    for ascii in (True, False)
)


@cache
def _getter(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[object, ...]]]:
    """The names of a type's fields, and what takes all their values at once."""
    names = tuple(_hints(kind))
    get = attrgetter(*names)
    return names, get if len(names) > 1 else lambda part: (get(part),)


def _built(kind: Any, row: Mapping[str, Any]) -> Any:
    return kind(
        **{
            name: row[name] if hint is None else typed(hint, row[name])
            for name, hint in _fields_in(kind, tuple(row))
        }
    )


@cache
def _fields_in(kind: Any, columns: tuple[str, ...]) -> tuple[tuple[str, Any], ...]:
    """The fields that a row has, each with its type, or with None where the value is right as it is."""
    fit = {name: _unwrapped(hint) for name, hint in _hints(kind).items() if name in columns}
    return tuple((name, None if hint in (*SCALARS, date) else hint) for name, hint in fit.items())


def _unwrapped(kind: Any) -> Any:
    """``X`` for ``X | None``; anything else as it is."""
    if get_origin(kind) in (Union, types.UnionType):
        (kind,) = (arg for arg in get_args(kind) if arg is not type(None))
    return kind


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
