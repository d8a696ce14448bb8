"""The shapes that expressions of news time take, as regular expressions built from the lexicon.

Each `Pattern` names the reading that `date_values` gives its matches. Patterns run over the characters
of a sentence, so that they do not depend on how words were divided ("78-day" as one word or as three).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.find.date_shapes import CUE_WORDS, CUES, SHAPES
from dragoman.find.date_words import DateWords
from dragoman.find.present import Needed, present
from dragoman.values import value

YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
SUFFIX = r"(?:st|nd|rd|th)?"
DASH = r"(?:-|–|—|to|and|through|until)"
STAGE = (
    r"(?:early|earlier|mid|late|later|the\s+(?:very\s+)?(?:beginning|start|end|middle|close|turn)\s+of|"
    r"(?:beginning|start|end|middle)\s+of)"
)
REF = (
    r"(?:last|past|previous|preceding|next|coming|following|upcoming|this\s+past|this\s+coming|this|current)"
)
# Before a weekday or month; "following Monday's talks" is after them.
BESIDE = r"(?:last|past|next|coming|upcoming|this\s+past|this\s+coming|this)"
CLOCK = (
    r"(?:(?P<h>[01]?[0-9]|2[0-3])(?:[:.](?P<min>[0-5][0-9])(?::[0-5][0-9])?)?\s*(?P<half>[ap])\.?m\b\.?"
    r"|(?P<h2>[01]?[0-9]|2[0-3]):(?P<min2>[0-5][0-9])(?::[0-5][0-9])?(?:\s*(?:hrs|hours))?"
    r"|(?P<h3>[01][0-9]|2[0-3])(?P<min3>[0-5][0-9])(?=\s*(?:hrs|hours|{zones}|local))"
    r"|(?P<h4>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o[’']clock"
    r"(?:\s+(?:in\s+the|at)\s+(?P<part4>morning|afternoon|evening|night))?"
    r"|(?P<noon>noon|midnight))"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One shape: the reading it stands for, its expression, and the cues that it cannot match without."""

    name: str
    regex: re.Pattern[str]
    cues: frozenset[str]


@value
class Found:
    """One stretch of a sentence that has the shape of a time."""

    name: str
    start: int
    end: int
    groups: dict[str, str | None]

    def __getitem__(self, group: str) -> str:
        """The text of a group in lower case, with single spaces; empty where it did not take part."""
        return " ".join((self.groups.get(group) or "").lower().split())


class Patterns:
    """All shapes of a lexicon, compiled once."""

    def __init__(self, words: DateWords) -> None:
        pieces = _pieces(words)
        self._patterns = tuple(
            Pattern(name, _compile(expression, pieces), frozenset(cues.split()))
            for name, expression, cues in SHAPES
        )
        self._cues = {name: _compile(expression, pieces) for name, expression in CUES.items()}
        self._words = tuple((name, frozenset(cues)) for name, cues in CUE_WORDS.items())
        self._needed = {name: Needed(phrases) for name, phrases in _phrases(words).items()}

    def find(self, text: str) -> list[Found]:
        """The times in a sentence, in order: the leftmost first, of those the longest, none overlapping."""
        cues = self._cues_in(text)
        found = [
            (m.start(), -m.end(), rank, pattern.name, m)
            for rank, pattern in enumerate(self._patterns)
            if pattern.cues <= cues
            for m in pattern.regex.finditer(text)
        ]
        return list(_disjoint(sorted(found, key=lambda f: f[:3])))

    def _cues_in(self, text: str) -> set[str]:
        """The cues that a sentence has; those made of words are looked for only where the words are."""
        words = present(text)
        cues = {name for name, cue_words in self._words if not words.isdisjoint(cue_words)}
        for name, regex in self._cues.items():
            needed = self._needed.get(name)
            if (needed is None or needed.may_be_in(words)) and regex.search(text):
                cues.add(name)
        return cues


def _disjoint(found: Iterable[tuple[int, int, int, str, re.Match[str]]]) -> Iterator[Found]:
    """Drop whatever overlaps what came before it."""
    reached = -1
    for start, _, _, name, match in found:
        if start >= reached:
            reached = match.end()
            yield Found(name, start, reached, match.groupdict())


