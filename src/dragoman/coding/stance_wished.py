"""What else a wish is for: "wants the house kept *and elected by all*", "… *and its rules rewritten*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import clause, clause_end, nominal, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_wishes import Undone, ends, is_wish, undone
from dragoman.coding.syntax import with_conjuncts
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_TOLD = ("ccomp", "xcomp")
_HELPING = ("aux", "cop")
_BEFORE = ("mark", "aux", "aux:pass", "cop")


def further(scene: Scene, wish: int, heads: Sequence[int]) -> Iterator[Asked]:
    """What *and* joins to the first thing that somebody wishes, each by its own words.

    A clause without a thing of its own is of the first one; of ``heads`` that is the one before it.
    """
    s = scene.s
    for first in (c for c in s.children(wish) if c.deprel in _TOLD and c.i > wish):
        own = [c.i for c in s.children(first.i) if c.deprel.startswith("nsubj") and c.i < first.i]
        thing = next(iter((*own, *(h for h in heads if wish < h < first.i))), None)
        for joined in (c for c in s.children(first.i) if c.deprel == "conj" and c.upos in ("VERB", "ADJ")):
            asked = None if thing is None else _joined(scene, joined, thing)
            if asked is not None:
                yield asked


def _joined(scene: Scene, joined: Word, thing: int) -> Asked | None:
    """A joined clause of its own subject, else of the thing before: "the house be elected by all"."""
    s, own = scene.s, scene.s.children(joined.i)
    if any(c.deprel.startswith("nsubj") for c in own):
        return Asked(*(nominal(scene, joined.i) or clause(scene, joined.i)))
    if s.words[thing].upos == "PRON" or joined.feat("VerbForm") == "Fin":
        return None
    words, about = phrase(scene, thing)
    start = min([joined.i, *(c.i for c in own if c.deprel in _BEFORE)])
    told = " ".join(s.chars(start, clause_end(s, joined.i)).of(scene.text).split())
    return Asked(f"{words} {told}", about)


def wished_beside(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """The things that are wished beside what is to become of another: "wants it scrapped *and a vote*"."""
    s = scene.s
    for stand in stands:
        verb = s.words[stand.topic]
        if verb.upos != "VERB" or not is_wish(s, verb, scene.book.wishes):
            continue
        for first in (c for c in s.children(verb.i) if c.deprel in _TOLD and c.i > verb.i):
            for joined in (c for c in s.children(first.i) if c.deprel == "conj" and c.upos == "NOUN"):
                own = {c.deprel for c in s.children(joined.i)}
                if not (own & {"nsubj", "nsubj:pass", "cop", "case"} or scene.parties.at(joined.i)):
                    yield replace(
                        stand, asked=Asked(*phrase(scene, joined.i)), topic=joined.i, stance=Stance.FOR
                    )
        if not stand.undoing or scene.paths.is_negated(verb.i):
            continue
        end = undone(s, verb, scene.book)
        if end is not None:
            yield from _gone_too(scene, stand, end)
            yield from _become_of_others(scene, stand, verb, end)


def _gone_too(scene: Scene, stand: Taken, end: Undone) -> Iterator[Taken]:
    """The things that are to be gone with the first: "wants the levy *and the toll* scrapped"."""
    s = scene.s
    if s.words[end.thing].upos != "NOUN":
        return
    for joined in (s.words[k] for k in with_conjuncts(s, end.thing)[1:]):
        if joined.upos == "NOUN" and joined.i < end.by and not case_of(s, joined.i):
            yield replace(stand, asked=Asked(*phrase(scene, joined.i)), topic=joined.i)


def _become_of_others(scene: Scene, stand: Taken, wish: Word, end: Undone) -> Iterator[Taken]:
    """What is to become of others beside a thing that is to be gone: "… *and its rules rewritten*"."""
    s = scene.s
    for joined in (c for k in {wish.i, end.by} for c in s.children(k) if c.deprel == "conj"):
        own = s.children(joined.i)
        things = [c for c in own if c.deprel in ("nsubj", "nsubj:pass") and end.by < c.i < joined.i]
        bare = joined.feat("VerbForm") == "Part" and not any(c.deprel.startswith(_HELPING) for c in own)
        if not things or things[0].upos != "NOUN" or not bare or joined.upos != "VERB":
            continue
        if ends(s, joined, scene.book):
            asked, side = Asked(*phrase(scene, things[0].i)), stand.stance
        else:
            asked, side = Asked(*clause(scene, joined.i)), turned(stand.stance)
        yield replace(stand, asked=asked, stance=side, topic=joined.i)
