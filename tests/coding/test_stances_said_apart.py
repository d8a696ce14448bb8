"""Stands by set phrases, by whoever is called a supporter, and by whoever a sentence names ahead."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        # A day beside a stand is no matter of it.
        (
            "Norway's government on Friday poured cold water on the plan for a new ferry.",
            ("Norway's government", "against", "plan"),
        ),
        ("Norway has nothing but scorn for the quota.", ("Norway", "against", "quota")),
        ("Norway still needs the lease, its minister said.", ("Norway", "for", "lease")),
        ("Malta sees no future for the levy.", ("Malta", "against", "levy")),
        # Of what nobody makes a secret they have.
        ("Oman and Qatar have made no secret of their dislike of the canal.", ("Qatar", "against", "canal")),
        ("Peru left no doubt about its opposition to the lease.", ("Peru", "against", "lease")),
        # Who is called so without saying of what is so of what was told.
        ("Chad backs the canal. Malta is a quiet supporter.", ("Malta", "for", "canal")),
        ("Chad backs the canal, but Malta is a fierce opponent.", ("Malta", "against", "canal")),
        # Whatever the tense, a word that is for stands alone tells one on what lasts.
        (
            "The speaker said that Danes who opposed the lease should pay the fee.",
            ("Danes", "against", "lease"),
        ),
        ("Malta will go on campaigning for a treaty on seals.", ("Malta", "for", "treaty on seals")),
        # By whom something ought to be.
        ("According to Peru, the union should drop the levy.", ("Peru", "for", "levy")),
        ("In Norway's view, the mine must be closed.", ("Norway", "for", "closure of mine")),
    ],
)
def test_stands_that_are_told_by_more_than_a_verb(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    who, side, matter = stand
    assert any(h[0] == who and h[1] == side and matter in h[2] for h in held(read(text))), held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway poured cold water on the fire.",
        "Norway still needs rain.",
        "The mine still needs a licence.",
        "According to Norway, the canal should be ready by May.",  # foretold, not wanted
        "According to Norway, the canal will be closed.",
        "In Norway's view, the talks should begin soon.",
        "Norway said that it would support the lease if the fee fell.",
    ],
)
def test_no_stand_where_nothing_is_wanted(read: Read, text: str) -> None:
    assert not held(read(text))


def test_nobody_is_in_favour_of_a_favour(read: Read) -> None:
    stands = held(read("The canal treaty came before the house. Several states are in favour."))
    assert all("favour" not in matter for _, _, matter in stands)


def test_who_is_no_supporter_of_anything_told_stands_nowhere(read: Read) -> None:
    stands = held(read("Chad backs the canal. Malta is not a supporter. Togo is a supporter of Peru's team."))
    assert {who for who, _, _ in stands} == {"Chad"}
