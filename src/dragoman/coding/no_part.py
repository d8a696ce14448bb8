"""Whom and what the tree keeps out of an act: bystanders, receivers, and what is only charged or denied."""

from __future__ import annotations

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.syntax import (
    dependents,
    is_passive,
    is_prepositional,
    objects,
    subject,
    surface_subject,
    with_conjuncts,
)
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of, marks_of

# "In revenge for a raid" stands to the verb as "after a raid" does.
_BECAUSE = ("after", "following", "before", "over", "since", "amid", "despite", "because of", "due to")
# Behind what is denied these name whoever claims or wants it: "the claim by Kyiv", "denied bail to the men".
_ACCUSER = frozenset({"by", "from", "of", "to"})
# … and these, even within such a phrase, what the charge is: "any suggestion of misconduct with the nuns".
_CHARGED = frozenset({"with", "about", "against", "on", "over", "towards"})


def bystander(s: Sentence, i: int) -> list[int]:
    """The subject of a verb that only follows on what a noun names, or undergoes it: seldom its doer.

    "India closed the border after an attack", "Chad recalled its envoy over the killing of a monk", "Laos
    survived a coup". Of verbs without an object ("the rebels fled after a raid") nothing can be said.
    """
    w = s.words[i]
    if w.deprel == "obj" and s.words[w.head].lemma.lower() in tree_words().undergoing:
        return [k for f in surface_subject(s, w.head) for k in with_conjuncts(s, f)]
    if w.head >= 0 and w.deprel == "nmod" and s.words[w.head].lemma.lower() in tree_words().answering:
        w = s.words[w.head]
    elif case_of(s, i) not in _BECAUSE:
        return []
    if (
        not w.deprel.startswith("obl")
        or w.head < 0
        or is_passive(s, w.head)
        or not dependents(s, w.head, "obj")
    ):
        return []
    return [k for f in surface_subject(s, w.head) for k in with_conjuncts(s, f)]


def handed_to(s: Sentence, i: int) -> list[int]:
    """To whom something was given, in a passive: "the ship was handed over *to Kenya*", who gave nothing."""
    if s.words[i].lemma.lower() not in tree_words().giving or not is_passive(s, i):
        return []
    return [c.i for c in s.children(i) if is_prepositional(s, c, "to")]


def only_said(s: Sentence, i: int) -> bool:
    """Whether a noun only says what somebody is charged with, or what a deed is called: nothing it tells of.

    "He is accused of murder", where no accuser is told of; "she called it a kidnapping".
    """
    w = s.words[i]
    if w.upos != "NOUN" or w.head < 0:
        return False
    verb = s.words[w.head]
    if w.deprel.startswith("obl") and verb.lemma.lower() in tree_words().charging:
        return case_of(s, i) in ("of", "with", "for") and is_passive(s, verb.i) and not subject(s, verb.i)
    called = w.deprel == "xcomp" or (w.deprel.startswith(("obl", "advcl")) and case_of(s, i) == "as")
    return called and verb.lemma.lower() in tree_words().calling


def charge_at(s: Sentence, i: int) -> frozenset[int]:
    """The words of what is denied at word ``i``, less an "as Kyiv claims" that names who says it."""
    below = [c.i for c in s.children(i) if c.deprel.split(":")[0] in ("ccomp", "xcomp", "advcl")]
    for o in objects(s, i):
        below += _clauses(s, o)
        behind = [c.i for c in s.children(o) if c.deprel == "nmod"]
        below += [k for k in behind if case_of(s, k) not in _ACCUSER]
        below += [k for b in behind for k in s.subtree(b) if k != b and case_of(s, k) in _CHARGED]
    return frozenset(k for b in below if not _as_told(s, b) for k in _but_as_told(s, b))


def claimed_at(s: Sentence, i: int) -> frozenset[int]:
    """The predicates of the claim that is rejected at word ``i``: "the report that it had met them"."""
    heads = [k for o in objects(s, i) for k in _clauses(s, o)]
    for h in heads:  # which grows while it is walked
        finite = s.words[h].feat("VerbForm") == "Fin"
        heads += [
            c.i
            for c in s.children(h)
            if c.deprel == "xcomp" or (c.deprel == "conj" and (finite or c.feat("VerbForm") != "Fin"))
        ]
    return frozenset(heads)


def _clauses(s: Sentence, noun: int) -> list[int]:
    return [c.i for c in s.children(noun) if c.deprel in ("acl", "ccomp", "xcomp")]


def _but_as_told(s: Sentence, i: int) -> list[int]:
    return [i, *(k for c in s.children(i) if not _as_told(s, c.i) for k in _but_as_told(s, c.i))]


def _as_told(s: Sentence, i: int) -> bool:
    w = s.words[i]
    return w.deprel == "advcl" and "as" in marks_of(s, i)
