"""Find the times that a report speaks of, and what they mean counted from its publication.

Each expression becomes a `TimeMention`: its characters, the days it stands for, and why. What an event
takes from them is decided in `event_times`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache

from dragoman.find.date_patterns import Found, Patterns
from dragoman.find.date_reading import Anchor, Reading
from dragoman.find.date_spans import Days
from dragoman.find.date_tense import looks_ahead
from dragoman.find.date_to_come import put_off, to_come
from dragoman.find.date_values import read
from dragoman.find.date_words import DateWords, load_date_words
from dragoman.find.date_years import is_year
from dragoman.language.parse import Sentence
from dragoman.record import Report, Span, TimeSpan
from dragoman.values import changed, value

KINDS = ("date", "time", "duration", "set")

_TENSED = frozenset(
    {
        "ref_unit",
        "weekday",
        "month",
        "day_month",
        "month_day",
        "bare_season",
        "weekend",
        "named_day",
        "quarter",
    }
)
_PROPER = frozenset({"weekday", "month", "named_day", "recurring"})
_BETWEEN = re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s*and\s*(?:the\s+)?", re.IGNORECASE)
_CLOCK_GAP = re.compile(r"\s*,?\s*(?:on|at|in the)?\s*", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s?[’']s\b")


@value
class TimeMention:
    """One expression of time.

    ``value`` holds the days that it stands for, with the word before it taken into account (``relation``:
    *since 1999* runs to publication); ``timex`` is the TIMEX3 value of the bare expression, ``own`` the
    days of the bare expression. ``kind`` is one of `KINDS`; durations and sets have no days of their own.
    ``thing`` is the word, by its place in the sentence, for what is to come then, if the time is of such:
    in "called for a summit on 20 May" it is the summit's, whatever the tree hangs it on.
    """

    span: Span
    text: str
    value: TimeSpan
    kind: str
    reason: str
    timex: str = ""
    relation: str | None = None
    own: TimeSpan | None = None
    thing: int | None = None


class DateFinder:
    """The lexicon and its patterns, ready to read reports."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        self._patterns = Patterns(words)
        spelled = "|".join(re.escape(r) for r in sorted(words.relations, key=len, reverse=True))
        self._relations = tuple(words.relations)
        self._relation = re.compile(rf"(?:^|\W)({spelled})\s+$", re.IGNORECASE)
        self._titled = re.compile(rf"\b(?:{'|'.join(map(re.escape, words.titles))})\.?\s+$")

    def find(self, report: Report, sentences: Iterable[Sentence]) -> tuple[TimeMention, ...]:
        """All times of the sentences, in order; relative ones count from ``report.published``."""
        published = published_day(report)
        previous: Days | None = None
        mentions: list[TimeMention] = []
        for sentence in sentences:
            here = tuple(self._in_sentence(report.text, sentence, published, previous))
            if not here:
                continue
            mentions += here
            # "Monday's coup" is not when the text is: "two days earlier" counts from the verb's day. Nor is
            # what is only planned for a day, or said on it of another.
            named = [
                m
                for m in here
                if m.thing is None and _named_days(m) and not _POSSESSIVE.match(report.text, m.span.end)
            ]
            told = [m for m in named if not self._of_saying(sentence, m)] or named
            if told:
                previous = _named_days(told[-1])
            elif any(m.thing is not None for m in here):
                previous = None  # "the same day" as the proposal, and nobody says when that was
        return tuple(mentions)

    def _of_saying(self, sentence: Sentence, mention: TimeMention) -> bool:
        """Whether a time is that of the telling ("rebels took it, officials said on Sunday")."""
        head = sentence.head_of(mention.span)
        over = sentence.words[head].head if head is not None else -1
        verb = sentence.words[over] if over >= 0 else None
        if verb is None or verb.lemma not in self.words.connectives.saying_verbs:
            return False
        parts = [verb, *sentence.children(verb.i)]
        return any(p.deprel.split(":")[0] in ("parataxis", "ccomp") for p in parts)

    def _in_sentence(
        self, text: str, sentence: Sentence, published: date | None, previous: Days | None
    ) -> Iterator[TimeMention]:
        found = self._patterns.find(sentence.span.of(text))
        if not found:
            return
        readings: list[tuple[Found, Reading]] = []
        for number, match in enumerate(found):
            if not self._is_time(text, sentence, match):
                continue
            match = _without_that(sentence, _without_verb(sentence, match))
            anchor = self._anchor(text, sentence, found, number, published, previous)
            reading = read(match, anchor, self.words)
            if reading is not None:
                days = _days(reading)
                if days is not None and readings and readings[-1][0].name == "clock":
                    days = _at_hour(days, readings[-1], sentence.span.of(text)[: match.start])
                readings.append((match, reading))
                previous = days or previous
        clocked = _on_their_day(_with_clocks(readings, sentence, text, self.words), self.words)
        joined = _with_intervals(clocked, sentence, text)
        yield from (self._mention(text, sentence, m, r, published) for m, r in joined)

    def _anchor(
        self, text: str, sentence: Sentence, found: list[Found], number: int, published: date | None,
        previous: Days | None,
    ) -> Anchor:  # fmt: skip
        match = found[number]
        # An hour by itself ("Polls open at 8") is of the day named last, whatever its tense.
        if previous and published and previous.start > published and match.name != "clock":
            verb = sentence.head_of(_span(sentence, match))
            if verb is not None and not looks_ahead(sentence, verb, self.words.connectives):
                previous = None  # a day to come is none from which to count what was
        if match.name not in _TENSED:
            return Anchor(published, False, previous)
        index = sentence.head_of(_span(sentence, match))
        ahead = index is not None and looks_ahead(sentence, index, self.words.connectives)
        if match.name == "month" and index is not None and _is_of_something(sentence, index):
            ahead = False  # "figures for September will be published": they are of the September past
        year = None if match["y"] else _year_beside(text, sentence, found, number)
        if ahead or index is None:
            return Anchor(published, ahead, previous, year)
        connectives = self.words.connectives
        coming = to_come(sentence, index, connectives, weekday=match.name == "weekday")
        near = put_off(sentence, index, connectives) if coming is None else not coming.sure
        return Anchor(published, coming is not None and coming.sure, previous, year, near)

    def _is_time(self, text: str, sentence: Sentence, match: Found) -> bool:
        """Whether tags and names allow the reading: not the modal *may*, nor *Theresa May*."""
        span = _span(sentence, match)
        if match.name == "year":
            return is_year(sentence, span, match, text, self.words.years)
        if match.name not in _PROPER:
            return True
        inside = sentence.covering(span)
        before = text[sentence.span.start : span.start]
        if match.name == "month" and self._titled.search(before):
            return False
        if match.name == "recurring" and before and text[span.start].isupper():
            return text[span.end : span.end + 2].strip()[:1].islower()  # "the Daily Mail"
        if match.name == "month" and any(sentence.words[i].upos in ("AUX", "VERB") for i in inside[-1:]):
            return False
        return not any(e.label != "LOC" and e.span.covers(span) and e.span != span for e in sentence.entities)

    def _mention(
        self, text: str, sentence: Sentence, match: Found, reading: Reading, published: date | None
    ) -> TimeMention:
        span = _span(sentence, match)
        own = TimeSpan(reading.start, reading.end, reading.precision, span.of(text), span, reading.reason)
        relation = self._relation_of(text, sentence, span) if reading.start and not reading.closed else None
        value = _related(own, relation, published) if relation else own
        thing = self._thing(sentence, span, reading, published)
        return TimeMention(
            span, span.of(text), value, reading.kind, value.reason, reading.timex, relation, own, thing
        )

    def _thing(self, sentence: Sentence, span: Span, reading: Reading, published: date | None) -> int | None:
        """The word of what is to come then, if that is what the time dates."""
        if published is None or reading.end is None or reading.end[:10] <= published.isoformat():
            return None
        index = sentence.head_of(span)
        coming = None if index is None else to_come(sentence, index, self.words.connectives)
        return coming.noun.i if coming else None

    def _relation_of(self, text: str, sentence: Sentence, span: Span) -> str | None:
        """What the word before makes of the time, if it governs the time and not what follows."""
        lead = text[sentence.span.start : span.start]
        if not lead.rstrip().lower().endswith(self._relations):
            return None
        before = self._relation.search(lead)
        if before is None or _POSSESSIVE.match(text, span.end):
            return None
        word = Span(sentence.span.start + before.start(1), sentence.span.start + before.end(1))
        inside = set(sentence.covering(span))
        governs = any(sentence.words[i].head in inside for i in sentence.covering(word))
        return self.words.relations[before.group(1).lower()] if governs else None


