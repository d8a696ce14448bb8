"""Who a description stands for: "the Kenyan president", "the alliance", "the country"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.gazetteer import Gazetteer, Role
from dragoman.codebook.name_words import slug, tokenise
from dragoman.resolve.owners import Belonging, is_top_office
from dragoman.resolve.persons import Known, People
from dragoman.resolve.scene import PersonSeen, Scene, Seen

# In these sectors the words of one role are one calling ("MP", "lawmaker"); a civilian may be anybody.
_ONE_CALLING = frozenset({"LEG", "JUD", "JRN", "REL", "MED", "MIL", "COP", "SPY"})
_PLAIN = frozenset({"country", "nation", "state", "republic"})
_OF_ORGANISATIONS = frozenset({"secretary-general", "director-general", "managing-director"})
_RULING = frozenset({"GOV", "MIL", None})
_PREMIER = "premier"
_BROKERS = frozenset({"mediator", "negotiator", "peace envoy"})


class Describer:
    """Resolves descriptions against what the report has brought in and what the gazetteer knows."""

    def __init__(self, gazetteer: Gazetteer, scene: Scene, people: People, date: str | None) -> None:
        self.gazetteer, self.scene, self.people, self.date = gazetteer, scene, people, date

    def person(
        self,
        role: Role,
        term: str,
        owner: Belonging | None,
        sentence: int,
        outside: tuple[str, str] | None = None,
        sector: str | None = None,
    ) -> Known | None:
        """The person whom a definite role stands for; None if nobody is known to fit.

        ``outside`` are the state to which the office does not belong here, and the one that it is of instead;
        ``sector`` is what the words around make of the role ("the Chilean *opposition* leader").
        """
        if role.name == "leader" and owner is not None and owner.kind == "state":
            return self._leader(role, term, owner, sentence, sector)
        if owner is None and role.sole and not role.neutral and (here := self._there(role, term, sentence)):
            return here
        told = self._told(role, term, owner, sentence, outside[0] if outside else None)
        if told is not None:
            return told
        if owner is not None:
            return self._named_later(role, owner) or self._in_office(role, owner, term)
        if (chief := self._chief(role)) is not None:
            return chief
        home = (outside[1], "of whom the report tells") if outside else self.scene.home_state(sentence)
        if home is None or not role.sole or role.neutral:
            return None
        belongs = Belonging(home[0], home[0], None, "state", "context")
        found = self._told(role, term, belongs, sentence) or self._in_office(role, belongs, term)
        return None if found is None else Known(found.actor, f"{found.reason}; {home[1]}", 0.6)

    def _there(self, role: Role, term: str, sentence: int) -> Known | None:
        """Who holds an office in the country in which the sentence opens: "*In Peru*, the president …"."""
        state = self.scene.openings.get(sentence)
        if state is None:
            return None
        belongs = Belonging(state, state, None, "state", "context")
        told = self._told(role, term, belongs, sentence) or self._named_later(role, belongs)
        return told or self._in_office(role, belongs, term)

    def _leader(
        self, role: Role, term: str, state: Belonging, sentence: int, sector: str | None
    ) -> Known | None:
        """Who leads a state, or its opposition: never the head of one of its parties, bodies or regions."""
        rules = sector in _RULING
        told = self._told(role, term, state, sentence, leads=_RULING if rules else frozenset({sector}))
        if told is not None or not rules:
            return told
        return self._named_later(role, state) or self._in_office(role, state)

    def _leads(self, person: PersonSeen, sectors: frozenset[str | None]) -> bool:
        """Whether a person is at the head of something of these sectors, of the ruling ones the state."""
        member = self.people.cast.get(person.actor)
        if member is None or member.sector not in sectors:
            return False
        return sectors != _RULING or (
            person.office in self.gazetteer.readings.state_offices
            and not (person.of or "").startswith("territory:")
        )

    def _chief(self, role: Role) -> Known | None:
        """Who holds an office that only organisations have in the one named last: "the secretary-general"."""
        if role.office not in _OF_ORGANISATIONS:
            return None
        day = self.date[:10] if self.date else None
        for seen in reversed(self.scene.seen):
            if seen.kind != "organisation":
                continue
            holder = self.gazetteer.holder(role.office, seen.actor, day)
            if holder is not None:
                reason = f"{holder.name} was {role.office} of {seen.actor} on {day}, by the office lists"
                known = self.people.holder(holder, reason)
                return Known(known.actor, f"{known.reason}; the organisation named last that has one", 0.7)
        return None

    def visitor(self, sentence: int) -> Known | None:
        """The guest: the person named last who is of another state than the subject here."""
        host = self.scene.latest(lambda s: s.kind == "person" and s.subject and sentence - s.sentence <= 1)
        guest = self.scene.latest(
            lambda s: (
                s.kind == "person" and (host is None or (s.actor != host.actor and s.state != host.state))
            )
        )
        if guest is None:
            return None
        return Known(guest.actor, "the foreign person named last is the visitor", 0.8)

    def noun(
        self, noun: str, owner: Belonging | None, sentence: int, outside: tuple[str, str] | None = None
    ) -> Known | None:
        """The organisation, group or state that a common noun with "the" stands for."""
        ids = set(self.gazetteer.by_noun.get(noun, ()))
        if owner is not None and owner.how != "possessive":
            claimed = [i for i in ids if owner.id in self.gazetteer.entries[i].claimed_by]
            seen = self.scene.latest(lambda s: s.actor in claimed)
            if seen or len(claimed) == 1:
                actor = seen.actor if seen else claimed[0]
                return Known(actor, f"the {noun} that {self.gazetteer.entries[owner.id].name} claims", 0.85)
            ids = {i for i in ids if self.gazetteer.entries[i].state == owner.state}
        found = (
            self.scene.salient(sentence, lambda s: s.actor in ids, back=12)
            or self._whole(ids)
            or (None if owner else self.scene.salient(sentence, lambda s: self._called(noun, s), back=4))
        )
        if found is not None:
            return Known(found[0], f"“the {noun}” is the one named before", 0.85, found[1])
        if owner is None and (wider := noun.rpartition(" ")[2]) != noun:
            return self.noun(wider, owner, sentence, outside)  # "the regional *bloc*"
        if noun in self.gazetteer.readings.country_nouns and owner is None:
            return self._country(noun, sentence, outside)
        return None

    def own_country(self, noun: str, owner: Belonging) -> Known | None:
        """The state of somebody told of with a pronoun: "his country"."""
        entry = self.gazetteer.entries.get(owner.state or "")
        if noun not in _PLAIN or entry is None or entry.kind != "state":
            return None
        return Known(entry.id, f"the {noun} of {owner.id}", 0.85)

    def _called(self, noun: str, seen: Seen) -> bool:
        """Whether a noun is a word of an organisation's own name: "the organization" for the WHO."""
        entry = self.gazetteer.entries.get(seen.actor)
        if entry is None or entry.kind != "organisation":
            return False
        return _spelt(noun) in _spelt(slug(entry.name)).split("-")

    def region_state(self, sentence: int) -> Known | None:
        """The state prominent before that is no subject beside the words: "the Gulf state"."""
        subjects = {s.actor for s in self.scene.seen if s.sentence == sentence and s.subject}
        found = self.scene.salient(sentence, lambda s: s.kind == "state" and s.actor not in subjects, back=2)
        return Known(found[0], "the state named before", 0.6, found[1]) if found else None

    def _whole(self, ids: set[str]) -> tuple[str, None] | None:
        """The organisation of which an organ or officer was named last."""
        part = self.scene.latest(lambda s: s.state in ids)
        return (part.state, None) if part and part.state else None

    def _country(self, noun: str, sentence: int, outside: tuple[str, str] | None) -> Known | None:
        """The state named most prominently shortly before: "the country"."""
        plain = noun in _PLAIN
        if plain and outside is not None:
            return Known(outside[1], f"“the {noun}” of which another state tells or to which it acts", 0.6)
        found = self.scene.salient(
            sentence,
            lambda s: s.kind == "state" and (plain or noun in self._nouns(s.actor)),
            back=4,
            bonus=lambda s: 0.6 if s.sentence == sentence and not s.place else 0.0,
        )
        if found is not None:
            return Known(found[0], f"“the {noun}” is the state named before", 0.7, found[1])
        home = self.scene.home_state(sentence) if plain else None
        return (
            Known(home[0], f"“the {noun}”: {home[1]}", 0.5)
            if home and home[0] in self.gazetteer.entries
            else None
        )

    def _nouns(self, actor: str) -> Sequence[str]:
        entry = self.gazetteer.entries.get(actor)
        return entry.nouns if entry else ()

    def _told(
        self,
        role: Role,
        term: str,
        owner: Belonging | None,
        sentence: int,
        but: str | None = None,
        leads: frozenset[str | None] | None = None,
    ) -> Known | None:
        """A person of the report: named with the very word, in the office, or alone in one of its kind.

        Those of the state ``but`` are not meant; ``leads`` are the sectors of which they must be heads.
        """
        known = [p for p in reversed(self.scene.persons.values()) if owner is None or _belongs(p, owner)]
        known = [p for p in known if but is None or p.state != but]
        known = [p for p in known if leads is None or self._leads(p, leads)]
        if owner is not None and owner.kind == "part":  # the head of the navy is not that of the state
            known = [p for p in known if (m := self.people.cast.get(p.actor)) and m.sector == owner.sector]
        whose = f" of {owner.id}" if owner else ""
        if not known:
            return None
        named = slug(term)
        fitting = [p for p in known if p.role_name is not None and named == slug(p.role_name)]
        fitting = fitting or [p for p in known if self._fits(role, term, p, owner)]
        if fitting:
            return Known(fitting[0].actor, f"the {term}{whose} named before", 0.9)
        kin = [p for p in known if _kin(role, term, p)]
        if len(kin) == 1:
            return Known(kin[0].actor, f"the only {term}{whose} named before", 0.8)
        last = self.scene.latest(lambda s: s.actor == kin[0].actor) if kin else None
        if last is not None and sentence - last.sentence <= 1:
            return Known(kin[0].actor, f"the {term}{whose} named just before", 0.6, kin[1].actor)
        return None

    def _named_later(self, role: Role, owner: Belonging) -> Known | None:
        """The one whom the report gives this office further on; its word goes before the office lists."""
        names = self.scene.titled.get((role.office or "", owner.id), frozenset())
        if len(names) != 1:
            return None
        (name,) = names
        holder = next(
            (
                t.ref
                for t in self.gazetteer.terms.get(" ".join(t.norm for t in tokenise(name)), ())
                if t.what == "person"
            ),
            None,
        )
        known = self.people.named(tokenise(name), name, holder)
        return Known(known.actor, f"{name} is {role.name} of {owner.id}, as the report says later", 0.9)

    def broker(self, term: str) -> Known | None:
        """The mediator of whom nobody was told as such: the last named who speaks for an organisation."""
        if term not in _BROKERS:
            return None

        def between(seen: Seen) -> bool:
            entry = self.gazetteer.entries.get(seen.state or "")
            return seen.kind == "person" and entry is not None and entry.kind == "organisation"

        found = self.scene.latest(between)
        return (
            Known(found.actor, f"the {term} is the one of an organisation named last", 0.6) if found else None
        )

    def _fits(self, role: Role, term: str, person: PersonSeen, owner: Belonging | None) -> bool:
        if role.office is not None and role.office == person.office:
            return not self._of_a_division(term, person)
        if person.role_name is not None and slug(term) == slug(person.role_name):
            return True
        if role.name in ("leader", "head") and is_top_office(person.office, self.gazetteer.readings):
            return owner is not None or role.name == "leader"
        return role.office == "head-of-state" and is_top_office(person.office, self.gazetteer.readings)

    def _of_a_division(self, term: str, person: PersonSeen) -> bool:
        """Whether one of two is the premier of a state or province, and the other the prime minister."""
        if person.state not in self.gazetteer.readings.premier_states or person.role_name is None:
            return False
        return (slug(term) == _PREMIER) != (slug(person.role_name) == _PREMIER)

    def _in_office(self, role: Role, owner: Belonging, term: str = "") -> Known | None:
        """The person who, by the office lists, held the office on the report's day."""
        if slug(term) == _PREMIER and owner.state in self.gazetteer.readings.premier_states:
            return None  # there a premier governs a state or province
        day = self.date[:10] if self.date else None
        offices = (
            (*self.gazetteer.readings.state_offices, *self.gazetteer.readings.body_offices)
            if role.name in ("leader", "head") or role.office == "head-of-state"
            else (role.office,)
        )
        part = owner.kind == "part" and owner.sector != "GOV"
        if part and role.name == "president":
            return None  # of a senate or a court
        if not (role.sole or role.name in ("leader", "head")) or (part and not role.sole):
            return None
        owners = [owner.id]
        if owner.id == "EU":
            owners += ["EU.COMMISSION", "EU.COUNCIL"]
        for office in offices:
            for of in owners if role.name != "head" or owner.kind != "state" else ():
                holder = self.gazetteer.holder(office, of, day) if office else None
                if holder is not None:
                    reason = f"{holder.name} was {office} of {of} on {day}, by the office lists"
                    return self.people.holder(holder, reason)
        return None


def _spelt(words: str) -> str:
    """Words with one of their two spellings: "organisation" as "organization"."""
    return words.replace("isation", "ization")


def _kin(role: Role, term: str, person: PersonSeen) -> bool:
    """Whether an office is one of those that a shorter word names: "the minister", "the envoy"."""
    office = person.office or ""
    if office in ("", "prime-minister"):
        return False
    if role.sector in _ONE_CALLING and office == slug(role.name):
        return True
    if role.office is not None or role.sector != "GOV":
        return False
    return office == slug(role.name) or office.split("-")[-1] == slug(term)


def _belongs(person: PersonSeen, owner: Belonging) -> bool:
    if person.of is not None:
        return person.of == owner.id or (person.state == owner.state == owner.id)
    return person.state is not None and person.state == owner.state
