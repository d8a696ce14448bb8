"""From the acts of single sentences to the events of a report: time, place, word, merged tellings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from dragoman.codebook import Codebook
from dragoman.codebook.events import EventType
from dragoman.coding.act import LIKENESS, Act, Reading
from dragoman.coding.contexts import contexts_of
from dragoman.coding.interpret import Interpreter
from dragoman.coding.modality import negated
from dragoman.coding.no_deed import no_deed
from dragoman.coding.parties import Parties, Party
from dragoman.coding.played import genre_of
from dragoman.coding.private_matters import private_genre_of, private_matter
from dragoman.coding.telling import Telling, telling_of
from dragoman.coding.weigh import Weigher, hint_of
from dragoman.find.event_remembered import remembered
from dragoman.find.event_retold import Side, sides
from dragoman.find.event_undated import no_date
from dragoman.language.parse import Sentence
from dragoman.record import Attribution, Dropped, Event, Evidence, Place, Report, Span, Status, TimeSpan

# What a denial is, in the words of the ontology: the contract codes "X says that it did not" as REJECT.
_DENIAL = "REJECT"
_TO_COME = frozenset({Status.PLEDGED, Status.PLANNED, Status.CONSIDERED})
# … and what the promise not to use force is; who will not send troops or recall an envoy just refuses.
_PROMISE, _HARM = "AGREE", "ASSAULT"
_ANSWERED = 0.25  # how sure the head must be that what was not done was refused or denied
_LONG_PAST = 0.7  # … and that what has no date is history
_TOWN = "city"
_DAY = len("2020-01-31")
_SPOKEN = "verbal conflict"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the coder asks of the other finders about a trigger.

    ``speakers`` gives the chain of attributions over a character, outermost first; ``time`` and ``place``
    answer for a word of a sentence; ``historical`` says whether a time lies more than 31 days back;
    ``side`` gives the state or organisation that an actor acts for, ``nobodies`` those of no public standing.
    """

    speakers: Callable[[int], tuple[Attribution, ...]]
    time: Callable[[int, Sentence], TimeSpan]
    place: Callable[[int, Sentence], Place | None]
    historical: Callable[[TimeSpan], tuple[bool, str]]
    side: Side
    nobodies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Coded:
    """The events of a report and what was looked at and not kept."""

    events: tuple[Event, ...]
    dropped: tuple[Dropped, ...]


def code_events(
    report: Report,
    cast: Sequence[Parties],
    codebook: Codebook,
    interpreter: Interpreter,
    weigher: Weigher,
    around: Surroundings,
) -> Coded:
    """The events that a report tells, one for each act however often it is told."""
    events: list[Event] = []
    dropped: list[Dropped] = []
    told: dict[str, Telling] = {}
    at_the_head = _at_the_head(report, cast)
    sentences = [parties.sentence for parties in cast]
    genre = genre_of(sentences)
    private = private_genre_of(sentences)
    for place, parties in enumerate(cast):
        reading = interpreter.read(parties)
        acts = one_a_trigger(reading.acts)
        weighing = weigher.told() if parties.sentence.span in at_the_head else weigher
        reading = weighing.weigh(parties, Reading(acts, reading.dropped, reading.barred))
        dropped += reading.dropped
        for act in reading.acts:
            reason = no_deed(genre, parties.sentence, act)
            if reason is None and private is not None:
                reason = private_matter(private, parties.sentence, act, around.nobodies)
            if reason is not None:
                dropped.append(Dropped("coding", parties.sentence.words[act.trigger].span, reason))
                continue
            event = _event(report, parties, _if_denied(parties, act, codebook), codebook, around)
            if isinstance(event, Dropped):
                dropped.append(event)
            else:
                events.append(event)
                told[event.id] = telling_of(parties.sentence, act, event.evidence[0].recipient_spans, place)
    return Coded(merged(events, around.side, told), tuple(dropped))


def _at_the_head(report: Report, cast: Sequence[Parties]) -> frozenset[Span]:
    """The sentences of the headlines and the lead, the first of the body: they are there to tell something.

    Of the leads of our own annotated reports one in twenty tells no event, of other sentences one in four. A
    text without a headline may be any sentence of a report, and has no lead.
    """
    if not report.headlines or not report.body:
        return frozenset()
    sentences = [parties.sentence.span for parties in cast]
    lead = [s for s in sentences if s.overlaps(report.body[0])][:1]
    return frozenset([*lead, *(s for s in sentences if any(s.overlaps(h) for h in report.headlines))])