@cache
def shipped_finder() -> DateFinder:
    """The finder for the lexicon in the package; made once a process."""
    return DateFinder(load_date_words())


def find_dates(report: Report, sentences: Iterable[Sentence]) -> tuple[TimeMention, ...]:
    """The times that a report speaks of, in order, read with the shipped lexicon.

    Weekdays and days without a year are the most recent up to the day of publication, or the coming ones
    where the clause looks ahead. Without a day of publication relative times have no days, and say so.
    """
    return shipped_finder().find(report, sentences)


def published_day(report: Report) -> date | None:
    """The day of publication, or None where it is not known."""
    return _day(report.published) if report.published else None


@lru_cache(maxsize=256)
def _day(published: str) -> date | None:
    """The day of an ISO time; it is asked for once an event."""
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _without_verb(sentence: Sentence, match: Found) -> Found:
    """A length without the verb before it: in "may last two days" nothing is the last two days."""
    if match.name != "ref_count":
        return match
    first = sentence.words[min(sentence.covering(_span(sentence, match)), default=0)]
    if first.text.lower() != "last" or first.upos != "VERB":
        return match
    groups = {**match.groups, "gap": " "}
    return changed(match, name="duration", start=first.span.end + 1 - sentence.span.start, groups=groups)


def _without_that(sentence: Sentence, match: Found) -> Found:
    """A month or weekday without the "that" of a clause: "said *that* December would be cold"."""
    if match.name not in ("month", "weekday") or match["ref"] != "that":
        return match
    first, *others = [sentence.words[i] for i in sentence.covering(_span(sentence, match))]
    if first.upos != "SCONJ" or first.text.lower() != "that" or not others:
        return match
    start = others[0].span.start - sentence.span.start
    return changed(match, start=start, groups={**match.groups, "ref": None})


