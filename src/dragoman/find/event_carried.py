"""The day of a sentence that the next one goes on with.

"On Monday Chad shut the port. It also held a ship." Only where the next sentence says so: it follows at once
in the paragraph, its subject is a pronoun for the one who acted in the main clause before, and it has a plain
past and no other time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.find.dates import shipped_finder
from dragoman.find.event_undated import with_date
from dragoman.language.parse import Sentence, Word
from dragoman.record import Event, Report, Span, Status, TimeSpan

_DAYS = frozenset({"minute", "day"})
_GOING_ON = frozenset({"he", "it", "she", "they"})
_UNDATED = "the sentence names no date"


def with_days_carried(
    report: Report, sentences: Sequence[Sentence], events: Sequence[Event]
) -> tuple[Event, ...]:
    """The events, those without a date that go on with an act dated just before with its day."""
    by_span = {s.span: s for s in sentences}
    leading = (e for e in events if _plain(e) and _day(e.time))
    dated = _by_sentence(e for e in leading if _main(by_span.get(e.evidence[0].sentence), e) is not None)
    if not dated:
        return tuple(events)
    before = {later.span: earlier.span for earlier, later in pairwise(sentences)}
    return tuple(
        _carried(
            e, by_span.get(e.evidence[0].sentence), dated.get(before.get(e.evidence[0].sentence), ()), report
        )
        for e in events
    )


def _by_sentence(events: Iterable[Event]) -> Mapping[Span | None, Sequence[Event]]:
    found: dict[Span | None, list[Event]] = {}
    for event in events:
        found.setdefault(event.evidence[0].sentence, []).append(event)
    return found


def _plain(event: Event) -> bool:
    return event.status is Status.ACTUAL and not event.historical


def _day(time: TimeSpan | None) -> bool:
    return time is not None and time.start is not None and time.precision in _DAYS


def _carried(event: Event, sentence: Sentence | None, dated: Sequence[Event], report: Report) -> Event:
    """The event with the day of the sentence before, if that goes on in its own."""
    time = event.time
    if not dated or sentence is None or not _plain(event) or time is None or time.reason != _UNDATED:
        return event
    same = [d for d in dated if set(d.actors) & set(event.actors)]
    days = {d.time.start[:10] for d in same if d.time is not None and d.time.start is not None}
    if len(days) != 1 or not _goes_on(sentence, event):
        return event
    between = report.text[same[0].evidence[0].sentence.end : sentence.span.start]
    told = same[0].time
    if "\n" in between or told is None:
        return event
    word = same[0].evidence[0].trigger.of(report.text)
    reason = f"{told.reason}; the sentence goes on with “{word}”, which is dated so"
    return with_date(event, replace(told, reason=reason), f"goes on with “{word}”")


def _goes_on(sentence: Sentence, event: Event) -> bool:
    """Whether the main clause of a sentence tells an act, of a pronoun and of no other time."""
    verb = _main(sentence, event)
    apart = shipped_finder().words.connectives.apart
    if verb is None or not apart.isdisjoint({w.text.lower() for w in sentence.words}):
        return False
    return _of_pronoun(sentence, verb)


def _main(sentence: Sentence | None, event: Event) -> Word | None:
    """The main verb of a sentence where an act is told by it, or by a verb joined to it, in the past."""
    if sentence is None:
        return None
    verb = next((sentence.words[i] for i in sentence.covering(event.evidence[0].trigger)), None)
    if verb is None or verb.upos != "VERB" or not _is_past(sentence, verb):
        return None
    while verb.deprel == "conj" and verb.head >= 0 and sentence.words[verb.head].upos == "VERB":
        verb = sentence.words[verb.head]
    return verb if verb.head < 0 else None


def _is_past(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb is in the plain past: "held", "did hold", "was held", not "has held"."""
    helpers = [c for c in sentence.children(verb.i) if c.deprel.startswith("aux")]
    if any(c.lemma == "have" or c.feat("Tense") != "Past" for c in helpers):
        return False
    return bool(helpers) or verb.feat("Tense") == "Past"


def _of_pronoun(sentence: Sentence, verb: Word) -> bool:
    subjects = [c for c in sentence.children(verb.i) if c.deprel.startswith("nsubj")]
    return any(c.text.lower() in _GOING_ON for c in subjects)
