"""What a stand is on whose matter is told beside it: by a pronoun, a relative clause, or *and*.

"Peru backs the canal, *which Chad rejects*", "… and Chad *is against it*", "… *and the port*".
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_contrast import is_set_aside
from dragoman.coding.stance_paths import Asked, Paths, Taken, turned
from dragoman.coding.syntax import is_passive, with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

POINTED = Asked("", None)
"""What is asked where the words only point at it."""
_SHARED = Asked("=", None)
_POINTING = frozenset({"this", "that", "the", "a", "an", "same"})
_GOVERNED = ("obj", "obl")
_ANY = "any"
_INDEFINITE = frozenset({"a", "any"})
_WHICH = frozenset({"which", "that"})


def pointed_out(
    stands: Sequence[Taken],
    last: Asked | None,
    spoken_of: Callable[[int], Asked | None],
    may_be_it: Callable[[Asked], bool],
) -> list[Taken]:
    """The stands with what each is on: one that only points is on what the stand before it is on.

    The stand before is the nearest in the sentence; without one it is the matter that is ``spoken_of`` there
    before a word, else the ``last`` of the sentences before. A stand that points at nothing is none.
    Not all that is stood on ``may_be_it``: "wants the levy doubled".
    """
    if all(t.asked is not POINTED and t.asked is not _SHARED for t in stands):
        return list(stands)
    found: dict[int, Taken] = {}
    recent, side = None, None
    for k, stand in sorted(enumerate(stands), key=lambda pair: pair[1].topic):
        if stand.asked is POINTED:
            meant = recent or spoken_of(stand.topic) or last
            if meant is not None:
                found[k] = replace(stand, asked=meant)
        elif stand.asked is _SHARED and recent is not None and side is not None:
            shared = side if stand.stance is Stance.FOR else turned(side)
            found[k] = replace(stand, asked=recent, stance=shared)
        elif stand.asked is not _SHARED:
            found[k] = stand
            if may_be_it(stand.asked):
                recent, side = stand.asked, stand.stance
    return [found[k] for k in range(len(stands)) if k in found]


def shared(paths: Paths) -> Iterator[Taken]:
    """Who shares another's view: "*a view that Chad shares*", "Chad *shares this view*"."""
    s = paths.s
    if paths.book.sharing.isdisjoint(s.written()) and paths.book.views.isdisjoint(s.written()):
        return
    for w in s.words:
        if w.upos != "VERB" or paths.is_unreal(w.i):
            continue
        if w.lemma.lower() not in paths.book.sharing:
            if _contests(paths, w):
                yield Taken(_SHARED, Stance.AGAINST, w.i, (w.i,), undoing=True)
            continue
        views = [c for c in s.children(w.i) if c.deprel == "obj" and c.lemma.lower() in paths.book.views]
        by_others = w.deprel == "acl" and is_passive(s, w.i)  # "a view *shared by Chad*"
        if (w.deprel == "acl:relcl" or by_others) and s.words[w.head].lemma.lower() in paths.book.views:
            views.append(s.words[w.head])
        if any(points_back(s, view) for view in views):
            stance = Stance.AGAINST if paths.is_negated(w.i) else Stance.FOR
            yield Taken(_SHARED, stance, w.i, (w.i,), undoing=True)


def _contests(paths: Paths, w: Word) -> bool:
    """Whether somebody is against a view told before: "a view *that Chad contests*"."""
    if paths.book.attitudes.get(w.lemma.lower()) is not Stance.AGAINST:
        return False
    if w.deprel != "acl:relcl":
        return False
    view = paths.s.words[w.head]
    known = view.lemma.lower() in paths.book.alike.nouns and points_back(paths.s, view)
    return known and not paths.is_negated(w.i) and _is_by_another(paths.s, w)


def points_back(s: Sentence, view: Word) -> bool:
    """Whether a view is told before, not by its owner or its own words: "the view that it is unjust"."""
    own = s.children(view.i)
    told = any(c.deprel in ("acl", "ccomp", "nmod", "nmod:poss") and not _is_by_others(s, c) for c in own)
    return not told and any(c.text.lower() in _POINTING for c in own)


def _is_by_others(s: Sentence, c: Word) -> bool:
    return c.deprel == "acl" and is_passive(s, c.i)


