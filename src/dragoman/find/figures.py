"""Find the figures of a report: how many of what, with the bounds that the words give.

Years, dates, ages, clock times, scores and the numbers of resolutions and flights are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256

from dragoman.find.dates import TimeMention, find_dates
from dragoman.find.figure_numbers import Number, Numbers
from dragoman.find.figure_rates import Rates
from dragoman.find.figure_units import Counted
from dragoman.find.figure_words import FigureWords, load_figure_words
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import cases_of
from dragoman.record import Figure, Report, Span
from dragoman.values import changed

_AGE = re.compile(r"[\s-]*(?:years?|months?|days?)?[\s-]*olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages)\s+$", re.IGNORECASE)
_APPOSED = re.compile(r"[A-Z][\w’'.-]+(?:,\s*|\s*\()$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_PHONE = re.compile(r"\+?[0-9][0-9()]*(?:[\s-][0-9()]+){2,}")
_LENGTH = re.compile(r"PT?[0-9.]+[A-Z]+")
_CUE = re.compile(
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|\w*hundreds?|"
    r"thousands?|\w*illions?|dozens?|scores?|half|thirds?|quarters?|fifths?|"
    r"\w+eth|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfth|handful|several|twice|thrice)\b",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s+or\s+(?P<way>more|above|fewer|less)\b", re.IGNORECASE)
_OVER_UNDER = re.compile(r"(?P<word>over|under)\s+(?P<article>(?:the|a)\s+)?", re.IGNORECASE)
_COMPOUND = re.compile(r"[\w]-[a-z]")
_OPEN_FOR = re.compile(
    r"\b(?:for|in|after|of|well|lasting|lasted|took|is|was|within|by|with|and|to)\s+$", re.IGNORECASE
)
_LASTS = re.compile(r"[\s-]+(?:days?|weeks?|months?|years?|hours?|decades?)\b", re.IGNORECASE)
_NAMED_SO = re.compile(r"-[A-Z][a-z]{2,}")
_YEARS = range(1500, 2101)  # a bare whole number in here is a year ("the award of 1899")
_PRONOUNS = frozenset({"them", "whom", "which", "us", "you", "these", "those", "that"})
_OLDEST = 120
_NAKED = 13  # smaller numbers without a noun ("one", "the two") are mostly pronouns
_REACH = 40  # characters within which the noun belongs to the span of its figure


class FigureFinder:
    """The lexicon and its patterns, ready to read reports."""

    def __init__(self, words: FigureWords) -> None:
        self.words = words
        aged = "|".join(words.aged)
        self._aged = re.compile(rf"\b(?:{aged})(?:\s+of\s+|,\s*)$", re.IGNORECASE)
        self._numbers = Numbers(words)
        self._counted = Counted(words)
        self._rates = Rates(words)

    def find(
        self, report: Report, sentences: Iterable[Sentence], times: tuple[TimeMention, ...]
    ) -> tuple[Figure, ...]:
        """The figures of the sentences, in order; ``times`` are theirs."""
        found = (f for s in sentences for f in self._in_sentence(report.text, s, times))
        return tuple(changed(f, id=_identity(report, f)) for f in found)

    def _in_sentence(self, text: str, sentence: Sentence, times: tuple[TimeMention, ...]) -> Iterator[Figure]:
        spoken, offset = sentence.span.of(text), sentence.span.start
        if _CUE.search(spoken) is None:
            return
        phones = [Span(offset + m.start(), offset + m.end()) for m in _PHONE.finditer(spoken)]
        for number in self._numbers.find(spoken):
            span = Span(offset + number.start, offset + number.end)
            if any(p.overlaps(span) for p in phones) or self._names_something(text, sentence, number, span):
                continue
            time = next((t for t in times if t.span.overlaps(span)), None)
            figure = (
                self._count(text, sentence, number, span)
                if time is None
                else _lasting(text, sentence, number, span, time)
            )
            if figure is not None and time is None:
                figure = self._rates.told(text, _but_when(figure, times), sentence.span.end)
            if figure is not None:
                yield figure

    def _names_something(self, text: str, sentence: Sentence, number: Number, span: Span) -> bool:
        """Ages, ordinals, and the numbers of resolutions, articles, flights."""
        before = text[sentence.span.start : span.start]
        if _ORDINAL.match(text, span.end) or _AGED.search(before) or _AGE.match(text, span.end):
            return True
        if _NAMED_SO.match(text, span.end):
            return True  # "the one-China policy"
        if not number.plain:
            return False
        if self._is_age(before, text[span.end : span.end + 1], number):
            return True
        if _APPOSED.search(before) and text[span.end : span.end + 1] in (",", ")", "."):
            return True  # "Ana Petrova, 35, said"
        name = re.search(r"([\w.]+)\s+$", before)
        if name is None:
            return False
        word = name.group(1)
        return word.lower().strip(".") in self.words.numbered or (
            word[:1].isupper() and self._labelled(sentence, span, word)
        )

    def _is_age(self, before: str, after: str, number: Number) -> bool:
        """As in "a boy of 14" and "the man, 51, said"."""
        person = self._aged.search(before)
        if person is None or number.value >= _OLDEST:
            return False
        return "," not in person.group() or after in (",", ")")

    def _labelled(self, sentence: Sentence, span: Span, name: str) -> bool:
        """A number after a name that counts no noun ("Flight 370", "Windows 11")."""
        number = next((w for w in sentence.words if w.span.overlaps(span)), None)
        if number is None or number.i == 0 or number.head < 0:
            return False
        before = sentence.words[number.i - 1]
        if before.text != name or before.upos != "PROPN":
            return False
        return number.head < number.i or self._counted.noun(sentence, number) is None

    def _count(self, text: str, sentence: Sentence, number: Number, span: Span) -> Figure | None:
        """The figure of a number that is no time, or None where nothing shows that it counts."""
        anchor = self._counted.anchor(sentence, span)
        if anchor is None:
            return None
        number, span = _without_particle(sentence, number, span)
        noun = self._counted.noun(sentence, anchor)
        unit = number.unit or self._counted.currency(sentence, noun)
        if unit is not None:
            return self._sum(text, sentence, number, span, noun, unit)
        if noun is None:
            return self._bare(sentence, number, span, anchor)
        if number.written.lower() == "one" and self._only_names(sentence, noun):
            return None
        if self._both(sentence, number, noun):
            return None
        if noun.text.lower() in _PRONOUNS:
            return _figure(
                number, "person" if noun.text.lower() == "whom" else None, None, _with_noun(span, noun)
            )
        unit, first, noun = self._counted.measure(sentence, noun)
        what = self._counted.what(text, sentence, noun, span.end)
        if first.i < noun.i:
            what = text[first.span.start : noun.span.end]
        whole = _with_noun(span, noun)
        number, whole = _bounded_behind(text, _unbent(text, number, span, span.end), whole)
        return _figure(number, unit, what, whole)

    def _only_names(self, sentence: Sentence, noun: Word) -> bool:
        """Whether "one" counts nothing: "one thing", "one of them", "one delegate said"."""
        of_group = "of" in cases_of(sentence.children(noun.i), noun.i)
        above = sentence.words[noun.head].lemma.lower() if noun.head >= 0 else ""
        speaks = noun.deprel == "nsubj" and above not in self.words.of_persons
        return noun.lemma in self.words.uncounted or of_group or speaks

    def _both(self, sentence: Sentence, number: Number, noun: Word) -> bool:
        """Whether those are meant of whom the report told: "the two sides", "the three countries"."""
        few = number.value in (2, 3) and number.written.isalpha() and number.low == number.high
        known = any(c.text.lower() in ("the", "these", "those") for c in sentence.children(noun.i))
        return few and known and noun.lemma in self.words.sides

    def _sum(
        self, text: str, sentence: Sentence, number: Number, span: Span, noun: Word | None, unit: str
    ) -> Figure:
        """Money, a percentage or a share, and what it is of."""
        if number.unit == "vote":
            return _figure(
                number, unit, None, span
            )  # not the month of the vote, on which its number may hang
        if noun is not None and noun.span.overlaps(span):
            noun = None  # the "m" of "4.5m", which the tree may take for what is counted
        money = noun is not None and self._counted.currency(sentence, noun) is not None
        end = _with_noun(span, noun) if money and noun is not None else span
        if noun is not None and not money:
            return _figure(
                number, unit, self._counted.what(text, sentence, noun, span.end), _with_noun(span, noun)
            )
        return _figure(number, unit, self._counted.whole(text, sentence, end.end), end)

    def _bare(self, sentence: Sentence, number: Number, span: Span, anchor: Word) -> Figure | None:
        """A number alone: of persons under "kill" and the like; small ones are no figures otherwise."""
        if self._counted.of_persons(sentence, anchor):
            return _figure(number, "person", None, span)
        if number.plain and number.value in _YEARS and number.written.isdigit():
            return None
        if number.value < _OLDEST and any(w.lemma.lower() in self.words.of_age for w in sentence.words):
            return None  # "the pension age rises to 67": years of age are none of the figures
        if number.value >= _NAKED or _acts(sentence, anchor):
            return _figure(number, None, None, span)
        return None


def _but_when(figure: Figure, times: tuple[TimeMention, ...]) -> Figure:
    """A figure less what is only when it was so: "grew 3% in the second *quarter*"."""
    what, end = figure.what, figure.span.end
    if what is None or not any(0 < t.span.start - end <= _REACH and what in t.text for t in times):
        return figure
    return changed(figure, what=None)


def _acts(sentence: Sentence, number: Word) -> bool:
    """Whether a small number stands for those who do something: "nine were home by nightfall"."""
    if number.text.lower() == "one" or number.deprel not in ("nsubj", "nsubj:pass"):
        return False
    return not any(c.deprel == "det" for c in sentence.children(number.i))


def _bounded_behind(text: str, number: Number, span: Span) -> tuple[Number, Span]:
    """A bound that stands behind the noun: "600 people or more"."""
    match = _OR_MORE.match(text, span.end)
    if match is None or number.low != number.high:
        return number, span
    more = match["way"].lower() in ("more", "above")
    bounds = (number.value, None) if more else (None, number.value)
    return changed(number, low=bounds[0], high=bounds[1]), Span(span.start, match.end())


def _without_particle(sentence: Sentence, number: Number, span: Span) -> tuple[Number, Span]:
    """A number whose *over* belongs to the verb before it: "handed over two soldiers"."""
    inside = [sentence.words[i] for i in sentence.covering(span)]
    first = inside[0] if inside else None
    if first is None or len(inside) < 2 or first.deprel != "compound:prt" or number.low == number.high:
        return number, span
    return changed(number, low=number.value, high=number.value), Span(inside[1].span.start, span.end)


def _unbent(text: str, number: Number, span: Span, end: int) -> Number:
    """A number whose *over* or *under* is a preposition: "under three-hour truce", "over six years"."""
    word = _OVER_UNDER.match(text, span.start)
    if word is None or number.low == number.high:
        return number
    compound = _COMPOUND.search(text[span.start : end + 2]) is not None or word["article"] is not None
    spread = (
        word["word"].lower() == "over"
        and _OPEN_FOR.search(text[max(0, span.start - 20) : span.start]) is None
    )
    lasts = _LASTS.search(text[span.start : end + 10]) is not None
    if compound or (spread and lasts):
        return changed(number, low=number.value, high=number.value)
    return number


def _lasting(text: str, sentence: Sentence, number: Number, span: Span, time: TimeMention) -> Figure | None:
    """A length of time ("78-day"): the number of its units; dates, sets and "a week" are no figures."""
    first = time.text.split()[0].lower()
    if time.kind != "duration" or first in ("a", "an") or _LENGTH.fullmatch(time.timex) is None:
        return None
    number = _unbent(text, number, Span(min(span.start, time.span.start), span.end), time.span.end)
    return _figure(number, time.value.precision, _what_lasts(text, sentence, time), time.span)


def _what_lasts(text: str, sentence: Sentence, time: TimeMention) -> str | None:
    """The noun phrase that a length of time stands before ("78-day air war")."""
    head = sentence.head_of(time.span)
    over = sentence.words[head].head if head is not None else -1
    if over < 0 or sentence.words[over].upos != "NOUN" or sentence.words[over].span.start < time.span.end:
        return None
    return " ".join(text[time.span.end : sentence.words[over].span.end].strip(" -").split())


@cache
def shipped_finder() -> FigureFinder:
    """The finder for the lexicon in the package; made once a process."""
    return FigureFinder(load_figure_words())


def find_figures(
    report: Report, sentences: Iterable[Sentence], times: tuple[TimeMention, ...] | None = None
) -> tuple[Figure, ...]:
    """The figures of a report, in order, read with the shipped lexicon.

    ``value`` is the number as written, an ``int`` where it is whole; the first of the two of a range;
    for "dozens" and the like the least that they can mean. ``low`` and ``high`` are None where the
    words leave that side open. Give ``times`` where the report's dates have been found already.
    """
    held = tuple(sentences)
    known = find_dates(report, held) if times is None else times
    return shipped_finder().find(report, held, known)


def _figure(number: Number, unit: str | None, what: str | None, span: Span) -> Figure:
    value = _whole(number.value)
    return Figure(
        number.value if value is None else value, _whole(number.low), _whole(number.high), number.approximate,
        unit, what, span,
    )  # fmt: skip


def _identity(report: Report, figure: Figure) -> str:
    """The same figure of the same capture has the same id."""
    return sha256(f"{report.id}|figure|{figure.span.start}|{figure.span.end}".encode()).hexdigest()[:16]


def _whole(value: float | None) -> float | None:
    """An int where the number is whole, so that it is written without a point."""
    return int(value) if value is not None and value == int(value) else value


def _with_noun(span: Span, noun: Word) -> Span:
    """The number and the noun that it counts, where they stand together."""
    near = 0 <= noun.span.start - span.end <= _REACH
    return Span(span.start, noun.span.end) if near else span
