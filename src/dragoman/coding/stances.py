"""Positions: who stands where on which question.

A question is named by a topic ("embargo on X") or by an act that takes a stand by itself ("recognised X").
Words for and against are looked up on the way from the topic to the top of its clause, and refusals on
that way turn the stand round. The holder is whoever the topmost of these words belongs to. The network knows
stands too: it adds those of holders whom no rule has standing on the like in their sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from dragoman.coding.counted_holders import counted_over
from dragoman.coding.hinted import words_of
from dragoman.coding.parties import Parties, Party
from dragoman.coding.stance_aloof import kept_out
from dragoman.coding.stance_bare import stood
from dragoman.coding.stance_book import Question, StanceBook, Topic, shipped_stances
from dragoman.coding.stance_contrast import denied, is_set_aside
from dragoman.coding.stance_demands import (
    Demanded,
    demanded,
    is_bidden,
    is_doer,
    is_gone,
    is_infinitive,
    is_of_it,
)
from dragoman.coding.stance_holders import (
    called,
    named_members,
    owners,
    parted_subject,
    who_tells,
    whose_stays,
)
from dragoman.coding.stance_naming import (
    CLAIMED,
    around,
    doing_mark,
    done_to,
    hung_beside,
    is_apart,
    proper_name,
    said_of,
    says_of,
)
from dragoman.coding.stance_paths import Asked, Paths, Taken, is_verbal, turned
from dragoman.coding.stance_pointing import POINTED, beside, in_relatives, pointed_out, shared, thing_beside
from dragoman.coding.stance_seconding import is_for_good, is_of_a_day, is_phrase, is_seconded
from dragoman.coding.stance_short import told_shortly
from dragoman.coding.stance_undecided import undecided
from dragoman.coding.stance_wishes import OUT_OF, Undone, undone
from dragoman.coding.statements import ActorsFound
from dragoman.coding.syntax import fillers, is_passive, subject, surface_subject, with_conjuncts
from dragoman.find.quotation_lemmas import with_known_lemmas
from dragoman.language.hints import BondHint
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Actor, ActorKind, Position, Report, Stance

# How sure the network must be of a stand that no rule sees: fitted on reports that taught nothing.
_LEARNED = 0.8
_VERBAL = ("VERB", "AUX", "ADJ")
_TOPICAL = ("VERB", "NOUN", "PROPN", "ADJ")
_LONGEST_PHRASE = 6
_SHORT_ANSWER = 8
_SHORT = 3
_SLIGHT = frozenset({"the", "and", "for", "its", "with", "from", "that", "new"})
_LONGEST_WISH = 8
_THEIRS = frozenset({"it", "its", "their", "them", "his", "her", "our", "us"})
_POINTED = frozenset({"the", "this", "that"})
_OF_THINGS = frozenset({"on", "of", "for", "to", "in", "against", "over"})
_STEPS = frozenset({"move", "step"})
_TOO = frozenset({"too", "as", "so"})
_SEEN = "seen"
_FOR_IT = frozenset({"it", "this", "that", "them", "one", "either", "both"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a position, and which part of a group of them."""

    actor: str
    scope: str | None


