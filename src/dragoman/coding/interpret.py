"""Read a sentence's acts: which word reports what, by whom, to whom, and in what mode it is spoken of.

The tree is read from the top. An operator (``promise``, ``refuse``, ``begin``) is read together with the
act that it stands over; a word that triggers a rule is an act of its own. Each decision leaves a
sentence in ``steps``, so that a row can be defended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.codebook.events import EventType, Rule
from dragoman.codebook.operators import Operator, Operators
from dragoman.coding.act import TOOK_PLACE, Act, Reading
from dragoman.coding.act_parties import (
    beside,
    first_at,
    hearers,
    inside,
    lacking,
    named_objects,
    with_companions,
)
from dragoman.coding.complements import complement_heads, coordinated, shares_clause
from dragoman.coding.modality import Modality, negated
from dragoman.coding.no_part import claimed_at
from dragoman.coding.parties import THROUGH, Parties, Party
from dragoman.coding.syntax import fillers
from dragoman.coding.triggers import Triggers, holds, word_class
from dragoman.language.parse import Sentence
from dragoman.record import Dropped, Status

# What is asked or refused may be asked of, or refused to, nobody in particular.
_WITHOUT_RECIPIENT = ("REJECT", "REQUEST")
_HOSTILE = ("verbal conflict", "material conflict")
_PROMISE = "AGREE"
_ATTACK = "ASSAULT"  # the one act that strikes a place, and with it the state in which it lies


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The codebook applied to sentences."""

    types: dict[str, EventType]
    operators: Operators
    triggers: Triggers

    @property
    def modality(self) -> Modality:
        """The same codebook's reading of negation, auxiliaries and conditions."""
        return Modality(self.types, self.operators)

    def read(self, parties: Parties) -> Reading:
        """The acts that one sentence reports."""
        s = parties.sentence
        barred = self.triggers.barred(parties)
        if self.triggers.lemmas.isdisjoint(s.written()):
            return Reading((), (), barred)
        acts: list[Act] = []
        dropped: list[Dropped] = []
        used: set[int] = set()
        shadow: dict[int, str] = {}
        for i in self._triggers_in(s):
            if i in used:
                continue
            for act in self._acts_at(parties, i, dropped):
                used |= act.words
                if act.trigger in shadow:
                    span = s.words[act.trigger].span
                    dropped.append(
                        Dropped("coding", span, f"{act.event} is spoken of only under {shadow[act.trigger]}")
                    )
                    continue
                acts.append(self.modality.in_its_clause(parties, act))
                shadow.update(_shadow_of(s, act))
                barred |= self._given_up(s, act)
        barred |= self._undone(s, acts)
        return Reading(_less_the_denied(s, acts), tuple(dropped), barred)

    def _given_up(self, s: Sentence, act: Act) -> dict[tuple[int, str], str]:
        """The words of a promise not to do harm, at which nobody is to find the threat to do it."""
        rule = act.rule
        if act.event != _PROMISE or act.operator is None or rule is None or rule.event == act.event:
            return {}
        threat = self.types[rule.event].intent
        reason = f"“{s.words[act.top].text}”: harm is promised not to be done, which threatens nobody"
        return {(k, threat): reason for k in act.words} if threat and self._conflict(rule.event) else {}

    def _undone(self, s: Sentence, acts: list[Act]) -> dict[tuple[int, str], str]:
        """The words under "failed to", "stopped short of" that no rule knows: none is a deed."""
        forms, told = s.forms(), {a.trigger for a in acts}
        found: dict[tuple[int, str], str] = {}
        for i in (i for i, form in enumerate(forms) if form[0] in self.triggers.hindrances):
            for operator, words in self.triggers.operators_at(s, i):
                if operator.status is not Status.DENIED or operator.own_actors:
                    continue
                heads = (k for h in complement_heads(s, i, operator, words) for k in coordinated(s, h))
                reason = f"under “{s.words[i].text}” ({operator.id}) it was not done"
                found |= {(k, event): reason for k in heads if k not in told for event in self.types}
        return found

    def _triggers_in(self, s: Sentence) -> Iterator[int]:
        """The words that may trigger an act, each before the words that depend on it."""
        forms, lemmas = s.forms(), self.triggers.lemmas
        return (i for i in _from_the_top(s) if forms[i][0] in lemmas)

    def _acts_at(
        self, parties: Parties, i: int, dropped: list[Dropped], light: tuple[Party, ...] = (), depth: int = 0
    ) -> tuple[Act, ...]:
        """The acts that word ``i`` reports, itself or as an operator over other words."""
        s = parties.sentence
        if depth > 6 or s.forms()[i][0] not in self.triggers.lemmas:
            return ()
        ruled = self._ruled(parties, i, dropped, light)
        for operator, words in self.triggers.operators_at(s, i):
            if ruled is not None and len(ruled.words) > len(words):
                break
            acts = self._operated(parties, i, operator, frozenset(words), dropped, light, depth, ruled)
            if acts:
                return acts
        return (ruled,) if ruled is not None else ()

    def _ruled(
        self, parties: Parties, i: int, dropped: list[Dropped], light: tuple[Party, ...]
    ) -> Act | None:
        s = parties.sentence
        failed: list[str] = []
        for rule, words in self.triggers.rules_at(s, i):
            why_not = holds(rule, parties, i)
            if why_not:
                failed.append(why_not)
                continue
            act, lack = self._from_rule(parties, i, rule, frozenset(words), light)
            if act is not None:
                return act
            failed.append(lack)
        if failed:
            dropped.append(Dropped("coding", s.words[i].span, f"“{s.words[i].text}”: {failed[0]}"))
        return None

    def _from_rule(
        self, parties: Parties, i: int, rule: Rule, words: frozenset[int], light: tuple[Party, ...]
    ) -> tuple[Act | None, str]:
        """The act that a rule makes of a word, or what it lacks."""
        s = parties.sentence
        actors, recipients, found_at = self._sides(parties, i, rule, light)
        if missing := lacking(rule, actors, recipients):
            return None, missing
        words = words | named_objects(s, i, rule)
        mode = self.types[rule.event].modes.get(rule.mode) if rule.mode else None
        trigger = " ".join(s.words[k].text for k in sorted(words))
        return Act(
            event=rule.event,
            mode=rule.mode,
            trigger=i,
            actors=actors,
            recipients=recipients,
            status=Status.ACTUAL,
            rule=rule,
            cameo=rule.cameo or (mode.cameo if mode else None),
            contexts=rule.contexts,
            steps=tuple(x for x in (f"“{trigger}” is coded by {rule.name}: {rule.means}", *found_at) if x),
            words=words,
            top=i,
        ), ""

    def _sides(
        self, parties: Parties, i: int, rule: Rule, light: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[str, str]]:
        """Actors and recipients at the positions of a rule, with the steps that say where they stand."""
        noun = word_class(parties.sentence.words[i]) == "nouns"
        at_actor, at_recipient = rule.positions(noun)
        light = () if rule.voice or not noun else light
        if noun:
            at_actor = ("claimer", *at_actor)
        actors, actor_step = first_at(parties, i, at_actor, "actor", light)
        event = self.types[rule.event]
        struck = rule.event == _ATTACK
        recipients, recipient_step = first_at(parties, i, at_recipient, "recipient", (), True, struck)
        if not noun:
            actors, recipients = with_companions(parties, i, actors, recipients, event.harms)
        if noun and not actors:
            beside = self._beside(rule, recipients)
            actors, actor_step = first_at(parties, i, (beside,), "actor", ())
        if noun and not recipients and event.harms:
            recipients, recipient_step = first_at(parties, i, ("sufferer",), "recipient", ())
        if noun and actors and not recipients and not rule.reciprocal:
            recipients, recipient_step = first_at(parties, i, ("bearer",), "recipient", ())
        taken = {a.actor for a in actors}
        # Who alleged it stands at the charge itself, not in it ("any suggestion of misconduct with monks").
        through = rule.charge and not noun
        recipients = tuple(
            r for r in recipients if r.actor not in taken and not (through and r.reason.startswith(THROUGH))
        )
        if rule.reciprocal:
            actors, recipients = (*actors, *recipients), ()
        return actors, recipients, (actor_step, recipient_step)

    def _beside(self, rule: Rule, recipients: tuple[Party, ...]) -> str:
        """Where in the clause over a noun its actors may be found, when the noun itself has none.

        Whoever speaks "after talks" held them, but whoever acts "after an attack" did not attack.
        """
        together = rule.reciprocal and bool(recipients or not self._conflict(rule.event))
        return "holder" if together or rule.event == "CONSULT" else "wager"

    def _operated(
        self,
        parties: Parties,
        i: int,
        operator: Operator,
        words: frozenset[int],
        dropped: list[Dropped],
        light: tuple[Party, ...],
        depth: int,
        ruled: Act | None,
    ) -> tuple[Act, ...]:
        s = parties.sentence
        heads = [h for h in complement_heads(s, i, operator, words) if h not in words]
        carried = (
            parties.among(fillers(s, i, "subject")) or light if operator.light or operator.nouns else light
        )
        acts: list[Act] = []
        for head in heads:
            for k in coordinated(s, head):
                for inner in self._acts_at(parties, k, dropped, carried, depth + 1):
                    acts += self._apply(parties, i, operator, words, inner, light)
        if not acts and operator.alone and (heads or operator.bare) and ruled is None:
            return self._alone(parties, i, operator, words, heads, light)
        return tuple(acts)

    def _apply(
        self,
        parties: Parties,
        i: int,
        operator: Operator,
        words: frozenset[int],
        inner: Act,
        light: tuple[Party, ...],
    ) -> tuple[Act, ...]:
        s = parties.sentence
        name = s.words[i].text
        inner = self.modality.at_word(parties, inner, inner.top)
        words = words | inner.words
        if operator.own_actors:
            return self._own_event(parties, i, operator, words, inner, light)
        if inner.negated and operator.status is Status.PLEDGED:
            inner = replace(
                inner, negated=False, event="AGREE" if self._conflict(inner.event) else "REJECT", mode=None
            )
            inner = inner.with_step(f"a promise not to, so {inner.event}")
        event = (
            operator.outcome(inner.event) if operator.status and not inner.negated else None
        ) or inner.event
        step = f"“{name}” ({operator.id}): {operator.means}" if operator.status else ""
        over = parties.among(fillers(s, i, "subject")) or light
        if operator.status is Status.DENIED and inner.operator is operator:
            return (self._took_place(operator, words, inner, over, name),)
        actors = inner.actors or over
        if inner.rule is not None and inner.rule.voice:
            actors = ()  # whoever tells it is the actor, not whom it is told of
        if operator.status and not inner.recipients and inner.rule and not inner.rule.reciprocal:
            extra, _ = first_at(parties, i, operator.recipient, "recipient", ())
            inner = replace(
                inner, recipients=tuple(e for e in extra if e.actor not in {a.actor for a in actors})
            )
        changed = event != inner.event
        return (
            replace(
                inner,
                top=i,
                event=event,
                actors=actors,
                mode=None if changed else inner.mode,
                cameo=None if changed else inner.cameo,
                status=operator.status or inner.status,
                operator=operator if operator.status else inner.operator,
                steps=tuple(
                    x
                    for x in (*inner.steps, step, f"so {inner.event} becomes {event}" if changed else "")
                    if x
                ),
                words=words,
            ),
        )

    def _took_place(
        self, operator: Operator, words: frozenset[int], inner: Act, over: tuple[Party, ...], name: str
    ) -> Act:
        """What somebody "failed to stop" took place, and who failed has not done it."""
        idle = {p.actor for p in over}
        step = f"“{name}” ({operator.id}) {TOOK_PLACE}"
        return inner.but(
            actors=tuple(p for p in inner.actors if p.actor not in idle),
            status=Status.ACTUAL,
            operator=None,
            words=words,
            steps=(*inner.steps, step),
        )

    def _own_event(
        self,
        parties: Parties,
        i: int,
        operator: Operator,
        words: frozenset[int],
        inner: Act,
        light: tuple[Party, ...],
    ) -> tuple[Act, ...]:
        """The event that asking, refusing, threatening, denying or accusing is in itself."""
        s = parties.sentence
        noun = word_class(s.words[i]) == "nouns"
        at = ("light", "poss", "modifier", "by", "from", "of") if noun else operator.actor
        actors, actor_step = first_at(parties, i, at, "actor", light)
        recipients, recipient_step = first_at(parties, i, operator.recipient, "recipient", ())
        taken = {a.actor for a in actors}
        if not recipients and operator.control == "object":
            recipients = tuple(p for p in inner.actors if p.actor not in taken)
        # Whom something is asked *for* ("appealed for help for the villagers") is not whom it is asked of.
        if not recipients and not operator.charge and operator.status is not Status.REQUESTED:
            recipients = inner.recipients
        event = operator.outcome(inner.event) or inner.event
        mode = operator.modes.get(inner.event, operator.modes.get("default"))
        own = replace(
            inner,
            top=i,
            rule=None,
            event=event,
            mode=mode if mode in self.types[event].modes else None,
            trigger=i,
            actors=actors,
            recipients=tuple(r for r in recipients if r.actor not in taken),
            status=operator.own_status or Status.ACTUAL,
            operator=operator,
            cameo=None,
            negated=False,
            steps=tuple(
                x
                for x in (
                    f"“{s.words[i].text}” ({operator.id}): {operator.means}",
                    f"over “{s.words[inner.trigger].text}” ({inner.event}) this is {event}",
                    actor_step,
                    recipient_step,
                )
                if x
            ),
            words=words,
            inner=inner.trigger,
        )
        doers = recipients if operator.control == "object" else inner.actors
        told = self._told_by(parties, i, operator, inner, actors, doers)
        return (own,) if told is None else (own, told)

    def _told_by(
        self,
        parties: Parties,
        i: int,
        operator: Operator,
        inner: Act,
        actors: tuple[Party, ...],
        doers: tuple[Party, ...],
    ) -> Act | None:
        """The act under such a word where it is told as well: as denied, or as done on the actors' word."""
        s = parties.sentence
        voiced = inner.rule is not None and inner.rule.voice
        if operator.charge and not voiced and s.words[inner.trigger].upos == "VERB":
            denied = inner.but(status=Status.DENIED)
            return denied.with_step(f"under “{s.words[i].text}” ({operator.id}) it is denied")
        if not operator.tells or voiced:
            return None  # the breach that somebody is accused of is the accusation itself
        suffered = tuple(p for p in inner.recipients if p.actor not in {d.actor for d in doers})
        inner = replace(inner, actors=doers, recipients=suffered)
        told = replace(inner, on_word_of=actors[0].actor if actors else None, told_by=i)
        return told.with_step(f"told as fact only by “{s.words[i].text}”")

    def _hostile_words(self, s: Sentence, head: int) -> bool:
        """Whether a complement holds a word that can trigger an act of conflict."""
        found = (rule for k in s.subtree(head) for rule, _ in self.triggers.rules_at(s, k))
        return any(self._conflict(rule.event) for rule in found)

    def _conflict(self, event: str) -> bool:
        return self.types[event].quad in _HOSTILE

    def _alone(
        self,
        parties: Parties,
        i: int,
        operator: Operator,
        words: frozenset[int],
        heads: list[int],
        light: tuple[Party, ...],
    ) -> tuple[Act, ...]:
        """An operator over what the codebook does not know: coded only where its parties are known."""
        s = parties.sentence
        event = operator.alone
        if event == "AGREE" and any(self._hostile_words(s, h) for h in heads):
            return ()  # "vowed to keep attacking" promises no cooperation
        if event is None or event not in self.types or any(negated(s, h, self.operators) for h in heads):
            return ()
        noun = word_class(s.words[i]) == "nouns"
        at = ("light", "poss", "modifier", "by", "from") if noun else operator.actor
        actors, actor_step = first_at(parties, i, at, "actor", light)
        recipients, recipient_step = first_at(parties, i, operator.recipient, "recipient", ())
        asks = operator.status is Status.REQUESTED
        if not recipients and not operator.charge and not (asks and hearers(s, i, operator, heads)):
            things = fillers(s, i, "object") if operator.status is Status.PLEDGED else ()
            aside = frozenset[int]() if operator.status is Status.PLEDGED else beside(s, heads)
            recipients = inside(parties, heads, {a.actor for a in actors}, things, aside)
        taken = {a.actor for a in actors}
        recipients = tuple(r for r in recipients if r.actor not in taken)
        if not actors or (event not in _WITHOUT_RECIPIENT and not recipients):
            return ()
        steps = (
            f"“{s.words[i].text}” ({operator.id}): {operator.means}",
            f"coded {event}",
            actor_step,
            recipient_step,
        )
        mode = operator.modes.get("default")
        return (
            Act(
                event=event,
                mode=mode if mode in self.types[event].modes else None,
                trigger=i,
                actors=actors,
                recipients=recipients,
                status=operator.own_status or operator.status or Status.ACTUAL,
                operator=operator,
                steps=tuple(x for x in steps if x),
                words=words,
                top=i,
                inner=heads[0] if heads else None,
            ),
        )


