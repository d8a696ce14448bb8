"""Mend the lemmas of the few words that a codebook hangs on.

The parser's lemmas are learned, and now and then it leaves *refus* of "refused". A codebook's words are
few and known: where the lemma of a verb or noun is none of them, but undoing a regular ending of the
written word gives one, that one is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dragoman.language.parse import Sentence

# An ending, and what may have stood in its place before it was put there.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ied", ("y",)),
    ("ies", ("y", "ie")),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("es", ("", "e")),
    ("s", ("",)),
)
_MENDED = ("VERB", "NOUN")
_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "thought": "think",
    "wrote": "write",
    "written": "write",
    "held": "hold",
    "swore": "swear",
    "sworn": "swear",
    "felt": "feel",
    "knew": "know",
    "heard": "hear",
    "found": "find",
    "meant": "mean",
    "sought": "seek",
    "spoke": "speak",
    "broke": "break",
    "fought": "fight",
    "withdrew": "withdraw",
    "forbade": "forbid",
}


def with_known_lemmas(sentence: Sentence, known: frozenset[str]) -> Sentence:
    """The sentence with known lemmas for the verbs and nouns whose form has one and whose lemma is none."""
    mended = {
        w.i: lemma
        for w, (small, _) in zip(sentence.words, sentence.forms(), strict=True)
        if w.upos in _MENDED and small not in known and (lemma := _known(w.text, w.upos, known)) is not None
    }
    if not mended:
        return sentence
    words = tuple(replace(w, lemma=mended[w.i]) if w.i in mended else w for w in sentence.words)
    return replace(sentence, words=words)


@lru_cache(maxsize=1 << 14)
def _known(written: str, upos: str, known: frozenset[str]) -> str | None:
    """The known lemma of which a word may be an inflection."""
    return next((stem for stem in stems(written.lower(), upos) if stem in known), None)


@lru_cache(maxsize=1 << 14)
def stems(form: str, upos: str) -> tuple[str, ...]:
    """What a written form may be an inflection of: itself, or itself without a regular ending."""
    return tuple(_stems(form, upos))


def _stems(form: str, upos: str) -> Iterator[str]:
    yield _IRREGULAR.get(form, form) if upos == "VERB" else form
    for ending, put_back in _ENDINGS:
        if not form.endswith(ending) or len(form) < len(ending) + 2 or (upos == "NOUN" and ending[-1] != "s"):
            continue
        stem = form[: -len(ending)]
        yield from (stem + letters for letters in put_back)
        if stem[-1] == stem[-2:-1]:
            yield stem[:-1]
