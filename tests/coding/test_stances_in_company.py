"""Whose a stand is where a holder is named behind, has company, is one of a list or is put at a share."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # Who is named behind a description, known or not, one or several.
        ("Malta plans a canal. Its main rival, the Harbour League, opposes the canal.", "Harbour League"),
        ("Malta plans a canal. The two largest unions, the GWU and the UHM, oppose the canal.", "UHM"),
        ("Malta plans a canal. One of them, Ama Boateng, opposes the canal.", "Ama Boateng"),
        # Who is in somebody's company, in a list, joined to a part of a name, or one of many.
        ("The Vatican, together with Togo, opposes the canal.", "Togo"),
        ("The Vatican, like Togo, opposes the canal.", "Togo"),
        ("Like Togo and Chad, the Vatican opposes the canal.", "Chad"),
        ("The Vatican opposes the canal, along with Togo and Chad.", "Chad"),
        ("The World Wide Fund for Nature and Greenpeace oppose the canal.", "Greenpeace"),
        ("Unions of teachers and employers alike oppose the canal.", "employers"),
        ("A council in Gozo, a Sikh association and the archbishop oppose the canal.", "Sikh association"),
        ("More than 80 countries, India among them, oppose the canal.", "More than 80 countries"),
        ("More than 80 countries, India among them, oppose the canal.", "India"),
        ("Five ministers oppose the canal, among them Ama Boateng.", "Ama Boateng"),
        # Other names belong to the member of a list that they stand behind; as many are named as are counted.
        ("The navy ministry and the owner, Vanguard, oppose the canal.", "navy ministry"),
        (
            "The two others, the Left of the old prime minister and the Motherland Party, oppose the canal.",
            "Motherland Party",
        ),
        # *That* heads no phrase that begins with it.
        ("Malta plans a canal, a canal that bakers and most relatives of the victims oppose.", "bakers"),
        # A body is none of those whom it is of.
        ("Chad and Mali met. The rowing clubs of both countries oppose the canal.", "rowing clubs of both"),
        # By *which* no person is told of.
        ("Ama Boateng spoke for the River Trust, which opposes the canal.", "River Trust"),
        ("“A shame,” said Ama Boateng of the River Trust, which opposes the canal.", "River Trust"),
    ],
)
def test_a_holder_is_read_with_those_beside(read: Read, text: str, who: str) -> None:
    found = held(read(text))
    assert any(h[0].startswith(who) and h[1] == "against" and "canal" in h[2] for h in found), found


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Ama Boateng, a Liberal and the author of the bill, opposes the canal.", "author"),
        ("Chad and Mali met. The rowing clubs of both countries oppose the canal.", "Chad"),
        ("Some members oppose the canal and others, among them Ama Boateng, sleep.", "Boateng"),
        ("Malta plans a canal. It opposes the toll, the daily Sandar reported.", "Sandar"),
    ],
)
def test_who_is_no_holder(read: Read, text: str, nobody: str) -> None:
    found = held(read(text))
    assert not any(nobody in h[0] for h in found), found


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "Malta plans a canal. A poll put those for it at 35 percent and those opposed to it at 52.",
            {("35 percent", "for"), ("52", "against")},
        ),
        (
            "Malta plans a canal. A survey put those in favour of it at 66 per cent and those against at 12.",
            {("66 per cent", "for"), ("12", "against")},
        ),
        (
            "Malta plans a canal. A poll found 51 percent of those questioned in favour of the canal.",
            {("51 percent of those questioned", "for")},
        ),
        (
            "Malta plans a canal. A poll found 52 percent of those asked against it and 18 percent for it.",
            {("52 percent of those asked", "against"), ("18 percent", "for")},
        ),
    ],
)
def test_those_on_a_side_are_put_at_a_share(read: Read, text: str, shares: set[tuple[str, str]]) -> None:
    found = {(who.removesuffix(" of those"), side) for who, side, *_ in held(read(text))}
    assert shares <= found, found


def test_both_are_the_two_of_before(read: Read) -> None:
    record = read("Chad and Mali met in Lagos, and both oppose the canal.")
    assert {("Chad", "against"), ("Mali", "against")} <= {h[:2] for h in held(record)}
    words = {(m.text, m.actor) for m in record.mentions}
    assert ("both", "TCD") in words
    assert ("both", "MLI") in words
