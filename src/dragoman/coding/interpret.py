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
from dragoman.coding.parties import Parties, Party
from dragoman.coding.syntax import case_of, fillers, is_passive, with_conjuncts
from dragoman.coding.triggers import Triggers, holds, word_class
from dragoman.language.parse import Sentence, Word
from dragoman.record import Dropped, Status

# What is asked or refused may be asked of, or refused to, nobody in particular.
_WITHOUT_RECIPIENT = ("REJECT", "REQUEST")
_NEGATING = ("advmod", "det", "cc:preconj", "case", "mark")
# What a plain future makes of an act; a hostile future stays what it is, only planned.
_INTENTS = ("AGREE", "CONCEDE")
# "The attack never happened" denies the attack; "the attack did not stop them" does not.
_HAPPEN = frozenset({"happen", "occur", "materialise", "materialize", "begin", "start"})
_HEARER = ("on", "upon", "to", "for", "from")
_QUANTITIES = frozenset(
    {
        "million",
        "billion",
        "trillion",
        "dozen",
        "hundred",
        "thousand",
        "ton",
        "tonne",
        "package",
        "series",
        "round",
    }
)
_HOSTILE = ("verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class Act:
    """One act as told in one sentence, before time, place and attribution are added."""

    event: str
    mode: str | None
    trigger: int
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    rule: Rule | None
    operator: Operator | None
    cameo: str | None
    contexts: tuple[str, ...]
    negated: bool
    steps: tuple[str, ...]
    words: frozenset[int]
    top: int
    inner: int | None = None
    on_word_of: str | None = None
    told_by: int | None = None

    def with_step(self, step: str) -> Act:
        """The same act with one more reason."""
        return replace(self, steps=(*self.steps, step))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence reports, and what was looked at and not kept."""

    acts: tuple[Act, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The codebook applied to sentences."""

    types: dict[str, EventType]
    operators: Operators
    triggers: Triggers

    def read(self, parties: Parties) -> Reading:
        """The acts that one sentence reports."""
        s = parties.sentence
        acts: list[Act] = []
        dropped: list[Dropped] = []
        used: set[int] = set()
        shadow: dict[int, str] = {}
        for i in _from_the_top(s):
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
                acts.append(self._in_its_clause(parties, act))
                shadow.update(_shadow_of(s, act))
        return Reading(tuple(acts), tuple(dropped))

    def _acts_at(
        self, parties: Parties, i: int, dropped: list[Dropped], light: tuple[Party, ...] = (), depth: int = 0
    ) -> tuple[Act, ...]:
        """The acts that word ``i`` reports, itself or as an operator over other words."""
        s = parties.sentence
        if depth > 6 or word_class(s.words[i]) is None:
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
        s = parties.sentence
        noun = word_class(s.words[i]) == "nouns"
        at_actor, at_recipient = (
            (rule.noun_actor, rule.noun_recipient) if noun else (rule.actor, rule.recipient)
        )
        light = () if rule.voice or not noun else light
        actors, actor_step = _first_at(parties, i, at_actor, "actor", light)
        if noun and not actors:
            actors, actor_step = _first_at(parties, i, ("holder",), "actor", ())
        recipients, recipient_step = _first_at(parties, i, at_recipient, "recipient", (), hosts=True)
        if noun and actors and not recipients and not rule.reciprocal:
            recipients, recipient_step = _first_at(parties, i, ("bearer",), "recipient", ())
        taken = {a.actor for a in actors}
        recipients = tuple(r for r in recipients if r.actor not in taken)
        words = words | _named_objects(s, i, rule)
        if rule.reciprocal:
            actors, recipients = (*actors, *recipients), ()
        event = self.types[rule.event]
        lack = _lack(rule, event, actors, recipients)
        if lack:
            return None, lack
        mode = event.modes.get(rule.mode) if rule.mode else None
        trigger = " ".join(s.words[k].text for k in sorted(words))
        return Act(
            event=rule.event,
            mode=rule.mode,
            trigger=i,
            actors=actors,
            recipients=recipients,
            status=Status.ACTUAL,
            rule=rule,
            operator=None,
            cameo=rule.cameo or (mode.cameo if mode else None),
            contexts=rule.contexts,
            negated=False,
            steps=tuple(
                x
                for x in (f"“{trigger}” is coded by {rule.name}: {rule.means}", actor_step, recipient_step)
                if x
            ),
            words=words,
            top=i,
        ), ""

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
        heads = [h for h in _complement_heads(s, i, operator) if h not in words]
        carried = (
            parties.among(fillers(s, i, "subject")) or light if operator.light or operator.nouns else light
        )
        acts: list[Act] = []
        for head in heads:
            for k in _coordinated(s, head):
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
        inner = self._own_modality(parties, inner, inner.top)
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
        actors = inner.actors or parties.among(fillers(s, i, "subject")) or light
        if inner.rule is not None and inner.rule.voice:
            actors = ()  # whoever tells it is the actor, not whom it is told of
        if operator.status and not inner.recipients and inner.rule and not inner.rule.reciprocal:
            extra, _ = _first_at(parties, i, operator.recipient, "recipient", ())
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
        actors, actor_step = _first_at(parties, i, at, "actor", light)
        recipients, recipient_step = _first_at(parties, i, operator.recipient, "recipient", ())
        taken = {a.actor for a in actors}
        if not recipients and operator.control == "object":
            recipients = tuple(p for p in inner.actors if p.actor not in taken)
        if not recipients:
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
        if not operator.tells:
            return (own,)
        doers = recipients if operator.control == "object" else inner.actors
        suffered = tuple(p for p in inner.recipients if p.actor not in {d.actor for d in doers})
        inner = replace(inner, actors=doers, recipients=suffered)
        told = replace(inner, on_word_of=actors[0].actor if actors else None, told_by=i)
        return own, told.with_step(f"told as fact only by “{s.words[i].text}”")

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
        if event is None or event not in self.types or any(_negated(s, h, self.operators) for h in heads):
            return ()
        noun = word_class(s.words[i]) == "nouns"
        at = ("light", "poss", "modifier", "by", "from") if noun else operator.actor
        actors, actor_step = _first_at(parties, i, at, "actor", light)
        recipients, recipient_step = _first_at(parties, i, operator.recipient, "recipient", ())
        if not recipients:
            recipients = _below(parties, heads, {a.actor for a in actors})
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
                rule=None,
                operator=operator,
                cameo=None,
                contexts=(),
                negated=False,
                steps=tuple(x for x in steps if x),
                words=words,
                top=i,
                inner=heads[0] if heads else None,
            ),
        )

    def _in_its_clause(self, parties: Parties, act: Act) -> Act:
        """The act with the modality of the clauses that it stands in: negation, modals, conditions, aims."""
        act = self._own_modality(parties, act, act.top)
        if act.status is Status.PLANNED:
            return self._with_threat(parties, act)
        return self._with_condition(parties.sentence, act, act.top) if act.status is Status.ACTUAL else act

    def _with_threat(self, parties: Parties, act: Act) -> Act:
        """What will be done to another unless they yield is a threat (PLOVER manual, THREATEN)."""
        s = parties.sentence
        hostile = (
            self.types[act.event].quad == "material conflict" or self.types[act.event].intent == "THREATEN"
        )
        for c in s.children(_predicate_of(s, act.top)) if hostile and not act.negated else ():
            marks = {m.text.lower() for m in s.children(c.i) if m.deprel == "mark"}
            if c.deprel != "advcl" or "unless" not in marks:
                continue
            asked = parties.among(fillers(s, c.i, "subject"))
            taken = {p.actor for p in act.actors}
            recipients = act.recipients or tuple(p for p in asked if p.actor not in taken)
            return replace(
                act, event="THREATEN", mode=None, cameo=None, status=Status.ACTUAL, recipients=recipients
            ).with_step(f"to be done “unless” something is given: {act.event} is THREATEN")
        return act

    def _own_modality(self, parties: Parties, act: Act, i: int) -> Act:
        s = parties.sentence
        ops = self.operators
        if _negated(s, i, ops, act.words):
            act = replace(act, negated=True).with_step(f"“{s.words[i].text}” is negated")
        if act.status is Status.ACTUAL:
            act = self._with_modal(s, act, i)
        return act

    def _with_modal(self, s: Sentence, act: Act, i: int) -> Act:
        for aux in s.children(_predicate_of(s, i)):
            status = ops_status(aux.lemma.lower(), self.operators) if aux.deprel.startswith("aux") else None
            if status is None:
                continue
            future = status in (Status.PLANNED, Status.CONSIDERED)
            intent = self.types[act.event].intent if future and not act.negated else None
            keep = intent if intent in _INTENTS else None
            return replace(
                act,
                status=status,
                event=keep or act.event,
                mode=None if keep else act.mode,
                cameo=None if keep else act.cameo,
            ).with_step(f"“{aux.text}” makes it {status}" + (f", so {act.event} is {keep}" if keep else ""))
        return act

    def _with_condition(self, s: Sentence, act: Act, i: int) -> Act:
        """The act as only supposed (under *if*) or only aimed at (in an infinitive of purpose)."""
        at, governed = i, True
        for _ in range(8):
            w = s.words[at]
            marks = [c.text.lower() for c in s.children(at) if c.deprel == "mark"]
            hit = next((m for m in marks if m in self.operators.conditionals), None)
            if hit:
                return replace(act, status=Status.HYPOTHETICAL).with_step(
                    f"under “{hit}” it is only supposed"
                )
            if governed and w.deprel in ("advcl", "acl") and "to" in marks and w.feat("VerbForm") == "Inf":
                return replace(act, status=Status.PLANNED).with_step("an aim, not a deed")
            if w.head < 0 or w.deprel in ("parataxis", "acl:relcl"):
                return act
            # What stands in an adjunct is taken for granted: "to shield them from the raids" tells of raids.
            governed = governed and w.deprel.split(":")[0] in ("obj", "xcomp", "ccomp", "conj", "root")
            at = w.head
        return act


