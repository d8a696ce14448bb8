"""What looks like a stand and is none: ballots of a day, papers, claims, and what is not denied to be it."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held
from .test_stances_set_beside import Stand


@pytest.mark.parametrize(
    ("text", "holder", "word"),
    [
        # Not against it is not yet for it, behind a *but* too.
        ("Chad blames Mali for the delay, but it is not against the canal itself.", "Chad", "canal"),
        ("Peru is no enemy of the canal but rejects the toll.", "Peru", "canal"),
        ("The ministry of fisheries has not spoken against the quota.", "ministry of fisheries", "quota"),
        ("Malta opposed a levy on fish but not the quota.", "Malta", "quota"),
        # Who calls a vote holds it.
        ("Norway's president has called a referendum for June.", "Norway's president", "referendum"),
        # A chamber's ballot is an act of its day.
        ("Norway and Malta voted against the text on Monday.", "Norway", "text"),
        # What is written takes no stand.
        ("The constitution rules out a third term for the president.", "constitution", "term"),
        ("The house passed a resolution that supports a ban on whaling.", "resolution", "ban"),
        # To insist that a thing is so is to claim it.
        ("Norway insists that the new method spares the seabed.", "Norway", "method"),
        # Where one campaigns is no matter.
        ("The bishops will campaign against the charter in the May referendum.", "bishops", "referendum"),
        # Another is to do it to a thing that is told.
        ("Malta takes no side in the quarrel but wants them to keep their treaty.", "Malta", "side"),
    ],
)
def test_who_has_told_no_stand_has_none(read: Read, text: str, holder: str, word: str) -> None:
    assert not [h for h in held(read(text)) if h[0] == holder and word in h[2]], held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The council of elders wants autonomy and not separation.", ("council", "against", "separation")),
        (
            "The bishops will campaign against the charter in the May referendum.",
            ("bishops", "against", "charter"),
        ),
        ("Malta objects to the canal that Chad wants to dig along the coast.", ("Chad", "for", "canal")),
        ("Norway called for a referendum on the treaty.", ("Norway", "for", "referendum")),
    ],
)
def test_what_is_meant_is_stood_on(read: Read, text: str, stand: Stand) -> None:
    assert any(
        h[0].startswith(stand[0]) and h[1] == stand[1] and stand[2] in h[2] for h in held(read(text))
    ), held(read(text))


def test_both_are_only_the_two_who_are_named(read: Read) -> None:
    stands = held(read("The two candidates, Ama Obi and Ben Sall, both back the canal."))
    assert {"Ama Obi", "Ben Sall"} <= {h[0] for h in stands}
    assert "both" not in {h[0] for h in stands}


def test_whoever_is_left_out_does_not_stand_so(read: Read) -> None:
    stands = held(
        read("Peru votes in May, and all parties in the house but the Labour Party support membership.")
    )
    assert "Labour Party" not in {h[0] for h in stands}, stands
    assert stands
