"""What somebody would do with a thing: "the union *would keep* the quota", "Togo *would scrap* the levy".

Told of a party in a clause of its own, such a *would* is a wish: what its holder would do if that were
theirs to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_wishes import WOULD
from dragoman.coding.syntax import is_passive, subject
from dragoman.language.parse import Word
from dragoman.language.prepositions import marks_of
from dragoman.record import Stance

_IF = frozenset({"if", "unless", "should", "were", "once", "when", "until", "after"})
_ANY = frozenset({"a", "an", "any"})
_MAIN = ("root", "conj", "parataxis")


def willed(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those who would keep a thing or do away with it, where no rule has one there."""
    s, wishes = scene.s, scene.book.wishes
    if WOULD.isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in (t.topic, *t.path)}
    for verb in s.words:
        lemma = verb.lemma.lower()
        kept = lemma in wishes.keeping
        if verb.upos != "VERB" or not (kept or lemma in wishes.scrapping) or verb.i in taken:
            continue
        thing = next((c for c in s.children(verb.i) if c.deprel == "obj" and c.i > verb.i), None)
        if thing is None or thing.upos != "NOUN" or not _is_willed(scene, verb):
            continue
        if thing.lemma.lower() not in scene.book.of_a_day and thing.i not in taken:
            stance = Stance.FOR if kept else Stance.AGAINST
            yield Taken(Asked(*phrase(scene, thing.i)), stance, verb.i, (verb.i,), named=True)


def _is_willed(scene: Scene, verb: Word) -> bool:
    """Whether a clause tells what its subject would do by their own will, not what would come or was said."""
    s = scene.s
    first = _first_of(scene, verb)
    helpers = [c for k in {first.i, verb.i} for c in s.children(k) if c.deprel == "aux"]
    if not any(c.text.lower() in WOULD for c in helpers) or len(helpers) > 1:
        return False  # "would have kept it"
    if is_passive(s, verb.i) or scene.paths.is_negated(verb.i) or not _stands_alone(scene, first):
        return False
    whose = [s.words[k] for k in subject(s, verb.i)]
    if any(c.text.lower() in _ANY for w in whose for c in s.children(w.i)):
        return False  # "*a* free Malta would keep the pound": were there one
    if any(w.lemma.lower() in scene.book.no_parties for w in whose):
        return False  # "the *bill* would scrap it"
    return bool(whose)


def _first_of(scene: Scene, verb: Word) -> Word:
    """The first of the joined verbs that share a *would*: "would *keep* the lock and write it down"."""
    s = scene.s
    shared = (
        verb.deprel == "conj"
        and verb.head >= 0
        and not any(c.deprel.startswith("nsubj") or c.deprel == "aux" for c in s.children(verb.i))
    )
    return s.words[verb.head] if shared else verb


def _stands_alone(scene: Scene, verb: Word) -> bool:
    """Whether a clause is under no other, has no condition, and is nobody's announcement."""
    s = scene.s
    over = s.words[verb.head] if verb.deprel == "conj" and verb.head >= 0 else verb
    if verb.deprel not in _MAIN or over.deprel not in _MAIN:
        return False
    told = scene.book.verdicts.telling | scene.book.verdicts.holding
    for c in s.children(verb.i):
        if c.deprel == "advcl" and _IF & set(marks_of(s, c.i)):
            return False  # "would scrap it if it won"
        if c.deprel in ("parataxis", "ccomp") and c.lemma.lower() in told:
            return False  # "it would close the plant, he said"
    return True