def find_positions(
    report: Report,
    cast: Sequence[Parties],
    actors_found: ActorsFound,
    book: StanceBook | None = None,
    parts: Mapping[str, str] | None = None,
) -> tuple[Position, ...]:
    """The positions that a report states, each stand of a holder once, in the order of the text.

    ``cast`` are the parties of each sentence; ``parts`` say of the counted among them how many they are.
    """
    known = {a.id: a for a in actors_found.actors}
    finder = _Finder(report, book or shipped_stances(), known, parts or {})
    found: list[Position] = []
    told: list[Position] = []  # what later sentences are read by: a doubtful stand must not found another
    here: list[Position] = []
    heads: list[Parties] = []  # headlines that nothing stands before
    base: Position | None = None  # the stand that "Peru does, too" repeats
    for parties in cast:
        sentence = with_known_lemmas(parties.sentence, finder.book.lemmas)
        if sentence is not parties.sentence:
            parties = Parties(sentence, parties.by_head, parties.speaker_of)
        if not told and finder.is_title(sentence):
            heads.append(parties)
        ruled, decided = finder.read(parties, told)
        answers = list(finder.answered(parties, base)) if base is not None and not ruled else []
        base = ruled[-1] if ruled else base if answers else None
        ruled += answers
        here = [*ruled, *finder.learned(parties, ruled, here, decided)] if sentence.stances else ruled
        told += ruled
        found += here
    kept: dict[str, Position] = {}
    found = [*finder.headed(heads, told, found), *found]
    for position in found:
        kept.setdefault(position.id, position)
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class _Finder:
    report: Report
    book: StanceBook
    actors: dict[str, Actor]
    parts: Mapping[str, str]

    def is_title(self, s: Sentence) -> bool:
        """Whether a sentence stands over the story."""
        heads = (self.report.title_span, self.report.standfirst_span)
        return any(span is not None and span.covers(s.span) for span in heads)

    def headed(
        self, heads: Sequence[Parties], told: Sequence[Position], found: Sequence[Position]
    ) -> list[Position]:
        """The stands over a report that are on what it tells of first: "Chad remains opposed"."""
        stood = {(p.evidence, p.holder) for p in found}
        again = [p for parties in heads if told for p in self.read(parties, told[:1])[0]]
        return [p for p in again if (p.evidence, p.holder) not in stood]

    def read(self, parties: Parties, before: Sequence[Position]) -> tuple[list[Position], frozenset[int]]:
        """The positions of one sentence and the words that decided; ``before`` are those of earlier ones."""
        last = before[-1] if before else None
        asked = None if last is None else Asked(last.question, last.object)
        paths = Paths(parties.sentence, self.book)
        stands = [*self._stands(parties), *self._predicates(parties), *shared(paths)]
        stands = pointed_out(stands, asked, lambda i: self._spoken_of(parties, i))
        stands += in_relatives(paths, stands)
        stands += self._coordinated(parties, stands)
        aloof = tuple(self._aloof(parties, asked, stands))
        words = {i for stand in aloof for i in stand.path}
        stands = [t for t in stands if words.isdisjoint(t.path)]  # neutral on a plan, not for neutrality
        ought = tuple(demanded(paths))
        clauses = {one.clause for one in ought}
        stands = [t for t in stands if t.topic not in clauses]  # "must leave it" is no stand on it
        stands += self._demanded(parties, ought, asked, stands)
        stands += self._elliptical(parties, stands)
        stands += self._contrasted(parties, tuple(stands))
        bare = list(self._bare(parties, asked, stands))
        words = {stand.topic for stand, _ in bare}
        stands = [t for t in stands if words.isdisjoint(t.path)]
        told = [t for t in stands if t.named or is_seconded(parties.sentence, t, self.book.plain)]
        found = [p for stand in (*told, *aloof) for p in self._held(parties, stand)]
        found += [self._position(parties.sentence, stand, holder) for stand, holder in bare]
        found += [*self._echoes(parties, before), *self._joined(parties, before)]
        return found, frozenset(k for t in told for k in t.path)

    def _stands(self, parties: Parties) -> Iterator[Taken]:
        """The stands of a sentence: on the questions that have a name first, then on any other thing."""
        taken: set[int] = set()
        words = zip(parties.sentence.words, parties.sentence.forms(), strict=True)
        # Hardly a word is a topic: the others are passed over here, once for both kinds of questions.
        topical = [
            (w, self._topics(w, forms))
            for w, forms in words
            if not self.book.topic_words.isdisjoint(forms)
            and (w.upos in _TOPICAL or is_verbal(parties.sentence, w))
            and not is_phrase(parties.sentence, w, self.book)
        ]
        for is_open in (False, True):
            for w, topics in topical:
                for question, topic in topics:
                    if question.open is is_open and w.i not in taken:
                        stands = self._stand(parties, w, question, topic)
                        stands = [x for x in stands if not is_open or not taken & set(x.path)]
                        taken |= {k for stand in stands for k in (stand.topic, *stand.path)}
                        yield from stands

    def _predicates(self, parties: Parties) -> Iterator[Taken]:
        """Whoever *is* for or against a thing: "the Greens are against the dam", "in favour of one"."""
        s = parties.sentence
        paths = Paths(s, self.book)
        copular = {w.head for w in s.words if w.deprel == "cop"}
        copular &= {w.head for w in s.words if w.deprel == "nsubj"}
        for w in (s.words[i] for i in sorted(copular)):
            if paths.is_unreal(w.i):
                continue
            for stance, head in self._sides(s, w):
                asked = self._predicated(parties, head, POINTED)
                if asked is not None:
                    if paths.is_negated(w.i):  # "is not against it" is not yet for it
                        stance = Stance.NEUTRAL if stance is Stance.AGAINST else turned(stance)
                    undoes = self._undoes(s.words[head])
                    side = [c.i for c in s.children(w.i) if c.text.lower() in self.book.prepositions]
                    way = turned(stance) if undoes else stance
                    yield Taken(asked, way, w.i, (*side, w.i), undoing=undoes)

    def _demanded(
        self, parties: Parties, ought: Sequence[Demanded], last: Asked | None, before: Sequence[Taken]
    ) -> Iterator[Taken]:
        """What ought to be, or ought not to be, where no rule has a stand under the same verb."""
        taken = {i for t in before for i in t.path}
        for one in ought:
            if one.verb in taken:
                continue
            stance = Stance.AGAINST if one.negated else Stance.FOR
            asked = Asked(*self._phrase(parties, one.clause))
            if is_of_it(parties.sentence, one.clause):  # "demands that it be lifted"
                thing = self._spoken_of(parties, one.verb) or _asked_before(one.verb, before, last)
                asked = replace(asked, object=None)
                if thing is not None and is_gone(parties.sentence, one.clause, self.book.wishes):
                    stance, asked = turned(stance), thing
            yield Taken(asked, stance, one.verb, (one.verb,), ought=True)

    def _bare(
        self, parties: Parties, last: Asked | None, before: Sequence[Taken]
    ) -> Iterator[tuple[Taken, Holder]]:
        """The stands told without a verb, on what is named there, else on what is asked beside them."""
        s = parties.sentence
        after = min((t.topic for t in before), default=len(s.words))
        held = list(before)
        short = told_shortly(parties, Paths(s, self.book))
        for one in sorted((*stood(parties, self.book, self.is_title(s), after), *short), key=lambda x: x.by):
            near = next((t for t in reversed(held) if t.topic < one.by), None)
            recent = last if near is None else near.asked
            asked = recent if one.thing is None else self._predicated(parties, one.thing, recent)
            stance = one.stance or (None if near is None else turned(near.stance))
            if asked is None or stance is None:
                continue
            taken = Taken(asked, stance, one.by, (one.by,))
            held.append(taken)
            yield from ((taken, h) for k in one.holders if (h := self._holder(parties, k)) is not None)

    def _aloof(self, parties: Parties, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
        """Whoever takes neither side, of what is named there, else of what was asked last."""
        paths = Paths(parties.sentence, self.book)
        held = list(before)
        for one in sorted((*kept_out(paths), *undecided(paths)), key=lambda x: x.path[0]):
            recent = _asked_before(one.path[0], held, last)
            asked = recent if one.thing is None else self._predicated(parties, one.thing, recent)
            if asked is not None:
                held.append(Taken(asked, Stance.NEUTRAL, one.path[0], one.path))
                yield held[-1]

    def _spoken_of(self, parties: Parties, before: int) -> Asked | None:
        """What a verb beside is about, else the law or pact named before: "must ratify *the pact*, but …"."""
        s = parties.sentence
        thing = thing_beside(s, before)
        if thing is not None:
            return Asked(*self._phrase(parties, thing))
        if self.book.matters.isdisjoint(s.written()):
            return None
        named = (w for w in reversed(s.words[:before]) if w.upos == "NOUN" and w.deprel != "compound")
        matter = next((w for w in named if w.lemma.lower() in self.book.matters), None)
        singular = matter is not None and matter.feat("Number") != "Plur"
        return Asked(*self._phrase(parties, matter.i)) if matter is not None and singular else None

    def _coordinated(self, parties: Parties, stands: Sequence[Taken]) -> Iterator[Taken]:
        """The stands on what is joined by *and* to a thing: "backs the truce *and the plan*"."""
        for stand, head in beside(parties.sentence, stands):
            if self._is_passing(parties.sentence.words[head]) and not stand.undoing:
                continue  # "called for sanctions and the release of the crew"
            yield replace(stand, asked=Asked(*self._phrase(parties, head)), topic=head)

    def _contrasted(self, parties: Parties, stands: Sequence[Taken]) -> Iterator[Taken]:
        """The stands on what *not* sets beside a thing: "backs the pact but not the base".

        Who is for the one is against the other; who is against the one is not yet for the other.
        """
        s = parties.sentence
        for one in denied(s):
            stand = next((t for t in stands if one.beside in _reach(s, t.topic)), None)
            if stand is None:
                continue
            words, about = self._phrase(parties, one.head)
            if one.case and one.case not in _OF_THINGS:
                continue  # "by law, not by force"
            if one.case:  # "a tax on copper but not on lithium"
                noun = next((k for k in _reach(s, stand.topic) if s.words[k].upos == "NOUN"), None)
                if noun is None:
                    continue
                words = f"{s.words[noun].text} {one.case} {words}"
            stance = Stance.AGAINST if stand.stance is Stance.FOR else Stance.NEUTRAL
            yield replace(stand, asked=Asked(words, about), stance=stance, undoing=True)

    def _sides(self, s: Sentence, w: Word) -> Iterator[tuple[Stance, int]]:
        """The heads of what a copular clause is for or against: "for the dam, against the ban"."""
        case = case_of(s, w.i)
        stance, heads = self.book.prepositions.get(case or doing_mark(s, w)), [w.i]
        if w.lemma.lower() in ("favour", "favor", "support") and case == "in":
            stance, heads = Stance.FOR, [c.i for c in s.children(w.i) if c.deprel == "nmod"][:1]
            if s.words[min(w.i + 1, len(s.words) - 1)].text.lower() != "of":
                heads = [-1]
        elif w.text.lower() == "against":
            stance, heads = Stance.AGAINST, [done_to(s, w)]
        if stance is None:
            return
        for head in heads:
            yield stance, head
            for c in s.children(head) if head >= 0 else ():
                other = self.book.prepositions.get(case_of(s, c.i))
                if c.deprel == "conj" and other is not None:
                    yield other, c.i
                elif c.deprel == "conj" and c.upos == "NOUN" and not case_of(s, c.i) and head != w.i:
                    yield stance, c.i  # "in favour of trade and transit"

    def _undoes(self, verb: Word) -> bool:
        """Whether a verb does away with its thing: who is against *lifting* the ban is for it."""
        known = self.book.topics.get((True, verb.lemma.lower()), ()) if verb.upos == "VERB" else ()
        return any(t.settled and verb.lemma.lower() in t.against for _, t in known)

    def _predicated(self, parties: Parties, head: int, last: Asked | None) -> Asked | None:
        """What somebody is for or against: a thing named there, else the question last stood on."""
        s = parties.sentence
        word = s.words[head] if head >= 0 else None
        if word is None or word.text.lower() in _FOR_IT:
            return last
        if word.upos == "VERB":  # "is against funding it", "in favour of keeping the rope"
            things = [c.i for c in s.children(head) if c.deprel == "obj"]
            named = None if things else Asked(word.text.lower(), None)
            return self._predicated(parties, things[0], last) if things else named
        if word.upos not in ("NOUN", "PROPN"):
            return None
        party = parties.at(head)
        actor = self.actors.get(party.actor) if party else None
        return Asked(*self._phrase(parties, head)) if actor is None else Asked(actor.name, actor.id)

    def learned(
        self,
        parties: Parties,
        ruled: Sequence[Position],
        before: Sequence[Position],
        decided: frozenset[int],
    ) -> list[Position]:
        """The stands that the network is sure of, where no rule has the holder stand on the like.

        ``ruled`` are the sentence's positions by rule, ``before`` those of the sentence before it: an *it*
        and a stand without an object are on the last of these. ``decided`` are the words of rules' stands.
        """
        recent = next((Asked(p.question, p.object) for p in (*ruled[-1:], *before[-1:])), None)
        stood = {(self._side(p.holder), word, p.stance) for p in ruled for word in _naming(p.question)}
        own = {(p.holder, word) for p in ruled for word in _naming(p.question)}
        found: dict[tuple[str, str], Position] = {}
        for hint in sorted(parties.sentence.stances, key=lambda h: -h.share):
            asked = self._asked_of(parties, hint, recent) if hint.share > _LEARNED else None
            if asked is None or not asked.phrase or self._is_of_the_day(parties.sentence, hint):
                continue
            heads = [k for w in words_of(hint, "actor") for k in with_conjuncts(parties.sentence, w)]
            heads = [n for k in heads for n in named_members(parties, counted_over(parties, k, self.parts))]
            for word in dict.fromkeys(heads):
                holder = self._holder(parties, word)
                if holder is None or holder.actor == asked.object:
                    continue
                side = self._side(holder.actor)
                stance = Stance(hint.kinds[0][0])  # two of one state may stand against each other
                words = _naming(asked.phrase)
                if any((side, word, stance) in stood or (holder.actor, word) in own for word in words):
                    continue
                thing = next((k for k in words_of(hint, "recipient") if k != hint.word), -1)
                if thing in decided and any(side == s for s, *_ in stood):
                    continue  # against the *bill* to ban it, where the rule read: against the ban
                key = (side, asked.phrase)
                found.setdefault(key, self._from_hint(parties.sentence, hint, asked, holder))
        return list(found.values())

    def _is_of_the_day(self, s: Sentence, hint: BondHint) -> bool:
        """Whether it is on what the codebook calls passing ("called for his release"), not lasting."""
        things = words_of(hint, "recipient")
        passing = self._is_passing(*(s.words[k] for k in things)) or is_of_a_day(
            s, hint.word, things, self.book
        )
        return passing and not Paths(s, self.book).lasts(hint.word)

    def _is_passing(self, *nouns: Word) -> bool:
        """Whether the codebook takes what the nouns name for a matter of the day alone."""
        topics = [t for noun in nouns for _, t in self.book.topics.get((False, noun.lemma.lower()), ())]
        return bool(topics) and all(topic.passing for topic in topics)

    def _asked_of(self, parties: Parties, hint: BondHint, recent: Asked | None) -> Asked | None:
        """What a stand that the network reads is on: its object, else the noun that tells the stand."""
        s = parties.sentence
        things = [k for k in words_of(hint, "recipient") if k != hint.word and not is_set_aside(s, k)]
        ended = [k for k in things if s.words[k].text.lower() in self.book.wishes.undone]
        head = next((k for k in things if k not in ended), None)
        if head is None and ended:
            return None  # "would like the dam dismantled" is not for *dismantled*
        if head is None:
            return Asked(*self._phrase(parties, hint.word)) if s.words[hint.word].upos == "NOUN" else recent
        party = parties.at(head)
        actor = self.actors.get(party.actor) if party else None
        if is_bidden(s, head) and (actor is not None or is_doer(s, head)):
            return None
        if actor is not None:
            return Asked(actor.name, actor.id)
        if s.words[head].upos == "PRON":
            return recent if s.words[head].text.lower() in _FOR_IT else None
        return Asked(*self._phrase(parties, head))

    def _from_hint(self, s: Sentence, hint: BondHint, asked: Asked, holder: Holder) -> Position:
        stance = Stance(hint.kinds[0][0])
        position = self._position(s, Taken(asked, stance, hint.word, (hint.word,)), holder)
        word = s.words[hint.word].text
        reason = f"the network reads “{word}” as {stance.value} “{asked.phrase}” ({hint.share:.2f} sure)"
        return replace(position, reason=reason)

    def _topics(self, w: Word, forms: tuple[str, str]) -> Sequence[tuple[Question, Topic]]:
        """The topics that a word may be, by its lemma or else as it is written."""
        verbal = w.upos not in ("NOUN", "PROPN")
        lemma, text = forms
        return self.book.topics.get((verbal, lemma)) or self.book.topics.get((verbal, text), ())

    def _stand(self, parties: Parties, w: Word, question: Question, topic: Topic) -> list[Taken]:
        if w.upos == "ADJ" and w.deprel == "amod":
            return []  # "neutral Austria" takes no stand
        if is_set_aside(parties.sentence, w.i):
            return []
        asked = self._asked(parties, w, question, topic)
        if not asked and question.open and topic.things and self._fits(parties.sentence, w, topic):
            asked = [POINTED] if self._is_pointing(parties.sentence, w, topic) else []
        if not asked:
            return []
        stance = topic.stance if w.lemma.lower() not in topic.against else Stance.AGAINST
        gone = topic.clause and undone(parties.sentence, w, self.book.wishes) is not None
        paths, way = Paths(parties.sentence, self.book), turned(stance) if gone else stance
        stands = [t for one in asked for t in paths.stands(w, one, way, question, topic)]
        stands = [t for t in stands if not t.once or is_for_good(parties.sentence, t, self.book)]
        return [replace(t, undoing=True) for t in stands] if gone else stands

    def _asked(self, parties: Parties, w: Word, question: Question, topic: Topic) -> list[Asked]:
        """The questions that a topic names here, several where things are coordinated."""
        s = parties.sentence
        if topic.of and (w.head < 0 or s.words[w.head].lemma.lower() not in topic.of):
            return []
        modifiers = [c for c in s.children(w.i) if c.deprel in ("amod", "compound") and c.i < w.i]
        if topic.without_modifier or topic.needs_modifier:
            lemmas = {form for m in modifiers for form in s.forms()[m.i]}
            if lemmas & topic.without_modifier or (
                topic.needs_modifier and not lemmas & topic.needs_modifier
            ):
                return []
        if not self._fits(s, w, topic):
            return []
        if topic.named:
            name = proper_name(s, w, self.report.text)
            return [Asked(name, None)] if name else []
        named = [m.i for m in modifiers if topic.nouns and _is_part(s, m)]
        kept = [
            m.text.lower() for m in modifiers if m.i in named or not topic.keep.isdisjoint(s.forms()[m.i])
        ]
        noun = " ".join((*kept, w.text.lower()))
        return self._about(parties, w, question, topic, noun)

    def _is_party(self, parties: Parties, head: int) -> bool:
        """Whether a phrase is a pronoun, a person or a state: their critics stand on no question."""
        party = parties.at(head)
        actor = self.actors.get(party.actor) if party else None
        kinds = (ActorKind.PERSON, ActorKind.STATE)
        return parties.sentence.words[head].upos == "PRON" or (actor is not None and actor.kind in kinds)

    def _fits(self, s: Sentence, w: Word, topic: Topic) -> bool:
        """Whether a topic has the particle and the complement that it needs."""
        if topic.particle and not topic.particle & around(s, w):
            return False
        return not topic.complement or says_of(s, w, topic)

    def _about(self, parties: Parties, w: Word, question: Question, topic: Topic, noun: str) -> list[Asked]:
        if "{object}" not in topic.phrase:
            return [Asked(topic.phrase.replace("{noun}", noun), None)]
        s = parties.sentence
        heads = [h for place in topic.object for h in self._at(parties, w, place, topic)]
        if topic.of and not heads:
            heads = [h for place in topic.object for h in fillers(s, w.head, place)]
        heads = heads or hung_beside(s, w, topic)
        for place, excluded in topic.excluded.items():
            heads = [h for h in heads if s.words[h].lemma.lower() not in excluded or place != "object"]
        if topic.among:
            heads = [h for h in heads if s.words[h].lemma.lower() in topic.among]
        if topic.person:
            heads = [h for h in heads if not self._is_party(parties, h)]
        if topic.clause:
            wished = self._wished(parties, w, heads)
            if wished is not None:
                return [wished]
            heads = [h for h in heads if s.words[h].upos != "PRON" or not is_bidden(s, h)]
        if topic.things and topic.lasting:  # "urges the council to join": not for the council
            heads = [h for h in heads if not is_bidden(s, h) or not (is_doer(s, h) or not topic.clause)]
        if topic.complement:
            heads = [said_of(s, h, topic) for h in heads]
        heads = [h for h in heads if case_of(s, h) not in self.book.aside and not is_set_aside(s, h)]
        things = [(h, t) for h in heads if (t := self._thing(parties, h, topic)) is not None]
        if things:
            together = with_conjuncts(s, things[0][0]) if question.open else [things[0][0]]
            phrase = topic.phrase.replace("{noun}", noun)
            return [Asked(phrase.replace("{object}", t[0]), t[1]) for h, t in things if h in together]
        if topic.settled and not heads and w.text.lower().endswith("ing"):
            return [Asked(w.text.lower(), None)]  # "favours joining"
        return [Asked(noun, None)] if question.object == "optional" else []

    def _gone(self, parties: Parties, end: Undone) -> Asked | None:
        """The thing that is to be gone, with where it is to leave: "troops in Chad"; None for a pronoun."""
        s = parties.sentence
        if s.words[end.thing].upos == "PRON":
            return None
        words, about = self._phrase(parties, end.thing)
        words = words.partition(f" {OUT_OF} ")[0]
        if end.place is not None:
            within = s.subtree(end.place)
            place = s.chars(min(k for k in within if s.words[k].deprel != "case"), max(within))
            words += f" in {place.of(self.report.text)}"
        return Asked(words, about)

    def _wished(self, parties: Parties, w: Word, heads: Sequence[int]) -> Asked | None:
        """What is to become of a thing, in the sentence's words: "the vote be put off"."""
        s = parties.sentence
        end = undone(s, w, self.book.wishes)
        if end is not None:
            return self._gone(parties, end)
        seen = self._seeing(s, w)
        for c in (c for verb in (w.i, *seen) for c in s.children(verb)):
            if c.deprel not in ("ccomp", "xcomp") or c.i < w.i or c.i in seen or self._is_deed(s, c):
                continue
            subjects = [k.i for k in s.children(c.i) if k.deprel.startswith("nsubj") and k.i < c.i]
            first = min([*subjects, *(h for h in heads if w.i < h < c.i)], default=None)
            if first is None or c.i - first > _LONGEST_WISH or s.words[first].upos == "PRON":
                continue
            named = self._nominal(parties, c.i)
            if named is not None:
                return Asked(*named)
            last = max([c.i, *(k for o in s.children(c.i) if o.deprel == "obj" for k in s.subtree(o.i))])
            last = last if last - first <= _LONGEST_WISH else c.i
            words = s.chars(min(s.subtree(first)[0], first), last).of(self.report.text)
            party = parties.at(first)
            return Asked(" ".join(words.split()), party.actor if party else None)
        return None

    def _seeing(self, s: Sentence, wish: Word) -> list[int]:
        """The verbs that stand between a wish and its thing: "would like to *see* the law scrapped"."""
        below = fillers(s, wish.i, "complement")
        return [c for c in below if s.words[c].lemma.lower() in self.book.wishes.seeing]

    def _is_deed(self, s: Sentence, w: Word) -> bool:
        """Whether a verb has a thing that is to be given, kept, barred or ended: then that is asked about."""
        known = self.book.topics.get((True, w.lemma.lower()), ())
        return any(t.settled for _, t in known) and any(c.deprel == "obj" for c in s.children(w.i))

    def _is_pointing(self, s: Sentence, w: Word, topic: Topic) -> bool:
        """Whether a pronoun stands for what a stand is on: "the Greens have opposed it"."""
        end = undone(s, w, self.book.wishes) if topic.clause else None
        ended = [] if end is None else [end.thing]  # "wants it scrapped"
        heads = [s.words[h] for h in (*ended, *(k for place in topic.object for k in fillers(s, w.i, place)))]
        return any(h.text.lower() in _FOR_IT for h in heads)

    def _at(self, parties: Parties, w: Word, place: str, topic: Topic) -> Sequence[int]:
        """The heads of what is asked about at a place of the topic."""
        s = parties.sentence
        if place == CLAIMED:
            return self._claimed(parties, w, topic)
        if place == _SEEN:  # "would like to see *the law* scrapped"
            told = [
                c for c in self._seeing(s, w) if any(k.deprel in ("xcomp", "ccomp") for k in s.children(c))
            ]
            return [k for c in told for k in fillers(s, c, "object")]
        if place == "complement/object":
            # In "refuses to give up the strip" the giving up says what the stand on the strip is.
            below = [c for c in fillers(s, w.i, "complement") if not self._is_deed(s, s.words[c])]
            return [k for c in below for k in fillers(s, c, "object")]
        if place == "object" and is_passive(s, w.i) and any(case_of(s, c.i) == "to" for c in s.children(w.i)):
            return []  # "the farmers are opposed to the deal"
        return fillers(s, w.i, place)

    def _claimed(self, parties: Parties, w: Word, topic: Topic) -> list[int]:
        """What somebody says is theirs: "Peru says the island belongs to it", "is part of Peru"."""
        s = parties.sentence
        own = {p.actor for h in subject(s, w.i) for p in parties.reached(h)}
        for c in s.children(w.i):
            if c.deprel != "ccomp" or c.lemma.lower() not in topic.complement:
                continue
            whose = [k.i for k in s.children(c.i) if k.deprel in ("obl", "nmod", "nmod:poss")]
            sides = {p.actor for p in parties.among(whose)}
            pronoun = any(s.words[k].text.lower() in _THEIRS for k in whose)
            if pronoun or {self._side(a) for a in sides} & {self._side(a) for a in own}:
                return [k.i for k in s.children(c.i) if k.deprel == "nsubj"]
        return []

    def _thing(self, parties: Parties, head: int, topic: Topic) -> tuple[str, str | None] | None:
        """What a question is about: an actor's name and id, or a capitalised name that is no known actor."""
        party = parties.at(head)
        actor = self.actors.get(party.actor) if party else None
        if actor is not None:
            return (
                (actor.name, actor.id) if not topic.object_kinds or actor.kind in topic.object_kinds else None
            )
        word = parties.sentence.words[head]
        if topic.things and word.lemma.lower() in self.book.quantifiers:
            of = [c.i for c in parties.sentence.children(head) if case_of(parties.sentence, c.i) == "of"]
            return self._thing(parties, of[0], topic) if of else None
        named = any(c.deprel == "det" for c in parties.sentence.children(head))
        pointed = any(
            c.text.lower() in _POINTED for c in parties.sentence.children(head) if c.deprel == "det"
        )
        echo = word.lemma.lower() in self.book.echoes and fillers(parties.sentence, head, "poss")
        if topic.things and (echo or self._is_stand(parties.sentence, word)):
            return None  # "endorsed Kenya's position" is told by what Kenya stands for
        if topic.things and word.lemma.lower() in self.book.vague and not (pointed and word.lemma in _STEPS):
            return None
        if topic.things and (word.upos == "NOUN" or (word.upos == "ADJ" and named)):
            return self._phrase(parties, head)
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

    def _is_stand(self, s: Sentence, noun: Word) -> bool:
        """Whether a noun is somebody's own stand on a further thing: "*its demand* for a port"."""
        owned = [t for _, t in self.book.topics.get((False, noun.lemma.lower()), ()) if t.owned]
        whose = owned and fillers(s, noun.i, "poss")
        return bool(whose) and any(fillers(s, noun.i, place) for t in owned for place in t.object)

    def _phrase(self, parties: Parties, head: int) -> tuple[str, str | None]:
        """A noun phrase as the name of a question, without its article or owner, and the actor in it.

        A clause is named by a noun for its verb, else by subject, verb and object: "the border | be redrawn".
        """
        s = parties.sentence
        if s.words[head].upos in ("VERB", "AUX"):
            return self._nominal(parties, head) or self._clause(parties, head)
        first, last = head, head
        for c in s.children(head):
            if c.deprel.split(":")[0] in ("amod", "compound", "nummod", "flat") and c.i < head:
                first = min(first, *s.subtree(c.i))
            told = c.deprel == "nmod" or (c.deprel == "acl" and is_infinitive(s, c))
            told = told and not is_apart(s, c)
            if told and c.i > head and len(s.subtree(c.i)) <= _LONGEST_PHRASE:
                last = max(last, *s.subtree(c.i))
        while first < head and s.words[first].deprel in ("det", "nmod:poss", "case"):
            first += 1
        words = " ".join(s.chars(first, last).of(self.report.text).split()).strip(' ,.;:"“”')
        named = [head, *(c.i for c in s.children(head) if c.deprel == "nmod")]
        about = next((p.actor for p in parties.among(named, reach=False)), None)
        return words, about

    def _nominal(self, parties: Parties, verb: int) -> tuple[str, str | None] | None:
        """What is to be done as a noun phrase: "withdrawal of boats by Samoa"; None without such a noun."""
        s = parties.sentence
        particle = next((c.text.lower() for c in s.children(verb) if c.deprel == "compound:prt"), "")
        noun = self.book.demanding.nouns.get(f"{s.words[verb].lemma.lower()} {particle}".strip())
        subjects = [c for c in s.children(verb) if c.deprel.startswith("nsubj")]
        things = [c for c in s.children(verb) if c.deprel == "obj"]
        if noun is None or not subjects or Paths(s, self.book).is_negated(verb):
            return None
        named = [k.i for k in (*things[:1], *subjects[:1]) if k.upos in ("NOUN", "PROPN")]
        if not named or len(things) > len(named):
            return None
        words = [self._phrase(parties, k)[0] for k in named]
        about = next((p.actor for p in parties.among(named, reach=False)), None)
        return f"{noun} of {' by '.join(words)}", about

    def _clause(self, parties: Parties, verb: int) -> tuple[str, str | None]:
        """What is to be or to be done, in the words of the clause: "foreign troops leave"."""
        s = parties.sentence
        sides = [c for c in s.children(verb) if c.deprel in ("nsubj", "nsubj:pass", "obj")]
        around = [k for c in sides for k in (*s.subtree(c.i), c.i) if abs(c.i - verb) <= _LONGEST_WISH]
        first, last = min([verb, *around]), max([verb, *around])
        if last - first > _LONGEST_WISH:
            first, last = verb, max([verb, *(c.i for c in sides if c.i > verb)])
        while first < verb and s.words[first].upos in ("DET", "PUNCT"):
            first += 1
        about = next((p.actor for p in parties.among([c.i for c in sides], reach=False)), None)
        return " ".join(s.chars(first, last).of(self.report.text).split()), about

    def _held(self, parties: Parties, stand: Taken) -> Iterator[Position]:
        for holder in self._holders(parties, stand):
            taken = stand
            if holder.actor == stand.asked.object:  # "is opposed to its return": not a stand on oneself
                word = parties.sentence.words[stand.topic]
                if word.upos != "NOUN":
                    continue
                taken = replace(stand, asked=Asked(word.text.lower(), None))
            yield self._position(parties.sentence, taken, holder)

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
            object=stand.asked.object if stand.asked.object in self.actors else None,
            as_of=self.report.published[:10] if self.report.published else None,
            reason=f"{words} read together are {stand.stance.value} “{stand.asked.phrase}”",
        )

    def _holders(self, parties: Parties, stand: Taken) -> list[Holder]:
        """Whose stand it is: the subject of the topmost word, down to the topic's own possessor."""
        s = parties.sentence
        for i in reversed(stand.path):
            copular = any(c.deprel == "cop" for c in s.children(i))
            verbal = s.words[i].upos in _VERBAL or is_verbal(s, s.words[i])
            heads = subject(s, i) if copular or verbal else owners(s, i)
            if s.words[i].lemma.lower() in self.book.persons and s.words[i].upos == "NOUN" and not copular:
                heads = called(s, i)
                if not heads:
                    return []  # "invited critics of the dam"
            heads = heads or parted_subject(s, i) or whose_stays(s, i)
            if not heads and s.words[i].upos == "VERB" and stand.topic not in surface_subject(s, i):
                heads = surface_subject(s, i)  # "is opposed to the deal"
            heads = [self._teller(parties, h, i) for h in heads]
            heads = [k for h in heads for k in with_conjuncts(s, h) if k not in stand.path]
            heads = [n for k in heads if not is_set_aside(s, k) for n in named_members(parties, k)]
            found = [h for k in dict.fromkeys(heads) if (h := self._holder(parties, k)) is not None]
            if found:
                return found
        return []

    def _teller(self, parties: Parties, holder: int, i: int) -> int:
        """Who says what they stand for; *it* is not the person who says so but whom they speak for."""
        teller = who_tells(parties.sentence, holder, i)
        party = parties.at(teller)
        actor = self.actors.get(party.actor) if party else None
        if teller == holder or actor is None or actor.kind is not ActorKind.PERSON:
            return teller
        if parties.sentence.words[holder].text.lower() != "it":
            return teller
        meant = parties.at(holder)
        known = self.actors.get(meant.actor) if meant else None
        return holder if known is not None and known.kind is not ActorKind.PERSON else teller

    def _holder(self, parties: Parties, i: int) -> Holder | None:
        word = parties.sentence.words[i]
        direct = parties.at(i)
        party: Party | None = direct or next(iter(parties.reached(i)), None)
        if party is None:
            return None
        if direct is not None and direct.actor in self.parts:
            return Holder(direct.actor, self.parts[direct.actor])
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
        """A refusal without an object, a bare *has not* or *does too*, answers the clause before."""
        if not stands:
            return
        s, paths = parties.sentence, Paths(parties.sentence, self.book)
        for w in s.words:
            if w.upos not in ("VERB", "AUX") or any(w.i in t.path for t in stands):
                continue
            before = [t for t in stands if t.topic < w.i]
            if not before or not any(c.deprel == "nsubj" for c in s.children(w.i)):
                continue
            last = before[-1]
            stops_short = w.lemma.lower() in ("have", "do", "be") and not self._governs(s, w, "obl")
            refuses = (
                w.lemma.lower() in self.book.turns
                and self.book.attitudes.get(w.lemma.lower()) is Stance.AGAINST
                and not self._governs(s, w)
            )
            bare = w.lemma.lower() in ("have", "do") and stops_short and not paths.is_negated(w.i)
            if bare and any(paths.is_negated(i) for i in last.path) and last.topic < w.i:
                yield Taken(last.asked, turned(last.stance), w.i, (w.i,), undoing=True)  # "Samoa does"
            elif refuses or (stops_short and paths.is_negated(w.i)):
                yield Taken(last.asked, turned(last.stance), w.i, (w.i,), undoing=True)
            elif stops_short and any(c.text.lower() in _TOO for c in s.children(w.i)):
                yield Taken(last.asked, last.stance, w.i, (w.i,))

    def answered(self, parties: Parties, base: Position) -> Iterator[Position]:
        """The stands of those who do as another did a sentence before: "Peru does not", "So does Chad"."""
        s, paths = parties.sentence, Paths(parties.sentence, self.book)
        for w in s.words[:_SHORT_ANSWER] if len(s.words) <= _SHORT_ANSWER else ():
            if w.deprel != "root" or w.lemma.lower() not in ("have", "do", "be") or self._governs(s, w):
                continue
            words = {c.text.lower() for c in s.children(w.i)}
            if not words & _TOO and not paths.is_negated(w.i):
                continue
            stance = turned(base.stance) if paths.is_negated(w.i) else base.stance
            yield from self._held(parties, Taken(Asked(base.question, base.object), stance, w.i, (w.i,)))

    def _governs(self, s: Sentence, w: Word, *but: str) -> bool:
        """Whether a verb has an object or complement behind it."""
        kinds = {"obj", "xcomp", "ccomp", "obl"}.difference(but)
        return any(c.deprel in kinds and c.i > w.i for c in s.children(w.i))

    def _echoes(self, parties: Parties, before: Sequence[Position]) -> Iterator[Position]:
        """Whoever endorses or rejects another's position takes a stand on what that other stood for."""
        s, forms = parties.sentence, parties.sentence.forms()
        if not before or self.book.echoes.isdisjoint(s.written()):
            return
        for w in s.words:
            if forms[w.i][0] not in self.book.echoes or w.upos != "NOUN" or w.head < 0:
                continue
            attitude = Paths(s, self.book).attitude(s.words[w.head], w, {})
            echoed = self._last_of(parties, w, before)
            if attitude is None or echoed is None:
                continue
            stance = echoed.stance if attitude is Stance.FOR else turned(echoed.stance)
            stand = Taken(Asked(echoed.question, echoed.object), stance, w.i, (w.i, w.head))
            owner = echoed.holder
            yield from (p for p in self._held(parties, stand) if self._side(p.holder) != self._side(owner))

    def _joined(self, parties: Parties, before: Sequence[Position]) -> Iterator[Position]:
        """Whoever agrees with another stands where that other last stood."""
        s = parties.sentence
        if not before or self.book.joins.isdisjoint(s.written()):
            return
        for w in s.words:
            if (
                w.upos != "VERB"
                or w.lemma.lower() not in self.book.joins
                or Paths(s, self.book).is_unreal(w.i)
            ):
                continue
            others = {self._side(p.actor) for h in fillers(s, w.i, "with") for p in parties.reached(h)}
            joined = next((p for p in reversed(before) if self._side(p.holder) in others), None)
            if joined is not None:
                stance = turned(joined.stance) if Paths(s, self.book).is_negated(w.i) else joined.stance
                yield from self._held(
                    parties, Taken(Asked(joined.question, joined.object), stance, w.i, (w.i,))
                )

    def _last_of(self, parties: Parties, w: Word, before: Sequence[Position]) -> Position | None:
        owners = [p.actor for h in fillers(parties.sentence, w.i, "poss") for p in parties.reached(h)]
        sides = {self._side(o) for o in owners}
        return next((p for p in reversed(before) if self._side(p.holder) in sides), None)

    def _side(self, actor: str) -> str:
        known = self.actors.get(actor)
        return (known.state if known else None) or actor


