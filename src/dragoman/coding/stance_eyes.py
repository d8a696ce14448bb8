"""What a thing is in somebody's eyes: "*in the view of the guides* the toll is unfair", "*for Chad*, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.codebook.recurring import shipped_recurring
from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import antecedent, fillers, with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_IN, _OF = "in", "of"
_TO_WHOM = frozenset({"for", "to"})
_HUNG = ("obl", "nmod", "advcl")
_BREAKS = frozenset({",", ";", ":", "-", "--", "–", "—", "but", "and", "while", '"', "“", "”"})


def seen_so(scene: Scene, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands on things that are good or bad in the eyes of whoever a phrase names."""
    s, words = scene.s, scene.book.verdicts
    if words.predicates.isdisjoint(s.written()):
        return  # as in most sentences
    if scene.book.eyes.isdisjoint(s.written()) and _TO_WHOM.isdisjoint(s.written()):
        return
    taken = {i for t in stands for i in (t.topic, *t.path)}
    for w in s.words:
        whose = viewpoint(scene, w)
        said = s.words[w.head] if whose and w.head >= 0 else None
        stand = None if said is None or said.i in taken else _verdict(scene, said)
        if stand is not None:
            holders = (holder_at(scene, k) for one in whose for k in with_conjuncts(s, one))
            yield from ((stand, holder) for holder in holders if holder is not None)


def viewpoint(scene: Scene, w: Word) -> list[int]:
    """In whose eyes a clause is told: "in *Ruiz's* view", "in the eyes of *Ruiz*", "for *Ruiz*, …"."""
    s = scene.s
    if w.deprel not in _HUNG:
        return []
    case = case_of(s, w.i)
    if case in _TO_WHOM:
        return [w.i] if _is_somebody(scene, w) and _is_set_ahead(s, w) else []
    if case != _IN or w.lemma.lower() not in scene.book.eyes:
        return []
    owners = fillers(s, w.i, "poss") or fillers(s, w.i, _OF)
    return [antecedent(s, k) for k in owners]


def _is_somebody(scene: Scene, w: Word) -> bool:
    """Whether a word is for somebody who may have a view: no time, no place and no thing."""
    party = scene.parties.at(w.i)
    return party is not None and shipped_recurring().sorts.get(w.lemma.lower()) != "thing"


def _is_set_ahead(s: Sentence, w: Word) -> bool:
    """Whether a phrase opens its clause, before the subject: "*For the guides*, the toll is unfair"."""
    first = min(s.subtree(w.i))
    subjects = [c.i for c in s.children(w.head) if c.deprel.startswith("nsubj")] if w.head >= 0 else []
    ahead = first == 0 or s.words[first - 1].text.lower() in _BREAKS
    return ahead and bool(subjects) and w.i < min(subjects)


def _verdict(scene: Scene, said: Word) -> Taken | None:
    """The stand that a predicate takes on a lasting thing: "the toll is *unfair*"."""
    s, book = scene.s, scene.book
    side = book.verdicts.sides.get(said.text.lower()) or book.verdicts.sides.get(said.lemma.lower())
    if case_of(s, said.i) in book.verdicts.beyond.get(said.lemma.lower(), ()):
        side = Stance.AGAINST  # "for the guides a toll is *out of the question*"
    own = s.children(said.i)
    thing = next((c for c in own if c.deprel.startswith("nsubj") and c.upos == "NOUN"), None)
    if side is None or thing is None or not any(c.deprel == "cop" for c in own):
        return None
    lasts = thing.lemma.lower() in book.lasting_things or thing.lemma.lower() in book.stand_ins
    if not lasts or scene.paths.is_unreal(said.i) or scene.paths.is_asked(said.i):
        return None
    stance = turned(side) if scene.paths.is_negated(said.i) else side
    return Taken(Asked(*phrase(scene, thing.i)), stance, said.i, (said.i,), named=True)
