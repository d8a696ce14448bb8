"""The words of a name as the gazetteer sees them: runs of letters and digits, normalised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from dragoman.values import value

# The first shape is that of most words, which thus need not be held against the others.
TOKEN = re.compile(
    r"[^\W\d_]{2}\w*|\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.[^\W\d_])+|\w+", re.UNICODE
)
# Between two words of one name: spaces, a hyphen, an apostrophe, an ampersand, the dot of an abbreviation.
_SHORT = 4  # letters of an acronym in which small ones are mixed: "LeT" is not "Let"
GAP = re.compile(r"[\s\-‐‑–'’.&/]{0,4}\Z")
_LETTERS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})


@value
class Token:
    """A run of letters or digits: as written, normalised, its characters, and the word it belongs to.

    ``word`` is the position in ``Sentence.words`` (-1 where the text was not parsed).
    """

    i: int
    text: str
    norm: str
    start: int
    end: int
    word: int = -1

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=1 << 14)
def normal(text: str) -> str:
    """A word in lower case, without accents and without the dots of an acronym: ``U.S.`` is ``us``."""
    if text.isascii():
        return text.replace(".", "").lower()
    low = unicodedata.normalize("NFKD", text.replace(".", "").lower().translate(_LETTERS))
    return "".join(c for c in low if not unicodedata.combining(c)).translate(_LETTERS)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into ``text``; words are not assigned."""
    found = TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(i, m.group(), normal(m.group()), m.start(), m.end()) for i, m in enumerate(found)]


def key_of(name: str) -> tuple[str, str]:
    """The normalised words of a name and the letters of case that a mention of it must have."""
    tokens = tokenise(name)
    return " ".join(t.norm for t in tokens), "".join(_case(t.text) for t in tokens)


def _case(text: str) -> str:
    letters = [c for c in text if c.isalpha()]
    if not letters or not letters[0].isupper():
        return "-"
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "U"
    return "M" if len(letters) <= _SHORT and any(c.isupper() for c in letters[1:]) else "C"


def case_fits(case: str, tokens: Sequence[Token]) -> bool:
    """Whether tokens are written with at least the capitals that a term demands."""
    for want, token in zip(case, tokens, strict=False):
        if want == "C" and not token.capital:
            return False
        if want == "U" and not token.text.replace(".", "").isupper():
            return False
        if want == "M" and token.text[1:].islower():
            return False
    return True


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """A name as part of an id: normalised words joined by hyphens."""
    # The same offices and names come again and again, in a report as in the next.
    return "-".join(re.sub(r"\W", "", t.norm) for t in tokenise(name))
