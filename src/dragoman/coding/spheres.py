"""What is done in art, sport, business and crime by people whom nobody knows: deeds, but none of politics.

"The brewer sacked its chief executive", "the federation banned the sprinter", "poisoned her landlady". Who
is known, or is called by a nationality, or holds an office, may do politics in any trade.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codebook.spheres import Sphere, shipped_spheres
from dragoman.coding.act import Act
from dragoman.language.parse import Sentence, Word
from dragoman.record import Span

_OF_REPORT = "r:"  # ids of actors that only their report knows
_THICK = 3
_NAMING = frozenset({"amod", "compound", "nmod", "flat", "appos"})


def private_sphere(s: Sentence, act: Act) -> str | None:
    """Why an act of a sentence is none of politics, by the sphere of those in it; None if it may be."""
    for sphere in shipped_spheres().each:
        if act.event not in sphere.types or not _is_of(sphere, s.written()) or _is_known(sphere, s, act):
            continue
        if not sphere.own_doers or all(_belongs(sphere, s, w) for w in _main_parties(s, act)):
            return f"{act.event}: {sphere.means} ({sphere.id})"
    return None


def _is_of(sphere: Sphere, written: frozenset[str]) -> bool:
    members = sphere.members & written
    if not members or not sphere.unless.isdisjoint(written):
        return False
    return len(members) > 1 or not sphere.signs.isdisjoint(written - members)


def _is_known(sphere: Sphere, s: Sentence, act: Act) -> bool:
    """Whether somebody known has a part in an act, or somebody with a name or a nationality."""
    parties = (*act.actors, *act.recipients)
    # "The Kenyan runner", "the Danish club" are of the game, where so many words of it leave no doubt.
    thick = sphere.names and len((sphere.members | sphere.signs) & s.written()) >= _THICK
    known = [p for p in parties if not p.actor.startswith(_OF_REPORT)]
    if thick:
        return any(not _is_member(sphere, s, w) for w in _heads(s, (p.span for p in known)))
    heads = _heads(s, (*(p.span for p in parties), *act.done_by, *act.aimed_at))
    named = any(_has_nationality(s, w) or (not sphere.names and _has_name(s, w)) for w in heads)
    return bool(known) or named


def _is_member(sphere: Sphere, s: Sentence, w: Word) -> bool:
    """Whether a noun, or the noun that a nationality stands with, names one of a sphere."""
    noun = s.words[w.head] if w.deprel.split(":")[0] in _NAMING and w.head >= 0 else w
    return noun.lemma.lower() in sphere.members


def _main_parties(s: Sentence, act: Act) -> list[Word]:
    """Who does an act, or to whom it is done where nobody is told to do it."""
    doers = _heads(s, (*(p.span for p in act.actors), *act.done_by))
    return doers or _heads(s, (*(p.span for p in act.recipients), *act.aimed_at))


def _belongs(sphere: Sphere, s: Sentence, w: Word) -> bool:
    return w.upos == "PRON" or w.lemma.lower() in sphere.signs or _is_member(sphere, s, w)


def _heads(s: Sentence, spans: Iterable[Span]) -> list[Word]:
    return [s.words[i] for span in spans if (i := s.head_of(span)) is not None]


def _has_name(s: Sentence, w: Word) -> bool:
    """Whether a noun is a name or stands with one: "the judge *Ann Moe*"."""
    return w.upos == "PROPN" or any(c.upos == "PROPN" for c in _beside(s, w))


def _has_nationality(s: Sentence, w: Word) -> bool:
    """Whether a noun stands with an adjective in capitals: "an *Israeli* club"."""
    return any(c.upos == "ADJ" and c.text[:1].isupper() and c.i > 0 for c in _beside(s, w))


def _beside(s: Sentence, w: Word) -> list[Word]:
    return [c for c in s.children(w.i) if c.deprel.split(":")[0] in _NAMING]
