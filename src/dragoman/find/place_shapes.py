"""What may stand between two place names, or behind one, so that the one tells where the other lies.

The shapes are built from the nouns of ``codebooks/places/words.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.find.place_words import PlaceWords, shipped_words


@dataclass(frozen=True, slots=True)
class PlaceShapes:
    """Patterns over what stands beside place names.

    ``in_division`` is "San Jose*, in the department of* Arauca", with ``national_division`` behind an
    adjective ("in the Colombian *department of*") and ``opens_in_division`` at the head of a sentence.
    ``near`` is "Ada*, near the port of* Tema". ``town_of`` is "Lebanon's *northern city of* Tripoli" and "the
    Kenyan *capital,* Nairobi", ``kind`` "Tripoli, northern Lebanon*'s largest city*" and "Tripoli, a Lebanese
    *port*". ``capital`` is "the Kenyan *capital*", but not "the Kenyan capital, Nairobi", which is found by
    its name. ``opening_town_of`` is "In *the Norwegian town of* Voss". ``away`` is "Ada*, a town 70 km from*
    Tema" and "Ada*, near* Tema"; ``placed`` ends in "a mill *in* Ada" and "*the village of* Ada".
    """

    in_division: re.Pattern[str]
    national_division: re.Pattern[str]
    opens_in_division: re.Pattern[str]
    near: re.Pattern[str]
    town_of: re.Pattern[str]
    kind: re.Pattern[str]
    capital: re.Pattern[str]
    opening_town_of: re.Pattern[str]
    away: re.Pattern[str]
    placed: re.Pattern[str]


def shapes_of(words: PlaceWords) -> PlaceShapes:
    """The patterns with the nouns of a lexicon."""
    division = rf"(?:{_either(words.divisions)})\s+of\s+"
    kinds = _either(words.kinds_of_place)
    return PlaceShapes(
        in_division=re.compile(rf"\s*,?\s+in\s+the\s+(?:[a-z][\w-]*\s+)?{division}"),
        national_division=re.compile(rf"\s+(?:[a-z][\w-]*\s+)?{division}"),
        opens_in_division=re.compile(rf"(?:^|[.!?][\"”']?\s|\n)\s*In\s+the\s+(?:[\w-]+\s+)?{division}$"),
        near=re.compile(
            r"\s*,?\s+(?:near|outside|close\s+to|next\s+to)\s+"
            rf"(?:the\s+(?:{_either(words.near_kinds)})\s+of\s+)?"
        ),
        town_of=re.compile(
            r"\s+(?:(?!(?:the|an?|in|of|at|near|from|to|and)\s)[\w-]+\s+){0,2}"
            rf"(?:{kinds})\s*(?:,\s*|\s(?:of\s+)?)"
        ),
        kind=re.compile(rf"(?P<owned>[’']s?)?\s+(?:[a-z][\w-]*\s+){{0,2}}(?:{kinds})\b"),
        capital=re.compile(
            r"(?P<owned>[’']s?)?\s+capital\b(?![-’'])(?!\s*,?\s+(?:city\s+)?(?:of\s+)?[A-Z])"
            rf"(?!\s+(?:of|{_either(words.no_capital)}))"
        ),
        opening_town_of=re.compile(
            rf"\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}(?:{_either(words.opening_kinds)})\s+of\s+"
        ),
        away=re.compile(
            rf"(?:,\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:{kinds})\s+(?:just\s+)?|,?\s+)"
            rf"(?:(?:[a-z]+\s+)?\d[\d.,]*\s*(?:{_either(words.distances)})\s+(?:[a-z-]+\s+)?(?:from|of|outside)|"
            r"near|outside|close\s+to)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}"
        ),
        placed=re.compile(
            rf"(?:^|[\s(“\"])(?:in|at|near|outside|around|(?:{kinds})\s+of)\s+$", re.IGNORECASE
        ),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


@cache
def place_shapes() -> PlaceShapes:
    """The patterns with the nouns in the package; built once a process."""
    return shapes_of(shipped_words())
