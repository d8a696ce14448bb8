"""What an expression of news time means, given the day of publication and the tense that it stands in."""

from __future__ import annotations

from dragoman.find import date_calendar, date_lengths, date_relative
from dragoman.find.date_patterns import Found
from dragoman.find.date_reading import Anchor, Reading
from dragoman.find.date_words import DateWords

_READERS = {**date_calendar.READERS, **date_relative.READERS, **date_lengths.READERS}


def read(found: Found, anchor: Anchor, words: DateWords) -> Reading | None:
    """The meaning of a match, or None where on a closer look it is no time at all."""
    try:
        return _READERS[found.name](found, anchor, words)
    except (ValueError, OverflowError):  # the 31st of June, the year 0, a million years ago
        return None
