"""The subject of a verb, and who, by it, is what a noun says: "served as a *lawyer*"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.tree_words import tree_words
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of

_BECOMING = frozenset({"become", "remain"})
# "Was elected *president* of Ghana" is at times read as an apposition, which a verb cannot have.
_CALLED = frozenset({"xcomp", "appos"})


def subject_of(words: Sequence[Word], verb: Word) -> Word | None:
    """The subject of a verb, in whatever voice."""
    return next((w for w in words if w.head == verb.i and w.deprel.startswith("nsubj")), None)


def made(words: Sequence[Word], noun: Word) -> int | None:
    """The word for whoever is made, called or kept what a noun says; None where nobody is."""
    if noun.deprel not in _CALLED and noun.deprel != "obl":
        return None
    if not 0 <= noun.head < len(words) or words[noun.head].upos != "VERB":
        return None
    cases = cases_of(words, noun.i)
    called = noun.deprel in _CALLED and not cases
    if not called and not (noun.deprel == "obl" and cases == ("as",)):
        return None
    verb = words[noun.head]
    below = [w for w in words if w.head == verb.i]
    thing = next((w.i for w in below if w.deprel == "obj" and w.i < noun.i), None)
    if thing is not None and (called or verb.lemma in tree_words().saying_what):
        return thing
    if called and verb.lemma not in _BECOMING and not any(w.deprel == "nsubj:pass" for w in below):
        return None
    while not any(w.deprel.startswith("nsubj") for w in below) and verb.deprel == "conj":
        verb = words[verb.head]
        below = [w for w in words if w.head == verb.i]
    return next((w.i for w in below if w.deprel in ("nsubj", "nsubj:pass")), None)
