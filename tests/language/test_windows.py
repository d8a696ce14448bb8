from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.windows import cut_points, windows
from tests.language.stub import StubVocabulary

WORDS = st.lists(
    st.sampled_from(["the", "He", "said", ".", ",", ";", '"', "“", "”", "?", "...", "U.S.", "x" * 40]),
    max_size=120,
)


@given(WORDS, st.integers(5, 30), st.integers(12, 60))
def test_windows_hold_each_word_once_and_none_is_too_large(words: list[str], target: int, limit: int) -> None:
    sizes = [1 + len(w) // 4 for w in words]
    cuts = [0, *cut_points(words, sizes, target, max(limit, target, 11)), len(words)]
    assert cuts == sorted(set(cuts)) or not words
    for a, b in itertools.pairwise(cuts):
        assert sum(sizes[a:b]) <= max(limit, target, 11)


def test_what_fits_is_not_cut() -> None:
    assert cut_points(["a", "b", "."], [1, 1, 1], 3, 10) == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("He left . She stayed , for now", ["He left .", "She stayed , for now"]),
        ("“ He left . ” She stayed , now", ["“ He left . ”", "She stayed , now"]),
        ('He said : " I go . " She stayed', ['He said : " I go . "', "She stayed"]),
        ("Mr. Bo and Gen. Li ; he left in May", ["Mr. Bo and Gen. Li ;", "he left in May"]),
        ("one two three four five six seven eight", ["one two three four five six seven eight"]),
    ],
)
def test_cuts_are_made_where_a_sentence_surely_ends(text: str, pieces: list[str]) -> None:
    words = text.split()
    cuts = [0, *cut_points(words, [1] * len(words), 7, 9 if ";" not in text else 8), len(words)]
    assert [" ".join(words[a:b]) for a, b in itertools.pairwise(cuts)] == pieces


def test_an_endless_sentence_is_cut_at_a_comma_or_a_word() -> None:
    words = (["word"] * 9 + [","]) * 50
    cuts = cut_points(words, [1] * len(words), 40, 60)
    assert cuts
    assert all(words[c - 1] == "," for c in cuts)
    assert cut_points(["word"] * 100, [1] * 100, 20, 30)


def test_windows_know_their_place_in_the_text() -> None:
    words = ["He", "left", ".", "She", "stayed", "."]
    found = windows(words, StubVocabulary(), start=7)  # type: ignore[arg-type]
    assert [(w.start, w.stop, len(w.pieces), len(w.shapes)) for w in found] == [(7, 13, 6, 6)]
    assert windows([], StubVocabulary()) == []  # type: ignore[arg-type]
