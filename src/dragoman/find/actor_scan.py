"""Where the gazetteer's terms stand in a sentence: the longest match wins, from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.gazetteer import Gazetteer, Term
from dragoman.codebook.name_words import GAP, Token, case_fits
from dragoman.language.parse import Word
from dragoman.values import value


@value
class Hit:
    """Tokens ``first..last`` (inclusive), what they may stand for, and their key in the gazetteer."""

    first: int
    last: int
    terms: tuple[Term, ...]
    key: str

    def of(self, what: str) -> Term | None:
        """The first reading of a kind, or None."""
        for term in self.terms:
            if term.what == what:
                return term
        return None

    def only_entry(self) -> bool:
        """Whether it is the name of an actor and nothing else, as every other match is."""
        return len(self.terms) == 1 and self.terms[0].what == "entry"


class TokenRow:
    """The tokens of one sentence in their text, with what stands between them."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens

    def gap(self, left: int, right: int) -> str:
        """The characters between two tokens."""
        return self.text[self.tokens[left].end : self.tokens[right].start]


def scan(text: str, tokens: Sequence[Token], gazetteer: Gazetteer, words: Sequence[Word] = ()) -> list[Hit]:
    """All matches, none overlapping another; ``words`` are those of the parse, to which tokens belong."""
    capitals = all_capitals(tokens)
    hits: list[Hit] = []
    reached = 0
    known, terms, words_too = gazetteer.begun, gazetteer.terms, gazetteer.readings.word_acronyms
    begun = [t.i for t in tokens if t.norm in known]  # no term begins with another word
    for i in begun:
        if i < reached or (tokens[i].norm not in terms and not _goes_on(i, tokens, gazetteer)):
            continue  # as mostly "the" and "of", which are no terms and begin none with the word after
        hit = _longest_at(i, text, tokens, gazetteer, capitals)
        if hit and tokens[i].norm == "the" and hit.last > i:
            # "the Commonwealth of Independent States" is not the Commonwealth.
            bare = _longest_at(i + 1, text, tokens, gazetteer, capitals)
            hit = bare if bare and bare.last > hit.last else hit
        if hit and capitals and tokens[i].norm in words_too and hit.first == hit.last and words:
            hit = hit if tokens[i].word >= 0 and words[tokens[i].word].upos == "PROPN" else None
        if hit:
            hits.append(hit)
            reached = hit.last + 1
    return hits


def _goes_on(i: int, tokens: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether a token begins a term with the token after it."""
    return i + 1 < len(tokens) and f"{tokens[i].norm} {tokens[i + 1].norm}" in gazetteer.begun


def all_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a sentence of three words or more is set in capitals, so that case says nothing."""
    words = 0
    for token in tokens:
        if token.text.isalpha():
            if not token.text.isupper():
                return False  # as in most sentences the first word that is longer than "A" shows
            words += 1
    return words >= 3


def _longest_at(
    i: int, text: str, tokens: Sequence[Token], gazetteer: Gazetteer, capitals: bool
) -> Hit | None:
    begun, terms = gazetteer.begun, gazetteer.terms
    known: list[tuple[int, tuple[Term, ...], str]] = []
    key, last = tokens[i].norm, i
    while key in begun:
        if found := terms.get(key):
            known.append((last, found, key))
        last += 1
        if last == len(tokens):
            break
        key = f"{key} {tokens[last].norm}"
        # Most terms end here, so that what stands between need not be looked at.
        if key not in begun or not GAP.match(text[tokens[last - 1].end : tokens[last].start]):
            break
    for last, found, key in reversed(known):
        written = tokens[i : last + 1]
        # A single word that may be small, as most terms are, fits however it is written.
        fitting = (
            found if capitals else tuple([t for t in found if t.case == "-" or case_fits(t.case, written)])
        )
        if fitting:
            return Hit(i, last, fitting, key)
    return None
