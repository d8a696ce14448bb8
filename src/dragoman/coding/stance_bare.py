"""Stands told without a verb: "46 percent in favour of it, 43 against", "Greens against dam, mayors for it".

Whoever stands so is told right before the side: in polls and votes a share, in headlines and beside another's
stand whoever begins the clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebook.recurring import shipped_recurring
from dragoman.coding.counted_holders import is_share_of_people
from dragoman.coding.parties import Parties
from dragoman.coding.stance_book import Bare, StanceBook
from dragoman.coding.stance_side_words import BREAKS, side_at, thing_behind
from dragoman.language.parse import Sentence, Word
from dragoman.record import Stance
from dragoman.values import value

_MEASURED = frozenset({"of", "by", "to", "from"})
_BEFORE = frozenset({"the", "a", "an", "only", "just", "with"})
_WITH = "with"
_JOINTS = frozenset({",", "and", "&"})
_PARTIES = ("nsubj", "nsubj:pass", "obj", "root", "appos", "conj")
_TOLD = ("acl", "acl:relcl", "advcl")


@value
class Stood:
    """A stand without a verb: the heads of its holders, the side, the word that tells it, and on what it is.

    ``stance`` is None where the stand before is only turned round ("two thirds of the mayors not"), ``thing``
    where nothing says what it is on, so that it is on what is asked beside it.
    """

    holders: tuple[int, ...]
    stance: Stance | None
    by: int
    thing: int | None


@value
class _Stander:
    """Who stands before a side: the word that heads the mention, and its first word."""

    head: int
    first: int
    actor: str


def stood(parties: Parties, book: StanceBook, is_title: bool, after: int) -> Iterator[Stood]:
    """The stands of a sentence that are told without a verb, in the order of the text.

    Shares stand so anywhere. Others do in a title, after *with*, and behind word ``after``, where another's
    stand was told with a verb.
    """
    s, words = parties.sentence, book.bare
    if words.first.isdisjoint(s.written()):
        return  # as in most sentences
    polled = is_title or not words.polls.isdisjoint(s.written())
    sides = [(w, side) for w in s.words if (side := side_at(s, w, words)) and not _is_in_a_name(s, w)]
    named = [(w, side, _standers(parties, w.i, words)) for w, side in sides]
    listed = _is_list(s, [(side[0], standers) for _, side, standers in named])
    for w, side, standers in named:
        if _at(s, w.i - 1) in book.strangers.those:
            continue  # "put those against it at 52": they are told of by a number
        apart = [] if standers else _set_apart(parties, w, side[1], words)
        if apart:  # "Peru, officially in favour of the canal, asked for time"
            yield Stood(tuple(one.head for one in apart), side[0], w.i, thing_behind(s, side[1]))
        if not standers:
            continue
        stance, last = side
        thing = thing_behind(s, last)
        if is_share_of_people(s, s.words[standers[0].head], book.counted):
            told = polled and _at(s, standers[0].first - 1) not in _MEASURED
            told = told and not (thing is not None and s.words[thing].lemma.lower() in words.times)
            holds = told or w.text.lower() not in words.vague
            polled = polled or holds
        else:
            beside = is_title or after < w.i or listed or _is_all(s, standers[0].first, last)
            holds = _needs_no_verb(s, standers[0].first, w.i, beside)
            holds = holds and not (thing is not None and _is_another(parties, thing, words))
            holds = holds and not (w.text.lower() in words.serving and _may_serve(s, standers, thing))
        if holds:
            yield Stood(tuple(one.head for one in standers), stance, w.i, thing)


def _is_in_a_name(s: Sentence, w: Word) -> bool:
    """Whether a side is only part of a name: "Volunteers *Against* Crime"."""
    behind = s.words[w.i + 1] if w.i + 1 < len(s.words) else None
    written = w.i > 0 and w.text[:1].isupper() and s.words[w.i - 1].text[:1].isupper()
    return written and behind is not None and behind.text[:1].isupper()


def _is_list(s: Sentence, sides: list[tuple[Stance | None, list[_Stander]]]) -> bool:
    """Whether a sentence lists who stands on which side: "the Greens for it, the Liberals against"."""
    told = {side for side, standers in sides if standers and _opens(s, standers[0].first)}
    return len(told - {None}) > 1


def _is_all(s: Sentence, first: int, last: int) -> bool:
    """Whether somebody and their side are all of a sentence: "Liberals undecided."."""
    around = [w for w in (*s.words[:first], *s.words[last + 1 :]) if w.upos not in ("PUNCT", "DET")]
    return not around


def _may_serve(s: Sentence, standers: list[_Stander], thing: int | None) -> bool:
    """Whether one person may be somebody's *for* a thing: "its envoy for the region"."""
    word = s.words[standers[-1].head]
    single = len(standers) == 1 and word.upos == "NOUN" and word.feat("Number") != "Plur"
    single = single and shipped_recurring().sorts.get(word.lemma.lower()) != "body"
    return single and thing is not None and s.words[thing].upos != "PRON"


