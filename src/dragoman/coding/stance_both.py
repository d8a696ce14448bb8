"""What *both* stands for: the two matters that were stood on last, each of which has its own stand.

"Norway backs the pact and the base. The Centre opposes *both*."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import names_a_thing
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.record import Position

_BOTH = "both"
_GOVERNED = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass"})
_TWO = 2


def of_both(scene: Scene, stands: Sequence[Taken], before: Sequence[Position]) -> list[Taken]:
    """The stands of a sentence, with one on each of the two matters for one on *both*."""
    s = scene.s
    if _BOTH not in s.written():
        return list(stands)  # as in most sentences
    found = list(stands)
    for w in (w for w in s.words if _stands_alone(scene, w)):
        asked = list(_two(scene, found, before, w))
        for t in [t for t in found if _is_on(scene, t, w)]:
            at = found.index(t)
            if asked:
                found[at : at + 1] = [replace(t, asked=_told_of(t, a)) for a in asked]
    return found


def _stands_alone(scene: Scene, w: Word) -> bool:
    """Whether *both* is what a word is about, not one half of "both X and Y" or of "both sides"."""
    s = scene.s
    if w.text.lower() != _BOTH or w.deprel not in _GOVERNED or w.head < 0:
        return False
    subject = w.deprel.startswith("nsubj") and s.words[w.head].deprel not in ("xcomp", "ccomp")
    return not subject and not s.children(w.i)


def _is_on(scene: Scene, stand: Taken, both: Word) -> bool:
    """Whether a stand is on *both*: by what governs it, or in its own words."""
    s = scene.s
    over = s.words[both.head]
    governing = {both.i, over.i, over.head if over.deprel in ("xcomp", "ccomp") else over.i}
    told = {stand.topic, *stand.path}
    named = _is_named(stand)
    pointed = both.deprel != "nsubj" and over.i in told
    return (named and not governing.isdisjoint(told)) or pointed


def _is_named(stand: Taken) -> bool:
    """Whether the words of a stand name no more than *both*: "both", "both kept"."""
    return stand.asked.phrase.lower().split()[:1] == [_BOTH]


def _two(scene: Scene, stands: Sequence[Taken], before: Sequence[Position], both: Word) -> Iterator[Asked]:
    """The two matters stood on last before *both*, in the order of their telling; none but two will do."""
    first = [t for t in stands if max(t.topic, *t.path) < both.i and not _is_on(scene, t, both)]
    told = [t.asked for t in sorted(first, key=lambda t: t.topic)]
    place = before[-1].evidence if before and not told else None
    earlier = [Asked(p.question, p.object) for p in before if p.evidence == place]
    last: list[Asked] = []
    for asked in reversed([*earlier, *told]):
        if (
            asked not in last
            and names_a_thing(asked.phrase, scene.book)
            and _BOTH not in asked.phrase.split()
        ):
            last.append(asked)
    if len(last) >= _TWO:
        yield from reversed(last[:_TWO])


def _told_of(stand: Taken, matter: Asked) -> Asked:
    """One of the two matters as the stand has it: "wants *both kept*" is for the pact kept."""
    _, _, rest = stand.asked.phrase.partition(" ")
    named = _is_named(stand)
    return replace(matter, phrase=f"{matter.phrase} {rest}") if named and rest else matter
