"""The stretches of a report that may name places, each with what the gazetteer has under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dragoman.codebook.place_keys import fold
from dragoman.codebook.places import Gazetteer, PlaceEntry
from dragoman.find.place_words import PlaceWords
from dragoman.language.parse import Entity, Sentence, Word
from dragoman.record import Report, Span
from dragoman.values import changed, value

_ARTICLE = re.compile(r"(?:the|The|THE)\s+")
_OWNED = re.compile(r"[’']s\b")
_POSSESSIVE = re.compile(r"[’']s?$")
_LOOSE = frozenset({"in", "at", "near", "from", "to", "outside", "around", "into", "of", "for"})
_LOOSE_LEAST = 15_000  # people; below this a name without a label may be anything
_PLACED_LEAST = 2_000  # people: behind a preposition of place, in a country that the report speaks of
_ENGLISH_PRESS = frozenset({"USA", "GBR", "IRL", "CAN", "AUS", "NZL", "ZAF"})
_PART_LEAST = 5_000  # people: of a town in another name, in a country that the report speaks of
_KNOWN_LEAST = 100_000  # people: of one anywhere ("the Boston Globe")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,4}")
_ACRONYM_LEAST = 100_000  # people: BAKU in a headline may be the town, DAB is hardly Dabou
_AFTER_COMMA = re.compile(r"\s*,\s*([A-Z][\w.]*(?:[ -][A-Z][\w.]*){0,2})")
_LISTED = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?(?:in\s+)?|\s+(?:and|or|&)\s+(?:in\s+)?")
_WORD_AFTER = re.compile(r"\s+([a-z]+)\b")
_KIND_BEFORE = re.compile(r"\b(\w+)\s+of\s+(?:the\s+)?$")
_SITE_WORDS = 3  # of "nuclear power plant"
_LONGEST = 3  # words of a name that is looked for inside another


@value
class Name:
    """A stretch that may name a place, its folded form, its candidates, and the kind that it is called.

    ``beside`` are the divisions or countries that the text names after a comma. ``how`` is ``name``,
    ``adjective`` or ``part`` (of a longer name that is no place); ``acts`` is whether it is a subject.
    """

    span: Span
    key: str
    candidates: tuple[PlaceEntry, ...]
    designation: str | None = None
    beside: tuple[PlaceEntry, ...] = ()
    how: str = "name"
    acts: bool = False


class NameFinder:
    """Finds the place names of one report."""

    def __init__(self, report: Report, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.text = report.text
        self.dateline = report.dateline
        self.gazetteer = gazetteer
        self.words = words
        self.leading = _leading(words.modifiers)
        self.people: frozenset[str] = frozenset()
        self.countries: frozenset[str] = frozenset()
        self.located: frozenset[str] = frozenset()

    def learn(self, sentences: Sequence[Sentence]) -> None:
        """Note whose names the report tells in full, and of which countries it speaks.

        What is labelled as a person or body, or not at all, is a town only where it is nobody's surname and
        lies in one of these countries.
        """
        spans = [(e.label, e.span.of(self.text)) for s in sentences for e in s.entities]
        self.people = frozenset(
            part for label, text in spans if label == "PER" for part in text.split()[1:] if " " in text
        )
        known = [
            entry
            for label, text in spans
            if label in ("LOC", "MISC")
            for entry in self.gazetteer.named(text)[:1]
            if label == "LOC" or entry.adjective
        ]
        self.countries = frozenset(e.country for e in known if e.country)
        self.located = frozenset(text for label, text in spans if label == "LOC")

    def hear(self, names: Iterable[str]) -> None:
        """Note of which countries given names of places speak."""
        known = (entry for name in names for entry in self.gazetteer.named(name)[:1])
        self.countries = frozenset(e.country for e in known if e.country)

    def names(self, sentence: Sentence) -> Iterator[Name]:
        """The place names of a sentence: what is labelled so, and what the gazetteer knows beyond doubt."""
        taken: list[Span] = []
        entities = sentence.entities
        # Most words are small, which one look shows.
        capitals = [w for w in sentence.words if not w.text.islower() and w.text[:1].isupper()]
        labelled = [self._labelled(entity, sentence) for entity in entities]
        named = {i for e in entities for i in range(e.first, e.last + 1)}
        unlabelled = [
            self._unlabelled(sentence, *run)
            for run in _proper(capitals)
            if named.isdisjoint(range(run[0], run[1] + 1))
        ]
        adjectives = [self._adjective(sentence, word) for word in capitals]
        parts = [name for e in entities if e.label == "ORG" for name in self._parts(sentence, e)]
        for name in (*labelled, *unlabelled, *adjectives, *parts):
            if name is None or self._of_dateline(name.span) or any(name.span.overlaps(t) for t in taken):
                continue
            taken.append(name.span)
            head = sentence.head_of(name.span)
            acts = head is not None and sentence.words[head].deprel.startswith("nsubj")
            yield changed(name, acts=True) if acts else name

    def given(self, span: Span) -> Name:
        """A stretch that is known to name a place."""
        name = self._heard(self._name(self._bare(span)))
        return changed(name, how="adjective") if _only_adjective(name) else name

    def _heard(self, name: Name) -> Name:
        """A name that the gazetteer spells otherwise, with what sounds like it where the report plays."""
        if name.candidates:
            return name
        heard = self.gazetteer.sounding(name.span.of(self.text), self.countries)
        return changed(name, candidates=heard) if heard else name

    def _of_dateline(self, span: Span) -> bool:
        """The place of the dateline is where the reporter sat, not where anything happened."""
        return self.dateline is not None and self.dateline.overlaps(span)

    def _labelled(self, entity: Entity, sentence: Sentence) -> Name | None:
        """A name of the label LOC, or of another label that is a country's or beyond doubt a town's."""
        span = self._bare(entity.span)
        if entity.label != "LOC" and not self._may_be_place(span.of(self.text)):
            return None  # as most names of persons
        name = self._name(span)
        if entity.label == "LOC":
            return changed(name, how="adjective") if _only_adjective(name) else self._heard(name)
        if entity.label != "PER" and any(e.kind == "country" and e.primary for e in name.candidates):
            return name
        if entity.label == "MISC" and self._is_told_of(name):
            return name
        if self._is_town(name, self._before(sentence, entity.first)) or self._owns(name):
            return name
        return name if self._is_listed(name, entity, sentence) else None

    def _owns(self, name: Name) -> bool:
        """Whether a name is that of a division abroad that something is of ("Saxony's premier")."""
        best = next(iter(name.candidates), None)
        if best is None or not best.primary or best.kind != "region" or best.country in _ENGLISH_PRESS:
            return False
        text = name.span.of(self.text)
        owns = _OWNED.match(self.text, name.span.end) is not None and text.lower() not in self.words.no_towns
        return owns and best.country in self.countries and text not in self.people

    def _is_told_of(self, name: Name) -> bool:
        """Whether the report names a town elsewhere that an epithet is taken from ("a Dayton man")."""
        text = name.span.of(self.text)
        if text not in self.located or text.lower() in self.words.no_towns or text in self.people:
            return False
        return any(
            e.kind in ("city", "capital")
            and e.primary
            and e.country in self.countries
            and e.population >= _PLACED_LEAST
            for e in name.candidates[:1]
        )

    def _is_listed(self, name: Name, entity: Entity, sentence: Sentence) -> bool:
        """Whether a name stands in one list with a name labelled a place of the same parts.

        "In Luena and Saurimo": what is listed with towns is a town where there is one of that name near by;
        abroad, where English surnames are no towns, in the same country.
        """
        if name.span.of(self.text) in self.people or not name.candidates:
            return False
        beside = [
            self.gazetteer.named(e.span.of(self.text))
            for e in sentence.entities
            if e.label == "LOC" and _LISTED.fullmatch(self._between(e.span, entity.span))
        ]
        return any(
            _is_of(one, other)
            for one in name.candidates
            if one.kind != "country" and one.population >= (_PLACED_LEAST if one.primary else _LOOSE_LEAST)
            for held in beside
            for other in held
            if other.primary and not other.adjective
        )

    def _between(self, one: Span, other: Span) -> str:
        """The text between two stretches, whichever comes first."""
        return self.text[min(one.end, other.end) : max(one.start, other.start)]

    def _is_town(self, name: Name, before: str) -> bool:
        """Whether a name without the label of a place is one all the same.

        It must lie in a country that the report speaks of, and be nobody's surname. Where the press is
        English, surnames are names of towns as well, so that the word before has to place it.
        """
        text = name.span.of(self.text)
        if text in self.people:
            return False
        if name.beside and any(_lies_in(e, over) for e in name.candidates for over in name.beside):
            return True  # "Centre, Alabama"
        if text.lower() in self.words.no_towns:
            return False
        towns = (e for e in name.candidates if e.country in self.countries and e.kind in ("city", "capital"))
        best = next(towns, None)
        if best is None or not best.primary:
            return False
        if before in self.words.where and before not in ("on", "over", "above", "across"):
            return best.population >= _PLACED_LEAST
        return best.country not in _ENGLISH_PRESS and best.population >= _LOOSE_LEAST

    @staticmethod
    def _before(sentence: Sentence, first: int) -> str:
        """The word before, in lower case; empty at the beginning of a sentence."""
        return sentence.words[first - 1].text.lower() if first else ""

    def _unlabelled(self, sentence: Sentence, first: int, last: int) -> Name | None:
        """Capitalised words without a label: a country, or a known town after a preposition of place."""
        span = sentence.chars(first, last)
        name = self._name(self._bare(span))
        best = name.candidates[0] if name.candidates else None
        before = self._before(sentence, first)
        if best is None or not best.primary:
            return name if name.beside and self._is_town(name, before) else None
        named = span.of(self.text).lower() not in self.words.no_towns and before in _LOOSE
        known = best.kind == "country" or (named and best.population >= _LOOSE_LEAST)
        return name if known or self._is_town(name, before) else None

    def _adjective(self, sentence: Sentence, word: Word) -> Name | None:
        """An adjective or people of a country or division that a capital begins ("North Korean")."""
        if len(word.text) < 3:
            return None
        start = word.span.start
        following = sentence.words[word.i + 1] if word.i + 1 < len(sentence.words) else word
        for last in (following, word) if following.text[:1].isupper() else (word,):
            text = self.text[start : last.span.end]
            if candidates := self.gazetteer.adjectives(text):
                return Name(Span(start, last.span.end), fold(text), candidates, how="adjective")
        return None

    def _parts(self, sentence: Sentence, entity: Entity) -> Iterator[Name]:
        """The places in the name of a body ("the *Missouri* Highway Patrol", "the University of *Texas*")."""
        inside = range(entity.first, entity.last + 1)
        at = 0
        while at < len(inside):
            found = next(
                (
                    n
                    for n in range(min(_LONGEST, len(inside) - at), 0, -1)
                    if self._is_part(inside[at : at + n], sentence)
                ),
                0,
            )
            if found:
                span = sentence.chars(inside[at], inside[at + found - 1])
                yield changed(self._name(span), how="part")
            at += found or 1

    def _is_part(self, run: Sequence[int], sentence: Sentence) -> bool:
        words = [sentence.words[i] for i in run]
        if not (words[0].text[:1].isupper() and words[-1].text[:1].isupper()):
            return False
        text = sentence.chars(run[0], run[-1]).of(self.text)
        best = next(iter(self.gazetteer.named(text)), None)
        if best is None or not best.primary or _ACRONYM.fullmatch(words[0].text):
            return False
        if text.lower() in self.words.no_towns:
            return False
        if best.kind == "country" or best.country in self.countries:
            return best.kind != "city" or best.population >= _PART_LEAST
        return best.population >= _KNOWN_LEAST

    def _bare(self, span: Span) -> Span:
        """A span without its possessive ending, and without an article that is no part of the name."""
        text = span.of(self.text)
        article = None if self.gazetteer.named(text)[:1] else _ARTICLE.match(text)
        ending = _POSSESSIVE.search(text) if "’" in text or "'" in text else None
        if article is None and ending is None:
            return span
        start = span.start + (article.end() if article else 0)
        end = span.start + (ending.start() if ending else len(text))
        return Span(start, end) if start < end else span

    def _name(self, span: Span) -> Name:
        """The candidates of a stretch, with what hides the name (modifiers, designations) taken off."""
        text = span.of(self.text)
        beside = self._beside(span.end)
        for form in self._forms(text):
            candidates = self.gazetteer.named(form)
            if candidates and _ACRONYM.fullmatch(form):
                candidates = tuple(e for e in candidates if _may_be_acronym(e))
            if candidates:
                return Name(span, fold(text), candidates, self._designation(text, span), beside)
        head, comma, rest = text.partition(",")
        if comma and (within := self._divisions(rest.strip())):
            return Name(span, fold(head), self.gazetteer.named(head), self._designation(text, span), within)
        # What a name without candidates is called decides nothing.
        short = self._abbreviated(text)
        return Name(span, fold(text), short, self._designation(text, span) if short else None, beside)

    def _beside(self, end: int) -> tuple[PlaceEntry, ...]:
        """The divisions and countries that may be named after a comma, the longest name first."""
        after = _AFTER_COMMA.match(self.text, end)
        words = after.group(1).split(" ") if after else []
        for size in range(len(words), 0, -1):
            found = self._divisions(" ".join(words[:size]))
            if found:
                return found
        return ()

    def _divisions(self, text: str) -> tuple[PlaceEntry, ...]:
        """What a text may name of divisions and countries, short forms ("Tenn.") included."""
        named = self.gazetteer.named(text)
        return self._abbreviated(text) or tuple(
            [e for e in named if e.primary and e.kind in ("country", "region")]
        )

    def _abbreviated(self, text: str) -> tuple[PlaceEntry, ...]:
        codes = self.words.abbreviations.get(text.replace(".", ""))
        return tuple([e for e in map(self.gazetteer.division, codes) if e is not None]) if codes else ()

    def _designation(self, text: str, span: Span) -> str | None:
        """The kind that a word of the name, or the word after or before it, says that it is."""
        kinds, words = self.words.designations, text.lower().split()
        for word in (words[-1], words[0]) if len(words) > 1 else ():
            if word in kinds:
                return kinds[word]
        after = _WORD_AFTER.match(self.text[span.end : span.end + 30])
        if after and after.group(1).lower() in kinds:
            return kinds[after.group(1).lower()]
        lead = self.text[max(span.start - 30, 0) : span.start]
        before = _KIND_BEFORE.search(lead) if "of" in lead else None
        return kinds.get(before.group(1).lower()) if before else None

    def _may_be_place(self, text: str) -> bool:
        """Whether a name has candidates at all: under one of its forms, or by a part of it."""
        named = self.gazetteer.named
        return "," in text or any(named(form) for form in self._forms(text)) or bool(self._abbreviated(text))

    def _forms(self, text: str) -> Iterator[str]:
        """The name as it stands, then without a modifier, then without its designation."""
        yield text
        words = text.split()
        if len(words) < 2:
            return
        if words[-1].lower() in self.words.designations:
            yield " ".join(words[:-1])
        low = text.lower()
        if low.startswith(self.leading):
            for modifier in self.leading:
                if low.startswith(modifier):
                    yield text[len(modifier) :].strip()
        yield from self._towns_of_sites(words)
        first = words[0].lower()
        if first in self.words.designations:
            yield " ".join(words[2:] if words[1].lower() == "of" else words[1:])

    def _towns_of_sites(self, words: Sequence[str]) -> Iterator[str]:
        """The town that an airport, camp or prison is named for ("Entebbe International Airport")."""
        for size in range(min(len(words) - 1, _SITE_WORDS), 0, -1):
            if " ".join(words[-size:]).lower() in self.words.sites:
                town = " ".join(words[:-size])
                if any(_is_large_town(e) for e in self.gazetteer.named(town)[:1]):
                    yield town
                return


@lru_cache(maxsize=8)
def _leading(modifiers: tuple[str, ...]) -> tuple[str, ...]:
    """The modifiers as a name may begin with them; a lexicon has the same for every report."""
    return tuple(f"{modifier} " for modifier in modifiers)


def _is_large_town(entry: PlaceEntry) -> bool:
    return entry.kind in ("city", "capital") and entry.primary and entry.population >= _PART_LEAST


def _lies_in(town: PlaceEntry, over: PlaceEntry) -> bool:
    """Whether a candidate is a town of the division that the text names after it."""
    return town.kind == "city" and over.kind == "region" and town.region == over.region


def _is_of(one: PlaceEntry, other: PlaceEntry) -> bool:
    """Whether two places lie in one division; abroad, in one country."""
    if one.country != other.country or one.country is None:
        return False
    return one.country not in _ENGLISH_PRESS or (one.region is not None and one.region == other.region)


def _only_adjective(name: Name) -> bool:
    return bool(name.candidates) and name.candidates[0].adjective


def _may_be_acronym(entry: PlaceEntry) -> bool:
    """Whether a place may go by a few capitals: countries and areas, or a town in a headline."""
    return entry.kind in ("country", "region", "area") or (
        entry.primary and entry.population >= _ACRONYM_LEAST
    )


def _proper(capitals: Iterable[Word]) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns among the words with a capital, the whole run first, then its single words."""
    run: list[int] = []
    for word in capitals:
        if word.upos != "PROPN":
            continue
        if run and word.i != run[-1] + 1:
            yield from _parted(run)
            run = []
        run.append(word.i)
    if run:
        yield from _parted(run)


def _parted(run: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield run[0], run[-1]
    if len(run) > 1:
        yield from ((i, i) for i in run)
