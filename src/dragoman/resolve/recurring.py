"""What a report comes back to without its being a party to any event: places, and people without a name.

"Portland … the city … there", "a librarian … the librarian". This runs after the events are coded and adds
mentions; none that was there before changes. What is mentioned once only is left out, so that the actors of
a report do not fill up with every shop that it passes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from dragoman.codebook.name_words import slug
from dragoman.codebook.place_keys import fold
from dragoman.codebook.recurring import RecurringNouns, shipped_recurring
from dragoman.find.in_order import in_order
from dragoman.find.place_words import PlaceMention
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import LOCATING, cases_of
from dragoman.record import Actor, ActorKind, How, Mention, Report, Span
from dragoman.resolve.noun_phrases import NounPhrase, complements, noun_phrase
from dragoman.resolve.predicates import made
from dragoman.resolve.pronouns import HE, SHE, THEY
from dragoman.resolve.told_of import ToldOf, name_words

M = TypeVar("M", Mention, PlaceMention)
_begins = attrgetter("span.start")

_NAMING = frozenset({How.NAME, How.ACRONYM})
_SORTS = {"person": ActorKind.PERSON, "body": ActorKind.BODY, "place": ActorKind.BODY}
_UNNAMED = dict.fromkeys(HE, "an unnamed man") | dict.fromkeys(SHE, "an unnamed woman")
_LONGEST = 5  # words of a name that is looked for
_HERE = frozenset({"here", "there"})
_POINTING = _HERE.union(_UNNAMED, THEY)


@dataclass(frozen=True, slots=True)
class Recurring:
    """The actors and mentions of a report with those to which it comes back."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]

    def joined_by(self, actors: Iterable[Actor], mentions: Sequence[Mention]) -> Recurring:
        """These with further actors and the words for them, which stood for nobody before."""
        if not mentions:
            return self
        spans = {m.span for m in mentions}
        kept = (m for m in self.mentions if m.actor is not None or m.span not in spans)
        return Recurring((*self.actors, *actors), in_order([*kept, *mentions]))


def with_recurring(
    report: Report,
    sentences: Sequence[Sentence],
    actors: Iterable[Actor],
    mentions: Sequence[Mention],
    places: Iterable[PlaceMention],
    nouns: RecurringNouns | None = None,
) -> Recurring:
    """Add the mentions of places and unnamed people that the report tells of twice or more."""
    teller = _Teller(report, tuple(actors), mentions, places, nouns or shipped_recurring())
    for n, sentence in enumerate(sentences):
        teller.read(n, sentence)
    return teller.told(mentions)


