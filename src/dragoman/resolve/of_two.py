"""Words for two who were just named: "the former", "both", "the neighbours", "both countries' armies"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.language.parse import Word
from dragoman.resolve.phrase_view import View
from dragoman.resolve.scene import Scene, Seen

ORDER = {"former": 0, "latter": 1}
BOTH = "both"
_ALONE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "conj"})
_NEAR = 2  # sentences back to a neighbour and to those joined by "and"


def stands_alone(word: Word, words: Sequence[Word]) -> bool:
    """Whether "the former", "the latter" or "both" has no noun of its own, and so means those just named."""
    norm = word.text.lower()
    if word.deprel not in _ALONE:
        return False
    if norm == BOTH:  # what is done to both is mostly done to things
        return word.deprel != "nsubj:pass" and not any(
            w.head == word.i and w.deprel != "punct" for w in words
        )
    return norm in ORDER and word.i > 0 and words[word.i - 1].text.lower() == "the"


def two_before(scene: Scene, view: View, start: int) -> tuple[str, ...]:
    """The two whom "and" joined last, else the only two that the nearest sentence before names; else none."""
    told = {
        n: [s for s in scene.seen if s.sentence == n and (n < view.index or s.start < start)]
        for n in range(view.index, view.index - _NEAR - 1, -1)
    }
    for n, here in told.items():
        if joined := _joined(scene, here, n):
            return joined
    for n in (view.index, view.index - 1):
        if named := tuple(dict.fromkeys(s.actor for s in told[n] if not s.place)):
            return named if len(named) == 2 else ()
    return ()


def both_before(scene: Scene, view: View, paired: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Both of whom something is told: the only two, or the one pair, that the sentence before names."""
    before = [s for s in scene.since(view.index - 1) if s.sentence < view.index]
    named = tuple(dict.fromkeys(s.actor for s in before if not s.place))
    if len(named) == 1:
        return paired.get(named[0], ())
    return named if len(named) == 2 else _joined(scene, before, view.index - 1)


def _joined(scene: Scene, here: Sequence[Seen], sentence: int) -> tuple[str, ...]:
    """The two, and no third with them, whom "and" joins in a sentence."""
    pairs: set[tuple[str, ...]] = {
        both for n, both in scene.beside.values() if n == sentence and len(both) == 2
    }
    pairs |= {both for s in here if len(both := scene.joined.get(s.actor, ())) == 2}
    return pairs.pop() if len(pairs) == 1 else ()


def neighbour(scene: Scene, sentence: int, state: str, gazetteer: Gazetteer) -> str | None:
    """The one state with a border to another that was named lately: "Peru … *its neighbour*"."""
    borders = gazetteer.readings.borders
    near = dict.fromkeys(s.country for s in scene.seen if s.country and 0 <= sentence - s.sentence <= _NEAR)
    beside = [s for s in near if f"{min(s, state)}-{max(s, state)}" in borders]
    return beside[0] if len(beside) == 1 else None
