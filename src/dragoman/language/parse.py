"""What the language core says of a text: sentences of words, with tags, tree, names and roles.

All offsets are characters of the text that was parsed; all indices are positions in
``Sentence.words``. A head of ``-1`` is the root.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from dragoman.language.hints import ActHint, BondHint, SpeechHint
from dragoman.record import Span
from dragoman.values import value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Edges = tuple[tuple[int, ...], tuple[int, ...]]
_THAT = "that"
_FUNCTION = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"})


@value
class Word:
    """One syntactic word: its characters, part of speech, features, lemma, head and relation.

    ``upos``, ``feats`` (UD FEATS, ``{}`` when none) and ``deprel`` (with subtype) are Universal
    Dependencies v2 labels. ``factuality`` is the UDS scale, about -3 (did not happen) to +3 (did),
    meaningful on predicates only.
    """

    i: int
    text: str
    span: Span
    upos: str
    lemma: str
    head: int
    deprel: str
    feats: tuple[tuple[str, str], ...] = ()
    factuality: float = 0.0

    def feat(self, name: str) -> str | None:
        """The value of one morphological feature, or None."""
        for known, told in self.feats:
            if known == name:
                return told
        return None


@value
class Entity:
    """A named entity: words ``first..last`` (inclusive) and its label (PER ORG LOC MISC)."""

    first: int
    last: int
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Argument:
    """A semantic role (PropBank label) and the words ``first..last`` (inclusive) that fill it."""

    role: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate, its PropBank roleset (``lemma.sense``) and its arguments."""

    predicate: int
    roleset: str
    arguments: tuple[Argument, ...]


@value
class Sentence:
    """One parsed sentence; ``acts``, ``speech``, ``pledges``, ``stances``: what the network takes words for.

    ``tells`` is how much each word and its sentence speak for an act that is told there (`language.tells`).
    ``found`` is where ``coding.syntax`` remembers what stands at a position of a word.
    """

    span: Span
    words: tuple[Word, ...]
    entities: tuple[Entity, ...] = ()
    frames: tuple[Frame, ...] = ()
    acts: tuple[ActHint, ...] = ()
    speech: tuple[SpeechHint, ...] | None = None  # None where the network was not asked
    pledges: tuple[BondHint, ...] = ()
    stances: tuple[BondHint, ...] = ()
    tells: tuple[float, ...] = ()  # log-odds, one a word; none where nobody looked
    # The network's states of the words [words, width], for heads that look at a few of them later.
    states: NDArray[np.float32] | None = field(default=None, repr=False, compare=False, hash=False)
    # Every step of the coder asks for dependents, so they are listed once, when the sentence is made.
    _below: tuple[tuple[Word, ...], ...] = field(init=False, repr=False, compare=False, default=())
    # What follows is found when first asked for and remembered: several steps of the coder ask the same.
    _forms: tuple[tuple[str, str], ...] | None = field(init=False, repr=False, compare=False, default=None)
    _written: frozenset[str] | None = field(init=False, repr=False, compare=False, default=None)
    _places: tuple[tuple[int, ...], tuple[int, ...]] | None = field(
        init=False, repr=False, compare=False, default=None
    )
    _heads: dict[Span, int | None] = field(init=False, repr=False, compare=False, default_factory=dict)
    found: dict[tuple[int, str], tuple[int, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        below: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if word.head >= 0:
                below[word.head].append(word)
        object.__setattr__(self, "_below", tuple(map(tuple, below)))

    def hung_anew(self, moves: Mapping[int, tuple[int, str]]) -> Sentence:
        """The sentence with some words on other heads; ``moves`` has the new head and relation of each.

        A word that would come below itself stays where it is, so that what was a tree is one.
        """
        kept = dict(moves)
        while (
            i := _in_a_circle([kept[w.i][0] if w.i in kept else w.head for w in self.words], kept)
        ) is not None:
            del kept[i]
        words = tuple(
            replace(w, head=kept[w.i][0], deprel=kept[w.i][1]) if w.i in kept else w for w in self.words
        )
        return replace(self, words=words)

    def forms(self) -> tuple[tuple[str, str], ...]:
        """The lemma and the text of each word in small letters."""
        forms = self._forms
        if forms is None:
            forms = tuple([(w.lemma.lower(), w.text.lower()) for w in self.words])
            object.__setattr__(self, "_forms", forms)
        return forms

    def written(self) -> frozenset[str]:
        """All that `forms` gives, to see at once that something is nowhere in the sentence."""
        written = self._written
        if written is None:
            written = frozenset(chain.from_iterable(self.forms()))
            object.__setattr__(self, "_written", written)
        return written

    def hints_with(self, later: Sentence) -> dict[str, Any]:
        """The hints of both sentences by field, as those of one in which the later's words come behind."""
        n = len(self.words)
        return {
            name: (*(getattr(self, name) or ()), *(h.moved(n) for h in getattr(later, name) or ()))
            for name in ("acts", "speech", "pledges", "stances")
        }

    def hint(self, i: int) -> ActHint | None:
        """What the network takes word ``i`` for, if it may tell an act."""
        return next((h for h in self.acts if h.word == i), None)

    def children(self, i: int) -> tuple[Word, ...]:
        """The direct dependents of word ``i``, in order."""
        return self._below[i]

    def subtree(self, i: int) -> tuple[int, ...]:
        """The indices of word ``i`` and everything under it, ascending."""
        found, frontier = {i}, [i]
        while frontier:
            for word in self._below[frontier.pop()]:
                if word.i not in found:
                    found.add(word.i)
                    frontier.append(word.i)
        return tuple(sorted(found))

    def covering(self, span: Span) -> tuple[int, ...]:
        """The indices of the words that overlap a span of characters."""
        return tuple(self._overlapping(span))

    def _overlapping(self, span: Span) -> range:
        """The indices of the words that overlap a span; words stand in the order of the text."""
        starts, ends = self._edges()
        first = bisect_right(ends, span.start)
        return range(first, bisect_left(starts, span.end, lo=first))

    def _edges(self) -> _Edges:
        """Where the words begin and where they end."""
        edges = self._places
        if edges is None:
            starts, ends = zip(*[w.span for w in self.words], strict=True) if self.words else ((), ())
            edges = starts, ends
            object.__setattr__(self, "_places", edges)
        return edges

    def head_of(self, span: Span) -> int | None:
        """The syntactic head of a stretch of text: its first content word whose own head lies outside it.

        A particle or determiner at the edge of the stretch does not head it.
        """
        if span not in self._heads:
            self._heads[span] = self._find_head(span)
        return self._heads[span]

    def _find_head(self, span: Span) -> int | None:
        inside = self._overlapping(span)
        if len(inside) == 1:
            return inside[0]  # as of most names and pronouns
        tops = [i for i in inside if self.words[i].head not in inside]
        content = [i for i in tops if self.words[i].upos not in _FUNCTION]
        if len(content) > 1 and self.words[content[0]].text.lower() == _THAT:
            content = content[1:]  # of "a step *that growers* oppose"
        return next(iter(content or tops), None)

    def chars(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to word ``last`` (inclusive)."""
        return Span(self.words[first].span.start, self.words[last].span.end)


def _in_a_circle(heads: Sequence[int], among: Iterable[int]) -> int | None:
    """The first of some words that stands above itself; ``heads`` has the head of each word, -1 of a root."""
    for word in among:
        over = heads[word]
        for _ in heads:
            if over < 0 or over == word:
                break
            over = heads[over]
        if over == word:
            return word
    return None