def ops_status(lemma: str, operators: Operators) -> Status | None:
    """The status that an auxiliary gives, or None."""
    lemma = {"'ll": "will", "wo": "will", "'d": "would", "ca": "can"}.get(lemma, lemma)
    return operators.modals.get(lemma)


def _predicate_of(s: Sentence, i: int) -> int:
    """The word that carries the auxiliaries: the verb itself, or the light verb or predicate over a noun."""
    w = s.words[i]
    if w.upos in ("NOUN", "PROPN") and w.deprel in ("obj", "nsubj:pass", "xcomp") and w.head >= 0:
        return w.head
    if w.deprel in ("xcomp",) and w.head >= 0 and not any(c.deprel.startswith("aux") for c in s.children(i)):
        return w.head
    if w.deprel.startswith("conj") and w.head >= 0 and w.upos in ("VERB", "ADJ"):
        own = any(c.deprel.startswith(("aux", "nsubj")) for c in s.children(i))
        return i if own else _predicate_of(s, w.head)
    return i


def _negated(s: Sentence, i: int, operators: Operators, spoken_for: frozenset[int] = frozenset()) -> bool:
    at = _predicate_of(s, i)
    w = s.words[i]
    if w.deprel == "nsubj" and s.words[w.head].lemma.lower() in _HAPPEN:
        at = w.head
    for k in {i, at}:
        for c in s.children(k):
            if c.i in spoken_for:
                continue
            if c.deprel in _NEGATING and c.text.lower() in operators.negators:
                return True
            if c.deprel in ("nsubj", "nsubj:pass") and _nobody(s, c, operators):
                return True
    return False


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
            apart = relation == "conj" and c.upos == "VERB" and not _shares_clause(s, head, c)
            if not apart and (relation in ("obj", "xcomp", "ccomp", "conj") or c.deprel == "acl"):
                found[c.i] = reason
                frontier.append(c.i)
    return found


