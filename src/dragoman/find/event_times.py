"""Which of a sentence's times is an event's own, by syntax, and whether the event is history.

The publication date never stands in for a date that the text does not give: an event without one gets
an empty `TimeSpan` that says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain

from dragoman.find.date_gaps import Gap, gap_at, measured, reckoned
from dragoman.find.dates import TimeMention, published_day, shipped_finder
from dragoman.find.event_clause import Clause, Step
from dragoman.find.event_shared import Shared
from dragoman.find.place_words import shipped_words
from dragoman.language.parse import Sentence, Word
from dragoman.record import Report, Span, TimeSpan
from dragoman.values import changed

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
_KNOWN = frozenset({"the", "this", "that"})
_UNDATED = "the sentence names no date"
_NO_TIME = TimeSpan(None, None, None, reason=_UNDATED)


class TimesOfEvents:
    """When the events of a report happened, as far as the sentence of each says.

    The time that hangs on an event's own word comes first, then that of the words that it shares its time
    with. A time of saying ("said on Tuesday") is not the time of what was said. A sentence's times are filed
    once for all. With the ``sentences`` of the report "two days after the raid" counts from the raid that
    another of them dates.
    """

    def __init__(self, mentions: Iterable[TimeMention], sentences: Sequence[Sentence] = ()) -> None:
        self._mentions = tuple(mentions)
        self._sentences = sentences
        self._choosers: dict[Span, _Chooser | None] = {}

    def of(self, trigger: int, sentence: Sentence) -> TimeSpan:
        """When the event named by a word of a sentence of the report happened.

        Without a date in the sentence the answer is an empty `TimeSpan` with the reason.
        """
        chooser = self._chooser(sentence)
        if chooser is None:
            return _NO_TIME  # as of most events
        found = chooser.choose(trigger) or self._by_distance(chooser, trigger, sentence)
        return found or TimeSpan(None, None, None, reason=chooser.refusal())

    def _chooser(self, sentence: Sentence) -> _Chooser | None:
        if sentence.span not in self._choosers:
            # All are held against every sentence: a call of `covers` would cost more than it tells.
            start, end = sentence.span
            here = tuple([m for m in self._mentions if start <= m.span[0] and m.span[1] <= end])
            self._choosers[sentence.span] = _Chooser(sentence, here) if here else None
        return self._choosers[sentence.span]

    def _by_distance(self, chooser: _Chooser, trigger: int, sentence: Sentence) -> TimeSpan | None:
        """By its distance from what another sentence dates ("two days after the raid")."""
        told = chooser.distance(trigger)
        anchor = None if told is None else self._day_of(told[0].lemma, sentence)
        if told is None or anchor is None:
            return None
        noun, gap, way = told
        found = reckoned(anchor, gap, way, f"“{noun.text}” is dated in another sentence")
        return found if found.start else None

    def _day_of(self, lemma: str, sentence: Sentence) -> TimeSpan | None:
        """The one day on which the sentences before say that what a noun or verb names took place."""
        found: dict[str, TimeSpan] = {}
        for other in self._sentences:
            if other.span.start >= sentence.span.start:
                break
            for word in other.words:
                if word.lemma == lemma and (chooser := self._chooser(other)) is not None:
                    time = chooser.choose(word.i)
                    if time is not None and time.start and time.end and time.precision in ("minute", "day"):
                        found.setdefault(time.start[:10], time)
        return next(iter(found.values())) if len(found) == 1 else None


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


def _lengths(sentence: Sentence, mentions: Iterable[TimeMention]) -> dict[int, Gap | None]:
    """The lengths of time of a sentence under each of their words; None under those of a date."""
    words = shipped_finder().words
    found: dict[int, Gap | None] = {}
    for m in mentions:
        bare = m.kind == "duration" and m.value.start is None
        gap = measured(m.timex, m.text, words) if bare else None
        found.update((i, gap) for i in sentence.covering(m.span))
    return found


class _Chooser:
    """The times of one sentence, filed under the words that they hang on."""

    def __init__(self, sentence: Sentence, mentions: tuple[TimeMention, ...]) -> None:
        self.words = sentence.words
        self.sentence = sentence
        lexicon = shipped_finder().words.connectives
        self.clause = Clause(sentence, lexicon)
        self.parts = lexicon.parts
        self.inside = {i for m in mentions for i in sentence.covering(m.span)}
        self.mentions = mentions
        self.dated = tuple(self._counted(m) for m in mentions if m.value.start or m.value.end)
        self.lasting = next((m for m in mentions if m.kind == "duration" and not m.value.end), None)
        self.held: dict[int, list[TimeMention]] = defaultdict(list)
        for mention in self.dated:
            place = self._place_of(mention)
            if place is not None:
                self.held[place].append(mention)
            told = self._told_when(mention)
            if told is not None and told != place:
                self.held[told].append(changed(mention, value=mention.own or mention.value, relation=None))
        # What is only asked for, cancelled or put off lends its day to nothing else.
        self.lent = {i: own for i, held in self.held.items() if (own := [m for m in held if m.thing is None])}
        self.spans: dict[int, list[Span]] = {i: [m.span for m in held] for i, held in self.lent.items()}
        self.shared = Shared(self.clause)

    @cached_property
    def lengths(self) -> dict[int, Gap | None]:
        """What `_lengths` tells; asked for where something is told by its distance from a date."""
        return _lengths(self.sentence, self.mentions)

    @cached_property
    def common(self) -> dict[int, list[Span]]:
        """The times that may be of several verbs; asked for where the event's own word has none.

        A stretch ("since May", "by Friday") is of one verb only, and so is a year: lives are told in years.
        """
        return {i: self.spans[i] for i, held in self.lent.items() if all(self._is_common(m) for m in held)}

    def _is_common(self, mention: TimeMention) -> bool:
        """Whether a time may be of several verbs."""
        if mention.relation or mention.kind == "duration" or _rank(mention.value.precision) > _rank("month"):
            return False
        head = self.sentence.head_of(mention.span)
        return head is not None and self.clause.marker(self.words[head]) not in ("of", "for")

    def _counted(self, mention: TimeMention) -> TimeMention:
        """A time that is told by its distance from a date ("a month after 7 October")."""
        head = self.sentence.head_of(mention.span) if mention.relation in ("after", "before") else None
        marker = None if head is None else self.clause.marker_word(self.words[head])
        gap = None if marker is None else gap_at(self.sentence, marker, self.lengths, shipped_finder().words)
        if gap is None or gap.count is None or marker is None or mention.own is None:
            return mention
        way = 1 if mention.relation == "after" else -1
        value = reckoned(mention.own, gap, way, f"“{marker.text.lower()}”")
        return changed(mention, value=value, own=value, relation=None) if value.start else mention

    def choose(self, trigger: int) -> TimeSpan | None:
        """The event's time, or None."""
        node, because = trigger, "it stands with the word that names the event"
        if trigger in self.held:
            return self._taken(self.held[trigger], because)
        tied: Step | None = None
        for _ in range(_STEPS):
            for place, reason in chain(
                self.clause.stations(node, self.spans), self.shared.at(node, self.common)
            ):
                if place in self.lent and (place == node or place != trigger):
                    if tied is not None:
                        return self._before_or_after(self.lent[place], tied, -1 if tied.how == "after" else 1)
                    return self._taken(self.lent[place], reason or because)
            step = self.clause.step(node, self.spans)
            if step is None or step.to in self.inside:
                return self._from_clause_below(trigger)
            if step.how != "same" and tied is not None:
                return None  # before what came before something
            tied = step if step.how != "same" else tied
            node, because = step.to, step.because
            if step.last:
                return self._taken(self.lent[node], because) if node in self.lent else None
        return None

    def _from_clause_below(self, trigger: int) -> TimeSpan | None:
        """By the day of what it came after or before ("After meeting the king on Monday, he flew")."""
        for child in self.sentence.children(trigger):
            tie = self.clause.tie(child) if child.i in self.held else None
            if tie is None or not child.deprel.startswith(("advcl", "obl")):
                continue
            how, marker = tie
            because = f"it came {how} “{child.text}” (“{marker.text.lower()}”)"
            step = Step(trigger, how, because, marker=marker, told=self.clause.told(child))
            if marker.text.lower() == "since" and self.clause.perfect(self.words[trigger]):
                return self._since(child, because)
            near = (
                child.deprel.startswith("advcl") and marker.text.lower() != "since" and self._is_day(child.i)
            )
            if self._gap(step) is not None or (near and self._at_once(step)):
                return self._before_or_after(self.held[child.i], step, 1 if how == "after" else -1)
        return None

    def _since(self, start: Word, because: str) -> TimeSpan:
        """From the day of what began it on ("has shelled it since the truce broke on Friday"): it is open."""
        own = _finest(self.held[start.i])
        own_time = own.own or own.value
        return changed(own_time, end=None, reason=f"{own_time.reason}; {because}, and goes on")

    def distance(self, trigger: int) -> tuple[Word, Gap, int] | None:
        """How long after (1) or before (-1) a thing known already ("the raid") it came, if that is said."""
        for child in self.sentence.children(trigger):
            tie = self.clause.tie(child) if child.upos == "NOUN" and child.deprel == "obl" else None
            if tie is None or not any(c.text.lower() in _KNOWN for c in self.sentence.children(child.i)):
                continue
            gap = gap_at(self.sentence, tie[1], self.lengths, shipped_finder().words)
            if gap is not None and gap.count is not None:
                return child, gap, 1 if tie[0] == "after" else -1
        return None

    def _is_day(self, place: int) -> bool:
        """Whether what hangs on a word names a day; what came after it is not of the same month for that."""
        return any((m.own or m.value).precision in ("minute", "day") for m in self.held[place])

    def _gap(self, tied: Step) -> Gap | None:
        """How long before or after, if the sentence tells it."""
        if tied.marker is None:
            return None
        return gap_at(self.sentence, tied.marker, self.lengths, shipped_finder().words)

    def _at_once(self, tied: Step) -> bool:
        """Whether two deeds are near enough to be of one day.

        A clause without a subject goes on with what the same one did; and deaths follow at once.
        """
        if tied.told is None:
            return True
        at_once = self.words[tied.to].lemma in self.clause.lexicon.at_once
        return at_once and not self.clause.perfect(self.words[tied.told])

    def _before_or_after(self, mentions: list[TimeMention], tied: Step, way: int) -> TimeSpan | None:
        """The time of what came before (``way`` -1) or after something dated."""
        best = _finest(mentions)
        own, gap = best.own or best.value, self._gap(tied)
        if gap is not None and not gap.within_a_day:
            if gap.count is None and way < 0:
                return _by_then(own, tied.because)
            return reckoned(own, gap, way, tied.because)
        rough = own.precision not in ("minute", "day")
        if gap is not None or rough or self._at_once(tied):
            near = f"within the {own.precision}" if rough else "on the same day"
            return changed(own, reason=f"{own.reason}; {tied.because}, taken to be {near}")
        return _by_then(own, tied.because) if way < 0 else None

    def refusal(self) -> str:
        """Why an event has no time."""
        if not self.dated:
            lasting = f"; “{self.lasting.text}” is a length of time" if self.lasting else ""
            return f"{_UNDATED}{lasting}"
        place = self._place_of(self.dated[0])
        over = f"“{self.words[place].text}”" if place is not None else "another part of the sentence"
        return f"“{self.dated[0].text}” dates {over}, not this event"

    def _told_when(self, mention: TimeMention) -> int | None:
        """The verb of the clause that tells of a time at once ("since 2012, when soldiers ousted him")."""
        inside = self.sentence.covering(mention.span)
        for word in self.words[inside[-1] + 1 if inside else 0 :]:
            if word.span.start >= mention.span.end and word.text != ",":
                over = self.words[word.head] if word.text.lower() == "when" else word
                return over.i if over.i > word.i and over.upos == "VERB" else None
        return None

    def _place_of(self, mention: TimeMention) -> int | None:
        """The word that a time hangs on; times chained together hang where the first of them does."""
        if mention.thing is not None:
            return mention.thing
        here = self.sentence.head_of(mention.span)
        subject = None if here is None else self._subject_of(self.words[here])
        if subject is not None:
            return subject
        for _ in range(_STEPS):
            if here is None or self.words[here].head < 0:
                return None
            above = self.words[here].head
            bears = self.words[above].lemma in self.parts and self.words[here].deprel.startswith("nmod")
            if above not in self.inside and not bears:
                above = self._past_the_coast(mention, above)
                if mention.relation == "since":
                    return self._stopped(above)
                answered = self._answered(mention, above)
                return above if answered is None else answered
            here = above
        return None

    def _past_the_coast(self, mention: TimeMention, above: int) -> int:
        """The verb of a time that a comma parts from a place: "held in Ada, on the *coast*, on Sunday"."""
        noun = self.words[above]
        if noun.upos != "NOUN" or noun.lemma not in shipped_words().place_nouns:
            return above
        at = min(self.sentence.covering(mention.span), default=0) - 1
        while at > above and self.words[at].upos in ("ADP", "ADV"):
            at -= 1
        if at <= above or self.words[at].text != ",":
            return above
        while noun.upos != "VERB" and noun.head >= 0:
            noun = self.words[noun.head]
        return noun.i if noun.upos == "VERB" else above

    def _answered(self, mention: TimeMention, verb: int) -> int | None:
        """The deed just before a calendar day that a verb answers: "condemned the *raid* on 3 May"."""
        dated = mention.value.precision == "day" and any(c.isdigit() for c in mention.text)
        if not dated or mention.relation or self.words[verb].lemma not in self.clause.lexicon.denouncing:
            return None
        at = min(self.sentence.covering(mention.span)) - 1
        if at > verb and self.words[at].upos == "ADP":
            at -= 1
        happenings = shipped_finder().words.happenings
        while at > verb:
            word = self.words[at]
            if word.upos == "NOUN" and word.lemma in happenings:
                return at
            at = word.head
        return None

    def _subject_of(self, word: Word) -> int | None:
        """What is said to be at a time ("the last raid was in July 1977")."""
        children = self.sentence.children(word.i)
        if not any(c.deprel == "cop" for c in children):
            return None
        if not any(c.deprel == "case" and c.text.lower() in ("in", "on") for c in children):
            return None
        told = (c for c in children if c.deprel in ("nsubj", "obl:unmarked") and c.upos == "NOUN")
        return next((c.i for c in told), None)

    def _stopped(self, place: int) -> int:
        """The word for the stop, of what stops from a day on ("an end to its raids from Friday")."""
        word = self.words[place]
        over = self.words[word.head] if word.head >= 0 else word
        stops = over.lemma in self.clause.lexicon.stopping and word.deprel in ("obj", "nmod", "obl")
        return over.i if stops else place

    def _both(self, mentions: list[TimeMention]) -> TimeSpan | None:
        """The two days, one after the other, that "and" joins: "on Sunday and Monday"."""
        if len(mentions) != 2:
            return None
        first, last = sorted(mentions, key=lambda m: m.span)
        between = self.sentence.covering(Span(first.span.end, last.span.start))
        one, other = first.value, last.value
        plain = one.precision == other.precision == "day" and not (first.relation or last.relation)
        if not plain or [self.words[i].text.lower() for i in between] != ["and"]:
            return None
        if one.end is None or other.start is None or other.end is None:
            return None
        days = (date.fromisoformat(other.start[:10]) - date.fromisoformat(one.end[:10])).days
        return changed(one, end=other.end, reason=f"{one.reason}, and the day after") if days == 1 else None

    def _taken(self, mentions: list[TimeMention], because: str) -> TimeSpan:
        """The finest of the times at a place, with the way to it as its reason."""
        best = _finest(mentions)
        if (both := self._both(mentions)) is not None:
            return changed(both, reason=f"{both.reason}; {because}")
        return changed(best.value, reason=f"{best.value.reason}; {because}")


def _finest(mentions: list[TimeMention]) -> TimeMention:
    return min(mentions, key=lambda m: (m.kind == "duration", _rank(m.value.precision), m.span))


def _by_then(own: TimeSpan, because: str) -> TimeSpan:
    """What came before a day, nobody says how long: it has the day as its end, and no beginning."""
    return changed(own, start=None, reason=f"{own.reason}; {because}, how long before is not said: by then")


def _rank(precision: str | None) -> int:
    return _FINENESS.index(precision) if precision in _FINENESS else len(_FINENESS)
