"""Whose army and government are *not* meant: those of a state that asks, condemns or tells of them.

"Norway urged the junta to go" speaks of no Norwegian junta, and where Norway says that the police beat
students in a report about another country, they are that country's police. A state that acts so is the
last to which a bare institution of the clause may belong.
"""

from __future__ import annotations

from dragoman.codebook.gazetteer import Role
from dragoman.codebook.readings import Readings
from dragoman.find.actor_phrase import Phrase
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of
from dragoman.record import ActorKind
from dragoman.resolve.phrase_view import View
from dragoman.resolve.predicates import subject_of
from dragoman.resolve.scene import Scene, Seen
from dragoman.values import value

_NOMINAL = frozenset({"nmod", "conj", "appos"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_CONTROLLED = frozenset({"xcomp", "advcl", "acl", "conj"})
_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_ARMED = frozenset({"MIL", "COP", "SPY"})
# What is done "to the government" or "with the junta" is done by somebody else; an army is talked *with*.
# Who mediates *between* two is neither.
_TOWARDS = frozenset({"between", "to", "with", "against", "on", "from", "for", "towards", "toward"})
_TOWARDS_ARMED = frozenset({"between", "to", "with", "against"})
_INSIDE = frozenset({"in", "within", "across", "inside", "throughout", "around"})
_TO_COME = frozenset({"will", "would", "shall"})
_STEPS = 4  # verbs from a phrase up to the one whose subject acts


@value
class Act:
    """Who acts on a phrase or tells of it: the subject, the verbs from there down, and the preposition."""

    by: Seen
    verbs: frozenset[str]
    case: str | None
    told: bool


def outsider(
    view: View, phrase: Phrase, role: Role | None, scene: Scene, readings: Readings
) -> tuple[str, str] | None:
    """The state or organisation to which a bare phrase does not belong, and the state that it is of instead.

    None where nobody acts on it, where that may be its own state, or where the report has no other state.
    """
    if phrase.owner is not None or not _bare_institution(phrase, role):
        return None
    act = _act(view, phrase, scene)
    if act is None or (act.told and _announces(view, phrase, role)):
        return None
    who = act.by.country or act.by.actor
    home = scene.abroad(act.by)
    if home is None:
        return None
    if _outward(act, role, readings):
        return who, home
    possible = _may_be_outward(act, role, readings) and _lesser(scene, who, home, view.index)
    return (who, home) if possible else None


def _announces(view: View, phrase: Phrase, role: Role | None) -> bool:
    """Whether what is told is what an army will do, which its own state says: "the army would stay"."""
    word = view.word(phrase)
    if word is None or word.deprel != "nsubj" or role is None or role.sector not in _ARMED:
        return False
    return any(w.head == word.head and w.lemma.lower() in _TO_COME for w in view.words)


def _bare_institution(phrase: Phrase, role: Role | None) -> bool:
    if role is None:
        return phrase.noun is not None and phrase.definite
    if role.neutral or phrase.indefinite:
        return False
    return phrase.definite or phrase.what == "person" or role.sector not in ("MIL", None)


def _outward(act: Act, role: Role | None, readings: Readings) -> bool:
    """Whether a state does so to others only: it urges no junta of its own."""
    if act.told or act.by.kind not in (ActorKind.STATE, ActorKind.ORGANISATION):
        return False
    if role is None:
        return act.case in _TOWARDS or bool(act.verbs & readings.urging_verbs)
    if role.sector not in _PUBLIC or (role.kind == "person" and not role.sole):
        return False
    if act.verbs & readings.urging_verbs:
        return True
    return act.case in (_TOWARDS_ARMED if role.sector in _ARMED else _TOWARDS)


def _may_be_outward(act: Act, role: Role | None, readings: Readings) -> bool:
    """Whether a state does so to others rather than at home, where the report is of another."""
    if act.told:
        return True
    if role is None:
        return act.case not in _INSIDE
    if role.sector not in _PUBLIC:
        return False
    deals = not (act.verbs.isdisjoint(readings.urging_verbs) and act.verbs.isdisjoint(readings.dealing_verbs))
    return deals or act.case in _TOWARDS_ARMED


def _lesser(scene: Scene, who: str, home: str, sentence: int) -> bool:
    """Whether the report came to somebody after the state that it is about, and has told less of them."""
    before = [s.country or s.actor for s in scene.seen if s.sentence < sentence]
    before += [state for n, state in scene.cities if n < sentence]
    if home not in before:
        return False
    later = who not in before or before.index(home) < before.index(who)
    return later and before.count(who) < before.count(home)


def _act(view: View, phrase: Phrase, scene: Scene) -> Act | None:
    """Who, by the tree, acts on a phrase or says something of it."""
    words, word = view.words, view.word(phrase)
    if word is None:
        return None
    top = word
    while top.deprel.split(":")[0] in _NOMINAL and 0 <= top.head < len(words):
        if words[top.head].upos not in _NOUNS:
            break
        top = words[top.head]
    if not 0 <= top.head < len(words):
        return None
    verb, told, verbs = words[top.head], top.deprel.startswith(("nsubj", "csubj")), set[str]()
    for _ in range(_STEPS):
        if not told:
            verbs.add(verb.lemma.lower())
            subject = subject_of(words, verb)
            by = None if subject is None else _party(scene, view.index, subject)
            if by is not None:
                cases = cases_of(words, word.i) or cases_of(words, top.i)
                return Act(by, frozenset(verbs), next(iter(cases), None), told=False)
            told = subject is not None
        if told:
            return _teller(view, verb, scene)
        if verb.deprel.split(":")[0] not in _CONTROLLED or not 0 <= verb.head < len(words):
            return None
        verb = words[verb.head]
    return None


def _teller(view: View, verb: Word, scene: Scene) -> Act | None:
    """Who says what a clause says."""
    words = view.words
    while verb.deprel == "conj" and 0 <= verb.head < len(words):
        verb = words[verb.head]
    if verb.deprel != "ccomp" or not 0 <= verb.head < len(words):
        return None
    above = words[verb.head]
    subject = subject_of(words, above)
    by = None if subject is None else _party(scene, view.index, subject)
    return None if by is None else Act(by, frozenset({above.lemma.lower()}), None, told=True)


def _party(scene: Scene, sentence: int, word: Word) -> Seen | None:
    """The state, the organisation, or whoever acts for a state, named at a word of the sentence."""
    for seen in reversed(scene.seen):
        if seen.sentence != sentence:
            return None
        if seen.word == word.i and not seen.place:
            outside = seen.kind in (ActorKind.STATE, ActorKind.ORGANISATION)
            official = seen.kind in (ActorKind.PERSON, ActorKind.BODY) and seen.country is not None
            return seen if outside or official else None
    return None
