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


def needed(phrases: Iterable[str]) -> frozenset[str]:
    """One word of each phrase: a text that has none of these words holds none of the phrases.

    The longest word of a phrase is the rarest as a rule, and of equals the last.
    """
    words = (_RUN.findall(phrase.casefold()) for phrase in phrases)
    return frozenset(max(reversed(found), key=len, default=_ANY) for found in words)
