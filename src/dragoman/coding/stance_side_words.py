"""Sides that are told by a few words in a row, and on what: "*in favour of* the dam", "*against* it".

A poll may put whoever is on a side at a share: "a poll put those *opposed to* the dam at 54 percent".
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from dragoman.coding.stance_book import Bare, StanceBook
from dragoman.language.parse import Sentence, Word
from dragoman.record import Stance
from dragoman.values import value

BREAKS = frozenset({",", ";", ":", ".", "(", ")", "–", "—", "--", "and", "but", "while", "whereas", "or"})
"""What ends a short clause."""
_AND = frozenset({"and", "or"})
_WHO_ARE = ({"who", "that"}, {"are", "were", "is"})
_AT, _THE = frozenset({"at", "to"}), "the"
_FURTHEST = 14
_NEXT = 2  # words in which a share begins: "at 16", "at only 16"


@value
class PutAt:
    """Those on a side whom a poll puts at a share.

    ``first`` to ``last`` are the words for them; ``by`` tells the side, ``thing`` what it is on.
    """

    first: int
    last: int
    stance: Stance
    by: int
    thing: int | None
    share: int


def put_at(s: Sentence, book: StanceBook, shares: Container[int]) -> Iterator[PutAt]:
    """The shares at which those on a side are put: "put *those in favour of it at 54 percent*".

    ``shares`` are the heads of the shares of the sentence.
    """
    words = book.bare
    if words.first.isdisjoint(s.written()) or _AT.isdisjoint(s.written()):
        return
    for w in s.words[:-1]:
        first = _side_from(s, w, book)
        told = side_at(s, s.words[first], words, _AT) if first is not None else None
        if told is None:
            continue
        stance, last = told
        end = next((k for k in range(last + 1, min(last + _FURTHEST, len(s.words))) if _ends(s, k)), None)
        if stance is None or end is None or _text(s, end) not in _AT:
            continue
        share = next((k for k in range(end + 1, min(end + 2 + _NEXT, len(s.words))) if k in shares), None)
        if share is None:
            continue
        binds = last if _text(s, last) in words.binding else None
        by = last if binds is None else last - 1
        thing = thing_behind(s, last) if last + 1 < end else None
        yield PutAt(w.i, end - 1, stance, by, thing, share)


def _side_from(s: Sentence, w: Word, book: StanceBook) -> int | None:
    """Where the side of *those* begins: "those *for* it", "those who are *for* it", "the *undecided*"."""
    if w.text.lower() in book.strangers.those:
        who, are = _WHO_ARE
        relative = _text(s, w.i + 1) in who and _text(s, w.i + 2) in are
        return w.i + 3 if relative and w.i + 3 < len(s.words) else w.i + 1
    neutral = {row for row, side in book.bare.sides if side is Stance.NEUTRAL}
    return w.i + 1 if w.text.lower() == _THE and (_text(s, w.i + 1),) in neutral else None


def _ends(s: Sentence, i: int) -> bool:
    """Whether words on a side end at a word: at the *at* of their share, or without one."""
    return _text(s, i) in _AT | {";", ".", ":", ","} and not _is_in_between(s, i)


def _is_in_between(s: Sentence, i: int) -> bool:
    """Whether a *to* or *at* belongs to what is stood on: "those for talks *to* end it"."""
    return _text(s, i) in _AT and i + 1 < len(s.words) and s.words[i + 1].upos not in ("NUM", "ADV", "DET")


def side_at(s: Sentence, w: Word, words: Bare, ends: Container[str] = ()) -> tuple[Stance | None, int] | None:
    """The side that the words from ``w`` on tell, with the last of them: "in favour of", "opposed to".

    It may end before words of ``ends``, besides where a clause does.
    """
    if w.text.lower() not in words.first:
        return None
    for phrase, stance in words.sides:
        texts = [k.text.lower() for k in s.words[w.i : w.i + len(phrase)]]
        if tuple(texts) == phrase:
            last = w.i + len(phrase) - 1
            behind = _text(s, last + 1)
            if phrase[0] in words.bound and behind not in words.binding and not _is_over(behind, ends):
                return None  # "34 per cent opposed a law"
            if behind in _AND and _text(s, last + 2) in words.first:
                return None  # "mayors for and against it"
            if stance is None and behind not in BREAKS | {""}:
                return None  # "most not yet sure"
            return stance, last + (behind in words.binding)
    return None


def thing_behind(s: Sentence, last: int) -> int | None:
    """What stands behind a side: the word that its preposition belongs to, else the next noun there."""
    if _text(s, last + 1) in BREAKS | {""}:
        return None
    word = s.words[last]
    if word.deprel in ("case", "mark") and word.head > last:
        return word.head
    for k in s.words[last + 1 :]:
        if k.text.lower() in BREAKS:
            return None
        if k.upos in ("NOUN", "PROPN", "PRON", "VERB"):
            while k.deprel in ("compound", "flat", "amod") and k.head > k.i:
                k = s.words[k.head]
            return k.i
    return None


def _is_over(behind: str, ends: Container[str]) -> bool:
    return behind in BREAKS or behind in ends or not behind


def _text(s: Sentence, i: int) -> str:
    return s.words[i].text.lower() if 0 <= i < len(s.words) else ""
