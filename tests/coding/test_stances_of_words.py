"""Stands of nouns, adjectives and purposes, of answers to a vote, and of those who stand with others."""

from __future__ import annotations

import pytest

from .test_stances_of_groups import Read, held


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        # Nouns, with what they are on and without it.
        ("Norway's enthusiasm for the ferry has cooled.", ("Norway", "for", "ferry")),
        ("Malta's opposition to the quota is well known.", ("Malta", "against", "quota")),
        ("Peru backs the levy. Chile's objections remain.", ("Chile", "against", "levy")),
        ("Peru backs the levy. It was signed over the objections of Chile.", ("Chile", "against", "levy")),
        ("Peru backs the levy. The bishops have raised objections.", ("bishops", "against", "levy")),
        ("Support for the ferry is strong among Danes.", ("Danes", "for", "ferry")),
        ("The levy has run into resistance from Norway.", ("Norway", "against", "levy")),
        ("The levy is unpopular with Norwegians.", ("Norwegians", "against", "levy")),
        # Adjectives and participles beside a name.
        ("Denmark, wary of the quota, asked for time.", ("Denmark", "against", "quota")),
        ("The plan, backed by Ghana but opposed by Togo, is new.", ("Togo", "against", "plan")),
        ("Togo is among those opposed to the canal.", ("Togo", "against", "canal")),
        ("The treaty, to which Norway is committed, expires in June.", ("Norway", "for", "treaty")),
        # A plan stood on is no plan to stand.
        ("Many Danes are against the plan.", ("Danes", "against", "plan")),
        (
            "Several ministers are believed to be against the canal.",
            ("Several ministers", "against", "canal"),
        ),
        # What something is done for.
        (
            "Hundreds marched through Lima in support of the canal.",
            ("Hundreds", "for", "canal"),
        ),
        ("Dockers blocked the harbour in protest at the levy.", ("Dockers", "against", "levy")),
        # What others are asked to do with what lasts.
        ("Togo has called on Ghana to withdraw the bill.", ("Togo", "for", "withdrawal of bill")),
        # How a vote is to end.
        ("Peru backs the treaty. The bishops are campaigning for a no.", ("bishops", "against", "treaty")),
        ("Peru backs the treaty. The potters called for a Yes vote.", ("potters", "for", "treaty")),
        (
            "Peru backs the treaty. Ana Diaz, who leads the No campaign, met the bishops.",
            ("Ana Diaz", "against", "treaty"),
        ),
        # What is out of the question.
        ("Togo has told Ghana that the canal is out of the question.", ("Togo", "against", "canal")),
        ("Togo insisted that a referendum was out of the question.", ("Togo", "against", "referendum")),
        # Who stands as another does.
        ("Peru backs the treaty. Chile has sided with Peru.", ("Chile", "for", "treaty")),
        ("Peru backs the treaty. Chile disagrees.", ("Chile", "against", "treaty")),
        ("Peru backs the treaty. Chile begs to differ.", ("Chile", "against", "treaty")),
        ("The Greens reject the canal. The bishops stand with them.", ("bishops", "against", "canal")),
        ("Peru's government backs the treaty. Not so the bishops.", ("bishops", "against", "treaty")),
        ("The Greens reject the canal, as do the bishops.", ("bishops", "against", "canal")),
        (
            "The Greens reject the canal, and so, by his own account, does Ali Omar.",
            ("Ali Omar", "against", "canal"),
        ),
        # Phrases that only tell how.
        ("Peru wants a canal. The bishops reject it root and branch.", ("bishops", "against", "canal")),
        ("Peru wants a canal. The Greens oppose it tooth and nail.", ("Greens", "against", "canal")),
        ("Peru backs the treaty. In a survey 54 percent disapprove.", ("54 percent", "against", "treaty")),
        # Words of conviction and turns of mind.
        ("Peru backs the canal. Chile has declared itself opposed.", ("Chile", "against", "canal")),
        ("The bishops are convinced that the canal would be a catastrophe.", ("bishops", "against", "canal")),
        ("The Greens have turned against the treaty.", ("Greens", "against", "treaty")),
        ("Tonga described the pact as dangerous.", ("Tonga", "against", "pact")),
        # Set phrases.
        ("Peru backs the treaty. Chile has yet to show its hand.", ("Chile", "neutral", "treaty")),
        ("The bishops are no friends of the levy.", ("bishops", "against", "levy")),
        ("Togo cannot go along with the levy.", ("Togo", "against", "levy")),
        ("The islanders want no more foreign troops.", ("islanders", "against", "foreign troops")),
        ("Those in Gulu are against the levy.", ("Those", "against", "levy")),
        ("The Greens said that they would never agree to the levy.", ("Greens", "against", "levy")),
    ],
)
def test_a_stand_is_read_off_its_noun_adjective_or_phrase(
    read: Read, text: str, stand: tuple[str, str, str]
) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's opposition met in Accra on Monday.",
        "The minister is considering their objections.",
        "Togo has no objection.",
        "Dockers stopped work in support of a colleague.",
        "Togo asked Ghana on Monday to send a doctor.",
        "Togo asked for a yes or no answer by Friday.",
        "The mayor sided with the wall of his house.",
        "Togo said that the question was open.",
        "The baker has no time for critics.",
        "The queen turned against her son.",
        "Togo described the attack as dangerous.",
        "A group in Togo has claimed the attack on the barracks.",
        "Togo's government argued that the matter belongs before Togo's courts.",
        "Togo dropped in on Ghana's opposition on Monday.",
        "Togo's engineers are among those invited to the canal.",
    ],
)
def test_words_of_stance_that_take_none_are_passed_over(read: Read, text: str) -> None:
    assert held(read(text)) == set()


def test_who_asks_another_not_to_do_a_thing_is_against_it(read: Read) -> None:
    stands = held(read("Togo has urged Ghana not to recognise Kosovo."))
    assert ("Togo", "against", "recognition of Kosovo") in stands


def test_a_claim_of_what_will_be_is_no_demand(read: Read) -> None:
    assert held(read("Ostara insists that the mine will meet the strictest standards.")) == set()


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Most residents oppose the levy.", "most residents"),
        ("Both states back the canal.", None),
        ("Several west African states oppose the levy.", "several states"),
    ],
)
def test_the_scope_says_how_many_of_a_group_by_its_count_and_noun(
    read: Read, text: str, scope: str | None
) -> None:
    assert [p.scope for p in read(text).positions] == [scope]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        # Who differ from each other, who stood in a hall, who is stood with: no stands.
        (
            "Peru backs the treaty. Chile and Togo differ on the date of a match.",
            ("Chile", "against", "treaty"),
        ),
        (
            "Peru backs the treaty. The bishops stood with umbrellas in the rain.",
            ("bishops", "for", "treaty"),
        ),
        ("The Greens reject the canal. The bishops stand with them.", ("bishops", "for", "Greens")),
        ("Peru wants a canal. The bishops reject it root and branch.", ("bishops", "against", "branch")),
        ("Peru backs the treaty. Not so long ago the bishops had a hall.", ("bishops", "against", "treaty")),
    ],
)
def test_what_only_looks_like_siding_or_a_matter_is_none(
    read: Read, text: str, none: tuple[str, str, str]
) -> None:
    assert none not in held(read(text))
