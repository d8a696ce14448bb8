"""Inflected forms of the codebook's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import SHIPPED, load_codebook
from dragoman.codebook.inflections import Spelling, inflections, load_spelling, noun_forms

SPELLING = load_spelling(SHIPPED / "inflections.yaml")
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("expel", "expelled"),
        ("strike", "struck"),
        ("withdraw", "withdrew"),
        ("rally", "rallied"),
        ("free", "freed"),
        ("free", "freeing"),
        ("seize", "seizing"),
        ("signal", "signalled"),
        ("signal", "signaled"),
        ("clash", "clashes"),
        ("deploy", "deploys"),
    ],
)
def test_a_verb_has_its_forms(verb: str, form: str) -> None:
    assert form in SPELLING.verb_forms(verb)


@pytest.mark.parametrize(
    ("noun", "form"),
    [
        ("embassy", "embassies"),
        ("gunman", "gunmen"),
        ("pledge", "pledges"),
        ("clash", "clashes"),
        ("envoy", "envoys"),
    ],
)
def test_a_noun_has_its_plural(noun: str, form: str) -> None:
    assert form in noun_forms(noun)


@given(LETTERS)
def test_every_word_is_among_its_own_forms(word: str) -> None:
    assert word in noun_forms(word)
    assert word in Spelling({}, frozenset(), frozenset()).verb_forms(word)


def test_the_codebook_gives_back_its_own_lemmas() -> None:
    book = load_codebook()
    forms = inflections(book.types.values(), book.operators.operators, SPELLING)
    assert forms["fled", "VERB"] == "flee"
    assert forms["froze", "VERB"] == "freeze"
    assert forms["scrapped", "VERB"] == "scrap"
    assert forms["sanctions", "NOUN"] == "sanction"
