"""What is to become of a thing that somebody wishes about: "wants the law scrapped", "troops out of Chad"."""

from __future__ import annotations

from dragoman.coding.stance_book import StanceBook, Wishes
from dragoman.coding.syntax import is_passive
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.values import value

_TOLD = frozenset({"ccomp", "xcomp", "advmod", "amod", "acl", "obl", "compound:prt"})
OUT_OF, _TO = "out of", "to"
WOULD = frozenset({"would", "'d", "’d"})
"""As the texts write it."""
_WHICH = frozenset({"that", "which"})


@value
class Undone:
    """A thing that is to be gone, the word that says so, and where it is to leave, if that is told."""

    thing: int
    by: int
    place: int | None = None


def undone(s: Sentence, wish: Word, book: StanceBook) -> Undone | None:
    """What somebody wants gone by the wish at a verb, None where it is to be or to stay."""
    seen = [c for c in s.children(wish.i) if c.deprel == "xcomp" and c.lemma.lower() in book.wishes.seeing]
    for verb in (wish, *seen):
        things = [c.i for c in s.children(verb.i) if c.deprel == "obj" and c.i > verb.i]
        under = [c for c in s.children(verb.i) if c.i > max([verb.i, *things])]
        under += [c for t in things for c in s.children(t) if c.i > t]
        things = things or _before(s, verb)
        for c in under:
            out = case_of(s, c.i) == OUT_OF
            if not out and not (c.deprel in _TOLD and ends(s, c, book)):
                continue
            own = [k.i for k in s.children(c.i) if k.deprel.startswith("nsubj") and not out]
            thing = next(iter((*own, *things)), None)
            if thing is not None:
                return Undone(thing, c.i, c.i if out else None)
    return None


def _before(s: Sentence, verb: Word) -> list[int]:
    """The thing that a relative clause wishes about: "a *hunt* that the guides want banned"."""
    told = any(c.deprel == "obj" and c.text.lower() in _WHICH for c in s.children(verb.i))
    return [verb.head] if told and verb.deprel == "acl:relcl" else []


def ends(s: Sentence, predicate: Word, book: StanceBook) -> bool:
    """Whether a predicate that is not denied leaves nothing of its thing: "lifted", "out", "to end"."""
    denied = any(c.text.lower() in book.denying.adverbs for c in s.children(predicate.i))
    return not denied and is_end(s, predicate, book.wishes)


def is_end(s: Sentence, predicate: Word, words: Wishes) -> bool:
    """Whether a predicate, denied or not, is one that leaves nothing: "to be scrapped", "should end"."""
    own = s.children(predicate.i)
    lemma, text = predicate.lemma.lower(), predicate.text.lower()
    marked = "to" in marks_of(s, predicate.i)
    passive = any(c.deprel == "aux:pass" or c.lemma.lower() == "be" for c in own)
    if (not marked or passive) and (text in words.undone or lemma in words.undone):
        return not any(case_of(s, c.i) == _TO for c in own if c.deprel == "obl")  # "closed *to hunters*"
    if passive or not (marked or any(c.deprel.startswith("nsubj") for c in own)):
        return False
    kinds = {c.deprel.split(":")[0] for c in own} | {c.deprel for c in own}
    more = kinds & (
        {"obl", "advmod", "xcomp", "advcl"} if lemma == "go" else {"xcomp"}
    )  # "to go on", "go to court"
    return lemma in words.ending and not more and not kinds & {"obj", "ccomp", "compound:prt"}


def is_wish(s: Sentence, verb: Word, words: Wishes) -> bool:
    """Whether a verb wishes something, the *see* of "would like to see" included."""
    lemma = verb.lemma.lower()
    if lemma in words.seeing and verb.deprel == "xcomp":
        return is_wish(s, s.words[verb.head], words)
    return lemma in words.verbs or is_wished(s, verb, words)


def is_wished(s: Sentence, verb: Word, words: Wishes) -> bool:
    """Whether *would* only makes a wish of a verb: "would like", "would prefer"."""
    return verb.lemma.lower() in words.would and is_under_would(s, verb)


def is_under_would(s: Sentence, verb: Word) -> bool:
    """Whether *would* is among a verb's helpers."""
    return any(c.deprel == "aux" and c.text.lower() in WOULD for c in s.children(verb.i))


def is_curious(s: Sentence, deed: Word, words: Wishes) -> bool:
    """Whether what somebody would like to do is only to know, to ask or to meet: "*to know* who pays"."""
    told = deed.deprel == "xcomp" and deed.lemma.lower() in words.curious and "to" in marks_of(s, deed.i)
    return told and not is_passive(s, deed.i)  # but "wants to be asked"
