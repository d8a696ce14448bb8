"""The shapes of numbers as patterns over a sentence's characters, made of the words of ``units.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.find.figure_words import Bounds, FigureWords

DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_TIMES = "days?|weeks?|months?|years?|hours?|minutes?|decades?|centuries|seasons?"
_AND = r"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million))[\s-]+and)"  # "nine and eleven" are two numbers

Bounding = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class FigureShapes:
    """Patterns for each way in which a number is told; `Numbers` says with an example what it reads by each.

    ``number`` is any written number with what is written onto it. ``before`` and ``after`` find the words
    that bound a number and say which bound they give.
    """

    number: re.Pattern[str]
    indefinite: re.Pattern[str]
    fraction: re.Pattern[str]
    shares: tuple[re.Pattern[str], ...]
    multiple: re.Pattern[str]
    part: re.Pattern[str]
    ballot: re.Pattern[str]
    voting: re.Pattern[str]
    halved: re.Pattern[str]
    idiom: re.Pattern[str]
    between: re.Pattern[str]
    before: Bounding
    after: Bounding


def shapes_of(words: FigureWords) -> FigureShapes:
    """The patterns with the words of a lexicon."""
    fraction, ballots = _either(words.fractions), _either(words.ballots)
    number = _spelled_or_in_digits(words)
    return FigureShapes(
        number=_written(words, number),
        indefinite=_any_case(rf"\b(?P<word>{_either(words.indefinite)})\b"),
        fraction=_any_case(rf"\b(?P<word>{fraction})(?=\s+(?:of|the|its|their|his|her|all)\b)"),
        shares=_shares(words, fraction),
        multiple=_any_case(
            rf"\b(?P<word>{_either(words.multiples)})(?=\s+(?:{_either(words.multiple_of)})\b)"
        ),
        part=_part(words),
        ballot=_any_case(rf"\b(?P<first>{number})\s+(?:{ballots})\s+(?:to|against)\s+(?P<second>{number})"),
        voting=_any_case(rf"\b(?:{_either((*words.ballots, *words.voting))})\b"),
        halved=_any_case(r"\s+and\s+(?:a\s+|one[\s-]+)half\b"),
        idiom=_any_case(rf"(?<![\w-])(?:{_either(words.idioms)})(?!\w)"),
        between=_any_case(r"\b(?:between|from)\s+$"),
        before=_bounds_before(words.bounds),
        after=_bounds_after(words.bounds),
    )


def _either(words: Iterable[str]) -> str:
    """One of the words, longest first; spaces match any white space."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


def _any_case(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def _spelled_or_in_digits(words: FigureWords) -> str:
    spelled, scale, short = _either(words.numbers), _either(words.scales), _either(words.short_scales)
    return (
        rf"(?:(?:{DIGITS})(?:[\s-]*(?:{scale})\b|\s?(?:{short})\b)?"
        rf"|(?:an?|half\s+an?)\s+(?:{scale})\b(?:{_AND}[\s-]+(?:{spelled})\b)?"
        rf"|(?:{spelled})\b(?:{_AND}?[\s-]+(?:{spelled}|{scale})\b)*)"
    )


def _written(words: FigureWords, number: str) -> re.Pattern[str]:
    """A number or a range, with the currency before it and the percent sign behind it."""
    symbols, letters, scale = _either(words.symbols), _either(words.letters), _either(words.scales)
    return _any_case(
        rf"(?:(?<![A-Za-z])(?P<symbol>{symbols})\s?"
        rf"|(?<![\w-])(?P<letter>(?-i:{letters}))\s?(?=\d{{1,3}},\d{{3}}|\d+(?:\.\d+)?\s(?:{scale})\b)"
        rf"|\b(?P<code>(?-i:{'|'.join(words.currency_codes)}))\s?"
        rf"|(?<![\w.,/:’'$€£+-]))(?P<first>{number})"
        rf"(?:\s?(?:-|–|—|\bto\b)\s?(?:{symbols})?(?P<second>{number}))?"
        rf"(?P<percent>\s?(?:{_either(words.percent)})(?!\w))?"
    )


def _shares(words: FigureWords, fraction: str) -> tuple[re.Pattern[str], ...]:
    """Fractions behind "by" or "to", behind a verb of change, and before a verb."""
    closed = rf"(?=\s*(?:[.,;:)—–]|$)|\s+(?:{_either(words.share_before)})\b)"
    several = _either(w for w in words.fractions if w.endswith("s") or w == "half")
    return (
        _any_case(rf"\b(?:{_either(words.share_after)})\s+(?P<word>{fraction}){closed}"),
        _any_case(
            rf"\b(?:{_either(words.changed_by)})\s+(?:(?:nearly|almost|about|more\s+than|over)\s+)?"
            rf"(?P<word>{fraction}){closed}"
        ),
        _any_case(rf"(?<!first )(?<!second )\b(?P<word>{several})(?=\s+(?:{_either(words.share_verbs)})\b)"),
    )


def _part(words: FigureWords) -> re.Pattern[str]:
    """As "four in ten", "one out of every three nurses"; case counts in what is counted."""
    spelled, scale = _either(words.numbers), _either(words.scales)
    return re.compile(
        rf"\b(?P<a>(?i:{spelled})|[0-9]+)\s+(?:[a-z][a-z-]+\s+|[A-Z][a-z]+\s+)?"
        rf"(?P<link>in|out\s+of)\s+(?:every\s+)?"
        rf"(?P<b>(?:{spelled}|a\s+(?:{scale})|[0-9]+)(?![\w,.]*[0-9]))\b"
        rf"(?!\s+(?:{_TIMES})\b|[-\s]+(?:{spelled})\b)"
    )


def _bounds_before(bounds: Bounds) -> Bounding:
    phrases = (
        ("low", bounds.at_least),
        ("high", bounds.at_most),
        ("below", bounds.just_below),
        ("about", bounds.about),
    )
    return tuple(
        (kind, _any_case(rf"(?:^|[\s(—–-])(?P<word>{_either(held)})\s+(?:(?:the|a)\s+)?$"))
        for kind, held in phrases
    )


def _bounds_after(bounds: Bounds) -> Bounding:
    phrases = (
        ("low", bounds.at_least_after),
        ("high", bounds.at_most_after),
        ("about", bounds.about_after),
    )
    return tuple((kind, _any_case(rf"\s*(?P<word>{_either(held)})(?!\w)")) for kind, held in phrases)
