"""How long before or after another thing something came ("two weeks after …"), and what dates follow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from dragoman.find import date_spans as spans
from dragoman.find.date_words import DateWords
from dragoman.language.parse import Sentence, Word
from dragoman.record import TimeSpan
from dragoman.values import value

_TIMEX = re.compile(r"P(T?)([0-9.]+|X)([A-Z]+)")
_ORDER = (
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
)


@value
class Gap:
    """A length of time: so many of a unit, or None where how many is not said ("days after")."""

    count: float | None
    unit: str
    text: str

    @property
    def within_a_day(self) -> bool:
        """Whether so short a time leads to no other day that a report would name."""
        hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}.get(self.unit)
        return hours is not None and (self.count is None or self.count * hours <= 12)


def measured(timex: str, text: str, words: DateWords) -> Gap | None:
    """The length that a TIMEX3 duration stands for (``P2W``, ``PT48H``, ``PXM``)."""
    found = _TIMEX.fullmatch(timex)
    if found is None:
        return None
    unit = next((u.name for u in words.units.values() if u.timex == found[1] + found[3]), None)
    return None if unit is None else Gap(None if found[2] == "X" else float(found[2]), unit, text)


def gap_at(
    sentence: Sentence, marker: Word, lengths: Mapping[int, Gap | None], words: DateWords
) -> Gap | None:
    """The length of time that stands right before "after" or "before".

    ``lengths`` are those found in the sentence by their words, None at the words of dates. The word next to
    the marker tells it, whatever the tree hangs it on; "in the days after" and "for a week after" tell none.
    """
    near = sentence.words[marker.i - 1] if marker.i else None
    if near is None or any(c.deprel == "case" for c in sentence.children(near.i)):
        return None
    if near.i in lengths:
        return lengths[near.i]
    unit = words.units.get(near.text.lower()) if near.upos != "PROPN" else None
    if unit is None:
        return None
    the = any(c.text.lower() == "the" for c in sentence.children(near.i))
    many = near.text.lower() != unit.name
    return Gap(None if many else 1.0, unit.name, near.text) if many or the else None


def reckoned(base: TimeSpan, gap: Gap, way: int, because: str) -> TimeSpan:
    """The time that lies a gap before (``way`` -1) or after (1) another, as exactly as the gap is told.

    From a month no days are counted, and where the gap is not told in numbers nothing is.
    """
    side = "before" if way < 0 else "after"
    if base.start is None or base.end is None or gap.count is None or _too_rough(base, gap.unit):
        return TimeSpan(
            None, None, None, reason=f"{because}, “{gap.text}” {side} “{base.text}”: no day follows"
        )
    held = spans.shifted(date.fromisoformat(base.start[:10]), gap.unit, way * gap.count)
    reason = f"{base.reason}; {because}, so it is “{gap.text}” {side} “{base.text}”"
    return TimeSpan(
        held.start.isoformat(), held.end.isoformat(), held.precision, base.text, base.span, reason
    )


def _too_rough(base: TimeSpan, unit: str) -> bool:
    known = "day" if base.precision == "minute" else base.precision
    if known == "day":
        return False
    return known not in _ORDER or _ORDER.index(known) > _ORDER.index(unit)


def stretch(first: date, gap: Gap) -> TimeSpan:
    """The time from a day on within which something is due; a vague length ends with the next longer unit."""
    if gap.count is not None:
        end, reason = spans.moved_back(first, gap.unit, gap.count), ""
    else:
        longer = _LONGER[gap.unit]
        end = spans.moved_back(first, longer, 1)
        reason = f"; how many {gap.unit}s is not said: taken to be fewer than make a {longer}"
    start = first.isoformat()
    return TimeSpan(start, end.isoformat(), gap.unit, gap.text, reason=f"counted from {start}{reason}")


_LONGER = {"second": "day", "minute": "day", "hour": "day", "day": "week", "night": "week",
           "weekend": "month", "week": "month", "fortnight": "quarter", "month": "year",
           "quarter": "year", "year": "decade", "decade": "century", "century": "century"}  # fmt: skip
