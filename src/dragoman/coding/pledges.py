"""Pledges: who undertook to do what, how firmly, on what condition and by when.

A pledge is made by a commissive word ("vowed to", "a promise to"), by a speaker's own future ("we will …"),
or by a side's spokesman for that side. A hostile act promised is a threat and a refusal is no pledge. The
network knows pledges too: it adds those that no rule sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from dragoman.coding.commissives import (
    Commissives,
    Commitment,
    commitments_in,
    condition_words,
    in_headline,
    negated,
    shipped_commissives,
)
from dragoman.coding.deadlines import due_within, said_on
from dragoman.coding.hinted import at_part, words_of
from dragoman.coding.parties import FIRST_PERSON, Parties, Party
from dragoman.coding.statements import ActorsFound, Heard
from dragoman.coding.undertakers import owner, stood_for
from dragoman.find.dates import TimeMention
from dragoman.find.quotation_tree import Tree, trimmed
from dragoman.language.hints import BondHint
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import marks_of
from dragoman.record import ActorKind, Event, Pledge, Report, Span, Statement, Status, Strength, TimeSpan

_OPEN = {
    Status.PLANNED: Strength.INTENTION,
    Status.CONSIDERED: Strength.CONSIDERATION,
}
_ORDER = tuple(Strength)
_LEARNED = 0.8  # how sure the network must be of a pledge that no rule sees; fitted as that of stands
_SECONDED = 0.15  # … and of one that a rule sees
_OF_A_THING = 0.5  # … and of what a speaker says will be done, without saying by whom
_OTHERS = frozenset({"he", "she", "it", "they"})
_ONE = frozenset({"he", "she"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_PERSONS = frozenset({"he", "she", "they", "who"})
_HARM = frozenset({"THREATEN", "SANCTION", "COERCE", "ASSAULT"})
_MAIN = frozenset({"root", "conj", "parataxis", "ccomp", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class _Reading:
    report: Report
    heard: Heard
    events: Sequence[Event]
    times: Sequence[TimeSpan]
    mentions: Sequence[TimeMention]
    sides: dict[str, str | None]
    kinds: dict[str, ActorKind]
    words: Commissives

    def side(self, actor: str | None) -> str | None:
        return None if actor is None else (self.sides.get(actor) or actor)


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
    reading = _Reading(report, heard, events, times, mentions, sides, kinds, shipped_commissives())
    found: list[Pledge] = []
    refused: set[Span] = set()
    for parties in cast:
        sentence = parties.sentence
        tree = Tree(sentence)
        commitments = sorted(commitments_in(tree, reading.words), key=lambda c: c.modal)
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
        if sentence.pledges:
            found += _learned(reading, tree, parties, found, commitments)
    held = {p.act for p in found}
    free = [e for e in events if e.id not in held and e.evidence[0].trigger not in refused]
    triggers = {e.evidence[0].trigger for e in free}
    refused = {
        w.span
        for s in (parties.sentence for parties in cast)
        for w in s.words
        if w.span in triggers
        and (_only_purposed(s, w) or _binds_itself(w, reading) or w.lemma.lower() in reading.words.scheduled)
    }
    free = [e for e in free if e.evidence[0].trigger not in refused]
    found += [p for e in free for p in _from_event(reading, e)]
    doubted = [p.sentence.span for p in cast if not seconded(p.sentence)]
    return _once([p for p in found if p.span is None or not any(d.covers(p.span) for d in doubted)])


def seconded(sentence: Sentence) -> bool:
    """Whether the network sees some word of a sentence tell a pledge; true where it was not asked."""
    return sentence.speech is None or any(h.share >= _SECONDED for h in sentence.pledges)


def _pledge(reading: _Reading, tree: Tree, parties: Parties, c: Commitment) -> Pledge | None:
    by, how = _promiser(reading, tree, parties, c)
    if by is None:
        return None
    event = _event(reading, tree, c)
    if not _binds(reading, tree, parties, c, event, by):
        return None
    to = _to(reading, parties, tree, c, event, by)
    pledge = _made_of(reading, tree, c, event, (by, to))
    return replace(pledge, strength=_strength(tree, c), reason=f"“{tree.s.words[c.cue].text}” binds {how}")


def _jointly(
    reading: _Reading, tree: Tree, parties: Parties, c: Commitment, pledge: Pledge
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
    reading: _Reading, tree: Tree, c: Commitment, event: Event | None, sides: tuple[str, tuple[str, ...]]
) -> Pledge:
    """The pledge of a commitment by one to some, with all that its sentence tells of it."""
    by, to = sides
    cue, act = tree.s.words[c.cue].span, tree.s.words[c.act].span
    statement = _statement(reading, cue, act)
    branch = condition_words(tree, c, reading.words)
    if any(tree.s.words[i].text.lower() in reading.words.unnamed for i in branch):
        branch = set()
    condition = trimmed(reading.report.text, tree.s.chars(min(branch), max(branch))) if branch else None
    made = _made(reading, tree, c, statement)
    return Pledge(
        id=_id(reading.report.id, act, by),
        by=by,
        to=to,
        act=event.id if event else None,
        strength=c.strength,
        made=made,
        due=_due(reading, tree, c, event, made),
        condition=condition,
        statement=statement.id if statement else None,
        span=_clause(reading, tree, c),
        reason="",
    )


def _learned(
    reading: _Reading,
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


def _from_hint(reading: _Reading, tree: Tree, parties: Parties, hint: BondHint) -> Iterator[Pledge]:
    """The pledges that the network reads at a word, the act undertaken, if it is one that can be kept."""
    act = tree.s.words[hint.word]
    wished = act.deprel == "xcomp" and tree.s.words[act.head].lemma.lower() in reading.words.wishing
    wished = wished or _is_anothers(reading, tree, act)
    if wished or act.lemma.lower() in reading.words.scheduled:
        return
    strength = Strength(hint.kinds[0][0])
    c = Commitment(hint.word, hint.word, strength, negated(tree, hint.word), modal=False)
    event = _event(reading, tree, c)
    undertakers = _undertakers(tree, parties, hint)
    for promiser in undertakers:
        by = promiser.actor
        if not _binds(reading, tree, parties, c, event, by):
            continue
        others = (p.actor for p in at_part(parties, hint, "recipient") if p not in undertakers)
        to = tuple(dict.fromkeys(a for a in others if a not in (by, reading.side(by))))
        who = promiser.span.of(reading.report.text)
        reason = f"the network reads “{act.text}” as what “{who}” undertakes ({hint.share:.2f} sure)"
        yield replace(_made_of(reading, tree, c, event, (by, to)), reason=reason)


def _is_anothers(reading: _Reading, tree: Tree, act: Word) -> bool:
    """Whether an act is only believed of others or threatened: "believes that Chad will sign"."""
    over = tree.s.words[act.head] if act.deprel == "ccomp" and act.head >= 0 else None
    believed = over is not None and over.lemma.lower() in reading.words.guessing
    return believed or _is_threatened(reading, tree, act)


def _undertakers(tree: Tree, parties: Parties, hint: BondHint) -> tuple[Party, ...]:
    """Who bind themselves: whom the network takes for it, else the subject, and those beside them."""
    heads = words_of(hint, "actor")
    if not parties.among(heads):
        subject = owner(tree, hint.word, shipped_commissives())
        heads = [] if subject is None else [subject]
    return parties.among(k for i in heads for k in parties.coordinated(i))


def _binds_itself(w: Word, reading: _Reading) -> bool:
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


def _clause(reading: _Reading, tree: Tree, c: Commitment) -> Span:
    """The characters of the promised act, no further than the quotation or content that it stands in."""
    act = tree.s.words[c.act].span
    apart = {w.i for w in tree.below(c.act, "cc", "punct", "mark") if w.text.lower() != "to"}
    # "The ship, which left on Monday, will call at Lima": what is told of it beside is not promised.
    apart |= {w.i for w in tree.below(c.act, "nsubj", "nsubj:pass") if _relatives(tree, tree.under(w.i))}
    words = tree.under(c.act, apart)
    clause = tree.s.chars(min(words), max(words))
    for speech in reading.heard.speeches:
        for content in speech.contents:
            if content.covers(act):
                clause = Span(max(clause.start, content.start), min(clause.end, content.end))
    return trimmed(reading.report.text, clause)


def _promiser(reading: _Reading, tree: Tree, parties: Parties, c: Commitment) -> tuple[str | None, str]:
    """Who binds themselves: the subject; under a bare modal only one who speaks for their own side."""
    speaker = _who_says_it_of_a_thing(reading, tree, c)
    if speaker is not None:
        return speaker, "who says of a thing what will be done with it"
    subject = owner(tree, c.cue, reading.words)
    if subject is None:
        return None, ""
    if not parties.reached(subject):
        subject = stood_for(tree, parties, c.cue, subject)
    word = tree.s.words[subject]
    party = next(iter(parties.reached(subject)), None)
    if c.modal and _is_threatened(reading, tree, tree.s.words[c.act]):
        return None, ""
    if c.modal and _is_another(reading, tree.s.words[c.act].span, word):
        return None, ""
    teller = _teller(reading, tree, parties, c, word)
    if teller is not None and party is None:
        return teller, f"“{word.text}”, who says so"
    if party is None or (c.modal and tree.passive(c.act)):
        return None, ""
    if not c.modal:
        return _bound(reading, tree, parties, c, party.actor), f"“{word.text}”"
    speaker = reading.heard.speaker_of(tree.s.words[c.act].span.start)
    itself = party.span.covers(word.span)  # "the price of Chile's copper" undertakes nothing
    own = word.text.lower() in FIRST_PERSON or (
        speaker is not None and itself and reading.side(speaker) == reading.side(party.actor)
    )
    if own:
        return party.actor, f"“{word.text}”, in the promiser's own words"
    if itself and _announced(reading, tree, c, word, party.actor):
        return party.actor, f"“{word.text}”, as it is told"
    return None, ""


def _is_threatened(reading: _Reading, tree: Tree, act: Word) -> bool:
    """Whether what is to come is told by a word of threat: "warned that it would leave"."""
    over = tree.s.words[act.head] if act.deprel == "ccomp" and act.head >= 0 else None
    beside = tree.below(act.i, "parataxis")
    return any(
        w.lemma.lower() in reading.words.threatening for w in (*beside, *([] if over is None else [over]))
    )


def _who_says_it_of_a_thing(reading: _Reading, tree: Tree, c: Commitment) -> str | None:
    """Whoever says what will be done without saying by whom: "the road would be opened, the army said".

    Much that will be done is no act of who tells it, so the network has to second it.
    """
    act = tree.s.words[c.act]
    things = [w for w in tree.below(c.act, "nsubj:pass") if w.upos in ("NOUN", "PROPN")]
    agents = [w for w in tree.below(c.act, "obl") if w.deprel == "obl:agent"]  # "by Friday" is none
    if not c.modal or not things or agents or c.strength is Strength.CONSIDERATION:
        return None
    lemma = act.lemma.lower()
    share = max((h.share for h in tree.s.pledges if h.word == c.act), default=0.0)
    if share < _OF_A_THING or lemma in reading.words.scheduled | reading.words.occurring:
        return None
    if _is_guessed(reading, tree, act) or _is_anothers(reading, tree, act):
        return None
    return reading.heard.speaker_of(act.span.start)


def _is_another(reading: _Reading, act: Span, subject: Word) -> bool:
    """Whether a quotation tells of others than who speaks: in “They will pay”, *they* are not the speaker."""
    if subject.text.lower() not in _OTHERS:
        return False
    return any(q.covers(act) and q.covers(subject.span) for s in reading.heard.statements for q in s.quotes)


def _teller(reading: _Reading, tree: Tree, parties: Parties, c: Commitment, subject: Word) -> str | None:
    """Whoever says what they will do: in "Lima told them it would pay", *it* is Lima."""
    act = tree.s.words[c.act]
    if not c.modal or subject.upos != "PRON" or subject.text.lower() not in _OTHERS or act.deprel != "ccomp":
        return None
    gapped = tree.s.words[act.head].upos in (
        "PROPN",
        "NOUN",
    )  # "Peru said it would stay, *Chad that it would go*"
    over = act.head if gapped else tree.subject(act.head)
    party = parties.at(over) if over is not None else None
    if party is None:
        return None
    person = reading.kinds.get(party.actor) is ActorKind.PERSON
    together = over is not None and len(parties.coordinated(over)) > 1
    fits = person == (subject.text.lower() in _ONE)
    if subject.text.lower() == "they":
        fits = together or not person
    return party.actor if fits else None


def _announced(reading: _Reading, tree: Tree, c: Commitment, subject: Word, actor: str) -> bool:
    """Whether somebody's act to come is told as settled by another ("the envoy will carry the letter")."""
    act = tree.s.words[c.act]
    if c.negated or tree.passive(c.act) or act.upos != "VERB" or c.strength is Strength.CONSIDERATION:
        return False
    persons = subject.text.lower() in _PERSONS
    body = subject.text.lower() == "it" and reading.kinds.get(actor) is not ActorKind.PERSON
    if subject.upos == "PRON" and not (persons or body):
        return False
    if act.lemma.lower() in reading.words.scheduled:
        return False
    headed = act.deprel == "acl" and in_headline(tree, act)
    if not (headed or act.deprel in _MAIN) or _is_guessed(reading, tree, act):
        return False
    if "would" not in {a.text.lower() for a in tree.below(c.act, "aux")}:
        return True
    # "Lima would help, its envoy hinted", but not "hoped that Lima would help"
    first = _first_of(tree, act)
    told_first = first.head < 0 or (first.deprel == "ccomp" and first.head > c.act)
    return told_first and _statement(reading, act.span, act.span) is not None


