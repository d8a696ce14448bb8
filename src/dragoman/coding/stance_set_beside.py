"""What is named beside the thing of a stand: "*let alone a base*", "*though not on oil*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_gapped import first_thing
from dragoman.coding.stance_paths import Asked, Taken, latest
from dragoman.coding.stance_phrases import doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.record import Stance

_LET, _ALONE, _NOT = "let", "alone", "not"
_THOUGH = frozenset({"though", "although", "albeit", "if"})
_SIDED = frozenset({"for", "of", "to", "with"})  # they stand before what a stand is on
_OF_THINGS = frozenset({"on", "over", "in", "against"})
_OPENING = _THOUGH | {_ALONE}


def set_beside(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """The stands on what is set beside the thing of a stand of the sentence."""
    s = scene.s
    if not stands or _OPENING.isdisjoint(s.written()):
        return
    for w in s.words:
        text = w.text.lower()
        if text == _ALONE and w.i and s.words[w.i - 1].text.lower() == _LET:
            yield from _still_less(scene, w.i - 1, stands)
        elif text in _THOUGH and s.words[min(w.i + 1, len(s.words) - 1)].text.lower() == _NOT:
            yield from _though_not(scene, w.i, stands)


def _still_less(scene: Scene, let: int, stands: Sequence[Taken]) -> Iterator[Taken]:
    """Who is against a thing is more so against the other: "rules out a truce, *let alone talks*"."""
    stand = latest(stands, let)
    start = let + 2 + _is_preposition(scene, let + 2)
    thing = first_thing(scene.s, start)
    if stand is not None and stand.stance is Stance.AGAINST and thing is not None:
        yield _on(scene, stand, thing, Stance.AGAINST)


def _though_not(scene: Scene, though: int, stands: Sequence[Taken]) -> Iterator[Taken]:
    """Who is for a thing is against what is left out: "favours a tax on copper, *though not on gold*"."""
    s, stand = scene.s, latest(stands, though)
    if stand is None or stand.stance is not Stance.FOR or stand.ought:
        return
    case = s.words[though + 2].text.lower() if though + 2 < len(s.words) else ""
    governed = _is_preposition(scene, though + 2)
    thing = first_thing(s, though + 2 + governed) or _gerund(scene, though + 2 + governed)
    if thing is None or (governed and case not in _SIDED | _OF_THINGS):
        return
    if thing.lemma.lower() in scene.book.bare.times:
        return
    told = _on(scene, stand, thing, Stance.AGAINST)
    noun, _, rest = stand.asked.phrase.partition(f" {case} ")
    if case in _OF_THINGS and noun and rest:
        told = replace(told, asked=Asked(f"{noun} {case} {told.asked.phrase}", told.asked.object))
    yield told


def _on(scene: Scene, stand: Taken, thing: Word, stance: Stance) -> Taken:
    words, about = doing(scene, thing.i) if thing.upos == "VERB" else phrase(scene, thing.i)
    asked = Asked(words.removeprefix(f"{_LET} {_ALONE} "), about)
    return replace(stand, asked=asked, stance=stance, topic=thing.i, undoing=True)


def _gerund(scene: Scene, i: int) -> Word | None:
    words = scene.s.words[i : i + 1]
    return next((w for w in words if w.upos == "VERB" and w.text.lower().endswith("ing")), None)


def _is_preposition(scene: Scene, i: int) -> bool:
    return i < len(scene.s.words) and scene.s.words[i].upos in ("ADP", "SCONJ")
