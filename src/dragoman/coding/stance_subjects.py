"""Who stands so where the tree tore the words apart: "said that Peru remained | committed to the pact"."""

from __future__ import annotations

from dragoman.coding.syntax import subject
from dragoman.language.parse import Sentence, Word

_REMAINING = frozenset({"remain", "stay"})


def whose_stays(s: Sentence, i: int) -> list[int]:
    """The subject of the *remained* right before a predicate that the tree did not hang on it."""
    w = s.words[i]
    if i == 0 or w.deprel not in ("ccomp", "conj", "parataxis", "advcl"):
        return []
    before = next((s.words[k] for k in range(i - 1, -1, -1) if s.words[k].upos != "ADV"), None)
    return subject(s, before.i) if before is not None and before.lemma.lower() in _REMAINING else []


def doing_mark(s: Sentence, w: Word) -> str:
    """The preposition before a doing that somebody is for or against: "is *against* funding it"."""
    if w.upos != "VERB" or not w.text.lower().endswith("ing"):
        return ""
    return next((c.text.lower() for c in s.children(w.i) if c.deprel == "mark" and c.i < w.i), "")
