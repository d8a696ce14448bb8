"""What a reader has in mind at a point of the report: who was named last, as what, and how prominently."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter

from dragoman.record import ActorKind
from dragoman.values import changed, value

_STATELIKE = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BODY, ActorKind.FORCE})

_times = itemgetter(1)

_MUCH = 3  # times as often as another state may be told of than that from which the report was filed

_SURE = 2  # pronouns that, against none, tell a gender


@value
class Seen:
    """One mention in the order of the report: whose, in which sentence, whether a subject or a place.

    A ``teller`` is the subject of a saying that stands after what is said, and ``says`` of any saying;
    ``taken`` tells how somebody was arrested or abducted there, ``clash`` by which word he fought or dealt
    with another.
    """

    actor: str
    kind: ActorKind
    sentence: int
    start: int
    subject: bool
    place: bool
    plural: bool
    state: str | None
    clause: int = -1
    country: str | None = None
    word: int = -1
    agent: bool = False
    teller: bool = False
    says: bool = False
    taken: str = ""
    clash: int = -1


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person of the report: the words of the name, the office and of whom, the gender if known."""

    actor: str
    words: tuple[str, ...]
    office: str | None = None
    role_name: str | None = None
    of: str | None = None
    state: str | None = None
    gender: str | None = None


@dataclass(slots=True)
class Scene:
    """The memory of one report.

    ``terms`` has who a noun stood for last, ``paragraphs`` and ``openings`` the paragraph and the country
    at the head of each sentence, ``titled`` the full names that the report gives, anywhere, to an office,
    ``things`` the sentence and first character of subjects that are no actors ("the decision"), ``genders``
    what a noun tells of somebody unnamed ("her father"), ``pronounced`` how often an actor was he or she,
    ``joined`` whom "and" joins, ``outsiders`` the states that acted on another's army or government,
    ``beside`` in which sentence a state or body was named last with others by its side, ``behind`` the state
    of whose office holder a sentence tells ("*Chad's* minister said that its troops …"), ``sites`` the state
    in which the people of a sentence act, ``filed`` that from which the report was filed.
    """

    seen: list[Seen] = field(default_factory=list)
    _sentences: list[int] = field(default_factory=list)  # those of what was seen, which ascend
    persons: dict[str, PersonSeen] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    cities: list[tuple[int, str]] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)
    paragraphs: dict[int, int] = field(default_factory=dict)
    openings: dict[int, str] = field(default_factory=dict)
    titled: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    things: list[tuple[int, int]] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    pronounced: Counter[tuple[str, str]] = field(default_factory=Counter)
    joined: dict[str, tuple[str, ...]] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    outsiders: set[str] = field(default_factory=set)
    beside: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    behind: dict[int, str] = field(default_factory=dict)
    sites: dict[int, str] = field(default_factory=dict)
    filed: str | None = None

    def see(self, seen: Seen) -> None:
        """Keep a mention in mind; ``times`` counts those of each actor, ``countries`` those of each state."""
        self.seen.append(seen)
        self._sentences.append(seen.sentence)
        # By `get`, since a counter asks a function of its own for what it does not hold yet.
        self.times[seen.actor] = self.times.get(seen.actor, 0) + 1
        if seen.country:
            self.countries[seen.country] = self.countries.get(seen.country, 0) + 1

    def merge(self, one: str, other: str) -> None:
        """Keep actor ``one`` in mind as ``other``, who turned out to be the same."""
        self.seen = [changed(s, actor=other) if s.actor == one else s for s in self.seen]
        self.terms = {term: other if actor == one else actor for term, actor in self.terms.items()}
        self.times[other] += self.times.pop(one, 0)
        for gender in ("m", "f"):
            self.pronounced[other, gender] += self.pronounced.pop((one, gender), 0)
        if one in self.genders:
            self.genders.setdefault(other, self.genders.pop(one))

    def join(self, first: int, last: Seen) -> None:
        """Keep in mind together whom "and" joins: those at word ``first`` of the sentence and ``last``."""
        for seen in reversed(self.seen[:-1]):
            if seen.sentence != last.sentence:
                return
            if seen.word == first and first >= 0:
                break
        else:
            return
        # Of states and bodies that act together each is told of by itself.
        one = seen.kind == ActorKind.PERSON and not seen.plural
        if self.statelike(seen) and self.statelike(last) and seen.subject and not last.place:
            told = self.beside.get(seen.actor, (last.sentence, ()))
            before = told[1] if told[0] == last.sentence else ()
            self.beside[seen.actor] = last.sentence, tuple(dict.fromkeys((seen.actor, *before, last.actor)))
        if last.kind != ActorKind.PERSON or last.plural or not (one or seen.actor in self.joined):
            return
        members = tuple(dict.fromkeys((*self.joined.get(seen.actor, (seen.actor,)), last.actor)))
        if len(members) > 1:
            ident = "+".join(members)
            self.joined[ident] = members
            self.see(changed(seen, actor=ident, kind=ActorKind.GROUP, plural=True, state=None, country=None))

    def gender(self, actor: str) -> str | None:
        """The gender that a name or a noun tells; else that of the pronouns for the actor so far."""
        if (told := self.told_gender(actor)) is not None:
            return told
        lean = self.leaning(actor, "m") if self.pronounced else 0
        return "m" if lean >= _SURE else "f" if lean <= -_SURE else None

    def leaning(self, actor: str, gender: str) -> int:
        """How much oftener an actor was of a gender, by the pronouns so far, than of the other."""
        other = "f" if gender == "m" else "m"
        often = self.pronounced.get
        return often((actor, gender), 0) - often((actor, other), 0)

    def told_gender(self, actor: str) -> str | None:
        """The gender that a name, a title or a noun tells."""
        person = self.persons.get(actor)
        return (person.gender if person else None) or self.genders.get(actor)

    def thing_before(self, sentence: int, start: int) -> int | None:
        """Where the nearest subject that is no actor begins, in this sentence or the one before."""
        near = [at for n, at in self.things if 0 <= sentence - n <= 1 and at < start]
        return max(near, default=None)

    def latest(self, fits: Callable[[Seen], bool], since: int = 0) -> Seen | None:
        """The most recent mention that fits, from a sentence on."""
        return next((s for s in reversed(self.since(since)) if fits(s)), None)

    def salient(
        self,
        sentence: int,
        fits: Callable[[Seen], bool],
        back: int = 3,
        bonus: Callable[[Seen], float] | None = None,
    ) -> tuple[str, str | None] | None:
        """The most prominent actor that fits and the runner-up: near, a subject, no place; a bonus."""
        scores: dict[str, float] = {}
        times = self.times
        for n, s in enumerate(reversed(self.seen)):
            distance = sentence - s.sentence
            if distance > back or n > 60:
                break
            if fits(s):
                score = 3.0 + 0.1 * min(times[s.actor], 6) - 0.9 * distance
                if s.subject or (s.agent and s.kind != ActorKind.PERSON):
                    score += 1.2
                if s.place:
                    score -= 0.8
                if bonus is not None:
                    score += bonus(s)
                scores[s.actor] = max(scores.get(s.actor, 0.0), score - 0.02 * n)
        if len(scores) < 2:
            return next(((actor, None) for actor in scores), None)
        first, second, *_ = sorted(scores, key=lambda actor: -scores[actor])
        return first, second

    def home_state(
        self, sentence: int, institution: bool = True, agent: bool = False
    ) -> tuple[str, str] | None:
        """The state that someone without one most likely belongs to, and why.

        An ``institution`` ("the government") is that of the subject, people are rather of the place. Not so
        an ``agent``, by whom something is done to the subject: of two states he is of the one told of first.
        """
        near = [s for s in self.since(sentence - 1) if s.country and s.sentence <= sentence]
        subject = next((s for s in reversed(near) if s.subject and s.sentence == sentence), None)
        if institution and not agent and subject and subject.country:
            return subject.country, "the subject of the sentence belongs there"
        if not institution and (here := self._places(sentence)):
            return here, "the place that the sentence names is there"
        weighted = self._counted()
        if not weighted:
            return None
        for s in near:
            if s.country is not None and s.country in weighted:
                weighted[s.country] += 1
        (state, n), *rest = sorted(weighted.items(), key=_times, reverse=True)[:2]
        if rest and rest[0][1] == n and self.filed in (state, rest[0][0]):
            state = self.filed or state
        elif rest and rest[0][1] == n and not agent:
            last = next((s.country for s in reversed(self.seen) if s.country in (state, rest[0][0])), state)
            state = last or state
        return str(state), "the state that the report names most here"

    def base(self) -> str | None:
        """The state from which the report was filed, where it tells of it hardly less than of another."""
        counted = self._counted()
        told = counted.get(self.filed or "", 0)
        return self.filed if told and _MUCH * told >= max(counted.values()) else None

    def abroad(self, by: Seen) -> str | None:
        """The state that the report is about, but for the one whose act ``by`` is and those that acted so."""
        who = by.country or by.actor
        others = [
            s.country
            for s in self.seen
            if s.country not in (None, who) and not (s.sentence == by.sentence and s.clause == by.word)
        ]
        others += [state for _, state in self.cities if state != who]
        near = [s.country for s in self.seen if by.sentence - s.sentence == 1]
        weighted: dict[str | None, int] = {}
        for state in (*others, *(state for state in near if state in others)):
            weighted[state] = weighted.get(state, 0) + 1
        stage = {state: n for state, n in weighted.items() if state not in self.outsiders} or weighted
        return max(stage.items(), key=_times)[0] if stage else None

    def subject_before(self, sentence: int) -> Seen | None:
        """The subject of the sentence before in the same paragraph, named there and of some state or body."""
        here, before = self.paragraphs.get(sentence), self.paragraphs.get(sentence - 1)
        if here is None or here != before:
            return None
        return self.latest(
            lambda s: s.sentence == sentence - 1 and s.subject and s.state is not None, since=sentence - 1
        )

    def speaks_of(self, state: str) -> bool:
        """Whether the report has named a state, or anything of it, so far; or no state at all yet."""
        counted = self._counted()
        return state in counted or not counted

    def told_before(self, state: str, sentence: int) -> bool:
        """Whether the sentences before one have named a state, a place in it, or anything of it."""
        named = any(s.country == state for s in self.seen if s.sentence < sentence)
        return named or any(n < sentence and lies == state for n, lies in self.cities)

    def states(self) -> set[str]:
        """The states that the report has named, or anything of them, so far."""
        return set(self._counted())

    def whole(self) -> str | None:
        """The state that half of all mentions of states in the report belong to, if there is one."""
        counted = self._counted()
        if not counted:
            return None
        state, n = max(counted.items(), key=_times)
        return state if 2 * n >= sum(counted.values()) else None

    def _counted(self) -> dict[str, int]:
        """How often each state was named, or anything of it: plainly, as a `Counter` is slow to copy."""
        counted = dict(self.countries)
        for _, state in self.cities:
            counted[state] = counted.get(state, 0) + 1
        return counted

    def since(self, sentence: int) -> list[Seen]:
        """The mentions from a sentence on, in order: only the last need to be looked at."""
        return self.seen[bisect_left(self._sentences, sentence) :] if sentence > 0 else self.seen

    def _places(self, sentence: int) -> str | None:
        """The state of a place, or of an adjective that tells where ("the Sudanese town"), in a sentence."""
        here = self.since(sentence)
        states = [s.country for s in here if s.sentence == sentence and s.place and s.country]
        cities = [state for n, state in self.cities if n == sentence]
        found = states or cities
        return found[-1] if found else None

    def statelike(self, seen: Seen) -> bool:
        """Whether a mention is of a state, organisation, body or force."""
        return seen.kind in _STATELIKE