def _nobody(s: Sentence, subject: Word, operators: Operators) -> bool:
    """Whether a subject says that nobody did it: "no soldier", "none of the envoys"."""
    if subject.text.lower() in ("nobody", "none", "neither"):
        return True
    return any(c.deprel == "det" and c.text.lower() in operators.negators for c in s.children(subject.i))


def _from_the_top(s: Sentence) -> Iterator[int]:
    """The words of a sentence, each before the words that depend on it."""
    frontier = [w.i for w in s.words if w.head < 0]
    while frontier:
        i = frontier.pop(0)
        yield i
        frontier += [c.i for c in s.children(i)]


def _complement_heads(s: Sentence, i: int, operator: Operator) -> list[int]:
    heads: list[int] = []
    for relation in operator.complements:
        for c in s.children(i):
            if c.deprel == relation or (
                relation == "xcomp" and c.deprel == "ccomp" and c.feat("VerbForm") == "Inf"
            ):
                if c.deprel == "acl" and c.feat("VerbForm") == "Part" and c.feat("Tense") == "Past":
                    continue
                heads.append(c.i)
            elif (
                c.deprel.startswith(("obl", "nmod", "advcl"))
                and relation.islower()
                and _introduced_by(s, c.i, relation)
            ):
                heads.append(c.i)
    if "obj" in operator.complements:
        heads += [h for h in fillers(s, i, "object") if h not in heads]
    if operator.own_actors and operator.control == "object" and not operator.tells:
        heads = [h for h in heads if not _own_wish(s, i, h) and not _claimed(s, h)]
    return [k for h in heads for k in _measured(s, h)]


