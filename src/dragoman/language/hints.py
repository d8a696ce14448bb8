"""What the network takes words for: words that tell acts, pledges, positions, and who says what.

These are opinions with a share of certainty, not decisions; the coder weighs them beside the codebook.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.record import Span
from dragoman.values import value


@value
class Part:
    """The head word of a party, its part in an act (actor recipient speaker), and how sure that is (0–1)."""

    word: int
    part: str
    share: float


@value
class ActHint:
    """A word that may tell an act.

    ``types`` are PLOVER types with their shares (0–1), likeliest first; what is missing to 1 says that the
    word tells none. ``statuses`` likewise; ``historical`` is the share that says so. ``own`` are the types of
    the user's own with their shares, each a question by itself.
    """

    word: int
    types: tuple[tuple[str, float], ...]
    statuses: tuple[tuple[str, float], ...]
    historical: float
    mode: str | None
    parts: tuple[Part, ...]
    own: tuple[tuple[str, float], ...] = ()

    def moved(self, n: int) -> ActHint:
        """The same hint where ``n`` words stand before its sentence's."""
        return replace(self, word=self.word + n, parts=_moved(self.parts, n))

    @property
    def share(self) -> float:
        """How sure it is that the word tells an act of any type."""
        return sum(share for _, share in self.types)

    def of(self, event: str) -> float:
        """How sure it is that the word tells an act of this type."""
        return next((share for name, share in self.types if name == event), 0.0)


@value
class BondHint:
    """A word that may tell a pledge (the act undertaken) or a position (what ties its holder to its object).

    ``kinds`` are strengths or stances with their shares, likeliest first; what is missing to 1 says that the
    word tells none. Among ``parts`` the actor is whoever binds themselves or holds the position, the
    recipient whom it is promised to or what it is about.
    """

    word: int
    kinds: tuple[tuple[str, float], ...]
    parts: tuple[Part, ...]

    def moved(self, n: int) -> BondHint:
        """The same hint where ``n`` words stand before its sentence's."""
        return replace(self, word=self.word + n, parts=_moved(self.parts, n))

    @property
    def share(self) -> float:
        """How sure it is that the word tells one of any kind."""
        return sum(share for _, share in self.kinds)


@value
class SpeechHint:
    """A word that may report speech, with the characters of its source and of what is said."""

    word: int
    share: float
    source: tuple[Span, ...]
    content: tuple[Span, ...]

    def moved(self, n: int) -> SpeechHint:
        """The same hint where ``n`` words stand before its sentence's."""
        return replace(self, word=self.word + n)


def _moved(parts: tuple[Part, ...], n: int) -> tuple[Part, ...]:
    """The same parties where ``n`` words stand before their sentence's."""
    return tuple(replace(p, word=p.word + n) for p in parts)
