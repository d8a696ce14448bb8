"""Whoever keeps out of a quarrel: "took no side in it", "has not taken a position", "remains neutral"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.stance_book import Aloof
from dragoman.coding.stance_paths import Paths
from dragoman.coding.syntax import antecedent, stands_last
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance
from dragoman.values import value

_CLAUSES = ("acl", "acl:relcl", "advcl")
_QUESTIONS = (*_CLAUSES, "csubj", "ccomp", "xcomp")
_DECLARING = frozenset({"declare", "proclaim", "call", "consider"})
_ASKING = frozenset({"whether", "how"})
_OUGHT = frozenset({"must", "should", "ought", "shall"})  # "officials must remain neutral"
_IN, _WHAT = "in", "what"
_CALLING = frozenset({"call", "term", "describe", "regard", "see", "consider", "style"})
_CALLED = ("xcomp", "obj", "obl", "ccomp")
_REMAINING = frozenset({"remain", "stay", "keep"})


@value
class KeptOut:
    """One who keeps out: the words that say so (topmost last), and the head of what of, where it is named."""

    path: tuple[int, ...]
    thing: int | None


def kept_out(paths: Paths) -> Iterator[KeptOut]:
    """Who keeps out of what in a sentence, in the order of the text."""
    s, words = paths.s, paths.book.aloof
    adjectives = words.adjectives | words.only_of
    if adjectives.isdisjoint(s.written()) and words.nouns.isdisjoint(s.written()):
        return  # as in most sentences
    for w in s.words:
        lemma = w.lemma.lower()
        if lemma in adjectives or w.text.lower() in words.only_of:
            path = _is_so(s, w)
        elif lemma in words.nouns:
            path = _takes_none(paths, w)
        else:
            continue
        if path is not None and not any(paths.is_unreal(i) or _is_bidden(s, i) for i in path):
            over = [
                s.words[i].head for i in path if s.words[i].deprel == "xcomp"
            ]  # "*has* yet to take a stand"
            thing = _of_what(s, (*over, *path, w.i), words)
            closes = w.text.lower() in words.closing and stands_last(s, w)
            named = thing is not None and _is_of_a_matter(paths, thing)
            if w.text.lower() not in words.only_of or named or closes:
                yield KeptOut(path, thing)


def _is_of_a_matter(paths: Paths, thing: int) -> bool:
    """Whether a phrase tells of what, and not where: "impartial *in the dispute*", not "silent *in Lima*"."""
    s = paths.s
    return case_of(s, thing) != "in" or s.words[thing].lemma.lower() in paths.book.undecided.quarrels


def _is_bidden(s: Sentence, i: int) -> bool:
    return any(c.deprel == "aux" and c.lemma.lower() in _OUGHT for c in s.children(i))


def _is_so(s: Sentence, w: Word) -> tuple[int, ...] | None:
    """The words of "is neutral", "remained undecided"; None where the adjective only tells which."""
    before = s.words[w.i - 1] if w.i else None
    if before is not None and (before.text == "-" or (before.deprel == "compound" and before.head == w.i)):
        return None  # "is carbon neutral"
    if any(c.deprel in ("cop", "aux:pass") for c in s.children(w.i)):
        return (w.i,)
    over = s.words[w.head] if w.deprel == "xcomp" else None
    if (
        over is not None
        and over.lemma.lower() in _DECLARING
        and any(_is_oneself(c) for c in s.children(over.i))
    ):
        return (w.i, over.i)  # "declared itself neutral"
    remains = w.deprel in ("xcomp", "obj", "advmod") and s.words[w.head].lemma.lower() in _REMAINING
    return (w.i, w.head) if remains else None


def _is_oneself(c: Word) -> bool:
    return c.deprel == "obj" and c.text.lower().endswith(("self", "selves"))


def _takes_none(paths: Paths, side: Word) -> tuple[int, ...] | None:
    """The words of "took no side", "has not taken sides", "took a neutral stance"."""
    s = paths.s
    verb = s.words[side.head] if side.head >= 0 and side.deprel in ("obj", "nsubj:pass") else None
    if verb is None or verb.lemma.lower() not in paths.book.aloof.verbs:
        return None
    if paths.is_negated(side.i) or paths.is_negated(verb.i):
        return (verb.i,)
    if any(c.deprel == "amod" and c.text.lower() in paths.book.aloof.adjectives for c in s.children(side.i)):
        return (side.i, verb.i)  # "takes a neutral stance on it"
    over = s.words[verb.head].lemma.lower() if verb.deprel in ("xcomp", "advcl") else ""
    refuses = verb.deprel == "xcomp" and paths.book.attitudes.get(over) is Stance.AGAINST
    return (verb.i, verb.head) if refuses or over in paths.book.undecided.avoiding else None


def _of_what(s: Sentence, heads: tuple[int, ...], words: Aloof) -> int | None:
    """The head of what somebody keeps out of: "no side *in the dispute*", "on the dam it took no side"."""
    under = [c for i in heads for c in s.children(i)]
    told = [c for c in under if c.deprel in ("nmod", "obl") and case_of(s, c.i) in words.prepositions]
    told = [c for c in told if case_of(s, c.i) != _IN or not _is_where(s, c, heads[-1], words)]
    things = sorted(told, key=lambda c: case_of(s, c.i) == _IN)
    clauses = (c.i for c in under if c.deprel in _CLAUSES and _mark(s, c) in words.prepositions)
    asked = (c.i for c in under if c.deprel in _QUESTIONS and not _ASKING.isdisjoint(_marks(s, c)))
    named = (what_it_calls(s, c.i) for c in things)
    found = next((antecedent(s, c.i) if i is None else i for c, i in zip(things, named, strict=True)), None)
    return next(clauses, next(asked, None)) if found is None else found


def _is_where(s: Sentence, c: Word, side: int, words: Aloof) -> bool:
    """Whether a phrase behind *in* only tells where or how: "*in Lima* it takes no side", "in public"."""
    return c.upos == "PROPN" or c.i < side or c.lemma.lower() in words.adjuncts


def what_it_calls(s: Sentence, i: int) -> int | None:
    """The noun by which somebody calls a thing that *what* stands for: "what it calls a *family affair*"."""
    if s.words[i].text.lower() != _WHAT:
        return None
    calls = (c for c in s.children(i) if c.deprel == "acl:relcl" and c.lemma.lower() in _CALLING)
    called = (k for c in calls for k in s.children(c.i) if k.upos == "NOUN" and k.deprel in _CALLED)
    return next((k.i for k in called if k.i > i), None)


def _marks(s: Sentence, clause: Word) -> set[str]:
    """The words that open a question: "undecided *whether* to join", "*on whether* it should pay"."""
    return {c.text.lower() for c in s.children(clause.i) if c.deprel in ("mark", "advmod")}


def _mark(s: Sentence, clause: Word) -> str:
    """The preposition before a question: "no side *on* who owns the isle"."""
    return next((c.text.lower() for c in s.children(clause.i) if c.deprel in ("mark", "case")), "")
