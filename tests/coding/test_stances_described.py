"""Which matter a bare noun is: a bill is called by what it would do, a plan by what the report is about."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held

VEIL = "Ghana's parliament debated a bill that would ban the veil in schools. "


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (VEIL + "Malta backs the bill.", "bill that would ban the veil in schools"),
        (VEIL + "Malta backs the text.", "text (bill that would ban the veil in schools)"),
        (VEIL + "Malta backs it.", "bill that would ban the veil in schools"),
        (
            "Ghana has a treaty with Togo. Malta backs the treaty.",
            "treaty with Togo",
        ),
    ],
)
def test_a_bill_is_called_by_what_it_would_do(read: Read, text: str, question: str) -> None:
    assert ("Malta", "for", question) in held(read(text))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The treaty in the lower house is old. Malta backs the treaty.", "treaty"),  # that is where it lies
        ("Ghana debated a bill that the Greens dislike. Malta backs the bill.", "bill"),
        ("Kenya opposes the dam on the river and Malta has always rejected the treaty.", "treaty"),
    ],
)
def test_what_tells_nothing_of_a_bare_noun_does_not_name_it(read: Read, text: str, question: str) -> None:
    assert question in {h[2] for h in held(read(text)) if h[0] == "Malta"}


def test_what_a_report_comes_back_to_names_a_plan(read: Read) -> None:
    text = (
        "Ghana will flood the river islands. The islands are poor. The islands lie in a lagoon. "
        "Malta is against the plan."
    )
    assert ("Malta", "against", "plan (river islands)") in held(read(text))
