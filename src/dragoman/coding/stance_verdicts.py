"""What somebody holds a thing to be: "maintains that the levy is unlawful", "is convinced that it is due"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import FOR_IT, clause, phrase
from dragoman.coding.stance_pointing import POINTED
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance

_TOLD = ("ccomp", "acl", "advcl", "xcomp")
_HELPING = ("aux", "cop")
_BARE = ""
_HOLD = "hold"
_CONVINCED = frozenset({"convince", "convinced", "adamant", "insist", "maintain"})


def verdicts(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands that predicates take under verbs of conviction, where no rule has one in their clause."""
    s, words = scene.s, scene.book.verdicts
    written = s.written()
    if words.predicates.isdisjoint(written):
        return  # as in most sentences
    if words.holding.isdisjoint(written) and words.telling.isdisjoint(written):
        return
    taken = {i for t in before for i in (t.topic, *t.path)}
    for w, forms in zip(s.words, s.forms(), strict=True):
        held = not words.holding.isdisjoint(forms)
        if w.i in taken or not (held or forms[0] in words.telling):
            continue
        path = _convinced(scene, w)
        if path is None or any(scene.paths.is_unreal(i) or scene.paths.is_negated(i) for i in path):
            continue
        for told in _clauses(scene, w):
            if taken.isdisjoint(s.subtree(told.i)):
                plain = w.lemma.lower() != _HOLD  # who held it may only report it
                yield from (replace(t, named=plain) for t in _taken(scene, told, path, held))


def _convinced(scene: Scene, w: Word) -> tuple[int, ...] | None:
    """The words that tell who is convinced: a verb, a predicate, or a view that somebody has or takes."""
    if w.upos != "NOUN":
        return (w.i,) if w.upos in ("VERB", "ADJ") else None
    over = scene.s.words[w.head] if w.deprel in ("obj", "obl") else None
    if over is not None and over.upos == "VERB":
        return (w.i, over.i)
    return (w.i,) if any(c.deprel == "cop" for c in scene.s.children(w.i)) else None


def _clauses(scene: Scene, w: Word) -> Iterator[Word]:
    """What is told as being so: a modal would tell what ought to be, or what may come."""
    s = scene.s
    for c in (*s.children(w.i), *(s.children(w.head) if w.upos == "NOUN" and w.head >= 0 else ())):
        if c.deprel not in _TOLD or c.i < w.i or (w.upos == "NOUN" and "that" not in marks_of(s, c.i)):
            continue
        for told in (c, *(k for k in s.children(c.i) if k.deprel == "conj")):
            helpers = {k.lemma.lower() for k in s.children(told.i) if k.deprel.startswith(_HELPING)}
            barred = scene.book.demanding.modals | {"may", "can", "could"}
            if helpers.isdisjoint(barred if w.lemma.lower() in _CONVINCED else barred | {"will", "would"}):
                yield told


def _taken(scene: Scene, told: Word, path: tuple[int, ...], held: bool) -> Iterator[Taken]:
    s, words = scene.s, scene.book.verdicts
    subject = next((c for c in s.children(told.i) if c.deprel.startswith("nsubj")), None)
    if subject is None:
        return
    negated = scene.paths.is_negated(told.i)
    named = (told.text.lower(), told.lemma.lower())
    side = next((words.sides[n] for n in named if n in words.sides), None)
    if case_of(s, told.i) in words.beyond.get(named[1], ()):
        side, held = Stance.AGAINST, True  # "told Oslo that the bridge is out of the question"
    if side is not None and any(c.deprel in ("cop", "aux:pass") for c in s.children(told.i)):
        lemma = subject.lemma.lower()
        if held or lemma in scene.book.matters or lemma in scene.book.stand_ins:
            asked = _asked(scene, subject)
            if asked is not None and not (negated and side is Stance.AGAINST):
                yield Taken(asked, turned(side) if negated else side, told.i, (told.i, *path), undoing=False)
    elif held and _is_due(scene, told) and not _is_to_come(scene, told):
        if negated and subject.upos == "NOUN":  # "is not open to debate"
            yield Taken(Asked(*phrase(scene, subject.i)), Stance.FOR, path[0], path, undoing=True)
        elif not negated and (needed := _needed(scene, told)) is not None:
            yield Taken(Asked(*phrase(scene, needed.i)), Stance.FOR, path[0], path)
        elif not negated:
            yield Taken(Asked(*clause(scene, told.i)), Stance.FOR, path[0], path, ought=True)


def _is_to_come(scene: Scene, told: Word) -> bool:
    helpers = {k.lemma.lower() for k in scene.s.children(told.i) if k.deprel.startswith(_HELPING)}
    return not helpers.isdisjoint({"will", "would"})


def _needed(scene: Scene, told: Word) -> Word | None:
    """The lasting thing that somebody is said to need: "that the country needs *the law*"."""
    things = (c for c in scene.s.children(told.i) if c.deprel == "obj")
    return next((c for c in things if c.lemma.lower() in scene.book.lasting_things), None)


def _asked(scene: Scene, subject: Word) -> Asked | None:
    if subject.upos == "PRON":
        return POINTED if subject.text.lower() in FOR_IT else None
    actor = scene.actor(subject.i)
    return Asked(*phrase(scene, subject.i)) if actor is None else Asked(actor.name, actor.id)


def _is_due(scene: Scene, told: Word) -> bool:
    """Whether a predicate tells what is due to whom, with the preposition that it needs."""
    s, words = scene.s, scene.book.verdicts
    behind = words.due.get(told.lemma.lower(), words.due.get(told.text.lower()))
    if behind is None:
        return False
    own = s.children(told.i)
    cases = {case_of(s, c.i) for c in own} | {m for c in own for m in marks_of(s, c.i)}
    return _BARE in behind or not cases.isdisjoint(behind) or case_of(s, told.i) in behind
