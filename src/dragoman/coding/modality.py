"""In what mode an act is spoken of: denied, future, possible, supposed, aimed at, or threatened."""

from __future__ import annotations

from dataclasses import replace

from dragoman.codebook.events import EventType
from dragoman.codebook.operators import Operators
from dragoman.codebook.tree_words import tree_words
from dragoman.coding.act import Act
from dragoman.coding.parties import Parties
from dragoman.coding.syntax import fillers
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import marks_of
from dragoman.record import Status
from dragoman.values import value

_NEGATING = ("advmod", "det", "cc:preconj", "case", "mark")
# What a plain future makes of an act; a hostile future stays what it is, only planned.
_TERMS = ("nsubj", "nsubj:pass", "obj")
_COUNTING = frozenset({"det", "cc:preconj"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_INTENTS = ("AGREE", "CONCEDE")
# "The attack never happened" denies the attack; "the attack did not stop them" does not.
_UNHESITATING = "hesitate"  # "would not hesitate to fire" denies no fire
_UNREAL = frozenset({"would", "could", "might", "should"})
_ASKED = frozenset({"parataxis", "conj", "ccomp", "appos", "dep", "list"})
_ASKING = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})


@value
class Modality:
    """Negation, auxiliaries, conditions and aims, applied to acts."""

    types: dict[str, EventType]
    operators: Operators

    def in_its_clause(self, parties: Parties, act: Act) -> Act:
        """The act with the modality of the clauses that it stands in: negation, modals, conditions, aims."""
        act = self.at_word(parties, act, act.top)
        if act.status is Status.PLANNED:
            return self._with_threat(parties, act)
        return self._with_condition(parties.sentence, act, act.top) if act.status is Status.ACTUAL else act

    def at_word(self, parties: Parties, act: Act, i: int) -> Act:
        """The act as negated, or as planned, possible or owed, by what stands with word ``i``."""
        s = parties.sentence
        ops = self.operators
        if negated(s, i, ops, act.words):
            act = replace(act, negated=True).with_step(f"“{s.words[i].text}” is negated")
        if act.status is Status.ACTUAL:
            act = self._with_modal(s, act, i)
        return act

    def _with_threat(self, parties: Parties, act: Act) -> Act:
        """What will be done to another unless they yield is a threat (PLOVER manual, THREATEN)."""
        s = parties.sentence
        hostile = self.types[act.event].harms or self.types[act.event].intent == "THREATEN"
        for c in s.children(predicate_of(s, act.top)) if hostile and not act.negated else ():
            if c.deprel != "advcl" or "unless" not in marks_of(s, c.i):
                continue
            asked = parties.among(fillers(s, c.i, "subject"))
            taken = {p.actor for p in act.actors}
            recipients = act.recipients or tuple(p for p in asked if p.actor not in taken)
            return replace(
                act, event="THREATEN", mode=None, cameo=None, status=Status.ACTUAL, recipients=recipients
            ).with_step(f"to be done “unless” something is given: {act.event} is THREATEN")
        return act

    def _with_modal(self, s: Sentence, act: Act, i: int) -> Act:
        for aux in s.children(predicate_of(s, i)):
            status = _status_of(aux.lemma.lower(), self.operators) if aux.deprel.startswith("aux") else None
            if status is None:
                continue
            if _is_unreal(s, aux):
                return replace(act, status=Status.HYPOTHETICAL).with_step(
                    f"“{aux.text} have”: it was not done"
                )
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
            marks = marks_of(s, at)
            hit = next((m for m in marks if m in self.operators.conditionals), None)
            if hit:
                return replace(act, status=Status.HYPOTHETICAL).with_step(
                    f"under “{hit}” it is only supposed"
                )
            if governed and w.deprel in ("advcl", "acl") and "to" in marks and w.feat("VerbForm") == "Inf":
                return replace(act, status=Status.PLANNED).with_step("an aim, not a deed")
            if at == i and self._only_permitted(s, act, w):
                return replace(act, status=Status.PLANNED).with_step("permitted, not told as done")
            if _is_supposed(s, w):
                return replace(act, status=Status.HYPOTHETICAL).with_step("“had” first: it was not done")
            if governed and _is_asked(s, w):
                return replace(act, status=Status.HYPOTHETICAL).with_step("it is only asked whether")
            if w.head < 0 or w.deprel in ("parataxis", "acl:relcl"):
                return act
            # What stands in an adjunct is taken for granted: "to shield them from the raids" tells of raids.
            governed = governed and w.deprel.split(":")[0] in ("obj", "xcomp", "ccomp", "conj", "root")
            at = w.head
        return act

    def _only_permitted(self, s: Sentence, act: Act, w: Word) -> bool:
        """Whether harm is what somebody was allowed to do: "authorised the president to send troops"."""
        hostile, permits = self.types[act.event].harms, tree_words().permitting
        return hostile and w.deprel == "xcomp" and s.words[w.head].lemma.lower() in permits


