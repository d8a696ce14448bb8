"""Stands told as what their thing has or meets: "the dam has the backing of Chad", "met with resistance"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.stance_bare import Stood
from dragoman.coding.stance_paths import Paths, turned
from dragoman.coding.syntax import subject, with_conjuncts
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_WITH, _TO, _AMONG, _FROM = "with", "to", "among", "from"
_ON, _INTO = ("for", "to"), "into"


def backed(paths: Paths) -> Iterator[Stood]:
    """Who is for or against the thing that a sentence is told of, in the order of the text."""
    s, words = paths.s, paths.book.backed
    if not words.predicates.keys().isdisjoint(s.written()):
        yield from _predicated(paths)
    if words.nouns.keys().isdisjoint(s.written()):
        return  # as in most sentences
    for w in s.words:
        stance = words.nouns.get(w.lemma.lower()) if w.upos == "NOUN" else None
        verb = _having(paths, w) if stance is not None else None
        if stance is not None and w.deprel == "nsubj":
            yield from _spread(paths, w, stance)
        if stance is None or verb is None:
            continue
        whose = [c.i for c in s.children(w.i) if c.deprel in ("nmod", "obl") and c.i > w.i]
        whose += [c.i for c in s.children(verb.i) if c.deprel == "obl" and c.i > w.i]
        whose = [k for k in whose if case_of(s, k) in words.whose]
        whose = whose or [c.i for c in s.children(w.i) if c.deprel == "nmod:poss" and c.upos != "PRON"]
        thing = next((k for k in subject(s, verb.i) if s.words[k].upos == "NOUN"), None)
        if whose and thing is not None:
            heads = dict.fromkeys(k for one in whose for k in with_conjuncts(s, one))
            if any(c.text.lower() in words.scant for c in s.children(w.i)):
                if stance is Stance.AGAINST:
                    continue  # who does not oppose it is not yet for it
                stance = turned(stance)
            yield Stood(tuple(heads), stance, w.i, thing)


def _spread(paths: Paths, noun: Word, stance: Stance) -> Iterator[Stood]:
    """Among whom there is a stand, or from whom: "*support* for the base is strong *among* islanders"."""
    s = paths.s
    comes = s.words[noun.head].lemma.lower() in paths.book.backed.coming
    where = _FROM if comes else _AMONG
    thing = next((c.i for c in s.children(noun.i) if c.i > noun.i and case_of(s, c.i) in _ON), None)
    whose = [c.i for c in s.children(noun.head) if c.deprel == "obl" and case_of(s, c.i) == where]
    if thing is None or not whose or paths.is_unreal(noun.head) or paths.is_negated(noun.head):
        return
    heads = dict.fromkeys(k for one in whose for k in with_conjuncts(s, one))
    yield Stood(tuple(heads), stance, noun.i, thing)


def _predicated(paths: Paths) -> Iterator[Stood]:
    """To whom a thing is right or wrong: "the plan is *unacceptable to* the unions"."""
    s, words = paths.s, paths.book.backed
    for w in s.words:
        stance = words.predicates.get(w.text.lower())
        if stance is None or paths.is_unreal(w.i) or not any(c.deprel == "cop" for c in s.children(w.i)):
            continue
        whose = [c.i for c in s.children(w.i) if c.i > w.i and case_of(s, c.i) in (_TO, _WITH, _AMONG)]
        thing = next((k for k in subject(s, w.i) if s.words[k].upos == "NOUN"), None)
        if whose and thing is not None:
            heads = dict.fromkeys(k for one in whose for k in with_conjuncts(s, one))
            yield Stood(tuple(heads), turned(stance) if paths.is_negated(w.i) else stance, w.i, thing)


def _having(paths: Paths, noun: Word) -> Word | None:
    """The verb by which a thing has or meets what a noun names, if it does: no modal and no *not*."""
    s = paths.s
    verb = s.words[noun.head] if noun.head >= 0 else None
    if verb is None or verb.lemma.lower() not in paths.book.backed.having:
        return None
    met = noun.deprel == "obj" or (noun.deprel == "obl" and case_of(s, noun.i) in (_WITH, _INTO))
    own = any(c.deprel == "nmod:poss" and c.upos == "PRON" for c in s.children(noun.i))
    scant = any(c.text.lower() in paths.book.backed.scant for c in s.children(noun.i))  # "found no favour"
    barred = paths.is_unreal(verb.i) or (not scant and (paths.is_negated(verb.i) or paths.is_negated(noun.i)))
    return verb if met and not own and not barred else None
