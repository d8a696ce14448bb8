"""What somebody will not have be: "will never accept *that the lake be sold*", "will not let *it rise*".

Whoever does not accept that something is or becomes so is against that, in the words of the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import clause, doing, phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import is_passive
from dragoman.language.joined import first_joined
from dragoman.language.parse import Word
from dragoman.language.prepositions import marks_of
from dragoman.record import Stance

_WILL = frozenset({"will", "wo", "'ll", "’ll", "shall", "sha", "can", "ca"})
_TOLD = frozenset({"would", "'d", "’d", "could"})
_PRESENT = frozenset({"do", "does"})
_NEVER, _THAT = "never", "that"
_CLAUSES = ("ccomp", "xcomp")
_SUBJECTS = ("nsubj", "nsubj:pass")


def unaccepted(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands against what somebody will not accept or let be, where no rule has one under the verb."""
    s, words = scene.s, scene.book.unaccepted
    if words.all.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in t.path}
    for verb in s.words:
        if verb.upos != "VERB" or verb.lemma.lower() not in words.all or is_passive(s, verb.i):
            continue
        path = _refused(scene, verb)
        asked = _what(scene, verb) if path and taken.isdisjoint(path) else None
        if asked is not None:
            yield Taken(asked, Stance.AGAINST, verb.i, path, ought=True, doubtful=True)


def _refused(scene: Scene, verb: Word) -> tuple[int, ...]:
    """The words by which somebody will not do so: "*refuses* to *let*", "does not *accept*", else none."""
    s, paths, words = scene.s, scene.paths, scene.book.unaccepted
    over = s.words[verb.head] if verb.deprel == "xcomp" and verb.head >= 0 else None
    if over is not None and over.lemma.lower() in words.refusing:
        # "refused on Monday to let it in" is a deed of that day
        told = paths.lasts(over.i) and not paths.is_negated(over.i) and not paths.is_open(over.i)
        return (verb.i, over.i) if told else ()
    if not paths.is_negated(verb.i) or paths.is_asked(verb.i):
        return ()
    own = s.children(verb.i)
    helpers = {c.text.lower() for c in own if c.deprel == "aux"}
    never = any(c.text.lower() == _NEVER for c in own)
    told = first_joined(s.words, verb).deprel == "ccomp"
    ahead = bool(helpers & _WILL) or (bool(helpers & _TOLD) and (told or "could" in helpers))
    now = bool(helpers & _PRESENT) or (told and "did" in helpers) or never
    known = verb.lemma.lower() in words.accepting
    return (verb.i,) if ahead or (known and now) else ()


def _what(scene: Scene, verb: Word) -> Asked | None:
    """What is not to be: "*the lake be sold*", "*let Chad join*", and "will not have *a wall*"."""
    s, words = scene.s, scene.book.unaccepted
    own = [c for c in s.children(verb.i) if c.i > verb.i]
    below = next((c for c in own if c.deprel in _CLAUSES), None)
    lemma = verb.lemma.lower()
    if below is not None and any(c.deprel in _SUBJECTS for c in s.children(below.i)):
        that = _THAT in marks_of(s, below.i)
        return Asked(*clause(scene, below.i)) if that is (lemma in words.accepting) else None
    thing = next((c for c in own if c.deprel == "obj" and c.upos in ("NOUN", "PROPN")), None)
    if thing is None or lemma in words.accepting or thing.lemma.lower() in words.without:
        return None
    further = any(c.deprel in (*_CLAUSES, "obl") and c.i > thing.i for c in own)
    if lemma in words.having:
        return Asked(*phrase(scene, thing.i)) if below is None else None
    return Asked(*doing(scene, verb.i)) if further else None
