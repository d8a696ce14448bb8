"""What a passage of history tells: a time long past at its head frames what follows without a date.

"In 2001 gunmen attacked the parliament, and India recalled its envoy. Its troops massed on the border." The
time is told once. What the sentence goes on with in the past is of that time too, and so are the next
sentences of the paragraph, until one speaks of today or of another time, or tells what somebody says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.codebook.remembered import shipped_remembered
from dragoman.find.dates import TimeMention, published_day, shipped_finder
from dragoman.find.event_undated import is_dated, long_past
from dragoman.find.quotation_cues import shipped_cues
from dragoman.language.parse import Sentence, Word
from dragoman.record import Event, Report, Span, Status

_FRONT = 3  # words that may stand before a time at the head of its sentence: "But in late May 1968"
_STEPS = 8
_FAR = 366  # days; a month of last winter is the last turn of what goes on, and no history to the passage
_GOING_ON = frozenset({"conj", "parataxis", "advcl"})
_UNDER_A_TIME = frozenset({"obl", "advmod", "nmod", "case"})
_OF_TIME = frozenset(
    {"summer", "winter", "spring", "autumn", "end", "beginning", "start", "night", "morning"}
)
_AHEAD = frozenset({"will", "would", "shall", "may", "might", "could", "can", "should", "must"})
_OPEN = frozenset({"since", "after"})  # relations that leave open how long it went on
_MARKS = frozenset('"“”')


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with its times long past, whether it speaks of another time too, and its main word."""

    sentence: Sentence
    old: tuple[TimeMention, ...]
    apart: bool
    root: Word | None
    quoted: bool

    @property
    def in_the_past(self) -> bool:
        """Whether the main clause is in the past and neither speech nor of another time."""
        if self.root is None or self.apart or self.quoted:
            return False
        return _finite(self.sentence, self.root.i) is not None and not _tells(self.sentence, self.root)

    def opener(self) -> TimeMention | None:
        """The time at the head of the sentence that its main word has."""
        if self.root is None:
            return None
        for m in self.old:
            words = self.sentence.covering(m.span)
            if words and words[0] <= _FRONT and _holder(self.sentence, m) == self.root.i:
                return m
        return None


def with_history(
    report: Report, sentences: Sequence[Sentence], times: Sequence[TimeMention], events: Sequence[Event]
) -> tuple[Event, ...]:
    """The events, those without a date that a time long past frames as historical, and the reason said."""
    published = published_day(report)
    open_ = {e.evidence[0].sentence for e in events if _is_open(e)}
    if published is None or not open_ or all(_age(m, published) <= _FAR for m in times):
        return tuple(events)
    why: dict[str, str] = {}
    frame: TimeMention | None = None
    end = 0
    for s in sentences:
        told = _told(report, s, times, published)
        ends = "\n" in report.text[end : s.span.start] if end else True
        frame = None if ends else frame
        if s.span in open_:
            here = (e for e in events if e.evidence[0].sentence == s.span and _is_open(e))
            why |= {e.id: reason for e in here if (reason := _reason(told, frame, e)) is not None}
        frame = _frame(told, frame, ends)
        end = s.span.end
    return tuple(long_past(e, why[e.id]) if e.id in why else e for e in events)


def _is_open(event: Event) -> bool:
    """Whether an event was done and has neither a date nor been found historical."""
    return event.status is Status.ACTUAL and not event.historical and not is_dated(event)


def _age(m: TimeMention, published: date) -> int:
    """How many days before publication a time ended; 0 of what has no end or is open ("since 1999")."""
    value = m.own or m.value
    if m.kind == "duration" or m.relation in _OPEN or value.end is None:
        return 0
    return (published - date.fromisoformat(value.end[:10])).days


def _told(report: Report, s: Sentence, times: Iterable[TimeMention], published: date) -> _Told:
    here = [m for m in times if s.span.start <= m.span[0] and m.span[1] <= s.span.end]
    old = tuple(m for m in here if _age(m, published) > _FAR)
    recent = any(m not in old and (m.value.start or m.value.end) for m in here if m.kind != "duration")
    apart = recent or not shipped_remembered().today.isdisjoint(s.written())
    root = next((w for w in s.words if w.head < 0), None)
    return _Told(s, old, apart, root, not _MARKS.isdisjoint(report.text[s.span.start : s.span.end]))


