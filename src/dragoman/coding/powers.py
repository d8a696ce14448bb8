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
_SAID = frozenset({"AGREE", "THREATEN"})  # "we can spare 2,000 men" offers them
_STEPS = 6
_UNDER = frozenset({"conj", "xcomp", "ccomp", "obj", "obl", "nmod", "acl", "nsubj", "csubj"})


def power_told(s: Sentence, act: Act) -> str | None:
    """Why an act is only what can or may be done; None where nothing says so."""
    if _CAN in s.written() and act.event not in _SAID and _is_able(s, act.trigger):
        return "told of what somebody can do, not as done"
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


def _rule_of(s: Sentence, i: int) -> Word | None:
    """The law under which what a word tells may be done: "*under article 9* the army may not march"."""
    verb = predicate_of(s, i)
    below = s.children(verb)
    if not any(c.deprel.startswith("aux") and c.text.lower() in _MAY for c in below):
        return None
    for c in below:
        under = c.deprel == "obl" and any(k.text.lower() == "under" for k in s.children(c.i))
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
