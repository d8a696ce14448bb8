"""What an operator stands over: the acts that are promised, asked, refused or begun."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codebook.operators import Operator
from dragoman.codebook.tree_words import tree_words
from dragoman.coding.syntax import fillers, is_passive, with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of

_HEARER = ("on", "upon", "to", "for", "from")


def complement_heads(s: Sentence, i: int, operator: Operator, words: Iterable[int] = ()) -> list[int]:
    """The heads of what the operator at word ``i`` stands over, in the order of its complements.

    They may hang on another of the operator's ``words``: on *short* in "stopped short of recalling".
    """
    heads: list[int] = []
    below = [*s.children(i), *(c for k in words if k != i for c in s.children(k))]
    for relation in operator.complements if below else ():
        introduces = relation.islower() and s.written().issuperset(relation.split())
        for c in below:
            if c.deprel == relation or (
                relation == "xcomp" and c.deprel == "ccomp" and c.feat("VerbForm") == "Inf"
            ):
                if c.deprel == "acl" and c.feat("VerbForm") == "Part" and c.feat("Tense") == "Past":
                    continue
                heads.append(c.i)
            elif (
                introduces
                and c.deprel.startswith(("obl", "nmod", "advcl"))
                and _introduced_by(s, c.i, relation)
            ):
                heads.append(c.i)
    if "obj" in operator.complements:
        heads += [h for h in fillers(s, i, "object") if h not in heads]
    if operator.own_actors and operator.control == "object" and not operator.tells:
        heads = [h for h in heads if not _own_wish(s, i, h) and not _claimed(s, h)]
    return [k for h in heads for k in _measured(s, h)]


def _own_wish(s: Sentence, i: int, head: int) -> bool:
    """Whether the one who wants or asks is the one to act: "asked to leave" asks it of nobody else."""
    if s.words[head].deprel != "xcomp" or is_passive(s, i):
        return False
    others = ("obj", "iobj")
    hearers = [
        c for c in s.children(i) if c.deprel in others or (c.deprel == "obl" and case_of(s, c.i) in _HEARER)
    ]
    return not hearers


def _claimed(s: Sentence, head: int) -> bool:
    """Whether a clause tells what is or was so: "insisted that they had gone" asks nobody to go."""
    w = s.words[head]
    if w.deprel != "ccomp":
        return False
    helpers = {c.lemma.lower() for c in s.children(head) if c.deprel in ("aux", "aux:pass", "cop")}
    finite = {c.feat("VerbForm") for c in s.children(head) if c.deprel in ("aux", "aux:pass", "cop")}
    told = "Fin" in finite and bool(helpers & {"have", "be", "do", "will"})
    return told or (w.feat("VerbForm") == "Fin" and w.feat("Tense") == "Past")


def _measured(s: Sentence, head: int) -> list[int]:
    """What a quantity is a quantity of: the aid in "$40 million in aid", or the word itself."""
    w = s.words[head]
    if w.upos not in ("NUM", "SYM") and w.lemma.lower() not in tree_words().quantities:
        return [head]
    return [
        c.i for c in s.children(head) if c.deprel == "nmod" and case_of(s, c.i) in ("in", "of", "worth of")
    ] or [head]


def _introduced_by(s: Sentence, i: int, word: str) -> bool:
    if case_of(s, i) == word:
        return True
    # "Close to recalling" has the preposition, "failed to recall" the mark of the infinitive.
    return any(c.deprel == "mark" and c.text.lower() == word and c.upos != "PART" for c in s.children(i))


def coordinated(s: Sentence, head: int) -> list[int]:
    """A complement and what is coordinated with it: "to withdraw, disarm and negotiate"."""
    if s.words[head].upos in ("NOUN", "PROPN"):
        return with_conjuncts(s, head)
    return [head] + [
        c.i for c in s.children(head) if c.deprel.startswith("conj") and shares_clause(s, head, c)
    ]


def shares_clause(s: Sentence, head: int, c: Word) -> bool:
    """Whether a verb is under the same operator: in "vowed to stay but called" the call is not vowed."""
    if c.upos != "VERB" or any(g.deprel in ("nsubj", "nsubj:pass") for g in s.children(c.i)):
        return False
    first = s.words[head].feat("VerbForm")
    if first == "Inf":
        return c.feat("VerbForm") not in ("Fin", "Part")
    # "denies having fired and blames": a participle without a finite auxiliary shares nothing finite.
    helpers = [g for g in s.children(head) if g.deprel.startswith(("aux", "cop"))]
    bare = first in ("Ger", "Part") and not any(g.feat("VerbForm") == "Fin" for g in helpers)
    return not (bare and c.feat("VerbForm") == "Fin")
