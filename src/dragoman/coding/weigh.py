"""Weigh the codebook's acts against what the learned head takes the words for, and let the surer one stand.

The codebook has the last word where its rules have proved sure; where they have not, or are silent, the head
has it. Both leave their reason: which of them decided, how sure it was, and what else was thought of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman.codebook.confidence import Confidence, Seen
from dragoman.codebook.events import EventType
from dragoman.codebook.operators import Operators
from dragoman.coding.act import OTHERWISE, TOOK_PLACE, Act, Reading
from dragoman.coding.addressees import with_addressees
from dragoman.coding.captors import with_captors
from dragoman.coding.handed_on import received_elsewhere
from dragoman.coding.hinted import at_part, unknown, words_of
from dragoman.coding.modality import negated
from dragoman.coding.no_part import bystander, charge_at, handed_to, only_said
from dragoman.coding.outcomes import with_outcomes, with_victims
from dragoman.coding.own_types import own_acts
from dragoman.coding.parties import Parties, Party
from dragoman.coding.syntax import carrier, companions, fillers, objects
from dragoman.coding.told_once import told_once
from dragoman.coding.triggers import word_class
from dragoman.find.subjects_joined import joined_over_clause
from dragoman.language.hints import ActHint, Part
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of
from dragoman.record import Dropped, Span, Status

# Acts for which "at" tells the place; of others it tells the mark: "fired at the police".
_AT_A_VENUE = frozenset({"SUPPORT", "AGREE", "CONSULT", "COOPERATE", "AID", "ACCUSE", "CONCEDE"})
_OF_REPORT = "r:"  # ids of actors that only their report knows
# A taught type marks words from here on. That this is apart from what is asked keeps a simple law: whoever
# asks for more confidence gets some of the same events, and no others.
_TAUGHT = 0.5
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_AGENT = "obl:agent"
_REFUSAL = "REJECT"  # the one type that a negation can tell
# A word to which the head gives less than this part of what is asked never comes to it, whoever acts.
_HOPELESS = 0.35
_IN_SPITE = 0.8  # how sure the head must be of a doer whom the tree takes for one who answers to the act
_SPEAKS_AGAINST = -3.0  # log-odds from which on the states of word and sentence are named among the reasons
_COMPANY = 0.5  # how sure the head is of another act where a sentence surely tells something
_AGREED = 0.3  # the head lends a rule its parties where it sees the same act at least as surely


@dataclass(frozen=True, slots=True)
class Weigher:
    """The codebook's types and how sure its rules and the head have proved to be.

    ``threshold`` is the least share at which an act is kept; lower keeps more, and more that is wrong.
    ``telling`` says that whoever asks knows that the sentence tells something, ``told_threshold`` how sure
    an act must be then; None where that makes no difference.
    """

    types: Mapping[str, EventType]
    operators: Operators
    confidence: Confidence
    threshold: float
    telling: bool = False
    told_threshold: float | None = None

    def told(self) -> Weigher:
        """The same, of sentences that are known to tell something."""
        asked = self.threshold if self.told_threshold is None else self.told_threshold
        return replace(self, telling=True, threshold=asked)

    def weigh(self, parties: Parties, reading: Reading) -> Reading:
        """The acts of a sentence that are sure enough, each with its share and its reasons."""
        kept: list[Act] = []
        dropped = list(reading.dropped)
        candidates: list[Act] = []
        for act in self.candidates(parties, reading.acts):
            barred = reading.barred.get((act.trigger, act.event))
            if barred is None:
                candidates.append(act)
            elif act.share >= self.threshold:
                dropped.append(Dropped("coding", parties.sentence.words[act.trigger].span, barred))
        for act in sorted(candidates, key=lambda a: (not _is_sure(a), -a.share)):
            reason = self._why_not(parties, act, kept, candidates)
            if reason is None:
                kept.append(act)
            elif reason:
                dropped.append(Dropped("coding", parties.sentence.words[act.trigger].span, reason))
        kept, outcomes = with_outcomes(parties.sentence, kept, self.types)
        dropped += outcomes
        kept, again = told_once(parties.sentence, kept)
        dropped += again
        kept = with_victims(parties, kept, self.types)
        kept = with_addressees(parties.sentence, kept, self.types)
        kept = with_captors(parties.sentence, kept, self.types)
        told = (act.with_step(self._otherwise(parties, act, candidates)) for act in kept)
        return Reading(tuple(told), tuple(dropped))

    def _why_not(self, parties: Parties, act: Act, kept: list[Act], candidates: list[Act]) -> str | None:
        """None where an act is kept, else why it is not; "" where it is there already and needs no word."""
        here = [k for k in kept if k.trigger == act.trigger]
        winner = next((k for k in here if k.event != act.event), None)
        if winner is not None:
            return f"{act.event} ({act.share:.2f}) is less likely than {winner.event}"
        own = next((c for c in candidates if c.share >= _TAUGHT and self._cedes(act, c)), None)
        if own is not None:
            return f"{act.event} gives way to {own.event}, which names it among its overlaps"
        if act.share < self.threshold:
            asked = f"{act.share:.2f}; {self.threshold:.2f} is asked"
            against = _against(parties.sentence, act)
            return f"{act.event} is not sure enough ({asked}): {act.steps[0]}{against}"
        return "" if here else None

    def _cedes(self, act: Act, other: Act) -> bool:
        """Whether an act gives way to another at its word: a taught type that names it or its rule."""
        if other.trigger not in (act.trigger, *act.words) or other.event == act.event:
            return False
        taught = self.types[other.event].taught
        return taught is not None and taught.cedes(act.event, act.source)

    def _otherwise(self, parties: Parties, act: Act, candidates: list[Act]) -> str:
        """What would have been coded at this word had what decided not been there."""
        rivals = [c for c in candidates if c.trigger == act.trigger and c.event != act.event]
        source = act.source or ("the learned head" if act.learned else "the codebook")
        if self.types[act.event].taught is not None and act.learned:
            source = f"the examples of {act.event}"
        elif not act.learned:
            rivals += self._head_alone(parties, act, rivals)
        best = max(rivals, key=lambda c: c.share, default=None)
        if best is None:
            then = "nothing would have been coded here"
        elif best.share < self.threshold:
            short = f"{best.event} has {best.share:.2f}, {self.threshold:.2f} is asked"
            then = f"nothing would have been coded here: {short}"
        elif best.event == act.event:
            then = f"it would have been the same, by the learned head ({best.share:.2f})"
        else:
            by = best.source or ("its examples" if self.types[best.event].taught else "the learned head")
            then = f"it would have been {best.event} ({best.share:.2f}), by {by}"
        bar = f"asked for more than {act.share:.2f}, this would not have been kept"
        return f"{OTHERWISE}{source}, {then}; {bar}"

    def _head_alone(self, parties: Parties, act: Act, rivals: list[Act]) -> list[Act]:
        """The act that the head finds at the word of a rule's act, where it is not among the rivals yet."""
        hint = parties.sentence.hint(act.trigger)
        event = hint.types[0][0] if hint is not None and hint.types else ""
        if hint is None or event not in self.types or any(r.learned and r.event == event for r in rivals):
            return []
        return [self._seen_by_head(parties, self._but_bystanders(parties, hint, event), event)]

    def candidates(self, parties: Parties, acts: tuple[Act, ...]) -> list[Act]:
        """Every act that the codebook, the head or a taught type finds, each with its share."""
        found = [*self._ruled(parties, acts), *self._learned(parties, acts)]
        return [*found, *own_acts(parties, self.types)]

    def _ruled(self, parties: Parties, acts: Iterable[Act]) -> Iterable[Act]:
        for act in acts:
            hint = hint_of(parties, act)
            own = hint and self._but_bystanders(parties, hint, act.event)
            filled = with_parts(parties, act, own)
            share = self.confidence.of_rules(telling=self.telling).share(
                self.seen(parties.sentence, filled, hint)
            )
            filled = told_of(parties, filled)
            if act.negated or _is_sure(act):
                # What did not happen is no act to the head, and of some rules the codebook is sure.
                share = max(share, self.confidence.worth(act.source, act.event), self.threshold)
            yield filled.but(share=share, steps=(*filled.steps, _said(hint, act.event)))

    def seen(self, s: Sentence, act: Act, hint: ActHint | None) -> Seen:
        """What is known of an act of a sentence, to be weighed."""
        company = self.telling or _in_company(s, act)
        return Seen(
            rule=self.confidence.worth(act.source, act.event) if act.source else 0.0,
            head=hint.of(act.event) if hint else 0.0,
            rival=max((share for name, share in hint.types if name != act.event), default=0.0)
            if hint
            else 0.0,
            actor=bool(act.actors),
            recipient=bool(act.recipients) or len(act.actors) > 1,
            unreal=act.status is not Status.ACTUAL,
            known=any(not p.actor.startswith(_OF_REPORT) for p in (*act.actors, *act.recipients)),
            uneventful=0.0 if company else self.confidence.everyday({form for _, form in s.forms()}),
            company=company,
            tells=s.tells[act.trigger] if s.tells else 0.0,
        )

    def _learned(self, parties: Parties, acts: tuple[Act, ...]) -> Iterable[Act]:
        """Acts that only the head finds, or of which it thinks otherwise than the codebook."""
        told = {(i, a.event) for a in acts for i in (*a.words, a.trigger)}
        for hint in parties.sentence.acts:
            event, share = hint.types[0] if hint.types else ("", 0.0)
            if share < _HOPELESS * self.threshold or event not in self.types or (hint.word, event) in told:
                continue
            if only_said(parties.sentence, hint.word) and self.types[event].harms:
                continue
            if event == _REFUSAL or not negated(parties.sentence, hint.word, self.operators):
                yield self._from_head(parties, self._but_bystanders(parties, hint, event), event)

    def _but_bystanders(self, parties: Parties, hint: ActHint, event: str) -> ActHint:
        """A hint to an attack, a protest or a coup without a doubtful doer who only answers to it."""
        w = parties.sentence.words[hint.word]
        if w.upos == "VERB":
            return _to_receivers(parties.sentence, _by_its_own(parties.sentence, hint))
        if w.upos != "NOUN" or not self.types[event].harms:
            return hint
        doubtful = {p.word for p in hint.parts if p.part == "actor" and p.share < _IN_SPITE}
        aside = doubtful.intersection(bystander(parties.sentence, hint.word)) if doubtful else ()
        if not aside:
            return hint
        return replace(hint, parts=tuple(p for p in hint.parts if p.word not in aside))

    def _from_head(self, parties: Parties, hint: ActHint, event: str) -> Act:
        """The act of a type that the head finds at a word, with its share and its reasons.

        Most are not sure enough to be kept, and of those the first reason is all that anybody is told.
        """
        act = self._seen_by_head(parties, hint, event)
        word = parties.sentence.words[hint.word].text
        first = f"“{word}” is taken for {event} by the learned head ({hint.of(event):.2f})"
        if act.share < self.threshold:
            return act.but(steps=(first,))
        by = "as the head reads the sentence" if words_of(hint, "actor") else "the subject of the verb"
        steps = (
            first,
            _others(hint, event),
            f"told as {act.status.value}" if act.status is not Status.ACTUAL else "",
            *(f"actor: {p.actor}, {by}" for p in act.actors),
            *(f"recipient: {p.actor}, as the head reads the sentence" for p in act.recipients),
        )
        parts = (*act.actors, *act.recipients)
        return act.but(
            steps=tuple(s for s in steps if s),
            done_by=unknown(parties, hint, "actor", parts),
            aimed_at=unknown(parties, hint, "recipient", parts),
        )

    def _seen_by_head(self, parties: Parties, hint: ActHint, event: str) -> Act:
        """The same act, of which nothing is told but what its share hangs on."""
        doers = words_of(hint, "actor")
        actors = parties.among(doers) or (() if doers else _doers(parties, hint))
        taken = {p.actor for p in actors}
        recipients = tuple(p for p in at_part(parties, hint, "recipient") if p.actor not in taken)
        kind = self.types[event]
        mode = hint.mode if hint.mode in kind.modes else None
        status = Status(hint.statuses[0][0]) if hint.statuses else Status.ACTUAL
        act = Act(
            event=event,
            mode=mode,
            trigger=hint.word,
            actors=actors,
            recipients=recipients,
            status=status,
            cameo=kind.modes[mode].cameo if mode else None,
            words=frozenset({hint.word}),
            top=hint.word,
            learned=True,
        )
        weights = self.confidence.of_head(telling=self.telling)
        return act.but(share=weights.share(self.seen(parties.sentence, act, hint)))


