"""The day and place that the lead gives an act which the rest of the report tells again without them.

The press names the day once, at the top. What is told further down takes it, and the place, only where it
is the very act of the lead: of the same type and the same parties, in no other tense, and called no other
act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.find.dates import shipped_finder
from dragoman.find.event_undated import is_dated, with_date
from dragoman.language.parse import Sentence, Word
from dragoman.record import Event, Report, Span, Status, TimeSpan

_SENTENCES = 2  # of the body that belong to the lead
_DAYS = frozenset({"minute", "day"})
_OTHER_TIMES = ("dates “", "is a length of time")
Side = Callable[[str | None], str | None]


def with_days_of_lead(
    report: Report, sentences: Sequence[Sentence], events: Sequence[Event], side: Side
) -> tuple[Event, ...]:
    """The events, those without a date that retell an act of the lead with its day, and the reason said.

    ``side`` gives the state or organisation that an actor acts for: "troops" and "the army" of one state
    are the same party.
    """
    lead = _lead(report, sentences)
    dated = [e for e in events if _is_plain(e) and e.evidence[0].sentence in lead and _has_day(e.time)]
    if not dated:
        return tuple(events)
    by_span = {s.span: s for s in sentences}
    return tuple(_retold(report, by_span, e, dated, side) for e in events)


def _lead(report: Report, sentences: Iterable[Sentence]) -> frozenset[Span]:
    """The sentences of the headline and the standfirst, and the first ones of the body."""
    heads = [s for s in (report.title_span, report.standfirst_span) if s is not None]
    spans = [s.span for s in sentences]
    body = [s for s in spans if not any(h.overlaps(s) for h in heads)]
    return frozenset([*body[:_SENTENCES], *(s for s in spans if any(h.overlaps(s) for h in heads))])


def _is_plain(event: Event) -> bool:
    return event.status is Status.ACTUAL and not event.historical


def _has_day(time: TimeSpan | None) -> bool:
    return time is not None and time.start is not None and time.precision in _DAYS


def _retold(
    report: Report, by_span: Mapping[Span, Sentence], event: Event, dated: Iterable[Event], side: Side
) -> Event:
    """The event with the day of the act of the lead that it is, if it is one."""
    if not _is_plain(event) or is_dated(event):
        return event
    sentence = by_span.get(event.evidence[0].sentence)
    if sentence is None or _of_another_time(sentence, event):
        return event
    same = [o for o in dated if _is_the_same(report, by_span, o, event, side)]
    days = {o.time.start[:10] for o in same if o.time is not None and o.time.start is not None}
    if len(days) != 1 or same[0].time is None:
        return event
    word = same[0].evidence[0].trigger.of(report.text)
    reason = f"{same[0].time.reason}; the lead tells this act (“{word}”) of that day"
    told = with_date(event, replace(same[0].time, reason=reason), f"the lead tells it (“{word}”)")
    return _in_its_place(told, same, word)


def _in_its_place(event: Event, same: Sequence[Event], word: str) -> Event:
    """The event in the place of the act of the lead that it is, if it has none and the lead names one."""
    places = {(o.place.geoname_id, o.place.name): o.place for o in same if o.place is not None}
    if event.place is not None or len(places) != 1:
        return event
    (place,) = places.values()
    step = f"place: the lead tells it (“{word}”)"
    return replace(event, place=replace(place, span=None), steps=(*event.steps, step))


def _of_another_time(sentence: Sentence, event: Event) -> bool:
    """Whether a clause has a time of its own all the same: a perfect, or a word that says "another"."""
    another = shipped_finder().words.connectives.another
    for i in sentence.covering(event.evidence[0].trigger):
        word = sentence.words[i]
        around = [*sentence.children(i), *_over(sentence, word)]
        if any(c.lemma == "have" and c.deprel == "aux" for c in around):
            return True
        if any(c.text.lower() in another for c in around):
            return True
    # Nor where the sentence dates another thing, or tells how long ("for months").
    return event.time is not None and any(other in event.time.reason for other in _OTHER_TIMES)


def _over(sentence: Sentence, word: Word) -> Sequence[Word]:
    """What hangs on the verb of which a nominal act is the object ("had staged a raid")."""
    if word.upos == "VERB" or word.head < 0:
        return ()
    return sentence.children(word.head)


def _is_the_same(
    report: Report, by_span: Mapping[Span, Sentence], told: Event, event: Event, side: Side
) -> bool:
    """Whether two tellings are of one act: its type, its parties, and its word or its mode."""
    if told.event != event.event or told.evidence[0].sentence == event.evidence[0].sentence:
        return False
    if told.mode and event.mode and told.mode != event.mode:
        return False
    if not event.actors or sides(told.actors, side) != sides(event.actors, side):
        return False
    alike = told.mode == event.mode is not None or _lemma(by_span, told) == _lemma(by_span, event)
    if event.recipients:
        mutual = sides(told.recipients, side) == sides(event.recipients, side)
        return mutual and (alike or told.mode == event.mode)
    headline = report.title_span is not None and report.title_span.overlaps(event.evidence[0].sentence)
    return alike or headline


def _lemma(by_span: Mapping[Span, Sentence], event: Event) -> str:
    sentence = by_span.get(event.evidence[0].sentence)
    words = sentence.covering(event.evidence[0].trigger) if sentence is not None else ()
    return sentence.words[words[0]].lemma if sentence is not None and words else ""


def sides(ids: Iterable[str], side: Side) -> frozenset[str]:
    """The states and organisations that some actors act for; who acts for none is a side of its own."""
    return frozenset(side(i) or i for i in ids)
