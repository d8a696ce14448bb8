"""Phrases headed by a role noun or a common noun: "the Kenyan president", "rebels", "the alliance"."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.name_words import slug
from dragoman.find.actor_links import LOCAL_SECTORS
from dragoman.find.actor_phrase import Phrase
from dragoman.language.prepositions import cases_of
from dragoman.record import Actor, ActorKind, Role
from dragoman.resolve.cast import COMMON, FULL, KINDS
from dragoman.resolve.clashes import opponents
from dragoman.resolve.foes import NOBODYS
from dragoman.resolve.idioms import idiom
from dragoman.resolve.named_at_last import ARMED_GROUPS
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.of_two import neighbour
from dragoman.resolve.owners import Belonging, is_top_office, sector_of
from dragoman.resolve.ownership import Ownership
from dragoman.resolve.person_phrases import out_of_office
from dragoman.resolve.persons import Known
from dragoman.resolve.phrase_view import term_of
from dragoman.resolve.private_sides import NO_DEALING, is_private, last_dealing
from dragoman.resolve.scene import Seen
from dragoman.resolve.sites import is_foreign
from dragoman.resolve.variation import officers, people_told, varied

_PARTY = "party"
_BUSINESS, _LATELY = "BUS", 2
_PRESS = "JRN"
_EARLY = 2  # sentences from the headline on
_ARMED = {"MIL": "MIL", "COP": "COP"}
_BOMBERS, _PLANE = frozenset({"bomber", "bombers"}), "warplane"
_PEERS = frozenset({"counterpart", "opposite number"})
_PAIRING = frozenset({"the", "both", "two"})
_MEN, _BEARING = frozenset({"men"}), frozenset({"MIL", "COP", "REB", "PRM"})
_POINTING = frozenset({"the", "this", "that"})
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.BODY})
# Of such a sector a report has mostly one: "the company" is the firm named before.
_ONE_SORT = frozenset({"BUS", "PTY", "JRN", "LAB", "EDU", "REL", "SOC"})


class RolePhrases:
    """Resolves descriptions of persons, bodies, forces and groups."""

    def __init__(self, notes: Notebook, owners: Ownership) -> None:
        self.notes, self.owners, self.readings = notes, owners, notes.gazetteer.readings
        self.foes: set[str] = set()  # of whom it was only told whose they are not

    def read(self, phrase: Phrase) -> Known | None:
        """Whom a description stands for; None (with a note) where nobody can be told."""
        term = term_of(self.notes.view, phrase)
        if (why := idiom(self.notes.view, phrase, term, self.readings)) is not None:
            self.notes.drop(phrase, why)
            return None
        if self._itself(phrase):
            self.notes.drop(phrase, f"“this {term}” is the one that reports")
            return None
        owner = self.owners.of(phrase)
        if phrase.noun is not None and (phrase.definite or phrase.what == "noun"):
            known = self._noun(phrase, owner)
            if known is not None or phrase.role is None:
                return known
        assert phrase.role is not None
        role = self._flown(phrase, self._raised(phrase, phrase.role, term), term)
        if (
            term in self.readings.visitor_nouns
            and phrase.definite
            and (guest := self.notes.describer.visitor(self.notes.view.index))
        ):
            return guest
        if role.kind == "person" and not phrase.plural:
            return self._one(phrase, role, term, owner)
        return self._many(phrase, role, term, owner)

    def _itself(self, phrase: Phrase) -> bool:
        """Whether the outlet tells of itself as of whom somebody spoke to: "told *this newspaper*"."""
        role, view = phrase.role, self.notes.view
        if role is None or role.sector != _PRESS or role.kind == "person" or phrase.plural:
            return False
        near = view.tokens[max(phrase.first - 1, 0) : phrase.first + 1]
        word = view.word(phrase)
        hears = word is not None and word.deprel.split(":")[0] in ("obj", "iobj", "obl")
        return hears and any(t.norm == "this" for t in near) and not view.in_quotes(near[-1].start)

    def _raised(self, phrase: Phrase, role: RoleNoun, term: str) -> RoleNoun:
        """The office that a word makes of a role across an owner: "the top Peruvian diplomat"."""
        if phrase.first == phrase.core:
            return role
        before, makers = self.notes.view.tokens[phrase.first : phrase.core], self.readings.office_makers
        rank = next((t.norm for t in before if t.norm in makers), None)
        if rank is None:
            return role
        terms = self.notes.gazetteer.terms.get(f"{rank} {term}", ())
        found = next((t for t in terms if t.what == "role"), None)
        return self.notes.gazetteer.roles[int(found.ref)] if found else role

    def _flown(self, phrase: Phrase, role: RoleNoun, term: str) -> RoleNoun:
        """The aircraft that a word means that also means somebody: "shot down a Chilean *bomber*"."""
        if term not in _BOMBERS:
            return role
        clause, words = self.notes.view.clause(phrase), self.notes.view.words
        if not 0 <= clause < len(words):
            return role
        lemma = words[clause].lemma.lower()
        if lemma not in self.readings.downing_verbs or (
            lemma == "shoot" and not any(w.head == clause and w.text.lower() == "down" for w in words)
        ):
            return role
        terms = self.notes.gazetteer.terms.get(_PLANE, ())
        found = next((t for t in terms if t.what == "role"), None)
        return self.notes.gazetteer.roles[int(found.ref)] if found else role

    def _noun(self, phrase: Phrase, owner: Belonging | None) -> Known | None:
        assert phrase.noun is not None
        if not phrase.definite or phrase.plural:
            return None
        if owner is None and (beside := self._next_door(phrase)) is not None:
            return beside
        if owner is None or owner.how != "possessive":
            outside = self.owners.outsider(phrase, None) if owner is None else None
            known = self.notes.describer.noun(phrase.noun, owner, self.notes.view.index, outside)
        elif phrase.owner is not None and phrase.owner.pronoun is not None:
            known = self.notes.describer.own_country(phrase.noun, owner)
        else:
            return None
        if known is None and phrase.named and owner is None and phrase.noun in self.readings.state_nouns:
            known = self.notes.describer.region_state(self.notes.view.index)
        if known is None:
            if phrase.role is None:
                self.notes.drop(phrase, f"nothing before fits “the {phrase.noun}”")
            return None
        entry = self.notes.gazetteer.entries.get(known.actor)
        if entry is not None:
            self.notes.cast.entry(
                entry, self.notes.gazetteer.sector_of(entry, self.notes.date), entry.name, COMMON
            )
        return known

    def _one(self, phrase: Phrase, role: RoleNoun, term: str, owner: Belonging | None) -> Known | None:
        """One person described: resolved where the words are definite, else someone unnamed."""
        if term in _PEERS and phrase.owner is not None and phrase.owner.pronoun is not None:
            return self._other_of_office(phrase, owner)
        if (holder := self._held_before(phrase, f"former {term}", owner)) is not None:
            return holder
        former = bool(set(phrase.shifts) & {"former", "ex"})
        if (phrase.definite or (phrase.owner and not phrase.indefinite)) and not former:
            outside = self.owners.outsider(phrase, role)
            sector = sector_of(phrase, role, owner, self.notes.gazetteer)
            known = self.notes.describer.person(role, term, owner, self.notes.view.index, outside, sector)
            if known is not None:
                return known
        if phrase.definite and owner is None and (broker := self.notes.describer.broker(term)) is not None:
            return broker
        if role.neutral and owner is None and not phrase.shifts and phrase.of_role is None:
            if (same := varied(self.notes, phrase, role)) is not None:
                return same
            self.notes.drop(phrase, f"“{term}” does not say whose")
            return None
        if term in _PEERS and owner is not None and (peer := self._counterpart(owner)) is not None:
            return peer
        if (
            term in self.readings.neighbour_nouns
            and owner is not None
            and (beside := self._neighbour(owner)) is not None
        ):
            return beside
        if self._borders(phrase, term, owner):
            self.notes.drop(phrase, f"“{term}” is a state beside another that nobody has named")
            return None
        if (same := self._unnamed_before(phrase, term, owner)) is not None:
            return same
        if (same := varied(self.notes, phrase, role)) is not None:
            return same
        told = owner
        kin = owner is None and term.split()[-1] in self.readings.relative_nouns
        owner = owner or (self._family() if kin else self.owners.from_context(phrase, role))
        sector = sector_of(phrase, role, owner, self.notes.gazetteer)
        written = self.notes.view.written(phrase, bare=True)
        ident = self.notes.cast.scoped(written if told else f"{written} {owner.id if owner else ''}")
        day = self.notes.day
        office = Role(role.office or slug(role.name), owner.id if owner else None, day)
        actor = Actor(ident, ActorKind.PERSON, written, owner.state if owner else None, sector, office)
        self.notes.cast.add(actor, COMMON)
        if kin and owner is None:
            self.notes.stateless.add(ident)
        self.notes.scene.terms[term] = ident
        if (gender := self.notes.people.gender_of_noun(term)) is not None:
            self.notes.scene.genders[ident] = gender
        reason = f"an unnamed {term}" + ("" if told else f"; {self._why(owner)}" if owner else "")
        return Known(ident, reason, 0.8 if told else 0.5)

    def _held_before(self, phrase: Phrase, term: str, owner: Belonging | None) -> Known | None:
        """Of whom the report said that he once held an office: "*the former minister*" after "a former …"."""
        before = self.notes.scene.terms.get(term)
        if before is None or not phrase.definite or not out_of_office(phrase, self.notes.gazetteer):
            return None
        if owner is not None or self._elsewhere(before):
            return None
        return Known(before, f"“the {term}” is the {term} told of before", 0.8)

    def _family(self) -> Belonging | None:
        """The state of whoever the sentence names, whose daughter or widow it tells of; else of nobody."""
        index = self.notes.view.index
        named = self.notes.scene.latest(lambda s: s.kind == ActorKind.PERSON, since=index)
        state = named.country if named is not None else None
        return Belonging(state, state, None, "state", "context") if state else None

    def _neighbour(self, owner: Belonging) -> Known | None:
        """The state beside an owner that the report has named: "Peru … its neighbour"."""
        notes = self.notes
        if owner.kind != "state":
            return None
        state = neighbour(notes.scene, notes.view.index, owner.id, notes.gazetteer)
        notes.bring_in(state)
        return Known(state, f"the state beside {owner.id} that was named before", 0.7) if state else None

    def _next_door(self, phrase: Phrase) -> Known | None:
        """The state beside the one that the report tells of here: "the *neighbouring* country"."""
        if phrase.first == phrase.core or phrase.noun not in self.readings.country_nouns:
            return None
        before = {t.norm for t in self.notes.view.tokens[phrase.first : phrase.core]}
        if before.isdisjoint(self.readings.neighbouring_words):
            return None
        home = self.notes.scene.home_state(self.notes.view.index)
        return self._neighbour(Belonging(home[0], home[0], None, "state", "context")) if home else None

    def _borders(self, phrase: Phrase, term: str, owner: Belonging | None) -> bool:
        """Whether a state lies beside another: "his *southern neighbour*", "its neighbour"."""
        if term not in self.readings.neighbour_nouns:
            return False
        before = {t.norm for t in self.notes.view.tokens[phrase.first : phrase.core]}
        beside = bool(before & self.readings.beside_words)
        return beside or (owner is not None and owner.kind == "state")

    def _other_of_office(self, phrase: Phrase, owner: Belonging | None) -> Known | None:
        """Who holds for another state the office of whom "his" means: the one named last."""
        persons = self.notes.scene.persons
        read = self.notes.scene.latest(lambda s: s.kind == ActorKind.PERSON and s.subject)
        his = persons.get(read.actor) if read is not None else None
        state = owner.state if owner is not None else None
        for person in reversed(persons.values()):
            if his is not None and person.office == his.office and person.state not in (None, state):
                return Known(person.actor, f"holds the same office, {person.office}, for another state", 0.7)
        self.notes.drop(phrase, "a counterpart whom nobody has named")
        return None

    def _unnamed_before(self, phrase: Phrase, term: str, owner: Belonging | None) -> Known | None:
        """The unnamed person told of before with the same word: "the driver" after "a driver"."""
        if not phrase.definite or owner is not None or phrase.shifts or phrase.of_role or phrase.named:
            return None
        before = self.notes.scene.terms.get(term)
        if before is None or self._elsewhere(before):
            return None
        return Known(before, f"“the {term}” is the {term} told of before", 0.7)

    def _counterpart(self, owner: Belonging) -> Known | None:
        """A counterpart ("his Chilean counterpart") holds the same office for another state."""
        first = self.notes.scene.latest(lambda s: s.kind == ActorKind.PERSON, since=self.notes.view.index)
        member = self.notes.cast.get(first.actor) if first else None
        if member is None or member.role is None:
            return None
        office = member.role.office
        for person in reversed(self.notes.scene.persons.values()):
            if person.office == office and owner.id in (person.of, person.state):
                return Known(person.actor, f"the {office} of {owner.id} named before", 0.8)
        holder = self.notes.gazetteer.holder(office, owner.id, self.notes.day)
        if holder is None:
            return None
        return self.notes.people.holder(
            holder, f"{holder.name} was {office} of {owner.id}, by the office lists"
        )

    def _why(self, owner: Belonging) -> str:
        return (
            f"of {owner.id}, where it is"
            if owner.how == "place"
            else f"of {owner.id}, by the report's context"
        )

    def _many(self, phrase: Phrase, role: RoleNoun, term: str, owner: Belonging | None) -> Known | None:
        """A body, a force or a group, or an owner's members, who are the owner itself."""
        owner = owner or self.owners.seat(phrase, role)
        if owner is not None and self._members(phrase, role, owner):
            entry = self.notes.gazetteer.entries[owner.id]
            self.notes.cast.entry(entry, owner.sector, entry.name, COMMON)
            return Known(owner.id, f"“{term}” are {owner.id}'s own", 0.9)
        if owner is not None and self._own_fighters(phrase, role, owner):
            return Known(owner.id, f"“{term}” are the group's own", 0.8)
        if (pair := self._pair(phrase)) is not None:
            return pair
        if owner is not None and (each := self._of_pair(phrase, role, owner)) is not None:
            return each
        told_of = phrase.definite or self._all_of(phrase)
        if told_of and owner is None and (before := self._before(phrase, role)) is not None:
            if (fellows := self.notes.fellows.get(before.actor)) is not None:
                self.notes.pairs[self.notes.view.span(phrase)] = fellows
            return before
        if owner is None and (force := officers(self.notes, phrase)) is not None:
            return force
        if owner is None and (people := people_told(self.notes, phrase, term)) is not None:
            return people
        if role.neutral and owner is None and not phrase.shifts and phrase.of_role is None:
            self.notes.drop(phrase, f"“{term}” does not say whose")
            return None
        told = owner
        if told is None and role.sector == "JUD" and self._of_nations(phrase):
            told = Belonging("", None, None, "organisation", "none")
        foreign = is_foreign(self.notes.view, phrase, self.readings)
        if told is None and (foreign or self._of_many(phrase, role)):
            told = Belonging("", None, None, "organisation", "none")
        owner = owner or (None if told else self.owners.from_context(phrase, role))
        if owner is not None and owner.id == NOBODYS:
            told = owner
        sector = sector_of(phrase, role, owner, self.notes.gazetteer)
        if owner is not None and owner.sector in _BEARING and term in _MEN:
            sector = owner.sector  # a commander's men are his soldiers, or his rebels
        state = owner.state if owner else None
        if (
            told is not None and state is None and role.name != "embassy" and not foreign
        ):  # "Shiite clerics in Basra" are of the state where they are
            state = self.owners.located(phrase)
        ethnic = self._ethnic_owner(phrase)
        if ethnic:
            state, owner = self.owners.located(phrase), None
        if state is not None and (earlier := self._unsettled(term, role)) is not None:
            self.notes.cast.settle(earlier, state)
            return Known(earlier, f"the {term} told of before, whose state is known now", 0.7)
        ident = self._group_id(phrase, role, owner, sector)
        written = self.notes.view.written(phrase, bare=True)
        hurt = self._hurt_by(ident, phrase)
        if hurt:
            ident = self.notes.cast.scoped(f"{written} {state or ''}")
        if state is None and (told or role.name == "embassy" or ethnic):
            self.notes.stateless.add(ident)
            if owner is not None and owner.id == NOBODYS and not foreign:
                self.foes.add(ident)
        kind = KINDS[role.kind if role.kind != "person" else "force" if sector in _ARMED else "group"]
        proper = self.notes.view.tokens[phrase.head].capital and phrase.head > 0
        self.notes.cast.add(Actor(ident, kind, written, state, sector), FULL if proper else COMMON)
        if not hurt:  # "the army" goes on as those who shot
            self.notes.scene.roles[ident] = role.name
            self.notes.scene.terms[term] = ident
        reason = f"{term}: {sector or 'no'} sector"
        if told is None and owner is not None:
            return Known(ident, f"{reason}; {self._why(owner)}", 0.5)
        return Known(ident, reason, 0.9)

    def _unsettled(self, term: str, role: RoleNoun) -> str | None:
        """Those of the headline of whom it was only told whose they are not: "Chile captures *pilots*"."""
        before = self.notes.scene.terms.get(term) if self.notes.view.index <= _EARLY else None
        member = self.notes.cast.get(before)
        lost = member is not None and member.state is None and before in self.foes
        return before if lost and member is not None and member.sector == role.sector else None

    def _before(self, phrase: Phrase, role: RoleNoun) -> Known | None:
        """Who "the rebels" are: the armed group, or the same sort of people, named shortly before."""
        notes = self.notes
        if phrase.shifts or phrase.of_role or phrase.named or self._introduces(phrase):
            return None
        if self.owners.points(phrase):
            return None
        term = term_of(notes.view, phrase)
        same_noun = self._of_the_place(role) or notes.scene.terms.get(term)
        outside = self.owners.outsider(phrase, role)
        if self._elsewhere(same_noun) or self._sits_elsewhere(phrase, role, same_noun):
            return None
        if outside is not None and self._of(same_noun, outside[0]):
            return None
        if role.kind == "person":
            return Known(same_noun, f"“the {term}” are the {term} told of before", 0.7) if same_noun else None
        if same_noun is not None and role.kind in ("body", "force") and not role.neutral:
            return Known(same_noun, f"“the {term}” is the {term} named before", 0.8)

        before = notes.view.tokens[phrase.first : phrase.core]
        bare = not phrase.plural and " " not in term and all(t.norm in _POINTING for t in before)

        names = self._party_names(phrase, role)

        def fits(seen: Seen) -> bool:
            member = notes.cast.get(seen.actor)
            if member is None or member.kind in (ActorKind.STATE, ActorKind.PERSON):
                return False
            if outside is not None and self._of(seen.actor, outside[0]):
                return False
            if role.neutral:
                armed = member.kind != ActorKind.BODY and member.sector in ARMED_GROUPS
                body = bare and same_noun is None and member.kind == ActorKind.ORGANISATION
                named = body and term in self.readings.body_nouns
                armed = armed and term in self.readings.armed_nouns
                return seen.actor == same_noun or armed or named
            earlier = notes.scene.roles.get(seen.actor, "")
            if bare and role.sector in _ONE_SORT and member.kind in _BODIES:
                called = earlier == role.name or term in slug(member.name).split("-")
                return called or member.sector == role.sector
            same = earlier == role.name or (role.kind == "body" and earlier.endswith(f" {role.name}"))
            same = same and (not names or not names.isdisjoint(_stems(slug(member.name).split("-"))))
            return same or (role.sector in ARMED_GROUPS and member.sector == role.sector)

        found = notes.scene.salient(notes.view.index, fits, back=4)
        lasting = role.sector in ARMED_GROUPS or self._all_of(phrase)
        if found is None and same_noun is not None and lasting:
            found = same_noun, None
        if found is None and bare and role.sector == _BUSINESS and (only := self._only_body()) is not None:
            return Known(only, f"“the {term}” is the one body named lately of which no sort was told", 0.6)
        if found is None:
            return None
        return Known(found[0], f"“the {term}” are those named before", 0.8, found[1])

    def _party_names(self, phrase: Phrase, role: RoleNoun) -> frozenset[str]:
        """What a party is called by: "the *Greens*" are no other party named before, nor "*Labour*"."""
        first = max(phrase.core, 1)  # what opens a sentence is written so anyhow
        words = self.notes.view.tokens[first : phrase.head + 1]
        if role.name != _PARTY or not any(t.capital for t in words):
            return frozenset()
        return frozenset(_stems(t.norm for t in words)) - {_PARTY}

    def _only_body(self) -> str | None:
        """The one body of its own that a report named lately: "*Orvex* sacked six. The firm …"."""
        notes = self.notes
        seen = notes.scene.since(notes.view.index - _LATELY)
        heads = {(s.sentence, s.word) for s in seen}
        # Right behind a noun of its own ("the union Orvex") it is called that.
        near = dict.fromkeys(s.actor for s in seen if not s.plural and (s.sentence, s.word - 1) not in heads)
        members = (notes.cast.get(a) for a in near if a.startswith(notes.cast.prefix))
        bodies = [m.id for m in members if m and m.kind is ActorKind.ORGANISATION and m.sector is None]
        return bodies[0] if len(bodies) == 1 else None

    def _all_of(self, phrase: Phrase) -> bool:
        """Whether all of some people are meant, of whom the report has told: "all *hostages*"."""
        first = phrase.first
        opening = [t.norm for t in self.notes.view.tokens[max(0, first - 1) : first + 1]]
        return "all" in opening and term_of(self.notes.view, phrase) in self.notes.scene.terms

    def _of_the_place(self, role: RoleNoun) -> str | None:
        """The force of the country in which the sentence before plays: "In Accra, soldiers …. *The army* …".

        It goes before the one of another state to which the word was given last.
        """
        scene, index = self.notes.scene, self.notes.view.index
        opening = scene.openings.get(index - 1)
        if opening is None or role.code not in _ARMED:
            return None
        if scene.paragraphs.get(index) != scene.paragraphs.get(index - 1):
            return None
        force = f"{opening}.{role.code}"
        return force if any(s.actor == force for s in scene.seen if s.sentence == index - 1) else None

    def _elsewhere(self, actor: str | None) -> bool:
        """Whether the sentence opens in another country than an actor's: "In Harare, the police ..."."""
        opening = self.notes.scene.openings.get(self.notes.view.index)
        member = self.notes.cast.get(actor)
        return opening is not None and member is not None and member.state not in (None, opening)

    def _sits_elsewhere(self, phrase: Phrase, role: RoleNoun, actor: str | None) -> bool:
        """Whether a phrase says that they are in another country than an actor's: "the police in Bangui"."""
        member = self.notes.cast.get(actor)
        if member is None or member.state is None or role.sector not in LOCAL_SECTORS:
            return False
        return self.owners.located(phrase) not in (None, member.state)

    def _of_nations(self, phrase: Phrase) -> bool:
        """Whether a court is none of a single state's: "a UN-backed court", "the war crimes tribunal"."""
        words = {t.norm for t in self.notes.view.tokens[phrase.first : phrase.head + 1]}
        return bool(words & self.readings.nations_court_words) or (
            "tribunal" in words and not words & self.readings.court_words
        )

    def _of_many(self, phrase: Phrase, role: RoleNoun) -> bool:
        """Whether a bare plural means those of many states: "called on *governments*", "*aid agencies*"."""
        if not phrase.plural or phrase.definite or phrase.named or phrase.shifts:
            return False
        many = role.name == "aid groups" or term_of(self.notes.view, phrase) in self.readings.worldwide_nouns
        return many and phrase.place_owner is None

    def _introduces(self, phrase: Phrase) -> bool:
        """Whether a name follows at once, so that nobody told of before is meant: "the group Delta"."""
        view, after = self.notes.view, phrase.last + 1
        if phrase.role is None or phrase.role.kind != "group" or after >= len(view.tokens):
            return False
        gap = view.text[view.tokens[phrase.last].end : view.tokens[after].start]
        return view.tokens[after].capital and not gap.strip(' “"‘')

    def _of(self, actor: str | None, owner: str) -> bool:
        """Whether an actor is a state's or organisation's own."""
        member = self.notes.cast.get(actor)
        return member is not None and (member.state == owner or member.id.startswith(f"{owner}."))

    def _pair(self, phrase: Phrase) -> Known | None:
        """Two together ("the two leaders", "both presidents"): a group of the two who were named last."""
        words = {t.norm for t in self.notes.view.tokens[phrase.first : phrase.last + 1]}
        role = phrase.role
        unnumbered = not words & {"both", "two"}
        if role is None or (unnumbered and not self._means_two(phrase, words)):
            return None
        opening = self.notes.view.tokens[phrase.first].norm
        holders = role.office is not None and opening in _PAIRING  # not "Peru's two vice-presidents"
        if not (role.name == "sides" or holders or "leaders" in words or unnumbered):
            return None
        sided, notes = bool(words & self.readings.side_nouns), self.notes
        dealing = (
            last_dealing(notes.views, phrase, notes.scene, notes.cast, self.readings) if sided else NO_DEALING
        )
        both = opponents(notes.scene, notes.cast, dealing.sentence) if sided else ()
        both = both or dealing.two or self._two_told(phrase, words, dealing.sentence)
        # "Two ministers" need be of no states told of.
        if not (opening == "two" and words & self.readings.paired_persons):
            both = both or self._two_told(phrase, self.readings.states_words, dealing.sentence)
        both = both if len(both) == 2 else ()
        if not both and (holders or unnumbered):
            return None
        written = self.notes.view.written(phrase, bare=True)
        ident = self.notes.cast.scoped(written)
        self.notes.cast.add(Actor(ident, ActorKind.GROUP, written), COMMON)
        if not both:
            return Known(ident, "two of whom the report has not told yet, or more than two", 0.5)
        self.notes.paired[ident] = self.notes.pairs[self.notes.view.span(phrase)] = both
        return Known(ident, f"the two told of together last: {both[0]} and {both[1]}", 0.6)

    def _means_two(self, phrase: Phrase, words: AbstractSet[str]) -> bool:
        """Whether a plural means two without a number: "the neighbours", "talks between the parties"."""
        if not phrase.definite or phrase.owner is not None or phrase.shifts or phrase.named:
            return False
        if words & self.readings.facing_nouns:
            after = phrase.last + 1  # "the pair of shoes" is none of people
            tokens = self.notes.view.tokens
            return after >= len(tokens) or tokens[after].norm != "of"
        word = self.notes.view.word(phrase) if words & self.readings.side_nouns else None
        return word is not None and "between" in cases_of(self.notes.view.words, word.i)

    def _of_pair(self, phrase: Phrase, role: RoleNoun, owner: Belonging) -> Known | None:
        """What two states have each: "both countries' air forces", "the ministers of the two countries"."""
        notes, both = self.notes, self.notes.paired.get(owner.id)
        states = [s for s in both or () if s in notes.scene.countries]
        people = role.kind in ("person", "group") and phrase.plural
        if len(states) != 2 or not (people or role.kind in ("body", "force")):
            return None
        kind, sector, each = KINDS["group" if people else role.kind], role.sector, []
        how = "context" if people else "possessive"  # people get an id of their own for each state
        for state in states:
            ident = self._group_id(phrase, role, Belonging(state, state, None, "state", how), sector)
            name = f"{notes.gazetteer.entries[state].name}'s {term_of(notes.view, phrase)}"
            each.append(notes.cast.add(Actor(ident, kind, name, state, sector), COMMON))
        written = notes.view.written(phrase, bare=True)
        ident = notes.cast.add(Actor(notes.cast.scoped(written), ActorKind.GROUP, written), COMMON)
        notes.paired[ident] = notes.pairs[notes.view.span(phrase)] = tuple(each)
        return Known(ident, f"those of both: {each[0]} and {each[1]}", 0.6)

    def _two_told(self, phrase: Phrase, words: AbstractSet[str], after: int) -> tuple[str, ...]:
        """The two of the kind that the words mean whom one sentence named last, and no third with them.

        The sentence is one ``after`` which nobody private dealt with anybody.

        Whoever acts on both ("Kenya urged both sides") is none of them.
        """
        view = self.notes.view
        outsider = None if view.subject(phrase) else view.clause(phrase)
        told: dict[int, dict[str, None]] = {}
        pairs: dict[int, tuple[str, ...]] = {}  # "telephoned *both governments* and called on the two sides"
        for seen in self.notes.scene.since(after + 1):
            if seen.sentence == view.index and seen.subject and seen.clause == outsider:
                continue
            here = self._of_two(seen, words)
            told.setdefault(seen.sentence, {}).update(dict.fromkeys(here))
            if len(here) == 2:
                pairs[seen.sentence] = here
        named = ((pairs.get(n) or tuple(told[n])) for n in sorted(told, reverse=True))
        return next((two for two in named if len(two) == 2), ())

    def _of_two(self, seen: Seen, words: AbstractSet[str]) -> tuple[str, ...]:
        """Whom a mention adds to "the two": both, where it stands for two itself."""
        both = self.notes.paired.get(seen.actor)
        if both is None:
            one = self._one_of_two(seen, words)
            return () if one is None else (one,)
        return (
            both
            if (both[0] in self.notes.scene.persons) == bool(words & self.readings.paired_persons)
            else ()
        )

    def _one_of_two(self, seen: Seen, words: AbstractSet[str]) -> str | None:
        """The person, state or side that a mention adds to "the two"."""
        if "leaders" in words:
            return seen.actor if self._leads(seen.actor) else None
        if words & {"presidents", "ministers"}:
            person = self.notes.scene.persons.get(seen.actor)
            office = (person.office or "").split("-")[-1] if person else ""
            return seen.actor if f"{office}s" in words or self._are_those_of(seen, words) else None
        if words & self.readings.paired_persons:
            return seen.actor if seen.kind == ActorKind.PERSON else None
        if seen.place:
            return None
        if words & self.readings.side_nouns and is_private(seen.actor, self.notes.cast):
            return seen.actor  # as a side, a company is not its country
        if seen.country is not None or words & self.readings.states_words:
            return seen.country
        return seen.actor if seen.actor in self.notes.gazetteer.entries else None

    def _are_those_of(self, seen: Seen, words: AbstractSet[str]) -> bool:
        """Whether a mention is one half of a plural: "*the ministers of Peru* and Cuba … both ministers"."""
        member = self.notes.cast.get(seen.actor)
        if member is None or member.kind is not ActorKind.GROUP or seen.country is None:
            return False
        noun, of, _ = member.name.partition(" of ")
        return bool(of) and noun.split(" ")[-1] in words

    def _leads(self, actor: str) -> bool:
        person = self.notes.scene.persons.get(actor)
        return person is not None and is_top_office(person.office, self.readings)

    def _ethnic_owner(self, phrase: Phrase) -> bool:
        return "ethnic" in [t.norm for t in self.notes.view.tokens[phrase.first : phrase.core]]

    def _members(self, phrase: Phrase, role: RoleNoun, owner: Belonging) -> bool:
        """Whether the phrase means the owner's own people: "Hamas fighters", "NATO members"."""
        if owner.id not in self.notes.gazetteer.entries:
            return False
        if owner.sector in ("CVL", "REL"):
            return False
        if owner.kind in ("group", "force"):
            return role.neutral or role.sector in ("REB", "MIL", "PRM", "UAF")
        if owner.kind in ("organisation", "body") and not owner.id.startswith("territory:"):
            term = term_of(self.notes.view, phrase)
            return role.neutral or term in self.readings.staff_nouns or term in self.readings.convoy_nouns
        return False

    def _own_fighters(self, phrase: Phrase, role: RoleNoun, owner: Belonging) -> bool:
        """Whether the fighters of an armed group that only this report knows are meant: "its fighters"."""
        scoped = owner.id.startswith(self.notes.cast.prefix) and owner.kind == ActorKind.GROUP
        armed = owner.sector in ARMED_GROUPS and (role.neutral or role.sector in ("REB", "PRM"))
        return scoped and armed and not phrase.named

    def _hurt_by(self, actor: str, phrase: Phrase) -> bool:
        """Whether those of a phrase undergo what the very same do: "soldiers shot *six soldiers*"."""
        view, word = self.notes.view, self.notes.view.word(phrase)
        if word is None or word.deprel != "obj" or not 0 <= word.head < len(view.words) or phrase.definite:
            return False
        clause = word.head
        if view.words[clause].lemma.lower() not in self.notes.gazetteer.readings.harming_verbs:
            return False
        return any(s.actor == actor and s.subject and s.clause == clause for s in self._here())

    def _here(self) -> list[Seen]:
        return self.notes.scene.since(self.notes.view.index)

    def _group_id(self, phrase: Phrase, role: RoleNoun, owner: Belonging | None, sector: str | None) -> str:
        """One id a state for its government, army, police …; groups and named bodies are the report's own."""
        written = self.notes.view.written(phrase, bare=True)
        code = role.code or (_ARMED.get(sector or "") if role.kind == "person" else None)
        generic = role.kind in ("body", "force") or code in _ARMED.values()
        local = owner is not None and owner.how == "place" and code not in _ARMED.values()
        of_old = owner is not None and owner.kind == "part" and owner.sector == "ELI"
        # "Soldiers of the former army" are none of the army's, and nobody's are of no state.
        if owner is None or not owner.id or phrase.named or of_old:
            return self.notes.cast.scoped(written)
        if local or not generic:
            suffix = f" {owner.id}" if owner.how in ("place", "context") else ""
            return self.notes.cast.scoped(written + suffix)
        owns = owner.state if owner.kind == "person" and owner.state else owner.id
        if code and sector == role.sector:
            return f"{owns}.{code}"
        return f"{owns}.{sector or 'ORG'}.{slug(role.name)}"


def _stems(words: Iterable[str]) -> list[str]:
    """Words without the *s* of a plural: the *Greens* are the *Green* party."""
    return [w.removesuffix("s") for w in words]
