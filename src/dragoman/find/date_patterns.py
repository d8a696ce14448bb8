"""The shapes that expressions of news time take, as regular expressions built from the lexicon.

Each `Pattern` names the reading that `date_values` gives its matches. Patterns run over the characters
of a sentence, so that they do not depend on how words were divided ("78-day" as one word or as three).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.find.date_shapes import CUE_WORDS, DIGIT_CUES, SHAPES
from dragoman.find.date_words import DateWords
from dragoman.find.one_of import one_of
from dragoman.find.present import present, rarest
from dragoman.values import value

_DIGIT = re.compile("[0-9]")

YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
SUFFIX = r"(?:st|nd|rd|th)?"
DASH = r"(?:-|–|—|to|and|through|until)"
_PARTS = ("beginning of", "start of", "end of", "middle of")
STAGE = one_of(
    (
        *("early", "earlier", "mid", "late", "later", *_PARTS),
        *(f"{the} {part}" for the in ("the", "the very") for part in (*_PARTS, "close of", "turn of")),
    )
)
# Before a weekday or month; "following Monday's talks" is after them.
_BESIDE = ("last", "past", "next", "coming", "upcoming", "this past", "this coming", "this")
BESIDE = one_of(_BESIDE)
REF = one_of((*_BESIDE, "previous", "preceding", "following", "current"))
# These count a weekday or a month from the time last named: "that December", "the following Monday".
NEXT_TO = one_of(("that", "the same", "the following", "the next", "the previous", "the preceding"))
CLOCK = (
    r"(?:(?P<h>[01]?[0-9]|2[0-3])(?:[:.](?P<min>[0-5][0-9])(?::[0-5][0-9])?)?\s*(?P<half>[ap])\.?m\b\.?"
    r"|(?P<h2>[01]?[0-9]|2[0-3]):(?P<min2>[0-5][0-9])(?::[0-5][0-9])?(?:\s*(?:hrs|hours))?"
    r"|(?P<h3>[01][0-9]|2[0-3])(?P<min3>[0-5][0-9])(?=\s*(?:(?:hrs|hours|local)\b|(?-i:{zones})\b))"
    r"|(?P<h4>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o[’']clock\b"
    r"(?:\s+(?:in\s+the|at)\s+(?P<part4>morning|afternoon|evening|night))?"
    r"|(?P<noon>noon|midnight)\b)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One shape: its place among all, the reading it stands for, its expression, and the cues it needs."""

    rank: int
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
        text = self.groups.get(group)
        return " ".join(text.lower().split()) if text else ""


class Patterns:
    """All shapes of a lexicon, compiled once."""

    def __init__(self, words: DateWords) -> None:
        pieces = _pieces(words)
        self._by_cue: dict[str, list[Pattern]] = defaultdict(list)
        for rank, (name, expression, cues) in enumerate(SHAPES):
            first, *_ = needed = cues.split()
            pattern = Pattern(rank, name, _compile(expression, pieces), frozenset(needed))
            self._by_cue[first].append(pattern)
        self._digits = {name: _compile(expression, pieces) for name, expression in DIGIT_CUES.items()}
        # By the rarest word of each phrase of which a cue is made: the cue, and the phrase's other words.
        self._phrases: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for name, phrases in (*_phrases(words).items(), *CUE_WORDS.items()):
            for phrase in phrases:
                word, others = rarest(phrase)
                self._phrases[word].append((name, others))
        self._telling = frozenset(self._phrases)

    def find(self, text: str) -> list[Found]:
        """The times in a sentence, in order: the leftmost first, of those the longest, none overlapping."""
        cues = self._cues_in(text)
        if not cues:
            return []  # as in two of three sentences
        found = [
            (m.start(), -m.end(), pattern.rank, pattern.name, m)
            for cue in cues
            for pattern in self._by_cue.get(cue, ())
            if pattern.cues <= cues
            for m in pattern.regex.finditer(text)
        ]
        return list(_disjoint(sorted(found, key=lambda f: f[:3]))) if found else []

    def _cues_in(self, text: str) -> set[str]:
        """The cues that a sentence may have, by the words that stand in it."""
        words = present(text)
        telling = self._telling & words
        cues = {name for word in telling for name, others in self._phrases[word] if others <= words}
        if _DIGIT.search(text):
            cues.add("digit")
            cues.update(name for name, regex in self._digits.items() if regex.search(text))
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
    if expression.startswith(r"\b"):  # so that nothing is tried where a word ends
        expression = r"\b(?=\w)" + expression.removeprefix(r"\b")
    return re.compile(expression.replace("_", r"\s+"), re.IGNORECASE)


