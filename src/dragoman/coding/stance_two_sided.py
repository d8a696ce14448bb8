"""Two sides under one verb: "stands *for* free ports *and against* the toll"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of

_AGAINST = "against"
_THINGS = ("NOUN", "PROPN")


def two_sided(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those who speak for one thing and against another, where no rule has read them."""
    s, book = scene.s, scene.book
    if _AGAINST not in s.written():
        return  # as in most sentences
    taken = {t.topic for t in before}
    for second in s.words:
        first = _first_of(scene, second)
        if first is None:
            continue
        verb = s.words[first.head]
        if scene.paths.is_unreal(verb.i) or scene.paths.is_negated(verb.i):
            continue
        if verb.lemma.lower() in book.once and not scene.paths.lasts(verb.i):
            continue  # "voted for the levy and against the toll" is a deed of its day
        for thing in (first, second):
            if thing.i not in taken and thing.lemma.lower() not in book.bare.times:
                stance = book.prepositions[case_of(s, thing.i)]
                asked = Asked(*phrase(scene, thing.i))
                yield Taken(asked, stance, thing.i, (thing.i, verb.i), named=True)


def _first_of(scene: Scene, second: Word) -> Word | None:
    """The thing on the other side under the same verb: "*for free ports* and against …"."""
    s, sides = scene.s, scene.book.prepositions
    if second.upos not in _THINGS or second.deprel not in ("obl", "conj") or second.head < 0:
        return None
    if case_of(s, second.i) not in sides or not any(c.deprel == "cc" for c in s.children(second.i)):
        return None
    over = s.words[second.head]
    before = [over] if second.deprel == "conj" else s.children(over.i)
    for first in before:
        case = case_of(s, first.i)
        under = first.deprel == "obl" and first.i < second.i and first.upos in _THINGS
        known = under and s.words[first.head].lemma.lower() in scene.book.prepositional
        if known and case in sides and sides[case] is not sides[case_of(s, second.i)]:
            return first
    return None
