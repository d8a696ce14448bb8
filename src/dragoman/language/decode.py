"""From a window's numbers to sentences: boundaries, tags, lemmas, trees, names, predicates, roles."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.language.acts import HintReader, Hints
from dragoman.language.inflection import form_of
from dragoman.language.lemmas import Lemmatizer
from dragoman.language.model import Labels, Outputs
from dragoman.language.own import OwnTypes
from dragoman.language.parse import Entity, Frame, Sentence, Word
from dragoman.language.roles import RoleReader
from dragoman.language.sequences import Grammar
from dragoman.language.trees import tree_heads
from dragoman.record import Span

Ids = NDArray[np.int64]

_CLOSING = frozenset("”’)]»,;:.?!…")
_OPENING = frozenset("“‘([«")


@dataclass(frozen=True, slots=True)
class Tags:
    """What is read word by word for a whole window, as numbers in the label lists."""

    upos: Ids
    feats: Ids
    lemma: Ids
    heads: Ids  # 0 = root, j+1 = word j of the window
    rels: Ids
    factuality: NDArray[np.float32]


class Decoder:
    """Turns the outputs of the network into sentences. It holds nothing of one text but a lemma memory."""

    def __init__(self, labels: Labels, lemmatizer: Lemmatizer, own: OwnTypes | None = None) -> None:
        self._labels = labels
        self._lemmatizer = lemmatizer
        self._feats = [_features(written) for written in labels.feats]
        self._names = Grammar.of(labels.entity)
        self._roles = RoleReader(labels.role)
        self._hints = HintReader(labels, own)
        self._is_root = np.array([rel == "root" for rel in labels.rel])

    def sentences(
        self,
        out: Outputs,
        words: Sequence[str],
        places: Sequence[Span],
        *,
        fixed: bool = False,
    ) -> list[tuple[int, Sentence]]:
        """The sentences of one window, each with the number of its first word in the window.

        ``words`` and ``places`` are the window's words and their characters; with ``fixed`` the window
        is one sentence. Where the network gave no roles there are no frames.
        """
        bounds = [(0, len(words))] if fixed else sentence_bounds(out["boundary"], words)
        tags = self._tags(out, bounds)
        lemmas = self._lemmas(out["lemma"], words, tags)
        hints = self._hints.hints(out, bounds, places)
        return [
            (a, self._sentence(out, tags, words[a:b], lemmas[a:b], places[a:b], a, told))
            for (a, b), told in zip(bounds, hints, strict=True)
        ]

    def _tags(self, out: Outputs, bounds: Sequence[tuple[int, int]]) -> Tags:
        heads = np.concatenate([_heads(out["arc"], a, b) for a, b in bounds])
        return Tags(
            upos=out["upos"].argmax(1),
            feats=out["feats"].argmax(1),
            lemma=out["lemma"].argmax(1),
            heads=heads,
            rels=self._relations(out["rel"], heads),
            factuality=out["factuality"],
        )

    def _lemmas(self, scores: NDArray[np.float32], words: Sequence[str], tags: Tags) -> list[str]:
        upos = [self._labels.upos[k] for k in tags.upos.tolist()]
        forms = [form_of(u, self._feats[k]) for u, k in zip(upos, tags.feats.tolist(), strict=True)]
        rows = zip(words, upos, forms, scores, tags.lemma.tolist(), strict=True)
        return [self._lemmatizer(*row) for row in rows]

    def _relations(self, scores: NDArray[np.float32], heads: Ids) -> Ids:
        """The best relation of each word; ``root`` at the root and only there."""
        best: Ids = np.where(self._is_root, -np.inf, scores).argmax(1)
        best[heads == 0] = self._is_root.argmax()
        return best

    def _sentence(
        self,
        out: Outputs,
        tags: Tags,
        texts: Sequence[str],
        lemmas: Sequence[str],
        places: Sequence[Span],
        at: int,
        told: Hints,
    ) -> Sentence:
        stop = at + len(texts)
        heads = tags.heads[at:stop]
        labels = self._labels
        words = tuple(
            Word(i, text, place, labels.upos[u], lemma, h, labels.rel[r], self._feats[f], fact)
            for i, (text, place, u, lemma, h, r, f, fact) in enumerate(
                zip(
                    texts,
                    places,
                    tags.upos[at:stop].tolist(),
                    lemmas,
                    np.where(heads == 0, -1, heads - 1 - at).tolist(),
                    tags.rels[at:stop].tolist(),
                    tags.feats[at:stop].tolist(),
                    tags.factuality[at:stop].tolist(),
                    strict=True,
                )
            )
        )
        return Sentence(
            Span(places[0].start, places[-1].end),
            words,
            self._entities(out["entity"][at:stop], places),
            self._frames(out, words, at),
            told.acts,
            told.speech,
            told.pledges,
            told.stances,
        )

    def _entities(self, scores: NDArray[np.float32], places: Sequence[Span]) -> tuple[Entity, ...]:
        return tuple(
            Entity(first, last, label, Span(places[first].start, places[last].end))
            for label, first, last in self._names.spans(scores)
        )

    def _frames(self, out: Outputs, words: Sequence[Word], at: int) -> tuple[Frame, ...]:
        if "predicate" not in out:
            return ()
        senses = out["predicate"][at : at + len(words)].argmax(1)
        predicates = np.flatnonzero(senses)
        if not len(predicates):
            return ()
        arguments = out["role_arg"][at : at + len(words)]
        weights = out["role_pred"][predicates + at].reshape(-1, arguments.shape[-1])
        scores = (arguments @ weights.T).reshape(len(words), len(predicates), -1)
        found = self._roles.read(scores.transpose(1, 0, 2))
        return tuple(
            Frame(p, self._roleset(words, p, int(senses[p])), roles)
            for p, roles in zip(predicates.tolist(), found, strict=True)
        )

    def _roleset(self, words: Sequence[Word], predicate: int, sense: int) -> str:
        particle = next((w.lemma for w in words if w.head == predicate and w.deprel == "compound:prt"), None)
        stem = words[predicate].lemma.lower()
        verb = f"{stem}_{particle}" if particle else stem
        return f"{verb}.{self._labels.predicate[sense]}"


def sentence_bounds(scores: NDArray[np.float32], words: Sequence[str]) -> list[tuple[int, int]]:
    """Where sentences begin and end (exclusive), over ``scores`` [T, 2] of "a sentence ends here".

    The last word ends one. A mark that closes a quotation or a bracket belongs to the sentence before
    it, one that opens to the sentence after it; no sentence begins with a comma or a full stop.
    """
    ends = (scores[:, 1] > scores[:, 0]).tolist()
    marks = _turned(words)
    for i in range(len(words) - 1):
        if not ends[i]:
            continue
        if marks[i + 1] in _CLOSING:
            ends[i], ends[i + 1] = False, True
        elif marks[i] in _OPENING:
            ends[i] = False
            if i and marks[i - 1] not in _OPENING:
                ends[i - 1] = True
    ends[-1] = True
    stops = [i + 1 for i, end in enumerate(ends) if end]
    return list(zip([0, *stops[:-1]], stops, strict=True))


def _turned(words: Sequence[str]) -> Sequence[str]:
    """The words with straight quotation marks turned: the first opens, the second closes, and so on."""
    if '"' not in words:
        return words
    turn = itertools.cycle("“”")
    return [next(turn) if word == '"' else word for word in words]


def _heads(arc: NDArray[np.float32], start: int, stop: int) -> Ids:
    """The heads of the words of one sentence, in the window's count (0 = root, j+1 = word j)."""
    if stop - start == len(arc):
        return tree_heads(arc)
    scores = np.concatenate([arc[start:stop, :1], arc[start:stop, start + 1 : stop + 1]], axis=1)
    heads = tree_heads(scores)
    return np.where(heads == 0, 0, heads + start)


def _features(written: str) -> tuple[tuple[str, str], ...]:
    """A FEATS column as pairs: ``Number=Sing|Person=3``."""
    if written in ("_", ""):
        return ()
    pairs = (pair.partition("=") for pair in written.split("|"))
    return tuple((name, value) for name, _, value in pairs)