def _phrases(words: DateWords) -> dict[str, Iterable[str]]:
    """The phrases of the lexicon of which cues are made."""
    vague = (*words.present, *words.past, *words.future)
    plural = [f"{day}s" for day in words.weekdays]
    return {
        "month": words.months,
        "weekday": (*words.weekdays, *plural),
        "weekdays": plural,
        "unit": (*words.units, "half"),
        "season": words.seasons,
        "part": (*words.parts_of_day, "yesterday", "today", "tomorrow", "tonight"),
        "word": (*vague, *words.recurring, *words.named_days, "noon", "midnight", *words.decades),
    }


def _pieces(words: DateWords) -> dict[str, str]:
    """The alternatives that the lexicon gives for each piece of a shape."""
    lone_months = [m for m in words.months if m not in words.only_beside_a_number]
    lone_days = [d for d in words.weekdays if d not in words.only_beside_a_number]
    zones = "|".join(words.zones)
    named = rf"\((?-i:(?P<zone>{zones}))\)|(?-i:(?P<zone2>{zones}))\b"
    zone = rf"(?:\s+(?:{named}|(?P<local>local\s+time|time)\b))?"
    return {
        "CLOCK": CLOCK.replace("{zones}", zones) + zone,
        "MONTH": _cased(words.months),
        "LONEMONTH": _cased(lone_months),
        "WEEKDAY": _cased(lone_days),
        "DAYNAME": _either(lone_days, cased=True),
        "ANYDAY": _cased(words.weekdays),
        "UNITS": _either(words.units),
        "SEASON": _either(words.seasons),
        "DECADES": _either(words.decades),
        "PART": _either(words.parts_of_day),
        "NAMED": _either(words.named_days, cased=True),
        "NUM": _number(words),
        "QUAL": rf"(?:(?:{_either(words.qualifiers)})_)?",
        "ORD": _either((*words.ordinals, "1st", "2nd", "3rd", "4th")),
        "CENTURY": rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{_either(words.ordinals)})",
        "VAGUE": _either((*words.present, *words.past, *words.future)),
        "RECURRING": _either(words.recurring),
        "YEAR": YEAR,
        "ZONES": zones,
        "DAY": DAY,
        "SUFFIX": SUFFIX,
        "DASH": DASH,
        "STAGE": STAGE,
        "REF": REF,
        "BESIDE": BESIDE,
        "NEXTTO": NEXT_TO,
    }


def _number(words: DateWords) -> str:
    """A count in digits or in words, "a" and "several" included."""
    tens = one_of(w for w, n in words.numbers.items() if n in range(20, 100, 10) and " " not in w)
    ones = one_of(w for w, n in words.numbers.items() if n < 10 and len(w) > 2 and " " not in w)
    digits = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?"
    return rf"(?:{digits}|(?:{tens})-(?:{ones})|{_either((*words.numbers, *words.vague_numbers))})"


def _either(words: Iterable[str], *, cased: bool = False) -> str:
    """One of the words, longest first; spaces match any white space."""
    if cased:
        return f"(?-i:{_capitals(sorted(words, key=len, reverse=True))})"
    return f"(?:{one_of(words)})"


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
