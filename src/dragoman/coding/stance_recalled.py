"""Demands on a thing spoken of just before: "calls the embargo a relic and demands that *it* be lifted"."""

from __future__ import annotations

from dragoman.coding.stance_book import Wishes
from dragoman.language.parse import Sentence

_IT = frozenset({"it", "they", "this", "that", "both"})


def is_of_it(s: Sentence, clause: int) -> bool:
    """Whether the subject of a clause is a pronoun for a thing."""
    subjects = (c for c in s.children(clause) if c.deprel.startswith("nsubj"))
    return any(c.text.lower() in _IT for c in subjects)


def is_gone(s: Sentence, clause: int, words: Wishes) -> bool:
    """Whether a clause leaves nothing of its subject: "it be *removed*", "it should *end*"."""
    verb = s.words[clause]
    if any(c.deprel == "obj" for c in s.children(clause)):
        return False
    return verb.text.lower() in words.undone or verb.lemma.lower() in words.ending


def thing_beside(s: Sentence, verb: int) -> int | None:
    """What the verb that another is joined to is about: "considers *the embargo* a relic and demands …"."""
    w = s.words[verb]
    if w.deprel != "conj" or w.head < 0 or s.words[w.head].upos != "VERB":
        return None
    return next((c.i for c in s.children(w.head) if c.deprel == "obj" and c.upos == "NOUN"), None)
