"""Subjects that "and" joins over a relative clause: "*Peru*, which lost the case, and *Chile* signed a pact".

A parser may take the second alone for the subject and hang its verb on the relative clause.
"""

from __future__ import annotations

from dragoman.language.parse import Sentence, Word

Moves = dict[int, tuple[int, str]]
_NOMINAL = frozenset({"NOUN", "PROPN"})


def joined_subjects(sentence: Sentence) -> Moves:
    """The new heads that make two joined subjects one subject of their verb."""
    for clause in sentence.words:
        if clause.deprel == "acl:relcl" and (moves := _over(sentence, clause)):
            return moves
    return {}


def joined_over_clause(sentence: Sentence, second: int) -> tuple[int, ...]:
    """The first of two joined subjects that a relative clause parts, by the second; else nothing."""
    word = sentence.words[second]
    if word.deprel != "conj" or not sentence.words[word.head].deprel.startswith("nsubj"):
        return ()
    parted = any(c.deprel == "acl:relcl" and c.i < second for c in sentence.children(word.head))
    return (word.head,) if parted else ()


def _over(sentence: Sentence, clause: Word) -> Moves:
    """The new heads where the relative clause parts two subjects."""
    words, first = sentence.words, sentence.words[clause.head]
    if first.upos not in _NOMINAL:
        return {}
    if first.head < 0:
        verb = next((w for w in sentence.children(clause.i) if w.deprel == "conj" and w.upos == "VERB"), None)
    else:
        verb = words[first.head] if first.deprel.startswith("nsubj") else None
    second = None if verb is None else _second(sentence, clause, verb)
    if verb is None or second is None:
        return {}
    and_ = next(c for c in (*sentence.children(verb.i), *sentence.children(second.i)) if c.deprel == "cc")
    moves = {second.i: (first.i, "conj"), and_.i: (second.i, "cc")}
    if first.head < 0:
        moves |= {verb.i: (-1, "root"), first.i: (verb.i, second.deprel)}
    return moves


def _second(sentence: Sentence, clause: Word, verb: Word) -> Word | None:
    """The subject behind the clause and right behind ", and"."""
    words = sentence.words
    for subject in sentence.children(verb.i):
        if not subject.deprel.startswith("nsubj") or subject.upos not in _NOMINAL or subject.i < clause.i:
            continue
        start = min(i for i in sentence.subtree(subject.i) if words[i].deprel not in ("cc", "punct"))
        joins = start > 1 and words[start - 1].text.lower() == "and" and words[start - 2].text == ","
        if joins and words[start - 1].deprel == "cc" and words[start - 1].head in (verb.i, subject.i):
            return subject
    return None