def _standers(parties: Parties, by: int, words: Bare) -> list[_Stander]:
    """Whoever is named right before a side, adverbs apart, with those joined to them."""
    s, end = parties.sentence, by - 1
    while end >= 0 and s.words[end].text.lower() in words.adverbs:
        end -= 1
    found: list[_Stander] = []
    while end >= 0:
        here = [
            _Stander(head, s.covering(m.span)[0], m.actor)
            for head, m in parties.by_head.items()
            if m.actor is not None and m.span.end == s.words[end].span.end
        ]
        if not here or (found and s.words[end].upos == "PRON"):
            break  # "eight opposed to *them* and seven undecided"
        found.insert(0, min(here, key=lambda one: one.first))
        end = found[0].first - 1
        apart = False
        while end >= 0 and s.words[end].text.lower() in _BEFORE:
            apart = apart or s.words[end].text.lower() == _WITH
            end -= 1
        if apart or end < 0 or s.words[end].text.lower() not in _JOINTS:
            break  # "12 percent, *with* 22 undecided"
        end -= 1
    return found


def _set_apart(parties: Parties, w: Word, last: int, words: Bare) -> list[_Stander]:
    """Whoever stands before the comma of a phrase that tells their side, up to the next comma."""
    s = parties.sentence
    if w.text.lower() not in words.bound or _at(s, last) not in words.binding:
        return []
    first = w.i
    while first > 0 and s.words[first - 1].upos == "ADV":
        first -= 1
    if _at(s, first - 1) != "," or "," not in [_at(s, k) for k in range(last + 1, len(s.words))]:
        return []
    standers = _standers(parties, first - 1, words)
    named = [one for one in standers if s.words[one.head].deprel in _PARTIES]
    return standers if named else []


def _is_another(parties: Parties, thing: int, words: Bare) -> bool:
    """Whether what follows is nothing to stand on: "Denmark against Sweden", "the Greens for years"."""
    word = parties.sentence.words[thing]
    return parties.at(thing) is not None or word.lemma.lower() in words.times


def _needs_no_verb(s: Sentence, first: int, by: int, beside: bool) -> bool:
    """Whether a clause that begins with a party has a side for its predicate."""
    absolute = _at(s, first - 1) == "with" or _at(s, first - 2) == "with"
    if not (beside or absolute) or not _opens(s, first):
        return False
    for w in s.words[first:]:
        if w.i > by and w.text.lower() in BREAKS:
            break
        told = w.deprel in _TOLD or any(s.words[h].deprel in _TOLD for h in _above(s, w) if h > by)
        finite = w.upos == "AUX" or (w.upos == "VERB" and w.feat("VerbForm") in ("Fin", None))
        if finite and not told and w.i != by:
            return False
    return True


def _above(s: Sentence, w: Word) -> Iterator[int]:
    i = w.head
    while i >= 0:
        yield i
        i = s.words[i].head


def _opens(s: Sentence, first: int) -> bool:
    """Whether a phrase opens its clause."""
    i = first - 1
    while i >= 0 and s.words[i].text.lower() in _BEFORE:
        i -= 1
    return i < 0 or s.words[i].text.lower() in BREAKS


def _at(s: Sentence, i: int) -> str:
    return s.words[i].text.lower() if 0 <= i < len(s.words) else ""
