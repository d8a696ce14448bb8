"""Stands told as somebody's line, by what they would have done, by a side alone and by more set phrases."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        # What somebody's line, policy, aim or demand is.
        ("Uruguay's line is neutrality.", ("Uruguay", "for", "neutrality")),
        ("The aim of Mali remains a united Sahel.", ("Mali", "for", "united Sahel")),
        ("Norway's policy is to leave the seals to the Greenlanders.", ("Norway", "for", "seals")),
        ("Malta's top demand is the return of the ferry.", ("Malta", "for", "return of the ferry")),
        ("Norway's position has not changed in ten years: no quota.", ("Norway", "against", "quota")),
        # What somebody would have become of a thing.
        ("Togo would have the loan restructured.", ("Togo", "for", "loan")),
        ("Malta would have the plant closed at once.", ("Malta", "against", "plant")),
        ("Norway will not have its gas sold to smugglers.", ("Norway", "against", "gas")),
        ("Kenya has no wish to see the sanctions lifted.", ("Kenya", "for", "sanctions")),
        ("Malta has no desire to see the fleet rebuilt.", ("Malta", "against", "fleet")),
        # A side alone is on what was told of before.
        ("Oman backs the treaty. Norway and Peru both spoke against.", ("Peru", "against", "treaty")),
        ("Oman opposes the canal. Malta has come out in favour.", ("Malta", "for", "canal")),
        # Deeds that are held to be right or wrong.
        ("Togo considers it a mistake to dam the river.", ("Togo", "against", "dam the river")),
        ("Malta considers it essential to keep the ferry.", ("Malta", "for", "ferry")),
        # Who is adamant, who agrees, and what should be thrown out.
        ("Peru is adamant that the levy must go in its entirety.", ("Peru", "against", "levy")),
        ("Togo is convinced that the bridge must be built.", ("Togo", "for", "construction of bridge")),
        ("Ghana agreed with Togo that the bill should be thrown out.", ("Ghana", "against", "bill")),
        # Beside what is to go, something else is wanted.
        ("Norway wants the levy scrapped and a ban on trawlers.", ("Norway", "for", "ban on trawlers")),
        ("Norway wants the levy scrapped and a ban on trawlers.", ("Norway", "against", "levy")),
        # Talks and peace are a matter where it is told which.
        ("Peru wants direct talks with Chile on the lake.", ("Peru", "for", "direct talks")),
        ("Chad wants a lasting peace.", ("Chad", "for", "lasting peace")),
        (
            "Malta has made the return of the ferry a condition of talks.",
            ("Malta", "for", "return of the ferry"),
        ),
        ("Togo still regards Abdou Diallo as president.", ("Togo", "for", "recognition")),
        ("The council adopted a motion in support of the treaty.", ("council", "for", "treaty")),
        ("The herders are united in their opposition to the canal.", ("herders", "against", "canal")),
        ("The minister is voting no in the referendum on the lease.", ("minister", "against", "lease")),
        ("Oman believes in the pact.", ("Oman", "for", "pact")),
    ],
)
def test_stands_told_as_a_line_or_a_wish(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    who, side, matter = stand
    assert any(h[0] == who and h[1] == side and matter in h[2] for h in held(read(text))), held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Norway is on the side of the quota.", ("Norway", "for", "quota")),
        ("Peru's council holds fast to the ferry.", ("Peru's council", "for", "ferry")),
        ("Malta will stand in the way of any levy.", ("Malta", "against", "levy")),
        ("Togo is dead against a customs union.", ("Togo", "against", "customs union")),
        ("Norway has no appetite for a referendum.", ("Norway", "against", "referendum")),
        ("Malta sees nothing wrong with the quota.", ("Malta", "for", "quota")),
        ("Peru would not be drawn on the lease.", ("Peru", "neutral", "lease")),
        ("Malta would have nothing to do with the pact.", ("Malta", "against", "pact")),
        ("Oman backs the canal. Malta has no formal position.", ("Malta", "neutral", "canal")),
        ("Oman backs the canal. Malta has an open mind.", ("Malta", "neutral", "canal")),
        ("Togo has kept its counsel on the canal.", ("Togo", "neutral", "canal")),
    ],
)
def test_more_set_phrases_that_tell_a_stand(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway's position is clear.",
        "Norway's position is a mystery.",
        "Malta's goal is to win.",  # what an aim is to do is a plan
        "The policy of Malta is a disaster.",
        "Togo would have seen the ferry leave.",
        "The bill would have the plant closed.",  # what comes of a thing
        "Togo had nothing to do with the plot.",
        "No minister will stand in the way of the levy.",
        "A rock stands in the way of the road.",
        "Norway asked for a doctor.",
        "The minister resigned. Togo spoke against.",
        "Malta wants talks.",
        "Malta thought it wrong to leave early.",
        "Malta said that it should have acted earlier.",
        "Norway would not be drawn into the war.",
    ],
)
def test_no_stand_in_what_is_only_like_a_line(read: Read, text: str) -> None:
    assert held(read(text)) == set()


def test_whom_somebody_petitions_is_not_what_they_want(read: Read) -> None:
    stands = held(read("The herders have petitioned Norway for a quota."))
    assert all(matter != "Norway" for _, _, matter in stands)


def test_of_whom_money_is_demanded_is_no_matter(read: Read) -> None:
    assert not held(read("Some 200 farmers marched in Lima to demand compensation from both governments."))


def test_the_next_sentence_speaks_of_what_was_told_last(read: Read) -> None:
    stands = held(read("Norway takes no position on the lease but favours a ban. Malta is opposed to one."))
    assert ("Malta", "against", "ban") in stands


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Norway says the levy breaks the pact and must be repealed.", ("Norway", "for", "repeal of levy")),
        ("Malta says the bridge is old and should be rebuilt.", ("Malta", "for", "bridge rebuilt")),
        ("Malta decided in March to oppose the treaty.", ("Malta", "against", "treaty")),
        ("Oman cannot live with the treaty.", ("Oman", "against", "treaty")),
        ("Peru has made no secret of its liking for the railway.", ("Peru", "for", "railway")),
    ],
)
def test_what_is_joined_decided_or_borne(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


def test_what_is_only_planned_or_foretold_is_no_stand(read: Read) -> None:
    assert held(read("Malta plans to oppose the treaty.")) == set()
    assert held(read("Malta said the road was finished and would be opened.")) == set()
