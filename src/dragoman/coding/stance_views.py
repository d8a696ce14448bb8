"""Who has another's view: "takes the same view", "is of his opinion", "holds the opposite"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_holding import held
from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import names_a_thing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import fillers, subject
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Position, Stance
from dragoman.values import value

_ABOUT = frozenset({"of", "about", "to"})
_SHORT = 8
_INDEFINITE = frozenset({"a", "an"})
_OBJECTS = ("obj", "advmod", "xcomp")


@value
class _View:
    """A word by which somebody thinks like another or unlike, and the word whose subject does.

    ``others`` are the heads of whoever is named for it; ``apart`` says that only this sentence can tell which
    view is meant.
    """

    by: int
    over: int
    same: bool
    others: tuple[int, ...]
    apart: bool = False
    shared: bool = False


def alike(
    scene: Scene, before: Sequence[Position], here: Sequence[tuple[Taken, Position]]
) -> Iterator[Position]:
    """The stands of those who see a matter as another, or as its opposite.

    ``before`` are the positions of earlier sentences, ``here`` the stands of this one.
    """
    s, words = scene.s, scene.book.alike
    shown = words.all | scene.book.sharing
    if shown.isdisjoint(s.written()):
        return
    near = sorted(here, key=lambda one: one[0].topic)
    for w in s.words:
        view = _named(scene, w) or _said(scene, w) or _thought(scene, w)
        if view is None or scene.paths.is_unreal(view.over) or scene.paths.is_negated(view.over):
            continue
        nearer = [p for t, p in near if t.topic < view.over]
        recent = not view.apart or len(s.words) <= _SHORT  # "Peru has said the same."
        known = [p for p in before if recent and names_a_thing(p.question, scene.book)]
        meant = _meant(scene, view, [*known, *nearer])
        if meant is None and view.shared and _is_a_view(scene, view):
            stand = Taken(Asked(*phrase(scene, view.by)), Stance.FOR, view.by, (view.over,), doubtful=True)
            yield from held(scene, stand)
        if meant is None or (view.shared and meant.stance is Stance.NEUTRAL):
            continue
        stance: Stance = meant.stance if view.same else turned(meant.stance)
        stand = Taken(Asked(meant.question, meant.object), stance, view.over, (view.over,))
        yield from (p for p in held(scene, stand) if p.holder != meant.holder)


def _named(scene: Scene, w: Word) -> _View | None:
    """A view by its noun: "takes the *same view*", "is of the *opposite opinion*", "of *his mind*"."""
    s, words = scene.s, scene.book.alike
    if w.upos != "NOUN":
        return None
    if _is_shared(scene, w):
        owners = (*fillers(s, w.i, "poss"), *fillers(s, w.i, "of"), *_of_a_land(scene, w))
        told = any(c.deprel.startswith("acl") for c in s.children(w.i))  # "the view that it is too dear"
        return _View(w.i, w.head, True, owners, shared=True) if owners and not told else None
    if w.lemma.lower() not in words.nouns:
        return None
    if case_of(s, w.i) in words.of:
        over = w.i if any(c.deprel == "cop" for c in s.children(w.i)) else None
    else:
        verb = s.words[w.head] if w.deprel == "obj" and w.head >= 0 else None
        over = verb.i if verb is not None and verb.lemma.lower() in words.verbs else None
    own = {c.text.lower() for c in s.children(w.i)}
    same, unlike = bool(own & words.same), bool(own & words.other)
    owners = fillers(s, w.i, "poss") if over == w.i else ()
    if over is None or not (same or unlike or owners):
        return None
    others = (*fillers(s, w.i, "as"), *fillers(s, w.i, "with"), *owners)
    return _View(w.i, over, not unlike, others)


def _is_shared(scene: Scene, w: Word) -> bool:
    """Whether a view is one that somebody has too: "*shares* Chad's *view*", "shares its *opposition*"."""
    book = scene.book
    verb = scene.s.words[w.head] if w.deprel == "obj" and w.head >= 0 else None
    if verb is None or verb.lemma.lower() not in book.sharing:
        return False
    lemma = w.lemma.lower()
    return lemma in book.alike.nouns or lemma in book.views or lemma in book.worded.nouns


def _is_a_view(scene: Scene, view: _View) -> bool:
    """Whether a word for a view may be the matter itself: who shares a *line* is for it."""
    return scene.s.words[view.by].lemma.lower() in scene.book.opinions


def _of_a_land(scene: Scene, w: Word) -> Iterator[int]:
    """Whose view an adjective tells: "the *Chadian* view"."""
    for c in scene.s.children(w.i):
        if c.deprel == "amod" and scene.parties.at(c.i) is not None:
            yield c.i


def _said(scene: Scene, w: Word) -> _View | None:
    """A view by the word alone: "holds *the opposite*", "has said *the same*"."""
    s, words = scene.s, scene.book.alike
    if w.text.lower() not in words.same | words.other or w.deprel not in _OBJECTS or w.head < 0:
        return None
    verb = s.words[w.head]
    if verb.lemma.lower() not in words.saying or not any(c.deprel == "det" for c in s.children(w.i)):
        return None
    own = (*s.children(w.i), *(c for c in s.children(verb.i) if c.deprel == "obl"))
    if w.i < verb.i or any(case_of(s, c.i) in _ABOUT or c.deprel == "acl:relcl" for c in own):
        return None  # "said the same of Chad"
    return _View(w.i, verb.i, w.text.lower() in words.same, (), apart=True)


def _thought(scene: Scene, w: Word) -> _View | None:
    """A view by whose it is: "thinks *as Chad does*", "thinks *like Chad*"."""
    s, words = scene.s, scene.book.alike
    if w.upos != "VERB" or w.lemma.lower() not in words.thinking:
        return None
    own = s.children(w.i)
    if any(c.deprel in ("obj", "ccomp", "xcomp") for c in own):
        return None
    for c in own:
        indefinite = any(k.text.lower() in _INDEFINITE for k in s.children(c.i))
        if c.deprel == "obl" and case_of(s, c.i) in words.like and not indefinite:
            return _View(c.i, w.i, True, (c.i,))
        if c.deprel == "advcl" and not words.like.isdisjoint(marks_of(s, c.i)) and c.lemma.lower() == "do":
            return _View(c.i, w.i, True, tuple(subject(s, c.i)), apart=True)
    return None


def _meant(scene: Scene, view: _View, told: Sequence[Position]) -> Position | None:
    """The position that a view is like or unlike: that of whoever is named for it, else the last one."""
    actors = {p.actor for h in view.others for p in scene.parties.reached(h)}
    sides = {scene.side(a) for a in actors}
    theirs = next((p for p in reversed(told) if p.holder in actors), None)
    theirs = theirs or next((p for p in reversed(told) if scene.side(p.holder) in sides), None)
    if theirs is not None or view.shared:
        return theirs
    named = any(scene.s.words[h].upos != "PRON" for h in view.others)
    alone = named or not told or told[-1].stance is Stance.NEUTRAL
    return None if alone else told[-1]
