"""Who was taken, and pronouns for whom somebody takes: "rebels seized six nuns; *they* were released"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.readings import Readings
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of
from dragoman.resolve.phrase_view import View

ARREST, ABDUCTION, DEATH = "arrest", "abduction", "death"

_BEHIND = 8  # words behind "shot", among which is "dead"
_DONE_TO = frozenset({"obj", "nsubj:pass"})
_NOBODY = frozenset[str]()


def taken(words: Sequence[Word], word: Word, above: Word, readings: Readings) -> str:
    """How somebody is taken, or killed, of whom a word that hangs on another tells; empty if none says so."""
    lemma = above.lemma.lower()
    if word.deprel == "nmod:poss":
        return DEATH if lemma in readings.dead_nouns else ""
    if lemma in readings.arresting_words:
        how = ARREST
    elif lemma in readings.abducting_words:
        how = ABDUCTION
    elif lemma in readings.killing_words or (word.deprel in _DONE_TO and _dead(words, above, readings)):
        how = DEATH
    else:
        return ""
    undergoes = word.deprel in _DONE_TO or (
        word.deprel == "nmod" and above.upos == "NOUN" and "of" in cases_of(words, word.i)
    )
    return how if undergoes else ""


def _dead(words: Sequence[Word], verb: Word, readings: Readings) -> bool:
    """Whether a verb leaves whom it is done to dead: "shot him *dead*"."""
    if verb.upos != "VERB":
        return False
    near = words[verb.i + 1 : verb.i + _BEHIND]
    return any(w.head == verb.i and w.lemma.lower() in readings.dead_words for w in near)


def fate(view: View, word: Word | None, readings: Readings) -> frozenset[str]:
    """As what those were taken of whom the words around a pronoun rather tell; empty if they tell nothing."""
    words = view.words
    if word is None or not 0 <= word.head < len(words):
        return _NOBODY
    top = word
    while top.deprel == "nmod" and "of" in cases_of(words, top.i) and 0 <= words[top.head].head < len(words):
        top = words[top.head]  # "freed two of *them*"
    above = words[top.head]
    lemma = above.lemma.lower()
    if top.deprel == "nmod:poss":
        if lemma in readings.dead_nouns:
            return frozenset({DEATH})
        return _of(lemma, readings.captive_nouns, readings.prisoner_nouns)
    if top.deprel in _DONE_TO:
        if _called(words, above, readings.captive_titles):
            return frozenset({ARREST, ABDUCTION})
        return _of(lemma, readings.captive_fates, readings.prisoner_fates)
    return _of(lemma, _NOBODY, readings.confessing_verbs) if top.deprel == "nsubj" else _NOBODY


def _of(lemma: str, either: frozenset[str], by_law: frozenset[str]) -> frozenset[str]:
    if lemma in either:
        return frozenset({ARREST, ABDUCTION})
    return frozenset({ARREST}) if lemma in by_law else _NOBODY


def _called(words: Sequence[Word], verb: Word, titles: frozenset[str]) -> bool:
    """Whether a verb calls somebody innocent, a hero, or a hostage."""
    return any(w.head == verb.i and w.deprel in ("xcomp", "obl") and w.lemma.lower() in titles for w in words)
