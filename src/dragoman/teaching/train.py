"""Fit a taught type, choose its threshold, and say how it fares on sentences that it did not learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.codebook import Codebook
from dragoman.codebook.events import EventType
from dragoman.codebook.taught import Taught
from dragoman.codebook.trained import Scores, Trained
from dragoman.errors import CodebookError
from dragoman.language.core import Language
from dragoman.teaching.lessons import Lesson, background, counter_lesson, example_lesson
from dragoman.teaching.regression import Numbers, Rows, fit, scores, sigmoid

# How much a word counts: triggers are few, and near misses tell more than other sentences.
_TRIGGER, _NEAR = 10.0, 2.0
_PENALTY = 0.1
_LEAST = 4, 2  # examples and counter-examples without which there is nothing to cross-validate
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Missed:
    """A sentence that came out wrong when it was left out, in words."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a type is taught with, and how states are put on one scale."""

    near: tuple[Lesson, ...]
    background: tuple[Lesson, ...]
    mean: Numbers
    spread: Numbers

    def scaled(self, lesson: Lesson) -> Numbers:
        """The states of a lesson, centred on the background's, so that one penalty suits every model."""
        found: Numbers = (lesson.states - self.mean) / self.spread
        return found

    def rows(self, lessons: Sequence[Lesson], of_background: Sequence[Lesson]) -> Rows:
        """The words of some lessons as the regression takes them."""
        tells = np.concatenate([t.tells for t in (*lessons, *of_background)]).astype(float)
        near = sum(len(t.tells) for t in lessons)
        counts = np.where(np.arange(len(tells)) < near, _NEAR, 1.0)
        return Rows(
            np.concatenate([self.scaled(t) for t in (*lessons, *of_background)]),
            tells,
            np.where(tells > 0, _TRIGGER, counts),
        )


@dataclass(frozen=True, slots=True)
class Held:
    """A text's scores when it was left out: of its best trigger (None where it has none) and other word."""

    lesson: Lesson
    trigger: float | None
    other: float
    word: str


@dataclass(frozen=True, slots=True)
class Result:
    """A trained type, and what went wrong or nearly so, for whoever wrote the examples."""

    trained: Trained
    missed: tuple[Missed, ...]
    alike: tuple[Missed, ...]


def train(language: Language, codebook: Codebook, kind: EventType, taught: Taught, model: str) -> Result:
    """Teach one type of a codebook; ``model`` is the digest of the language core's network.

    Raises:
        CodebookError: too few examples, or a trigger that can tell no act.
    """
    if len(taught.examples) < _LEAST[0] or len(taught.counter) < _LEAST[1]:
        n, m = len(taught.examples), len(taught.counter)
        problem = f"{kind.event} has {n} examples and {m} counter-examples"
        remedy = f"give at least {_LEAST[0]} and {_LEAST[1]}, better eight and four"
        raise CodebookError(kind.path, taught.line, problem, remedy)
    lessons = _lessons(language, codebook, kind, taught)
    weights = fit(lessons.rows(lessons.near, lessons.background), _PENALTY)
    held, apart = _left_out(lessons, weights)
    threshold = _threshold(held, apart)
    counted, missed = _counted(held, apart)
    plain = weights[:-1] / lessons.spread
    trained = Trained(
        event=kind.event,
        weights=tuple(float(f"{w:.6g}") for w in plain),
        bias=round(float(weights[-1] - plain @ lessons.mean), 6),
        threshold=round(threshold, 4),
        slope=round(_slope(held, apart, threshold), 4),
        scores=counted,
        model=model,
        examples=taught.digest,
    )
    return Result(trained, missed, _alike(apart, threshold))


def _lessons(language: Language, codebook: Codebook, kind: EventType, taught: Taught) -> Lessons:
    others = [t for t in codebook.types.values() if t.event != kind.event]
    far = background(language, others, taught)
    near = (
        *(example_lesson(language, kind, e) for e in taught.examples),
        *(counter_lesson(language, kind, c.text) for c in taught.counter),
    )
    states = np.concatenate([t.states for t in (*far, *near)])
    spread = (states.std(0) + 1e-6) * np.sqrt(states.shape[1])
    return Lessons(near, far, states.mean(0), spread)


