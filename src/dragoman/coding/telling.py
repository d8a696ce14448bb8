"""What in the words of one telling keeps it apart from another: "a second bomb", "so far", nine and two."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.syntax import objects, surface_subject
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of
from dragoman.record import Span
from dragoman.values import value

# How a sum over many acts is told, which is none of them.
_SUM = frozenset({"since", "so far", "in all", "in total"})


@value
class Telling:
    """What sets one telling apart: whether it is one more act or a sum, and how many it counts."""

    further: bool
    summed: bool
    counted: frozenset[tuple[str, str]]

    def apart_from(self, other: Telling) -> bool:
        """Whether the two cannot be of one act: nine students here are not two reporters there."""
        if self.further != other.further or self.summed != other.summed:
            return True
        numbers, whom = ({c[k] for c in self.counted} for k in (0, 1))
        others, them = ({c[k] for c in other.counted} for k in (0, 1))
        return bool(numbers and others) and numbers.isdisjoint(others) and whom.isdisjoint(them)


def telling_of(s: Sentence, trigger: int, recipients: Iterable[Span]) -> Telling:
    """The telling of an act by a word of a sentence, with the spans of whom it falls upon."""
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
    return Telling(not tree_words().further.isdisjoint(words), _is_sum(s, trigger), counted)


def _is_sum(s: Sentence, trigger: int) -> bool:
    """Whether what a verb tells is added up: "more than 20 have been killed since May"."""
    below = s.children(trigger)
    perfect = any(c.lemma.lower() == "have" and c.deprel.startswith("aux") for c in below)
    phrases = {case_of(s, c.i) for c in below if c.deprel.startswith("obl")}
    phrases |= {f"{s.words[c.i - 1].text.lower()} {c.text.lower()}" for c in below if c.i}
    return perfect and not _SUM.isdisjoint(phrases)
