"""The parties that the network sees in an act or a bond: known actors, and words for nobody known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from dragoman.coding.parties import Parties, Party
from dragoman.coding.syntax import with_conjuncts
from dragoman.language.hints import Part
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of
from dragoman.record import Span

_PART = 0.5  # a word is a party when the head gives its part at least this share
_LIKELIEST = 0.25  # enough for the likeliest word, where none has that much


class WithParts(Protocol):
    """What the network takes a word for, with the words that have a part in it."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The words with their parts."""
        ...


def words_of(hint: WithParts, part: str) -> list[int]:
    """The words that the head gives a part; where it is sure of none, the likeliest."""
    some = [p for p in hint.parts if p.part == part and p.share > _LIKELIEST]
    if not some:
        return []
    sure = [p.word for p in some if p.share > _PART]
    return sure or [max(some, key=lambda p: p.share).word]


def at_part(parties: Parties, hint: WithParts, part: str) -> tuple[Party, ...]:
    """The actors at the words that the head gives a part, and whoever "between" joins to one of them."""
    words = words_of(hint, part)
    return parties.among(list(dict.fromkeys(k for i in words for k in _between(parties.sentence, i))))


def _between(s: Sentence, i: int) -> list[int]:
    """A word and, after "between", the others with it: "talks between Chad and the rebels"."""
    return with_conjuncts(s, i) if case_of(s, i) == "between" else [i]


def unknown(parties: Parties, hint: WithParts, part: str, known: Iterable[Party]) -> tuple[Span, ...]:
    """The words that the head gives a part in an act and that are no actor: a crowd, a plan, a ruling.

    Of "a raid on a Chadian post" the post is Chad, which is reached through it, and nobody besides.
    """
    heads = words_of(hint, part)
    if not heads:
        return ()
    spans = [p.span for p in known]
    return tuple(parties.sentence.words[i].span for i in heads if not _known_at(parties, i, spans))


def _known_at(parties: Parties, i: int, spans: Sequence[Span]) -> bool:
    """Whether some known parties stand at a word, or are reached through what it names."""
    word = parties.sentence.words[i].span
    return any(k.overlaps(word) for k in spans) or any(p.span in spans for p in parties.among([i]))
