"""Over whose objections something is done: "*over the objections of Mali*", "*with the consent of* …".

Whoever objects is against what is done there; whoever agrees is for it. Where somebody stands on a matter
"against the wishes of" others, these stand on the other side of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import fillers, with_conjuncts
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_FACE, _OF = "face", "of"
_WHOSE = ("of", "from", "by", "among")
_ABOUT = frozenset({"to", "about"})
_HELD = ("obl", "nmod", "advmod")


def over_objections(scene: Scene, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands of those over whose objections, or with whose consent, something is done."""
    s, words = scene.s, scene.book.over_objections
    if words.nouns.isdisjoint(s.written()):
        return  # as in most sentences
    for w in s.words:
        stance = _side(scene, w)
        over = _governing(scene, w) if stance is not None else None
        if stance is None or over is None or any(case_of(s, c.i) in _ABOUT for c in s.children(w.i)):
            continue
        stand = next((t for t in reversed(stands) if over.i in t.path and t.topic != w.i), None)
        if stand is not None:
            side = stand.stance if stance is Stance.FOR else turned(stand.stance)
            told = Taken(stand.asked, side, w.i, (w.i,), undoing=True)
        else:
            asked = _done(scene, over, w)
            if asked is None:
                continue
            told = Taken(asked, stance, w.i, (w.i,), undoing=True, doubtful=True)
        yield from ((told, h) for k in _whose(scene, w) if (h := holder_at(scene, k)) is not None)


def _side(scene: Scene, w: Word) -> Stance | None:
    """The side of those whose objections or consent a phrase tells of, None for any other word."""
    words, lemma = scene.book.over_objections, w.lemma.lower()
    if w.upos != "NOUN" or w.deprel not in _HELD or w.head < 0:
        return None
    case = case_of(scene.s, w.i)
    if case == _OF and scene.s.words[w.head].text.lower() == _FACE:
        return Stance.AGAINST if lemma in words.objecting else None
    if lemma in words.objecting and case in words.despite:
        return Stance.AGAINST
    if lemma in words.wishing and case in words.against:
        return Stance.AGAINST
    return Stance.FOR if lemma in words.agreeing and case in words.having else None


def _governing(scene: Scene, w: Word) -> Word | None:
    """The verb or predicate of what is done, *in the face of* and a noun between passed over."""
    s, over = scene.s, scene.s.words[w.head]
    while over.head >= 0 and over.upos not in ("VERB", "ADJ") and not _is_told(scene, over):
        over = s.words[over.head]
    told = over.upos in ("VERB", "ADJ") or _is_told(scene, over)
    return over if told and not scene.paths.is_unreal(over.i) else None


def _is_told(scene: Scene, w: Word) -> bool:
    """Whether a word is told of somebody by *be*: "is against the *lease*"."""
    return any(c.deprel == "cop" for c in scene.s.children(w.i))


def _done(scene: Scene, verb: Word, w: Word) -> Asked | None:
    """What is done there, by its thing where it has one: "passed *the law* over …", else by the verb."""
    s = scene.s
    if scene.book.attitudes.get(verb.lemma.lower()) is Stance.AGAINST or scene.paths.is_negated(verb.i):
        return None
    below = next((c for c in s.children(verb.i) if c.deprel == "xcomp" and c.i < w.i), None)
    if below is not None and any(c.deprel == "obj" for c in s.children(below.i)):
        return Asked(*doing(scene, below.i))  # "decided *to sell the port* over …"
    things = [c for c in s.children(verb.i) if c.deprel in ("obj", "nsubj:pass") and c.i < w.i]
    things = things or [c for c in s.children(verb.i) if c.deprel == "obl" and case_of(s, c.i) == "on"]
    if not things or things[0].upos not in ("NOUN", "PROPN"):
        return None
    if things[0].text.lower() in scene.book.days:
        return None  # "decided on Tuesday"
    ended = verb.lemma.lower() in scene.book.wishes.scrapping
    if ended or scene.parties.at(things[0].i) is not None:
        last = max(things[0].i, *s.subtree(things[0].i)) if things[0].i > verb.i else things[0].i
        first = min(verb.i, things[0].i)
        return Asked(" ".join(s.chars(first, last).of(scene.text).split()), None)
    return Asked(*phrase(scene, things[0].i))


def _whose(scene: Scene, w: Word) -> list[int]:
    """Whose objections they are, joined ones too: "of *Mali and Chad*", "*Mali's* objections"."""
    s = scene.s
    heads = [k for case in _WHOSE for k in fillers(s, w.i, case)]
    heads = heads or [c.i for c in s.children(w.i) if c.deprel == "nmod:poss" and c.upos != "PRON"]
    return list(dict.fromkeys(k for h in heads for k in with_conjuncts(s, h)))
