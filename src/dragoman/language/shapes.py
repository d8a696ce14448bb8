"""The written shape of a word, as one of 20 numbers.

The vocabulary of the language core is uncased, so the network would not see the difference between
*turkey* and *Turkey*. The shape, given beside each sub-word, brings it back. Training and reading
share this file: changing it means training again.
"""

from __future__ import annotations

SHAPES: tuple[str, ...] = (
    "none",  # padding and the encoder's own marks
    "lower",
    "title",
    "upper",
    "capital",  # one capital letter
    "mixed",
    "dotted",  # U.S. J. a.m.
    "digits",
    "alphanumeric",
    "hyphenated",
    "hyphenated-name",
    "final",  # . ? ! …
    "comma",
    "open-quote",
    "close-quote",
    "straight-quote",
    "bracket",
    "dash",
    "clitic",  # 's n't ’re
    "other",
)

_FINAL = frozenset(".?!…")
_PUNCTUATION: dict[str, int] = {
    **dict.fromkeys((",", ";", ":", "،", "、"), 12),
    **dict.fromkeys(("“", "‘", "«", "„", "``", "`"), 13),
    **dict.fromkeys(("”", "’", "»", "''"), 14),
    **dict.fromkeys(('"', "'"), 15),
    **dict.fromkeys("()[]{}<>", 16),
    **dict.fromkeys(("-", "–", "—", "--", "---", "―", "‐", "‑"), 17),
}
_APOSTROPHES = "'’"
_HYPHENS = "-–‐‑"


def shape(word: str) -> int:
    """The number of a word's shape: its place in ``SHAPES``."""
    known = _PUNCTUATION.get(word)
    if known is not None:
        return known
    if word and all(c in _FINAL for c in word):
        return 11
    has_digit = any(c.isdigit() for c in word)
    has_letter = any(c.isalpha() for c in word)
    if has_digit:
        return 8 if has_letter else 7
    return _letters(word) if has_letter else 19


def _letters(word: str) -> int:
    """The shape of a word that has letters and no digits."""
    if word[0] in _APOSTROPHES or word.lower() in ("n't", "n’t"):
        return 18
    if any(c in _HYPHENS for c in word[1:-1]):
        return 10 if any(c.isupper() for c in word) else 9
    if "." in word:
        return 6
    return _casing("".join(c for c in word if c.isalpha()))


def _casing(letters: str) -> int:
    """The shape of plain letters: lower, title, upper, one capital, or mixed."""
    if letters.islower():
        return 1
    if letters.isupper():
        return 4 if len(letters) == 1 else 3
    if letters[:1].isupper() and letters[1:].islower():
        return 2
    return 5 if any(c.isupper() for c in letters) else 19