def _first_of(tree: Tree, act: Word) -> Word:
    """The first of the clauses that an act is told beside: "*rejects* the plan and would revoke it"."""
    while act.deprel == "conj" and act.head >= 0:
        act = tree.s.words[act.head]
    return act


def _is_guessed(reading: _Reading, tree: Tree, act: Word) -> bool:
    """Whether what is to come is only expected by whoever tells it ("will yield, a diplomat predicted")."""
    around = [act, *(tree.s.words[k] for k in tree.above(act.i)), *tree.below(act.i, "parataxis", "ccomp")]
    return any(w.lemma.lower() in reading.words.guessing for w in around)


def _bound(reading: _Reading, tree: Tree, parties: Parties, c: Commitment, speaker: str) -> str:
    """Who is bound by a clause promised: whoever it says will act, where that is told, else the speaker.

    "The minister promised that his deputies would vote for it": they will. That nobody will be harmed, that
    others will have or be something, and whatever is vowed, is for the speaker to see to.
    """
    act = tree.s.words[c.act]
    own = tree.subject(c.act) if c.clause and act.upos == "VERB" and not tree.passive(c.act) else None
    subject = parties.at(own) if own is not None else None
    if own is None or subject is None or tree.s.words[own].text.lower() in _ONE:
        return speaker
    if c.strength is Strength.VOW:
        vowed = tree.s.words[own].upos == "PROPN" and reading.side(subject.actor) == reading.side(speaker)
        return subject.actor if vowed and reading.kinds.get(speaker) is ActorKind.PERSON else speaker
    free = any(a.text.lower() in _POSSIBLE for a in tree.below(c.act, "aux"))
    theirs = c.negated or free or act.lemma.lower() in reading.words.idle
    return speaker if theirs else subject.actor


