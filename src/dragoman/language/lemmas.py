"""Lemmas from edit scripts, the labels of the network's lemma head.

A script is ``case:cut:suffix``. *case* is ``l`` (lower the word first), ``t`` (title-case it) or ``k``
(keep it); then *cut* characters are taken off the end and *suffix* is put there: *walked* with ``l:2:``,
*was* with ``l:3:be``, *Paris* with ``k:0:``.
"""

from __future__ import annotations

from collections.abc import Sequence

_MEMORY = 100_000


class Lemmatizer:
    """Applies scripts. It remembers what it has done, for speed only."""

    def __init__(self, scripts: Sequence[str]) -> None:
        self._scripts = [_parts(script) for script in scripts]
        self._known: dict[tuple[str, int], str] = {}

    def __call__(self, word: str, script: int) -> str:
        """The lemma of a word by the script of that number; the lowered word where it does not fit."""
        key = (word, script)
        lemma = self._known.get(key)
        if lemma is None:
            if len(self._known) > _MEMORY:
                self._known.clear()
            # The treebanks write clitics with the straight apostrophe: "n't", "'s".
            straight = word.replace("’", "'") if len(word) > 1 else word
            lemma = self._known[key] = edit(straight, *self._scripts[script])
        return lemma


def edit(word: str, case: str, cut: int, suffix: str) -> str:
    """The word recased, ``cut`` characters shorter at its end, with the suffix put there."""
    base = word
    if case == "l":
        base = word.lower()
    elif case == "t":
        base = word[:1].upper() + word[1:].lower()
    lemma = base[: len(base) - cut] + suffix if cut <= len(base) else base.lower()
    return lemma or base.lower()


def _parts(script: str) -> tuple[str, int, str]:
    case, cut, suffix = script.split(":", 2)
    return case, int(cut), suffix
