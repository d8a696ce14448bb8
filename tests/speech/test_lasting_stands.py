"""Stands told in the past, of things just named, and by doings: what lasts, and what was of a day."""

from __future__ import annotations

import pytest

from .conftest import Parse
from .test_stances import positions


@pytest.mark.parametrize(
    ("text", "holder", "stance", "word"),
    [
        # the past is only that of the telling
        ("Kenya said on Monday that it was opposed to any cut in the quota.", "KEN", "against", "cut"),
        ("Ghana said that it cannot support the quota.", "GHA", "against", "quota"),
        ("Kenya told Ghana that Spain remained committed to its treaty with Japan.", "SPA", "for", "treaty"),
        # a doing that one is for or against
        ("Kenya is against opening the canal.", "KEN", "against", "canal"),
        ("Spain is against scrapping the quota.", "SPA", "for", "quota"),
        # what a thing just named is to be
        ("Brazil calls the quota a relic and demands that it be scrapped.", "BRA", "against", "quota"),
        ("Kenya favours the levy. Japan wants it abolished.", "JAP", "against", "levy"),
        # judgements and wishes
        ("Japan regards the quota as outdated.", "JAP", "against", "quota"),
        ("Spain considers the treaty irreplaceable.", "SPA", "for", "treaty"),
        ("Spain is keen to keep the base.", "SPA", "for", "base"),
        ("Ghana repeated its call for a regional court.", "GHA", "for", "court"),
    ],
)
def test_a_stand_is_read(parse: Parse, text: str, holder: str, stance: str, word: str) -> None:
    found = {(p.holder, p.stance.value) for p in positions(parse, text) if word in p.question}
    assert (holder, stance) in found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected the condition on Monday.",
        "Spain rejected a plea by Ghana to pay the fine.",
        "Spain urged the farmers to stay at home.",
        "Kenya urged Ghana to show restraint.",
        "Ghana can support the quota.",
        "Spain is keen to see its children.",
        "Ghana repeated its call for calm.",
        "Kenya accepted a loan in return for a share in the port.",
    ],
)
def test_what_is_of_a_day_or_another_s_to_do_is_no_stand(parse: Parse, text: str) -> None:
    assert not positions(parse, text)


def test_whoever_is_against_a_doing_that_ends_a_thing_is_not_against_the_thing(parse: Parse) -> None:
    found = positions(parse, "Kenya is against lifting the quota.")
    assert {p.stance.value for p in found} == {"for"}
    found = positions(parse, "Kenya is not against lifting the quota.")
    assert {p.stance.value for p in found} <= {"neutral"}