def _against(s: Sentence, act: Act) -> str:
    """That word and sentence read like those that tell no act, where they do: part of the reason."""
    if not s.tells or s.tells[act.trigger] > _SPEAKS_AGAINST:
        return ""
    return f"; word and sentence read like those that tell no act ({s.tells[act.trigger]:+.1f})"


def _in_company(s: Sentence, act: Act) -> bool:
    """Whether another word surely tells an act, or is taken for the same one: *died* in *raids*."""
    others = (h for h in s.acts if h.word != act.trigger and h.types)
    return any(h.share >= _COMPANY or h.types[0][0] == act.event for h in others)


def _by_its_own(s: Sentence, hint: ActHint) -> ActHint:
    """A hint of a passive with a doer of its own, without the doers of other passives.

    "Fishermen *held* by a gang were freed by the navy": the navy held nobody.
    """
    agents = [p.word for p in hint.parts if p.part == "actor" and s.words[p.word].deprel == _AGENT]
    if len(agents) < 2 or not any(s.words[i].head == hint.word for i in agents):
        return hint
    others = {i for i in agents if s.words[i].head != hint.word}
    return replace(hint, parts=tuple(p for p in hint.parts if not (p.part == "actor" and p.word in others)))


def _to_receivers(s: Sentence, hint: ActHint) -> ActHint:
    """A hint in which nobody to whom something was handed is its giver: "was turned over to the court".

    They receive it, and what was handed, for which the head took the recipient, is the thing.
    """
    doers = {p.word for p in hint.parts if p.part == "actor"}
    to = doers.intersection(handed_to(s, hint.word)) if doers else ()
    if not to:
        return hint
    things = objects(s, hint.word)
    kept = (p for p in hint.parts if p.word not in to and not (p.part == "recipient" and p.word in things))
    given = (Part(p.word, "recipient", p.share) for p in hint.parts if p.word in to and p.part == "actor")
    return replace(hint, parts=(*kept, *given))


