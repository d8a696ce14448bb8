"""What is to become of a thing told before: "backs the bill but *wants it extended to schools*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import as_written, clause_end, names_a_thing
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_wishes import ends, is_wish
from dragoman.language.parse import Word
from dragoman.record import Stance

_IT = frozenset({"it", "them"})
_TOLD = ("xcomp", "ccomp")
_BEFORE = ("mark", "aux", "aux:pass", "cop")


def amended(scene: Scene, stands: Sequence[Taken], last: Asked | None) -> list[Taken]:
    """The stands, with those of who wants something to become of what was stood on before, its end apart."""
    s = scene.s
    if _IT.isdisjoint(s.written()):
        return list(stands)
    found = list(stands)
    for verb, predicate in _wishes(scene):
        words = _words(scene, predicate)
        own = [t for t in found if verb.i in t.path]
        if own:
            said = predicate.text.lower()
            again = {id(t) for t in own if t.topic == verb.i and not t.ought}
            again -= {id(t) for t in own if said in t.asked.phrase.lower().split()}
            found = [_becoming(t, words) if id(t) in again else t for t in found]
            continue
        before = [t.asked for t in stands if max(t.topic, *t.path) < verb.i]
        asked = before[-1] if before else last
        if asked is not None and names_a_thing(asked.phrase, scene.book):
            stance = Stance.AGAINST if scene.paths.is_negated(verb.i) else Stance.FOR
            told = Taken(asked, stance, verb.i, (verb.i,), undoing=True)
            found.append(_becoming(told, words))
    return found


def _wishes(scene: Scene) -> Iterator[tuple[Word, Word]]:
    """The verbs by which somebody wants something to become of an *it*, each with what that is."""
    s = scene.s
    for w in s.words:
        if w.upos != "VERB" or not is_wish(s, w, scene.book.wishes) or scene.paths.is_asked(w.i):
            continue
        thing = next((c for c in s.children(w.i) if c.deprel == "obj" and c.text.lower() in _IT), None)
        below = [c for c in s.children(w.i) if c.deprel in _TOLD and c.i > w.i]
        if thing is None:
            below = [c for c in below if _has_it(scene, c)]
        told = next((c for c in below if not ends(s, c, scene.book)), None)
        if told is not None and _is_done(scene, told):
            yield w, told


def _has_it(scene: Scene, predicate: Word) -> bool:
    own = scene.s.children(predicate.i)
    return any(c.deprel.startswith("nsubj") and c.text.lower() in _IT for c in own)


def _is_done(scene: Scene, predicate: Word) -> bool:
    """Whether a predicate tells what is done to a thing, not what it is to do: "wants it *extended*"."""
    passive = any(c.deprel in ("aux:pass", "cop") for c in scene.s.children(predicate.i))
    return predicate.upos == "VERB" and (passive or not is_infinitive(scene.s, predicate))


def _words(scene: Scene, predicate: Word) -> str:
    s = scene.s
    start = min([predicate.i, *(c.i for c in s.children(predicate.i) if c.deprel in _BEFORE)])
    return as_written(scene, start, clause_end(s, predicate.i))


def _becoming(stand: Taken, words: str) -> Taken:
    asked = Asked(f"{stand.asked.phrase} {words}", stand.asked.object)
    return replace(stand, asked=asked)
