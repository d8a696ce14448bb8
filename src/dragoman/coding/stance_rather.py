"""What somebody would rather have or do: "would rather *keep the ferry*", "would rather *not sell*"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import clause, doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_wishes import WOULD
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance

_RATHER = frozenset({"rather", "sooner"})
_CLAUSES = ("ccomp", "xcomp")
_HAVING, _THAN = "have", "than"


def rathers(scene: Scene, last: Asked | None) -> Iterator[Taken]:
    """The stands of those who would rather one thing than another, in the order of the text."""
    s = scene.s
    if _RATHER.isdisjoint(s.written()):
        return  # as in most sentences
    for adverb in s.words:
        if adverb.text.lower() not in _RATHER or adverb.deprel != "advmod" or adverb.head < 0:
            continue
        verb = s.words[adverb.head]
        if not any(c.text.lower() in WOULD for c in s.children(verb.i) if c.deprel == "aux"):
            if verb.text.lower() not in WOULD:
                continue
            if scene.paths.is_negated(verb.i) and last is not None:  # "its rival would rather not"
                yield Taken(last, Stance.AGAINST, verb.i, (verb.i,), undoing=True)
            continue
        if any(c.lemma.lower() == _HAVING for c in s.children(verb.i) if c.deprel == "aux"):
            continue  # "would rather have had a letter" is of what is past
        deed = next((c for c in s.children(verb.i) if _is_set_behind(scene, c)), None)
        told = (
            _told(scene, verb) if deed is None else None
        )  # "would rather *pay* than sell it" is no wish to pay
        if told is not None:
            none = scene.paths.is_negated(verb.i) or scene.paths.wants_none(verb)
            stance = Stance.AGAINST if none else Stance.FOR
            yield Taken(told, stance, verb.i, (verb.i,), undoing=True, ought=True)
        less = next((c for c in _than(scene, verb)), None)
        if less is not None:  # "would rather have a ferry *than a bridge*"
            yield Taken(Asked(*phrase(scene, less)), Stance.AGAINST, less, (verb.i,), undoing=True)
        if deed is not None:  # "would rather resign *than sell the forest*"
            yield Taken(Asked(*doing(scene, deed.i)), Stance.AGAINST, deed.i, (verb.i,), undoing=True)


def _told(scene: Scene, verb: Word) -> Asked | None:
    """What is wished: a thing to have, what is to become of it, else the deed itself."""
    s = scene.s
    things = [c for c in s.children(verb.i) if c.deprel == "obj" and c.i > verb.i]
    below = [c for c in s.children(verb.i) if c.deprel in _CLAUSES and c.i > verb.i]
    wished = verb.lemma.lower() in scene.book.wishes.seeing
    if below and (wished or not is_infinitive(s, below[0])):
        return Asked(*clause(scene, below[0].i))
    if verb.lemma.lower() == _HAVING:
        return _but_for_than(*phrase(scene, things[0].i)) if things and things[0].upos == "NOUN" else None
    if verb.upos != "VERB" or not things or things[0].upos == "PRON":
        return None  # "would rather stay at home"
    return _but_for_than(*doing(scene, verb.i))


def _than(scene: Scene, verb: Word) -> Iterator[int]:
    """The thing behind *than* that somebody would rather not have."""
    s = scene.s
    near = [verb.i, *(c.i for c in s.children(verb.i) if c.deprel == "obj")]
    for c in (c for k in near for c in s.children(k)):
        thing = (
            c.deprel in ("obl", "nmod") and c.upos in ("NOUN", "PROPN", "NUM") and case_of(s, c.i) == _THAN
        )
        if thing and c.text.lower() not in scene.book.denying.nobody:
            yield c.i


def _is_set_behind(scene: Scene, c: Word) -> bool:
    """Whether a deed on a thing is what somebody would rather not do: "rather … *than share the lake*"."""
    things = any(k.deprel == "obj" for k in scene.s.children(c.i))
    return c.deprel in ("advcl", "ccomp") and _THAN in marks_of(scene.s, c.i) and c.upos == "VERB" and things


def _but_for_than(words: str, about: str | None) -> Asked:
    """A thing without what it is set against: "a partnership *than nothing*"."""
    return Asked(words.partition(" than ")[0], about)
