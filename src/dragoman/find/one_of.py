"""An expression for one of many phrases that looks at each letter of a text once.

Alternatives one beside the other are all tried at every word of a sentence, since where case does not matter
none is passed over by its first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


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
    spelled = "|".join(_spelled(first) + _branches(rest) if first else "" for first, rest in after.items())
    return f"(?:{spelled})" if len(after) > 1 else spelled


def _spelled(letters: str) -> str:
    return re.escape(letters).replace(r"\ ", r"\s+")
