"""What in the words of one telling keeps it apart from another, or says that it is the very same.

Apart: "a second bomb", "so far", nine students here and two reporters there. The same: "seized cocaine …
*the drugs were seized*", "pledged aid … *his pledge*".
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.act import Act
from dragoman.coding.syntax import objects, surface_subject
from dragoman.language.determiners import POINTING
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of
from dragoman.record import Span
from dragoman.values import value

_NEAR = 2  # sentences on in which the thing seized or burned is named again
_STEM = 5
# How a sum over many acts is told, which is none of them.
_SUM = frozenset({"since", "so far", "in all", "in total"})


@value
class Telling:
    """What sets one telling apart: whether it is one more act or a sum, and how many it counts.

    What makes it the same: the ``words`` that tell it in the sentence with the number ``place``, to which
    ``things`` it is done, whether it ``points`` back to them or ``names`` the promise again, and what else
    is ``told`` of it.
    """

    further: bool
    summed: bool
    counted: frozenset[tuple[str, str]]
    place: int = 0
    words: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    points: bool = False
    names: bool = False
    told: frozenset[str] = frozenset()

    def apart_from(self, other: Telling) -> bool:
        """Whether the two cannot be of one act: nine students here are not two reporters there."""
        if self.further != other.further or self.summed != other.summed:
            return True
        numbers, whom = ({c[k] for c in self.counted} for k in (0, 1))
        others, them = ({c[k] for c in other.counted} for k in (0, 1))
        return bool(numbers and others) and numbers.isdisjoint(others) and whom.isdisjoint(them)

    def taken_up_by(self, later: Telling) -> bool:
        """Whether a later telling takes up this one: the same word done to the very thing, or its noun."""
        apart = later.place - self.place
        if later.names:
            new = later.told - later.words
            return apart in (0, 1) and _akin(self.words, later.words) and (not new or bool(new & self.told))
        if not later.points or not 0 < apart <= _NEAR or self.words.isdisjoint(later.words):
            return False
        return bool(self.things) and bool(later.things & (self.things | tree_words().named_again))


def telling_of(s: Sentence, act: Act, recipients: Iterable[Span], place: int = 0) -> Telling:
    """The telling of an act by a sentence, the how manieth it is, with the spans of whom it falls upon."""
    trigger = act.trigger
    told = [trigger, *surface_subject(s, trigger), *objects(s, trigger)]
    words = {c.text.lower() for i in told for c in s.children(i) if c.deprel in ("det", "amod")}
    heads = (s.head_of(span) for span in recipients)
    counted = frozenset(
        (c.text.lower(), s.words[head].lemma.lower())
        for head in heads
        if head is not None
        for c in s.children(head)
        if c.deprel == "nummod"
    )
    heads_of_things = [i for i in objects(s, trigger) if s.words[i].upos in ("NOUN", "PROPN")]
    top = s.words[act.top]
    below = (s.words[i] for i in s.subtree(top.i) if i != top.i)
    return Telling(
        not tree_words().further.isdisjoint(words),
        _is_sum(s, trigger),
        counted,
        place,
        frozenset({s.words[trigger].lemma.lower(), top.lemma.lower()}),
        frozenset(s.words[k].lemma.lower() for i in heads_of_things for k in (i, *_of(s, i))),
        any(_points(s, i) for i in heads_of_things),
        top.upos == "NOUN" and _points(s, top.i),
        frozenset(w.lemma.lower() for w in below if w.upos in ("NOUN", "VERB", "PROPN")),
    )


def _of(s: Sentence, i: int) -> list[int]:
    """What a measure is of: the *cocaine* of "300 kg of cocaine"."""
    return [c.i for c in s.children(i) if c.deprel.startswith("nmod") and case_of(s, c.i) == "of"]


def _points(s: Sentence, i: int) -> bool:
    """Whether a noun points back to what was told: "the drugs", "his pledge"."""
    return any(
        (c.deprel == "det" and c.text.lower() in POINTING)
        or (c.deprel == "nmod:poss" and c.upos in ("PRON", "DET"))
        for c in s.children(i)
    )


def _akin(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a verb and a noun are of one stem: promise, pledge; agree and agreement."""
    return any(a == b or a[:_STEM] == b[:_STEM] for a in words for b in others if len(a) >= _STEM <= len(b))


def _is_sum(s: Sentence, trigger: int) -> bool:
    """Whether what a verb tells is added up: "more than 20 have been killed since May"."""
    below = s.children(trigger)
    perfect = any(c.lemma.lower() == "have" and c.deprel.startswith("aux") for c in below)
    phrases = {case_of(s, c.i) for c in below if c.deprel.startswith("obl")}
    phrases |= {f"{s.words[c.i - 1].text.lower()} {c.text.lower()}" for c in below if c.i}
    return perfect and not _SUM.isdisjoint(phrases)
