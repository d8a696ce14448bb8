"""Which side the words of a stand tell that the network only half sees: "voiced *misgivings* about the dam".

The network often sees who stands on what before it is sure of the side. Where the codebook knows the word
that tells it, or what its light verb has or makes, that word decides.
"""

from __future__ import annotations

from dragoman.coding.hinted import words_of
from dragoman.coding.stance_paths import turned
from dragoman.coding.stance_scene import Scene
from dragoman.language.hints import BondHint
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_WHOSE = ("of", "at")  # "has the *backing of* Chad", "puts *support* for it *at* 39 percent"


def worded(scene: Scene, hint: BondHint) -> Stance | None:
    """The side that a word of the codebook tells at a stand of the network's, None where there is none."""
    told = _told(scene, hint)
    if told is None or scene.paths.is_unreal(hint.word):
        return None
    cue, side = told
    if cue.i != hint.word and scene.paths.is_negated(hint.word):
        return None  # "has never hidden his preference"
    if scene.paths.is_negated(hint.word) or scene.paths.is_negated(cue.i):
        return turned(side) if side is Stance.FOR else None  # "has no objection" leaves it open
    return side


def _told(scene: Scene, hint: BondHint) -> tuple[Word, Stance] | None:
    """The word that tells the side: the hint's own, else the noun that it has for its object."""
    s, words = scene.s, scene.book.worded
    w = s.words[hint.word]
    lemma = w.lemma.lower()
    if w.upos == "VERB" and lemma in words.verbs:
        things = [s.words[k].lemma.lower() for k in words_of(hint, "recipient")]
        lasting = any(k in scene.book.lasting_things for k in things)
        return (w, words.verbs[lemma]) if lasting or scene.paths.lasts(w.i) else None
    if w.upos == "ADJ" and lemma in words.adjectives:
        return w, words.adjectives[lemma]
    if w.upos == "NOUN" and lemma in words.nouns:
        near = (*s.children(w.i), *(s.children(w.head) if w.head >= 0 else ()))
        whose = any(case_of(s, k.i) in _WHOSE for k in near) or scene.parties.at(w.i) is not None
        return None if whose else (w, words.nouns[lemma])
    if lemma in scene.book.discarding or w.upos != "VERB" or lemma in scene.book.many_sided:
        return None
    nouns = (c for c in s.children(w.i) if c.deprel == "obj" and c.lemma.lower() in words.nouns)
    nouns = (c for c in nouns if not any(case_of(s, k.i) in _WHOSE for k in s.children(c.i)))
    return next(((c, words.nouns[c.lemma.lower()]) for c in nouns), None)
