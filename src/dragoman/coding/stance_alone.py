"""Sides taken by a verb without a thing behind: "the bishops *spoke against*", "Chad *voted in favour*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import spoken_of
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import is_for_good
from dragoman.coding.syntax import is_passive
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_AGAINST, _IN, _OF = "against", "in", "of"
_FAVOUR = frozenset({"favour", "favor", "support"})
_HUNG = ("obl", "advmod", "compound:prt", "obj", "xcomp")
_ENDS = frozenset({"PUNCT", "CCONJ", "SCONJ"})


def sided_alone(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those who speak or vote for or against what was told of before."""
    s = scene.s
    if _AGAINST not in s.written() and _FAVOUR.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in (t.topic, *t.path)}
    for w in s.words:
        stance = _side(s, w)
        verb = s.words[w.head] if stance is not None and w.head >= 0 else None
        if stance is None or verb is None or not _is_on_it(scene, verb) or verb.i in taken:
            continue
        near = next((t.asked for t in reversed(before) if t.topic < w.i), None)
        asked = near or spoken_of(scene, verb.i) or last
        if asked is None or scene.paths.is_unreal(verb.i) or scene.paths.is_negated(verb.i):
            continue
        stand = Taken(asked, stance, w.i, (w.i, verb.i), named=True)
        done = verb.lemma.lower() in scene.book.once  # who voted so did it once
        if scene.paths.lasts(verb.i) or (not done and is_for_good(s, stand, scene.book)):
            yield stand


def _side(s: Sentence, w: Word) -> Stance | None:
    """The side that a word tells by itself at the end of its clause."""
    if w.deprel not in _HUNG or not _is_last(s, w):
        return None
    if w.text.lower() == _AGAINST:
        return Stance.AGAINST
    return Stance.FOR if w.lemma.lower() in _FAVOUR and case_of(s, w.i) == _IN else None


def _is_last(s: Sentence, w: Word) -> bool:
    behind = s.words[w.i + 1] if w.i + 1 < len(s.words) else None
    return behind is None or behind.upos in _ENDS


def _is_on_it(scene: Scene, verb: Word) -> bool:
    """Whether a verb is one of taking sides, told of whoever does so."""
    known = verb.upos == "VERB" and verb.lemma.lower() in scene.book.prepositional
    return known and not is_passive(scene.s, verb.i)