def in_relatives(paths: Paths, stands: Sequence[Taken]) -> Iterator[Taken]:
    """The stands that relative clauses take on what another stands on: "their demand for a port, which …"."""
    s, taken = paths.s, {i for t in stands for i in t.path}
    if not stands or _WHICH.isdisjoint(s.written()):
        return
    for w in s.words:
        if w.deprel != "acl:relcl" or w.upos != "VERB":
            continue
        stand = next((t for t in stands if _is_about(s, t, w.head)), None)
        if stand is None:
            continue
        for verb in (w, *(c for c in s.children(w.i) if c.deprel == "conj")):
            attitude = paths.book.attitudes.get(verb.lemma.lower())
            if attitude is None or verb.i in taken or not _is_by_another(s, verb):
                continue
            if paths.is_unreal(verb.i) or not paths.lasts(verb.i):
                continue
            left: Stance | None = attitude
            if paths.is_negated(verb.i):
                left = paths.denied(verb, attitude)
            if left is not None:
                yield Taken(stand.asked, left, verb.i, (verb.i,), undoing=True)


def _is_by_another(s: Sentence, verb: Word) -> bool:
    """Whether a clause about a thing has a subject and no object of its own: "which Peru has rejected"."""
    own = [c for c in s.children(verb.i) if c.text.lower() not in _WHICH]
    kinds = {c.deprel for c in own}
    return "nsubj" in kinds and kinds.isdisjoint({"obj", "ccomp", "xcomp", "aux:pass"})


def _is_about(s: Sentence, stand: Taken, noun: int) -> bool:
    """Whether a noun heads what a stand is on, or the phrase that ends it."""
    word = s.words[noun]
    return noun not in stand.path[1:] and (
        noun == stand.topic or (word.deprel in ("obj", "obl", "nmod") and word.head in stand.path)
    )


def beside(s: Sentence, stands: Sequence[Taken]) -> Iterator[tuple[Taken, int]]:
    """The things that *and* joins to one that is asked about by its name, where nothing stands on them."""
    taken = {i for t in stands for i in (t.topic, *t.path)}
    for stand in stands:
        topic = s.words[stand.topic]
        if topic.upos != "NOUN" or not stand.named or len(stand.path) == 1:
            continue
        joined = [c for c in s.children(topic.i) if c.deprel == "conj"]
        if not any(k.deprel == "cc" for c in joined for k in s.children(c.i)):
            continue
        for c in joined:
            alike = c.upos == "NOUN" and not case_of(s, c.i) and not is_set_aside(s, c.i)
            if alike and not taken & set(s.subtree(c.i)):
                yield stand, c.i


def unlike(s: Sentence, stands: Sequence[Taken], deeds: Container[str]) -> Iterator[tuple[Taken, int]]:
    """The things that the tree joined to what another is *of*, though they are not like that.

    "Demands the end of the levy, *a new vote* and the …", "a pact with Chad and *an end* to the war".
    ``deeds`` are nouns for what is to be done or to last, which people or places are not.
    """
    for stand in stands:
        topic = s.words[stand.topic]
        things = [c for c in s.children(topic.i) if c.deprel in _GOVERNED and c.upos == "NOUN"]
        things += [topic] if topic.upos == "NOUN" else []
        things = [s.words[k] for one in things for k in with_conjuncts(s, one.i)]
        for thing, of in (
            (c, k) for c in things for k in s.children(c.i) if k.deprel == "nmod" and k.i > c.i
        ):
            joined = [c for c in s.children(of.i) if c.deprel in ("conj", "appos") and c.upos == "NOUN"]
            joined = [c for c in joined if not case_of(s, c.i)]
            if not any(k.deprel == "cc" for c in joined for k in s.children(c.i)):
                continue
            apart = [c for c in joined if _is_apart(s, c, of, thing, deeds)]
            if apart:
                yield from ((stand, c.i) for c in joined if c.i >= apart[0].i)


def _is_apart(s: Sentence, c: Word, of: Word, thing: Word, deeds: Container[str]) -> bool:
    """Whether a noun is like a thing, not like what that is of: by its article, or as a deed or law."""
    article = _article(s, c)
    if thing.deprel == "conj":  # "an end to the war, aid for the towns and *the withdrawal* of troops"
        return c.deprel == "conj" and article != "" and c.lemma in deeds and of.lemma not in deeds
    if article == _ANY and _article(s, thing) == _ANY != _article(s, of):
        return True  # "any payment to Chad, any joint venture and any base"
    if c.deprel != "conj" or article in ("", _article(s, of)):
        return c.deprel == "conj" and article != "" and c.lemma in deeds and of.lemma not in deeds
    return of.upos == "PROPN" or article in _INDEFINITE


def _article(s: Sentence, noun: Word) -> str:
    found = next((c.text.lower() for c in s.children(noun.i) if c.deprel == "det"), "")
    return "a" if found == "an" else found


def thing_beside(s: Sentence, verb: int) -> int | None:
    """What the verb that another is joined to is about: "considers *the embargo* a relic and demands …"."""
    w = s.words[verb]
    if w.deprel != "conj" or w.head < 0 or s.words[w.head].upos != "VERB":
        return None
    return next((c.i for c in s.children(w.head) if c.deprel == "obj" and c.upos == "NOUN"), None)
