"""Values: small objects that reading a report makes by the ten thousand, and that nobody changes.

That nobody does, mypy sees to, to which they are frozen dataclasses. To the interpreter they are not: a
frozen dataclass sets every field by a call of its own and takes five times as long to make, which came
to a twelfth of the time outside the network. What the program hands out, the record, stays frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """A class as a dataclass with slots, equal and hashed by its fields, frozen to the type checker alone."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
