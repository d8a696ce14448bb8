"""What somebody says they will not do: "will not *reopen the treaty*", "are not going to *change that law*".

Who refuses what would be done to a lasting thing is against that. It is weak evidence beside a word of
stance, so that a second look must find it sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import FOR_IT, doing
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import is_passive
from dragoman.language.joined import first_joined
from dragoman.language.parse import Word
from dragoman.record import Stance

_WILL = frozenset({"will", "wo", "'ll", "’ll", "shall", "sha"})
_WOULD = frozenset({"would", "'d", "’d"})
_MEANING = frozenset({"go", "intend", "plan", "mean"})
_SEEN = 0.15  # how sure the network must be where the thing is not one that lasts


def refusals(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands against what somebody will not do, where no rule has one under the same verb."""
    s = scene.s
    if scene.book.denying.adverbs.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in t.path}
    for verb in s.words:
        lemma = verb.lemma.lower()
        if verb.upos != "VERB" or verb.i in taken or is_passive(s, verb.i):
            continue
        if lemma in scene.book.demanding.looking_at:
            continue  # "will not attend the summit" tells of a day
        if lemma in scene.book.attitudes or scene.book.topics.get((True, lemma)):
            continue  # whose denial is read where its stand is
        by = _refusing(scene, verb)
        if by is not None and by not in taken and _is_on_what_lasts(scene, verb):
            path = (verb.i,) if by == verb.i else (verb.i, by)
            yield Taken(Asked(*doing(scene, verb.i)), Stance.AGAINST, verb.i, path, ought=True, doubtful=True)


def _refusing(scene: Scene, verb: Word) -> int | None:
    """The verb whose subject will not: the deed itself, or "are not *going* to do" it."""
    s, paths = scene.s, scene.paths
    over = s.words[verb.head] if verb.deprel == "xcomp" and verb.head >= 0 else None
    if over is not None and over.lemma.lower() in _MEANING and paths.is_negated(over.i):
        return None if paths.is_asked(over.i) else over.i
    helpers = {c.text.lower() for c in s.children(verb.i) if c.deprel == "aux"}
    told = first_joined(s.words, verb).deprel == "ccomp"
    willed = bool(helpers & _WILL) or (bool(helpers & _WOULD) and told)
    if not willed or len(helpers) > 1 or not paths.is_negated(verb.i) or paths.is_asked(verb.i):
        return None
    whose = [c for c in s.children(verb.i) if c.deprel == "nsubj"]
    return None if any(c.lemma.lower() in scene.book.no_parties for c in whose) else verb.i


def _is_on_what_lasts(scene: Scene, verb: Word) -> bool:
    """Whether something would be done to a lasting thing, or the network sees a stand against it."""
    s = scene.s
    things = [c for c in s.children(verb.i) if c.deprel == "obj" and c.i > verb.i]
    if any(c.lemma.lower() in scene.book.of_a_day for c in things):
        return False
    if any(c.upos == "NOUN" and c.lemma.lower() in scene.book.lasting_things for c in things):
        return True
    known = any(c.upos == "NOUN" or c.text.lower() in FOR_IT for c in things)
    against = Stance.AGAINST.value
    seen = (share for h in s.stances if h.word == verb.i for kind, share in h.kinds if kind == against)
    return known and any(share >= _SEEN for share in seen)
