"""Deeds that somebody holds to be right or wrong: "considers *it a mistake to* move water between basins"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import doing
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.record import Stance

_IT = "it"
_TOLD = ("xcomp", "ccomp", "csubj", "advcl", "acl")
_SAID = ("xcomp", "obj", "obl", "amod", "ccomp", "nsubj")
_FURTHEST = 8


def judged(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those to whom it is a mistake, or a duty, to do a thing, in the order of the text."""
    s, words = scene.s, scene.book.verdicts
    if words.judging.isdisjoint(s.written()) or words.predicates.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in (t.topic, *t.path)}
    for verb in s.words:
        if verb.upos != "VERB" or verb.lemma.lower() not in words.judging or verb.i in taken:
            continue
        behind = s.words[verb.i + 1] if verb.i + 1 < len(s.words) else None
        if behind is None or behind.text.lower() != _IT or scene.paths.is_unreal(verb.i):
            continue
        told = _judgement(scene, verb)
        if told is not None and scene.paths.lasts(verb.i):
            stance, deed = told
            if not scene.paths.is_negated(verb.i):
                yield Taken(Asked(*doing(scene, deed.i)), stance, verb.i, (verb.i,), named=True, ought=True)


def _judgement(scene: Scene, verb: Word) -> tuple[Stance, Word] | None:
    """What a deed is held to be, and its verb: "*wrong* to *sell* the forest"."""
    s, sides = scene.s, scene.book.verdicts.sides
    near = s.words[verb.i + 2 : verb.i + 2 + _FURTHEST]
    said = next((w for w in near if w.deprel in _SAID and w.text.lower() in sides), None)
    if said is None or any(c.text.lower() == "no" for c in s.children(said.i)):
        return None
    behind = s.words[said.i + 1 : said.i + 1 + _FURTHEST]
    deed = next((w for w in behind if w.upos == "VERB" and w.deprel in _TOLD and is_infinitive(s, w)), None)
    return None if deed is None else (sides[said.text.lower()], deed)
