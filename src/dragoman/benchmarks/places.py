"""The ``places`` bench: place names against geoparsing XML (the form of LGL and TR-News).

The mentions are given for ``exact`` (the same GeoNames id), ``country`` and ``at_161km`` (within 161 km
or 100 miles of the file's point; the same id always is); end to end they must be found as well, with
``recall_end_to_end`` counting mentions of the file that one of ours overlaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from dragoman.benchmarks.markup import read_xml, text_of
from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.record import Report, Span
from dragoman.text.paragraphs import lines

if TYPE_CHECKING:
    from dragoman.codebook.places import Gazetteer
    from dragoman.find.place_words import PlaceMention
    from dragoman.language.core import Language

PEERS = peers("places")
NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """One place name of the file: its characters, GeoNames id, point in degrees, and country if given."""

    span: Span
    geoname_id: int
    lat: float
    lon: float
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text with the toponyms that are scored."""

    name: str
    text: str
    gold: tuple[Toponym, ...]


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """The scores of the shipped program on a geoparsing corpus, in per cent of its toponyms.

    ``limit`` keeps the first N articles; ``predictions`` gets a TSV with our answer to each toponym.

    Raises:
        BadInput: the file is not XML, or holds no article with a text.
    """
    from dragoman.find.places import shipped_gazetteer
    from dragoman.language import load

    articles = read_articles(path)[:limit]
    core, gazetteer = language or load(), shipped_gazetteer()
    answers: list[Answer] = []
    for article in articles:
        answers += answer(article, core, gazetteer)
    if predictions is not None:
        write_predictions(predictions, answers)
    return {"articles": len(articles), **score(answers, Countries(gazetteer))}


def read_articles(path: Path) -> list[Article]:
    """The articles of the corpus; a toponym without ``gaztag`` isn't scored.

    Raises:
        BadInput: the file is not XML, or holds no article with a text.
    """
    root = read_xml(path)
    articles = [
        _article(node, n) for n, node in enumerate(root.iter("article")) if node.find("text") is not None
    ]
    if not articles:
        raise BadInput(
            "holds no article with a text", path=path, remedy="Name a file in the form of LGL or TR-News"
        )
    return articles


def _article(node: Element, number: int) -> Article:
    text = text_of(node.find("text"))
    gold = tuple(t for t in (_toponym(n, text) for n in node.iter("toponym")) if t is not None)
    return Article(node.get("docid") or node.get("id") or str(number), text, gold)


def _toponym(node: Element, text: str) -> Toponym | None:
    """One toponym, or None where it has no GeoNames id or point, or does not stand in the text."""
    tag = node.find("gaztag")
    if tag is None:
        return None
    try:
        identifier = int(tag.get("geonameid") or "")
        lat, lon = float(text_of(tag.find("lat"))), float(text_of(tag.find("lon")))
        start, end = int(text_of(node.find("start"))), int(text_of(node.find("end")))
    except ValueError:
        return None
    span = _where(text, start, end, text_of(node.find("phrase")))
    country = text_of(tag.find("country")).strip() or None
    return Toponym(span, identifier, lat, lon, country) if span else None


def _where(text: str, start: int, end: int, phrase: str) -> Span | None:
    """The offsets, or the nearest occurrence of the phrase where they miss it."""
    if not phrase or text[start:end] == phrase:
        return Span(start, end) if 0 <= start < end <= len(text) else None
    nearest = min(_occurrences(text, phrase), key=lambda at: abs(at - start), default=None)
    return None if nearest is None else Span(nearest, nearest + len(phrase))


def _occurrences(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """A toponym with our answer to it, given the mention and end to end."""

    article: str
    phrase: str
    gold: Toponym
    given: PlaceMention | None
    found: PlaceMention | None


def answer(article: Article, language: Language, gazetteer: Gazetteer) -> Iterator[Answer]:
    """Our answers for an article: once with its mentions given as names of places, once by ourselves."""
    from dragoman.find.places import find_places, resolve_names

    blocks = tuple(lines(article.text))
    report = Report(article.name, article.text, blocks)
    ours = find_places(report, language.parse(article.text, list(blocks)), gazetteer)
    given = resolve_names(report, [t.span for t in article.gold], gazetteer)
    for toponym, mention in zip(article.gold, given, strict=True):
        found = next((m for m in ours if m.span.overlaps(toponym.span)), None)
        yield Answer(article.name, toponym.span.of(article.text), toponym, mention, found)


class Countries:
    """The country of a toponym of the file, which may give only an id and a point."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        import numpy as np

        self._gazetteer = gazetteer
        held = list(gazetteer)
        self._by_id = {e.geoname_id: e.country for e in (*held, *gazetteer.areas())}
        self._towns = [e for e in held if e.kind in ("city", "capital") and e.lat is not None]
        degrees = np.radians([(e.lat or 0.0, e.lon or 0.0) for e in self._towns])
        self._points = self._on_sphere(degrees[:, 0], degrees[:, 1])

    def of(self, toponym: Toponym) -> str | None:
        """Alpha-3: as the file names it, else by its id, else that of the nearest town.

        None for what lies in no one country, such as continents and seas: it is not scored.
        """
        named = self._gazetteer.named(toponym.country or "")
        country = next((e.country for e in named if e.kind == "country"), None)
        if country is None and toponym.geoname_id in self._by_id:
            return self._by_id[toponym.geoname_id]
        return country or self._nearest(toponym.lat, toponym.lon)

    def _nearest(self, lat: float, lon: float) -> str | None:
        import numpy as np

        here = self._on_sphere(np.radians(lat), np.radians(lon))
        return self._towns[int(np.argmax(self._points @ here))].country

    @staticmethod
    def _on_sphere(lat: Any, lon: Any) -> Any:
        import numpy as np

        return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


def score(answers: Sequence[Answer], countries: Countries) -> dict[str, Any]:
    """Shares of the toponyms in per cent."""
    total = len(answers)
    known = [(a.given, country) for a in answers if (country := countries.of(a.gold))]
    return {
        "toponyms": total,
        "exact": percent(sum(_exact(a.given, a.gold) for a in answers), total),
        "country": percent(sum(m is not None and m.place.country == c for m, c in known), len(known)),
        "at_161km": percent(sum(_near(a.given, a.gold) for a in answers), total),
        "recall_end_to_end": percent(sum(a.found is not None for a in answers), total),
        "exact_end_to_end": percent(sum(_exact(a.found, a.gold) for a in answers), total),
        "at_161km_end_to_end": percent(sum(_near(a.found, a.gold) for a in answers), total),
    }


def _exact(mention: PlaceMention | None, gold: Toponym) -> bool:
    return mention is not None and mention.place.geoname_id == gold.geoname_id


def _near(mention: PlaceMention | None, gold: Toponym) -> bool:
    from dragoman.find.place_choice import kilometres

    if mention is None:
        return False
    if mention.place.geoname_id == gold.geoname_id:
        return True
    lat, lon = mention.place.lat, mention.place.lon
    return lat is not None and lon is not None and kilometres((lat, lon), (gold.lat, gold.lon)) <= NEAR_KM


def write_predictions(path: Path, answers: Sequence[Answer]) -> None:
    """A TSV: article, phrase, gold id, our id and name with the mention given, and end to end, and why."""
    with path.open("w", encoding="utf-8") as file:
        for a in answers:
            cells = [a.article, " ".join(a.phrase.split()), str(a.gold.geoname_id)]
            for mention in (a.given, a.found):
                place = mention.place if mention else None
                cells += [str(place.geoname_id or "") if place else "", place.name if place else ""]
            print(*cells, a.given.reason if a.given else "", sep="\t", file=file)