def _asked_before(i: int, stands: Sequence[Taken], last: Asked | None) -> Asked | None:
    """What the latest of a sentence's stands before word ``i`` is on, else what was asked before it."""
    return next((t.asked for t in reversed(stands) if t.topic < i), last)


def _is_part(s: Sentence, modifier: Word) -> bool:
    """Whether a noun is a part of another's name: "oil ban", but not "18-month truce"."""
    measured = any(c.deprel == "nummod" or c.text == "-" for c in s.children(modifier.i))
    joined = s.words[modifier.i - 1].text == "-" if modifier.i else False
    return modifier.deprel == "compound" and modifier.upos == "NOUN" and not measured and not joined


def _naming(question: str) -> frozenset[str]:
    """The words of a question by which two may be about the like."""
    return frozenset(w for w in question.lower().split() if len(w) >= _SHORT and w not in _SLIGHT)


def _reach(s: Sentence, topic: int) -> list[int]:
    """The words that another thing is set beside: a topic, its verb or object, and what these are of."""
    near = [topic, *(c.i for c in s.children(topic) if c.deprel in ("obj", "ccomp"))]
    near += [c.i for k in near for c in s.children(k) if c.deprel == "nmod"]
    over = s.words[topic].head
    return near + ([over] if over >= 0 and s.words[topic].deprel == "obj" else [])