def one_a_trigger(acts: Sequence[Act]) -> tuple[Act, ...]:
    """One act for each type and trigger: a refusal of two things is one refusal, with all its parties."""
    kept: dict[tuple[str, int], Act] = {}
    for act in acts:
        key = (act.event, act.trigger)
        known = kept.get(key)
        kept[key] = act if known is None else _with_parties_of(known, act)
    return tuple(kept.values())


def _with_parties_of(act: Act, other: Act) -> Act:
    actors = {p.actor: p for p in (*act.actors, *other.actors)}
    recipients = {p.actor: p for p in (*act.recipients, *other.recipients) if p.actor not in actors}
    return replace(act, actors=tuple(actors.values()), recipients=tuple(recipients.values()))


def _event(
    report: Report, parties: Parties, act: Act, codebook: Codebook, around: Surroundings
) -> Event | Dropped:
    """The event that an act is, with all that its sentence tells of it; dropped if it did not happen."""
    s = parties.sentence
    trigger = s.words[act.trigger].span
    spoken = around.speakers(trigger.start)
    act = _own_word(_asked_of(act, spoken), spoken, codebook)
    act = _by_speaker(parties, act, spoken)
    if act.negated:
        denied = _denial(s, act, spoken, around)
        if denied is None:
            return Dropped("coding", trigger, f"{act.event} is negated: it did not happen")
        act = denied
    spoken = _with_teller(s, act, spoken)
    kind = codebook.types[act.event]
    mode = kind.modes.get(act.mode) if act.mode else None
    cameo = act.cameo or (mode.cameo if mode else None) or kind.cameo
    when = _by_now(_time(s, act, around), act, kind, report)
    past, past_reason = _past(parties, act, when, around)
    undated = () if when.start else (no_date(when.reason),)
    return Event(
        id=event_id(report.id, act.event, trigger),
        event=act.event,
        mode=mode.name if mode else None,
        actors=tuple(p.actor for p in act.actors),
        recipients=tuple(p.actor for p in act.recipients),
        status=act.status,
        historical=past,
        evidence=(_evidence(parties, act),),
        why=act.steps[0],
        contexts=contexts_of(s, act.contexts, codebook),
        cameo=cameo,
        quad=kind.quad,
        score=mode.score if mode and mode.score is not None else kind.score,
        goldstein=codebook.goldstein_of(cameo, mode, kind),
        time=when,
        place=around.place(act.trigger, s),
        attribution=spoken,
        confidence=act.share,
        steps=(*act.steps, *([past_reason] if past else []), *undated),
    )


