"""To whom the phrases of a report belong: what they say themselves, and what the context says for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.name_words import Token
from dragoman.find.actor_links import LOCAL_SECTORS
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.record import ActorKind, Span
from dragoman.resolve.barred import barred
from dragoman.resolve.binding import likely
from dragoman.resolve.foes import foe_of
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.outsiders import outsider
from dragoman.resolve.owners import Belonging, belonging
from dragoman.resolve.phrase_view import term_of
from dragoman.resolve.private_sides import is_private
from dragoman.resolve.pronouns import FIRST, SECOND, Spot
from dragoman.resolve.scene import Seen
from dragoman.resolve.sites import addressed_state, is_at_home, seat, site_of, stage

_INSTITUTIONS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "ELI"})
_SENDING = frozenset({"send", "dispatch", "deploy", "second"})
_RULING = frozenset({"GOV", "MIL", "LEG"})
_HERE = frozenset({"here", "there"})
_OF_BODIES = frozenset({"JUD", "LEG"})  # whose members an organisation may have as well


@lru_cache(maxsize=8)
def _states_of(title_states: tuple[str, ...]) -> dict[str, str]:
    """The state of each title that tells one; a gazetteer has the same for every report."""
    titles = (t.partition(": ") for t in title_states)
    return {title: state for title, _, state in titles}


class Ownership:
    """Resolves the owners of phrases."""

    def __init__(self, notes: Notebook) -> None:
        self.notes = notes
        self._title_states = _states_of(notes.gazetteer.readings.title_states)
        self._asked: tuple[Phrase | None, RoleNoun | None, int] = None, None, 0
        self._outside: tuple[str, str] | None = None

    def of(self, phrase: Phrase) -> Belonging | None:
        """The owner that the phrase itself names, resolved."""
        return belonging(phrase.owner, self.notes.gazetteer, self.notes.date, self._other)

    def _other(self, owner: Owner) -> Belonging | None:
        actor: str | None = None
        if owner.phrase is not None:
            known = self.notes.resolve(owner.phrase)
            actor = known.actor if known else None
        elif owner.person is not None:
            tokens = list(self.notes.view.tokens[owner.person[0] : owner.person[1] + 1])
            key = " ".join(t.norm for t in tokens)
            holder = next(
                (t.ref for t in self.notes.gazetteer.terms.get(key, ()) if t.what == "person"), None
            )
            span = self.notes.view.range(*owner.person)
            known = self.notes.people.named(
                tokens, self.notes.view.text[span.start : span.end], holder, titled=True
            )
            actor = known.actor
            first, last = owner.person
            self.notes.mention(-1, Phrase(first, last, last, "person", first, name=owner.person), known)
        elif owner.pronoun is not None:
            token = self.notes.view.tokens[owner.pronoun]
            if token.norm in FIRST or token.norm in SECOND:
                return None
            never = barred(self.notes.view, owner.pronoun, self.notes.scene, self.notes.gazetteer.readings)
            near = likely(self.notes.view, owner.pronoun, self.notes.scene)
            spot = Spot(self.notes.view.index, token.start, barred=never, likely=near)
            read = self.notes.pronouns.read(token.norm, spot)
            actor = read.actor if read else None
            self.notes.bring_in(actor)
        return self._of_actor(actor, owner.how) if actor else None

    def from_context(self, phrase: Phrase, role: RoleNoun) -> Belonging | None:
        """The state where the phrase says it is, else the state that the report is about here."""
        notes = self.notes
        if (antecedent := self._antecedent(phrase)) is not None:
            return antecedent
        if (body := self._there(phrase, role)) is not None:
            return body
        if (shared := self._shared(phrase)) is not None:
            return shared
        outside = self.outsider(phrase, role) or self._facing(phrase, role)
        foe = None if outside else foe_of(notes.view, phrase, role, notes.scene, notes.gazetteer)
        if foe is not None:
            return Belonging(foe, foe or None, None, "state" if foe else "organisation", "context")
        sent = role.kind == "force" or self._sent(phrase)
        if outside is None and sent and (sender := self._sender(phrase)) is not None:
            return sender
        local = role.sector in LOCAL_SECTORS or role.kind == "body"
        country = self.located(phrase) if local else None
        country = country or site_of(notes.view, phrase, role, notes.gazetteer, notes.country_of)
        if role.name == "embassy" and country is not None:
            return None  # an embassy in La Paz is anybody's but Bolivia's
        if country is not None:
            if is_at_home(role):
                notes.scene.sites[notes.view.index] = country
            return Belonging(country, country, None, "state", "place")
        if outside is not None:
            return Belonging(outside[1], outside[1], None, "state", "context")
        if (told := self._told_here(phrase, role)) is not None:
            return told
        if (here := stage(self.notes.scene, self.notes.view.index, role)) is not None:
            return Belonging(here, here, None, "state", "context")
        agent = self._agent(phrase)
        if is_at_home(role) and (agent or not self._subject_has_state()) and (base := notes.scene.base()):
            return Belonging(base, base, None, "state", "context")
        home = notes.scene.home_state(notes.view.index, role.sector in _INSTITUTIONS, agent)
        return Belonging(home[0], home[0], None, "state", "context") if home else None

    def _shared(self, phrase: Phrase) -> Belonging | None:
        """Whose they are who are joined to others without a word of their own: "Danish nurses and cooks"."""
        view = self.notes.view
        word = view.word(phrase)
        if word is None or word.deprel != "conj" or phrase.first != phrase.core or not phrase.plural:
            return None
        beside = next((p for p in view.phrases if (w := view.word(p)) is not None and w.i == word.head), None)
        if beside is None or beside.owner is None or not beside.plural or beside.owner.how != "adjective":
            return None
        return self.of(beside) if beside.owner.entry is not None else None

    def _agent(self, phrase: Phrase) -> bool:
        """Whether somebody of whatever state undergoes what those of a phrase do: "held *by soldiers*"."""
        word, words = self.notes.view.word(phrase), self.notes.view.words
        return (
            word is not None and 0 <= word.head < len(words) and self.notes.view.agent(word, words[word.head])
        )

    def _subject_has_state(self) -> bool:
        """Whether the sentence so far has a subject of some state."""
        return any(s.subject and s.country for s in self.notes.scene.since(self.notes.view.index))

    def seat(self, phrase: Phrase, role: RoleNoun) -> Belonging | None:
        """The state of a government or an army that is said to be in it: "the army in Mali"."""
        state = seat(self.notes.view, phrase, role, self.notes.gazetteer)
        return None if state is None else Belonging(state, state, None, "state", "seat")

    def outsider(self, phrase: Phrase, role: RoleNoun | None) -> tuple[str, str] | None:
        """The state that acts on a bare institution and does not own it, and the state that does."""
        notes = self.notes
        told = len(notes.scene.seen)
        before, as_what, by_then = self._asked
        if before is not phrase or as_what is not role or by_then != told:  # several steps ask the same
            found = outsider(notes.view, phrase, role, notes.scene, notes.gazetteer.readings)
            if found is not None:
                notes.scene.outsiders.add(found[0])
            self._asked, self._outside = (phrase, role, told), found
        return self._outside

    def _facing(self, phrase: Phrase, role: RoleNoun) -> tuple[str, str] | None:
        """The state to which a bare institution says something, and the one that it is of instead.

        "The junta asked New Delhi …" is none of India's.
        """
        notes, word = self.notes, self.notes.view.word(phrase)
        if word is None or word.deprel != "nsubj" or role.sector not in _RULING or not phrase.definite:
            return None
        readings = notes.gazetteer.readings
        verb = notes.view.words[word.head] if 0 <= word.head < len(notes.view.words) else None
        if verb is None or verb.lemma.lower() not in readings.urging_verbs:
            return None
        state = addressed_state(notes.view, verb.i, notes.gazetteer)
        others = [s.country for s in notes.scene.seen if s.country not in (None, state)]
        others += [lies for _, lies in notes.scene.cities if lies != state]
        most = Counter(c for c in others if c).most_common(1)
        return (state, most[0][0]) if state is not None and most else None

    def _antecedent(self, phrase: Phrase) -> Belonging | None:
        """Who owns what stands after "whose": the one named just before in the sentence."""
        view, first = self.notes.view, phrase.first
        if first == 0 or view.tokens[first - 1].norm != "whose":
            return None
        start = view.tokens[first].start
        for seen in reversed(self.notes.scene.since(view.index)):
            if seen.start < start:
                return self._of_actor(seen.actor, "context")
        return None

    def points(self, phrase: Phrase) -> bool:
        """Whether a phrase points to where its people are: "the government *there*"."""
        after, tokens = phrase.last + 1, self.notes.view.tokens
        return after < len(tokens) and tokens[after].norm in _HERE

    def _there(self, phrase: Phrase, role: RoleNoun) -> Belonging | None:
        """Where those "there" are: in the place named just before, or the organisation ("judges there")."""
        view, scene = self.notes.view, self.notes.scene
        if not self.points(phrase):
            return None
        if (opening := scene.openings.get(view.index - 1)) is not None:
            return Belonging(opening, opening, None, "state", "place")
        start = view.tokens[phrase.first].start
        body = role.sector in _OF_BODIES or role.neutral or term_of(view, phrase) == "officials"
        seen = scene.latest(
            lambda s: (
                s.start < start
                and (bool(s.place and s.country) or (body and _international(s) and not s.subject))
            ),
            since=view.index - 1,
        )
        town = next((t for t in reversed(scene.cities) if view.index - t[0] <= 1), None)
        if town is not None and (seen is None or town[0] > seen.sentence):
            return Belonging(town[1], town[1], None, "state", "place")
        if seen is None:
            return None
        if seen.country is not None:
            return Belonging(seen.country, seen.country, None, "state", "place")
        return self._of_actor(seen.actor, "context")

    def _told_here(self, phrase: Phrase, role: RoleNoun) -> Belonging | None:
        """Whom an official or a public body serves by the opening, the title, or the subject before.

        A subject of the own sentence comes first: "Peru recalled its envoy, the Foreign Ministry said".
        """
        scene, index = self.notes.scene, self.notes.view.index
        public = role.sector in _INSTITUTIONS or (role.neutral and role.kind == "person")
        if role.kind == "group" or not public:
            return None
        title = self._title_states.get(term_of(self.notes.view, phrase))
        state = scene.openings.get(index) or (title if title and scene.speaks_of(title) else None)
        if state is not None:
            return Belonging(state, state, None, "state", "context")
        subject = scene.latest(lambda s: s.subject and s.state is not None, since=index)
        if role.kind == "force" or (subject is not None and subject.country):
            return None
        subject = subject or scene.subject_before(index)
        # An organisation has spokesmen, but no ministers and no ministries.
        fits = subject is not None and (role.neutral or subject.country is not None)
        if subject is None or not fits:
            return None
        if not role.neutral and subject.country and subject.kind == ActorKind.GROUP:
            return Belonging(subject.country, subject.country, None, "state", "context")
        return self._of_actor(subject.actor, "context")

    def located(self, phrase: Phrase) -> str | None:
        """The country of the place in what follows ("a court in Lyon") or in the phrase's own name."""
        view, tokens = self.notes.view, self.notes.view.tokens
        if phrase.place_owner is not None:
            entry = self.notes.gazetteer.entries.get(phrase.place_owner)
            return entry.state if entry is not None else phrase.place_owner
        if (state := self._in_town_of(phrase)) is not None:
            return state
        capitals = [t for t in tokens[phrase.first : phrase.core] if t.capital and t.norm not in ("the", "a")]
        if not capitals or not (phrase.named or self._opens_with_place(capitals[0])):
            return None
        span = Span(capitals[0].start, capitals[-1].end)
        if phrase.role is not None and phrase.role.sector == "PTY":
            return None  # there is a town called Progress, but the Progress Party is not of it
        first = Span(capitals[0].start, capitals[0].end)
        country_of = self.notes.country_of
        return country_of(span.of(view.text), span) or country_of(capitals[0].text, first)

    def _in_town_of(self, phrase: Phrase) -> str | None:
        """The state that an adjective tells of the place behind a phrase: "police in the Kenyan capital"."""
        view = self.notes.view
        after = view.tokens[phrase.last + 1 : phrase.last + 7]
        norms = [t.norm for t in after]
        if len(after) < 4 or norms[0] not in ("in", "at", "near", "outside") or norms[1] not in ("the", "a"):
            return None
        readings = self.notes.gazetteer.readings
        towns = readings.town_nouns | readings.district_nouns
        town = next((n for n, norm in enumerate(norms) if norm in towns), 0)
        for n in range(2, town):
            for words in (norms[n : n + 2], norms[n : n + 1]):
                terms = self.notes.gazetteer.terms.get(" ".join(words), ()) if after[n].capital else ()
                told = next((t.ref for t in terms if t.what == "entry" and t.form == "adjective"), None)
                if told is not None:
                    return self.notes.gazetteer.entries[told].state
        return None

    def _opens_with_place(self, token: Token) -> bool:
        """Whether the first word of a sentence, whose capital tells nothing, is tagged as a name."""
        view = self.notes.view
        if token.i != 0:
            return False
        return not view.words or (token.word >= 0 and view.words[token.word].upos == "PROPN")

    def _sent(self, phrase: Phrase) -> bool:
        """Whether people are sent out, who are their sender's then: "Cuba sent 200 *doctors*"."""
        clause, words = self.notes.view.clause(phrase), self.notes.view.words
        return 0 <= clause < len(words) and words[clause].lemma.lower() in _SENDING

    def _sender(self, phrase: Phrase) -> Belonging | None:
        """Whose forces they are that a state or organisation sends: the subject of the verb."""
        word = self.notes.view.word(phrase)
        if word is None or word.deprel not in ("obj", "nsubj:pass"):
            return None
        clause = self.notes.view.clause(phrase)
        sender = self._argument(clause, lambda seen: seen.subject) or self._controller(clause)
        if sender is None or is_private(sender.actor, self.notes.cast):
            return None  # a firm or a charity has no army
        return self._of_actor(sender.actor, "context")

    def _controller(self, clause: int) -> Seen | None:
        """Who does what a clause without a subject says: "accused Chad of sending tanks"."""
        words = self.notes.view.words
        verb = words[clause] if 0 <= clause < len(words) else None
        if verb is None or verb.deprel.split(":")[0] not in ("advcl", "acl", "xcomp", "obl", "ccomp"):
            return None
        return self._argument(verb.head, lambda seen: not seen.subject and not seen.place)

    def _argument(self, clause: int, fits: Callable[[Seen], bool]) -> Seen | None:
        """The state or body named last in this sentence among the arguments of a verb."""
        for seen in reversed(self.notes.scene.seen):
            if seen.sentence != self.notes.view.index:
                return None
            if seen.clause == clause and self.notes.scene.statelike(seen) and fits(seen):
                return seen
        return None

    def _of_actor(self, actor: str, how: str) -> Belonging | None:
        """An actor of the cast as an owner; a state's army or government lends its state."""
        member = self.notes.cast.get(actor)
        if member is None:
            return None
        if member.kind == ActorKind.PERSON and member.role and member.role.of:
            entry = self.notes.gazetteer.entries.get(member.role.of)
            kind = entry.kind if entry else "person"
            return Belonging(member.role.of, member.state, member.sector, kind, how)
        if member.state and actor != member.state and actor.startswith(f"{member.state}."):
            return Belonging(member.state, member.state, member.sector, "part", how)
        return Belonging(actor, member.state, member.sector, member.kind.value, how)


def _international(seen: Seen) -> bool:
    """Whether somebody is an organisation or court of no single state."""
    return seen.country is None and seen.kind in (ActorKind.ORGANISATION, ActorKind.BODY)
