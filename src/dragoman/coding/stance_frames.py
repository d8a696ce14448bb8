"""What ought to be by whoever a sentence names ahead: "*According to Ruiz*, states should leave the pact"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_demands import Demanded
from dragoman.coding.stance_eyes import viewpoint
from dragoman.coding.stance_finding import ordered
from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of

_ACCORDING = "according to"
_HUNG = ("obl", "nmod", "advcl")
# What should *be done* may as well be foretold: "according to the mayor, the bridge should be built by May".
_BINDING = frozenset({"must", "ought"})


def framed(scene: Scene, last: Asked | None, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands on what ought to be, with whoever says so by a phrase instead of a verb."""
    s, book = scene.s, scene.book
    if book.demanding.modals.isdisjoint(s.written()):
        return
    taken = {i for t in stands for i in (t.topic, *t.path)}
    for w in s.words:
        who = _who(scene, w)
        verb = s.words[w.head] if who and w.head >= 0 else None
        if verb is None or verb.i in taken or not _ought(scene, verb):
            continue
        for head in who:
            holder = holder_at(scene, head)
            if holder is not None:
                demand = Demanded(head, verb.i, scene.paths.is_negated(verb.i), viewed=True)
                yield from ((stand, holder) for stand in ordered(scene, (demand,), last, stands))


def _who(scene: Scene, w: Word) -> list[int]:
    """Whose word or view a phrase tells: "according to *Ruiz*", "in *Ruiz's* view"."""
    if w.deprel in _HUNG and case_of(scene.s, w.i) == _ACCORDING:
        return [w.i]
    return viewpoint(scene, w)


def _ought(scene: Scene, verb: Word) -> bool:
    """Whether a clause tells what is to be done with a thing that lasts."""
    s, book = scene.s, scene.book
    own = s.children(verb.i)
    modal = {c.lemma.lower() for c in own if c.deprel == "aux"} & book.demanding.modals
    things = [c for c in own if c.deprel in ("obj", "nsubj:pass", "nsubj") and c.upos == "NOUN"]
    deed = any(c.deprel == "obj" for c in own)
    lasts = any(c.lemma.lower() in book.lasting_things for c in things)
    return bool(modal) and lasts and (deed or bool(modal & _BINDING)) and not scene.paths.is_asked(verb.i)