def _is_of_something(sentence: Sentence, index: int) -> bool:
    """Whether a time hangs on a noun, by "for" or "of"."""
    word = sentence.words[index]
    if word.deprel == "conj":
        word = sentence.words[word.head]
    markers = {c.text.lower() for c in sentence.children(word.i) if c.deprel == "case"}
    return word.deprel.startswith("nmod") and bool(markers & {"for", "of"})


def _span(sentence: Sentence, match: Found) -> Span:
    return Span(sentence.span.start + match.start, sentence.span.start + match.end)


def _days(reading: Reading) -> Days | None:
    """The days of a reading that later words ("the same day") may count from."""
    if not reading.start or not reading.end or reading.kind not in ("date", "time"):
        return None
    return _stretch(reading.start, reading.end, reading.precision, reading.timex)


def _at_hour(days: Days, clock: tuple[Found, Reading], before: str) -> Days:
    """A day with the hour just before it: at "3 a.m." it is known that "10 p.m. on Friday" was late."""
    found, hour = clock
    if days.precision != "day" or not _CLOCK_GAP.fullmatch(before[found.end :]):
        return days
    return changed(days, timex=f"{days.timex[:10]}T{hour.timex.partition('T')[2]}")


def _named_days(mention: TimeMention) -> Days | None:
    own = mention.own or mention.value
    if not own.start or not own.end or mention.kind not in ("date", "time"):
        return None
    return _stretch(own.start, own.end, own.precision, mention.timex)


@lru_cache(maxsize=1 << 10)
def _stretch(start: str, end: str, precision: str | None, timex: str) -> Days:
    """The days of ISO dates, which are asked for several times each."""
    first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    return Days(first, last, "day" if precision == "minute" else precision or "day", timex)


