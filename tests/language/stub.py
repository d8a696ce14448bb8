"""A language core whose network is a few rules, for tests of everything around the real one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.language.core import Language
from dragoman.language.model import Labels, Outputs
from dragoman.language.shapes import shape
from dragoman.language.windows import Pieces, Window

LABELS = Labels(
    upos=("X", "VERB", "PROPN", "PUNCT"),
    feats=("_", "Number=Sing|Person=3"),
    lemma=("k:0:", "l:0:", "l:2:"),
    entity=("O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC"),
    predicate=("_", "01", "LV"),
    rel=("root", "nsubj", "obl:tmod", "compound:prt"),
    role=("O", "B-ARG0", "I-ARG0", "B-ARG1", "I-ARG1"),
    act=("_", "AID"),
    status=("actual", "planned"),
    mode=("_",),
    pledge=("_", "vow", "promise", "intention", "consideration"),
    stance=("_", "for", "against", "neutral"),
)
WIDTH = 4


class StubVocabulary:
    """One made-up sub-word for every four letters; it can tell the word of an id again."""

    cls, sep = 1, 2

    def __init__(self) -> None:
        self.words: list[str] = []

    def pieces(self, words: Sequence[str]) -> list[Pieces]:
        found = []
        for word in words:
            if word not in self.words:
                self.words.append(word)
            number = 10 + self.words.index(word)
            found.append((number,) * max(1, min(12, len(word) // 4)))
        return found

    def shapes(self, words: Sequence[str]) -> list[int]:
        return [shape(w) for w in words]

    def __contains__(self, word: object) -> bool:
        return word in ("wait", "want", "end")

    def word(self, piece: int) -> str:
        return self.words[piece - 10]


class StubNetwork:
    """Sentences end at full stops; verbs end in -ed; capitals are persons; each word hangs on the verb."""

    def __init__(self, vocabulary: StubVocabulary) -> None:
        self.vocabulary = vocabulary
        self.seen: list[Window] = []

    def read(self, windows: Sequence[Window]) -> list[Outputs]:
        self.seen += windows
        return [outputs([self.vocabulary.word(p[0]) for p in w.pieces]) for w in windows]


def outputs(words: Sequence[str]) -> Outputs:
    n = len(words)
    verb = [w.endswith("ed") for w in words]
    name = [w[:1].isupper() for w in words]
    return {
        "boundary": one_hot([w == "." for w in words], 2),
        "upos": one_hot([_upos(w) for w in words], 4),
        "feats": one_hot(verb, 2),
        "lemma": one_hot([2 if v else 0 if c else 1 for v, c in zip(verb, name, strict=True)], 3),
        "entity": one_hot([4 if c else 0 for c in name], 9),
        "predicate": one_hot(verb, 3),
        "factuality": np.array([1.5 if v else 0.0 for v in verb], np.float32),
        "arc": np.tile(np.array([0.0, *(5.0 if v else 0.0 for v in verb)], np.float32), (n, 1)),
        "rel": np.tile(np.array([1.0, 2.0, 0.0, 0.0], np.float32), (n, 1)),
        "role_arg": one_hot([1 if c else 0 for c in name], 2),
        "role_pred": np.tile(np.array([3, 0, 0, 5, 0, 0, 0, 0, 0, 0], np.float32), (n, 1)),
        "states": np.arange(n * WIDTH, dtype=np.float32).reshape(n, WIDTH),
    }


def _upos(word: str) -> int:
    if word.endswith("ed"):
        return 1
    return 2 if word[:1].isupper() else 3 if word == "." else 0


def one_hot(numbers: Sequence[int], size: int) -> np.ndarray:
    return np.eye(size, dtype=np.float32)[np.array(numbers, dtype=int)]


def stub_language() -> Language:
    vocabulary = StubVocabulary()
    return Language(StubNetwork(vocabulary), vocabulary, LABELS, "stub 1")  # type: ignore[arg-type]
