"""Pledges: who undertook to do what, how firmly, on what condition and by when.

A pledge is made by a commissive word ("vowed to", "a promise to"), by a speaker's own future ("we will …"),
or by a side's spokesman for that side. A hostile act promised is a threat and a refusal is no pledge. The
network knows pledges too: it adds those that no rule sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from dragoman.coding.commissive_book import shipped_commissives
from dragoman.coding.commissives import (
    Commitment,
    commitments_in,
    condition_words,
    negated,
)
from dragoman.coding.hinted import at_part, words_of
from dragoman.coding.parties import FIRST_PERSON, Parties, Party
from dragoman.coding.pledge_keeping import can_be_kept
from dragoman.coding.pledge_makers import is_anothers, promiser
from dragoman.coding.pledge_reading import OPEN, PledgeReading
from dragoman.coding.pledge_times import deadline, is_ahead, made_on, relatives, told_on
from dragoman.coding.statements import ActorsFound, Heard
from dragoman.coding.undertakers import owner, stood_for
from dragoman.find.dates import TimeMention
from dragoman.find.quotation_tree import Tree, trimmed, without_half_a_pair
from dragoman.language.hints import BondHint
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import marks_of
from dragoman.record import ActorKind, Event, Pledge, Report, Span, Strength, TimeSpan

_ORDER = tuple(Strength)
_LEARNED = 0.8  # how sure the network must be of a pledge that no rule sees; fitted as that of stands
_SECONDED = 0.15  # … and of one that a rule sees


def find_pledges(
    report: Report,
    cast: Sequence[Parties],
    heard: Heard,
    events: Sequence[Event],
    actors_found: ActorsFound,
    times: Sequence[TimeSpan] = (),
    mentions: Sequence[TimeMention] = (),
) -> tuple[Pledge, ...]:
    """The pledges of a report, in the order of the text, each act of each promiser once.

    ``cast`` are the parties of each sentence. ``events`` are the coded events: the one whose trigger the
    promise holds is its ``act``, and events told as pledged, planned or considered that no promise holds are
    pledges of their actor. ``times`` are the dates found in the text, from which a deadline is taken,
    and ``mentions`` the same with the lengths of time among them.
    """
    sides = {a.id: a.state for a in actors_found.actors}
    kinds = {a.id: a.kind for a in actors_found.actors}
    reading = PledgeReading(report, heard, events, times, mentions, sides, kinds, shipped_commissives())
    found: list[Pledge] = []
    refused: set[Span] = set()
    for parties in cast:
        pledged, denied = _in_sentence(reading, parties, found)
        found += pledged
        refused |= denied
    found += [p for e in _unpledged(reading, cast, found, refused) for p in _from_event(reading, e)]
    doubted = [p.sentence.span for p in cast if not seconded(p.sentence)]
    return _once([p for p in found if p.span is None or not any(d.covers(p.span) for d in doubted)])


def _in_sentence(
    reading: PledgeReading, parties: Parties, before: Sequence[Pledge]
) -> tuple[list[Pledge], set[Span]]:
    """The pledges of a sentence, and the words of those commitments that are none."""
    tree = Tree(parties.sentence)
    commitments = sorted(commitments_in(tree, reading.words), key=lambda c: c.modal)
    found: list[Pledge] = []
    refused: set[Span] = set()
    promised: set[int] = set()
    for commitment in commitments:
        if commitment.modal and commitment.act in promised:
            continue  # "assured them that it would": one promise, made by who assures
        if not commitment.modal:
            promised.add(commitment.act)
        pledge = _pledge(reading, tree, parties, commitment)
        if pledge is not None:
            found += [pledge, *_jointly(reading, tree, parties, commitment, pledge)]
        elif not commitment.modal:
            refused |= {tree.s.words[k].span for k in (commitment.cue, commitment.act)}
    if parties.sentence.pledges:
        found += _learned(reading, tree, parties, [*before, *found], commitments)
    return found, refused


def _unpledged(
    reading: PledgeReading, cast: Sequence[Parties], found: Sequence[Pledge], refused: set[Span]
) -> list[Event]:
    """The events that no pledge holds and that may be undertaken all the same, by how they are told."""
    held = {p.act for p in found}
    free = [e for e in reading.events if e.id not in held and e.evidence[0].trigger not in refused]
    triggers = {e.evidence[0].trigger for e in free}
    idle = {
        w.span
        for s in (parties.sentence for parties in cast)
        for w in s.words
        if w.span in triggers
        and (_only_purposed(s, w) or _binds_itself(w, reading) or w.lemma.lower() in reading.words.scheduled)
    }
    return [e for e in free if e.evidence[0].trigger not in idle]


def seconded(sentence: Sentence) -> bool:
    """Whether the network sees some word of a sentence tell a pledge; true where it was not asked."""
    return sentence.speech is None or any(h.share >= _SECONDED for h in sentence.pledges)


def _pledge(reading: PledgeReading, tree: Tree, parties: Parties, c: Commitment) -> Pledge | None:
    by, how = promiser(reading, tree, parties, c)
    if by is None:
        return None
    event = _event(reading, tree, c)
    if not can_be_kept(reading, tree, parties, c, event, by):
        return None
    to = _to(reading, parties, tree, c, event, by)
    pledge = _made_of(reading, tree, c, event, (by, to))
    return replace(pledge, strength=_strength(tree, c), reason=f"“{tree.s.words[c.cue].text}” binds {how}")


def _jointly(
    reading: PledgeReading, tree: Tree, parties: Parties, c: Commitment, pledge: Pledge
) -> Iterator[Pledge]:
    """The same pledge by those who bind themselves beside the first: "France and Germany pledged"."""
    subject = _tellers(tree, c, owner(tree, c.cue, reading.words))
    if subject is not None and not parties.reached(subject):
        subject = stood_for(tree, parties, c.cue, subject)
    bound = (
        [p for k in parties.coordinated(subject) for p in parties.reached(k)] if subject is not None else []
    )
    act = tree.s.words[c.act].span
    for party in bound if bound and bound[0].actor == pledge.by else ():
        if party.actor not in (pledge.by, *pledge.to):
            yield replace(pledge, id=_id(reading.report.id, act, party.actor), by=party.actor)


def _tellers(tree: Tree, c: Commitment, subject: int | None) -> int | None:
    """The subject, or for "they" those who say so: "France and Chad said that *they* would pay"."""
    told = next((w for i in (c.act, c.cue) if (w := tree.s.words[i]).deprel == "ccomp"), None)
    if subject is None or tree.s.words[subject].text.lower() != "they" or told is None:
        return subject
    over = tree.subject(told.head)
    return subject if over is None else over


def _made_of(
    reading: PledgeReading, tree: Tree, c: Commitment, event: Event | None, sides: tuple[str, tuple[str, ...]]
) -> Pledge:
    """The pledge of a commitment by one to some, with all that its sentence tells of it."""
    by, to = sides
    cue, act = tree.s.words[c.cue].span, tree.s.words[c.act].span
    statement = reading.statement(cue, act)
    branch = condition_words(tree, c, reading.words)
    if any(tree.s.words[i].text.lower() in reading.words.unnamed for i in branch):
        branch = set()
    condition = _told(reading, tree.s.chars(min(branch), max(branch))) if branch else None
    made = made_on(reading, tree, c, statement)
    return Pledge(
        id=_id(reading.report.id, act, by),
        by=by,
        to=to,
        act=event.id if event else None,
        strength=c.strength,
        made=made,
        due=deadline(reading, tree, c, event, made),
        condition=condition,
        statement=statement.id if statement else None,
        span=_clause(reading, tree, c),
        reason="",
    )


def _learned(
    reading: PledgeReading,
    tree: Tree,
    parties: Parties,
    found: Sequence[Pledge],
    commitments: Sequence[Commitment],
) -> list[Pledge]:
    """The pledges of a sentence that the network is sure of and that no rule has looked at."""
    judged = {k for c in commitments if not c.modal for k in (c.cue, c.act)}
    spans = [(p.by, p.span) for p in found if p.span is not None]
    held = {(p.by, p.act) for p in found if p.act is not None}
    new: list[Pledge] = []
    for hint in tree.s.pledges:
        if hint.share <= _LEARNED or hint.word in judged:
            continue
        word = tree.s.words[hint.word].span
        for pledge in _from_hint(reading, tree, parties, hint):
            told = any(by == pledge.by and span.overlaps(word) for by, span in spans)
            if not told and (pledge.by, pledge.act) not in held:
                new.append(pledge)
    return new


def _from_hint(reading: PledgeReading, tree: Tree, parties: Parties, hint: BondHint) -> Iterator[Pledge]:
    """The pledges that the network reads at a word, the act undertaken, if it is one that can be kept."""
    act = tree.s.words[hint.word]
    wished = act.deprel == "xcomp" and tree.s.words[act.head].lemma.lower() in reading.words.wishing
    wished = wished or is_anothers(reading, tree, act)
    if wished or act.lemma.lower() in reading.words.scheduled:
        return
    strength = Strength(hint.kinds[0][0])
    c = Commitment(hint.word, hint.word, strength, negated(tree, hint.word), modal=False)
    event = _event(reading, tree, c)
    undertakers = _undertakers(tree, parties, hint)
    for undertaker in undertakers:
        by = undertaker.actor
        if not can_be_kept(reading, tree, parties, c, event, by):
            continue
        others = (p.actor for p in at_part(parties, hint, "recipient") if p not in undertakers)
        to = tuple(dict.fromkeys(a for a in others if a not in (by, reading.side(by))))
        who = undertaker.span.of(reading.report.text)
        reason = f"the network reads “{act.text}” as what “{who}” undertakes ({hint.share:.2f} sure)"
        yield replace(_made_of(reading, tree, c, event, (by, to)), reason=reason)


def _undertakers(tree: Tree, parties: Parties, hint: BondHint) -> tuple[Party, ...]:
    """Who bind themselves: whom the network takes for it, else the subject, and those beside them."""
    heads = words_of(hint, "actor")
    if not parties.among(heads):
        subject = owner(tree, hint.word, shipped_commissives())
        heads = [] if subject is None else [subject]
    return parties.among(k for i in heads for k in parties.coordinated(i))


def _binds_itself(w: Word, reading: PledgeReading) -> bool:
    """Whether a word is commissive: where it makes no pledge by its own rule, its event makes none either."""
    return (w.upos, w.lemma.lower()) in reading.words.words


def _only_purposed(s: Sentence, w: Word) -> bool:
    """Whether a verb is only what another act is for ("rang to congratulate him"): nobody undertook it."""
    return "to" in marks_of(s, w.i) and not any(c.deprel.startswith(("aux", "cop")) for c in s.children(w.i))


def _strength(tree: Tree, c: Commitment) -> Strength:
    """How firm: a bare future is a promise in the first person only, else an intention."""
    subject = tree.subject(c.act) if c.modal else None
    if c.strength is not Strength.PROMISE or subject is None:
        return c.strength
    return Strength.PROMISE if tree.s.words[subject].text.lower() in FIRST_PERSON else Strength.INTENTION


def _clause(reading: PledgeReading, tree: Tree, c: Commitment) -> Span:
    """The characters of the promised act, no further than the quotation or content that it stands in."""
    act = tree.s.words[c.act].span
    apart = {w.i for w in tree.below(c.act, "cc", "punct", "mark") if w.text.lower() != "to"}
    # "The ship, which left on Monday, will call at Lima": what is told of it beside is not promised.
    apart |= {w.i for w in tree.below(c.act, "nsubj", "nsubj:pass") if relatives(tree, tree.under(w.i))}
    words = tree.under(c.act, apart)
    clause = tree.s.chars(min(words), max(words))
    for speech in reading.heard.speeches:
        for content in speech.contents:
            if content.covers(act):
                clause = Span(max(clause.start, content.start), min(clause.end, content.end))
    return _told(reading, clause)


def _told(reading: PledgeReading, span: Span) -> Span:
    """A clause without the marks at its edges that belong to the sentence around it."""
    text = reading.report.text
    return trimmed(text, without_half_a_pair(text, trimmed(text, span)))


def _event(reading: PledgeReading, tree: Tree, c: Commitment) -> Event | None:
    """The event promised: its trigger is the act, or stands under it, or is the commissive word itself."""
    inside = {tree.s.words[k].span for k in tree.under(c.act)}
    reach = Span(min(inside).start, max(inside).end)
    act, cue = tree.s.words[c.act].span, tree.s.words[c.cue].span

    def rank(event: Event) -> tuple[int, int, int] | None:
        distances = [
            (
                0 if t.trigger.overlaps(act) else 1 if t.trigger.overlaps(cue) else 2,
                abs(t.trigger.start - act.start),
            )
            for t in event.evidence
            if (t.trigger.overlaps(reach) and any(t.trigger.overlaps(s) for s in inside))
            or t.trigger.overlaps(cue)
        ]
        return (event.status not in OPEN, *min(distances)) if distances else None

    ranked = [(r, k) for k, e in enumerate(reading.events) if (r := rank(e)) is not None]
    return reading.events[min(ranked)[1]] if ranked else None


def _to(
    reading: PledgeReading, parties: Parties, tree: Tree, c: Commitment, event: Event | None, by: str
) -> tuple[str, ...]:
    """To whom: the hearer of the commissive verb, the event's recipients, or those whom the act concerns."""
    hearers = [] if c.modal else [w.i for w in tree.below(c.cue, "iobj", "obj") if w.i < c.act]
    told = tuple(p.actor for p in parties.among(hearers, reach=False))
    concerned = [w.i for w in tree.below(c.act, "obl", "obj", "iobj")]
    near = (p.actor for p in parties.among(concerned))
    # Who sends observers or withdraws tanks promises nothing to them.
    meant = tuple(a for a in near if reading.kinds.get(a) is not ActorKind.FORCE)
    spoken_of = {p.actor for p in parties.among(_handled(reading, tree, c.act))}
    found = told or tuple(a for a in (event.recipients if event else ()) or meant if a not in spoken_of)
    return tuple(dict.fromkeys(a for a in found if a not in (by, reading.side(by))))


