"""Who holds a stand in company: whom a sentence joins to a holder otherwise than by a plain *and*.

"Chad, *together with Mali*, backs it", "the Fund for Peace and *Togo* back it", where the tree joins Togo to
what the fund is for, and lists whose second member it takes for another name of the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.parties import Parties
from dragoman.coding.stance_holders import joined_holders
from dragoman.coding.syntax import listed_behind, with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import How

_BESIDE = frozenset(
    {("together", "with"), ("along", "with"), ("as", "well", "as"), ("alongside",), ("like",)}
)
_SOME = frozenset({"others", "some", "many", "several"})
_AMONG_THEM = ("among", "them")
_A, _ARTICLES = frozenset({"a", "an"}), frozenset({"a", "an", "the"})
_PLACED = frozenset({"in", "at", "near"})
_ADJUNCTS = ("nmod", "obl", "advmod")
_NAMES = (How.NAME, How.ACRONYM)
_PERSON, _WHICH, _ALIKE, _COMMA = "person:", "which", "alike", ","


def in_company(parties: Parties, head: int, i: int) -> list[int]:
    """The heads of a holder and of all joined to them, as far as a relative clause reaches."""
    s = parties.sentence
    found = joined_holders(s, head, i)
    more = [k for h in found for k in (*_listed(s, h), *_behind_a_name(parties, h))]
    more += [k for h in found[:1] for k in (*accompanying(s, h, i), *_singled_out(parties, h))]
    beyond = s.words[i].deprel == "acl:relcl" and s.words[i].head == head
    return list(dict.fromkeys([*found, *(k for k in more if not beyond or k < i)]))


def accompanying(s: Sentence, head: int, verb: int) -> list[int]:
    """Who does it with somebody, set apart by commas: "Chad, *together with Mali*, backs it"."""
    beside = [*(c for c in s.children(head) if c.i > head), *s.children(verb)]
    own = [c for c in beside if c.deprel in _ADJUNCTS and _is_set_apart(s, c)]
    return [k for c in own for k in with_conjuncts(s, c.i)]


def _singled_out(parties: Parties, head: int) -> Iterator[int]:
    """Who is named as one of many who stand so: "five ministers are for it, *among them Ama Obi*"."""
    s = parties.sentence
    for w in s.words[head + 1 : -2]:
        if w.text == _COMMA and (_at(s, w.i + 1), _at(s, w.i + 2)) == _AMONG_THEM:
            starts = {s.covering(m.span)[0]: k for k, m in parties.by_head.items() if m.actor is not None}
            named = next((starts[k] for k in (w.i + 3, w.i + 4) if k in starts), None)
            before = w.i - 1
            others = before not in s.subtree(head) and (
                parties.at(before) is not None or _at(s, before) in _SOME
            )
            if named is not None and _are_many(s, head) and not others and _is_named(parties, named):
                yield from with_conjuncts(s, named)


def _is_named(parties: Parties, i: int) -> bool:
    found = parties.by_head[i]
    return found.how in _NAMES or (found.actor or "").startswith(_PERSON)


def _are_many(s: Sentence, head: int) -> bool:
    return s.words[head].feat("Number") == "Plur" or s.words[head].upos == "NUM"


def _is_set_apart(s: Sentence, c: Word) -> bool:
    first = min(k for k in s.subtree(c.i) if s.words[k].upos != "PUNCT")
    texts = tuple(w.text.lower() for w in s.words[first : first + 3])
    opens = first == 0 or s.words[first - 1].text == _COMMA
    return opens and any(texts[: len(one)] == one for one in _BESIDE)


def _listed(s: Sentence, head: int) -> Iterator[int]:
    """The members of a list that the tree took for names: "a league in Bern, *a union* and *a club*"."""
    for g in (head, *(c.i for c in s.children(head) if c.deprel == "nmod")):
        for apposed, last in listed_behind(s, g):
            if g == head or _has(s, apposed, _A):
                yield apposed
                yield last
        place = g != head and s.words[g].upos == "PROPN" and case_of(s, g) in _PLACED
        yield from (k for k in with_conjuncts(s, g)[1:] if place and _has(s, k, _ARTICLES))


def _has(s: Sentence, i: int, articles: frozenset[str]) -> bool:
    return any(c.deprel == "det" and c.text.lower() in articles for c in s.children(i))


def _behind_a_name(parties: Parties, head: int) -> Iterator[int]:
    """Who is joined to a part of a holder's name: "the Fund for Peace and *Togo*".

    Behind others so only where both are *alike*: "unions of nurses and *shops* alike".
    """
    s, mention = parties.sentence, parties.by_head.get(head)
    if mention is None:
        return
    for k in (k for k in s.covering(mention.span) if k > head):
        for c in s.children(k):
            if not c.deprel.startswith("conj") or mention.span.covers(c.span) or parties.at(c.i) is None:
                continue
            if mention.how in _NAMES or _at(s, c.i + 1) == _ALIKE:
                yield from with_conjuncts(s, c.i)


def whom_which_means(parties: Parties, head: int, i: int) -> int:
    """Of whom a clause tells: "Ama Obi of the *Union*, which opposes it", says *which* of no person."""
    s, named = parties.sentence, parties.by_head.get(head)
    if named is None or not (named.actor or "").startswith(_PERSON):
        return head
    clause = s.words[i]
    while clause.deprel == "conj" and clause.head >= 0:
        clause = s.words[clause.head]
    if clause.deprel != "acl:relcl" or clause.head != head:
        return head
    which = next((c.i for c in s.children(clause.i) if c.text.lower() == _WHICH), None)
    bodies = [c.i for c in s.children(head) if c.deprel == "nmod" and parties.at(c.i) is not None]
    if which is None or not bodies or bodies[-1] > which:
        return head
    return bodies[-1]


def _at(s: Sentence, i: int) -> str:
    return s.words[i].text.lower() if 0 <= i < len(s.words) else ""
