"""Which of a sentence's times is an event's own, by syntax, and whether the event is history.

The publication date never stands in for a date that the text does not give: an event without one gets
an empty `TimeSpan` that says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.find.dates import TimeMention, published_day, shipped_finder
from dragoman.find.event_clause import Clause
from dragoman.language.parse import Sentence
from dragoman.record import Report, Span, TimeSpan

HISTORY = 31  # days between an event's end and publication after which it is history (the record contract)

_FINENESS = (
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
)
_STEPS = 6
_UNDATED = "the sentence names no date"


class TimesOfEvents:
    """When the events of a report happened, as far as the sentence of each says.

    The time that hangs on an event's own word comes first, then that of the words that it shares its time
    with. A time of saying ("said on Tuesday") is not the time of what was said. A sentence's times are filed
    once for all.
    """

    def __init__(self, mentions: Iterable[TimeMention]) -> None:
        self._mentions = tuple(mentions)
        self._choosers: dict[Span, _Chooser | None] = {}

    def of(self, trigger: int, sentence: Sentence) -> TimeSpan:
        """When the event named by a word of a sentence of the report happened.

        Without a date in the sentence the answer is an empty `TimeSpan` with the reason.
        """
        if sentence.span not in self._choosers:
            here = tuple(m for m in self._mentions if sentence.span.covers(m.span))
            self._choosers[sentence.span] = _Chooser(sentence, here) if here else None
        chooser = self._choosers[sentence.span]
        if chooser is None:
            return TimeSpan(None, None, None, reason=_UNDATED)  # as of most events
        found = chooser.choose(trigger)
        return found or TimeSpan(None, None, None, reason=chooser.refusal())


def times_in(sentence: Sentence, mentions: Iterable[TimeMention]) -> Mapping[int, Sequence[TimeMention]]:
    """The dated times of a sentence by the position of the word that each hangs on."""
    return _Chooser(sentence, tuple(m for m in mentions if sentence.span.covers(m.span))).held


def historical(time: TimeSpan | None, report: Report) -> tuple[bool, str]:
    """Whether an event had ended more than 31 days before publication, and why that is held.

    What is open at publication ("since 1999") is not history; nor is what has no known end.
    """
    published = published_day(report)
    if time is None or time.end is None or published is None:
        return False, "no end of the event is known" if published else "the day of publication is not known"
    age = (published - date.fromisoformat(time.end[:10])).days
    if age > HISTORY:
        return True, f"it ended {age} days before publication, more than {HISTORY}"
    return False, f"it had not ended more than {HISTORY} days before publication"


class _Chooser:
    """The times of one sentence, filed under the words that they hang on."""

    def __init__(self, sentence: Sentence, mentions: tuple[TimeMention, ...]) -> None:
        self.words = sentence.words
        self.sentence = sentence
        lexicon = shipped_finder().words.connectives
        self.clause = Clause(sentence, lexicon)
        self.parts = lexicon.parts
        self.inside = {i for m in mentions for i in sentence.covering(m.span)}
        self.dated = tuple(m for m in mentions if m.value.start or m.value.end)
        self.lasting = next((m for m in mentions if m.kind == "duration" and not m.value.end), None)
        self.held: dict[int, list[TimeMention]] = defaultdict(list)
        for mention in self.dated:
            place = self._place_of(mention)
            if place is not None:
                self.held[place].append(mention)
        self.spans: dict[int, list[Span]] = {i: [m.span for m in held] for i, held in self.held.items()}

    def choose(self, trigger: int) -> TimeSpan | None:
        """The event's time, or None."""
        node, how, because = trigger, "same", "it stands with the word that names the event"
        for _ in range(_STEPS):
            for place, reason in self.clause.stations(node, self.spans):
                if place in self.held and (place == node or place != trigger):
                    return self._taken(self.held[place], how, reason or because)
            step = self.clause.step(node, self.spans)
            if step is None or step.to in self.inside:
                return self._from_clause_below(trigger)
            node, because = step.to, step.because
            how = step.how if how == "same" else how
            if step.last:
                return self._taken(self.held[node], how, because) if node in self.held else None
        return None

    def _from_clause_below(self, trigger: int) -> TimeSpan | None:
        """The day of what it came just after or before ("After meeting the king on Monday, he flew")."""
        lexicon = self.clause.lexicon
        for child in self.sentence.children(trigger):
            marker = self.clause.marker(child)
            tied = child.deprel.startswith("advcl") and marker in lexicon.after | lexicon.before
            perfect = any(c.lemma == "have" and c.deprel == "aux" for c in self.sentence.children(child.i))
            if not tied or perfect or marker == "since" or child.i not in self.held:
                continue
            how = "before" if marker in lexicon.before else "after"
            because = f"it came {how} “{child.text}” (“{marker}”)"
            return self._taken(self.held[child.i], how, because)
        return None

    def refusal(self) -> str:
        """Why an event has no time."""
        if not self.dated:
            lasting = f"; “{self.lasting.text}” is a length of time" if self.lasting else ""
            return f"{_UNDATED}{lasting}"
        place = self._place_of(self.dated[0])
        over = f"“{self.words[place].text}”" if place is not None else "another part of the sentence"
        return f"“{self.dated[0].text}” dates {over}, not this event"

    def _place_of(self, mention: TimeMention) -> int | None:
        """The word that a time hangs on; times chained together hang where the first of them does."""
        here = self.sentence.head_of(mention.span)
        for _ in range(_STEPS):
            if here is None or self.words[here].head < 0:
                return None
            above = self.words[here].head
            bears = self.words[above].lemma in self.parts and self.words[here].deprel.startswith("nmod")
            if above not in self.inside and not bears:
                return above
            here = above
        return None

    def _taken(self, mentions: list[TimeMention], how: str, because: str) -> TimeSpan:
        """The finest of the times at a place, with the way to it as its reason."""
        best = min(mentions, key=lambda m: (m.kind == "duration", _rank(m.value.precision), m.span))
        if how == "same":
            return replace(best.value, reason=f"{best.value.reason}; {because}")
        own = best.own or best.value
        near = "on the same day" if own.precision == "day" else f"within the {own.precision}"
        return replace(own, reason=f"{own.reason}; {because}, taken to be {near}")


def _rank(precision: str | None) -> int:
    return _FINENESS.index(precision) if precision in _FINENESS else len(_FINENESS)
