"""Where "here" is: the town of the dateline, from which the report was filed.

A dateline says where the reporter sat and places no event. Only where his own words point at it does it:
"OSLO - A man was stabbed *here* on Friday", "rebels marched into *this capital*".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.codebook.places import Gazetteer, PlaceEntry
from dragoman.find.filed import town_of
from dragoman.find.place_words import PlaceMention
from dragoman.find.places import as_place, shipped_gazetteer
from dragoman.language.parse import Sentence, Word
from dragoman.record import Report, Span

_POINTS = re.compile(r"\b(?:here|[Tt]his\s+(?:\w+\s+)?(?:city|capital|town|port|village))\b")
_TOWNS = frozenset({"city", "capital", "town", "port", "village"})
_SEATS = frozenset({"city", "capital"})
_REASON = "the town from which the report was filed"


def here_in(
    report: Report, sentences: Iterable[Sentence], quoted: Sequence[Span], gazetteer: Gazetteer | None = None
) -> tuple[PlaceMention, ...]:
    """The words with which the reporter means the town of the dateline, as mentions of that town."""
    if report.dateline is None or not _POINTS.search(report.text, report.dateline.end):
        return ()
    found = [span for s in sentences for span in _pointing(s) if not any(q.covers(span) for q in quoted)]
    town = _town(report, gazetteer or shipped_gazetteer()) if found else None
    if town is None:
        return ()
    texts = [span.of(report.text) for span in found]
    places = [as_place(town, town.name, span) for span in found]
    return tuple(
        PlaceMention(span, text, place, _REASON, None, town.kind)
        for span, text, place in zip(found, texts, places, strict=True)
    )


def _pointing(sentence: Sentence) -> Iterator[Span]:
    """The words "here", and "town" of "this town", of a sentence."""
    for word in sentence.words:
        here = word.text == "here" and word.deprel == "advmod"
        if here or (word.lemma in _TOWNS and word.upos == "NOUN" and _is_this(sentence, word)):
            yield word.span


def _is_this(sentence: Sentence, word: Word) -> bool:
    return any(c.text.lower() == "this" and c.deprel == "det" for c in sentence.children(word.i))


def _town(report: Report, gazetteer: Gazetteer) -> PlaceEntry | None:
    """The town of the dateline: the best known one, of the country or division that stands behind it."""
    name, _, wider = town_of(report).partition(",")
    towns = [e for e in gazetteer.named(name.strip().title()) if e.kind in _SEATS]
    if not towns or not wider.strip():
        return towns[0] if towns else None
    around = {e.country for e in gazetteer.named(wider.strip()) if e.kind in ("country", "region")}
    return next((e for e in towns if e.country in around), towns[0])
