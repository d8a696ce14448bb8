"""What a stand is on that names its matter by a pronoun: "Peru backs the canal, and Chad is against it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.language.parse import Sentence

POINTED = Asked("", None)
"""What is asked where the words only point at it."""


def pointed_out(s: Sentence, stands: Sequence[Taken], last: Asked | None) -> list[Taken]:
    """The stands with what each is on: one that only points is on what the stand before it is on.

    The stand before is the nearest in the sentence, else the ``last`` of the sentences before; a stand that
    points at nothing is none.
    """
    if all(t.asked is not POINTED for t in stands):
        return list(stands)
    meant: dict[int, Asked] = {}
    recent = last
    for stand in sorted(stands, key=lambda t: t.topic):
        if stand.asked is not POINTED:
            recent = stand.asked
        elif recent is not None:
            meant[stand.topic] = recent
    kept = [t for t in stands if t.asked is not POINTED or t.topic in meant]
    return [replace(t, asked=meant[t.topic]) if t.asked is POINTED else t for t in kept]