def _handled(reading: PledgeReading, tree: Tree, act: int) -> list[int]:
    """Those with whom an act deals and to whom it gives nothing: "elect *a leader*", "be *head* of all"."""
    if tree.below(act, "cop"):
        return [act, *(c.i for c in tree.below(act, "nmod"))]
    doing = {act}
    if not tree.below(act, "obj", "iobj"):  # "keep searching for the crew", but not "let the crew hunt"
        doing |= {c.i for c in tree.below(act, "xcomp") if c.upos == "VERB"}
    if not any(tree.s.words[k].lemma.lower() in reading.words.handling for k in doing):
        return []
    things = [c.i for k in doing for c in tree.below(k, "obj")]
    things += [c.i for k in doing for c in tree.below(k, "obl") if tree.case(c.i) in ("for", "of")]
    return [*things, *(c.i for k in things for c in tree.below(k, "nmod", "nmod:poss"))]


def _from_event(reading: PledgeReading, event: Event) -> Iterator[Pledge]:
    """An act told as pledged, planned or considered is that of each of its actors, unless it is hostile."""
    strength = OPEN.get(event.status)
    if strength is None or "conflict" in (event.quad or "") or event.historical:
        return
    trigger = event.evidence[0].trigger
    statement = reading.statement(trigger, trigger)
    for by in event.actors:
        yield Pledge(
            id=_id(reading.report.id, trigger, by),
            by=by,
            to=tuple(r for r in event.recipients if r not in event.actors),
            act=event.id,
            strength=strength,
            made=told_on(reading.report, statement),
            due=event.time if event.time and is_ahead(reading, event.time) else None,
            statement=statement.id if statement else None,
            span=trigger,
            reason=f"the event is told as {event.status.value}",
        )


def _once(pledges: Iterable[Pledge]) -> tuple[Pledge, ...]:
    """Each act of each promiser once, told most firmly, in the order of the text."""
    kept: dict[tuple[str, str], Pledge] = {}
    for p in sorted(pledges, key=lambda p: (_ORDER.index(p.strength), p.span or Span(0, 0))):
        kept.setdefault((p.by, p.act or p.id), p)
    return tuple(sorted(kept.values(), key=lambda p: p.span or Span(0, 0)))


def _id(report_id: str, act: Span, by: str) -> str:
    return sha256(f"{report_id}|pledge|{act.start}|{act.end}|{by}".encode()).hexdigest()[:16]
