"""Reads off the network which words tell an act, with whom, and which report speech."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.language.hints import ActHint, Part, SpeechHint
from dragoman.language.model import Labels, Outputs
from dragoman.language.own import OwnTypes
from dragoman.record import Span

Scores = NDArray[np.float32]

# What the heads are read from; a reading that codes no events leaves them out.
ACT_OUTPUTS = ("act", "status", "historical", "mode", "part_word", "part_act")
SPEECH_OUTPUTS = ("cue", "speech_word", "speech_cue")
_PARTS = ("none", "actor", "recipient", "speaker")
_SOURCE, _CONTENT = 1, 2
_KEPT = 0.05  # opinions below this share are not worth their time
_OWN_KEPT = 0.1


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
        shares = np.where(known[:, None], shares, 0.0)
        statuses = softmax(out["status"][start + found])
        past = softmax(out["historical"][start + found])[:, 1].tolist()
        return tuple(
            self._act(out, i, (shares[i], statuses[n], past[n]), start, stop, None if own is None else own[i])
            for n, i in enumerate(found.tolist())
        )

    def _act(
        self,
        out: Outputs,
        i: int,
        told: tuple[Scores, Scores, float],
        start: int,
        stop: int,
        own: Scores | None = None,
    ) -> ActHint:
        """The hint of word ``i``; ``told`` are the shares of its types, its statuses, and of being past."""
        labels, at = self._labels, start + i
        shares, statuses, past = told
        words = out["part_word"][start:stop]
        parts = softmax(words @ out["part_act"][at].reshape(len(_PARTS), -1).T)
        parted = [
            Part(int(w), _PARTS[k], round(float(parts[w, k]), 4))
            for w, k in zip(*np.nonzero(parts[:, 1:] > 0.2), strict=True)
            for k in (int(k) + 1,)
        ]
        mode = labels.mode[int(out["mode"][at].argmax())]
        return ActHint(
            word=i,
            types=_ranked(labels.act, shares, skip=1),
            statuses=_ranked(labels.status, statuses),
            historical=round(past, 4),
            mode=None if mode == "_" else mode,
            parts=tuple(parted),
            own=() if own is None or self._own is None else _over(self._own.names, own),
        )

    def speech(
        self, out: Outputs, start: int, stop: int, places: Sequence[Span]
    ) -> tuple[SpeechHint, ...] | None:
        """The words from ``start`` to ``stop`` that may report speech; content may reach beyond them.

        ``places`` are the characters of all words of the window.
        """
        if "cue" not in out:
            return None
        shares = softmax(out["cue"][start:stop])[:, 1]
        found: list[SpeechHint] = []
        for i in np.flatnonzero(shares > _KEPT):
            tops = out["speech_cue"][start + i].reshape(3, -1)
            best = (out["speech_word"] @ tops.T).argmax(1)
            source, content = (_stretches(best == k, places) for k in (_SOURCE, _CONTENT))
            found.append(SpeechHint(int(i), round(float(shares[i]), 4), source, content))
        return tuple(found)


def softmax(scores: Scores) -> Scores:
    """Shares over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Scores = raised / raised.sum(-1, keepdims=True)
    return shares


def _ranked(names: Sequence[str], shares: Scores, skip: int = 0) -> tuple[tuple[str, float], ...]:
    known: list[float] = shares.tolist()
    order = [k for k in np.argsort(-shares).tolist() if k >= skip and known[k] > 0.01]
    return tuple((names[k], round(known[k], 4)) for k in order[:4])


def _over(names: Sequence[str], shares: Scores) -> tuple[tuple[str, float], ...]:
    order = [k for k in np.argsort(-shares) if shares[k] > _OWN_KEPT]
    return tuple((names[k], round(float(shares[k]), 4)) for k in order)


def _stretches(chosen: NDArray[np.bool_], places: Sequence[Span]) -> tuple[Span, ...]:
    """The characters of each unbroken run of chosen words."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], chosen.astype(np.int8), [0]])))
    return tuple(
        Span(places[a].start, places[b - 1].end) for a, b in zip(edges[::2], edges[1::2], strict=True)
    )
