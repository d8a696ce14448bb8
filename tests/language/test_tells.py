"""The head that says how much a word and its sentence speak for an act."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import ModelError
from dragoman.language.core import load
from dragoman.language.model import FOLDER
from dragoman.language.tells import FILE, TellsHead, load_tells, write_tells


def _head() -> TellsHead:
    """One unit that sees the first state of a word, one the second of its sentence's mean, none a head."""
    word = np.array([[1.0, 0.0], [0.0, 0.0]], np.float32)
    sentence = np.array([[0.0, 0.0], [0.0, 1.0]], np.float32)
    head = np.zeros_like(word)
    return TellsHead(word, head, sentence, np.zeros(2, np.float32), np.array([1.0, 2.0], np.float32), -1.0)


STATES = np.array([[3.0, 1.0], [-4.0, 3.0], [0.0, -6.0]], np.float32)
HEADS = [1, -1, -1]


def test_a_word_counts_with_its_own_sentence_alone() -> None:
    assert _head().odds(STATES, [(0, 2), (2, 3)], HEADS) == [(3.0 + 4.0 - 1.0, 4.0 - 1.0), (-1.0,)]


def test_a_word_counts_with_what_it_hangs_on_and_a_root_with_itself() -> None:
    head = np.array([[1.0, 0.0], [0.0, 0.0]], np.float32)
    nothing = np.zeros_like(head)
    units = TellsHead(nothing, head, nothing, np.zeros(2, np.float32), np.ones(2, np.float32), 0.0)
    states = np.array([[3.0, 0.0], [4.0, 0.0], [5.0, 0.0], [6.0, 0.0]], np.float32)
    assert units.odds(states, [(0, 2), (2, 4)], [-1, 0, 1, -1]) == [(3.0, 3.0), (6.0, 6.0)]


def test_a_sentence_without_words_has_no_odds() -> None:
    assert _head().odds(STATES, [(0, 0), (0, 3)], HEADS)[0] == ()


def test_the_states_are_left_as_they_were() -> None:
    states = STATES.copy()
    _head().odds(states, [(0, 3)], HEADS)
    assert (states == STATES).all()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_tells(_head(), tmp_path)
    read = load_tells(tmp_path)
    assert read.odds(STATES, [(0, 3)], HEADS) == _head().odds(STATES, [(0, 3)], HEADS)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    write_tells(_head(), tmp_path)
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:200])
    with pytest.raises(ModelError, match=r"tells\.npz.*cannot be read"):
        load_tells(tmp_path)


def test_parts_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    np.savez(
        tmp_path / FILE,
        word=np.zeros((2, 3)),
        head=np.zeros((2, 3)),
        sentence=np.zeros((2, 2)),
        offset=[0.0],
        out=[0.0],
        bias=0.0,
    )
    with pytest.raises(ModelError, match="do not fit"):
        load_tells(tmp_path)


def test_the_shipped_head_reads_the_shipped_network() -> None:
    raid, cake = load().parse("Soldiers raided the village on Monday.\nBeat the eggs and fold in the flour.")
    assert len(raid.tells) == len(raid.words)
    assert raid.tells[1] > 0 > max(cake.tells)
    assert load_tells(FOLDER).word.shape[0] == 384
