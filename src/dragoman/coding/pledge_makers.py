"""Who binds themselves by a commissive word or a future: the subject, who speaks for it, or who tells it."""

from __future__ import annotations

from dragoman.coding.commissives import Commitment, in_headline
from dragoman.coding.parties import FIRST_PERSON, Parties
from dragoman.coding.pledge_reading import PledgeReading
from dragoman.coding.undertakers import owner, stood_for
from dragoman.find.quotation_tree import Tree
from dragoman.language.joined import first_joined
from dragoman.language.parse import Word
from dragoman.record import ActorKind, Span, Strength

_OF_A_THING = 0.5  # how sure the network must be of what a speaker says will be done, without saying by whom
_OTHERS = frozenset({"he", "she", "it", "they"})
_ONE = frozenset({"he", "she"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_PERSONS = frozenset({"he", "she", "they", "who"})
_MAIN = frozenset({"root", "conj", "parataxis", "ccomp", "acl:relcl"})


def promiser(reading: PledgeReading, tree: Tree, parties: Parties, c: Commitment) -> tuple[str | None, str]:
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


def is_anothers(reading: PledgeReading, tree: Tree, act: Word) -> bool:
    """Whether an act is only believed of others or threatened: "believes that Chad will sign"."""
    over = tree.s.words[act.head] if act.deprel == "ccomp" and act.head >= 0 else None
    believed = over is not None and over.lemma.lower() in reading.words.guessing
    return believed or _is_threatened(reading, tree, act)


def _is_threatened(reading: PledgeReading, tree: Tree, act: Word) -> bool:
    """Whether what is to come is told by a word of threat: "warned that it would leave"."""
    over = tree.s.words[act.head] if act.deprel == "ccomp" and act.head >= 0 else None
    beside = tree.below(act.i, "parataxis")
    return any(
        w.lemma.lower() in reading.words.threatening for w in (*beside, *([] if over is None else [over]))
    )


def _who_says_it_of_a_thing(reading: PledgeReading, tree: Tree, c: Commitment) -> str | None:
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
    if share < _OF_A_THING or lemma in reading.words.scheduled or lemma in reading.words.occurring:
        return None
    if _is_guessed(reading, tree, act) or is_anothers(reading, tree, act):
        return None
    return reading.heard.speaker_of(act.span.start)


def _is_another(reading: PledgeReading, act: Span, subject: Word) -> bool:
    """Whether a quotation tells of others than who speaks: in “They will pay”, *they* are not the speaker."""
    if subject.text.lower() not in _OTHERS:
        return False
    return any(q.covers(act) and q.covers(subject.span) for s in reading.heard.statements for q in s.quotes)


def _teller(reading: PledgeReading, tree: Tree, parties: Parties, c: Commitment, subject: Word) -> str | None:
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


def _announced(reading: PledgeReading, tree: Tree, c: Commitment, subject: Word, actor: str) -> bool:
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
    first = first_joined(tree.s.words, act)  # "*rejects* the plan and would revoke it"
    told_first = first.head < 0 or (first.deprel == "ccomp" and first.head > c.act)
    return told_first and reading.statement(act.span, act.span) is not None


def _is_guessed(reading: PledgeReading, tree: Tree, act: Word) -> bool:
    """Whether what is to come is only expected by whoever tells it ("will yield, a diplomat predicted")."""
    around = [act, *(tree.s.words[k] for k in tree.above(act.i)), *tree.below(act.i, "parataxis", "ccomp")]
    return any(w.lemma.lower() in reading.words.guessing for w in around)


def _bound(reading: PledgeReading, tree: Tree, parties: Parties, c: Commitment, speaker: str) -> str:
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
