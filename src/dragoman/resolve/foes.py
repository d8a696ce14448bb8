"""Whose they are whom a state kills, captures or expels: another state's, hardly its own."""

from __future__ import annotations

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.find.actor_phrase import Phrase
from dragoman.language.joined import with_joined
from dragoman.language.parse import Word
from dragoman.record import ActorKind
from dragoman.resolve.binding import doer_of
from dragoman.resolve.phrase_view import View, term_of
from dragoman.resolve.scene import Scene, Seen

_SOLDIERS = frozenset({"MIL"})
_ENVOYS = frozenset({"GOV", "IGO"})
_SPEAK_FOR = frozenset({ActorKind.PERSON, ActorKind.BODY})
NOBODYS = ""
"""The state of those who are not the doer's, and of whom it is not told whose they are."""


def foe_of(view: View, phrase: Phrase, role: RoleNoun, scene: Scene, gazetteer: Gazetteer) -> str | None:
    """The state of the soldiers that a state kills or captures, of the envoys that it expels; else None.

    "Chile expelled two *diplomats*": none of Chile's. `NOBODYS` where no other state has been named.
    """
    verb = _deed(view, phrase, role, gazetteer)
    doers = [] if verb is None else _doers(view, verb, scene)
    if not doers or (role.sector in _SOLDIERS and any(s.kind is not ActorKind.STATE for s in doers)):
        return None
    own = {s.country for s in doers}
    if role.sector in _ENVOYS:
        alike = scene.terms.get(term_of(view, phrase))
        before = scene.latest(lambda s: s.actor == alike and s.country not in own)
        return (before and before.country) or scene.abroad(doers[0]) or NOBODYS
    here = [s.country for s in scene.since(view.index) if s.country is not None and s.country not in own]
    here += [state for n, state in scene.cities if n == view.index and state not in own]
    here += [state for state in _owners_before(view, phrase, gazetteer) if state not in own]
    return here[-1] if here else scene.abroad(doers[0]) or NOBODYS


def _deed(view: View, phrase: Phrase, role: RoleNoun, gazetteer: Gazetteer) -> Word | None:
    """The verb of killing, capturing or expelling that is done to those of a phrase."""
    word = view.word(phrase)
    if word is None or word.deprel != "obj" or phrase.owner is not None:
        return None
    verb = view.words[word.head] if 0 <= word.head < len(view.words) else None
    lemma, readings = "" if verb is None else verb.lemma.lower(), gazetteer.readings
    soldiers = role.sector in _SOLDIERS and lemma in readings.war_verbs
    return verb if soldiers or (role.sector in _ENVOYS and lemma in readings.expelling_verbs) else None


def _doers(view: View, verb: Word, scene: Scene) -> list[Seen]:
    """The states that do it together, or those who act for one."""
    subject = doer_of(view.words, verb)
    if subject is None:
        return []
    heads = with_joined(view.words, subject)
    seen = [s for s in scene.since(view.index) if s.word in heads and s.country is not None]
    return [s for s in seen if s.kind is ActorKind.STATE or s.kind in _SPEAK_FOR]


def _owners_before(view: View, phrase: Phrase, gazetteer: Gazetteer) -> list[str]:
    """The states of which something is that the sentence has named: "a *Chilean* island"."""
    owners = (p.owner.entry for p in view.phrases if p.owner is not None and p.last < phrase.first)
    entries = (gazetteer.entries[o] for o in owners if o is not None)
    return [entry.id for entry in entries if entry.kind == "state"]
