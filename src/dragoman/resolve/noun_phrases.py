"""Noun phrases by which a report comes back to something, read off the tree: "the old town", "his mother"."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.codebook.recurring import RecurringNouns
from dragoman.language.determiners import POINTING
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import cases_of
from dragoman.record import Span
from dragoman.values import value

_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:unmarked"})
_NO_HEADS = frozenset({"compound", "fixed", "flat", "nmod:unmarked", "obl:unmarked"})


@value
class NounPhrase:
    """A phrase: its characters and head, what the noun may name, what stands with it, and whose it is.

    ``known`` says that it means what was told of before, ``marks`` are its modifiers and what it is "of".
    """

    span: Span
    head: Word
    noun: str
    sort: str
    definite: bool
    known: bool
    marks: frozenset[str]
    owner: str | None
    plural: bool


def noun_phrase(
    sentence: Sentence, word: Word, nouns: RecurringNouns, whose: Callable[[Word], str]
) -> NounPhrase | None:
    """The phrase that a word heads, if its noun is one by which reports come back."""
    noun = word.lemma.lower()
    sort = nouns.sorts.get(noun)
    nominal = word.upos == "NOUN" or (word.upos == "ADV" and noun in nouns.single)
    if sort is None or not nominal or word.deprel in _NO_HEADS:
        return None
    before = [c for c in sentence.children(word.i) if c.i < word.i and c.deprel in _BEFORE]
    owner = next((c for c in before if c.deprel == "nmod:poss"), None)
    definite = owner is not None or any(c.deprel == "det" and c.text.lower() in POINTING for c in before)
    marks = {c.lemma.lower() for c in before if c.deprel in ("amod", "compound")} - nouns.light
    marks |= {f"of {c.lemma.lower()}" for c in complements(sentence, word)}
    plural = word.feat("Number") == "Plur"
    return NounPhrase(
        sentence.chars(min((_first(sentence, c) for c in before), default=word.i), word.i),
        word,
        noun,
        sort,
        definite,
        definite or plural or noun in nouns.single,
        frozenset(marks),
        None if owner is None else whose(owner),
        plural,
    )


def complements(sentence: Sentence, word: Word) -> tuple[Word, ...]:
    """What a noun is of ("the centre of the *city*")."""
    return tuple(
        c
        for c in sentence.children(word.i)
        if c.i > word.i and c.deprel == "nmod" and "of" in cases_of(sentence.children(c.i), c.i)
    )


def _first(sentence: Sentence, word: Word) -> int:
    """The first word of what stands before a head."""
    return word.i if word.upos in ("PRON", "DET") else min(sentence.subtree(word.i))
