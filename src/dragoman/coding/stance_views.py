"""Who has the view of another: "takes the same view", "is of the opposite opinion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_holding import held
from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import names_a_thing
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import fillers
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Position, Stance


def alike(scene: Scene, before: Sequence[Position], here: Sequence[Taken]) -> Iterator[Position]:
    """The stands of those who see a matter as another, or as its opposite.

    ``before`` are the positions of earlier sentences, ``here`` the stands of this one.
    """
    s, words = scene.s, scene.book.alike
    if not (before or here) or words.nouns.isdisjoint(s.written()):
        return
    for w in s.words:
        if w.upos != "NOUN" or w.lemma.lower() not in words.nouns:
            continue
        over = _by(scene, w)
        if over is None or scene.paths.is_unreal(over) or scene.paths.is_negated(over):
            continue
        nearer = [p for t in here if t.topic < w.i for p in held(scene, t)]
        told = _meant(scene, w, [p for p in (*before, *nearer) if names_a_thing(p.question, scene.book)])
        if told is None:
            continue
        position, same = told
        stance: Stance = position.stance if same else turned(position.stance)
        stand = Taken(Asked(position.question, position.object), stance, over, (over,))
        yield from (p for p in held(scene, stand) if scene.side(p.holder) != scene.side(position.holder))


def _by(scene: Scene, view: Word) -> int | None:
    """The word whose subject has a view: "*takes* the same view", "is of the same *mind*"."""
    s, words = scene.s, scene.book.alike
    if case_of(s, view.i) in words.of:
        return view.i if any(c.deprel == "cop" for c in s.children(view.i)) else None
    over = s.words[view.head] if view.deprel == "obj" and view.head >= 0 else None
    return over.i if over is not None and over.lemma.lower() in words.verbs else None


def _meant(scene: Scene, view: Word, before: Sequence[Position]) -> tuple[Position, bool] | None:
    """The position that a view is like or unlike, and which of both."""
    s, words = scene.s, scene.book.alike
    own = {c.text.lower() for c in s.children(view.i)}
    same, unlike = bool(own & words.same), bool(own & words.other)
    if not (same or unlike):
        return None
    beside = fillers(s, view.i, "as") + fillers(s, view.i, "with")
    if not beside:
        alone = not before or before[-1].stance is Stance.NEUTRAL
        return None if alone else (before[-1], same)
    sides = {scene.side(p.actor) for h in beside for p in scene.parties.reached(h)}
    found = next((p for p in reversed(before) if scene.side(p.holder) in sides), None)
    return None if found is None else (found, not unlike)
