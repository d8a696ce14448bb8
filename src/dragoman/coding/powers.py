"""What a law provides for, or somebody is able or entitled to do: a power is told of, and no deed.

"The constitution lets the president dissolve parliament", "each of the five members can veto a resolution".
Whoever offers or threatens with what he can do has said so; that is an act.
"""

from __future__ import annotations

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.act import Act
from dragoman.coding.modality import predicate_of
from dragoman.language.parse import Sentence, Word

_CAN = "can"
_MAY = frozenset({"may", "must", "shall", "can"})
_MARTIAL = frozenset({"martial", "emergency"})
_NOT = frozenset({"not", "n't", "never", "no", "hardly"})
_PERMITTED = "may"
_ONLY = frozenset({"only", "alone"})
_BY = frozenset({"under", "according"})
_OF_A_CLAUSE = frozenset({"acl", "nsubj", "obj", "obl", "ccomp", "advcl", "conj", "xcomp"})
_SAID = frozenset({"AGREE", "THREATEN"})  # "we can spare 2,000 men" offers them
_STEPS = 6
_SIDES = frozenset({"nsubj", "obl", "obj", "advcl"})
_UNDER = frozenset({"conj", "xcomp", "ccomp", "obj", "obl", "nmod", "acl", "nsubj", "csubj"})


def power_told(s: Sentence, act: Act) -> str | None:
    """Why an act is only what can or may be done; None where nothing says so."""
    if _CAN in s.written() and act.event not in _SAID and _is_able(s, act.trigger):
        return "told of what somebody can do, not as done"
    if not _ONLY.isdisjoint(s.written()) and act.event not in _SAID and _is_reserved(s, act.trigger):
        return "told of who alone may do it, or when, not as done"
    if tree_words().laws.isdisjoint(s.written()):
        return None
    if (rule := _rule_of(s, act.trigger)) is not None:
        return f"told of what may be done under a {rule.lemma.lower()}, not as done"
    if tree_words().providing.isdisjoint(s.written()):
        return None
    law = _law_over(s, act.trigger)
    return None if law is None else f"told of what a {law.lemma} provides for, not as done"


def _is_able(s: Sentence, i: int) -> bool:
    """Whether a word's verb stands under a "can" that is not denied: "cannot accept" refuses."""
    below = s.children(predicate_of(s, i))
    able = any(c.deprel.startswith("aux") and c.text.lower() == _CAN for c in below)
    return able and _NOT.isdisjoint(c.text.lower() for c in below)


def _is_reserved(s: Sentence, i: int) -> bool:
    """Whether a word tells what somebody may do alone, or in some cases only: "may be searched only if"."""
    below = s.children(predicate_of(s, i))
    if not any(c.deprel.startswith("aux") and c.text.lower() == _PERMITTED for c in below):
        return False
    beside = (*below, *(k for c in below if c.deprel.split(":")[0] in _SIDES for k in s.children(c.i)))
    return any(c.text.lower() in _ONLY for c in beside)


def _rule_of(s: Sentence, i: int) -> Word | None:
    """The law under which what a word tells may be done: "*under article 9* the army may not march".

    What hangs on it is told of in general too: "a president who declares war must *under article 9* …".
    """
    at = predicate_of(s, i)
    for _ in range(_STEPS):
        law = _law_at(s, at)
        if law is not None:
            return law
        w = s.words[at]
        # What is told of the law itself is told as done: "under a treaty *signed* in May it may fish here".
        if w.head < 0 or w.deprel.split(":")[0] not in _OF_A_CLAUSE or w.lemma.lower() in tree_words().laws:
            return None
        if s.words[w.head].lemma.lower() in tree_words().laws:
            return None
        at = w.head
    return None


def _law_at(s: Sentence, verb: int) -> Word | None:
    """The law behind "under" at a verb of what may or must be done."""
    below = s.children(verb)
    may = any(c.deprel.startswith("aux") and c.text.lower() in _MAY for c in below)
    must = s.words[verb].lemma == "have" and any(c.deprel == "xcomp" for c in below)
    if not (may or must):
        return None
    for c in below:
        under = c.deprel == "obl" and any(k.text.lower() in _BY for k in s.children(c.i))
        if under and c.lemma.lower() in tree_words().laws and not _is_martial(s, c):
            return c
    return None


def _is_martial(s: Sentence, law: Word) -> bool:
    """Whether a law is none, but what a town is placed under."""
    return any(c.lemma.lower() in _MARTIAL for c in s.children(law.i))


def _law_over(s: Sentence, i: int) -> Word | None:
    """The law that is the subject of a verb of providing at a word or over it."""
    w = s.words[i]
    for _ in range(_STEPS):
        subjects = [c for c in s.children(w.i) if c.deprel == "nsubj"]
        if w.upos == "VERB" and w.lemma in tree_words().providing:
            law = next((c for c in subjects if c.lemma.lower() in tree_words().laws), None)
            if law is not None:
                return law
        apart = w.deprel == "acl:relcl" or (w.deprel == "conj" and subjects)
        if w.head < 0 or apart or w.deprel.split(":")[0] not in _UNDER:
            return None
        w = s.words[w.head]
    return None
