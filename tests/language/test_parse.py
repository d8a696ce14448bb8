"""A sentence stays a tree, whatever is hung elsewhere in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.parse import Sentence, Word
from dragoman.record import Span


def _sentence(heads: list[int]) -> Sentence:
    words = tuple(Word(i, "a", Span(2 * i, 2 * i + 1), "X", "a", h, "dep") for i, h in enumerate(heads))
    return Sentence(Span(0, 2 * len(heads)), words)


def _reaches_a_root(sentence: Sentence, i: int) -> bool:
    for _ in sentence.words:
        if sentence.words[i].head < 0:
            return True
        i = sentence.words[i].head
    return False


@st.composite
def _trees_and_moves(draw: st.DrawFn) -> tuple[list[int], dict[int, tuple[int, str]]]:
    n = draw(st.integers(2, 9))
    heads = [-1, *(draw(st.integers(0, i - 1)) for i in range(1, n))]
    words = st.integers(0, n - 1)
    moves = draw(st.dictionaries(words, st.tuples(words, st.just("moved")), max_size=n))
    return heads, moves


@given(_trees_and_moves())
def test_a_sentence_hung_anew_has_no_circle(drawn: tuple[list[int], dict[int, tuple[int, str]]]) -> None:
    heads, moves = drawn
    moved = _sentence(heads).hung_anew(moves)
    assert all(_reaches_a_root(moved, i) for i in range(len(heads)))


def test_a_word_is_hung_where_it_is_asked_to_be() -> None:
    moved = _sentence([1, -1, 1, 2]).hung_anew({3: (1, "obj")})
    assert (moved.words[3].head, moved.words[3].deprel) == (1, "obj")


def test_a_word_that_would_come_below_itself_stays() -> None:
    moved = _sentence([-1, 0, 1]).hung_anew({1: (2, "ccomp")})
    assert (moved.words[1].head, moved.words[1].deprel) == (0, "dep")
