"""Whoever gives up what they had against a thing: "dropped its objection", "has stopped resisting the levy".

They are not yet for it, so they stand on neither side.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.stance_aloof import KeptOut
from dragoman.coding.stance_paths import Paths
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_THINGS = ("nmod", "obl", "obj")
_TO = frozenset({"", "to", "on", "over", "against", "about"})
_STOPPING = frozenset({"stop", "cease", "quit"})


def given_up(paths: Paths) -> Iterator[KeptOut]:
    """Who has given up a stand against what in a sentence, in the order of the text."""
    s, book = paths.s, paths.book
    if book.denied.no_longer.isdisjoint(s.written()):
        return  # as in most sentences
    for w in s.words:
        if book.attitudes.get(w.lemma.lower()) is not Stance.AGAINST:
            continue
        verb = _dropping(paths, w) if w.upos == "NOUN" else _stopping(paths, w) if w.upos == "VERB" else None
        if verb is None or paths.is_unreal(verb.i) or paths.is_negated(verb.i) or _is_only_meant(paths, verb):
            continue
        under = (c for c in s.children(w.i) if c.deprel in _THINGS and c.i > w.i)
        yield KeptOut((verb.i,), next((c.i for c in under if case_of(s, c.i) in _TO), None))


def _dropping(paths: Paths, noun: Word) -> Word | None:
    """The verb by which somebody gives up their own stand: "*dropped* its objections to it"."""
    s = paths.s
    verb = s.words[noun.head] if noun.deprel == "obj" and noun.head >= 0 else None
    if verb is None or not any(c.deprel == "nmod:poss" for c in s.children(noun.i)):
        return None
    up = verb.lemma.lower() == "give" and any(c.text.lower() == "up" for c in s.children(verb.i))
    return verb if up or verb.lemma.lower() in paths.book.discarding else None


def _stopping(paths: Paths, verb: Word) -> Word | None:
    """The verb by which somebody no longer does what was against a thing: "*stopped* opposing it"."""
    over = paths.s.words[verb.head] if verb.deprel == "xcomp" and verb.text.lower().endswith("ing") else None
    return over if over is not None and over.lemma.lower() in _STOPPING else None


def _is_only_meant(paths: Paths, verb: Word) -> bool:
    """Whether giving up is only asked, offered or promised: "*offered to* drop its objections"."""
    helped = any(c.deprel == "aux" and c.lemma.lower() in ("will", "would") for c in paths.s.children(verb.i))
    return helped or verb.deprel in ("xcomp", "advcl") or verb.feat("VerbForm") == "Inf"