def _reason(told: _Told, frame: TimeMention | None, event: Event) -> str | None:
    """Why an event of a sentence is of a time long past; None where nothing says so."""
    s, trigger = told.sentence, _at(told.sentence, event)
    verb = None if trigger is None else _finite(s, trigger)
    if trigger is None or verb is None or told.apart:
        return None
    opener = told.opener()
    if opener is not None and told.in_the_past and trigger > s.covering(opener.span)[0]:
        return f"“{opener.text}” at the head of the sentence"
    if (dated := _dated_before(s, told.old, trigger, verb)) is not None:
        return f"the sentence goes on from “{dated.text}”"
    if frame is not None and told.in_the_past and not told.old:
        return f"the paragraph goes on from “{frame.text}”"
    return None


def _at(s: Sentence, event: Event) -> int | None:
    return next(iter(s.covering(event.evidence[0].trigger)), None)


def _frame(told: _Told, frame: TimeMention | None, first: bool) -> TimeMention | None:
    """The time that the next sentence goes on from.

    One at the head of a sentence opens a passage; so does one anywhere in the main clause of the first
    sentence of a paragraph.
    """
    if not told.in_the_past:
        return None
    opener = told.opener()
    if opener is None and first and told.root is not None:
        opener = next((m for m in told.old if _holder(told.sentence, m) == told.root.i), None)
    return opener or frame


def _dated_before(s: Sentence, old: Iterable[TimeMention], trigger: int, verb: Word) -> TimeMention | None:
    """The time of a clause in the past, before in the sentence, that the clause of an act goes on from."""
    for m in old:
        holder = _holder(s, m)
        if holder is None or holder >= trigger or _finite(s, holder) is None:
            continue
        if not _tells(s, s.words[holder]) and _goes_on(s, verb.i, holder):
            return m
    return None


def _tells(s: Sentence, verb: Word) -> bool:
    """Whether a verb gives what somebody says, which is said today: "the ministry said that …"."""
    if verb.lemma not in shipped_cues().alone:
        return False
    return any(c.deprel.split(":")[0] in ("ccomp", "parataxis") for c in s.children(verb.i))


def _goes_on(s: Sentence, i: int, first: int) -> bool:
    """Whether the clause of a word goes on with that of another, or gives its reason."""
    for _ in range(_STEPS):
        if i == first:
            return True
        w = s.words[i]
        if w.head < 0 or w.deprel.split(":")[0] not in _GOING_ON:
            return False
        i = w.head
    return False


def _holder(s: Sentence, m: TimeMention) -> int | None:
    """The word whose time a time is: the verb that it hangs on, or the noun that is said of somebody."""
    head = s.head_of(Span(*m.span))
    if head is None:
        return None
    w = s.words[head]
    for _ in range(_STEPS):
        if w.head < 0 or w.upos in ("VERB", "AUX"):
            return w.i
        relation = w.deprel.split(":")[0]
        over = s.words[w.head]
        if relation not in _UNDER_A_TIME or (
            relation == "nmod" and over.lemma not in shipped_finder().words.connectives.parts
        ):
            return None
        w = over
    return None


def _finite(s: Sentence, i: int) -> Word | None:
    """The verb of the clause over a word if that is in the past: "held", "was held", "had held"."""
    w = s.words[i]
    for _ in range(_STEPS):
        helpers = [c for c in s.children(w.i) if c.deprel.startswith(("aux", "cop"))]
        if any(c.lemma in _AHEAD or (c.lemma == "have" and c.text.lower() != "had") for c in helpers):
            return None
        if helpers:
            return w if any(c.feat("Tense") == "Past" for c in helpers) else None
        if w.upos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin":
            return w if w.feat("Tense") == "Past" else None
        if w.head < 0:
            return None
        w = s.words[w.head]
    return None
