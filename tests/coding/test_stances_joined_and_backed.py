"""Stands on what is joined, backed, said not to be wanted, or not to be."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The new tariff has the backing of Bolivia and Chile.", ("Chile", "for", "new tariff")),
        ("The tunnel met with open resistance from Latvia.", ("Latvia", "against", "tunnel")),
        ("The levy faces resistance from Estonia.", ("Estonia", "against", "levy")),
        ("Peru, the canal's warmest advocate, stayed away.", ("Peru", "for", "canal")),
        ("Danes said that they did not want the reactor.", ("Danes", "against", "reactor")),
        ("Fiji is committed to talks about the lagoon.", ("Fiji", "for", "talks about the lagoon")),
        (
            "The potters demand that the bonus be kept and that the firms pay a levy.",
            ("potters", "for", "payment of levy by firms"),
        ),
        (
            "The potters want the mill to be kept and to be run by the town.",
            ("potters", "for", "mill to be run by the town"),
        ),
        ("The Greens stand for a lower fare and for a tax on fuel.", ("Greens", "for", "tax on fuel")),
        (
            "Bolivia insists that nobody should be sent back against his will.",
            ("Bolivia", "for", "nobody should be sent back against his will"),
        ),
        (
            "Bolivia insists that the ships should not be sent back.",
            ("Bolivia", "against", "ships should be sent back"),
        ),
        (
            "Bolivia insists that the pact must not be changed without a vote of the people.",
            ("Bolivia", "for", "pact must not be changed without a vote of the people"),
        ),
        (
            "Malta does not recognise the outcome of the ballot.",
            ("Malta", "against", "recognition of outcome of the ballot"),
        ),
        ("The Greens no longer insist on a toll.", ("Greens", "neutral", "toll")),
    ],
)
def test_a_stand_is_read(read: Read, text: str, stand: tuple[str, str, str]) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The dam does not have the support of Latvia.",
        "The canal may meet with opposition from Latvia.",
        "Mr Diaz has the support of the Liberals.",
        "Mr Diaz's advocates met in Lima.",
        "The mill has the roof of a church and of a barn.",
        "Malta recognised the mistake.",
    ],
)
def test_what_is_open_personal_or_no_backing_is_no_stand(read: Read, text: str) -> None:
    assert held(read(text)) == set()


def test_who_supports_neither_side_is_neutral_alone(read: Read) -> None:
    found = held(read("Peru backs the canal. Latvia does not support either side, an official said."))
    assert {one for one in found if one[0] == "Latvia"} == {("Latvia", "neutral", "canal")}