def _is_unreal(s: Sentence, modal: Word) -> bool:
    """Whether an auxiliary tells what would have been: "would have killed forty".

    What "a bill that would have banned rallies" was to do was planned, or refused with the bill.
    """
    unreal = modal.text.lower() in _UNREAL and not s.words[modal.head].deprel.startswith("acl")
    return unreal and any(c.deprel.startswith("aux") and c.lemma == "have" for c in s.children(modal.head))


def _is_supposed(s: Sentence, verb: Word) -> bool:
    """Whether a clause supposes what was not: "*Had* the general struck earlier, …"."""
    if verb.deprel != "advcl":
        return False
    under = s.children(verb.i)
    had = next((c.i for c in under if c.deprel.startswith("aux") and c.text.lower() == "had"), None)
    subject = next((c.i for c in under if c.deprel.startswith("nsubj")), None)
    return had is not None and subject is not None and had < subject


def _is_asked(s: Sentence, verb: Word) -> bool:
    """Whether a clause asks for yes or no: "Has Uganda sent troops?", not "Why has it sent them?"."""
    if "?" not in s.written() or (verb.head >= 0 and verb.deprel not in _ASKED):
        return False
    last = max(s.subtree(verb.i))
    if not any(w.text == "?" for w in s.words[last - 1 : last + 3]):
        return False
    under = s.children(verb.i)
    subject = next((c.i for c in under if c.deprel.startswith("nsubj")), None)
    helper = next((c.i for c in under if c.deprel.startswith(("aux", "cop"))), None)
    if subject is None or helper is None or helper > subject:
        return False
    return not any(c.i < helper and c.text.lower() in _ASKING for c in under)


def _status_of(lemma: str, operators: Operators) -> Status | None:
    """The status that an auxiliary gives, or None."""
    lemma = {"'ll": "will", "wo": "will", "'d": "would", "ca": "can"}.get(lemma, lemma)
    return operators.modals.get(lemma)


def predicate_of(s: Sentence, i: int) -> int:
    """The word that carries the auxiliaries: the verb itself, or the light verb or predicate over a noun."""
    w = s.words[i]
    if w.upos in ("NOUN", "PROPN") and w.deprel in ("obj", "nsubj:pass", "xcomp") and w.head >= 0:
        return w.head
    if w.deprel in ("xcomp",) and w.head >= 0 and not any(c.deprel.startswith("aux") for c in s.children(i)):
        return w.head
    if w.deprel.startswith("conj") and w.head >= 0 and w.upos in ("VERB", "ADJ"):
        own = any(c.deprel.startswith(("aux", "nsubj")) for c in s.children(i))
        # "would not sign it and sacked them": what is finite takes no auxiliary from its sister.
        apart = w.feat("VerbForm") == "Fin" and s.words[w.head].feat("VerbForm") != "Fin"
        own = own or (apart and not any(c.text.lower() == "nor" for c in s.children(i)))
        return i if own else predicate_of(s, w.head)
    return i


def negated(s: Sentence, i: int, operators: Operators, spoken_for: frozenset[int] = frozenset()) -> bool:
    """Whether a word is denied, itself, through its predicate, or by its subject or object ("nobody").

    Negations at ``spoken_for`` belong to a trigger such as "not helpful" and deny nothing.
    """
    at = predicate_of(s, i)
    w = s.words[i]
    if w.deprel == "nsubj" and s.words[w.head].lemma.lower() in tree_words().occurring:
        at = w.head
    if s.words[at].lemma.lower() == _UNHESITATING:
        at = i
    for k in {i, at}:
        for c in s.children(k):
            if (c.deprel in _TERMS or _is_given_to(s, c)) and _nobody(s, c, operators, spoken_for):
                return True
            denies = c.deprel in _NEGATING and c.text.lower() in operators.negators
            if denies and c.i not in spoken_for:
                return True
            if c.text.lower() in operators.approximators and _all_but(s, c, operators):
                return True
    return False


def _is_given_to(s: Sentence, term: Word) -> bool:
    """Whether a word names to whom something is done, "apologised *to nobody*", but not "to the no camp"."""
    below = {c.text.lower() for c in s.children(term.i)}
    return term.deprel == "iobj" or (term.deprel == "obl" and "to" in below and "the" not in below)


def _all_but(s: Sentence, adverb: Word, operators: Operators) -> bool:
    """Whether "almost", "nearly" says of a verb after it that it was not done."""
    verb = s.words[adverb.head]
    before = adverb.deprel == "advmod" and adverb.i < verb.i and verb.upos == "VERB"
    return before and verb.lemma.lower() not in operators.degrees


def _nobody(s: Sentence, term: Word, operators: Operators, spoken_for: frozenset[int]) -> bool:
    """Whether a subject or object is nobody: "no soldier", "none of the envoys", "neither Lima nor Quito"."""
    if term.text.lower() in _NOBODY:
        return term.i not in spoken_for
    # "Lets in neither bread nor salt" tells what is done to both; of the subject it says that nobody does it.
    counting = _COUNTING if term.deprel.startswith("nsubj") else _COUNTING - {"cc:preconj"}
    dets = (c for c in s.children(term.i) if c.deprel in counting and c.i not in spoken_for)
    return any(c.text.lower() in operators.negators for c in dets)
