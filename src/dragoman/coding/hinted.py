"""The parties that the network sees in an act: known actors, and words that stand for nobody known."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.parties import Parties, Party
from dragoman.language.hints import ActHint
from dragoman.record import Span

_PART = 0.5  # a word is a party when the head gives its part at least this share


def at_part(parties: Parties, hint: ActHint, part: str) -> tuple[Party, ...]:
    """The actors at the words that the head gives a part in an act."""
    return parties.among([p.word for p in hint.parts if p.part == part and p.share > _PART])


def unknown(parties: Parties, hint: ActHint, part: str, known: Iterable[Party]) -> tuple[Span, ...]:
    """The words that the head gives a part in an act and that are no actor: a crowd, a plan, a ruling."""
    s = parties.sentence
    spans = [p.span for p in known]
    words = [s.words[p.word].span for p in hint.parts if p.part == part and p.share > _PART]
    return tuple(w for w in words if not any(k.overlaps(w) for k in spans))
