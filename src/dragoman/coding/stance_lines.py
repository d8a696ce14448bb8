"""Stands told as what somebody's line is: "its *line is* neutrality", "its *policy is* to keep it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import names_a_day, seconded
from dragoman.coding.syntax import fillers, with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass")
_COLON, _NO = ":", "no"
_LIKE = frozenset({"a", "an", "this", "that", "his", "her", "its", "their"})


def lines(scene: Scene, before: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands on what is told as somebody's line, policy, goal or demand, with whoever owns it."""
    s, words = scene.s, scene.book.lines
    if words.nouns.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in (t.topic, *t.path)}
    for noun in s.words:
        if noun.upos != "NOUN" or noun.lemma.lower() not in words.nouns or noun.deprel not in _SUBJECTS:
            continue
        holders = _owners(scene, noun) if noun.head >= 0 else []
        for thing in _said_to_be(scene, noun) if holders else ():
            asked = _asked(scene, noun, thing) if thing.i not in taken else None
            if asked is None or names_a_day(asked.phrase, scene.book):
                continue
            denied = any(c.text.lower() == _NO and c.deprel == "det" for c in s.children(thing.i))
            stance = Stance.AGAINST if denied else Stance.FOR
            stand = Taken(asked, stance, thing.i, (noun.i,))
            lasting = thing.lemma.lower() in scene.book.lasting_things or noun.lemma.lower() in words.doing
            if denied or lasting or seconded(s, stance):
                yield from ((stand, holder) for holder in holders)


def _owners(scene: Scene, noun: Word) -> list[Holder]:
    """Whose a line is: "*Chad's* line", "the policy *of Chad and Mali*"."""
    s = scene.s
    heads = fillers(s, noun.i, "poss") or fillers(s, noun.i, "of")
    named = dict.fromkeys(k for h in heads for k in with_conjuncts(s, h))
    return [holder for k in named if (holder := holder_at(scene, k)) is not None]


def _said_to_be(scene: Scene, noun: Word) -> Iterator[Word]:
    """What a line is said to be or to remain, or what a demand takes in; behind a colon, what it bars."""
    s, words = scene.s, scene.book.lines
    over = s.words[noun.head]
    if over.i < noun.i or scene.paths.is_asked(over.i):
        return
    if scene.paths.is_negated(over.i):
        yield from _barred(s, over)  # "the line has not changed: no new mines"
        return
    copular = any(c.deprel == "cop" and c.i > noun.i for c in s.children(over.i))
    if copular and (over.upos in ("NOUN", "PROPN") or is_infinitive(s, over)):
        if not case_of(s, over.i):
            yield from (s.words[k] for k in with_conjuncts(s, over.i) if not case_of(s, k))
        return
    if over.upos == "VERB" and over.lemma.lower() in words.being:
        below = (c for c in s.children(over.i) if c.deprel in ("xcomp", "obj") and c.i > over.i)
        thing = next((c for c in below if c.upos in ("NOUN", "PROPN") and not case_of(s, c.i)), None)
        if thing is not None:
            yield from (s.words[k] for k in with_conjuncts(s, thing.i))
            return
    yield from _barred(s, over)


def _barred(s: Sentence, over: Word) -> Iterator[Word]:
    """What stands with its *no* behind a colon: "the position is clear: *no new mines*"."""
    colon = next((w.i for w in s.words[over.i :] if w.text == _COLON), None)
    if colon is None or colon + 1 >= len(s.words) or s.words[colon + 1].text.lower() != _NO:
        return
    head = s.words[colon + 1].head
    if head > colon and s.words[head].upos == "NOUN":
        yield s.words[head]


def _asked(scene: Scene, noun: Word, thing: Word) -> Asked | None:
    """What somebody's line is on; what an aim is to do is a plan, and what a line is like says nothing."""
    s, book = scene.s, scene.book
    own = s.children(thing.i)
    wanted = noun.lemma.lower() not in book.lines.doing
    if thing.upos in ("VERB", "AUX"):
        denied = scene.paths.is_negated(thing.i)
        return None if wanted or denied else Asked(*doing(scene, thing.i))
    lemma = thing.lemma.lower()
    if lemma in book.vague or lemma in book.lines.nouns:
        return None
    if thing.upos == "PROPN" and not any(c.deprel == "amod" for c in own):
        return None  # "its top demand is Smith"
    if not (wanted or lemma in book.lasting_things or {c.text.lower() for c in own}.isdisjoint(_LIKE)):
        return None  # "Chad's position is a mystery"
    return Asked(*phrase(scene, thing.i))
