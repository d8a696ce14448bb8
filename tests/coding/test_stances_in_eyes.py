"""Stands in somebody's eyes, on somebody's side, by joined predicates, and of those who commit to neither."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("In the view of the unions, the toll is unfair.", ("unions", "against", "toll")),
        ("Ama Boateng, in whose eyes the embargo is obsolete, left.", ("Ama Boateng", "against", "embargo")),
        ("For residents, the tunnel is vital.", ("residents", "for", "tunnel")),
        ("For the unions the toll must be scrapped.", ("unions", "for", "scrapping of toll")),
        (
            "The minister is of the opinion that the toll should be cut.",
            ("minister", "for", "reduction of toll"),
        ),
        ("The teachers are on the dockers' side.", ("teachers", "for", "dockers")),
        ("Togo is not on the dockers' side.", ("Togo", "against", "dockers")),
        ("The mayor said there was no case for the tunnel.", ("mayor", "against", "tunnel")),
        ("The mayor says there is no alternative to the tunnel.", ("mayor", "for", "tunnel")),
    ],
)
def test_what_a_thing_is_to_somebody_is_their_stand(
    read: Read, text: str, stand: tuple[str, str, str]
) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "For three years the dam was a disaster.",  # for so long, not for somebody
        "For the bishop, lunch is vital.",  # no lasting thing
        "In the port the toll is unfair.",
        "Time is on the mayor's side.",
        "If the toll is in the view of the unions unfair, it will go.",
    ],
)
def test_a_phrase_that_names_nobody_or_no_matter_tells_none(read: Read, text: str) -> None:
    assert not held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The mayor is against the tunnel and in favour of a ferry.", ("mayor", "for", "ferry")),
        ("Togo is for a ferry, cheaper bread and fewer tolls.", ("Togo", "for", "fewer tolls")),
        ("The levy, which the dockers want abolished, is old.", ("dockers", "against", "levy")),
        ("Togo supports the levy, which the senate does not.", ("senate", "against", "levy")),
        ("The clerks are leaning against the levy.", ("clerks", "against", "levy")),
        ("The weavers hold out for a quota.", ("weavers", "for", "quota")),
        ("Forty clerks signed a petition against the canal.", ("clerks", "against", "canal")),
        ("Unions have signed a petition for the canal.", ("Unions", "for", "canal")),
        ("The council adopted a motion opposing the canal.", ("council", "against", "canal")),
        ("The bishops urged voters to support Ama Boateng.", ("bishops", "for", "Ama Boateng")),
        ("Togo has ruled out storing waste.", ("Togo", "against", "storing waste")),
        (
            "The clerks' union said on Monday that it would support the levy on sugar.",
            ("union", "for", "levy on sugar"),
        ),
        ("Union leader Ama Boateng, a critic of the levy, left Lima.", ("Ama Boateng", "against", "levy")),
        ("The mayor is among those who back the levy.", ("mayor", "for", "levy")),
        ("Togo rejects Mali's decision to dam the river.", ("Togo", "against", "decision to dam the river")),
        (
            "Many clerks would rather leave the port than share the levy.",
            ("Many clerks", "against", "share the levy"),
        ),
    ],
)
def test_a_joined_or_indirect_stand_is_read(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


def test_whoever_shares_a_position_stands_on_its_matter(read: Read) -> None:
    stands = held(read("Ama Boateng favours a ferry instead, a position shared by the Dockers' Union."))
    assert ("Dockers' Union", "for", "ferry") in stands


def test_those_among_whom_somebody_is_named_are_not_told_twice(read: Read) -> None:
    assert held(read("Ama Boateng is among those who oppose the levy.")) == {
        ("Ama Boateng", "against", "levy")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The dockers leaned against the wall.",
        "The council rejected a motion opposing the canal.",  # against the motion, not the canal
        "The clerks said they would support the levy if it fell.",
        "The bishops urged voters to reject the offer.",
        "Forty clerks signed a contract for the canal.",
        "The Volunteers Against Crime want bread.",
    ],
)
def test_what_only_looks_like_a_stand_on_the_matter_is_none(read: Read, text: str) -> None:
    told = {(s, q) for _, s, q in held(read(text))}
    assert not told & {("against", "canal"), ("for", "canal"), ("for", "levy"), ("against", "offer")}
    assert not any(q.lower() in ("wall", "crime") for _, q in told)


@pytest.mark.parametrize(
    "told",
    [
        "The speaker has not committed himself either way.",
        "The speaker may go either way.",
        "The speaker belongs to neither camp.",
        "The Chamber of Commerce sat it out.",
        "The Liberals have given their members a free vote.",
        "The ruling party gave no advice on it.",
        "The speaker has not said which side he is on.",
        "The Farm Bureau endorsed nobody.",
        "The mayor's office is on nobody's side.",
        "Mali has so far stayed on the sidelines.",
        "Liberals undecided.",
    ],
)
def test_who_commits_to_neither_side_is_neutral_on_what_was_asked(read: Read, told: str) -> None:
    stands = held(read(f"Togo backs the canal. {told}"))
    assert {(s, q) for who, s, q in stands if who != "Togo"} == {("neutral", "canal")}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Togo and Mali neither back nor condemn the levy.", ("Mali", "neutral", "levy")),
        ("The clerks have not decided about the levy.", ("clerks", "neutral", "levy")),
        ("Togo takes no part in the quarrel.", ("Togo", "neutral", "quarrel")),
        ("Togo remains impartial in the dispute.", ("Togo", "neutral", "dispute")),
    ],
)
def test_of_what_somebody_keeps_out_is_told_beside(
    read: Read, text: str, stand: tuple[str, str, str]
) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "told",
    [
        "The bus may go either way.",
        "A child ought not to decide on it.",
        "The mayor remained silent in Lima.",
        "The mayor is unsure how many came.",
    ],
)
def test_who_is_only_silent_or_on_the_way_is_not_neutral(read: Read, told: str) -> None:
    assert not [p for p in read(told).positions if p.stance == "neutral"]


def test_sides_listed_without_a_verb_are_each_their_own(read: Read) -> None:
    stands = held(read("Where they stand: Togo for the canal, Mali against, Ghana undecided."))
    assert {("Togo", "for", "canal"), ("Mali", "against", "canal"), ("Ghana", "neutral", "canal")} <= stands


def test_a_thing_that_is_counted_is_no_holder(read: Read) -> None:
    stands = held(read("The Liberals want lower tolls on bridges and an extra billion for the navy."))
    assert {who for who, *_ in stands} == {"Liberals"}


def test_who_says_so_stands_where_the_tree_joined_the_verb_to_what_is_said(read: Read) -> None:
    text = "The senate said the matter was now up to Mali and took no position on the canal."
    assert ("senate", "neutral", "canal") in held(read(text))
