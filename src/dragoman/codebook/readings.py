"""The word lists that tell place from government and man from woman, read from the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Readings:
    """Sets of words; what each is for stands in ``codebooks/actors/readings.yaml``."""

    place_prepositions: frozenset[str] = frozenset()
    moving_words: frozenset[str] = frozenset()
    speaking_nouns: frozenset[str] = frozenset()
    place_verbs: frozenset[str] = frozenset()
    place_passives: frozenset[str] = frozenset()
    place_nouns_of: frozenset[str] = frozenset()
    place_nouns_on: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    government_heads: frozenset[str] = frozenset()
    nonowner_suffixes: frozenset[str] = frozenset()
    visiting_words: frozenset[str] = frozenset()
    actor_verbs: frozenset[str] = frozenset()
    urging_verbs: frozenset[str] = frozenset()
    dealing_verbs: frozenset[str] = frozenset()
    army_nouns: frozenset[str] = frozenset()
    companion_nouns: frozenset[str] = frozenset()
    ranking_words: frozenset[str] = frozenset()
    relative_nouns: frozenset[str] = frozenset()
    ship_nouns: frozenset[str] = frozenset()
    ship_prefixes: frozenset[str] = frozenset()
    visitor_nouns: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    female_words: frozenset[str] = frozenset()
    male_words: frozenset[str] = frozenset()
    female_names: frozenset[str] = frozenset()
    male_names: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    plain_words: frozenset[str] = frozenset()
    country_nouns: frozenset[str] = frozenset()
    phrase_breaks: frozenset[str] = frozenset()
    arresting_words: frozenset[str] = frozenset()
    abducting_words: frozenset[str] = frozenset()
    captive_fates: frozenset[str] = frozenset()
    prisoner_fates: frozenset[str] = frozenset()
    confessing_verbs: frozenset[str] = frozenset()
    captive_nouns: frozenset[str] = frozenset()
    prisoner_nouns: frozenset[str] = frozenset()
    captive_titles: frozenset[str] = frozenset()
    clash_verbs: frozenset[str] = frozenset()
    clash_nouns: frozenset[str] = frozenset()
    expelling_verbs: frozenset[str] = frozenset()
    harming_verbs: frozenset[str] = frozenset()
    striking_verbs: frozenset[str] = frozenset()
    demanding_verbs: frozenset[str] = frozenset()
    unwished_nouns: frozenset[str] = frozenset()
    borders: frozenset[str] = frozenset()
    inquiring_verbs: frozenset[str] = frozenset()
    shore_words: frozenset[str] = frozenset()
    relief_words: frozenset[str] = frozenset()
    load_nouns: frozenset[str] = frozenset()
    using_verbs: frozenset[str] = frozenset()
    staff_nouns: frozenset[str] = frozenset()
    states_words: frozenset[str] = frozenset()
    beside_words: frozenset[str] = frozenset()
    armed_nouns: frozenset[str] = frozenset()
    body_nouns: frozenset[str] = frozenset()
    court_words: frozenset[str] = frozenset()
    town_nouns: frozenset[str] = frozenset()
    district_nouns: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lists: Mapping[str, Any]) -> Readings:
        """The lists as sets; a list that is absent is empty."""
        return cls(**{f.name: frozenset(lists.get(f.name, ())) for f in fields(cls)})

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of the lists, in the order of the file."""
        return tuple(f.name for f in fields(cls))
