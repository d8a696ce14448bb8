"""Stands told as what an act is for: "marched *in protest at* the mine", "met *in support of* the bill"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import predicated
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of

_IT = "it"
_IN = frozenset({"in"})
_HELD = ("obl", "advcl", "nmod")


def purposes(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands for which something is done, on a thing that lasts and that is told behind."""
    s, words = scene.s, scene.book.purposes
    if words.nouns.keys().isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in (t.topic, *t.path)}
    for w in s.words:
        stance = words.nouns.get(w.text.lower())
        if stance is None or w.i in taken or w.deprel not in _HELD or case_of(s, w.i) not in _IN:
            continue
        verb = _paper(scene, w) or s.words[w.head]
        thing = _thing(scene, w)
        if thing is None or verb.upos != "VERB" or scene.paths.is_unreal(verb.i):
            continue
        if verb.lemma.lower() in scene.book.once or (
            verb.lemma.lower() in scene.book.prepositional and thing.upos == "PRON"
        ):
            continue  # a vote in favour of it is read as one for it
        asked = predicated(scene, thing.i, last)
        if asked is not None and not scene.paths.is_negated(verb.i):
            yield Taken(asked, stance, w.i, (w.i, verb.i), named=True)


def _paper(scene: Scene, noun: Word) -> Word | None:
    """Whoever carries a motion for or against a thing: "*adopted* a motion *in favour of* the bridge"."""
    s, carried = scene.s, scene.book.carried
    paper = s.words[noun.head]
    if paper.lemma.lower() not in carried.nouns or paper.deprel != "obj" or paper.head < 0:
        return None
    verb = s.words[paper.head]
    return verb if verb.lemma.lower() in carried.for_it else None


def _thing(scene: Scene, noun: Word) -> Word | None:
    """The lasting thing that a purpose is about: "in protest at *the mine*", "in support of *it*"."""
    s, words = scene.s, scene.book.purposes
    behind = [c for c in s.children(noun.i) if c.i > noun.i and case_of(s, c.i) in words.prepositions]
    known = (c for c in behind if c.text.lower() == _IT or c.lemma.lower() in scene.book.lasting_things)
    return next(known, None)
