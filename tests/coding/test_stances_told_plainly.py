"""Stands of predicates, doings, joined verbs and likenesses, and what only looks like a stand."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Estonia is in favour of the ferry but is against a bridge.", ("Estonia", "against", "bridge")),
        ("Bolivia remains against the levy.", ("Bolivia", "against", "levy")),
        ("Uganda remains in favour of talks on cotton.", ("Uganda", "for", "talks on cotton")),
        ("The potters are against the levy and want a new kiln.", ("potters", "for", "new kiln")),
        ("The potters are against the levy and reject the new kiln.", ("potters", "against", "new kiln")),
        ("Ghana objects to renaming the harbour.", ("Ghana", "against", "renaming the harbour")),
        ("Ghana is in favour of renaming the harbour.", ("Ghana", "for", "renaming the harbour")),
        ("Fiji maintains that no court may tax the lagoon.", ("Fiji", "against", "court may tax the lagoon")),
        ("Latvia opposes the canal, as does Estonia.", ("Estonia", "against", "canal")),
        ("Latvia supports the canal, and so do the dockers.", ("dockers", "for", "canal")),
        ("Peru regards the canal as the key to its trade.", ("Peru", "for", "canal")),
        (
            "Opponents of the canal attacked two guards in Lima.",
            ("Opponents of the canal", "against", "canal"),
        ),
        (
            "Most Danes would like to stay outside the league.",
            ("Danes", "for", "stay outside the league"),
        ),
        ("The potters have collected signatures against the canal.", ("potters", "against", "canal")),
        ("The dockers gathered signatures for a law on harbours.", ("dockers", "for", "law on harbours")),
        ("The bishops are convinced that Malta needs the treaty.", ("bishops", "for", "treaty")),
        ("Peru regards the canal as worthless.", ("Peru", "against", "canal")),
        (
            "Malta insists that the dock should be open to all ships by May.",
            ("Malta", "for", "dock should be open to all ships by May"),
        ),
    ],
)
def test_a_stand_is_read_where_it_is_told_plainly(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Estonia promised to build the bridge.",
        "Bolivia agreed on Monday to a truce.",
        "Uganda is ready to recognise Kosovo.",
        "Fiji voted for the bill on Friday.",
        "Fiji refused on Friday to open the gate.",
        "Malta will not renew the lease.",
        "Malta respects the verdict.",
        "Malta invited opponents of the canal.",
        "The union, which speaks for 4,000 potters, met on Monday.",
        "The kilns stayed shut for a second day.",
        "The potters asked Malta to join the fair.",
        "The envoy said it was for Malta to choose its partners.",
        "The motion was rejected by 153 votes to 127.",
        "Police broke up a march against the levy in Lima.",
    ],
)
def test_what_is_promised_done_or_asked_for_a_day_is_no_stand(read: Read, text: str) -> None:
    assert held(read(text)) == set()


def test_a_bare_noun_is_named_as_it_was_described(read: Read) -> None:
    stands = held(read("The senate debated a levy on cotton. Ghana opposes the levy."))
    assert ("Ghana", "against", "levy on cotton") in stands


def test_a_noun_that_was_never_described_keeps_its_name(read: Read) -> None:
    assert ("Ghana", "against", "levy") in held(read("The senate debated a toll. Ghana opposes the levy."))


def test_who_can_go_on_is_not_to_be_gone(read: Read) -> None:
    stands = held(read("The potters want the two councils to go on talking."))
    assert all(stance != "against" for _, stance, _ in stands)
