"""Whoever gives up what they stood for or against: "dropped its objection", "gave up its demand for a vote".

They are not yet on the other side, so they stand on neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.stance_aloof import KeptOut
from dragoman.coding.stance_paths import Paths
from dragoman.coding.stance_pointing import thing_beside
from dragoman.coding.syntax import is_passive, subject
from dragoman.language.parse import Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_THINGS = ("nmod", "obl", "obj")
_TO = frozenset({"", "to", "on", "over", "against", "about", "for"})
_STOPPING = frozenset({"stop", "cease", "quit"})
_IT = frozenset({"it", "this"})
_TOLD = ("nmod", "acl", "acl:relcl", "amod", "compound")


def given_up(paths: Paths) -> Iterator[KeptOut]:
    """Who has given up which stand in a sentence, in the order of the text."""
    s, book = paths.s, paths.book
    words = book.given_up
    written = s.written()
    if all(some.isdisjoint(written) for some in (book.denied.no_longer, words.nouns, words.ideas, _IT)):
        return  # as in most sentences
    for w in s.words:
        lemma = w.lemma.lower()
        idea = w.text.lower() in _IT or lemma in words.ideas
        against = book.attitudes.get(lemma) is Stance.AGAINST
        if not (idea or against or lemma in words.nouns):
            continue
        if w.upos == "VERB":
            verb = _stopping(paths, w) if against else None
        else:
            verb = _leaving(paths, w) if idea else _dropping(paths, w)
        if verb is None or paths.is_unreal(verb.i) or paths.is_negated(verb.i) or _is_only_meant(paths, verb):
            continue
        if idea:
            own = any(c.deprel in _TOLD and c.i > w.i for c in s.children(w.i))
            yield KeptOut((verb.i,), w.i if own and w.upos == "NOUN" else None)
        else:
            yield KeptOut((verb.i,), _what(paths, w, verb))


def own_matter(paths: Paths, left: KeptOut) -> int | None:
    """What somebody gives up: what is named, else what was told of them: "Chad, *which fought the levy*, …".

    The clause beside the holder tells so, or the verb that the giving up is joined to.
    """
    if left.thing is not None:
        return left.thing
    s, verb = paths.s, left.path[-1]
    joined = thing_beside(s, verb)
    if joined is not None:
        return joined
    clauses = (c for h in subject(s, verb) for c in s.children(h) if c.deprel == "acl:relcl" and c.i < verb)
    for clause in clauses:
        of = [c for c in s.children(clause.i) if c.deprel == "nmod"] if clause.upos == "NOUN" else []
        things = [c for c in s.children(clause.i) if c.deprel == "obj"] or of
        thing = next((c for c in things if c.upos == "NOUN" and c.i > clause.i), None)
        if thing is not None:
            return thing.i
    return None


def _what(paths: Paths, noun: Word, verb: Word) -> int | None:
    """What a stand was on that is given up: "dropped its objection *to the pact*"."""
    s = paths.s
    under = [c for c in s.children(noun.i) if c.deprel in _THINGS]
    under += [c for c in s.children(verb.i) if c.deprel == "obl" and case_of(s, c.i) and verb is not noun]
    under = [c for c in under if c.i > noun.i and c.lemma.lower() not in paths.book.days]
    return next((c.i for c in under if case_of(s, c.i) in _TO), None)


def _dropping(paths: Paths, noun: Word) -> Word | None:
    """The verb by which somebody gives up their own stand: "*dropped* its objections to it"."""
    s = paths.s
    verb = s.words[noun.head] if noun.deprel == "obj" and noun.head >= 0 else None
    if verb is None or not any(c.deprel == "nmod:poss" for c in s.children(noun.i)):
        return None
    return verb if _is_up(paths, verb) or verb.lemma.lower() in paths.book.discarding else None


def _leaving(paths: Paths, idea: Word) -> Word | None:
    """The verb by which somebody leaves an idea of theirs: "has *given* the plan *up*", "*dropped* it"."""
    s = paths.s
    verb = s.words[idea.head] if idea.deprel == "obj" and idea.head >= 0 else None
    if verb is None or is_passive(s, verb.i) or not subject(s, verb.i):
        return None
    return verb if _is_up(paths, verb) or verb.lemma.lower() in paths.book.given_up.verbs else None


def _is_up(paths: Paths, verb: Word) -> bool:
    """Whether a verb is *give up*."""
    return verb.lemma.lower() == "give" and any(c.text.lower() == "up" for c in paths.s.children(verb.i))


def _stopping(paths: Paths, verb: Word) -> Word | None:
    """The verb by which somebody no longer does what was against a thing: "*stopped* opposing it"."""
    over = paths.s.words[verb.head] if verb.deprel == "xcomp" and verb.text.lower().endswith("ing") else None
    return over if over is not None and over.lemma.lower() in _STOPPING else None


def _is_only_meant(paths: Paths, verb: Word) -> bool:
    """Whether giving up is only asked, offered or promised: "*offered to* drop its objections"."""
    helped = any(c.deprel == "aux" and c.lemma.lower() in ("will", "would") for c in paths.s.children(verb.i))
    return helped or verb.deprel in ("xcomp", "advcl") or verb.feat("VerbForm") == "Inf"
