"""Which words a sentence has, so that a long expression is tried only where it can match at all.

An expression of a hundred phrases costs more than anything else that is done with a sentence, and hardly
any sentence holds one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_RUN = re.compile("[a-z]+|[0-9]+")
_ANY = ""  # what every text has


@lru_cache(maxsize=512)
def present(text: str) -> frozenset[str]:
    """The runs of letters and of digits in a text, without regard to case."""
    # Dates and figures ask for the words of the same sentences of a report.
    return frozenset((_ANY, *_RUN.findall(text.casefold())))


def rarest(phrase: str) -> tuple[str, frozenset[str]]:
    """The word of a phrase that is the rarest, and the others: as a rule the longest, of equals the last."""
    words = _RUN.findall(phrase.casefold())
    word = max(reversed(words), key=len, default=_ANY)
    return word, frozenset(words) - {word}


class Needed:
    """The words without which a text holds none of some phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._rest: dict[str, list[frozenset[str]]] = {}
        for phrase in phrases:
            word, others = rarest(phrase)
            self._rest.setdefault(word, []).append(others)
        self._rarest = frozenset(self._rest)

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Whether a text with these words has all words of a phrase."""
        there = self._rarest & words
        return bool(there) and any(rest <= words for word in there for rest in self._rest[word])