def _shadow_of(s: Sentence, act: Act) -> dict[int, str]:
    """The words that an operator's act governs: what is asked, planned or refused is not told as done."""
    operator = act.operator
    if operator is None or operator.tells or (act.inner is None and act.status is Status.ACTUAL):
        return {}
    reason = f"“{s.words[act.top].text}” ({operator.id})"
    found: dict[int, str] = {}
    frontier = [act.trigger if act.inner is None else act.inner]
    while frontier:
        head = frontier.pop()
        for c in s.children(head):
            relation = c.deprel.split(":")[0]
            apart = relation == "conj" and c.upos == "VERB" and not shares_clause(s, head, c)
            if not apart and (relation in ("obj", "xcomp", "ccomp", "conj") or c.deprel == "acl"):
                found[c.i] = reason
                frontier.append(c.i)
    return found


def _less_the_denied(s: Sentence, acts: list[Act]) -> tuple[Act, ...]:
    """The acts, with those told in a claim that a side rejects as denied ("rejected the claim that …")."""
    words = {k for a in acts if a.charge and a.operator is None for k in claimed_at(s, a.trigger)}
    return tuple(
        a.but(status=Status.DENIED).with_step("told in a charge that is denied")
        if a.trigger in words and a.status is Status.ACTUAL and not a.charge
        else a
        for a in acts
    )


def _from_the_top(s: Sentence) -> list[int]:
    """The words of a sentence, each before the words that depend on it."""
    order = [w.i for w in s.words if w.head < 0]
    for i in order:  # which grows while it is walked
        if below := s.children(i):
            order += [c.i for c in below]
    return order
