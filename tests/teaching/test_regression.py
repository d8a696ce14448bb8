"""The regression by itself: it parts what can be parted, and a penalty keeps it finite."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.teaching.regression import Rows, fit, scores, sigmoid


def rows(counts: float = 1.0) -> Rows:
    random = np.random.default_rng(7)
    tells = np.repeat([1.0, 0.0], [8, 200])
    states = random.normal(size=(208, 5)) + 3.0 * tells[:, None] * np.array([1, 0, 0, 0, 1])
    return Rows(states, tells, np.where(tells > 0, counts, 1.0))


def test_words_that_tell_the_act_score_above_the_others() -> None:
    taught = rows()
    found = scores(fit(taught, 0.1), taught.states)
    assert found[taught.tells > 0].min() > np.quantile(found[taught.tells == 0], 0.95)


def test_the_slope_is_gone_at_the_weights_found() -> None:
    taught = rows()
    weights = fit(taught, 0.1)
    shares = sigmoid(scores(weights, taught.states))
    rest = taught.states.T @ (taught.counts * (shares - taught.tells)) + 0.1 * weights[:-1]
    assert np.abs(rest).max() < 1e-3


def test_a_start_saves_steps_and_changes_nothing() -> None:
    taught = rows()
    weights = fit(taught, 0.1)
    assert fit(taught, 0.1, start=weights + 0.2) == pytest.approx(weights, abs=1e-3)


def test_what_counts_more_scores_higher() -> None:
    heavy, plain = rows(10.0), rows()
    gained = scores(fit(heavy, 0.1), heavy.states) - scores(fit(plain, 0.1), plain.states)
    assert gained[heavy.tells > 0].mean() > 0
