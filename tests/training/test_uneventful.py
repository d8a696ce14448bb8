"""Which words are those of sentences that report nothing."""

from collections.abc import Iterator
from pathlib import Path

from training.uneventful import uneventful

from dragoman.benchmarks.annotated import Item, read_lines

TELLING = "Eritrea's army shelled the village.\n> ASSAULT | actual | shelled | army -> village"
QUIET = "Of the ferries none sails before noon.\n> none routine"


def items(sentence: str, documents: int) -> Iterator[Item]:
    """Sixty tellings of a sentence in so many documents."""
    for n in range(60):
        lines = f"## theme: t{n % documents}\n{sentence}".splitlines()
        yield from read_lines(Path("own.txt"), lines, [])


def test_a_word_weighs_by_the_sentences_that_it_stands_in() -> None:
    weights = uneventful([*items(TELLING, 10), *items(QUIET, 10)])
    assert weights["ferries"] > 0.0 > weights["army"]


def test_a_word_of_both_kinds_of_sentence_and_a_name_say_nothing() -> None:
    weights = uneventful([*items(TELLING, 10), *items(QUIET, 10)])
    assert "the" not in weights
    assert not any("eritrea" in word.lower() for word in weights)


def test_what_only_a_few_documents_say_is_left_out() -> None:
    alone = items("Nobody plays the bassoon.\n> none routine", 2)
    assert "bassoon" not in uneventful([*items(TELLING, 10), *items(QUIET, 10), *alone])
