"""Actors that no list knows and no name gives away: whoever the network sees act, promise or take a stand.

"A coalition of green groups", "the islanders polled", "the National House of Chiefs": none is an office, a
body of the gazetteer or a name that the language core sees, and yet somebody does what is told. They become
actors of their report, under the words that it has for them. So do people without an office to whom
something is done ("a clerk", "six passengers"), who are of the state of which the report tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.codebook.recurring import shipped_recurring
from dragoman.codebook.tree_words import tree_words
from dragoman.coding.parties import Parties
from dragoman.find.actors import ActorsFound
from dragoman.find.in_order import in_order
from dragoman.find.state_told_of import state_told_of
from dragoman.language.hints import ActHint, BondHint
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import LOCATING, case_of
from dragoman.record import Actor, ActorKind, How, Mention, Report, Span
from dragoman.resolve.cast import COMMON, Cast

_TOLD = 0.4  # how sure the network must be that the word tells an act or a stand
_DONE = 0.4  # … and that this is who does it
_CODE = 3  # letters of a state
_CROWD = "CVL"
_SORTS = frozenset({"person", "body"})
_NOUNS = ("NOUN", "PROPN", "NUM")
# What hangs on a noun and does not name it: clauses, afterthoughts, whoever else is listed.
_ASIDE = ("acl", "appos", "conj", "cc", "parataxis", "punct", "case", "advcl", "cop", "nsubj", "mark", "dep")
_LONGEST = 7
_REASON = "who acts or stands, as the network reads the sentence; no list knows them"


def with_doers(
    report: Report, cast: Sequence[Parties], found: ActorsFound, lying_in: Mapping[Span, str] | None = None
) -> tuple[ActorsFound, Sequence[Parties]]:
    """The actors found and the cast, with those at words that only the network takes for somebody.

    ``cast`` are the parties of the report's sentences; only a sentence with somebody new gets others. Words
    by which an actor is reached already ("the ministers of Sudan") are left to it, and nouns that recur to
    ``with_recurring``. ``lying_in`` tells of places in which state they lie.
    """
    members, home = Cast(report.id), _home(found)
    mentions: list[Mention] = []
    joined: list[Parties] = []
    for parties in cast:
        here: list[Mention] = []
        for head in [*doers(parties), *sufferers(parties)]:
            span = _phrase(parties.sentence, head)
            words = " ".join(span.of(report.text).split())
            word = parties.sentence.words[head]
            strange = not tree_words().strangers.isdisjoint(words.lower().split())
            local = home if _is_person(word) and not strange else None
            actor = replace(_actor(members, word, words), state=local)
            if _is_crowd(word):
                actor = replace(actor, state=_where(parties, word, lying_in or {}) or home, sector=_CROWD)
            if (nation := _nation(parties, head)) is not None:
                actor = replace(actor, state=nation, sector=_CROWD if _is_person(word) else actor.sector)
            members.add(actor, COMMON)
            told = Mention(actor.id, span, span.of(report.text), How.DESCRIPTION, _REASON, None, _DONE)
            here.append(told)
        mentions += here
        joined.append(parties.with_mentions(here) if here else parties)
    if not mentions:
        return found, cast
    known = {a.id for a in found.actors}
    actors = (*found.actors, *(a for a in members.actors() if a.id not in known))
    ordered = in_order([*found.mentions, *mentions])
    return replace(found, actors=actors, mentions=tuple(ordered)), joined


def _home(found: ActorsFound) -> str | None:
    """The state of most of whom a report names, of which then are the clerks and drivers as well."""
    state_of = {a.id: a.state for a in found.actors}
    counted = Counter(s for m in found.mentions if (s := state_of.get(m.actor or "")) is not None)
    state = state_told_of(counted)
    return state if state is not None and len(state) == _CODE else None


def doers(parties: Parties) -> list[int]:
    """The words of a sentence that the network takes for whoever acts, and that lead to no actor."""
    s = parties.sentence
    parts = (p for hint in _hints(s) for p in hint.parts if p.part == "actor" and p.share > _DONE)
    nouns = dict.fromkeys(p.word for p in parts if s.words[p.word].upos in _NOUNS)
    happenings = tree_words().happenings
    nouns = {i: None for i in nouns if s.words[i].lemma.lower() not in happenings}
    own = [i for i in nouns if not (parties.reached(i) or _covered(parties, i) or _recurs(s.words[i]))]
    return own + [i for i in nouns if i not in own and _nation(parties, i) is not None]


def sufferers(parties: Parties) -> list[int]:
    """The people, so many or "a clerk", whom the network takes for those to whom something is done."""
    s = parties.sentence
    parts = (p for h in s.acts if h.types and h.types[0][1] > _TOLD for p in h.parts)
    words = dict.fromkeys(p.word for p in parts if p.part == "recipient" and p.share > _DONE)
    people = [i for i in words if s.words[i].upos == "NOUN" and _is_person(s.words[i])]
    return [i for i in people if _nation(parties, i) or not (parties.reached(i) or _covered(parties, i))]


def _nation(parties: Parties, i: int) -> str | None:
    """The state that an adjective tells of people, or of a body, who are not it: "a *Chilean* pianist"."""
    s = parties.sentence
    if i in parties.by_head or shipped_recurring().sorts.get(s.words[i].lemma.lower()) not in _SORTS:
        return None
    told = (parties.by_head.get(c.i) for c in s.children(i) if c.deprel == "amod")
    nations = (m.actor for m in told if m is not None and m.how is How.DEMONYM)
    return next((n for n in nations if n is not None and len(n) == _CODE and n.isupper()), None)


def _is_person(word: Word) -> bool:
    return shipped_recurring().sorts.get(word.lemma.lower()) == "person"


def _is_crowd(word: Word) -> bool:
    """Whether a bare number stands for people: "*thousands* rallied"."""
    return word.lemma.lower() in tree_words().crowds and word.feat("Number") != "Sing"


def _where(parties: Parties, word: Word, lying_in: Mapping[Span, str]) -> str | None:
    """The state in which it is told that somebody acts: "marched *in Lima*"."""
    s = parties.sentence
    beside = [s.words[c.i].span for c in s.children(word.head)] if word.head >= 0 else []
    named = [(w, state) for span, state in lying_in.items() for w in beside if span.covers(w)]
    return next((state for w, state in named if case_of(s, s.covering(w)[0]) in LOCATING), None)


def _hints(s: Sentence) -> Iterator[ActHint | BondHint]:
    yield from (h for h in s.acts if h.types and h.types[0][1] > _TOLD)
    yield from (h for hints in (s.stances, s.pledges) for h in hints if h.share > _TOLD)


def _recurs(word: Word) -> bool:
    """Whether what a report comes back to ("a librarian … the librarian") is found after the events."""
    return word.feat("Number") != "Plur" and word.lemma.lower() in shipped_recurring().sorts


def _covered(parties: Parties, i: int) -> bool:
    """Whether a word stands within the name or description of an actor, headed by another word."""
    span = parties.sentence.words[i].span
    return any(m.span.covers(span) for m in parties.by_head.values())


def _actor(members: Cast, word: Word, words: str) -> Actor:
    kind = ActorKind.ORGANISATION if word.upos == "PROPN" else ActorKind.GROUP
    if kind is ActorKind.GROUP and _is_person(word) and word.feat("Number") != "Plur":
        kind = ActorKind.PERSON
    return Actor(members.scoped(words), kind, words)


def _phrase(s: Sentence, head: int) -> Span:
    """The words of the noun phrase around a head, without article, clauses and afterthoughts."""
    within = set(_named_by(s, head))
    first = last = head
    while first - 1 in within:
        first -= 1
    while last + 1 in within and last + 1 - first < _LONGEST:
        last += 1
    aside = ("DET", "PRON", "NUM") if _is_person(s.words[head]) else ("DET", "PRON")
    while s.words[first].upos in aside and first < head:
        first += 1
    while s.words[last].upos in ("ADP", "DET") and last > head:
        last -= 1
    return s.chars(first, last)


def _named_by(s: Sentence, i: int) -> Iterable[int]:
    yield i
    for c in s.children(i):
        if c.deprel.partition(":")[0] not in _ASIDE and case_of(s, c.i) not in LOCATING:
            yield from (k for k in s.subtree(c.i) if not _within_aside(s, k, c.i))


def _within_aside(s: Sentence, k: int, top: int) -> bool:
    while k != top:
        if s.words[k].deprel.partition(":")[0] in ("acl", "appos", "parataxis", "advcl", "punct"):
            return True
        k = s.words[k].head
    return False
