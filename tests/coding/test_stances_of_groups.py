"""Where shares, parts of groups and the undecided stand, and stands that are told without a verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.pipeline import Reader
from dragoman.record import Record, Report, Span
from tests.coding.conftest import held

Read = Callable[[str], Record]
Held = set[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (
            "A poll by the firm Ostara found 38 per cent of Croats in favour of the pipeline, 44 per cent "
            "opposed to it and the rest undecided.",
            {
                ("38 per cent of Croats", "for", "pipeline"),
                ("44 per cent", "against", "pipeline"),
                ("rest of Croats", "neutral", "pipeline"),
            },
        ),
        (
            "Estonians are torn: 51 percent in favour of the canal, 37 against, in a survey of March.",
            {("51 percent", "for", "canal"), ("37", "against", "canal")},
        ),
        (
            "A survey put support for the tunnel at 47 percent and opposition at 31 percent.",
            {("47 percent", "for", "tunnel"), ("31 percent", "against", "tunnel")},
        ),
        (
            "Two thirds of Norwegians back the sale of the fjord, an institute in Bergen found.",
            {("Two thirds of Norwegians", "for", "sale of the fjord")},
        ),
        (
            "In a survey 57 percent of Danes opposed the toll bridge.",
            {("57 percent of Danes", "against", "toll bridge")},
        ),
    ],
)
def test_a_share_of_the_polled_stands_for_itself(read: Read, text: str, stands: Held) -> None:
    assert stands <= held(read(text))


def test_the_part_is_told_and_the_whole_does_not_stand_so(read: Read) -> None:
    record = read("According to a survey, 62 percent of Peruvians reject the mining law.")
    assert held(record) == {("62 percent of Peruvians", "against", "mining law")}
    assert [p.scope for p in record.positions] == ["62 percent"]


def test_whoever_is_counted_is_an_actor_only_for_a_stand(read: Read) -> None:
    record = read("In a survey 57 percent of Danes opposed the toll bridge. Prices rose by 12 percent.")
    counted = [a.name for a in record.actors if "percent" in a.name]
    assert counted == ["57 percent of Danes"]
    assert [m.text for m in record.mentions if m.text.startswith("57")] == ["57 percent of Danes"]


@pytest.mark.parametrize(
    "text",
    [
        "The dollar lost 2 percent against the euro on Tuesday, and the index fell by 3 percent.",
        "The mill spent 40 percent for new looms, and prices rose by 12 percent for the third year.",
        "Voters of the town gave 9,000 signatures for the clinic.",
        "There is a majority for it in the council.",
        "The Party of Order split in March. The island is divided by a river.",
        "Chad is divided over the levy.",
        "The two churches are at odds over the levy.",
        "The court has not decided when it will rule.",
        "The minister would say no more about the canal.",
    ],
)
def test_numbers_and_splits_that_are_nobodys_stand(read: Read, text: str) -> None:
    assert not [p for p in read(text).positions if not p.reason.startswith("the network")]


@pytest.mark.parametrize(
    ("text", "holder", "question"),
    [
        ("Kenya has kept out of the quarrel over the lake.", "Kenya", "quarrel over the lake"),
        ("Uganda has yet to make up its mind about the treaty.", "Uganda", "treaty"),
        ("Ghana neither backs nor opposes the tariff.", "Ghana", "tariff"),
        ("Chad is in two minds about the levy.", "Chad", "levy"),
        ("Kenya opposes the dam. Uganda has not yet decided how it will vote.", "Uganda", "dam"),
        ("Kenya opposes the dam. Uganda supports neither side.", "Uganda", "dam"),
        ("Kenya opposes the dam. Uganda has declared itself neutral.", "Uganda", "dam"),
        ("Japan takes no side on who owns the shoals.", "Japan", "shoals"),
    ],
)
def test_whoever_is_undecided_is_neutral(read: Read, text: str, holder: str, question: str) -> None:
    stands = {(n, s) for n, s, q in held(read(text)) if q == question and n == holder}
    assert stands == {(holder, "neutral")}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("No state recognises the republic of Karlsland.", ("No state", "against")),
        ("The republic of Karlsland is recognised by no state.", ("no state", "against")),
        (
            "The party is at odds: several of its senators oppose the levy.",
            ("several of its senators", "against"),
        ),
        ("Spain is against the quota, Portugal for it.", ("Portugal", "for")),
        ("Kenya backs the treaty, with Ghana against it.", ("Ghana", "against")),
        ("Kenya wants the base closed. Ghana remains opposed.", ("Ghana", "against")),
    ],
)
def test_parts_and_those_who_need_no_verb(read: Read, text: str, stand: tuple[str, str]) -> None:
    assert stand in {(n, s) for n, s, _ in held(read(text))}


def headed(reader: Reader, title: str, text: str) -> Record:
    """The record of a report with a headline."""
    whole = f"{title}\n\n{text}"
    head, body = Span(0, len(title)), Span(len(title) + 2, len(whole))
    return reader.read(Report("b" * 16, whole, (body,), title=title, title_span=head, language="en"))


@pytest.mark.parametrize(
    ("title", "stands"),
    [
        ("Peru and Chile for wider quota", {("Peru", "for"), ("Chile", "for")}),
        ("Ghana against toll; harbour reopens", {("Ghana", "against")}),
        ("Ghana remains opposed; harbour reopens", {("Ghana", "against")}),
        ("Talks on toll to open, Ghana says no", {("Ghana", "against")}),
    ],
)
def test_headlines_need_no_verb(reader: Reader, title: str, stands: set[tuple[str, str]]) -> None:
    record = headed(reader, title, "ACCRA -- Togo backs the toll on the river, its premier said on Friday.")
    assert stands <= {(n, s) for n, s, _ in held(record)}


def test_a_headline_with_two_sides_of_a_match_is_no_stand(reader: Reader) -> None:
    record = headed(reader, "Denmark against Sweden in final", "MALMO -- The match is on Friday.")
    assert not [p for p in record.positions if not p.reason.startswith("the network")]
