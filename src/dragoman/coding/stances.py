"""Positions: who stands where on which question.

A question is named by a topic ("embargo on X") or by an act that takes a stand by itself ("recognised X").
Words for and against are looked up on the way from the topic to the top of its clause, and refusals on
that way turn the stand round. The holder is whoever the topmost of these words belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from dragoman.coding.parties import Parties, Party, parties_in
from dragoman.coding.stance_book import Question, StanceBook, Topic, shipped_stances
from dragoman.coding.stance_paths import Asked, Paths, Taken, turned
from dragoman.coding.statements import ActorsFound, Heard
from dragoman.coding.syntax import case_of, fillers, subject, with_conjuncts
from dragoman.find.quotation_lemmas import with_known_lemmas
from dragoman.language.parse import Sentence, Word
from dragoman.record import Actor, Position, Report, Stance

_VERBAL = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a position, and which part of a group of them."""

    actor: str
    scope: str | None


def find_positions(
    report: Report,
    sentences: Sequence[Sentence],
    heard: Heard,
    actors_found: ActorsFound,
    book: StanceBook | None = None,
) -> tuple[Position, ...]:
    """The positions that a report states, each stand of a holder once, in the order of the text."""
    finder = _Finder(report, book or shipped_stances(), {a.id: a for a in actors_found.actors})
    found: list[Position] = []
    for sentence in (with_known_lemmas(s, finder.book.lemmas) for s in sentences):
        parties = parties_in(sentence, actors_found.mentions, heard.speaker_of)
        found += finder.read(parties, found)
    kept: dict[str, Position] = {}
    for position in found:
        kept.setdefault(position.id, position)
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class _Finder:
    report: Report
    book: StanceBook
    actors: dict[str, Actor]

    def read(self, parties: Parties, before: Sequence[Position]) -> list[Position]:
        """The positions of one sentence; ``before`` are those of the sentences before it."""
        stands = list(self._stands(parties))
        found = [p for stand in stands for p in self._held(parties, stand)]
        for stand in self._elliptical(parties, stands):
            found += self._held(parties, stand)
        return found + list(self._echoes(parties, before))

    def _stands(self, parties: Parties) -> Iterator[Taken]:
        taken: set[int] = set()
        for w in parties.sentence.words:
            if w.upos not in ("VERB", "NOUN", "PROPN"):
                continue
            for question, topic in self._topics(w):
                if w.i not in taken:
                    stands = self._stand(parties, w, question, topic)
                    taken |= {k for stand in stands for k in (stand.topic, *stand.path)}
                    yield from stands

    def _topics(self, w: Word) -> Iterator[tuple[Question, Topic]]:
        """The topics that a word may be, by its lemma."""
        lemma = w.lemma.lower()
        for question in self.book.questions:
            for topic in question.topics:
                if lemma in (topic.verbs if w.upos == "VERB" else topic.nouns):
                    yield question, topic

    def _stand(self, parties: Parties, w: Word, question: Question, topic: Topic) -> list[Taken]:
        asked = self._asked(parties, w, question, topic)
        if asked is None:
            return []
        stance = topic.stance if w.lemma.lower() not in topic.against else Stance.AGAINST
        return Paths(parties.sentence, self.book).stands(w, asked, stance, question, topic)

    def _asked(self, parties: Parties, w: Word, question: Question, topic: Topic) -> Asked | None:
        """The question that a topic names here, or None where it names none."""
        s = parties.sentence
        modifiers = [c for c in s.children(w.i) if c.deprel in ("amod", "compound") and c.i < w.i]
        lemmas = {m.lemma.lower() for m in modifiers} | {m.text.lower() for m in modifiers}
        if lemmas & topic.without_modifier or (topic.needs_modifier and not lemmas & topic.needs_modifier):
            return None
        if topic.of and (w.head < 0 or s.words[w.head].lemma.lower() not in topic.of):
            return None
        if topic.named:
            name = self._proper_name(s, w)
            return Asked(name, None) if name else None
        kept = [m.text.lower() for m in modifiers if topic.keep & {m.lemma.lower(), m.text.lower()}]
        noun = " ".join((*kept, w.text.lower()))
        return self._about(parties, w, question, topic, noun)

    def _about(self, parties: Parties, w: Word, question: Question, topic: Topic, noun: str) -> Asked | None:
        if "{object}" not in topic.phrase:
            return Asked(topic.phrase.replace("{noun}", noun), None)
        s = parties.sentence
        heads = [h for place in topic.object for h in fillers(s, w.i, place)]
        if topic.of and not heads:
            heads = [h for place in topic.object for h in fillers(s, w.head, place)]
        heads = heads or self._beside(s, w, topic)
        for place, excluded in topic.excluded.items():
            heads = [h for h in heads if s.words[h].lemma.lower() not in excluded or place != "object"]
        for head in heads:
            thing = self._thing(parties, head, topic)
            if thing is not None:
                return Asked(topic.phrase.replace("{noun}", noun).replace("{object}", thing[0]), thing[1])
        return Asked(noun, None) if question.object == "optional" else None

    def _beside(self, s: Sentence, w: Word, topic: Topic) -> list[int]:
        """A phrase right behind the topic that the tree hung on its verb: "join the embargo | on Russia"."""
        if w.head < 0 or not topic.nouns:
            return []
        near = [c for c in s.children(w.head) if c.deprel.startswith("obl") and w.i < c.i]
        return [c.i for c in near if case_of(s, c.i) in topic.object and min(s.subtree(c.i)) == w.i + 1]

    def _thing(self, parties: Parties, head: int, topic: Topic) -> tuple[str, str | None] | None:
        """What a question is about: an actor's name and id, or a capitalised name that is no known actor."""
        party = parties.at(head)
        actor = self.actors.get(party.actor) if party else None
        if actor is not None:
            return (
                (actor.name, actor.id) if not topic.object_kinds or actor.kind in topic.object_kinds else None
            )
        word = parties.sentence.words[head]
        if word.upos != "PROPN" or topic.object_kinds:
            return None
        parts = [
            c.i
            for c in parties.sentence.children(head)
            if c.deprel in ("flat", "compound") and c.upos == "PROPN"
        ]
        return parties.sentence.chars(min(head, *parts, head), max(head, *parts, head)).of(
            self.report.text
        ), None

    def _proper_name(self, s: Sentence, w: Word) -> str | None:
        """The capitalised words that end in the topic ("Paris Agreement"), or run on with *of* or *on*."""
        first = w.i
        while first > 0 and s.words[first - 1].text[:1].isupper() and s.words[first - 1].deprel != "nsubj":
            first -= 1
        while first > 0 and first < w.i and s.words[first - 1].text == "-":
            first -= 1
            while first > 0 and s.words[first - 1].text[:1].isupper():
                first -= 1
        if first < w.i and w.text[:1].isupper():
            return s.chars(first, w.i).of(self.report.text)
        for c in s.children(w.i):
            if w.text[:1].isupper() and c.deprel == "nmod" and case_of(s, c.i) in ("of", "on") and c.i > w.i:
                return s.chars(w.i, max(s.subtree(c.i))).of(self.report.text)
        return None

    def _held(self, parties: Parties, stand: Taken) -> Iterator[Position]:
        for holder in self._holders(parties, stand):
            if holder.actor != stand.asked.object:
                yield self._position(parties.sentence, stand, holder)

    def _position(self, s: Sentence, stand: Taken, holder: Holder) -> Position:
        words = ", ".join(f"“{s.words[k].text}”" for k in reversed(stand.path))
        basis = f"{self.report.id}|position|{holder.actor}|{holder.scope}|{stand.asked.phrase}|{stand.stance}"
        return Position(
            id=sha256(basis.encode()).hexdigest()[:16],
            holder=holder.actor,
            question=stand.asked.phrase,
            stance=stand.stance,
            evidence=s.span,
            scope=holder.scope,
            object=stand.asked.object,
            as_of=self.report.published[:10] if self.report.published else None,
            reason=f"{words} read together are {stand.stance.value} “{stand.asked.phrase}”",
        )

    def _holders(self, parties: Parties, stand: Taken) -> list[Holder]:
        """Whose stand it is: the subject of the topmost word, down to the topic's own possessor."""
        s = parties.sentence
        for i in reversed(stand.path):
            heads = subject(s, i) if s.words[i].upos in _VERBAL else _owners(s, i)
            heads = [k for h in heads for k in with_conjuncts(s, h) if k not in stand.path]
            found = [h for k in heads if (h := self._holder(parties, k)) is not None]
            if found:
                return found
        return []

    def _holder(self, parties: Parties, i: int) -> Holder | None:
        word = parties.sentence.words[i]
        direct = parties.at(i)
        party: Party | None = direct or next(iter(parties.reached(i)), None)
        if party is None:
            return None
        collective = word.lemma.lower() in self.book.collectives
        if direct is None and not collective and self.actors.get(party.actor) is None:
            return None
        return Holder(party.actor, self._scope(parties.sentence, word) if collective else None)

    def _scope(self, s: Sentence, word: Word) -> str | None:
        """How many of a group: "most members", "five states"; None when nothing counts them."""
        phrase = s.words[min(s.subtree(word.i)) : word.i]
        counting = [w for w in phrase if w.upos == "NUM" or w.lemma.lower() in self.book.quantifiers]
        if counting:
            return " ".join((*(w.text.lower() for w in counting), word.text.lower()))
        above = s.words[word.head] if word.head >= 0 else None
        partitive = above is not None and above.lemma.lower() in self.book.quantifiers
        if above is None or not partitive or case_of(s, word.i) != "of":
            return None
        return f"{above.text.lower()} of {word.text.lower()}"

    def _elliptical(self, parties: Parties, stands: Sequence[Taken]) -> Iterator[Taken]:
        """A refusal without an object, or a bare *has not*, answers the question of the clause before."""
        s, paths = parties.sentence, Paths(parties.sentence, self.book)
        for w in s.words:
            if w.upos not in ("VERB", "AUX") or any(w.i in t.path for t in stands):
                continue
            before = [t for t in stands if t.topic < w.i]
            if not before or not any(c.deprel == "nsubj" for c in s.children(w.i)):
                continue
            bare = not any(
                c.deprel in ("obj", "xcomp", "ccomp", "obl") and c.i > w.i for c in s.children(w.i)
            )
            refuses = (
                w.lemma.lower() in self.book.turns
                and self.book.attitudes.get(w.lemma.lower()) is Stance.AGAINST
            )
            stops_short = w.lemma.lower() in ("have", "do", "be") and paths.is_negated(w.i)
            if bare and (refuses or stops_short):
                last = before[-1]
                yield Taken(last.asked, turned(last.stance), w.i, (w.i,))

    def _echoes(self, parties: Parties, before: Sequence[Position]) -> Iterator[Position]:
        """Whoever endorses or rejects another's position takes a stand on what that other stood for."""
        s = parties.sentence
        for w in s.words:
            if w.lemma.lower() not in self.book.echoes or w.upos != "NOUN" or w.head < 0:
                continue
            attitude = Paths(s, self.book).attitude(s.words[w.head], w, {})
            echoed = self._last_of(parties, w, before)
            if attitude is None or echoed is None:
                continue
            stance = echoed.stance if attitude is Stance.FOR else turned(echoed.stance)
            stand = Taken(Asked(echoed.question, echoed.object), stance, w.i, (w.i, w.head))
            owner = echoed.holder
            yield from (p for p in self._held(parties, stand) if self._side(p.holder) != self._side(owner))

    def _last_of(self, parties: Parties, w: Word, before: Sequence[Position]) -> Position | None:
        owners = [p.actor for h in fillers(parties.sentence, w.i, "poss") for p in parties.reached(h)]
        sides = {self._side(o) for o in owners}
        return next((p for p in reversed(before) if self._side(p.holder) in sides), None)

    def _side(self, actor: str) -> str:
        known = self.actors.get(actor)
        return (known.state if known else None) or actor


def _owners(s: Sentence, i: int) -> list[int]:
    """Whose support, refusal or neutrality a noun is."""
    found = fillers(s, i, "poss") or fillers(s, i, "by") or fillers(s, i, "light")
    return found or fillers(s, i, "modifier")
