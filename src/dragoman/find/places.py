"""Find the places that a report names, and tell which places they are.

Names come from the language core and from the gazetteer; descriptions ("the breakaway province") from
the actors that they were resolved to. Where an event took place is decided in `event_places`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from dragoman.codebook.places import Gazetteer, PlaceEntry, fold
from dragoman.find.event_places import place_of
from dragoman.find.place_choice import Asked, Chosen, Evidence, choose, gather
from dragoman.find.place_words import PRECISIONS, PlaceMention, PlaceWords, shipped_words
from dragoman.language.parse import Entity, Sentence
from dragoman.record import Mention, Place, Report, Span

__all__ = [
    "PRECISIONS",
    "Mentions",
    "PlaceMention",
    "as_place",
    "find_places",
    "place_of",
    "resolve_names",
    "shipped_gazetteer",
]

_ARTICLE = re.compile(r"(?:the|The|THE)\s+")
_POSSESSIVE = re.compile(r"[’']s?$")
_BESIDE = re.compile(r"\s*,\s*(?:in\s+)?|\s*\(\s*|\s+in\s+(?:the\s+)?(?:\w+\s+)?")
_STATE = re.compile(r"[A-Z]{3}")
_LOOSE = frozenset({"in", "at", "near", "from", "to", "outside", "around", "into"})
_LOOSE_LEAST = 15_000  # people; below this a name without a label may be anything


def resolve_names(
    report: Report, spans: Sequence[Span], gazetteer: Gazetteer | None = None
) -> tuple[PlaceMention, ...]:
    """What the given place names of a report stand for, one answer for each span, in their order."""
    finder = _Finder(report, gazetteer or shipped_gazetteer(), shipped_words())
    names = [finder.given(span) for span in spans]
    chosen = finder.resolve(names)
    return tuple(finder.mention(n, chosen.get(n.span)) for n in names)


class Mentions(Protocol):
    """What holds resolved mentions of actors, such as the answer of ``find_actors``."""

    @property
    def mentions(self) -> Sequence[Mention]:
        """The mentions, each with the id of its actor."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A stretch that may name a place, with what the gazetteer has under it."""

    span: Span
    key: str
    candidates: tuple[PlaceEntry, ...]
    designation: str | None = None


def find_places(
    report: Report,
    sentences: Iterable[Sentence],
    gazetteer: Gazetteer | None = None,
    actors_found: Mapping[Span, str] | Mentions | None = None,
) -> tuple[PlaceMention, ...]:
    """The places that a report names, in order.

    A name stands for one place throughout a report, unless a division or country beside it says
    otherwise ("Paris, Texas"). ``actors_found`` maps the spans of mentions to actor ids; those of states
    that name no place themselves ("the breakaway province") become places of precision ``country``.
    Without a ``gazetteer`` the shipped one is used.
    """
    finder = _Finder(report, gazetteer or shipped_gazetteer(), shipped_words())
    names = [n for s in sentences for n in finder.names(s)]
    chosen = finder.resolve(names)
    found = [finder.mention(n, chosen.get(n.span)) for n in names]
    found += finder.described(found, _spans_of(actors_found))
    return tuple(sorted(found, key=lambda m: m.span))