def _is_sure(act: Act) -> bool:
    """Whether a rule that is marked as sure found it: such a rule has the last word."""
    return act.rule is not None and act.rule.sure and act.operator is None


def hint_of(parties: Parties, act: Act) -> ActHint | None:
    """What the head takes the words of an act for: its trigger, or else the likeliest of its words.

    Of a noun under a light verb it may believe the verb: "talks were *held*".
    """
    s = parties.sentence
    at = s.hint(act.trigger)
    over = carrier(s, act.trigger)
    at_verb = None if over is None else s.hint(over)
    if at_verb is not None and at_verb.of(act.event) > (at.of(act.event) if at is not None else 0.0):
        return at_verb
    if at is not None and at.of(act.event) > 0.1:
        return at
    others = [h for i in act.words if (h := s.hint(i)) is not None]
    return max([*others, *([at] if at else [])], key=lambda h: h.of(act.event), default=None)


def with_parts(parties: Parties, act: Act, hint: ActHint | None) -> Act:
    """An act of the codebook, under an operator or not, with parties of the head's where it has none."""
    if hint is None or hint.of(act.event) < _AGREED:
        return act
    hint = _but_the_charge(parties, act, hint)
    act = _without_strays(parties, act, hint)
    act = _overruled(parties, act, hint)
    # Of what was not done nobody is the doer: "had not been searched, Oxfam said" is not Oxfam's omission.
    idle = act.negated or any(step.endswith(TOOK_PLACE) for step in act.steps)
    if not act.actors and not idle and (found := _lent(parties, act, hint, "actor")):
        act = replace(act, actors=found).with_step(_as_read("actor", found))
    # What one side promises another, or asks of it, has a recipient even where doing it would take both.
    if not act.recipients and not act.reciprocal and (found := _lent(parties, act, hint, "recipient")):
        act = replace(act, recipients=found).with_step(_as_read("recipient", found))
    known = (*act.actors, *act.recipients)
    done_by = () if act.actors else unknown(parties, hint, "actor", known)
    aimed_at = unknown(parties, hint, "recipient", known)
    if (done_by, aimed_at) == (act.done_by, act.aimed_at):
        return act
    return act.but(done_by=done_by, aimed_at=aimed_at)