def _left_out(lessons: Lessons, weights: Numbers) -> tuple[list[Held], list[Held]]:
    """Each example and counter-example, and each background sentence, scored by a fit that did not see it."""
    near, far = lessons.near, lessons.background
    held, apart = [], []
    for k, lesson in enumerate(near):
        rest = [t for n, t in enumerate(near) if n != k]
        seen = [t for n, t in enumerate(far) if n % len(near) != k]
        without = fit(lessons.rows(rest, seen), _PENALTY, start=weights)
        held.append(_scored(lessons, without, lesson))
        apart += [_scored(lessons, without, t) for t in far[k :: len(near)]]
    return held, [a for a in apart if a.word]


def _scored(lessons: Lessons, weights: Numbers, lesson: Lesson) -> Held:
    found = scores(weights, lessons.scaled(lesson))
    others = np.where(lesson.tells, -np.inf, found)
    best = int(others.argmax()) if len(others) else -1
    return Held(
        lesson,
        float(found[lesson.tells].max()) if lesson.tells.any() else None,
        float(others[best]) if len(others) else -np.inf,
        lesson.words[best] if len(others) else "",
    )


def _threshold(held: Sequence[Held], apart: Sequence[Held]) -> float:
    """The score that parts triggers from all else with the best F1, in the middle of its gap."""
    right = np.array([h.trigger for h in held if h.trigger is not None])
    wrong = np.array([h.other for h in (*held, *apart)])
    edges = np.unique(np.concatenate([right, wrong[np.isfinite(wrong)]]))
    cuts = (edges[1:] + edges[:-1]) / 2
    found = (right[None] > cuts[:, None]).sum(1)
    false = (wrong[None] > cuts[:, None]).sum(1)
    f1 = 2 * found / (found + false + len(right))
    best = np.flatnonzero(f1 == f1.max())
    return float(cuts[best[len(best) // 2]])


def _slope(held: Sequence[Held], apart: Sequence[Held], threshold: float) -> float:
    """How fast the share rises above the threshold (Platt 1999, his targets, the middle fixed).

    Few examples keep it flat: the triggers of eight come out at nine in ten on the whole, however far
    above the threshold they stand.
    """
    right = np.array([h.trigger for h in held if h.trigger is not None])
    wrong = np.array([h.other for h in (*held, *apart)])
    odds = np.concatenate([right, wrong[np.isfinite(wrong)]]) - threshold
    n, m = len(right), len(odds) - len(right)
    targets = np.repeat([(n + 1) / (n + 2), 1 / (m + 2)], [n, m])
    counts = np.repeat([1 / n, 1 / m], [n, m])
    tried = np.geomspace(0.1, 10.0, 81)
    shares = sigmoid(odds[None] * tried[:, None])
    loss = -(counts * (targets * np.log(shares) + (1 - targets) * np.log(1 - shares))).sum(1)
    return float(tried[int(loss.argmin())])


def _counted(held: Sequence[Held], apart: Sequence[Held]) -> tuple[Scores, tuple[Missed, ...]]:
    """The scores, each text judged at the threshold that all the others choose, so that none helps itself."""
    missed, found, spared, strayed = [], 0, 0, 0
    for k, one in enumerate(held):
        cut = _threshold([*held[:k], *held[k + 1 :]], apart)
        if one.other > cut:
            missed.append(Missed(one.lesson.text, f"“{one.word}” was taken for the act"))
        if one.trigger is None:
            spared += one.other <= cut
            continue
        strayed += one.other > cut
        found += one.trigger > cut
        if one.trigger <= cut:
            missed.append(Missed(one.lesson.text, "its trigger was not found"))
    cut = _threshold(held, apart)
    n = sum(h.trigger is not None for h in held)
    counted = Scores(
        examples=n,
        found=found,
        counter=len(held) - n,
        spared=spared,
        strayed=strayed,
        background=len(apart),
        marked=sum(a.other > cut for a in apart),
    )
    return counted, tuple(missed)


def _alike(apart: Sequence[Held], threshold: float) -> tuple[Missed, ...]:
    """The codebook's own examples that were taken for the act: overlaps, or worth a counter-example."""
    over = sorted((a for a in apart if a.other > threshold), key=lambda a: -a.other)
    return tuple(Missed(a.lesson.text, f"{a.lesson.rule}, by “{a.word}”") for a in over[:_SHOWN])
