"""Short forms of a stand: "remains opposed", "says no to the talks", "puts support at 47 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.counted_holders import is_share_of_people
from dragoman.coding.parties import Parties
from dragoman.coding.stance_bare import Stood
from dragoman.coding.stance_paths import Paths
from dragoman.coding.stance_side_words import put_at
from dragoman.coding.syntax import subject, surface_subject, with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance

_STATES = ("root", "xcomp", "ccomp", "conj", "parataxis", "advcl", "acl:relcl")
_COPULAS = ("cop", "aux:pass")
_ABOUT = ("obl", "nmod", "obj", "ccomp", "xcomp")
_FURTHEST = 14
_ON = frozenset({"to", "of", "about"})
_SAID_OF = ("nmod", "acl", "acl:relcl", "ccomp")
_NEXT = 3


def told_shortly(parties: Parties, paths: Paths) -> Iterator[Stood]:
    """The stands of a sentence that are told in a short form, in the order of the text."""
    s, words = parties.sentence, paths.book.short
    written = s.written()
    known = (words.all, paths.book.worded.voicing, paths.book.persons, paths.book.bare.first)
    if all(some.isdisjoint(written) for some in known):
        return  # as in most sentences
    for w in s.words:
        found = _stays(paths, w) or _answers(paths, w) or _measured(parties, paths, w)
        found = found or _voiced(paths, w) or _called(paths, w)
        if found is not None:
            yield found
    counted = paths.book.counted
    shares = {k for k, m in parties.by_head.items() if m.actor and is_share_of_people(s, s.words[k], counted)}
    for one in put_at(s, paths.book, shares):
        yield Stood((one.share,), one.stance, one.by, one.thing)


def _stays(paths: Paths, w: Word) -> Stood | None:
    """Who is or remains on a side that stands there without its thing: "Chad remains opposed"."""
    s, words = paths.s, paths.book.short
    stance = words.states.get(w.text.lower())
    if stance is None or w.deprel not in _STATES:
        return None
    own = s.children(w.i)
    over = s.words[w.head] if w.head >= 0 else None
    remains = over is not None and w.deprel == "xcomp" and over.lemma.lower() in words.remaining
    if not remains and not any(c.deprel in _COPULAS for c in own):
        return None
    top = over if remains and over is not None else w
    if any(c.deprel in _ABOUT and c.i > w.i for c in own) or _ON.intersection(_marks(s, own)):
        return None  # "is opposed to the dam", "… to damming it"
    if stance is Stance.FOR and paths.is_negated(w.i):
        return _by_subject(paths, top, Stance.AGAINST, w.i, None, denied=True)  # "is not enthusiastic"
    return _by_subject(paths, top, stance, w.i, None)


def _voiced(paths: Paths, w: Word) -> Stood | None:
    """Who tells a stand by a noun that nothing is said of: "has raised *objections*"."""
    s, words = paths.s, paths.book.worded
    stance = words.nouns.get(w.lemma.lower()) if w.upos == "NOUN" and w.deprel == "obj" else None
    verb = s.words[w.head] if w.head >= 0 else None
    if stance is None or verb is None or verb.lemma.lower() not in words.voicing:
        return None
    about = any(c.deprel in _SAID_OF for c in s.children(w.i))
    about = about or any(c.deprel == "obl" and w.i < c.i <= w.i + _NEXT for c in s.children(verb.i))
    if about or paths.is_unreal(verb.i) or paths.is_negated(w.i):
        return None
    return _by_subject(paths, verb, stance, w.i, None)


def _called(paths: Paths, w: Word) -> Stood | None:
    """Who is called a supporter or critic without saying of what: "Chad is *a reluctant supporter*"."""
    s, lemma = paths.s, w.lemma.lower()
    if w.upos != "NOUN" or lemma not in paths.book.persons or w.deprel not in _STATES:
        return None
    own = s.children(w.i)
    said_of = any(c.deprel.split(":")[0] in ("nmod", "acl", "compound", "appos", "conj") for c in own)
    if said_of or case_of(s, w.i) or not any(c.deprel == "cop" for c in own) or paths.is_negated(w.i):
        return None
    sides = {t.stance for _, t in paths.book.topics.get((False, lemma), ()) if t.person}
    return _by_subject(paths, w, sides.pop(), w.i, None) if len(sides) == 1 else None


def _marks(s: Sentence, own: Sequence[Word]) -> set[str]:
    return {mark for c in own if c.deprel == "advcl" for mark in marks_of(s, c.i)}


def _answers(paths: Paths, w: Word) -> Stood | None:
    """Who says yes or no: "Chad says no to the talks", "will vote No"."""
    s, words = paths.s, paths.book.short
    stance = words.answers.get(w.text.lower())
    verb = s.words[w.i - 1] if w.i else None
    if stance is None or verb is None or verb.lemma.lower() not in words.answering:
        return None
    behind = s.words[w.i + 1] if w.i + 1 < len(s.words) else None
    if behind is not None and behind.upos not in ("ADP", "PUNCT", "SCONJ", "CCONJ", "PRON"):
        return None  # "says no state may …", "would say no more"
    going_on = verb.feat("VerbForm") == "Inf" or verb.text.lower().endswith("ing")
    if verb.lemma.lower() in words.voting and not going_on:
        return None  # what was voted is a deed of that day, "will vote no" a stand
    under = [c for k in (verb.i, w.i) for c in s.children(k) if c.deprel in ("obl", "nmod") and c.i > w.i]
    under = [c for c in under if c.lemma.lower() not in paths.book.aloof.adjuncts]
    under += [c for k in under if k.lemma.lower() in paths.book.bare.polls for c in s.children(k.i)]
    thing = next((c.i for c in under if case_of(s, c.i) in ("to", "on")), None)
    return _by_subject(paths, _bidding(paths, verb) or verb, stance, w.i, thing)


def _bidding(paths: Paths, verb: Word) -> Word | None:
    """The verb of whoever asks others for an answer, whose wish it is: "*urged* voters to say yes"."""
    s = paths.s
    over = s.words[verb.head] if verb.deprel in ("xcomp", "advcl") and verb.head >= 0 else None
    if over is None or over.lemma.lower() not in paths.book.demanding.bidding or paths.is_unreal(over.i):
        return None
    whom = any(c.deprel in ("obj", "iobj", "obl") and c.i < verb.i for c in s.children(over.i))
    return over if whom and "to" in marks_of(s, verb.i) else None


def _by_subject(
    paths: Paths, verb: Word, stance: Stance, by: int, thing: int | None, denied: bool = False
) -> Stood | None:
    own = [c for c in paths.s.children(verb.i) if c.i != by]
    if paths.is_asked(verb.i) or (not denied and any(_denies(paths, c) for c in own)):
        return None
    s = paths.s
    heads = [k for h in subject(s, verb.i) or surface_subject(s, verb.i) for k in with_conjuncts(s, h)]
    return Stood(tuple(heads), stance, by, thing) if heads else None


def _measured(parties: Parties, paths: Paths, w: Word) -> Stood | None:
    """A share to which one side comes: "support stands at 47 percent", "puts the opponents at 52"."""
    s, words = paths.s, paths.book.short
    stance = words.measured.get(w.lemma.lower())
    if stance is None or w.upos not in ("NOUN", "PROPN"):
        return None
    for k in range(w.i + 1, min(w.i + _FURTHEST, len(s.words) - 1)):
        text = s.words[k].text.lower()
        if text in (";", ":") or s.words[k].lemma.lower() in words.measured:
            return None
        share = _share_from(parties, paths, k + 1) if text in ("at", "to") else None
        if share is not None:
            own = (c for c in s.children(w.i) if c.deprel in ("nmod", "obl") and w.i < c.i < k)
            thing = next((c.i for c in own if case_of(s, c.i) in ("for", "to", "of")), None)
            # Support for a party or a minister is popularity, no stand.
            return None if thing is not None and parties.at(thing) else Stood((share,), stance, w.i, thing)
    return None


def _share_from(parties: Parties, paths: Paths, first: int) -> int | None:
    """The share that begins at a word, *only* or *about* apart."""
    s = parties.sentence
    for head, mention in parties.by_head.items():
        if mention.actor is None or not is_share_of_people(s, s.words[head], paths.book.counted):
            continue
        if s.covering(mention.span)[0] in (first, first + 1):
            return head
    return None


def _denies(paths: Paths, c: Word) -> bool:
    return c.text.lower() in paths.book.denying.adverbs and c.deprel == "advmod"
