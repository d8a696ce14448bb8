"""Stands whose matter is named last, behind *is*."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("What Malta wants is a seat in the union.", ("Malta", "for", "seat in the union")),
        ("All Norway seeks is a longer lease.", ("Norway", "for", "longer lease")),
        ("All the islanders want is their own quota.", ("islanders", "for", "quota")),
        (
            "What Ghana cannot accept, he said, is a levy on cocoa.",
            ("Ghana", "against", "levy on cocoa"),
        ),
        ("The one thing Denmark opposes is a second canal.", ("Denmark", "against", "second canal")),
        ("What Togo wants is to leave the pact.", ("Togo", "for", "leave the pact")),
    ],
)
def test_a_matter_named_behind_is_belongs_to_the_stand_before_it(
    read: Read, text: str, stand: tuple[str, str, str]
) -> None:
    who, side, matter = stand
    assert any(h[0] == who and h[1] == side and matter in h[2] for h in held(read(text))), held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "What Malta can accept is a longer lease.",  # only makes way for it
        "What Malta wants is unclear.",
        "What Malta wants is an answer.",
        "What Malta wants is not a second canal.",
        "What Malta sells is a second canal.",
    ],
)
def test_what_is_not_named_as_a_matter_is_no_stand(read: Read, text: str) -> None:
    assert not held(read(text))
