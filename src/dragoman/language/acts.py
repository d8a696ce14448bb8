"""Reads off the network which words tell acts, pledges and positions, with whom, and which report speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.language.hints import ActHint, BondHint, Part, SpeechHint
from dragoman.language.model import Labels, Outputs
from dragoman.language.own import OwnTypes
from dragoman.record import Span

Scores = NDArray[np.float32]
Ids = NDArray[np.int64]

_PARTS = ("none", "actor", "recipient", "speaker")
_SOURCE, _CONTENT = 1, 2
_KEPT = 0.05  # opinions below this share are not worth their time
_OWN_KEPT = 0.1
_CUE_KEPT = 0.2  # nobody believes a cue that is less sure, and its content costs as much to read
_PARTED = 0.2
_BOND_KEPT = 0.1  # less is not worth its time; who codes asks for more
_Hint = TypeVar("_Hint", ActHint, SpeechHint, BondHint)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the network takes the words of one sentence for; ``speech`` is None where it was not asked."""

    acts: tuple[ActHint, ...] = ()
    speech: tuple[SpeechHint, ...] | None = None
    pledges: tuple[BondHint, ...] = ()
    stances: tuple[BondHint, ...] = ()


class HintReader:
    """Reads hints off the outputs of one window, of all its words at once: each call to numpy costs."""

    def __init__(self, labels: Labels, own: OwnTypes | None = None) -> None:
        self._labels = labels
        self._own = own

    def hints(self, out: Outputs, bounds: Sequence[tuple[int, int]], places: Sequence[Span]) -> list[Hints]:
        """The hints of each sentence, its words numbered from 0.

        ``bounds`` are the first word of each sentence and the one after its last, ``places`` the characters
        of all words of the window.
        """
        acts = self._acts(out, bounds) if "act" in out else []
        speech = self._speech(out, places) if "cue" in out else None
        pledges, stances = (
            self._bonds(out, name, kinds, bounds) if name in out else []
            for name, kinds in (("pledge", self._labels.pledge), ("stance", self._labels.stance))
        )
        return [
            Hints(
                _within(acts, a, b),
                None if speech is None else _within(speech, a, b),
                _within(pledges, a, b),
                _within(stances, a, b),
            )
            for a, b in bounds
        ]

    def _acts(self, out: Outputs, bounds: Sequence[tuple[int, int]]) -> list[ActHint]:
        """The words that may tell an act."""
        shares = softmax(out["act"])
        known = 1.0 - shares[:, 0] > _KEPT
        own = None if self._own is None else self._own.shares(out["states"])
        found = np.flatnonzero(known if own is None else known | (own.max(1) > _OWN_KEPT))
        if not len(found):
            return []
        # A word that only a type of the user's own marks keeps no opinion of the network's on its type.
        types = np.where(known[:, None], shares, 0.0)[found].tolist()
        statuses, past, modes = (
            softmax(out["status"][found]).tolist(),
            softmax(out["historical"][found])[:, 1].tolist(),
            out["mode"][found].argmax(1).tolist(),
        )
        parts = _parts(out, found, bounds)
        owned = [()] * len(found) if own is None else [self._owned(shares) for shares in own[found]]
        labels = self._labels
        return [
            ActHint(
                word=word,
                types=_ranked(labels.act, types[n], skip=1),
                statuses=_ranked(labels.status, statuses[n]),
                historical=round(past[n], 4),
                mode=None if labels.mode[modes[n]] == "_" else labels.mode[modes[n]],
                parts=parts[n],
                own=owned[n],
            )
            for n, word in enumerate(found.tolist())
        ]

    def _owned(self, shares: Scores) -> tuple[tuple[str, float], ...]:
        return () if self._own is None else _over(self._own.names, shares)

    def _bonds(
        self, out: Outputs, name: str, kinds: Sequence[str], bounds: Sequence[tuple[int, int]]
    ) -> list[BondHint]:
        """The words that may tell an act undertaken, or where somebody stands."""
        shares = softmax(out[name])
        found = np.flatnonzero(1.0 - shares[:, 0] > _BOND_KEPT)
        if not len(found):
            return []
        rows = zip(found.tolist(), shares[found].tolist(), _parts(out, found, bounds), strict=True)
        return [BondHint(i, _ranked(kinds, row, skip=1), parts) for i, row, parts in rows]

    def _speech(self, out: Outputs, places: Sequence[Span]) -> list[SpeechHint]:
        """The words that may report speech; content may reach beyond their sentence."""
        shares = softmax(out["cue"])[:, 1]
        found = np.flatnonzero(shares > _CUE_KEPT)
        if not len(found):
            return []
        cues = out["speech_cue"][found].reshape(len(found), 3, -1)
        best = np.matmul(out["speech_word"], cues.transpose(0, 2, 1)).argmax(2).tolist()
        return [
            SpeechHint(i, round(share, 4), *(_stretches(taken, k, places) for k in (_SOURCE, _CONTENT)))
            for i, share, taken in zip(found.tolist(), shares[found].tolist(), best, strict=True)
        ]


def _parts(out: Outputs, at: Ids, bounds: Sequence[tuple[int, int]]) -> list[tuple[Part, ...]]:
    """The parties of what each of the words ``at`` tells, among the words of its sentence."""
    tops = out["part_act"][at].reshape(len(at), len(_PARTS), -1)
    shares = softmax(np.matmul(out["part_word"], tops.transpose(0, 2, 1)))
    limits = [next((a, b) for a, b in bounds if a <= i < b) for i in at.tolist()]
    found: list[list[Part]] = [[] for _ in limits]
    n, word, part = (k.tolist() for k in np.nonzero(shares[:, :, 1:] > _PARTED))
    for i, w, k in zip(n, word, part, strict=True):
        first, stop = limits[i]
        if first <= w < stop:
            found[i].append(Part(w, _PARTS[k + 1], round(float(shares[i, w, k + 1]), 4)))
    return [tuple(parts) for parts in found]


def _within(hints: Sequence[_Hint], first: int, stop: int) -> tuple[_Hint, ...]:
    """The hints of a sentence, counted from its first word."""
    here = (h for h in hints if first <= h.word < stop)
    return tuple(h.moved(-first) if first else h for h in here)


def softmax(scores: Scores) -> Scores:
    """Shares over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Scores = raised / raised.sum(-1, keepdims=True)
    return shares


def _ranked(names: Sequence[str], shares: Sequence[float], skip: int = 0) -> tuple[tuple[str, float], ...]:
    known = [(-share, k) for k, share in enumerate(shares) if share > 0.01 and k >= skip]
    return tuple((names[k], round(-share, 4)) for share, k in sorted(known)[:4])


def _over(names: Sequence[str], shares: Scores) -> tuple[tuple[str, float], ...]:
    order = [k for k in np.argsort(-shares) if shares[k] > _OWN_KEPT]
    return tuple((names[k], round(float(shares[k]), 4)) for k in order)


def _stretches(taken: Sequence[int], wanted: int, places: Sequence[Span]) -> tuple[Span, ...]:
    """The characters of each unbroken run of words that are taken for what is wanted."""
    found: list[Span] = []
    last = -2
    for i, kind in enumerate(taken):
        if kind == wanted:
            start = found.pop().start if last == i - 1 else places[i].start
            found.append(Span(start, places[i].end))
            last = i
    return tuple(found)
