"""What somebody asks another to do with a lasting thing: "called on Samoa to *withdraw the bill*".

Who asks for that takes a stand on it; who asks another to wait or to pay asks for what passes with the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.language.prepositions import marks_of
from dragoman.record import Stance

_TOLD = ("xcomp", "advcl", "ccomp")
_WHOM = ("obj", "iobj", "obl")
_NOT = "not"


def bidden(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands on what others are asked to do, where no rule has one under the same words."""
    s, words = scene.s, scene.book.demanding
    if words.bidding.isdisjoint(s.written()) or scene.book.lasting_things.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in t.path}
    for w in s.words:
        if w.upos != "VERB" or w.lemma.lower() not in words.bidding or w.i in taken:
            continue
        if scene.paths.is_unreal(w.i) or scene.paths.is_negated(w.i):
            continue
        for deed in (c for c in s.children(w.i) if c.deprel in _TOLD and c.i > w.i):
            thing = _thing(scene, w, deed)
            if thing is None or deed.i in taken:
                continue
            refused = any(c.text.lower() == _NOT for c in s.children(deed.i))
            stance = Stance.AGAINST if refused else Stance.FOR
            known = _is_known(scene, deed)
            asked = _asked(scene, deed, thing)
            yield Taken(asked, stance, w.i, (w.i,), named=known, ought=True, doubtful=not known)


def _thing(scene: Scene, bidding: Word, deed: Word) -> Word | None:
    """The lasting thing to which another is to do something, if whoever is asked is named beside."""
    s = scene.s
    whom = any(c.deprel in _WHOM and bidding.i < c.i < deed.i for c in s.children(bidding.i))
    if not whom or not is_infinitive(s, deed) or deed.lemma.lower() in scene.book.demanding.looking_at:
        return None
    things = (c for c in s.children(deed.i) if c.deprel == "obj" and c.upos == "NOUN")
    return next((c for c in things if c.lemma.lower() in scene.book.lasting_things), None)


def _is_known(scene: Scene, deed: Word) -> bool:
    """Whether the codebook knows what a deed makes of its thing: withdraws it, strikes it *down*."""
    words, lemma = scene.book.demanding, deed.lemma.lower()
    particles = scene.book.against_with.get(lemma, frozenset())
    undone = any(c.text.lower() in particles for c in scene.s.children(deed.i))
    return undone or lemma in words.nouns


def _asked(scene: Scene, deed: Word, thing: Word) -> Asked:
    """What is asked for, by a noun for the deed where there is one: "withdrawal of bill"."""
    words, about = phrase(scene, thing.i)
    noun = scene.book.demanding.nouns.get(deed.lemma.lower())
    alone = "to" in marks_of(scene.s, deed.i)
    return Asked(f"{noun} of {words}", about) if noun and alone else Asked(*doing(scene, deed.i))
