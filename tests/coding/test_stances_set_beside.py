"""Stands on what is set beside a thing, on what is to become of it, and of those whose clause has no verb."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held

Stand = tuple[str, str, str]


def is_told(read: Read, text: str, stand: Stand) -> bool:
    who, side, matter = stand
    return any(h[0] == who and h[1] == side and matter in h[2] for h in held(read(text)))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Malta is opposed to any quota, let alone to a ban on trawling.", ("Malta", "against", "ban")),
        ("Ghana rejects a loan, let alone a base.", ("Ghana", "against", "base")),
        ("Ghana favours a tax on gold, though not on cocoa.", ("Ghana", "against", "tax on cocoa")),
        (
            "Togo is for the canal, though not for the second port.",
            ("Togo", "against", "second port"),
        ),
    ],
)
def test_what_is_set_beside_a_thing_is_stood_on_too(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_who_is_not_for_one_thing_though_not_for_another_is_not_for_it(read: Read) -> None:
    told = held(read("Togo is for the canal, though not for the second port."))
    assert not any(h[1] == "for" and "second port" in h[2] for h in told)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ghana backs a loan, let alone Togo.", "Togo"),
        ("Togo is for the canal, though not this year.", "year"),
    ],
)
def test_what_is_no_matter_is_not_stood_on(read: Read, text: str, word: str) -> None:
    assert not any(h[1] == "against" and word in h[2] for h in held(read(text)))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Ghana supports the tax but would like it to be spread over ten years.",
            ("Ghana", "for", "tax to be spread over ten years"),
        ),
        (
            "Norway backs the treaty and wants it extended to the islands.",
            ("Norway", "for", "treaty extended to the islands"),
        ),
        (
            "Norway opposes the tunnel, but Denmark wants it built.",
            ("Denmark", "for", "tunnel built"),
        ),
    ],
)
def test_what_is_to_become_of_it_is_told_with_the_thing(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


def test_who_wants_it_scrapped_is_against_it(read: Read) -> None:
    told = held(read("Norway backs the treaty, but Denmark wants it scrapped."))
    assert ("Denmark", "for") not in {(h[0], h[1]) for h in told}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Ghana insists on a pact and Togo on a new tariff.", ("Togo", "for", "new tariff")),
        ("Ghana backs the treaty, Togo the embargo.", ("Togo", "for", "embargo")),
    ],
)
def test_a_clause_without_a_verb_has_that_of_the_one_before(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana insists on a vote and Togo on Monday left.",
        "Ghana opposes the dam, Togo says.",
    ],
)
def test_a_clause_with_a_verb_has_its_own(read: Read, text: str) -> None:
    assert not any(h[0] == "Togo" for h in held(read(text)))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Ghana holds that the port must close; Togo holds the opposite.", ("Togo", "against", "port")),
        ("Ghana rejects the pact, and Togo has said the same.", ("Togo", "against", "pact")),
        ("Ghana opposes the pact, and Togo thinks as it does.", ("Togo", "against", "pact")),
        ("Norway claims the shoal, and Denmark thinks like Norway.", ("Denmark", "for", "shoal")),
        ("Ghana backs the canal, and Togo is of the same mind.", ("Togo", "for", "canal")),
        ("Norway would welcome a code of conduct, and so would Malta.", ("Malta", "for", "code")),
    ],
)
def test_who_thinks_like_another_or_the_opposite(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana wants the dam; Togo said the same of its canal.",
        "Ghana wants the dam. Togo thinks like a farmer.",
        "Ghana wants the dam; Togo may hold the opposite.",
    ],
)
def test_what_is_said_of_something_else_is_no_view_of_it(read: Read, text: str) -> None:
    assert not any(h[0] == "Togo" for h in held(read(text)))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Malta backs the pact. Ghana has not said how it will vote in October.",
            ("Ghana", "neutral", "pact"),
        ),
        (
            "Ghana has neither supported nor opposed the mine, to the dismay of its own unions.",
            ("Ghana", "neutral", "mine"),
        ),
        ("Malta backs the pact. Ghana is neutral on principle.", ("Ghana", "neutral", "pact")),
        ("Ghana is undecided on the principle of a tax.", ("Ghana", "neutral", "principle of a tax")),
    ],
)
def test_when_or_how_somebody_keeps_out_is_not_of_what(read: Read, text: str, stand: Stand) -> None:
    assert is_told(read, text, stand), held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana abstained on Thursday.",
        "Malta means to be carbon neutral in ten years.",
        "The lease is for years.",
    ],
)
def test_a_time_is_no_matter(read: Read, text: str) -> None:
    assert not held(read(text))
