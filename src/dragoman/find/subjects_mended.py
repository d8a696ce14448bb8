"""Subjects and names hung anew: titles with *of* before a name, and subjects taken for outer ones."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.parse import Sentence, Word

_OF, _FOR, _TO = "of", "for", "to"
_NAMING = frozenset({"nmod:desc", "nmod", "appos", "flat"})
_OWN_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl"})

Moves = dict[int, tuple[int, str]]


def mended_subjects(sentence: Sentence) -> Moves:
    """The head and relation of each word that is to be hung anew."""
    moves: Moves = {w.i: (w.head, "nsubj") for w in _lone_outer_subjects(sentence)}
    if _FOR in sentence.written():
        moves |= {w.i: (verb.i, "mark") for w, verb in _openers_of_infinitives(sentence)}
    if _OF in sentence.written():
        for place, title, name in _titles_of(sentence):
            moves[place.i] = (title.i, "nmod")
            if name.head == title.i:  # the name hangs on its title: "met Secretary of State | Haas"
                moves |= {name.i: (title.head, title.deprel), title.i: (name.i, "nmod:desc")}
    return moves


def _lone_outer_subjects(sentence: Sentence) -> Iterator[Word]:
    """Subjects of a clause that is a predicate and has no subject within: "Kenya is *against opening it*"."""
    for w in sentence.words:
        inner = sentence.children(w.head) if w.deprel == "nsubj:outer" and w.head >= 0 else None
        if inner is not None and not any(c.deprel in _OWN_SUBJECTS for c in inner):
            yield w


def _openers_of_infinitives(sentence: Sentence) -> Iterator[tuple[Word, Word]]:
    """The *for* that opens a clause and is hung on its subject: "called *for* the bill to be dropped"."""
    for w in sentence.words:
        if w.text.lower() != _FOR or w.deprel != "case" or w.head < 0:
            continue
        subject = sentence.words[w.head]
        verb = sentence.words[subject.head] if subject.deprel in _OWN_SUBJECTS and subject.head >= 0 else None
        if verb is None or subject.i > verb.i:
            continue
        if any(c.deprel == "mark" and c.text.lower() == _TO for c in sentence.children(verb.i)):
            yield w, verb


def _titles_of(sentence: Sentence) -> Iterator[tuple[Word, Word, Word]]:
    """Of "Secretary of State Haas": *State* that is hung on the name, the title before it, and the name."""
    words = sentence.words
    for place in words:
        if place.deprel != "nmod:desc" or place.i < 2 or place.head != place.i + 1:
            continue
        of, title, name = words[place.i - 1], words[place.i - 2], words[place.head]
        if of.text.lower() != _OF or of.head != place.i or title.upos not in ("NOUN", "PROPN"):
            continue
        if title.head == name.i or (name.head == title.i and name.deprel in _NAMING):
            yield place, title, name
