"""Who was taken, and pronouns for whom somebody takes: "rebels seized six nuns; *they* were released"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.find.actor_phrase import Phrase
from dragoman.language.parse import Word
from dragoman.resolve.binding import case_of
from dragoman.resolve.phrase_view import View

ARREST, ABDUCTION = "arrest", "abduction"

_BY_LAW = frozenset({"arrest", "detain", "jail", "imprison", "intern", "detention", "imprisonment"})
_TAKING = dict.fromkeys(_BY_LAW, ARREST) | dict.fromkeys(
    ("kidnap", "abduct", "capture", "kidnapping", "abduction", "hijack"), ABDUCTION
)
# What comes to whoever was taken, and, by law, to who was arrested: a kidnapper is charged as well.
_FATES = frozenset(
    {
        "free",
        "release",
        "ransom",
        "rescue",
        "torture",
        "beat",
        "behead",
        "repatriate",
        "interrogate",
        "blindfold",
        "hold",
        "swap",
        "exchange",
    }
)
_LEGAL = frozenset(
    {
        "charge",
        "try",
        "bail",
        "sentence",
        "convict",
        "acquit",
        "indict",
        "pardon",
        "hang",
        "execute",
        "deport",
        "extradite",
        "question",
        "jail",
        "detain",
        "imprison",
        "remand",
    }
)
_CONFESSING = frozenset({"confess", "plead"})
# What is told of those who are in somebody's hands: "their release", "their captors".
_OF_CAPTIVES = frozenset({"release", "captivity", "captor", "ransom", "kidnapping", "abduction", "capture"})
_OF_PRISONERS = frozenset(
    {"detention", "imprisonment", "arrest", "trial", "sentence", "cell", "interrogation"}
)
_CALLED = frozenset({"innocent", "hero", "hostage", "prisoner", "martyr", "victim"})
_NOBODY = frozenset[str]()


def taken(view: View, phrase: Phrase) -> str:
    """How somebody whom a phrase names is taken in this sentence; empty if nothing says so."""
    word, words = view.word(phrase), view.words
    if word is None or not 0 <= word.head < len(words):
        return ""
    above = words[word.head]
    undergoes = word.deprel in ("obj", "nsubj:pass") or (
        word.deprel == "nmod" and above.upos == "NOUN" and "of" in case_of(words, word)
    )
    return _TAKING.get(above.lemma.lower(), "") if undergoes else ""


def fate(view: View, word: Word | None) -> frozenset[str]:
    """As what those were taken of whom the words around a pronoun rather tell; empty if they tell nothing."""
    words = view.words
    if word is None or not 0 <= word.head < len(words):
        return _NOBODY
    top = word
    while top.deprel == "nmod" and "of" in case_of(words, top) and 0 <= words[top.head].head < len(words):
        top = words[top.head]  # "freed two of *them*"
    above = words[top.head]
    lemma = above.lemma.lower()
    if top.deprel == "nmod:poss":
        return _of(lemma, _OF_CAPTIVES, _OF_PRISONERS)
    if top.deprel in ("obj", "nsubj:pass"):
        return frozenset({ARREST, ABDUCTION}) if _called(words, above) else _of(lemma, _FATES, _LEGAL)
    return _of(lemma, _NOBODY, _CONFESSING) if top.deprel == "nsubj" else _NOBODY


def _of(lemma: str, either: frozenset[str], by_law: frozenset[str]) -> frozenset[str]:
    if lemma in either:
        return frozenset({ARREST, ABDUCTION})
    return frozenset({ARREST}) if lemma in by_law else _NOBODY


def _called(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb calls somebody innocent, a hero, or a hostage."""
    return any(
        w.head == verb.i and w.deprel in ("xcomp", "obl") and w.lemma.lower() in _CALLED for w in words
    )
