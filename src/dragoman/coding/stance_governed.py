"""What a stand that only the network sees is on, by how its word governs it: surely, or surely not."""

from __future__ import annotations

from dragoman.coding.hinted import words_of
from dragoman.coding.stance_scene import Scene
from dragoman.language.hints import BondHint
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import marks_of

_DEED, _ADDED = ("xcomp", "acl"), "advcl"
_PARTICLE = "compound:prt"
_COMPLEMENT = ("obj", "xcomp", "ccomp")
_SUBJECT = ("nsubj", "nsubj:pass")


def is_for_stands(scene: Scene, word: int) -> bool:
    """Whether a word is for nothing but stands, by itself or with its particle: "ruled *out* any talks"."""
    s, clear = scene.s, scene.book.clear
    lemma = s.words[word].lemma.lower()
    particles = (c.lemma.lower() for c in s.children(word) if c.deprel == _PARTICLE)
    return lemma in clear or any(f"{lemma} {p}" in clear for p in particles)


def is_on_a_deed(s: Sentence, hint: BondHint) -> bool:
    """Whether a stand is on what is to be done: "ruled out *sending* troops", "spoke up for *lifting* it"."""
    things = words_of(hint, "recipient")[:1]
    told = (s.words[k] for k in things if s.words[k].upos == "VERB" and s.words[k].head == hint.word)
    return any(w.deprel in _DEED or (w.deprel == _ADDED and "to" not in marks_of(s, w.i)) for w in told)


def is_beside_the_matter(scene: Scene, word: int, thing: int | None) -> bool:
    """Whether what the network takes for the matter of a stand, or None, is surely not that.

    Whoever is *praised* or *received* is no matter, unless the word is for nothing but stands, nor is whoever
    does something beside it; and a verb with a complement of its own is not on what was said before.
    """
    s = scene.s
    clear = is_for_stands(scene, word)
    if thing is None:
        return clear and any(c.deprel in _COMPLEMENT for c in s.children(word))
    if scene.actor(thing) is None:
        return False
    at = s.words[thing]
    if at.head == word:
        return at.deprel == "obj" and not clear
    if at.deprel not in _SUBJECT or at.head < 0:
        return False
    over = s.words[at.head]
    return over.head != word or over.deprel not in _COMPLEMENT
