"""Whose a promise is where the subject of its word does not say: "both", or a teller put between."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.parties import Parties
from dragoman.find.quotation_tree import Tree
from dragoman.language.parse import Word

_SEVERAL = frozenset({"both", "each", "all"})
_CLAUSES = frozenset({"conj", "ccomp", "advcl", "parataxis", "acl", "xcomp"})
_PERFECT_OF_NOW = frozenset({"has", "have", "is", "are", "remains"})


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


def told_beside(tree: Tree, i: int) -> int | None:
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