def _year_beside(text: str, sentence: Sentence, found: list[Found], number: int) -> int | None:
    """The year of a date without one: of "June 10, 1999" after "from March 24 to", or of "In 1999, …"."""
    spoken = sentence.span.of(text)
    following = found[number + 1] if number + 1 < len(found) else None
    if following and following["y"].isdigit() and following.name in ("day_month", "month_day", "month_year"):
        gap = spoken[found[number].end : following.start]
        if _BETWEEN.fullmatch(gap) or _AND.fullmatch(gap):
            return int(following["y"])
    earlier = [m for m in found[:number] if m.name in ("year", "month_year") and not m.groups.get("stage")]
    since = earlier and re.search(
        r"\b(?:since|until|after|before|by)\s+$", spoken[: earlier[-1].start], re.IGNORECASE
    )
    return int(earlier[-1]["y"]) if earlier and not since else None


def _related(own: TimeSpan, relation: str, published: date | None) -> TimeSpan:
    """The stretch that "since", "until", "before", "after", "by" make of a time."""
    today = published.isoformat() if published else None
    if relation == "since":
        open_end = today if today and own.start and own.start[:10] <= today else None
        return changed(own, end=open_end, reason=f"{own.reason}; from then on, up to publication")
    if relation in ("before", "after") and own.precision == "minute" and own.start:
        day = own.start[:10]  # "shortly before midnight on Monday"
        reason = f"{own.reason}; {relation} that hour of the day"
        return changed(own, start=day, end=day, precision="day", reason=reason)
    if relation in ("until", "by"):
        return changed(own, start=None, reason=f"{own.reason}; {relation} then")
    if relation == "before":
        if "end of" in (own.text or "").lower():  # "before the end of June" leaves all of June
            return changed(own, start=None, reason=f"{own.reason}; before then")
        return changed(own, start=None, end=own.start, reason=f"{own.reason}; before then")
    return changed(own, start=own.end, end=None, reason=f"{own.reason}; after then")


def _with_intervals(
    readings: list[tuple[Found, Reading]], sentence: Sentence, text: str
) -> list[tuple[Found, Reading]]:
    """Give "from A to B" and "between A and B" the whole stretch on both sides."""
    spoken = sentence.span.of(text)
    joined = list(readings)
    for number in range(len(readings) - 1):
        (first, a), (second, b) = readings[number], readings[number + 1]
        gap, opened = spoken[first.end : second.start], _FROM.search(spoken[: first.start])
        if not (_BETWEEN.fullmatch(gap) or (opened and _AND.fullmatch(gap))):
            continue
        if a.start and b.end and a.start <= b.end and a.precision == b.precision:
            reason = f"{a.reason}; the stretch from the one time to the other"
            joined[number] = (first, changed(a, end=b.end, reason=reason, closed=True))
            joined[number + 1] = (second, changed(b, start=a.start, reason=reason, closed=True))
    return joined


def _on_their_day(readings: list[tuple[Found, Reading]], words: DateWords) -> list[tuple[Found, Reading]]:
    """Give a clock time the day that its sentence names only after it ("at a midnight showing on Friday")."""
    # "At dawn" has its day from the hour before it, and lends it none.
    named = [m.name != "in_part" and r.precision == "day" and r.start for m, r in readings]
    days = [number for number, names_day in enumerate(named) if names_day]
    moved = list(readings)
    for number, (found, _) in enumerate(readings):
        if (
            found.name == "clock"
            and days
            and days[0] > number
            and not any(r.start and m.name == "clock" and m is not found for m, r in readings[:number])
        ):
            again = read(found, Anchor(None, previous=_days(readings[days[0]][1])), words)
            moved[number] = (found, again or readings[number][1])
    return moved


def _with_clocks(
    readings: list[tuple[Found, Reading]], sentence: Sentence, text: str, words: DateWords
) -> list[tuple[Found, Reading]]:
    """Join a clock time and the day beside it ("10 a.m. on Tuesday") into one time."""
    spoken, joined = sentence.span.of(text), [*readings]
    number = 0
    while number + 1 < len(joined):
        (first, a), (second, b) = joined[number], joined[number + 1]
        clocks = (first.name == "clock") + (second.name == "clock")
        days = [r for r in (a, b) if r.precision == "day" and r.start]
        if clocks == 1 and len(days) == 1 and _CLOCK_GAP.fullmatch(spoken[first.end : second.start]):
            clock = first if first.name == "clock" else second
            reading = read(clock, Anchor(None, previous=_days(days[0])), words)
            if reading is not None:
                joined[number : number + 2] = [(changed(clock, start=first.start, end=second.end), reading)]
        number += 1
    return joined
