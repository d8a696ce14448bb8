"""Stands told as what somebody holds to be so: "Ghana *maintains that* the matter is internal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import clause, predicated
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import is_passive
from dragoman.language.parse import Word
from dragoman.record import Stance

_THAT = "that"
_PAST = "Past"
_ALWAYS = frozenset({"always", "long", "still", "consistently"})


def convictions(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands on a clause that somebody holds to be true now, where no other rule has one in it.

    Who *held* or *maintained* a thing may only have said it that day; what was or will be, or what
    somebody does, is no matter to stand on.
    """
    s, words = scene.s, scene.book.convictions.verbs
    if words.isdisjoint(s.written()) or _THAT not in s.written():
        return  # as in most sentences
    taken = {i for t in before for i in (t.topic, *t.path)}
    for w in s.words:
        if w.upos != "VERB" or w.lemma.lower() not in words or w.i in taken or not _holds(scene, w):
            continue
        for told in (c for c in s.children(w.i) if c.deprel == "ccomp" and c.i > w.i):
            if taken.isdisjoint(s.subtree(told.i)) and _is_general(scene, told):
                yield from _on(scene, w, told, last)


def _on(scene: Scene, w: Word, told: Word, last: Asked | None) -> Iterator[Taken]:
    """The stand on a clause: for what it says, against what it says to do harm, or to be barred."""
    words, own = scene.book.convictions, scene.s.children(told.i)
    harms, bars = (told.lemma.lower() in kind for kind in (words.harming, words.barring))
    if not (harms or bars):
        if not any(c.deprel == "cop" for c in own):
            return  # "maintains that owners sell too cheaply" is a report
        yield Taken(Asked(*clause(scene, told.i)), Stance.FOR, w.i, (w.i,), named=True, ought=True)
        return
    thing = next((c.i for c in own if c.deprel.startswith("nsubj" if harms else "obj")), None)
    asked = None if thing is None else predicated(scene, thing, last)
    if asked is not None:
        yield Taken(asked, Stance.AGAINST, w.i, (w.i,), named=True)


def _holds(scene: Scene, w: Word) -> bool:
    """Whether a verb tells what somebody holds now or always, not what they said once."""
    own = scene.s.children(w.i)
    beside = {c.lemma.lower() for c in own if c.deprel in ("advmod", "obl")}
    now = w.feat("Tense") != _PAST and not any(c.deprel.startswith("aux") for c in own)
    if is_passive(scene.s, w.i) or scene.paths.is_unreal(w.i) or scene.paths.is_negated(w.i):
        return False
    return now or not _ALWAYS.isdisjoint(beside)


def _is_general(scene: Scene, told: Word) -> bool:
    """Whether a clause tells what is so of a thing: not what somebody did, will do, or did not do."""
    s = scene.s
    own = s.children(told.i)
    marked = any(c.deprel == "mark" and c.text.lower() == _THAT for c in own)
    heads = [c for c in own if c.deprel.startswith("nsubj")]
    helpers = [c for c in own if c.deprel.startswith(("aux", "cop"))]
    past = any(c.feat("Tense") == _PAST for c in (told, *helpers)) and not is_passive(s, told.i)
    thing = heads and heads[0].upos in ("NOUN", "PROPN")
    modal = any(c.deprel == "aux" and c.lemma.lower() not in ("be", "do") for c in helpers)
    return bool(marked and thing and not past and not modal and not scene.paths.is_negated(told.i))
