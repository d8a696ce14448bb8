"""Stands whose matter is named last: "*what* Chad wants *is* a port", "all Malta seeks is …"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import names_a_day
from dragoman.coding.syntax import with_conjuncts
from dragoman.language.parse import Word
from dragoman.record import Stance

_CLAUSES = ("acl:relcl", "acl")


def clefts(scene: Scene) -> Iterator[tuple[Taken, Holder]]:
    """The stands on what a sentence names behind its *is*, with whoever the clause before it tells of."""
    s, words = scene.s, scene.book.clefts
    if words.opening.isdisjoint(s.written()):
        return  # as in most sentences
    for w in s.words:
        if w.lemma.lower() not in words.opening:
            continue
        one = _told_of(scene, w)
        for verb in (c for c in s.words[w.i + 1 :] if c.deprel in _CLAUSES):
            thing = _named_last(scene, w, one, verb)
            stance = _stance(scene, verb) if thing is not None else None
            asked = _asked(scene, verb, thing) if thing is not None and stance is not None else None
            if thing is None or stance is None or asked is None:
                continue
            stand = Taken(asked, stance, thing.i, (verb.i,), named=True)
            for head in _whose(scene, one, verb):
                for k in with_conjuncts(s, head):
                    if (holder := holder_at(scene, k)) is not None:
                        yield stand, holder


def _told_of(scene: Scene, w: Word) -> Word:
    """The word that the clause hangs on: *what*, or whoever *all* was taken to count."""
    return scene.s.words[w.head] if w.deprel.startswith("det") and w.i < w.head else w


def _named_last(scene: Scene, w: Word, one: Word, verb: Word) -> Word | None:
    """What the opening word is said to be: "what Chad wants is *a port*", "… is *to leave*".

    The tree may hang the opening word and its clause on that very thing.
    """
    s = scene.s
    over = s.words[verb.head]
    if over.i in (w.i, one.i) and over.i < verb.i and over.head >= 0:
        over = s.words[over.head] if over.deprel == "nsubj" or over.deprel.startswith("det") else over
    elif w.deprel not in ("det", "det:predet"):
        return None
    if over.i <= verb.i or not any(c.deprel == "cop" and c.i > verb.i for c in s.children(over.i)):
        return None
    return None if scene.paths.is_negated(over.i) or scene.paths.is_asked(over.i) else over


def _stance(scene: Scene, verb: Word) -> Stance | None:
    words, lemma = scene.book.clefts, verb.lemma.lower()
    denied = scene.paths.is_negated(verb.i)
    if lemma in words.wanting:
        return Stance.AGAINST if denied else Stance.FOR
    if lemma in words.bearing:
        return Stance.AGAINST if denied else None  # "what it can accept" only makes way
    return Stance.AGAINST if lemma in words.barring and not denied else None


def _asked(scene: Scene, verb: Word, thing: Word) -> Asked | None:
    """What is stood on, unless it is no matter to stand on: "what he wants is *an answer*"."""
    s, book = scene.s, scene.book
    if thing.upos == "VERB":
        return Asked(*doing(scene, thing.i)) if is_infinitive(s, thing) else None
    lemma = thing.lemma.lower()
    topics = [t for _, t in book.topics.get((True, verb.lemma.lower()), ())]
    barred = any(lemma in words for topic in topics for words in topic.excluded.values())
    if thing.upos != "NOUN" or barred or lemma in book.vague:
        return None
    asked = Asked(*phrase(scene, thing.i))
    return None if names_a_day(asked.phrase, book) else asked


def _whose(scene: Scene, one: Word, verb: Word) -> list[int]:
    """Whoever wants or bars it: the clause's subject, or the noun that *all* was taken to count."""
    subjects = [c.i for c in scene.s.children(verb.i) if c.deprel == "nsubj"]
    counted = one.lemma.lower() not in scene.book.clefts.opening
    return subjects or ([one.i] if counted else [])
