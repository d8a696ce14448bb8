"""Where somebody speaks, by the clause itself: "the minister, Ada Obi, said *in Lagos* that …"."""

from __future__ import annotations

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.tree_words import tree_words
from dragoman.find.actor_phrase import Phrase
from dragoman.language.prepositions import cases_of
from dragoman.resolve.phrase_view import View

_IN = frozenset({"in", "at"})


def speaks_in(view: View, phrase: Phrase, gazetteer: Gazetteer) -> str | None:
    """The state of the place in which the subject of a verb of saying says something."""
    words, word = view.words, view.word(phrase)
    while word is not None and word.deprel == "appos" and word.head >= 0:
        word = words[word.head]
    if word is None or not word.deprel.startswith("nsubj") or not 0 <= word.head < len(words):
        return None
    verb = words[word.head]
    if verb.lemma.lower() not in tree_words().telling:
        return None
    for at in words[verb.i + 1 :]:
        if at.head != verb.i or not at.deprel.startswith("obl"):
            continue
        if not _IN.isdisjoint(cases_of(words, at.i)):
            return _state_at(view, at.i, gazetteer)
    return None


def _state_at(view: View, word: int, gazetteer: Gazetteer) -> str | None:
    """The state of the place, or of the capital, that a word is a part of."""
    for phrase in view.phrases:
        if not any(view.tokens[k].word == word for k in range(phrase.first, phrase.last + 1)):
            continue
        if phrase.what == "city":
            return phrase.place_owner
        entry = gazetteer.entries.get(phrase.term.ref) if phrase.what == "entry" and phrase.term else None
        return entry.state if entry is not None and entry.kind == "state" else None
    return None
