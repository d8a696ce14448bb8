"""From a window's numbers to sentences: boundaries, tags, lemmas, trees, names, predicates, roles."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.language.acts import HintReader, Hints
from dragoman.language.inflection import form_of, spelt_past
from dragoman.language.lemmas import Lemmatizer
from dragoman.language.marks import OPENING, QUOTING
from dragoman.language.model import Labels, Outputs
from dragoman.language.own import OwnTypes
from dragoman.language.parse import Entity, Frame, Sentence, Word
from dragoman.language.roles import RoleReader
from dragoman.language.sequences import Grammar
from dragoman.language.tells import TellsHead
from dragoman.language.trees import window_heads
from dragoman.record import Span
from dragoman.values import value

Ids = NDArray[np.int64]
Features = tuple[tuple[str, str], ...]

_CLOSING = frozenset("”’)]»,;:.?!…")


@value
class Tags:
    """What is read word by word for a whole window."""

    upos: Sequence[str]
    feats: Sequence[Features]
    lemmas: Sequence[str]
    heads: Sequence[int]  # the word's number in its sentence, -1 = root
    rels: Sequence[str]
    factuality: Sequence[float]
    entity: Sequence[int]


class Decoder:
    """Turns the outputs of the network into sentences. It holds nothing of one text but a lemma memory."""

    def __init__(
        self,
        labels: Labels,
        lemmatizer: Lemmatizer,
        own: OwnTypes | None = None,
        tells: TellsHead | None = None,
    ) -> None:
        self._labels = labels
        self._lemmatizer = lemmatizer
        self._feats = [_features(written) for written in labels.feats]
        self._names = Grammar.of(labels.entity)
        self._roles = RoleReader(labels.role)
        self._hints = HintReader(labels, own, tells)
        self._root = labels.rel.index("root")
        self._forms = [[form_of(upos, feats) for feats in self._feats] for upos in labels.upos]

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
        tags = self._tags(out, words, bounds)
        hints = self._hints.hints(out, bounds, places, tags.heads)
        return [
            (a, self._sentence(out, tags, words[a:b], places[a:b], a, told))
            for (a, b), told in zip(bounds, hints, strict=True)
        ]

    def _tags(self, out: Outputs, words: Sequence[str], bounds: Sequence[tuple[int, int]]) -> Tags:
        labels = self._labels
        upos, feats = out["upos"].argmax(1).tolist(), out["feats"].argmax(1).tolist()
        heads = window_heads(out["arc"], bounds)
        forms = [self._forms[u][f] for u, f in zip(upos, feats, strict=True)]
        upos = [labels.upos[k] for k in upos]
        lemmas = self._lemmatizer.lemmas(words, upos, forms, out["lemma"])
        return Tags(
            upos=upos,
            feats=self._mended(words, upos, lemmas, feats),
            lemmas=lemmas,
            heads=(heads - 1).tolist(),
            rels=[labels.rel[k] for k in self._relations(out["rel"], heads == 0).tolist()],
            factuality=out["factuality"].tolist(),
            entity=out["entity"].argmax(1).tolist(),
        )

    def _mended(
        self, words: Sequence[str], upos: Sequence[str], lemmas: Sequence[str], best: Sequence[int]
    ) -> list[Features]:
        """The features of each word; a verb that is spelt as a past is one, whatever the network says."""
        found = [self._feats[k] for k in best]
        for i, pos in enumerate(upos):
            if pos == "VERB" and words[i] != lemmas[i]:
                found[i] = spelt_past(words[i], lemmas[i], found[i])
        return found

    def _relations(self, scores: NDArray[np.float32], roots: NDArray[np.bool_]) -> Ids:
        """The best relation of each word; ``root`` at the root and only there."""
        others = scores.copy()
        others[:, self._root] = -np.inf
        best: Ids = others.argmax(1)
        best[roots] = self._root
        return best

    def _sentence(
        self,
        out: Outputs,
        tags: Tags,
        texts: Sequence[str],
        places: Sequence[Span],
        at: int,
        told: Hints,
    ) -> Sentence:
        here = slice(at, at + len(texts))
        words = tuple(
            map(
                Word,
                range(len(texts)),
                texts,
                places,
                tags.upos[here],
                tags.lemmas[here],
                tags.heads[here],
                tags.rels[here],
                tags.feats[here],
                tags.factuality[here],
            )
        )
        return Sentence(
            Span(places[0].start, places[-1].end),
            words,
            self._entities(words, tags.entity[here], out["entity"][here]),
            self._frames(out, words, at),
            told.acts,
            told.speech,
            told.pledges,
            told.stances,
            told.tells,
            out["states"][here] if "states" in out else None,
        )

    def _entities(
        self, words: Sequence[Word], best: Sequence[int], scores: NDArray[np.float32]
    ) -> tuple[Entity, ...]:
        spans = [
            (label, _name_begins(words, label, first, last), last)
            for label, first, last in self._names.spans(best, scores)
        ]
        return tuple(
            Entity(first, last, label, Span(words[first].span.start, words[last].span.end))
            for label, first, last in spans
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


def _name_begins(words: Sequence[Word], label: str, first: int, last: int) -> int:
    """The first word of a name; no person's begins with *of*: "Secretary | of State *Ana Haas*"."""
    if label != "PER" or words[first].text != "of":
        return first
    end = words[last]
    return end.head if end.deprel == "flat" and first < end.head < last else last


def sentence_bounds(scores: NDArray[np.float32], words: Sequence[str]) -> list[tuple[int, int]]:
    """Where sentences begin and end (exclusive), over ``scores`` [T, 2] of "a sentence ends here".

    The last word ends one. A mark that closes a quotation or a bracket belongs to the sentence before
    it, one that opens to the sentence after it; no sentence begins with a comma or a full stop. A full stop
    before a quotation that opens with a capital always ends one: “…,” she said. “…” So does one inside of a
    quotation behind which a capital follows: “….” The army has denied it.
    """
    marks = _turned(words)
    final = len(words) - 1
    stops = {final, *_before_quotations(words, marks), *_behind_quotations(words, marks)}
    for i in np.flatnonzero(scores[:, 1] > scores[:, 0]).tolist():
        while i < final and marks[i + 1] in _CLOSING:
            i += 1
        if i == final or marks[i] not in OPENING:
            stops.add(i)
        elif i and marks[i - 1] not in OPENING:
            stops.add(i - 1)
    return list(itertools.pairwise([0, *(i + 1 for i in sorted(stops))]))


def _before_quotations(words: Sequence[str], marks: Sequence[str]) -> list[int]:
    """The full stops after which a quotation begins anew."""
    return [
        i
        for i, mark in enumerate(marks[:-2])
        if mark == "." and marks[i + 1] in QUOTING and words[i + 2][:1].isupper()
    ]


def _behind_quotations(words: Sequence[str], marks: Sequence[str]) -> list[int]:
    """The marks that close a quotation right behind its full stop, where something new begins."""
    return [
        i
        for i, mark in enumerate(marks[1:-1], 1)
        if mark in "”»" and marks[i - 1] == "." and words[i + 1][:1].isupper()
    ]


def _turned(words: Sequence[str]) -> Sequence[str]:
    """The words with straight quotation marks turned: the first opens, the second closes, and so on."""
    if '"' not in words:
        return words
    turn = itertools.cycle("“”")
    return [next(turn) if word == '"' else word for word in words]


def _features(written: str) -> Features:
    """A FEATS column as pairs: ``Number=Sing|Person=3``."""
    if written in ("_", ""):
        return ()
    pairs = (pair.partition("=") for pair in written.split("|"))
    return tuple((name, value) for name, _, value in pairs)
