"""Reads off the network which words tell acts, pledges and positions, with whom, and which report speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.language.hints import ActHint, BondHint, Part, SpeechHint
from dragoman.language.model import Labels, Outputs
from dragoman.language.one_thread import on_one_thread
from dragoman.language.own import OwnTypes
from dragoman.language.tells import TellsHead
from dragoman.record import Span
from dragoman.values import value

Scores = NDArray[np.float32]
Ids = NDArray[np.int64]

_PARTS = ("none", "actor", "recipient", "speaker")
_KEPT = 0.05  # opinions below this share are not worth their time
_OWN_KEPT = 0.1
_CUE_KEPT = 0.2  # nobody believes a cue that is less sure, and its content costs as much to read
_PARTED = 0.2
_FARTHEST = -1.5  # no part scored so far below none has that share: it takes log(0.2 / 0.8), about -1.39
_RANKED = 0.01
_BOND_KEPT = 0.1  # less is not worth its time; who codes asks for more
_Hint = TypeVar("_Hint", ActHint, SpeechHint, BondHint)


@value
class Hints:
    """What the network takes the words of one sentence for; ``speech`` is None where it was not asked.

    ``tells`` is of each word how much it and its sentence speak for an act told there (log-odds).
    """

    acts: tuple[ActHint, ...] = ()
    speech: tuple[SpeechHint, ...] | None = None
    pledges: tuple[BondHint, ...] = ()
    stances: tuple[BondHint, ...] = ()
    tells: tuple[float, ...] = ()


@value
class _Bounds:
    """The sentences of a window: of each its first word, of each word its sentence."""

    firsts: tuple[int, ...]
    of_word: Ids

    @classmethod
    def of(cls, bounds: Sequence[tuple[int, int]]) -> _Bounds:
        """From the first word of each sentence and the one after its last."""
        return cls(tuple(a for a, _ in bounds), np.repeat(np.arange(len(bounds)), [b - a for a, b in bounds]))

    def sorted(self, hints: Iterable[tuple[int, _Hint]]) -> list[tuple[_Hint, ...]]:
        """The hints of each sentence; each comes with the number of its sentence."""
        found: list[list[_Hint]] = [[] for _ in self.firsts]
        for sentence, hint in hints:
            found[sentence].append(hint)
        return [tuple(here) for here in found]


@value
class _Words:
    """Words that may tell something, by their numbers in the window, with the shares of what they tell."""

    at: Ids
    shares: Scores


class HintReader:
    """Reads hints off the outputs of one window, of all its words at once: each call to numpy costs."""

    def __init__(self, labels: Labels, own: OwnTypes | None = None, tells: TellsHead | None = None) -> None:
        self._labels = labels
        self._own = own
        self._tells = tells

    def hints(
        self, out: Outputs, bounds: Sequence[tuple[int, int]], places: Sequence[Span], heads: Sequence[int]
    ) -> list[Hints]:
        """The hints of each sentence, its words numbered from 0.

        ``bounds`` are the first word of each sentence and the one after its last, ``places`` the characters
        of all words of the window, ``heads`` their heads, numbered in their sentence, -1 for a root.
        """
        with on_one_thread():
            own = None if self._own is None or "act" not in out else self._own.shares(out["states"])
            telling = self._telling(out, bounds, heads)
        sentences = _Bounds.of(bounds)
        words = [
            _telling(out, name, least, own if name == "act" else None)
            for name, least in (("act", _KEPT), ("pledge", _BOND_KEPT), ("stance", _BOND_KEPT))
        ]
        # The parties of all three are read at once.
        parts = iter(_parts(out, np.concatenate([w.at for w in words]), sentences))
        acts, pledges, stances = (list(islice(parts, len(w.at))) for w in words)
        speech = sentences.sorted(self._speech(out, sentences, places)) if "cue" in out else None
        told = zip(
            sentences.sorted(self._acts(out, words[0], acts, own, sentences)),
            [None] * len(bounds) if speech is None else speech,
            sentences.sorted(_bonds(self._labels.pledge, words[1], pledges, sentences)),
            sentences.sorted(_bonds(self._labels.stance, words[2], stances, sentences)),
            telling,
            strict=True,
        )
        return [Hints(*here) for here in told]

    def _telling(
        self, out: Outputs, bounds: Sequence[tuple[int, int]], heads: Sequence[int]
    ) -> list[tuple[float, ...]]:
        """How much each word of each sentence speaks for an act; nothing where nobody was asked."""
        if self._tells is None or "states" not in out:
            return [()] * len(bounds)
        return self._tells.odds(out["states"], bounds, heads)

    def _acts(
        self,
        out: Outputs,
        words: _Words,
        parts: Sequence[tuple[Part, ...]],
        own: Scores | None,
        sentences: _Bounds,
    ) -> Iterator[tuple[int, ActHint]]:
        """What the words that may tell an act may tell."""
        at, labels = words.at, self._labels
        if not len(at):
            return
        shares = words.shares
        if own is not None:
            # A word that only a type of the user's own marks keeps no opinion of the network's on its type.
            shares = np.where(1.0 - shares[:, :1] > _KEPT, shares, 0.0)
        owned = [()] * len(at) if own is None else [self._owned(one) for one in own[at]]
        rows = zip(
            at.tolist(),
            sentences.of_word[at].tolist(),
            _ranked(labels.act, shares, skip=1),
            _ranked(labels.status, softmax(out["status"][at])),
            softmax(out["historical"][at])[:, 1].tolist(),
            out["mode"][at].argmax(1).tolist(),
            parts,
            owned,
            strict=True,
        )
        for i, sentence, types, statuses, past, mode, parties, ours in rows:
            yield (
                sentence,
                ActHint(
                    word=i - sentences.firsts[sentence],
                    types=types,
                    statuses=statuses,
                    historical=round(past, 4),
                    mode=None if labels.mode[mode] == "_" else labels.mode[mode],
                    parts=parties,
                    own=ours,
                ),
            )

    def _owned(self, shares: Scores) -> tuple[tuple[str, float], ...]:
        return () if self._own is None else _over(self._own.names, shares)

    def _speech(
        self, out: Outputs, sentences: _Bounds, places: Sequence[Span]
    ) -> Iterator[tuple[int, SpeechHint]]:
        """The words that may report speech; content may reach beyond their sentence."""
        shares = softmax(out["cue"])[:, 1]
        found = (shares > _CUE_KEPT).nonzero()[0]
        if not len(found):
            return
        cues = out["speech_cue"][found].reshape(len(found), 3, -1)
        scores = np.matmul(out["speech_word"], cues.transpose(0, 2, 1))
        neither, from_whom, what = scores.transpose(2, 0, 1)
        said = what > np.maximum(neither, from_whom)
        stretches = _stretches(np.concatenate([(from_whom > neither) & ~said, said]), places)
        rows = zip(
            found.tolist(),
            sentences.of_word[found].tolist(),
            shares[found].tolist(),
            stretches[: len(found)],
            stretches[len(found) :],
            strict=True,
        )
        for i, sentence, share, source, content in rows:
            yield sentence, SpeechHint(i - sentences.firsts[sentence], round(share, 4), source, content)


def _telling(out: Outputs, name: str, least: float, own: Scores | None = None) -> _Words:
    """The words that may tell something: those whose share of telling nothing leaves more than ``least``."""
    if name not in out:
        return _Words(np.zeros(0, np.int64), np.zeros((0, 1), np.float32))
    shares = softmax(out[name])
    telling = 1.0 - shares[:, 0] > least
    found = (telling if own is None else telling | (own.max(1) > _OWN_KEPT)).nonzero()[0]
    return _Words(found, shares[found])


def _bonds(
    kinds: Sequence[str], words: _Words, parts: Sequence[tuple[Part, ...]], sentences: _Bounds
) -> Iterator[tuple[int, BondHint]]:
    """The words that may tell an act undertaken, or where somebody stands."""
    of = sentences.of_word[words.at].tolist()
    ranked = _ranked(kinds, words.shares, skip=1)
    for i, sentence, told, parties in zip(words.at.tolist(), of, ranked, parts, strict=True):
        yield sentence, BondHint(i - sentences.firsts[sentence], told, parties)


def _parts(out: Outputs, at: Ids, sentences: _Bounds) -> list[tuple[Part, ...]]:
    """The parties of what each of the words ``at`` tells, among the words of its sentence."""
    found: list[list[Part]] = [[] for _ in at]
    if not found:
        return []
    tops = out["part_act"][at].reshape(len(at), len(_PARTS), -1)
    scores = np.matmul(out["part_word"], tops.transpose(0, 2, 1))
    # Shares cost more than scores, and few words can be a party: those of the same sentence whose score as
    # one or another is not far below their score as none.
    none, *some = scores.transpose(2, 0, 1)
    of = sentences.of_word
    near = reduce(np.maximum, some) > none + _FARTHEST
    near &= of[at][:, None] == of
    n, word = near.nonzero()
    shares = softmax(scores[n, word])[:, 1:]
    row, part = (shares > _PARTED).nonzero()
    starts = [sentences.firsts[s] for s in of[at].tolist()]
    rows = zip(*(k.tolist() for k in (n[row], word[row], part, shares[row, part])), strict=True)
    for i, w, k, share in rows:
        found[i].append(Part(w - starts[i], _PARTS[k + 1], round(share, 4)))
    return [tuple(parts) for parts in found]


def softmax(scores: Scores) -> Scores:
    """Shares over the last axis.

    ``scores`` may have any shape, which is that of the shares.
    """
    shares: Scores = scores - np.maximum.reduce(scores, -1, keepdims=True)
    np.exp(shares, out=shares)
    shares /= np.add.reduce(shares, -1, keepdims=True)
    return shares


def _ranked(names: Sequence[str], shares: Scores, skip: int = 0) -> list[tuple[tuple[str, float], ...]]:
    """For each row of shares, the likeliest four of the names that are likely at all."""
    row, k = (shares > _RANKED).nonzero()
    found: list[list[tuple[float, int]]] = [[] for _ in shares]
    for n, name, share in zip(row.tolist(), k.tolist(), shares[row, k].tolist(), strict=True):
        if name >= skip:
            found[n].append((-share, name))
    return [tuple([(names[name], round(-share, 4)) for share, name in sorted(known)[:4]]) for known in found]


def _over(names: Sequence[str], shares: Scores) -> tuple[tuple[str, float], ...]:
    order = [k for k in np.argsort(-shares) if shares[k] > _OWN_KEPT]
    return tuple((names[k], round(float(shares[k]), 4)) for k in order)


def _stretches(taken: NDArray[np.bool_], places: Sequence[Span]) -> list[tuple[Span, ...]]:
    """For each row, the characters of every unbroken run of words that are taken."""
    first, last = taken.copy(), taken.copy()
    first[:, 1:] &= ~taken[:, :-1]
    last[:, :-1] &= ~taken[:, 1:]
    row, start = first.nonzero()
    found: list[list[Span]] = [[] for _ in taken]
    for n, a, b in zip(row.tolist(), start.tolist(), last.nonzero()[1].tolist(), strict=True):
        found[n].append(Span(places[a].start, places[b].end))
    return [tuple(runs) for runs in found]
