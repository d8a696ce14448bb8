"""Names that are spelt like verbs ("President Said"), shown to the network in a spelling of names."""

from __future__ import annotations

from collections.abc import Sequence

# The network reads small letters only, and "said" is mostly a verb.
_SPELT = {"Said": "Saeed"}
# Also in headlines that give every word a capital these keep a small letter.
_SMALL = frozenset({"with", "from", "over", "after", "into", "that", "than", "amid", "upon"})
_LONG = 4  # letters from which every word of such a headline has a capital


def names_apart(words: Sequence[str]) -> list[str]:
    """The words of a paragraph, in which a capital inside a sentence makes such a word a name.

    Not after a mark, where a sentence or its verb may begin ("“No”, Said the king"), and not in a headline
    that has capitals throughout.
    """
    if _SPELT.keys().isdisjoint(words) or not any(_lowered(w) for w in words):
        return list(words)
    before = ["", *words[:-1]]
    return [_SPELT.get(w, w) if b.isalpha() else w for b, w in zip(before, words, strict=True)]


def _lowered(word: str) -> bool:
    return len(word) >= _LONG and word.islower() and word not in _SMALL
