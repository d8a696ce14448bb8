"""What somebody would have become of a thing: "*would have* the debt restructured"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import clause, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import seconded
from dragoman.coding.stance_wishes import WOULD, undone
from dragoman.language.parse import Word
from dragoman.language.prepositions import marks_of
from dragoman.record import Stance

_HAVING, _SEEING, _NO = "have", "see", "no"
_REFUSING = frozenset({"will", "wo", "'ll", "’ll"})
_BELOW = ("xcomp", "ccomp", "acl")
_IF = frozenset({"if", "unless", "should", "were", "once", "when"})


def would_have(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those who would have a thing done, or will not have it, in the order of the text."""
    s = scene.s
    if _HAVING not in s.written() and _SEEING not in s.written():
        return
    taken = {i for t in before for i in t.path}
    for verb in s.words:
        if verb.upos != "VERB" or verb.i in taken or not _is_willed(scene, verb):
            continue
        below = _to_become(scene, verb)
        if below is None:
            continue
        gone = undone(s, verb, scene.book)
        denied = scene.paths.is_negated(verb.i) or _is_unwished(scene, verb)
        if gone is not None and s.words[gone.thing].upos == "NOUN":
            stance = Stance.FOR if denied else Stance.AGAINST
            yield Taken(
                Asked(*phrase(scene, gone.thing)),
                stance,
                verb.i,
                _path(scene, verb),
                undoing=True,
                ought=True,
            )
        elif gone is None:
            stance = Stance.AGAINST if denied else Stance.FOR
            yield Taken(_asked(scene, verb, below), stance, verb.i, _path(scene, verb), ought=True)


def _path(scene: Scene, verb: Word) -> tuple[int, ...]:
    """The words that tell the stand, up to the verb whose subject holds it."""
    return (verb.i, scene.s.words[verb.head].head) if _is_unwished(scene, verb) else (verb.i,)


def _asked(scene: Scene, verb: Word, below: Word) -> Asked:
    """What is to become of a thing, in the words of the sentence: "island free of foreign troops"."""
    words, about = clause(scene, below.i)
    things = [c for c in scene.s.children(verb.i) if c.deprel == "obj" and verb.i < c.i < below.i]
    if any(c.deprel.startswith("nsubj") for c in scene.s.children(below.i)) or not things:
        return Asked(words, about)
    thing, actor = phrase(scene, things[0].i)
    return Asked(thing if words in thing else f"{thing} {words}", actor or about)


def _is_willed(scene: Scene, verb: Word) -> bool:
    """Whether a verb tells what somebody would have, and not what would come of a thing."""
    s, lemma = scene.s, verb.lemma.lower()
    own = s.children(verb.i)
    helpers = {c.text.lower() for c in own if c.deprel == "aux"}
    if lemma not in (_HAVING, _SEEING) or any(c.lemma.lower() == _HAVING for c in own if c.deprel == "aux"):
        return False
    if _is_unwished(scene, verb):
        return True
    willed = bool(helpers & WOULD) or (bool(helpers & _REFUSING) and scene.paths.is_negated(verb.i))
    if not willed or scene.paths.is_asked(verb.i):
        return False
    whose = [c for c in own if c.deprel == "nsubj"]
    if any(c.lemma.lower() in scene.book.no_parties for c in whose):
        return False  # "the bill would have the plant closed"
    if any(_IF & set(marks_of(s, c.i)) for c in own if c.deprel == "advcl"):
        return False
    return lemma == _HAVING or seconded(s, Stance.FOR)


def _is_unwished(scene: Scene, verb: Word) -> bool:
    """Whether somebody has no wish to see or to have a thing so: "has *no wish to see* the troops leave"."""
    s = scene.s
    wish = s.words[verb.head] if verb.deprel == "acl" and verb.head >= 0 else None
    if wish is None or wish.upos != "NOUN" or wish.lemma.lower() not in scene.book.lines.nouns:
        return False
    return wish.deprel == "obj" and any(c.text.lower() == _NO for c in s.children(wish.i))


def _is_bare_passive(scene: Scene, c: Word) -> bool:
    """Whether a participle tells what is to be done to its subject: "the debt *restructured*"."""
    kinds = {k.deprel for k in scene.s.children(c.i)}
    return "nsubj:pass" in kinds and kinds.isdisjoint({"aux", "aux:pass"})


def _to_become(scene: Scene, verb: Word) -> Word | None:
    """What the thing is to be or to do: "the debt *restructured*", "the first men *go*"."""
    s = scene.s
    things = [c for c in s.children(verb.i) if c.deprel == "obj" and c.i > verb.i]
    under = [c for c in s.children(verb.i) if c.i > verb.i]
    under += [c for t in things for c in s.children(t.i) if c.i > t.i and c.deprel == "acl"]
    for c in under:
        if c.deprel not in _BELOW or c.upos not in ("VERB", "ADJ") or is_infinitive(s, c):
            continue
        subject = any(k.deprel.startswith("nsubj") and k.upos == "NOUN" for k in s.children(c.i))
        if subject or any(t.upos == "NOUN" and t.i < c.i for t in things):
            return c if c.feat("VerbForm") != "Fin" or _is_bare_passive(scene, c) else None
    return None
