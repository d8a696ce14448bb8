"""The word lists that tell place from government and man from woman, read from the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Readings:
    """Sets of words, tuples where their order counts; ``codebooks/actors/readings.yaml`` says what for."""

    place_prepositions: frozenset[str] = frozenset()
    moving_words: frozenset[str] = frozenset()
    speaking_nouns: frozenset[str] = frozenset()
    wish_nouns: frozenset[str] = frozenset()
    place_verbs: frozenset[str] = frozenset()
    place_passives: frozenset[str] = frozenset()
    place_nouns_of: frozenset[str] = frozenset()
    place_nouns_on: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    government_heads: frozenset[str] = frozenset()
    nonowner_suffixes: frozenset[str] = frozenset()
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
    killing_words: frozenset[str] = frozenset()
    dead_words: frozenset[str] = frozenset()
    dead_nouns: frozenset[str] = frozenset()
    captive_fates: frozenset[str] = frozenset()
    prisoner_fates: frozenset[str] = frozenset()
    confessing_verbs: frozenset[str] = frozenset()
    captive_nouns: frozenset[str] = frozenset()
    prisoner_nouns: frozenset[str] = frozenset()
    captive_titles: frozenset[str] = frozenset()
    clash_verbs: frozenset[str] = frozenset()
    clash_nouns: frozenset[str] = frozenset()
    bargain_verbs: frozenset[str] = frozenset()
    bargain_nouns: frozenset[str] = frozenset()
    expelling_verbs: frozenset[str] = frozenset()
    harming_verbs: frozenset[str] = frozenset()
    war_verbs: frozenset[str] = frozenset()
    striking_verbs: frozenset[str] = frozenset()
    demanding_verbs: frozenset[str] = frozenset()
    unwished_nouns: frozenset[str] = frozenset()
    borders: frozenset[str] = frozenset()
    inquiring_verbs: frozenset[str] = frozenset()
    shore_words: frozenset[str] = frozenset()
    relief_words: frozenset[str] = frozenset()
    load_nouns: frozenset[str] = frozenset()
    using_verbs: frozenset[str] = frozenset()
    banking_nouns: frozenset[str] = frozenset()
    downing_verbs: frozenset[str] = frozenset()
    staff_nouns: frozenset[str] = frozenset()
    states_words: frozenset[str] = frozenset()
    foreign_words: frozenset[str] = frozenset()
    beside_words: frozenset[str] = frozenset()
    armed_nouns: frozenset[str] = frozenset()
    body_nouns: frozenset[str] = frozenset()
    court_words: frozenset[str] = frozenset()
    helper_nouns: frozenset[str] = frozenset()
    commanding_ranks: frozenset[str] = frozenset()
    other_ranks: frozenset[str] = frozenset()
    office_nouns: frozenset[str] = frozenset()
    word_acronyms: frozenset[str] = frozenset()
    leading_words: frozenset[str] = frozenset()
    reaching_verbs: frozenset[str] = frozenset()
    officer_nouns: frozenset[str] = frozenset()
    fallen_words: frozenset[str] = frozenset()
    ranked_nouns: frozenset[str] = frozenset()
    army_chief_offices: frozenset[str] = frozenset()
    office_makers: frozenset[str] = frozenset()
    convoy_nouns: frozenset[str] = frozenset()
    means_nouns: frozenset[str] = frozenset()
    tank_nouns: frozenset[str] = frozenset()
    tank_words: frozenset[str] = frozenset()
    region_nouns: frozenset[str] = frozenset()
    neighbour_nouns: frozenset[str] = frozenset()
    facing_nouns: frozenset[str] = frozenset()
    side_nouns: frozenset[str] = frozenset()
    paired_persons: frozenset[str] = frozenset()
    worldwide_nouns: frozenset[str] = frozenset()
    state_nouns: frozenset[str] = frozenset()
    nations_court_words: frozenset[str] = frozenset()
    state_offices: tuple[str, ...] = ()
    body_offices: tuple[str, ...] = ()
    title_states: tuple[str, ...] = ()
    name_sectors: tuple[str, ...] = ()
    town_nouns: frozenset[str] = frozenset()
    district_nouns: frozenset[str] = frozenset()

    def is_rank(self, role: str) -> bool:
        """Whether a role, by its name, is a rank or a title that stands before a name."""
        return role in self.commanding_ranks or role in self.other_ranks

    @classmethod
    def of(cls, lists: Mapping[str, Any]) -> Readings:
        """The lists as sets or tuples; a list that is absent is empty."""
        kinds: dict[str, Any] = {f.name: tuple if f.default == () else frozenset for f in fields(cls)}
        return cls(**{name: kind(lists.get(name, ())) for name, kind in kinds.items()})

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of the lists, in the order of the file."""
        return tuple(f.name for f in fields(cls))