def _own_wish(s: Sentence, i: int, head: int) -> bool:
    """Whether the one who wants or asks is the one to act: "asked to leave" asks it of nobody else."""
    if s.words[head].deprel != "xcomp" or is_passive(s, i):
        return False
    others = ("obj", "iobj")
    hearers = [
        c for c in s.children(i) if c.deprel in others or (c.deprel == "obl" and case_of(s, c.i) in _HEARER)
    ]
    return not hearers


def _claimed(s: Sentence, head: int) -> bool:
    """Whether a clause tells what is or was so: "insisted that they had gone" asks nobody to go."""
    w = s.words[head]
    if w.deprel != "ccomp":
        return False
    helpers = {c.lemma.lower() for c in s.children(head) if c.deprel in ("aux", "aux:pass", "cop")}
    finite = {c.feat("VerbForm") for c in s.children(head) if c.deprel in ("aux", "aux:pass", "cop")}
    told = "Fin" in finite and bool(helpers & {"have", "be", "do", "will"})
    return told or (w.feat("VerbForm") == "Fin" and w.feat("Tense") == "Past")


def _measured(s: Sentence, head: int) -> list[int]:
    """What a quantity is a quantity of: the aid in "$40 million in aid", or the word itself."""
    w = s.words[head]
    if w.upos not in ("NUM", "SYM") and w.lemma.lower() not in _QUANTITIES:
        return [head]
    return [
        c.i for c in s.children(head) if c.deprel == "nmod" and case_of(s, c.i) in ("in", "of", "worth of")
    ] or [head]


def _introduced_by(s: Sentence, i: int, word: str) -> bool:
    if case_of(s, i) == word:
        return True
    return any(c.deprel == "mark" and c.text.lower() == word for c in s.children(i)) and word != "to"


def _first_at(
    parties: Parties,
    i: int,
    positions: tuple[str, ...],
    part: str,
    light: tuple[Party, ...],
    hosts: bool = False,
) -> tuple[tuple[Party, ...], str]:
    for position in positions:
        heads = fillers(parties.sentence, i, position)
        found = parties.among(heads) or (parties.hosts(heads) if hosts else ())
        if position == "light" and not found:
            found = light
        if found:
            names = ", ".join(p.actor for p in found)
            return found, f"{part}: {names} ({position})"
    if light and part == "actor":
        return light, "actor: " + ", ".join(p.actor for p in light) + " (carried by the verb over it)"
    return (), ""


def _named_objects(s: Sentence, i: int, rule: Rule) -> frozenset[int]:
    """Objects that the rule names are part of its trigger: in "cancelled the talks" no talks are coded."""
    named = {x for c in rule.required if c.position == "object" for x in c.lemmas} - {"actor", "any"}
    return frozenset(k for k in fillers(s, i, "object") if s.words[k].lemma.lower() in named)


def _below(parties: Parties, heads: list[int], taken: set[str]) -> tuple[Party, ...]:
    """Actors inside the complement, for an operator whose recipient is not spelled out."""
    s = parties.sentence
    for head in heads:
        for k in s.subtree(head):
            party = parties.at(k)
            if party and party.actor not in taken and party.actor:
                return (party,)
    return ()


def _lack(rule: Rule, event: EventType, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> str:
    if rule.reciprocal:
        return (
            ""
            if len(actors) >= (2 if rule.needs in ("recipient", "both") else 1)
            else "fewer than two parties found"
        )
    if not actors and not recipients:
        return "neither an actor nor a recipient was found"
    if rule.needs in ("actor", "both") and not actors:
        return "no actor was found"
    if rule.needs in ("recipient", "both") and not recipients:
        return "no recipient was found"
    return ""


def _coordinated(s: Sentence, head: int) -> list[int]:
    """A complement and what is coordinated with it: "to withdraw, disarm and negotiate"."""
    if s.words[head].upos in ("NOUN", "PROPN"):
        return with_conjuncts(s, head)
    return [head] + [
        c.i for c in s.children(head) if c.deprel.startswith("conj") and _shares_clause(s, head, c)
    ]


def _shares_clause(s: Sentence, head: int, c: Word) -> bool:
    """Whether a verb is under the same operator: in "vowed to stay but called" the call is not vowed."""
    if c.upos != "VERB" or any(g.deprel in ("nsubj", "nsubj:pass") for g in s.children(c.i)):
        return False
    first = s.words[head].feat("VerbForm")
    if first == "Inf":
        return c.feat("VerbForm") not in ("Fin", "Part")
    # "denies having fired and blames": a participle without a finite auxiliary shares nothing finite.
    helpers = [g for g in s.children(head) if g.deprel.startswith(("aux", "cop"))]
    bare = first in ("Ger", "Part") and not any(g.feat("VerbForm") == "Fin" for g in helpers)
    return not (bare and c.feat("VerbForm") == "Fin")