@cache
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer in the package; opened once a process."""
    return Gazetteer.open()


def _spans_of(actors: Mapping[Span, str] | Mentions | None) -> Mapping[Span, str]:
    if actors is None or isinstance(actors, Mapping):
        return actors or {}
    return {m.span: m.actor for m in actors.mentions if m.actor is not None}


class _Finder:
    """The names of one report and what they stand for."""

    def __init__(self, report: Report, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.report = report
        self.text = report.text
        self.gazetteer = gazetteer
        self.words = words

    def names(self, sentence: Sentence) -> Iterator[_Name]:
        """The place names of a sentence: what is labelled so, and what the gazetteer knows beyond doubt."""
        taken: list[Span] = []
        for entity in sentence.entities:
            name = self._labelled(entity)
            if name is not None and not self._of_dateline(name.span):
                taken.append(name.span)
                yield name
        for first, last in _capitalised(sentence):
            span = sentence.chars(first, last)
            if not any(span.overlaps(t) for t in taken):
                name = self._unlabelled(sentence, first, last)
                if name is not None and not self._of_dateline(name.span):
                    taken.append(name.span)
                    yield name

    def given(self, span: Span) -> _Name:
        """A stretch that is known to name a place."""
        return self._name(self._bare(span))

    def _of_dateline(self, span: Span) -> bool:
        """The place of the dateline is where the reporter sat, not where anything happened."""
        return self.report.dateline is not None and self.report.dateline.overlaps(span)

    def _labelled(self, entity: Entity) -> _Name | None:
        """A name of the label LOC, or of another label that is a country's."""
        name = self._name(self._bare(entity.span))
        if entity.label == "LOC":
            return name
        return (
            name
            if any(e.kind == "country" and e.primary for e in name.candidates) and entity.label != "PER"
            else None
        )

    def _unlabelled(self, sentence: Sentence, first: int, last: int) -> _Name | None:
        """Capitalised words without a label: a country, or a known town after a preposition of place."""
        span = sentence.chars(first, last)
        if any(e.span.overlaps(span) for e in sentence.entities):
            return None
        name = self._name(self._bare(span))
        best = name.candidates[0] if name.candidates else None
        if best is None or not best.primary:
            return None
        before = sentence.words[first - 1].text.lower() if first else ""
        return (
            name if best.kind == "country" or (before in _LOOSE and best.population >= _LOOSE_LEAST) else None
        )

    def _bare(self, span: Span) -> Span:
        """A span without its article and possessive ending."""
        text = span.of(self.text)
        article = _ARTICLE.match(text)
        ending = _POSSESSIVE.search(text)
        start = span.start + (article.end() if article else 0)
        end = span.start + (ending.start() if ending else len(text))
        return Span(start, end) if start < end else span

    def _name(self, span: Span) -> _Name:
        """The candidates of a stretch, with modifiers and designations taken off where they hide the name."""
        text = span.of(self.text)
        key = fold(text)
        designation = self._designation(text, span)
        for form in self._forms(text, designation):
            candidates = self.gazetteer.named(form)
            if candidates:
                return _Name(span, key, candidates, designation)
        return _Name(span, key, (), designation)

    def _designation(self, text: str, span: Span) -> str | None:
        """The kind that the words of a name, or the word after it, say that it is."""
        words = [w.lower() for w in text.split()]
        inside = next(
            (w for w in (words[-1], words[0]) if len(words) > 1 and w in self.words.designations), None
        )
        after = re.match(r"\s+([a-z]+)\b", self.text[span.end : span.end + 30])
        before = re.search(r"\b(\w+)\s+of\s+(?:the\s+)?$", self.text[max(span.start - 30, 0) : span.start])
        words_near = (inside, after.group(1) if after else "", before.group(1).lower() if before else "")
        return next((self.words.designations[w] for w in words_near if w in self.words.designations), None)

    def _forms(self, text: str, designation: str | None) -> Iterator[str]:
        yield text
        words = text.split()
        for modifier in self.words.modifiers:
            if text.lower().startswith(modifier + " "):
                yield text[len(modifier) :].strip()
        if designation and len(words) > 1:
            kept = [w for w in words if w.lower() not in self.words.designations and w.lower() != "of"]
            yield " ".join(kept)
        if words and words[0].lower() in ("republic", "kingdom", "state") and "of" in words[1:2]:
            yield " ".join(words[2:])

    # --- which place -------------------------------------------------------------------------------

    def resolve(self, names: list[_Name]) -> dict[Span, Chosen]:
        """What each name stands for: first by itself, then again knowing what the others stand for."""
        ordered = sorted(set(names), key=lambda n: n.span)
        asked = {
            n.span: self._asked(n, after) for n, after in zip(ordered, (*ordered[1:], None), strict=False)
        }
        evidence = self._first_evidence(ordered)
        for _ in range(2):
            chosen = {span: c for span, a in asked.items() if (c := choose(a, evidence)) is not None}
            evidence = gather(c.entry for c in chosen.values())
        return self._one_sense(ordered, asked, chosen)

    def _asked(self, name: _Name, after: _Name | None) -> Asked:
        beside: tuple[PlaceEntry, ...] = ()
        if after is not None and _BESIDE.fullmatch(self.text[name.span.end : after.span.start]):
            beside = tuple(e for e in after.candidates if e.kind in ("country", "region"))
        return Asked(name.candidates, beside, name.designation)

    def _first_evidence(self, names: list[_Name]) -> Evidence:
        """The countries named, and divisions that can be nothing else; the dateline where there are none."""
        sure = [
            n.candidates[0] for n in names if n.candidates and n.candidates[0].kind in ("country", "region")
        ]
        dateline = self.report.dateline.of(self.text) if self.report.dateline else ""
        weak = self.gazetteer.named(re.split(r"[,(]", dateline)[0])[:1] if dateline else ()
        return gather(sure, weak=weak)

    def _one_sense(
        self, names: list[_Name], asked: Mapping[Span, Asked], chosen: dict[Span, Chosen]
    ) -> dict[Span, Chosen]:
        """Give later mentions of a name the sense that an explicit one fixed ("Paris, Texas … Paris")."""
        fixed = {
            n.key: chosen[n.span]
            for n in reversed(names)
            if n.span in chosen and "by the name beside it" in chosen[n.span].reason
        }
        for name in names:
            held = fixed.get(name.key)
            if held and name.span in chosen and not asked[name.span].beside:
                chosen[name.span] = Chosen(
                    held.entry, "as told by the name beside it elsewhere", held.runner_up
                )
        return chosen

    def mention(self, name: _Name, chosen: Chosen | None) -> PlaceMention:
        """The mention of a name, resolved or not."""
        text = name.span.of(self.text)
        if chosen is None:
            return PlaceMention(name.span, text, Place(text, span=name.span), "not in the gazetteer")
        other = chosen.runner_up
        runner_up = ", ".join(p for p in (other.name, other.region or other.country) if p) if other else None
        return PlaceMention(
            name.span,
            text,
            as_place(chosen.entry, text, name.span),
            chosen.reason,
            runner_up,
            chosen.entry.kind,
        )

    def described(self, found: list[PlaceMention], actors: Mapping[Span, str]) -> Iterator[PlaceMention]:
        """The mentions of states that hold no place name of their own."""
        for span, actor in actors.items():
            entry = self.gazetteer.division(actor) if _STATE.fullmatch(actor) else None
            if entry is not None and not any(span.overlaps(m.span) for m in found):
                text = span.of(self.text)
                place = as_place(entry, entry.name, span)
                yield PlaceMention(span, text, place, f"“{text}” stands for {entry.name}", None, "country")


def as_place(entry: PlaceEntry, written: str, span: Span | None) -> Place:
    """A place of the record; the middle of a country never poses as a point.

    Divisions, and towns whose name in the gazetteer is a scholar's transcription (*Janīn*), keep the name
    that the report has for them.
    """
    point = entry.kind != "country"
    transcribed = not (entry.primary or entry.name.isascii())
    name = written if transcribed or entry.kind in ("region", "county") else entry.name
    precision = {"capital": "city", "city": "city", "country": "country"}.get(entry.kind, "region")
    lat, lon = (entry.lat, entry.lon) if point else (None, None)
    return Place(name, entry.country, lat, lon, entry.geoname_id, span, precision)


def _capitalised(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns, the longest first, then their single words."""
    run: list[int] = []
    for word in (*sentence.words, None):
        if word is not None and word.upos == "PROPN" and word.text[:1].isupper():
            run.append(word.i)
            continue
        if run:
            yield run[0], run[-1]
            if len(run) > 1:
                yield from ((i, i) for i in run)
            run = []
