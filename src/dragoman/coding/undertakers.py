"""Whose a promise is where the subject of its word does not say: "both", or a teller put between."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.commissive_book import Commissives, is_state
from dragoman.coding.commissives import ITSELF, in_headline
from dragoman.coding.parties import Parties
from dragoman.find.quotation_tree import Tree
from dragoman.language.parse import Word

_SEVERAL = frozenset({"both", "each", "all"})
_CLAUSES = frozenset({"conj", "ccomp", "advcl", "parataxis", "acl", "xcomp"})
_PERFECT_OF_NOW = frozenset({"has", "have", "is", "are", "remains"})


def owner(tree: Tree, i: int, words: Commissives) -> int | None:
    """The subject of a commissive verb or adjective; a noun's possessor, or the subject of its verb."""
    w = tree.s.words[i]
    if w.upos == "VERB" and in_headline(tree, w):
        return w.head
    told = _told_beside(tree, i)
    if told is not None:
        return tree.subject(told)
    if w.upos == "NOUN":
        return _giver(tree, w, words)
    if is_state(tree, w):
        own = next((c.i for c in tree.below(i, "nsubj:pass", "nsubj")), tree.subject(i))
        return tree.subject(w.head) if own is None and w.deprel == "conj" else own
    subject = tree.subject(i)
    itself = subject is not None and tree.s.words[subject].text.lower() in ITSELF
    return tree.subject(w.head) if itself and w.head >= 0 else subject


def _giver(tree: Tree, w: Word, words: Commissives) -> int | None:
    """Whose a promise or plan told with a noun is."""
    owners = [
        c.i
        for c in tree.below(w.i, "nmod")
        if c.deprel == "nmod:poss" or tree.case(c.i) in ("by", "of", "from")
    ]
    # "the envoy plans to send": a verb read as a noun
    bare = w.head < 0 and not tree.below(w.i, "det", "nsubj")
    owners += [c.i for c in tree.below(w.i, "amod", "compound") if bare or c.text[:1].isupper()]
    light = tree.subject(w.head) if w.deprel == "obj" and w.head >= 0 else None
    if owners and (light is None or tree.s.words[owners[0]].upos != "PRON"):
        return owners[0]  # "gave his word": the giver's, whoever else might be meant by "his"
    if w.deprel == "obl":
        return _bearer(tree, w, words)
    if (
        w.deprel not in ("obj", "nsubj:pass")
        or w.head < 0
        or tree.s.words[w.head].lemma.lower() in words.judging
    ):
        return None
    return tree.subject(w.head)


def _bearer(tree: Tree, w: Word, words: Commissives) -> int | None:
    """Who comes with a promise or was chosen on it: "came with an offer to pay", "elected on a pledge to"."""
    case, verb = tree.case(w.i), tree.s.words[w.head]
    if case != "with" and not (case == "on" and verb.lemma.lower() in words.standing):
        return None
    if tree.passive(verb.i):
        own = next((c.i for c in tree.below(verb.i, "nsubj:pass")), None)
        return tree.antecedent(own) if own is not None else None
    return tree.subject(verb.i)


def stood_for(tree: Tree, parties: Parties, cue: int, subject: int) -> int:
    """The nearest subject before that *both* or *each* can stand for, or the word itself where none can.

    "Peru and Chile stay away, and *both* intend to keep their missions open."
    """
    if tree.s.words[subject].text.lower() not in _SEVERAL:
        return subject
    for k in _over(tree, cue):
        over = (
            k if tree.s.words[k].upos in ("NOUN", "PROPN") and not tree.below(k, "cop") else tree.subject(k)
        )
        if over is not None and over < subject and _is_several(parties, over):
            return over
    return subject


def _over(tree: Tree, i: int) -> Iterator[int]:
    """The clauses that a word stands under or beside, the nearest first."""
    at = tree.s.words[i]
    while at.head >= 0 and at.deprel.split(":")[0] in _CLAUSES:
        yield at.head
        at = tree.s.words[at.head]


def _is_several(parties: Parties, subject: int) -> bool:
    """Whether a subject names more than one party: "Peru and Chile", "the two leaders"."""
    return len({p.actor for k in parties.coordinated(subject) for p in parties.reached(k)}) > 1


def _told_beside(tree: Tree, i: int) -> int | None:
    """The clause that a word goes on with past whoever tells of it: "*is* open, she said, and *has* …".

    The tree may hang the second on the telling in between; the tense shows that it is not the teller's, for
    what somebody said is past and what is told of goes on.
    """
    w = tree.s.words[i]
    if w.deprel != "conj" or w.head < 0 or tree.below(i, "nsubj") or not _is_now(tree, w):
        return None
    telling = tree.s.words[w.head]
    if (
        telling.upos != "VERB"
        or telling.i > i
        or telling.feat("Tense") != "Past"
        or tree.below(telling.i, "aux")
    ):
        return None
    if telling.deprel == "parataxis" and telling.head < telling.i:
        return telling.head
    return next((c.i for c in tree.below(telling.i, "ccomp") if c.i < telling.i), None)


def _is_now(tree: Tree, w: Word) -> bool:
    """Whether a word is told as of now: "has agreed", "is ready", "intends"."""
    helpers = tree.below(w.i, "aux", "cop")
    if helpers:
        return any(a.text.lower() in _PERFECT_OF_NOW for a in helpers)
    return w.feat("Tense") == "Pres" and w.feat("VerbForm") == "Fin"
