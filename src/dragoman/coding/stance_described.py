"""What a bare noun stands for that the report described: "the levy" is the "levy on private wells"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_phrases import names_a_thing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Sentence, Word
from dragoman.record import Position

_SEVERAL = 3


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

    def told(self, position: Position, matter: str, book: StanceBook) -> Position:
        """The position with its question as it was described, where that is a bare noun and no actor.

        A noun that names no matter by itself, and is of nothing, is told with the ``matter`` of the report.
        """
        question = position.question.lower()
        if position.object is not None:
            return position
        detail, words = self._known.get(question, (0, position.question))
        of_itself = detail > 1 or question not in book.stand_ins or not matter
        return replace(position, question=words if of_itself or " " in words else f"{words} ({matter})")


def main_matter(found: Sequence[Position], book: StanceBook) -> str:
    """The question that the most stands of a report are on, if it is one for several holders; else empty."""
    named = [p.question for p in found if p.object is None and p.question.lower() not in book.stand_ins]
    counts = Counter(q for q in named if names_a_thing(q, book))
    question, times = max(counts.items(), key=lambda one: one[1], default=("", 0))
    return question if times >= _SEVERAL else ""


def _detail(s: Sentence, noun: Word) -> int:
    """How much is told beside a noun: what it is of or to do, or only of what kind."""
    own = s.children(noun.i)
    kinds = {c.deprel for c in own}
    told = "nmod" in kinds or any(c.deprel == "acl" and is_infinitive(s, c) for c in own)
    return 2 if told else 1 if "compound" in kinds else 0
