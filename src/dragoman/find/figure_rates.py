"""The rate at which a figure holds: "200 barrels *a day*", "$1.2bn *annually*", "$80 *a barrel*"."""

from __future__ import annotations

import re

from dragoman.find.figure_words import FigureWords
from dragoman.record import Figure, Span
from dragoman.values import changed

_OF = r"(?:\s+of(?:\s+[a-z]+){1,2}?)?"  # "200 barrels of oil a day"


class Rates:
    """Finds what follows a figure and tells per what it is."""

    def __init__(self, words: FigureWords) -> None:
        units, each, adverbs, elsewhen = (
            "|".join(map(re.escape, listed))
            for listed in (words.rate_units, words.rate_each, words.rate_adverbs, words.elsewhen)
        )
        rate = rf"(?:[\s-]+(?:{each})[\s-]+(?:{units})|\s+(?:{adverbs}))(?![\w-])"
        self._behind = re.compile(rf"(?P<of>{_OF})(?P<rate>{rate})(?!\s+(?:{elsewhen})\b)", re.IGNORECASE)

    def told(self, text: str, figure: Figure, end: int) -> Figure:
        """The figure with the rate that follows it before ``end`` in its span and in what it is of."""
        found = self._behind.match(text, figure.span.end, end)
        if found is None:
            return figure
        span, rate = Span(figure.span.start, found.end()), " ".join(found["rate"].split())
        if figure.what is None:
            return changed(figure, span=span, what=" ".join(found.group().split()))
        of = " ".join(found["of"].split())
        what = figure.what if not of or figure.what.endswith(of) else f"{figure.what} {of}"
        return changed(figure, span=span, what=f"{what} {rate}")
