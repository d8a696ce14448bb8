"""A light guess at the language of a text, from its script and its small words.

Enough to keep a parser of English away from other tongues; it does not tell close kin apart reliably
(Serbian and Croatian, Norwegian and Danish).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from dragoman.codebook.yamlfile import load_yaml
from dragoman.record import Report

FOLDER = Path(__file__).parent.parent / "codebooks" / "languages"
READ = "en"

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_SCRIPT_SAMPLE = 600
# Scripts that one language, in practice, has to itself among the world's news.
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("th", "\u0e00", "\u0e7f"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("ta", "\u0b80", "\u0bff"),
    ("ka", "\u10a0", "\u10ff"),
    ("hy", "\u0530", "\u058f"),
    ("am", "\u1200", "\u137f"),
)


def guess(text: str) -> str | None:
    """The ISO 639-1 code of the likeliest language of a text, or None if it is too short to say."""
    sample = text[:_SAMPLE]
    script = _by_script(sample)
    if script:
        return script
    words = _WORD.findall(sample.lower())
    code, count = _commonest(words)
    return code if count >= 3 and count * 12 >= len(words) else None


def is_foreign(report: Report) -> bool:
    """Whether a report is in another language than the one that is read: by its own words, where they tell.

    Pages are marked with the language of their site, whatever the report is written in.
    """
    if report.language in (None, READ):
        return False
    return guess(" ".join(span.of(report.text) for span in report.body)) in (None, report.language)


def evidence(text: str) -> float:
    """The share of the words of a text that are small words of its likeliest language, 0 to 1."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    return _commonest(words)[1] / len(words) if words else 0.0


def _commonest(words: list[str]) -> tuple[str | None, int]:
    """The language with most small words among some words, and their number."""
    index = _index()
    hits = Counter([code for word in words if word in index for code in index[word]])
    return hits.most_common(1)[0] if hits else (None, 0)


def _by_script(sample: str) -> str | None:
    if sample[:_SCRIPT_SAMPLE].isascii():
        return None
    letters = [c for c in sample[:_SCRIPT_SAMPLE] if c.isalpha()]
    foreign = [c for c in letters if not c.isascii()]  # none of the scripts has a letter of ASCII
    for code, first, last in _SCRIPTS:
        share = sum(first <= c <= last for c in foreign)
        # Japanese mixes its syllables with Chinese characters: a tenth of kana is enough.
        if letters and share * (10 if code == "ja" else 2) > len(letters):
            return code
    return None


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Each small word with the languages that have it."""
    index: dict[str, tuple[str, ...]] = {}
    for code, node in load_yaml(FOLDER / "stopwords.yaml").mapping().items():
        for word in node.text().split():
            index[word] = (*index.get(word, ()), code)
    return index
