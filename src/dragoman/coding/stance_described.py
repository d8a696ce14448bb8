"""What a bare noun stands for that the report described: "the levy" is the "levy on private wells"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Sentence, Word
from dragoman.record import Position


class Described:
    """The nouns of a report with the words that first told what they are of, else of what kind."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, str]] = {}

    def read(self, scene: Scene) -> None:
        """Take note of the nouns of a sentence that are described there."""
        for w in scene.s.words:
            detail = _detail(scene.s, w) if w.upos == "NOUN" else 0
            lemma = w.lemma.lower()
            if detail > self._known.get(lemma, (0, ""))[0]:
                words, _ = phrase(scene, w.i)
                if " " in words:
                    self._known[lemma] = (detail, words)

    def told(self, position: Position) -> Position:
        """The position with its question as it was described, where that is a bare noun and no actor."""
        known = self._known.get(position.question.lower())
        return (
            position if known is None or position.object is not None else replace(position, question=known[1])
        )


def _detail(s: Sentence, noun: Word) -> int:
    """How much is told beside a noun: what it is of, or only of what kind."""
    kinds = {c.deprel for c in s.children(noun.i)}
    return 2 if "nmod" in kinds else 1 if "compound" in kinds else 0
