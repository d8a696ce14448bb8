"""Reads off the network which words tell acts, pledges and positions, with whom, and which report speech."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.language.hints import ActHint, BondHint, Part, SpeechHint
from dragoman.language.model import Labels, Outputs
from dragoman.language.own import OwnTypes
from dragoman.record import Span, Stance, Strength

Scores = NDArray[np.float32]
Ids = NDArray[np.int64]

# What the heads are read from; a reading that codes no events leaves them out.
ACT_OUTPUTS = ("act", "status", "historical", "mode", "part_word", "part_act", "pledge", "stance")
SPEECH_OUTPUTS = ("cue", "speech_word", "speech_cue")
_PARTS = ("none", "actor", "recipient", "speaker")
_SOURCE, _CONTENT = 1, 2
_KEPT = 0.05  # opinions below this share are not worth their time
_OWN_KEPT = 0.1
_CUE_KEPT = 0.2  # nobody believes a cue that is less sure, and its content costs as much to read
_PARTED = 0.2
_BOUND = 0.1  # a pledge or a position less sure is none
_STRENGTHS, _STANCES = ("_", *Strength), ("_", *Stance)


class ActReader:
    """Reads hints off the outputs of one window."""

    def __init__(self, labels: Labels, own: OwnTypes | None = None) -> None:
        self._labels = labels
        self._own = own

    def acts(self, out: Outputs, start: int, stop: int) -> tuple[ActHint, ...]:
        """The words from ``start`` to ``stop`` that may tell an act, numbered from 0."""
        if "act" not in out:
            return ()
        shares = softmax(out["act"][start:stop])
        known = 1.0 - shares[:, 0] > _KEPT
        own = None if self._own is None else self._own.shares(out["states"][start:stop])
        found = np.flatnonzero(known if own is None else known | (own.max(1) > _OWN_KEPT))
        if not len(found):
            return ()
        # A word that only a type of the user's own marks keeps no opinion of the network's on its type.
        shares = np.where(known[:, None], shares, 0.0)[found]
        at = found + start
        # Of all words that may tell an act at once: a call for each would cost more than what it computes.
        types, statuses, past, modes = (
            shares.tolist(),
            softmax(out["status"][at]).tolist(),
            softmax(out["historical"][at])[:, 1].tolist(),
            out["mode"][at].argmax(1).tolist(),
        )
        parts = self._parts(out, at, start, stop)
        owned = [()] * len(found) if own is None else [self._owned(shares) for shares in own[found]]
        labels = self._labels
        return tuple(
            ActHint(
                word=word,
                types=_ranked(labels.act, types[n], skip=1),
                statuses=_ranked(labels.status, statuses[n]),
                historical=round(past[n], 4),
                mode=None if labels.mode[modes[n]] == "_" else labels.mode[modes[n]],
                parts=tuple(parts[n]),
                own=owned[n],
            )
            for n, word in enumerate(found.tolist())
        )

    def pledges(self, out: Outputs, start: int, stop: int) -> tuple[BondHint, ...]:
        """The words from ``start`` to ``stop`` that may tell an act undertaken."""
        return self._bonds(out, "pledge", _STRENGTHS, start, stop)

    def stances(self, out: Outputs, start: int, stop: int) -> tuple[BondHint, ...]:
        """The words from ``start`` to ``stop`` that may tell where somebody stands."""
        return self._bonds(out, "stance", _STANCES, start, stop)

    def _bonds(
        self, out: Outputs, name: str, kinds: Sequence[str], start: int, stop: int
    ) -> tuple[BondHint, ...]:
        if name not in out:
            return ()
        shares = softmax(out[name][start:stop])
        found = np.flatnonzero(1.0 - shares[:, 0] > _BOUND)
        if not len(found):
            return ()
        parts = self._parts(out, found + start, start, stop)
        rows = zip(found.tolist(), shares[found].tolist(), parts, strict=True)
        return tuple(BondHint(i, _ranked(kinds, row, skip=1), tuple(held)) for i, row, held in rows)

    def _parts(self, out: Outputs, at: Ids, start: int, stop: int) -> list[list[Part]]:
        """The parties of each act at the window's words ``at``, among the words ``start`` to ``stop``."""
        words = out["part_word"][start:stop]
        acts = out["part_act"][at].reshape(len(at), len(_PARTS), -1)
        shares = softmax(np.matmul(words, acts.transpose(0, 2, 1)))
        found: list[list[Part]] = [[] for _ in at]
        n, word, part = (k.tolist() for k in np.nonzero(shares[:, :, 1:] > _PARTED))
        for a, w, k in zip(n, word, part, strict=True):
            found[a].append(Part(w, _PARTS[k + 1], round(float(shares[a, w, k + 1]), 4)))
        return found

    def _owned(self, shares: Scores) -> tuple[tuple[str, float], ...]:
        return () if self._own is None else _over(self._own.names, shares)

    def speech(
        self, out: Outputs, start: int, stop: int, places: Sequence[Span]
    ) -> tuple[SpeechHint, ...] | None:
        """The words from ``start`` to ``stop`` that may report speech; content may reach beyond them.

        ``places`` are the characters of all words of the window.
        """
        if "cue" not in out:
            return None
        shares = softmax(out["cue"][start:stop])[:, 1]
        found = np.flatnonzero(shares > _CUE_KEPT)
        if not len(found):
            return ()
        cues = out["speech_cue"][start + found].reshape(len(found), 3, -1)
        best = np.matmul(out["speech_word"], cues.transpose(0, 2, 1)).argmax(2).tolist()
        return tuple(
            SpeechHint(i, round(share, 4), *(_stretches(taken, k, places) for k in (_SOURCE, _CONTENT)))
            for i, share, taken in zip(found.tolist(), shares[found].tolist(), best, strict=True)
        )


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
