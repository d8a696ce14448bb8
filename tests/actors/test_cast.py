"""The actors of a report as they are named again and again."""

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.resolve.cast import COMMON, FULL, Cast


def test_whoever_is_named_again_keeps_the_name_and_gains_what_was_open(gazetteer: Gazetteer) -> None:
    cast, peru = Cast("0" * 8), gazetteer.entries["PER"]
    cast.entry(peru, None, "the Andean country", COMMON)
    assert cast.get("PER").name == peru.name
    cast.entry(peru, None, "Republic of Peru", FULL)
    cast.entry(peru, None, "Peru", FULL)
    assert (cast.get("PER").name, cast.get("PER").sector) == ("Republic of Peru", None)
    cast.entry(peru, "GOV", "Peru", COMMON)
    cast.entry(peru, "MIL", "Peru", COMMON)
    assert (cast.get("PER").name, cast.get("PER").sector) == ("Republic of Peru", "GOV")
    assert len(cast.actors()) == 1
