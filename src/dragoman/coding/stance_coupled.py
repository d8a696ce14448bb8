"""What *and* or *but* couples to the matter of a stand, by a preposition of its own or in a list.

"Insists on a truce *and on a tribunal*", "is for mining *but against exports*", "a pact, *a coin* and …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_contrast import is_set_aside
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import is_passing
from dragoman.coding.stance_topics import is_party
from dragoman.language.joined import first_joined
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of

_ABOVE = ("conj", "nmod")
_COUPLED = ("conj", "advcl", "nmod", "obl")
_OF, _AS, _COMMA = "of", "as", ","
_FURTHEST = 3


def coupled(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """The stands on what is coupled to the matter of another, where nothing stands on it yet."""
    s = scene.s
    if not stands:
        return
    taken = {i for t in stands for i in (t.topic, *t.path)}
    for c in s.words:
        if c.i in taken or c.upos not in ("NOUN", "VERB") or is_set_aside(s, c.i):
            continue
        stand = _with_own_preposition(scene, c, stands) or _in_list(scene, c, stands)
        if stand is None or is_party(scene, c.i) or is_passing(scene.book, c):
            continue
        asked = Asked(*(phrase(scene, c.i) if c.upos == "NOUN" else doing(scene, c.i)))
        if asked.phrase and all(t.asked.phrase != asked.phrase for t in stands):
            yield replace(stand, asked=asked, topic=c.i, path=stand.path)


def _with_own_preposition(scene: Scene, c: Word, stands: Sequence[Taken]) -> Taken | None:
    """The stand on a phrase like the one that a word heads: "*on* a truce and *on* a tribunal"."""
    s, sides = scene.s, scene.book.prepositions
    own = _governing(s, c)
    if own in ("", _AS) or c.deprel not in _COUPLED or not _is_joined(s, c):
        return None
    at = s.words[c.head] if c.head >= 0 else c
    for _ in range(_FURTHEST):
        before = _governing(s, at)
        alike = before == own
        if at.i < c.i and (alike or (own in sides and before in sides)):
            stand = next((t for t in stands if _is_of(scene, t, at, own)), None)
            if stand is not None:
                return stand if alike else replace(stand, stance=sides[own], undoing=True)
        if at.deprel not in _ABOVE or at.head < 0:
            return None
        at = s.words[at.head]
    return None


def _is_of(scene: Scene, stand: Taken, at: Word, own: str) -> bool:
    """Whether a phrase is what a stand is on: its topmost word, or behind that."""
    s = scene.s
    top = s.words[stand.path[-1]]
    if own == _OF and top.lemma.lower() not in scene.book.attitudes:
        return False  # "is against the sale of land *and of water*"
    return top.i == at.i or first_joined(s.words, at).head == top.i


def _governing(s: Sentence, w: Word) -> str:
    """The preposition before a phrase or a doing: "*on* a truce", "of *sending* troops"."""
    if w.upos != "VERB":
        return case_of(s, w.i)
    marks = marks_of(s, w.i)
    return marks[0] if len(marks) == 1 and w.text.lower().endswith("ing") else ""


def _is_joined(s: Sentence, c: Word) -> bool:
    """Whether *and* or *but* stands right before a phrase."""
    start = min(s.subtree(c.i))
    return s.words[start].upos == "CCONJ" or (start > 0 and s.words[start - 1].upos == "CCONJ")


def _in_list(scene: Scene, c: Word, stands: Sequence[Taken]) -> Taken | None:
    """The stand on the first of a list whose middle the tree took for another name of it."""
    s = scene.s
    if c.deprel != "appos" or c.upos != "NOUN" or case_of(s, c.i) or c.lemma.lower() in scene.book.vague:
        return None
    first = s.words[c.head]
    start = min(s.subtree(c.i))
    later = [k for k in s.children(first.i) if k.deprel == "conj" and k.i > c.i and not case_of(s, k.i)]
    joined = any(k.deprel == "cc" for w in later for k in s.children(w.i))
    if not joined or _COMMA not in (s.words[start].text, s.words[start - 1].text if start else ""):
        return None
    return next((t for t in stands if first.i == t.topic or _is_object(first, t)), None)


def _is_object(noun: Word, stand: Taken) -> bool:
    return noun.deprel == "obj" and noun.head == stand.topic