def _binds(
    reading: _Reading, tree: Tree, parties: Parties, c: Commitment, event: Event | None, by: str
) -> bool:
    """Whether the act is one that can be kept: no threat, no refusal, no idle phrase."""
    lemma = tree.s.words[c.act].lemma.lower()
    if any(w.lemma.lower() in reading.words.fates.get(lemma, ()) for w in tree.below(c.act, "obj")):
        return False
    hostile = _is_hostile(reading, tree, parties, c, by)
    if c.negated:
        if lemma in reading.words.ceasing:
            return True  # who will not rest until it is done goes on
        kept = c.strength is Strength.VOW or (c.strength is Strength.PROMISE and not c.modal)
        kept = kept and tree.s.words[c.act].deprel != "obj"  # who offers no comment undertakes nothing
        return hostile or (kept and lemma not in reading.words.empty)
    if _is_threat(reading, tree, c, event):
        return False
    if event is not None and event.status in _OPEN and not hostile and lemma not in reading.words.empty:
        return True
    return not hostile and lemma not in (reading.words.idle if c.modal else reading.words.empty)


def _is_threat(reading: _Reading, tree: Tree, c: Commitment, event: Event | None) -> bool:
    """Whether a bare future is told of harm to others: "will cut its aid", not "will ask the court".

    What somebody binds themselves to in words of promise or plan is theirs, however unwelcome to others:
    to ask, to refuse, to vote against and to march are undertaken as much as threatened.
    """
    if not c.modal or event is None or _goes_to_law(reading, tree, c.act):
        return False
    own = any(t.trigger.overlaps(tree.s.words[c.act].span) for t in event.evidence)
    return own and event.event in _HARM and "conflict" in (event.quad or "")


