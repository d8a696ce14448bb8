"""Whose side somebody is on: "is *on Chad's side*", "is *in the unions' camp*", "is on nobody's side"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import antecedent, fillers
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_AT = frozenset({"on", "in"})


def on_a_side(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those who are on another's side, in the order of the text."""
    s, words = scene.s, scene.book.undecided
    if words.camps.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in t.path}
    for w in s.words:
        if w.lemma.lower() not in words.camps or case_of(s, w.i) not in _AT or w.i in taken:
            continue
        over = _stands(scene, w)
        owners = fillers(s, w.i, "poss")
        if over is None or not owners or scene.paths.is_unreal(over.i):
            continue
        if s.words[owners[0]].text.lower() in scene.book.denying.nobody:
            recent = next((t.asked for t in reversed(before) if t.topic < w.i), last)
            if recent is not None:
                yield Taken(recent, Stance.NEUTRAL, w.i, _path(w, over), named=True)
            continue
        stance = turned(Stance.FOR) if scene.paths.is_negated(over.i) else Stance.FOR
        for owner in owners:
            asked = _whom(scene, owner)
            if asked is not None:
                yield Taken(asked, stance, w.i, _path(w, over), named=True)


def _path(w: Word, over: Word) -> tuple[int, ...]:
    return tuple(dict.fromkeys((w.i, over.i)))


def _stands(scene: Scene, w: Word) -> Word | None:
    """The word whose subject is on a side: the side itself behind *be*, or the *stand* above it."""
    s = scene.s
    if any(c.deprel == "cop" for c in s.children(w.i)):
        return w
    over = s.words[w.head] if w.deprel == "obl" and w.head >= 0 else None
    return over if over is not None and over.lemma.lower() in scene.book.short.remaining | {"stand"} else None


def _whom(scene: Scene, owner: int) -> Asked | None:
    """On whose side: an actor, or a noun for people or a cause; a pronoun for nobody yet tells none."""
    owner = antecedent(scene.s, owner)
    actor = scene.actor(owner)
    if actor is not None:
        return Asked(actor.name, actor.id)
    return Asked(*phrase(scene, owner)) if scene.s.words[owner].upos in ("NOUN", "PROPN") else None