def _with_teller(s: Sentence, act: Act, spoken: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions, with whom an act is told on the word of ("accused Chad of shelling the port")."""
    if act.on_word_of is None or act.told_by is None:
        return spoken
    cue = s.words[act.told_by]
    told = Attribution(act.on_word_of, cue.lemma, cue.span)
    return spoken if told in spoken else (*spoken, told)


def _time(s: Sentence, act: Act, around: Surroundings) -> TimeSpan:
    """When an act was; of what is only to come, the time of what is planned, if it has none of its own."""
    when = around.time(act.trigger, s)
    if act.inner is None or act.status not in _TO_COME or when.start or when.end:
        return when
    inner = around.time(act.inner, s)  # "announced talks next week"
    return inner if inner.start or inner.end else when


def _by_now(when: TimeSpan, act: Act, kind: EventType, report: Report) -> TimeSpan:
    """No date for what is said already and only speaks of a day to come: "will strike in June unless …"."""
    published = (report.published or "")[:10]
    ahead = len(published) == _DAY and when.start is not None and when.start[:_DAY] > published
    if not ahead or act.status is not Status.ACTUAL or kind.quad != _SPOKEN:
        return when
    return TimeSpan(
        None, None, None, reason="the day told is to come and is that of what is threatened or refused"
    )


def _past(parties: Parties, act: Act, when: TimeSpan, around: Surroundings) -> tuple[bool, str]:
    """Whether an act is long past, by its date or, where it has none, by the network; and the reason."""
    past, reason = around.historical(when)
    if not past and not when.start and (why := remembered(parties.sentence, act.trigger)) is not None:
        return True, f"long past: {why}"
    hint = hint_of(parties, act)
    if past or when.start or hint is None or hint.historical <= _LONG_PAST:
        return past, reason
    return True, f"told as long past, as the learned head reads it ({hint.historical:.2f})"


def _evidence(parties: Parties, act: Act) -> Evidence:
    """The characters of an act's word, and of those whom the sentence names for its parties."""
    return Evidence(
        sentence=parties.sentence.span,
        trigger=parties.sentence.words[act.trigger].span,
        actor_spans=(*(x for p in act.actors for x in parties.spans(p)), *act.done_by),
        recipient_spans=(*(x for p in act.recipients for x in parties.spans(p)), *act.aimed_at),
    )


def _if_denied(parties: Parties, act: Act, codebook: Codebook) -> Act:
    """An act of a taught type as negated where the tree says so: no example teaches what *not* means."""
    s = parties.sentence
    if codebook.types[act.event].taught is None or not negated(s, act.trigger, codebook.operators):
        return act
    return replace(act, negated=True).with_step(f"“{s.words[act.trigger].text}” is negated")


def _own_word(act: Act, spoken: tuple[Attribution, ...], codebook: Codebook) -> Act:
    """A first-person future, in the speaker's own words, is a promise (PLOVER manual, section AGREE)."""
    if act.status is not Status.PLANNED or act.negated:
        return act
    promise = next((o for o in codebook.operators.operators if o.status is Status.PLEDGED), None)
    if promise is None or not any(p.reason.endswith("is the speaker") for p in act.actors):
        return act
    event = promise.outcome(act.event) or act.event
    changed = event != act.event
    return replace(
        act,
        event=event,
        status=Status.PLEDGED,
        mode=None if changed else act.mode,
        cameo=None if changed else act.cameo,
    ).with_step("said in the first person, it is a promise")


def _by_speaker(parties: Parties, act: Act, spoken: tuple[Attribution, ...]) -> Act:
    """Who calls an act unacceptable, or tells of a breach, is the one who accuses."""
    if act.actors or act.rule is None or not spoken or spoken[-1].speaker is None:
        return act
    judged = parties.sentence.words[act.trigger].upos == "ADJ"
    if not (act.rule.voice or judged):
        return act
    speaker = Party(spoken[-1].speaker, spoken[-1].span, "the speaker")
    return replace(act, actors=(speaker,)).with_step(f"actor: {speaker.actor}, on whose word it stands")


def _asked_of(act: Act, spoken: tuple[Attribution, ...]) -> Act:
    """What a speaker says that another should do is that speaker's REQUEST (PLOVER manual, REQUEST)."""
    if (
        act.status is not Status.REQUESTED
        or act.learned
        or act.operator is not None
        or not spoken
        or spoken[-1].speaker is None
    ):
        return act
    speaker = spoken[-1].speaker
    return replace(
        act,
        event="REQUEST",
        mode=None,
        cameo=None,
        recipients=tuple(p for p in act.actors if p.actor != speaker),
        actors=(Party(speaker, spoken[-1].span, "the speaker"),),
        status=Status.ACTUAL,
    ).with_step("what a speaker says that another should do is asked of them: REQUEST")


def _denial(s: Sentence, act: Act, spoken: tuple[Attribution, ...], around: Surroundings) -> Act | None:
    """A negated act told by its own side may be a denial, coded REJECT; any other negated act is no event.

    Harm that its own side says it will not do is promised not to be done: AGREE.
    """
    if not spoken or not act.actors:
        return None
    speaker = spoken[-1].speaker
    blamed = act.recipients if act.rule is not None and act.rule.voice else act.actors
    sides = {around.side(p.actor) for p in blamed} | {p.actor for p in blamed}
    if speaker is None or not {speaker, around.side(speaker)} & (sides - {None}):
        return None
    if act.status is Status.PLANNED and act.event == _HARM:
        return replace(
            act, event=_PROMISE, mode=None, cameo=None, negated=False, status=Status.PLEDGED
        ).with_step("its own side says that it will not: harm promised not to be done is AGREE")
    if not _answers(s, act):
        return None
    return replace(
        act,
        event=_DENIAL,
        mode=None,
        cameo=None,
        negated=False,
        status=Status.ACTUAL,
        actors=blamed,
        recipients=(),
    ).with_step("its own side says that it did not: a denial, coded REJECT")


def _answers(s: Sentence, act: Act) -> bool:
    """Whether what was not done is refused or denied, and not just not done.

    Of an attack or a breach one is accused first; of the rest the head must read it so.
    """
    if act.event == _HARM or (act.rule is not None and act.rule.voice):
        return True
    hints = (h for h in (s.hint(act.trigger), s.hint(act.top)) if h is not None)
    return any(hint.of(_DENIAL) >= _ANSWERED for hint in hints)


def event_id(report_id: str, event: str, trigger: Span) -> str:
    """A stable id: the same telling in the same capture has the same id on every reading."""
    return sha256(f"{report_id}|{event}|{trigger.start}|{trigger.end}".encode()).hexdigest()[:16]


def merged(events: Iterable[Event], side: Side, told: Mapping[str, Telling]) -> tuple[Event, ...]:
    """Events with one entry for each act: a headline, a standfirst and a paragraph may tell the same.

    Two tellings are one act when type and status agree, the same sides act and receive, and neither their
    times nor their places nor their words (``told``) set them apart.
    """
    kept: list[Event] = []
    for event in events:
        twin = next(
            (
                k
                for k, other in enumerate(kept)
                if (_same_act(other, event, side) or _taken_up(other, event, side, told))
                and _alike(other, event, told)
            ),
            None,
        )
        if twin is None:
            kept.append(event)
        else:
            kept[twin] = _joined(kept[twin], event)
    return tuple(kept)


def _taken_up(a: Event, b: Event, side: Side, told: Mapping[str, Telling]) -> bool:
    """Whether a later telling takes an act up again, with its parties or none: "his pledge"."""
    if (a.event, a.status, a.historical, a.mode) != (b.event, b.status, b.historical, b.mode):
        return False
    one, other = told.get(a.id), told.get(b.id)
    if one is None or other is None or not one.taken_up_by(other) or (other.names and a.event != _PROMISE):
        return False
    return (
        sides(b.actors, side) <= sides(a.actors, side)
        and sides(b.recipients, side) <= sides(a.recipients, side)
        and _times_agree(a.time, b.time)
    )


def _alike(a: Event, b: Event, told: Mapping[str, Telling]) -> bool:
    """Whether two tellings may be of one act by their places and by the words they are told in."""
    one, other = told.get(a.id), told.get(b.id)
    return _places_agree(a.place, b.place) and (one is None or other is None or not one.apart_from(other))


def _places_agree(a: Place | None, b: Place | None) -> bool:
    """Whether two places may be one: the country or the region may hold the town, another town does not."""
    if a is None or b is None or a.name == b.name:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    return not (a.precision == b.precision == _TOWN) or a.geoname_id == b.geoname_id is not None


def _same_act(a: Event, b: Event, side: Side) -> bool:
    if (a.event, a.status, a.historical) != (b.event, b.status, b.historical):
        return False
    if a.evidence[0].sentence == b.evidence[0].sentence or (a.mode and b.mode and a.mode != b.mode):
        return False
    return (
        sides(a.actors, side) == sides(b.actors, side)
        and sides(a.recipients, side) == sides(b.recipients, side)
        and bool(a.recipients or len(a.actors) > 1)
        and _times_agree(a.time, b.time)
        and _trigger_agrees(a, b)
    )


def _trigger_agrees(a: Event, b: Event) -> bool:
    """The same codebook entry told both: without that, two praises on one day would become one.

    Of a taught type, all examples together are one entry.
    """
    return _entry_of(a) == _entry_of(b)


def _entry_of(event: Event) -> str:
    return LIKENESS if LIKENESS in event.why else event.why.split("is coded by")[-1]


def _times_agree(a: TimeSpan | None, b: TimeSpan | None) -> bool:
    if not a or not b or not a.start or not b.start or not a.end or not b.end:
        return True
    return a.start[:10] <= b.end[:10] and b.start[:10] <= a.end[:10]


def _joined(first: Event, second: Event) -> Event:
    """One event told twice: the more particular telling leads, the other is further evidence."""
    best, other = (second, first) if _particular(second) > _particular(first) else (first, second)
    return replace(
        best,
        id=first.id,
        actors=best.actors or other.actors,
        recipients=best.recipients or other.recipients,
        mode=best.mode or other.mode,
        time=best.time if best.time and best.time.start else other.time,
        place=best.place or other.place,
        contexts=tuple(dict.fromkeys((*best.contexts, *other.contexts))),
        evidence=(*best.evidence, *other.evidence),
        confidence=max(best.confidence, other.confidence),
        steps=(*best.steps, "told more than once in this report"),
    )


def _particular(event: Event) -> int:
    return (
        (2 if event.time and event.time.start else 0) + (1 if event.place else 0) + (1 if event.mode else 0)
    )


__all__ = ["Coded", "Surroundings", "code_events", "event_id", "merged"]