class _Teller:
    """Walks through a report and ties each phrase to what was told of before."""

    def __init__(
        self,
        report: Report,
        actors: tuple[Actor, ...],
        mentions: Sequence[Mention],
        places: Iterable[PlaceMention],
        nouns: RecurringNouns,
    ) -> None:
        self.text, self.prefix, self.nouns = report.text, f"r:{report.id[:8]}", nouns
        self.actors = {a.id: a for a in actors}
        self.held = _Ordered(m for m in mentions if m.actor in self.actors)
        self.called = self._surnames() | {fold(m.text): m.actor for m in self.held.all if m.how in _NAMING}
        self.openings = {"", *(name.partition(" ")[0] for name in self.called)}
        self.places = _Ordered(p for p in places if p.how != "adjective")
        self.told_of: dict[str, ToldOf] = {}
        self.added: list[Mention] = []
        self.here: dict[int, str] = {}  # who is mentioned at which word of the sentence
        self.names: dict[int, PlaceMention] = {}

    def _surnames(self) -> dict[str, str | None]:
        """The last words of persons' names, each of which only one person of the report has."""
        persons = [a for a in self.actors.values() if a.kind is ActorKind.PERSON and " " in a.name]
        last = [(fold(a.name.split()[-1]), a) for a in persons if a.name.split()[-1][0].isupper()]
        often = Counter(word for word, _ in last)
        return {word: a.id for word, a in last if often[word] == 1 and not a.id.startswith("r:")}

    def told(self, mentions: Sequence[Mention]) -> Recurring:
        """The actors and mentions, without what is mentioned once only."""
        often = Counter(m.actor for m in self.added)
        kept = [m for m in self.added if m.actor in self.actors or often[m.actor] > 1]
        used = {m.actor for m in kept}
        new = [t.actor for t in self.told_of.values() if t.actor.id not in self.actors and t.actor.id in used]
        return Recurring((*self.actors.values(), *new), in_order((*mentions, *kept)))

    def read(self, n: int, sentence: Sentence) -> None:
        """Tie the phrases of one sentence."""
        self.n, self.sentence = n, sentence
        self.here = {}
        inside = self.held.within(sentence.span)
        for mention in sorted(inside, key=lambda m: m.span[1] - m.span[0]):
            head = sentence.head_of(mention.span)
            if head is not None and mention.actor is not None:
                self.here[head] = mention.actor
        heads = [(sentence.head_of(p.span), p) for p in self.places.within(sentence.span)]
        self.names = {head: p for head, p in heads if head is not None and head not in self.here}
        # What is neither a name nor one of the words that point back is passed over without a call.
        here, sorts, names = self.here, self.nouns.sorts, self.names
        for word, (lemma, text) in zip(sentence.words, sentence.forms(), strict=True):
            if word.i in here:
                self._touch(self._known(here[word.i]), word)
            elif lemma in sorts or text in _POINTING or word.upos == "PROPN" or word.i in names:
                self._word(word)
            elif word.deprel == "cop":
                self._predicate(sentence.words[word.head])

    def _word(self, word: Word) -> None:
        if (place := self.names.get(word.i)) is not None:
            self._place(place, word)
        elif word.upos == "PROPN":
            self._name(word)
        elif (unnamed := _UNNAMED.get(word.text.lower())) is not None:
            self._somebody(unnamed, word)
        elif word.upos == "ADV" and word.text.lower() in _HERE:
            self._adverb(word)
        elif word.text.lower() in THEY:
            self._crowd(word)
        elif (phrase := noun_phrase(self.sentence, word, self.nouns, self._whose)) is not None:
            self._noun(phrase)

    def _whose(self, owner: Word) -> str:
        """The actor to whom something belongs; where nobody is known, the word by which he is called."""
        return self.here.get(owner.i, owner.text.lower())

    def _known(self, actor_id: str) -> ToldOf:
        """An actor of the events as something that the report told of."""
        if actor_id not in self.told_of:
            self.told_of[actor_id] = ToldOf.of_actor(self.actors[actor_id])
        return self.told_of[actor_id]

    def _new(
        self, actor: Actor, sort: str, kind: str | None = None, nouns: frozenset[str] = frozenset()
    ) -> ToldOf:
        return self.told_of.setdefault(actor.id, ToldOf(actor, sort, kind, nouns=nouns))

    def _touch(self, told: ToldOf, word: Word) -> None:
        told.sentence, told.subject = self.n, word.deprel.startswith("nsubj")
        told.times += 1
        if told.sort == "place" and (rank := self._located(told, word)) is not None:
            told.placed = (self.n, rank, word.i)

    def _located(self, told: ToldOf, word: Word) -> int | None:
        """How well a place may be meant by "there": a town of that name before the state in which it lies."""
        town = told.kind is not None and told.kind != "country"
        named = town and word.upos == "PROPN" and not word.deprel.startswith(("nsubj", "nmod:poss"))
        placed = named or not LOCATING.isdisjoint(cases_of(self.sentence.children(word.i), word.i))
        return int(town) if placed else None

    def _mention(self, told: ToldOf, word: Word, span: Span, how: How, reason: str, sure: float) -> None:
        self._touch(told, word)
        self.here[word.i] = told.actor.id
        self.added.append(Mention(told.actor.id, span, span.of(self.text), how, reason, None, sure))

    def _place(self, place: PlaceMention, word: Word) -> None:
        """A place by its name: the actor called so, or a place of its own."""
        country = place.place.country if place.kind == "country" else None
        called = self.called.get(fold(place.text)) or (country if country in self.actors else None)
        if called is not None:
            told = self._known(called)
        else:
            found = place.place.geoname_id
            ident = f"place:{found}" if found else f"{self.prefix}:place:{slug(place.place.name)}"
            actor = Actor(ident, ActorKind.BODY, place.text, place.place.country)
            told = self._new(actor, "place", place.kind or "area", name_words(place.text))
        self._mention(told, word, place.span, How.NAME, place.reason, 0.9)

    def _name(self, word: Word) -> None:
        """A name that was overlooked, also inside another's ("*NASA* officials"), and is known elsewhere."""
        words = self.sentence.words
        glued = word.i + 1 < len(words) and words[word.i + 1].span[0] == word.span[1]  # as "'s" is
        if not glued and fold(word.text).partition(" ")[0] not in self.openings:
            return  # as of most words: no name that is known begins with it
        for last in range(min(word.i + _LONGEST, len(words)) - 1, word.i - 1, -1):
            span = self.sentence.chars(word.i, last)
            if (called := self.called.get(fold(span.of(self.text)))) is None:
                continue  # as most often, and then what heads it need not be known
            head = self.sentence.head_of(span)
            if head is None or head in self.here or head in self.names:
                continue
            if not any(
                m.actor == called and m.span.overlaps(span) for m in self.held.within(self.sentence.span)
            ):
                reason = "called so elsewhere in the report"
                self._mention(self._known(called), words[head], span, How.NAME, reason, 0.7)
            return

    def _noun(self, phrase: NounPhrase) -> None:
        """A common noun: what it is said of, what was told of before, or something new."""
        told, reason = self._said_of(phrase), "says what that is"
        if told is not None:
            told.nouns |= {phrase.noun}
        else:
            told, reason = self._before(phrase), f"“{phrase.noun}” is the one told of before"
        if told is None:
            told, reason = self._first(phrase), "told of for the first time"
        self._mention(told, phrase.head, phrase.span, How.DESCRIPTION, reason, 0.6)

    def _first(self, phrase: NounPhrase) -> ToldOf:
        """Something that the report had not told of."""
        name = " ".join(phrase.span.of(self.text).split())
        base = ident = f"{self.prefix}:{'place:' if phrase.sort == 'place' else ''}{slug(name)}"
        number = 1
        while ident in self.told_of or ident in self.actors:
            number += 1
            ident = f"{base}-{number}"
        kind = ActorKind.GROUP if phrase.plural and phrase.sort != "place" else _SORTS[phrase.sort]
        told = self._new(Actor(ident, kind, name), phrase.sort, None, frozenset({phrase.noun}))
        told.owner, told.marks = phrase.owner, phrase.marks
        return told

    def _said_of(self, phrase: NounPhrase) -> ToldOf | None:
        """Whom a noun describes: "Athens is the *capital*", "the *island* of Hvar", "Ann, a *librarian*"."""
        at = self._described(phrase)
        told = self.told_of.get(self.here.get(at, "")) if at is not None else None
        return told if told is not None and told.described_by(phrase) else None

    def _described(self, phrase: NounPhrase) -> int | None:
        """The word that a noun describes by apposition, after "is" or "became", or with "of"."""
        word, below = phrase.head, self.sentence.children(phrase.head.i)
        if word.deprel == "appos" and self.sentence.words[word.head].upos != "VERB":
            return word.head
        if (subject := made(self.sentence.words, word)) is not None:
            return subject
        if any(c.deprel == "cop" for c in below):
            negated = any(c.feat("Polarity") == "Neg" for c in below)
            return None if negated else next((c.i for c in below if c.deprel == "nsubj"), None)
        at = next((c.i for c in complements(self.sentence, word) if c.i in self.names), None)
        if phrase.sort != "place" or at is None:
            return None
        self._place(self.names[at], self.sentence.words[at])
        return at

    def _predicate(self, word: Word) -> None:
        """What else somebody is said to be, by whatever noun: "she is a legend"."""
        one = word.lemma.lower() == "one"
        if word.i in self.here or word.lemma.lower() in self.nouns.sorts or not (one or word.upos == "NOUN"):
            return
        below = self.sentence.children(word.i)
        subject = next((c.i for c in below if c.deprel == "nsubj"), -1)
        told = self.told_of.get(self.here.get(subject, ""))
        article = next((c for c in below if c.i < word.i and c.text.lower() in ("a", "an")), word)
        known = told is not None and told.actor.kind is ActorKind.PERSON
        if told is None or not known or any(c.feat("Polarity") == "Neg" for c in below):
            return
        if one or article is not word:
            span = self.sentence.chars(article.i, word.i)
            self._mention(told, word, span, How.DESCRIPTION, "says what that is", 0.6)

    def _before(self, phrase: NounPhrase) -> ToldOf | None:
        """What was told of before that a phrase may mean, the best fit first."""
        if not phrase.known:
            return None
        scored = ((told.score(phrase, self.n, self.nouns), told) for told in self.told_of.values())
        fitting = [(score, told) for score, told in scored if score is not None]
        return max(fitting, key=lambda f: f[0])[1] if fitting else None

    def _somebody(self, unnamed: str, word: Word) -> None:
        """He or she of whom no more is said: one man and one woman, as long as nobody else comes up."""
        actor = Actor(f"{self.prefix}:{slug(unnamed)}", ActorKind.PERSON, unnamed)
        reason = "somebody of whom the report says no more"
        self._mention(self._new(actor, "person"), word, word.span, How.PRONOUN, reason, 0.3)

    def _crowd(self, word: Word) -> None:
        """People told of just before, for "they" that stands for nobody of the events."""
        near = [
            t
            for t in self.told_of.values()
            if t.sort == "person" and t.actor.kind is ActorKind.GROUP and self.n - t.sentence <= 1
        ]
        if near:
            told = max(near, key=lambda t: (t.sentence + t.subject, t.times))
            self._mention(told, word, word.span, How.PRONOUN, "the people told of just before", 0.5)

    def _adverb(self, word: Word) -> None:
        """The place told of just before, for "here" and "there": where something was said to be, if anywhere.

        "A house *there*" is in no house, and after "Mexico closed its embassy in Quito" there is in Quito.
        """
        own = {self.here.get(word.head), self.here.get(word.i - 1)}
        near = [
            t
            for t in self.told_of.values()
            if t.sort == "place" and self.n - t.sentence <= 1 and t.actor.id not in own
        ]
        if near and word.deprel != "expl":
            told = max(near, key=lambda t: (t.placed, t.sentence, t.times))
            self._mention(told, word, word.span, How.PRONOUN, "the place told of just before", 0.5)


class _Ordered(Generic[M]):
    """Mentions in the order of the text: those in a sentence are found without a look at the rest."""

    def __init__(self, mentions: Iterable[M]) -> None:
        self.all: list[M] = sorted(mentions, key=_begins)
        self._starts: list[int] = list(map(_begins, self.all))

    def within(self, span: Span) -> list[M]:
        """Those that lie in a stretch of the text."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, lo=first)
        return [m for m in self.all[first:last] if m.span[1] <= span.end]
