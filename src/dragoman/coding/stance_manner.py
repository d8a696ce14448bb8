"""Set phrases that only tell how a stand is taken: "rejects it *root and branch*", "no, *for once*".

The nouns in them are no matter of anybody's, so the tree is read as if they stood aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.language.parse import Sentence, Word

_MANNER, _WITHIN = "discourse", "fixed"


def with_manner_aside(sentence: Sentence, rows: Sequence[tuple[str, ...]]) -> Sentence:
    """The sentence with such phrases beside the word that governs them."""
    found = [place for row in rows if sentence.written().issuperset(row) for place in _places(sentence, row)]
    if not found:
        return sentence  # as in most sentences
    words = list(sentence.words)
    for first, last in found:
        over = next((h for w in words[first:last] if not first <= (h := w.head) < last), -1)
        if over < 0:
            continue
        top = next(w for w in words[first:last] if w.head == over)
        words[first:last] = [replace(w, upos="ADV", deprel=_WITHIN, head=first) for w in words[first:last]]
        words[first] = replace(words[first], deprel=_MANNER, head=over)
        meant = _meant(words, first, last)
        words = [_hung_on(w, first, last, top, meant) for w in words]
    return replace(sentence, words=tuple(words))


def is_manner(w: Word) -> bool:
    """Whether a word is of such a phrase, and so never what a stand is on."""
    return w.upos == "ADV" and w.deprel in (_MANNER, _WITHIN)


def _meant(words: Sequence[Word], first: int, last: int) -> int | None:
    """The noun before a phrase that was taken for a kind of it: "objects to *the text* root and branch"."""
    before = words[first - 1] if first else None
    noun = before is not None and before.upos in ("NOUN", "PROPN") and first <= before.head < last
    return before.i if before is not None and noun else None


def _hung_on(w: Word, first: int, last: int, top: Word, meant: int | None) -> Word:
    """A word outside of a phrase that the tree hung on one within, where it belongs."""
    if not first <= w.head < last or first <= w.i < last:
        return w
    if w.i == meant:
        return replace(w, head=top.head, deprel=top.deprel)
    return replace(w, head=top.head if meant is None or w.i > meant else meant)


def _places(sentence: Sentence, row: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    texts = [w.text.lower() for w in sentence.words]
    for first in (k for k, text in enumerate(texts) if text == row[0]):
        if tuple(texts[first : first + len(row)]) == row:
            yield first, first + len(row)
