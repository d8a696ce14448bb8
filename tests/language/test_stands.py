"""The head that says how sure a stand is, and what is kept by it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dragoman.coding.stance_surety import FIGURES, NOT_ENOUGH, is_kept
from dragoman.errors import ModelError
from dragoman.language.model import FOLDER
from dragoman.language.stands import FILE, WORDS, StandsHead, load_stands, write_stands
from dragoman.record import Position, Span, Stance

WIDTH = 2


def _head() -> StandsHead:
    """One unit that sees the first state of the topmost word; the first figure counts by itself."""
    states = np.zeros((WORDS * WIDTH, 1), np.float32)
    states[WIDTH] = 1.0
    straight = np.zeros(len(FIGURES), np.float32)
    straight[0] = 2.0
    ones, nothing = np.ones(1, np.float32), np.zeros(1, np.float32)
    return StandsHead(states, np.zeros((len(FIGURES), 1), np.float32), nothing, ones, straight, -1.0)


def _share(head: StandsHead, topmost: float, first: float = 0.0) -> float:
    states = np.zeros((WORDS, WIDTH), np.float32)
    states[1, 0] = topmost
    return head.share((first, *[0.0] * (len(FIGURES) - 1)), states)


def test_states_and_figures_speak_for_a_stand() -> None:
    head = _head()
    assert _share(head, 0.0) == pytest.approx(1 / (1 + np.exp(1.0)), abs=1e-3)
    assert (
        _share(head, -5.0) == _share(head, 0.0) < _share(head, 0.0, first=1.0) < _share(head, 4.0, first=1.0)
    )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_stands(_head(), tmp_path)
    assert _share(load_stands(tmp_path), 1.5) == _share(_head(), 1.5)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    write_stands(_head(), tmp_path)
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:200])
    with pytest.raises(ModelError, match=r"stands\.npz.*cannot be read"):
        load_stands(tmp_path)


def test_parts_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    write_stands(replace(_head(), straight=np.zeros(3, np.float32)), tmp_path)
    with pytest.raises(ModelError, match="do not fit"):
        load_stands(tmp_path)


def test_the_shipped_head_is_in_the_manifest_and_asks_for_what_is_known() -> None:
    files = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["files"]
    head = load_stands(FOLDER)
    assert FILE in files
    assert head.known.shape[0] == len(FIGURES)


def test_only_what_is_too_doubtful_is_left_out() -> None:
    one = Position("0" * 16, "KEN", "dam", Stance.FOR, Span(0, 1))
    assert is_kept(one)
    assert is_kept(replace(one, confidence=0.31))
    assert not is_kept(replace(one, confidence=NOT_ENOUGH))
