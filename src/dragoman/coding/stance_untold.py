"""Whoever has not told where they stand: "has not said whether it favours the plan", "or how it will vote".

The question that is left open is looked for in the order of the words, as trees hang it now here, now there.
"""

from __future__ import annotations

from dragoman.coding.stance_book import Undecided
from dragoman.coding.stance_paths import Paths
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance
from dragoman.values import value

_ASKED_OF = frozenset({"of", "for", "against", "to", "with", "behind"})
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_AHEAD = frozenset({"will", "would", "'ll", "’ll"})
_WHETHER = frozenset({"whether", "if"})
_ENDS = frozenset({",", ";", ":", ".", "that", "and", "but"})
_ABOUT = ("obj", "obl")
_NOUNS = ("NOUN", "PROPN")
_KNOWING = frozenset({"know"})
_SO = "so"
_TO, _IN = "to", "in"


@value
class Untold:
    """A question that is left open, by the word that it asks about, and the head of what it is on."""

    clause: int
    thing: int | None


def untold(paths: Paths, verb: Word, words: Undecided) -> Untold | None:
    """The question behind a verb of telling: "said *which side it is on*", "said *where it stands*"."""
    s = paths.s
    asking = _asking(s, verb, words)
    clause = None if asking is None else _predicate(s, asking)
    if asking is None or clause is None:
        return None
    own = s.children(clause.i)
    subjects = [c for c in own if c.deprel.startswith("nsubj")]
    if any(c.i == asking.i for c in subjects):
        return None  # "has not said *who* supports it"
    about = _named_side(paths, clause)
    if about is not None:
        return Untold(clause.i, about if about >= 0 else None)
    lemma = clause.lemma.lower()
    own_mind = all(c.text.lower() in _OWN for c in subjects)
    own_mind = own_mind and (bool(subjects) or verb.lemma.lower() in words.deciding | _KNOWING)
    attitude = paths.book.attitudes.get(lemma)
    minded = lemma in words.minding or attitude in (Stance.FOR, Stance.AGAINST)
    if any(c.text.lower() == _SO for c in own):
        return None  # "whether it will do *so*"
    if lemma in words.siding or (minded and own_mind):
        return Untold(clause.i, _thing(s, clause, words))
    ahead = not subjects or any(c.deprel == "aux" and c.text.lower() in _AHEAD for c in own)
    if asking.text.lower() not in _WHETHER or not (own_mind and ahead) or lemma not in words.doing:
        return None
    pronoun = any(c.deprel == "obj" and c.upos == "PRON" for c in own)
    thing = _thing(s, clause, words)
    return Untold(clause.i, thing if thing is not None or pronoun else clause.i)


def _asking(s: Sentence, verb: Word, words: Undecided) -> Word | None:
    """The word that opens the question behind a verb: "said on Monday *whether*", "tell them *how*"."""
    for w in s.words[verb.i + 1 :]:
        if w.text.lower() in words.asking:
            return w
        if w.upos in ("VERB", "AUX") or w.text.lower() in _ENDS:
            return None
    return None


def _predicate(s: Sentence, asking: Word) -> Word | None:
    """What a question asks about: "how it will *vote*", "whether to *join*", "which site it *prefers*"."""
    for w in s.words[asking.i + 1 :]:
        if w.text.lower() in _ENDS:
            return None
        own = s.children(w.i)
        told = any(c.deprel.startswith("nsubj") and asking.i <= c.i < w.i for c in own)
        to_do = w.upos == "VERB" and any(
            c.deprel == "mark" and c.text.lower() == _TO and c.i < w.i for c in own
        )
        if (told and (w.upos == "VERB" or any(c.deprel in ("cop", "aux:pass") for c in own))) or to_do:
            return w
    return None


def _named_side(paths: Paths, clause: Word) -> int | None:
    """What a side is on that a question asks about: "is for *the dam*"; -1 where that is not named."""
    s = paths.s
    own = s.children(clause.i)
    if not any(c.deprel == "cop" for c in own):
        return None
    if case_of(s, clause.i) in paths.book.prepositions and clause.text.lower() not in ("favour", "favor"):
        return clause.i if clause.upos in _NOUNS else -1
    if case_of(s, clause.i) == _IN and clause.text.lower() in ("favour", "favor"):
        return next((c.i for c in own if c.i > clause.i and c.upos in _NOUNS and case_of(s, c.i) == "of"), -1)
    if clause.upos == "ADJ" and paths.book.attitudes.get(clause.lemma.lower()) is not None:
        return next((c.i for c in own if c.deprel == "obl" and c.i > clause.i and c.upos in _NOUNS), -1)
    sided = clause.lemma.lower() in paths.book.undecided.camps and case_of(s, clause.i) in ("on", _IN)
    return -1 if sided else None


def _thing(s: Sentence, clause: Word, words: Undecided) -> int | None:
    """What a question is on: "whether to back *the bill*", "what it thinks of *the plan*"."""
    cases = _ASKED_OF | words.prepositions
    things = [c for c in s.children(clause.i) if c.deprel in _ABOUT and c.i > clause.i and c.upos in _NOUNS]
    direct = next((c.i for c in things if c.deprel == "obj"), None)
    return direct if direct is not None else next((c.i for c in things if case_of(s, c.i) in cases), None)