def _goes_to_law(reading: _Reading, tree: Tree, act: int) -> bool:
    """Whether an act is a step at law, which is undertaken, not threatened ("vowed to appeal")."""
    words = [tree.s.words[act], *tree.below(act, "obj", "obl")]
    stopped = any(w.lemma.lower() in reading.words.bills for w in tree.below(act, "obj"))
    return stopped or any(w.lemma.lower() in reading.words.lawful for w in words)


def _is_hostile(reading: _Reading, tree: Tree, parties: Parties, c: Commitment, by: str) -> bool:
    """Whether an act is one against another; what somebody does to their own is not ("burn his ladders").

    A measure that is harsh and no violence is undertaken where a word of promise or plan stands over it
    ("promised to ban hunting", "plans to sue").
    """
    act = c.act
    lemma = tree.s.words[act].lemma.lower()
    if not c.modal and not c.negated and lemma in reading.words.measures:
        cut = any(w.lemma.lower() in reading.words.lifelines for w in tree.below(act, "obj", "nsubj:pass"))
        return cut and lemma in reading.words.hostile_to
    if _wages(tree, act, reading.words):
        return True
    objects = [o.i for o in tree.below(act, "obj", "nsubj:pass", "obl")]
    owners = [p for o in objects for w in tree.below(o, "nmod:poss") if (p := parties.at(w.i)) is not None]
    if any(p.actor == by for p in owners) or any(
        tree.s.words[o].lemma.lower() in reading.words.bills for o in objects
    ):
        return False
    if lemma in reading.words.hostile_to:
        lifeline = any(tree.s.words[o].lemma.lower() in reading.words.lifelines for o in objects)
        return lifeline or any(parties.reached(o) for o in objects)
    return lemma in reading.words.hostile