def _but_the_charge(parties: Parties, act: Act, hint: ActHint) -> ActHint:
    """A hint without recipients that stand in what the actor denies ("denied arming the rebels")."""
    if not act.charge:
        return hint
    s = parties.sentence
    words = charge_at(s, act.trigger)
    kept = tuple(
        p
        for p in hint.parts
        if p.part != "recipient"
        or (
            p.word not in words
            and not any(s.words[k].span.overlaps(r.span) for r in parties.among([p.word]) for k in words)
        )
    )
    return replace(hint, parts=kept)


def _doers(parties: Parties, hint: ActHint) -> tuple[Party, ...]:
    """The actors that do what a verb tells by the tree, for where the head gives nobody that part."""
    is_verb = word_class(parties.sentence.words[hint.word]) == "verbs"
    return parties.among(fillers(parties.sentence, hint.word, "subject")) if is_verb else ()


def _without_strays(parties: Parties, act: Act, hint: ActHint) -> Act:
    """An act less those of several parties of a side to whom the head, which sees others, gives no part."""
    if len(act.actors) < 2 and len(act.recipients) < 2:
        return act
    kept = {}
    for side, found in (("actor", act.actors), ("recipient", act.recipients)):
        seen = _seen(parties, act, hint, side, found)
        kept[side] = seen if len(found) > 1 and seen else found
    return replace(act, actors=kept["actor"], recipients=kept["recipient"])


