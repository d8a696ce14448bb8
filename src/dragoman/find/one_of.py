"""An expression for one of many phrases that looks at each letter of a text once.

Alternatives one beside the other are all tried at every word of a sentence, since where case does not matter
none is passed over by its first letter, unless that is given as a set of both its cases. The expression is
for such patterns alone, and its phrases are in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# What else stands for a letter where case does not matter: dotted and dotless i, the kelvin, the long s.
_ALIKE = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}


def one_of(phrases: Iterable[str]) -> str:
    """An expression for one of the phrases, the longest that fits; spaces match any white space."""
    return _branches(sorted(dict.fromkeys(phrases), key=len, reverse=True))


def _branches(endings: Sequence[str]) -> str:
    """What the endings begin with, each first letter once, with what may come after it."""
    if len(endings) == 1:
        return _spelled(endings[0])
    after: dict[str, list[str]] = {}
    for ending in endings:
        after.setdefault(ending[:1], []).append(ending[1:])
    if len(after) == 1:
        ((first, rest),) = after.items()
        return _spelled(first) + _branches(rest)
    branches = (_either_case(first) + _branches(rest) if first else "" for first, rest in after.items())
    return f"(?:{'|'.join(branches)})"


def _either_case(letter: str) -> str:
    """A letter, large or small, as a set: of such branches one is passed over by its first letter at once."""
    if not letter.isalpha():
        return _spelled(letter)
    return f"(?-i:[{letter}{letter.upper()}{_ALIKE.get(letter, '')}])"


def _spelled(letters: str) -> str:
    return re.escape(letters).replace(r"\ ", r"\s+")