def _compile(expression: str, pieces: dict[str, str]) -> re.Pattern[str]:
    for name, piece in pieces.items():
        expression = expression.replace(f"<{name}>", piece)
    return re.compile(expression.replace("_", r"\s+"), re.IGNORECASE)


def _phrases(words: DateWords) -> dict[str, Iterable[str]]:
    """The phrases of each cue in `CUES` that is made of nothing else."""
    decades = ("nineties", "eighties", "seventies", "sixties", "fifties", "forties", "thirties", "twenties")
    vague = (*words.present, *words.past, *words.future)
    return {
        "month": words.months,
        "weekday": (*words.weekdays, *(f"{day}s" for day in words.weekdays)),
        "unit": (*words.units, "half"),
        "season": words.seasons,
        "part": (*words.parts_of_day, "yesterday", "today", "tomorrow", "tonight"),
        "word": (*vague, *words.recurring, *words.named_days, "noon", "midnight", *decades),
    }


def _pieces(words: DateWords) -> dict[str, str]:
    """The alternatives that the lexicon gives for each piece of a shape."""
    lone_months = [m for m in words.months if m not in words.only_beside_a_number]
    lone_days = [d for d in words.weekdays if d not in words.only_beside_a_number]
    zones = "|".join(words.zones)
    zone = rf"(?:\s+(?:\((?P<zone>{zones})\)|(?P<zone2>{zones})\b|(?P<local>local\s+time|time)))?"
    return {
        "CLOCK": CLOCK.replace("{zones}", zones) + zone,
        "MONTH": _cased(words.months),
        "LONEMONTH": _cased(lone_months),
        "WEEKDAY": _cased(lone_days),
        "DAYNAME": _either(lone_days, cased=True),
        "ANYDAY": _cased(words.weekdays),
        "UNITS": _either(words.units),
        "SEASON": _either(words.seasons),
        "PART": _either(words.parts_of_day),
        "NAMED": _either(words.named_days, cased=True),
        "NUM": _number(words),
        "QUAL": rf"(?:(?:{_either(words.qualifiers)})_)?",
        "ORD": _either((*words.ordinals, "1st", "2nd", "3rd", "4th")),
        "CENTURY": rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{_either(words.ordinals)})",
        "VAGUE": _either((*words.present, *words.past, *words.future)),
        "RECURRING": _either(words.recurring),
        "YEAR": YEAR,
        "DAY": DAY,
        "SUFFIX": SUFFIX,
        "DASH": DASH,
        "STAGE": STAGE,
        "REF": REF,
        "BESIDE": BESIDE,
    }


def _number(words: DateWords) -> str:
    """A count in digits or in words, "a" and "several" included."""
    tens = "|".join(w for w, n in words.numbers.items() if n in range(20, 100, 10) and " " not in w)
    ones = "|".join(w for w, n in words.numbers.items() if n < 10 and len(w) > 2 and " " not in w)
    digits = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?"
    return rf"(?:{digits}|(?:{tens})-(?:{ones})|{_either((*words.numbers, *words.vague_numbers))})"


def _either(words: Iterable[str], *, cased: bool = False) -> str:
    """One of the words, longest first; spaces match any white space."""
    spelled = sorted(words, key=len, reverse=True)
    body = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in spelled)
    return f"(?-i:{_capitals(spelled)})" if cased else f"(?:{body})"


def _capitals(spelled: Iterable[str]) -> str:
    """Each word capitalised word by word, or all in capitals."""
    forms = (
        form for w in spelled for form in (" ".join(p[:1].upper() + p[1:] for p in w.split()), w.upper())
    )
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)


def _cased(words: Iterable[str]) -> str:
    """Names of months or weekdays: capitalised or all in capitals, with the point of an abbreviation."""
    spelled = sorted(words, key=len, reverse=True)
    short = [w for w in spelled if any(w != other and other.startswith(w) for other in spelled)]
    whole = [w for w in spelled if w not in short]
    points = f"(?-i:{_capitals(short)})(?![a-z])\\.?|" if short else ""
    return f"(?:{points}(?-i:{_capitals(whole)})(?![a-z]))"
