"""Windows: the stretches of running text that the network reads at once.

A window holds whole sentences of one paragraph as far as that can be known beforehand: a paragraph that
fits is one window; a longer one is cut where a sentence most surely ends, and only where there is no
such place at a semicolon, a comma, or a word.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.language.marks import OPENING
from dragoman.language.shapes import shape
from dragoman.values import value

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Pieces = tuple[int, ...]

TARGET = 180  # sub-words; training windows hold about as many
LIMIT = 380  # never more: the encoder knows 512 places, and attention costs the square
_MAX_PIECES = 12  # of one word, as in training
_KNOWN_LIMIT = 120_000
_FINAL = frozenset(".?!…")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = OPENING | frozenset("\"'")
_SURE, _LIKELY, _CLAUSE, _COMMA = 4, 3, 2, 1


class Vocabulary:
    """Sub-words of single words, each encoded by itself, so that words and sub-words stay aligned."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, Pieces] = {}
        self._shapes: dict[str, int] = {}
        self.cls = self._mark("[CLS]")
        self.sep = self._mark("[SEP]")
        self.unknown = self._mark("[UNK]")

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """The vocabulary of a ``tokenizer.json``; its own truncation and padding are switched off."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    def _mark(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        return 0 if number is None else int(number)

    def __contains__(self, word: object) -> bool:
        """Whether a word in small letters is so common that it is one sub-word."""
        return isinstance(word, str) and word.isascii() and self._tokenizer.token_to_id(word) is not None

    def pieces(self, words: Sequence[str]) -> list[Pieces]:
        """The sub-word ids of each word: at least one, at most twelve."""
        known = self._known
        new = list(set(words).difference(known))
        if new:
            if len(known) + len(new) > _KNOWN_LIMIT:
                known.clear()
                new = list(set(words))
            clean = [w[:200].encode("utf-8", "replace").decode("utf-8") for w in new]
            encoded = self._tokenizer.encode_batch_fast(clean, add_special_tokens=False)
            for word, found in zip(new, encoded, strict=True):
                known[word] = tuple(found.ids[:_MAX_PIECES]) or (self.unknown,)
        return [known[w] for w in words]

    def shapes(self, words: Sequence[str]) -> list[int]:
        """The written shape of each word."""
        known = self._shapes
        if len(known) > _KNOWN_LIMIT:
            known.clear()
        known.update((word, shape(word)) for word in set(words).difference(known))
        return [known[w] for w in words]


@value
class Window:
    """Words ``start..stop`` (exclusive) of a word list, as sub-words and shapes.

    The last word always ends a sentence; ``fixed`` says that no other word does.
    """

    start: int
    stop: int
    pieces: tuple[Pieces, ...]
    shapes: tuple[int, ...]
    fixed: bool = False

    @property
    def size(self) -> int:
        """Sub-words, with the encoder's two marks."""
        return 2 + sum(map(len, self.pieces))


def windows(
    words: Sequence[str], vocabulary: Vocabulary, *, start: int = 0, fixed: bool = False
) -> list[Window]:
    """The windows of one paragraph, in order; together they hold each word once.

    ``start`` is the number of the paragraph's first word. With ``fixed`` the words are known to be one
    sentence, and no boundary will be looked for inside a window.
    """
    pieces = vocabulary.pieces(words)
    shapes = vocabulary.shapes(words)
    cuts = [0, *cut_points(words, [len(p) for p in pieces]), len(words)]
    return [
        Window(start + a, start + b, tuple(pieces[a:b]), tuple(shapes[a:b]), fixed)
        for a, b in itertools.pairwise(cuts)
        if b > a
    ]


def cut_points(
    words: Sequence[str], sizes: Sequence[int], target: int = TARGET, limit: int = LIMIT
) -> list[int]:
    """Where to cut: the numbers of the words that begin a new window, ascending.

    No window exceeds ``limit`` sub-words, and none exceeds ``target`` that a sentence end could shorten.
    """
    if sum(sizes) <= target:
        return []
    total = list(itertools.accumulate(sizes, initial=0))
    inside = list(itertools.accumulate((w == '"' for w in words), initial=0))

    def grade(end: int) -> int:
        return _grade(words, end, inside[end] % 2 == 1)

    cuts: list[int] = []
    at = 0
    while total[-1] - total[at] > target:
        first, last, most = (
            min(bisect_right(total, total[at] + size), len(words)) for size in (target // 3, target, limit)
        )
        end = _good_end(range(first, last), grade)
        if end is None:  # which is rare, so that the words beyond are looked at only then
            ends = [(total[end] - total[at], grade(end), end) for end in range(at + 1, most)]
            end = _best_end(ends, target, total[-1] - total[at] <= limit)
        if end is None:
            break
        cuts.append(end)
        at = end
    return cuts


def _good_end(near: range, grade: Callable[[int], int]) -> int | None:
    """The last of some words before which a sentence surely ends, else the last before which it may end."""
    likely = None
    for end in reversed(near):
        here = grade(end)
        if here >= _SURE:
            return end
        if here >= _LIKELY and likely is None:
            likely = end
    return likely


def _best_end(ends: list[tuple[int, int, int]], target: int, rest_fits: bool) -> int | None:
    """The best of the possible window ends (size, grade, word) where none near is good.

    None for "leave the rest whole".
    """
    near = [e for e in ends if e[0] <= target]
    beyond = [e for e in ends if e[1] >= _LIKELY]
    if beyond:
        return beyond[-1 if beyond[-1] in near else _first_beyond(beyond, target)][2]
    if rest_fits:
        return None
    late = [e for e in ends if e[0] > target // 2] or ends
    return max(late, key=lambda e: (e[1], e[2]))[2]


def _first_beyond(ends: list[tuple[int, int, int]], target: int) -> int:
    return next(i for i, e in enumerate(ends) if e[0] > target)


def _grade(words: Sequence[str], end: int, in_quote: bool) -> int:
    """How safe it is to cut before word ``end``: 4 surely a sentence end … 1 a comma, 0 a word.

    ``in_quote`` says that a straight quotation mark is open there.
    """
    last = end - 1
    while last > 0 and words[last] in _CLOSERS:
        last -= 1
    before, after = words[last], words[end]
    if before[0] in _FINAL and before[-1] in _FINAL:
        begins = after[:1].isupper() or after[:1].isdigit() or after in _OPENERS
        if not begins or (after == '"' and in_quote):
            return 0
        return _SURE if last == end - 1 and before in _FINAL and not in_quote else _LIKELY
    if before in (";", ":", "—", "–", "--"):
        return _CLAUSE
    return _COMMA if before == "," else 0
