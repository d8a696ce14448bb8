"""Who stands behind another who takes a stand: "Peru, *backed by Chile*, wants a port", "has its *support*".

Whoever backs somebody in what they want is for that, not for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Taken
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import is_passive, subject, with_conjuncts
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_AGENT, _WITH = "obl:agent", "with"
_HAVING = frozenset({"have", "enjoy", "get", "win"})
_WHOSE = ("of", "from")


def supporters(scene: Scene, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands of those who support whoever takes one, with the words for it in the same clause."""
    s = scene.s
    for stand in stands:
        top = stand.path[-1]
        if stand.stance is Stance.NEUTRAL or s.words[top].upos != "VERB":
            continue
        heads = [a for h in subject(s, top) for a in _backers_of(scene, h)]
        heads += [a for noun in _supports_at(scene, top) for a in _whose(scene, noun)]
        for k in (k for h in heads for k in with_conjuncts(s, h)):
            if (holder := holder_at(scene, k)) is not None:
                yield stand, holder


def is_only_behind(scene: Scene, stand: Taken, stands: Sequence[Taken]) -> bool:
    """Whether a stand for somebody only tells who is behind another's: "Peru, *backed by Chile*, wants …"."""
    s, verb = scene.s, scene.s.words[stand.path[-1]]
    if not _is_backing(scene, verb):
        return False
    others = (t for t in stands if t.path[-1] != verb.i and s.words[t.path[-1]].upos == "VERB")
    return any(verb.head in subject(s, t.path[-1]) for t in others)


def _is_backing(scene: Scene, verb: Word) -> bool:
    """Whether a participle tells by whom a party is supported."""
    known = scene.book.attitudes.get(verb.lemma.lower()) is Stance.FOR
    return (
        known
        and verb.deprel == "acl"
        and is_passive(scene.s, verb.i)
        and scene.parties.at(verb.head) is not None
    )


def _backers_of(scene: Scene, head: int) -> list[int]:
    s = scene.s
    told = (c for c in s.children(head) if _is_backing(scene, c))
    return [a.i for c in told for a in s.children(c.i) if a.deprel == _AGENT]


def _supports_at(scene: Scene, verb: int) -> Iterator[int]:
    """The nouns of support beside a verb: "wants it *with the backing of Chad*", "*has its support*"."""
    s, nouns = scene.s, scene.book.backed.nouns
    for c in s.children(verb):
        if c.deprel == "obl" and case_of(s, c.i) == _WITH and nouns.get(c.lemma.lower()) is Stance.FOR:
            yield c.i
        shares = c.deprel == "conj" and not any(k.deprel.startswith("nsubj") for k in s.children(c.i))
        if shares and c.lemma.lower() in _HAVING and not scene.paths.is_negated(c.i):
            for k in s.children(c.i):
                if k.deprel == "obj" and nouns.get(k.lemma.lower()) is Stance.FOR:
                    yield k.i


def _whose(scene: Scene, noun: int) -> list[int]:
    s = scene.s
    return [c.i for c in s.children(noun) if c.deprel == "nmod" and case_of(s, c.i) in _WHOSE]