def _overruled(parties: Parties, act: Act, hint: ActHint) -> Act:
    """An act with the doer of whom the head is sure, where it gives those of the rule no part at all.

    "The minister fled after *soldiers* had ringed his house, and asked Togo for help": whose verb a subject
    far off is, the tree may miss. Likewise of whom it is done to.
    """
    if act.reciprocal or act.negated or act.charge:
        return act
    for side, found, others in (
        ("actor", act.actors, act.recipients),
        ("recipient", act.recipients, act.actors),
    ):
        sure = [p.word for p in hint.parts if p.part == side and p.share >= _IN_SPITE] if found else []
        if not sure or _seen(parties, act, hint, side, found):
            continue
        taken = {p.actor for p in others}
        better = tuple(p for p in parties.among(sure) if p.actor not in taken)
        if better:
            act = act.but(**{f"{side}s": better}).with_step(_as_read(side, better))
    return act


def _seen(
    parties: Parties, act: Act, hint: ActHint, side: str, found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Those of some parties of a side to whom the head gives a part in an act as well.

    What hangs on a party ("the ministers of Sudan and Ethiopia") is with it; what two do together the head
    may take for done by one to the other.
    """
    s = parties.sentence
    words = [i for p in hint.parts if p.part == side or act.reciprocal for i in s.subtree(p.word)]
    words += companions(s, act.trigger)
    words += [k for p in hint.parts if p.part == side for k in joined_over_clause(s, p.word)]
    return tuple(p for p in found if any(s.words[i].span.overlaps(p.span) for i in words))


def _lent(parties: Parties, act: Act, hint: ActHint, part: str) -> tuple[Party, ...]:
    """The actors that the head gives a part in an act and that have none yet."""
    taken = {p.actor for p in (*act.actors, *act.recipients)}
    telling = [parties.sentence.words[k].span for k in act.words]  # the bomb that killed is nobody
    found = at_part(parties, hint, part)
    if part == "recipient":
        s = parties.sentence
        found = tuple(
            p for p in found if not any(received_elsewhere(s, act.trigger, k) for k in s.covering(p.span))
        )
        if act.event in _AT_A_VENUE:
            found = tuple(p for p in found if not _is_venue(s, p))
    return tuple(
        p
        for p in found
        if p.actor not in taken
        and not (p.actor.startswith(_OF_REPORT) and any(p.span.covers(t) for t in telling))
    )


def _is_venue(s: Sentence, party: Party) -> bool:
    """Whether somebody's seat is where a thing is done: "signed *at the White House*"."""
    head = s.head_of(party.span)
    return head is not None and case_of(s, head) == "at"


def _as_read(part: str, found: Iterable[Party]) -> str:
    return f"{part}: {', '.join(p.actor for p in found)}, as the head reads the sentence"


def told_of(parties: Parties, act: Act) -> Act:
    """An act with the words at which its rule looks for parties, where neither rule nor head has any."""
    rule, s = act.rule, parties.sentence
    if rule is None:
        return act
    at_actor, at_recipient = rule.positions(noun=word_class(s.words[act.trigger]) == "nouns")
    taken = [p.span for p in (*act.actors, *act.recipients)]
    if not act.actors and not act.done_by:
        act = act.but(done_by=_phrases(parties, act, at_actor, taken))
    if not act.recipients and not act.aimed_at and not rule.reciprocal:
        act = act.but(aimed_at=_phrases(parties, act, at_recipient, [*taken, *act.done_by]))
    return act


def _phrases(
    parties: Parties, act: Act, positions: tuple[str, ...], taken: Iterable[Span]
) -> tuple[Span, ...]:
    s = parties.sentence
    for position in positions:
        heads = [i for i in fillers(s, act.trigger, position) if s.words[i].upos in _NAMING]
        spans = [s.words[i].span for i in heads if i not in act.words]
        found = tuple(x for x in spans if not any(x.overlaps(t) for t in taken))
        if found:
            return found
    return ()


def _said(hint: ActHint | None, event: str) -> str:
    if hint is None:
        return "the learned head sees no act here"
    others = _others(hint, event)
    return f"the learned head gives {event} {hint.of(event):.2f}" + (f"; {others}" if others else "")


def _others(hint: ActHint, event: str) -> str:
    runner = next(((name, share) for name, share in hint.types if name != event and share > 0.02), None)
    return f"the runner-up is {runner[0]} ({runner[1]:.2f})" if runner else ""
