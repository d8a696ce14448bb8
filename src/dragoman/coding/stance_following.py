"""Who follows another's stand or leaves it: "Peru *followed suit*", "backed by Peru *but not by Chile*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_contrast import is_set_aside
from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Taken, latest, turned
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import is_passive, surface_subject, with_conjuncts
from dragoman.language.parse import Word

_SAME = {"follow": frozenset({"suit"}), "do": frozenset({"likewise", "same"})}
_AGENT = "obl:agent"


def following(scene: Scene, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands of those who do as was told before of another in the sentence, or, named so, do not."""
    s = scene.s
    if not stands:
        return
    for w in s.words:
        if w.lemma.lower() in _SAME and _does_the_same(scene, w):
            stand = latest(stands, w.i)
            if stand is not None:
                told = replace(stand, topic=w.i, path=(w.i,), undoing=True)
                heads = [k for h in surface_subject(s, w.i) for k in with_conjuncts(s, h)]
                yield from ((told, h) for k in heads if (h := holder_at(scene, k)) is not None)
    for stand in stands:
        verb = stand.path[-1]
        if not is_passive(s, verb):
            continue
        agents = [c for c in s.children(verb) if c.deprel == _AGENT]
        for c in (*agents, *(k for a in agents for k in s.children(a.i) if k.deprel == "conj")):
            if is_set_aside(s, c.i) and (holder := holder_at(scene, c.i)) is not None:
                yield replace(stand, stance=turned(stand.stance), undoing=True), holder


def shared_by(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """Whose a stand is too that is told as shared: "Peru's resistance to it *is shared by* Chile"."""
    s = scene.s
    if not stands or scene.book.sharing.isdisjoint(s.written()):
        return
    for w in s.words:
        if w.lemma.lower() not in scene.book.sharing or not is_passive(s, w.i) or scene.paths.is_negated(w.i):
            continue
        subjects = {c.i for c in s.children(w.i) if c.deprel == "nsubj:pass"}
        stand = next((t for t in stands if subjects & {t.topic, *t.path}), None)
        if stand is not None:
            yield replace(stand, topic=w.i, path=(w.i,), undoing=True)


def _does_the_same(scene: Scene, w: Word) -> bool:
    """Whether a verb only tells that another's deed was done too: "did likewise", "followed suit"."""
    own = scene.s.children(w.i)
    same = any(c.text.lower() in _SAME[w.lemma.lower()] and c.i > w.i for c in own)
    return same and not scene.paths.is_negated(w.i) and not scene.paths.is_unreal(w.i)