def _wages(tree: Tree, act: int, words: Commissives) -> bool:
    """Whether an act goes on with or answers a hostile one: "keep attacking", "answer any attack"."""
    if tree.s.words[act].lemma.lower() not in words.waging:
        return False
    hostile = words.hostile | words.hostile_to
    return any(c.lemma.lower() in hostile for c in tree.below(act, "xcomp", "obj", "obl"))


def _event(reading: _Reading, tree: Tree, c: Commitment) -> Event | None:
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
        return (event.status not in _OPEN, *min(distances)) if distances else None

    ranked = [(r, k) for k, e in enumerate(reading.events) if (r := rank(e)) is not None]
    return reading.events[min(ranked)[1]] if ranked else None


def _statement(reading: _Reading, cue: Span, act: Span) -> Statement | None:
    """The statement that the promise is made in: the one whose cue it is, or the innermost that holds it."""
    own = [s for s in reading.heard.statements if s.cue == cue and s.content.overlaps(act)]
    over = [s for s, x in zip(reading.heard.statements, reading.heard.speeches, strict=True) if x.holds(act)]
    return own[0] if own else min(over, key=lambda s: s.content.end - s.content.start, default=None)


def _to(
    reading: _Reading, parties: Parties, tree: Tree, c: Commitment, event: Event | None, by: str
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


def _handled(reading: _Reading, tree: Tree, act: int) -> list[int]:
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


def _made(reading: _Reading, tree: Tree, c: Commitment, statement: Statement | None) -> str | None:
    """When: on the day that the commissive word has, else that of the statement, else of publication."""
    report = reading.report
    own = None if c.modal else said_on(tree, c.cue, tree.under(c.act), reading.mentions, report.published)
    return own or _told(report, statement)


def _told(report: Report, statement: Statement | None) -> str | None:
    """The statement's own date, else the date of publication."""
    if statement is not None and statement.time is not None and statement.time.start:
        return statement.time.start[:10]
    return report.published[:10] if report.published else None


def _due(
    reading: _Reading, tree: Tree, c: Commitment, event: Event | None, made: str | None
) -> TimeSpan | None:
    """The deadline: a date under the act, else under the commissive word, that ends after publication.

    Without a date it is how long the act may take, counted from the promise ("within 48 hours").
    """
    under = tree.under(c.act)
    around = tree.under(c.cue)
    under, around = under - _relatives(tree, under), around - _relatives(tree, around)
    dated = [*_dates(reading, tree, under), *_dates(reading, tree, around - under)]
    dated += [event.time] if event and event.time else []
    found = next((t for t in dated if _is_ahead(reading, t)), None)
    if found is not None and found.start is None:
        return replace(found, start=made)  # "by June": from the promise on
    return found or due_within(tree, under | tree.under(c.cue), reading.mentions, made)


def _relatives(tree: Tree, words: set[int]) -> set[int]:
    """Those of some words that stand in relative clauses, which tell of a thing what is not promised."""
    heads = [i for i in words if tree.s.words[i].deprel == "acl:relcl" and tree.s.words[i].head in words]
    return {k for i in heads for k in tree.under(i)}


def _dates(reading: _Reading, tree: Tree, words: set[int]) -> list[TimeSpan]:
    """The dates found at some words."""
    here = tree.s.span
    dated = [t for t in reading.times if t.span and t.span.overlaps(here)]
    things = {m.span: m.thing for m in reading.mentions if m.thing is not None and here.covers(m.span)}
    return [
        t
        for t in dated
        if t.span and (things.get(t.span) in words or not words.isdisjoint(tree.s.covering(t.span)))
    ]


def _is_ahead(reading: _Reading, time: TimeSpan) -> bool:
    """Whether a time ends after the report was published."""
    return bool(time.end and time.end[:10] > (reading.report.published or "")[:10])


def _from_event(reading: _Reading, event: Event) -> Iterator[Pledge]:
    """An act told as pledged, planned or considered is that of each of its actors, unless it is hostile."""
    strength = _OPEN.get(event.status)
    if strength is None or "conflict" in (event.quad or "") or event.historical:
        return
    trigger = event.evidence[0].trigger
    statement = _statement(reading, trigger, trigger)
    for by in event.actors:
        yield Pledge(
            id=_id(reading.report.id, trigger, by),
            by=by,
            to=tuple(r for r in event.recipients if r not in event.actors),
            act=event.id,
            strength=strength,
            made=_told(reading.report, statement),
            due=event.time if event.time and _is_ahead(reading, event.time) else None,
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
