"""Whether four digits are a year: "in 2022" is, "Resolution 1244" and "2000 troops" are not."""

from __future__ import annotations

import re

from dragoman.find.date_patterns import Found
from dragoman.find.date_words import YearWords
from dragoman.language.parse import Sentence
from dragoman.record import Span

_BEFORE = re.compile(r"([A-Za-z’'.]+|[(\[–—,-])\s*$")
_AFTER = re.compile(r"\s*-?([A-Za-z%°]+)")
_BRACKETS = frozenset("([,–—-")


def is_year(sentence: Sentence, span: Span, match: Found, text: str, words: YearWords) -> bool:
    """Whether the match may be a year, by the words around it and the tag of the noun after it.

    Years before 1900 need a word that dates ("in 1848"); later ones are refused after a capitalised
    name or a noun ("Resolution 1973", "Flight 2001") and before what they would count.
    """
    if match["stage"] or match["the"]:
        return True
    before = _BEFORE.search(text[sentence.span.start : span.start])
    word = before.group(1) if before else ""
    if _counts(sentence, span, text, words):
        return False
    if word.lower() in words.dating:
        return True
    if not 1900 <= int(match["y"]) <= 2100:
        return word in ("(", "[") and text[span.end : span.end + 1] in (")", "]", " ", ",")
    if word.lower() == "of":
        return not re.search(
            rf"\b(?:{'|'.join(words.counts)})s?\s+of\s*$", text[sentence.span.start : span.start], re.I
        )
    return (
        not word
        or word.lower() in words.neutral
        or word in _BRACKETS
        or (word.islower() and not _is_noun(sentence, span.start))
    )


def _counts(sentence: Sentence, span: Span, text: str, words: YearWords) -> bool:
    """Whether a measure or a plural noun that it counts comes after."""
    after = _AFTER.match(text, span.end)
    if after is None:
        return False
    if after.group(1).lower() in words.measures:
        return True
    if after.group(1).lower() in words.of_years:
        return False
    inside = sentence.covering(span)
    head = sentence.words[inside[-1]].head if inside else -1
    if head <= (inside[-1] if inside else 0) or sentence.words[inside[-1]].deprel != "nummod":
        return False
    return sentence.words[head].feat("Number") == "Plur" and sentence.words[head].upos == "NOUN"


def _is_noun(sentence: Sentence, start: int) -> bool:
    """Whether the word before is a noun, as in "paragraph 1995"."""
    last = [w for w in sentence.words if w.span.end <= start]
    return bool(last) and last[-1].upos in ("NOUN", "PROPN")
