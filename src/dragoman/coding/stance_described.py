"""What a bare noun stands for that the report described before: "the bill" is the "bill on private wells"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.stance_paths import Asked
from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Sentence, Word
from dragoman.record import Position

_OF = ("nmod", "acl")
_WHICH = ("compound", "amod")


class Described:
    """The nouns of a report with the first words that told of what kind or of what they are."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, Asked]] = {}

    def read(self, scene: Scene) -> None:
        """Take note of the nouns of a sentence that are described there."""
        for w in scene.s.words:
            if w.upos != "NOUN":
                continue
            rank = _rank(scene.s, w)
            lemma = w.lemma.lower()
            if rank and rank > self._known.get(lemma, (0, None))[0]:
                words, about = phrase(scene, w.i)
                if " " in words:
                    self._known[lemma] = (rank, Asked(words, about))

    def told(self, asked: Position) -> Position:
        """The same question in the words that described its noun, where it is a bare noun."""
        word = asked.question.lower()
        if asked.object is not None or " " in word:
            return asked
        known = self._known.get(word)
        return asked if known is None else replace(asked, question=known[1].phrase)


def _rank(s: Sentence, w: Word) -> int:
    own = {c.deprel.split(":")[0] for c in s.children(w.i)}
    if "nmod" in {c.deprel for c in s.children(w.i)}:
        return 2
    return 1 if own & {"compound"} else 0
