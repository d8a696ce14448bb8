"""Who stands as another does: "has *sided with Peru*", "*backs the mayor on this*", "*disagrees*".

Whoever sides with somebody who has just taken a stand on a matter stands with them on that matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.counted_holders import is_share_of_people
from dragoman.coding.stance_echoes import told_last
from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import fillers
from dragoman.language.prepositions import case_of
from dragoman.record import Position, Stance

_NEAR = 8  # stands before, among which somebody's own is looked for
_WITH = "with"
_ON, _POINTING = "on", frozenset({"this", "that", "it", "matter", "issue", "question", "point"})
_GOVERNED = ("obj", "obl", "ccomp", "xcomp")


def with_fellows(scene: Scene, stands: Sequence[Taken], before: Sequence[Position]) -> list[Taken]:
    """The stands, those for or against somebody who stands on a matter told as stands on that."""
    return [_on_their_matter(scene, t, before) for t in stands]


def _on_their_matter(scene: Scene, stand: Taken, before: Sequence[Position]) -> Taken:
    actor = scene.actors.get(stand.asked.object or "")
    if actor is None or stand.asked.phrase != actor.name or stand.stance is Stance.NEUTRAL:
        return stand
    if not any(_is_on_a_matter(scene, k) for k in stand.path):
        return stand
    theirs = told_last(scene, [actor.id], before[-_NEAR:])
    if theirs is None or theirs.stance is Stance.NEUTRAL or theirs.object == actor.id:
        return stand
    stance = theirs.stance if stand.stance is Stance.FOR else turned(theirs.stance)
    return replace(stand, asked=Asked(theirs.question, theirs.object), stance=stance, named=True)


def _is_on_a_matter(scene: Scene, verb: int) -> bool:
    """Whether whoever is stood with is so on a matter: "*sided* with Peru", "backs Peru *on this*"."""
    s = scene.s
    on = any(case_of(s, c.i) == _ON and c.lemma.lower() in _POINTING for c in s.children(verb))
    lemma = s.words[verb].lemma.lower()
    beside = lemma in scene.book.joins and any(case_of(s, c.i) == _WITH for c in s.children(verb))
    return on or beside or lemma in scene.book.siding


def differing(scene: Scene, before: Sequence[Position], stands: Sequence[Taken]) -> Iterator[Taken]:
    """Who only agrees or disagrees with what was just said: "Chile *disagrees*"."""
    s, sides = scene.s, scene.book.replies
    if not before or sides.keys().isdisjoint(s.written()):
        return
    taken = {i for t in stands for i in t.path}
    for w in s.words:
        side = sides.get(w.lemma.lower()) if w.upos == "VERB" else None
        if side is None or w.i in taken or scene.paths.is_unreal(w.i) or scene.paths.is_negated(w.i):
            continue
        if any(c.deprel in _GOVERNED and c.i > w.i for c in s.children(w.i)) or not scene.paths.lasts(w.i):
            continue
        over = scene.book.replies_under.get(w.lemma.lower())
        if over is not None and (w.deprel != "xcomp" or s.words[w.head].lemma.lower() not in over):
            continue
        polled = any(
            c.deprel == "nsubj" and is_share_of_people(s, c, scene.book.counted) for c in s.children(w.i)
        )
        if polled:  # "45 percent *approve*" of what is asked, whatever was said of it last
            yield Taken(Asked(before[-1].question, before[-1].object), side, w.i, (w.i,), named=True)
            continue
        if w.lemma.lower() in scene.book.attitudes:
            continue
        top = w.i if over is None else w.head  # "*begs* to differ"
        own = {p.actor for h in fillers(s, top, "subject") for p in scene.parties.reached(h)}
        last = before[-1]
        if last.holder in own or last.stance is Stance.NEUTRAL:
            continue
        stance = last.stance if side is Stance.FOR else turned(last.stance)
        yield Taken(Asked(last.question, last.object), stance, top, (top,), named=True)
