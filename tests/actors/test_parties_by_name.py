"""Parties that are called by name are none of those named before."""

import pytest


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("Malta votes. The Socialists met. Then the Greens came.", "Socialists", "Greens", False),
        ("Malta votes. The Liberals met. Then the Labour Party came.", "Liberals", "Labour Party", False),
        ("Malta votes. The Green Party met. Then the Greens came.", "Green Party", "Greens", True),
        ("Malta votes. The Greens met. The Liberals slept. Then the Greens left.", "Greens", "Greens", True),
    ],
)
def test_a_party_is_known_by_its_name(read, text: str, one: str, other: str, same: bool) -> None:
    mentions = read(text).mentions
    first = next(m.actor for m in mentions if m.text.endswith(one))
    last = next(m.actor for m in reversed(mentions) if m.text.endswith(other))
    assert (first == last) is same
