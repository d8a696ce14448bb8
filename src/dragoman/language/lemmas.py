"""Lemmas: known forms from a list, regular ones by rule, the rest by edit scripts of the network.

A script is ``case:cut:suffix``. *case* is ``l`` (lower the word first), ``t`` (title-case it) or ``k``
(keep it); then *cut* characters are taken off the end and *suffix* is put there: *walked* with ``l:2:``,
*was* with ``l:3:be``, *Paris* with ``k:0:``. A script that would make something that is no word
(*refus*) gives way to the next likely one that makes a word (*refuse*).
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.language.inflection import base

Forms = Mapping[tuple[str, str], str]

FORMS = Path(__file__).parent / "lemmas.tsv"
VERBS = Path(__file__).parent / "irregular_verbs.txt"
_MEMORY = 100_000
_INFLECTED = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "PROPN"})
_NEXT_BEST = 8
_WORTH_TRYING = 6.0  # nats below the best script: about one in four hundred


class Lemmatizer:
    """Finds lemmas. ``words`` are words of the language, to tell them from what is none.

    It remembers what it has found, for speed only.
    """

    def __init__(self, scripts: Sequence[str], forms: Forms, words: Container[str]) -> None:
        self._scripts = [_parts(script) for script in scripts]
        self._forms = forms
        self._words = words
        self._known: dict[tuple[str, str, str | None, int], str] = {}

    def lemmas(
        self,
        words: Sequence[str],
        upos: Sequence[str],
        forms: Sequence[str | None],
        scores: NDArray[np.float32],
    ) -> list[str]:
        """The lemma of each word; ``scores`` [words, scripts] are those of the scripts."""
        # Most words have been met before, and of those no row of scores need be taken out.
        rows = enumerate(zip(words, upos, forms, scores.argmax(1).tolist(), strict=True))
        known = self._known
        return [known.get(row) or self(*row[:3], scores[n], row[3]) for n, row in rows]

    def __call__(self, word: str, upos: str, form: str | None, scores: NDArray[np.float32], best: int) -> str:
        """The lemma of a word, whose inflected ``form`` is named as in ``inflection``, None for a base form.

        ``scores`` are those of the scripts, and ``best`` is the likeliest.
        """
        key = (word, upos, form, best)
        lemma = self._known.get(key)
        if lemma is not None:
            return lemma
        # The treebanks write clitics with the straight apostrophe: "n't", "'s".
        straight = word.replace("’", "'") if len(word) > 1 else word
        lemma = self._known_form(straight, upos, form)
        if lemma is None:
            lemma = edit(straight, *self._scripts[best])
            if self._is_doubtful(lemma, upos, best):
                return self._repaired(straight, scores) or lemma
        if len(self._known) > _MEMORY:
            self._known.clear()
        self._known[key] = lemma
        return lemma

    def _known_form(self, word: str, upos: str, form: str | None) -> str | None:
        """What the list or the rules of inflection say."""
        small = word.lower()
        found = self._forms.get((small, upos))
        return base(small, form, self._words) if found is None and form else found

    def _is_doubtful(self, lemma: str, upos: str, script: int) -> bool:
        """Whether a script that changes the ending has made something that is no known word."""
        _, cut, suffix = self._scripts[script]
        return bool(cut or suffix) and upos in _INFLECTED and lemma.lower() not in self._words

    def _repaired(self, word: str, scores: NDArray[np.float32]) -> str | None:
        """What the likeliest script makes that makes a known word, if any is likely at all."""
        order = np.argsort(-scores)[1:_NEXT_BEST]
        for script in order[scores[order] > scores.max() - _WORTH_TRYING].tolist():
            lemma = edit(word, *self._scripts[script])
            if lemma.lower() in self._words:
                return lemma
        return None


def read_forms(forms: Path = FORMS, verbs: Path = VERBS) -> dict[tuple[str, str], str]:
    """The lists of inflected forms: (form in small letters, part of speech) to lemma.

    Where the list of irregular verbs and that of the treebanks' forms differ, the treebanks are right.
    """
    found: dict[tuple[str, str], str] = {}
    for line in _lines(verbs):
        lemma, *others = line.split()
        found.update({(form, "VERB"): lemma for form in others if (form, "VERB") not in found})
    for line in _lines(forms):
        form, upos, lemma = line.split("\t")
        found[form, upos] = lemma
    return found


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")]


def edit(word: str, case: str, cut: int, suffix: str) -> str:
    """The word recased, ``cut`` characters shorter at its end, with the suffix put there.

    The lowered word where it is too short for that or nothing would be left.
    """
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
