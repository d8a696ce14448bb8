"""Phrases that name a person, and descriptions beside a name: "Ada Obi, the mayor"."""

from __future__ import annotations

from collections import Counter

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.name_words import slug
from dragoman.find.actor_links import bare_name
from dragoman.find.actor_phrase import Phrase
from dragoman.record import Actor, ActorKind, Role
from dragoman.resolve.cast import SHORT
from dragoman.resolve.named_at_last import chief_named, holder_named
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.owners import Belonging, sector_of
from dragoman.resolve.ownership import Ownership
from dragoman.resolve.persons import Known, lowered
from dragoman.resolve.phrase_view import term_of
from dragoman.resolve.scene import Seen
from dragoman.resolve.sites import LOCAL_OFFICES
from dragoman.resolve.whereabouts import speaks_in
from dragoman.values import changed

_CROWN = "monarch"  # a queen may be the king's wife
_BACK = 3  # sentences in which somebody unnamed is still the one whom a name is given to


def out_of_office(phrase: Phrase, gazetteer: Gazetteer) -> bool:
    """Whether a modifier says that somebody holds the office no more: "former", "ousted"."""
    return any(gazetteer.modifiers[shift][0] == "ELI" for shift in phrase.shifts)


def _sits(member: Actor | None) -> bool:
    """Whether somebody is in office, and not out of it."""
    return member is not None and member.sector == "GOV"


class PersonPhrases:
    """Resolves the names of persons with their titles."""

    def __init__(self, notes: Notebook, owners: Ownership) -> None:
        self.notes, self.owners = notes, owners

    def named(self, phrase: Phrase) -> Known:
        """The person whom a name, with whatever title stands before it, means."""
        assert phrase.name is not None
        tokens = list(self.notes.view.tokens[phrase.name[0] : phrase.name[1] + 1])
        holder = phrase.term.ref if phrase.term and phrase.term.what == "person" else self._holder_of(phrase)
        name = self.notes.view.range(*phrase.name)
        written = " ".join(self.notes.view.text[name.start : name.end].split())
        titled = phrase.role is not None and phrase.role.office is not None
        known = self.notes.people.named(tokens, written, holder, titled, self._of_state(phrase))
        self.notes.people.remember(known.actor, tuple(t.norm for t in tokens), self._gender(phrase))
        self._call(known.actor, phrase)
        if phrase.role is not None:
            self._give_role(known.actor, phrase, phrase.role)
            chief_named(self.notes, known.actor, phrase.role, term_of(self.notes.view, phrase))
        elif (
            phrase.owner is not None
            and (owner := self.owners.of(phrase)) is not None
            and (phrase.owner.how == "title" or known.actor not in self.notes.gazetteer.holders)
        ):
            day = self.notes.day
            self.notes.cast.promote(
                known.actor, Role("member", owner.id, day), owner.state, owner.sector or "CVL"
            )
        else:
            holder_named(self.notes, known.actor, phrase)
        return known

    def _call(self, actor: str, phrase: Phrase) -> None:
        """Keep in mind by which rank, or former office, the report may speak of somebody: "the general"."""
        role = phrase.role
        if role is None or role.kind != "person" or phrase.plural or role.neutral:
            return
        term = term_of(self.notes.view, phrase)
        if out_of_office(phrase, self.notes.gazetteer):
            self.notes.scene.terms[f"former {term}"] = actor
        elif self.notes.gazetteer.readings.is_rank(role.name):
            self.notes.scene.terms[term] = self.notes.scene.terms[term.split()[-1]] = actor

    def _of_state(self, phrase: Phrase) -> str | None:
        """The state or organisation that stands before a title."""
        entry = self.notes.gazetteer.entries.get(phrase.owner.entry or "") if phrase.owner else None
        return entry.state if entry is not None else None

    def _holder_of(self, phrase: Phrase) -> str | None:
        assert phrase.name is not None
        key = " ".join(t.norm for t in self.notes.view.tokens[phrase.name[0] : phrase.name[1] + 1])
        return next((t.ref for t in self.notes.gazetteer.terms.get(key, ()) if t.what == "person"), None)

    def _gender(self, phrase: Phrase) -> str | None:
        """What titles and role nouns say of the gender."""
        lists = self.notes.gazetteer.readings
        tokens = self.notes.view.tokens[phrase.first : phrase.last + 1]
        if phrase.name is not None and self._is_woman(phrase.name):
            tokens = self.notes.view.tokens[phrase.first : phrase.name[0]]  # "Sheikh Hasina" is no sheikh
        written = {t.text.rstrip(".").lower() for t in tokens}
        if not written.isdisjoint(lowered(lists.female_words)):
            return "f"
        return None if written.isdisjoint(lowered(lists.male_words)) else "m"

    def _is_woman(self, name: tuple[int, int]) -> bool:
        """Whether the tokens of a name tell that it is a woman's."""
        words = tuple(t.norm for t in self.notes.view.tokens[name[0] : name[1] + 1])
        return self.notes.people.gender_of_name(words) == "f"

    def _give_role(self, actor: str, phrase: Phrase, role: RoleNoun, ranked: bool = False) -> None:
        """Give a person the office that a phrase tells, which says more than a rank (``ranked``) does."""
        owner = self.owners.of(phrase)
        member = self.notes.cast.get(actor)
        if owner is None and member is not None and member.role is not None and not ranked:
            return
        if owner is None:
            known = actor in self.notes.gazetteer.holders
            owner = self._own_state(actor, role) if known else self._serves(actor, phrase, role)
        if self._namesake_party(actor, owner):
            return
        sector = sector_of(phrase, role, owner, self.notes.gazetteer)
        office = role.office or slug(role.name)
        state = owner.state if owner else None
        of = owner.id if owner else None
        day = self.notes.day
        self.notes.cast.promote(actor, Role(office, of, None if sector == "ELI" else day), state, sector)
        seen = self.notes.scene.persons[actor]
        self.notes.scene.persons[actor] = changed(
            seen,
            office=office,
            role_name=term_of(self.notes.view, phrase),
            of=of or seen.of,
            state=state or seen.state,
        )

    def _namesake_party(self, actor: str, owner: Belonging | None) -> bool:
        """Whether a party is another state's than the one in which, by the lists, somebody is in office.

        "Norway's Jonas Gahr Støre, a *Labour* man": of parties that are called the same one is meant at home.
        """
        member = self.notes.cast.get(actor)
        if owner is None or member is None or actor not in self.notes.gazetteer.holders:
            return False
        abroad = owner.state is not None and member.state not in (None, owner.state)
        return abroad and owner.kind in ("group", "organisation", "body")

    def _serves(self, actor: str, phrase: Phrase, role: RoleNoun) -> Belonging | None:
        """Whom somebody serves of whom the words do not say it: by the context, or by where he speaks.

        A minister may speak abroad, so that the place counts where the report has spoken of its state
        before, or where the state of the context has another in that office and the other has not.
        """
        notes, context = self.notes, self.owners.from_context(phrase, role)
        here = speaks_in(notes.view, phrase, notes.gazetteer)
        if context is not None and (other := self._another_state(actor, role, context)) is not None:
            return other
        if here is None or (context is not None and context.state == here):
            return context
        there = Belonging(here, here, None, "state", "context")
        if role.name in LOCAL_OFFICES or notes.scene.told_before(here, notes.view.index):
            return there
        if context is None or not self._held_by_another(actor, role, context.id):
            return context
        return context if self._held_by_another(actor, role, here) else there

    def _another_state(self, actor: str, role: RoleNoun, context: Belonging) -> Belonging | None:
        """The state told of most lately besides one of which the report has somebody else in that office.

        "The president of Peru will meet *the acting president*, Ada Obi": a state has one at a time.
        """
        notes = self.notes
        if not role.sole or role.office in (None, _CROWN) or context.kind != "state":
            return None
        near = {s.actor for s in notes.scene.seen if notes.view.index - s.sentence <= 1} - {actor}
        held = [p for a, p in notes.scene.persons.items() if a in near and p.office == role.office]
        if not any(context.id in (p.of, p.state) and _sits(notes.cast.get(p.actor)) for p in held):
            return None
        lately = notes.scene.since(notes.view.index - _BACK)
        others = Counter(s.country for s in lately if s.country not in (None, context.state))
        other = others.most_common(1)[0][0] if others else None
        return Belonging(other, other, None, "state", "context") if other else None

    def _held_by_another(self, actor: str, role: RoleNoun, of: str) -> bool:
        """Whether, by the office lists, somebody else holds an office."""
        holder = self.notes.gazetteer.holder(role.office, of, self.notes.day) if role.office else None
        named = self.notes.scene.persons[actor].words
        return holder is not None and set(slug(holder.name).split("-")).isdisjoint(named)

    def _own_state(self, actor: str, role: RoleNoun) -> Belonging | None:
        """For whom a person of the gazetteer held an office, else his own state, not the report's."""
        held = self.notes.people.office_of(actor, role.office)
        member = self.notes.cast.get(actor)
        own = held.of if held is not None else member.state if member is not None else None
        entry = self.notes.gazetteer.entries.get(own or "")
        return Belonging(entry.id, entry.state, entry.sector, entry.kind, "context") if entry else None

    def described(self, i: int, partner: int) -> Known | None:
        """A description beside a name: it is that person, and tells the office."""
        phrase = self.notes.view.phrases[i]
        known = self.notes.resolve(partner)
        if known is None or (phrase.role is None and phrase.term is None):
            return known
        if phrase.role is None:
            self._born(known.actor, phrase)
        elif not self._only_near(known.actor, phrase) and not self._in_office(partner):
            titled = self.notes.view.phrases[partner]
            self._named_at_last(known.actor, phrase, phrase.role)
            self._give_role(
                known.actor,
                phrase,
                phrase.role,
                titled.role is not None and bare_name(titled, self.notes.gazetteer.readings),
            )
        self._call(known.actor, phrase)
        gender = self._gender(phrase)
        if gender:
            self.notes.scene.persons[known.actor] = changed(
                self.notes.scene.persons[known.actor], gender=gender
            )
        described = Known(known.actor, "stands in apposition to the name")
        self.notes.mention(i, phrase, described)
        return described

    def _named_at_last(self, actor: str, phrase: Phrase, role: RoleNoun) -> None:
        """Make one of a person and the unnamed one told of before: "Chile's envoy … The envoy, Ada Obi"."""
        notes = self.notes
        if not phrase.definite or phrase.owner is not None or phrase.shifts or phrase.place_owner is not None:
            return
        office = role.office or slug(role.name)

        def holds(seen: Seen) -> bool:
            member = notes.cast.get(seen.actor)
            held = member.role if member is not None and member.kind == ActorKind.PERSON else None
            return seen.actor != actor and held is not None and held.office == office

        near = notes.view.index - _BACK
        start = notes.view.span(phrase).start
        # "It asked Chile's envoy to help; the envoy, Ada Obi, agreed" is as good as two sentences.
        before = notes.scene.latest(
            lambda s: holds(s) and (s.sentence < notes.view.index or ";" in notes.view.text[s.start : start])
        )
        if before is None or before.sentence < near or before.actor in notes.scene.persons:
            return
        unnamed = notes.cast.get(before.actor)
        if unnamed is None or unnamed.role is None or actor in notes.gazetteer.holders:
            return
        notes.cast.promote(actor, unnamed.role, unnamed.state, unnamed.sector)
        notes.merge(before.actor, actor)
        seen, of = notes.scene.persons[actor], unnamed.role.of
        told = changed(seen, office=office, role_name=term_of(notes.view, phrase), of=of, state=unnamed.state)
        notes.scene.persons[actor] = told

    def _born(self, actor: str, phrase: Phrase) -> None:
        """Give somebody the state of the nation that stands beside the name, if none is told."""
        entry = self.notes.gazetteer.entries[phrase.term.ref] if phrase.term else None
        member = self.notes.cast.get(actor)
        if entry is not None and member is not None and member.state is None:
            self.notes.cast.add(changed(member, state=entry.state, sector=member.sector or "CVL"), SHORT)
            self.notes.scene.persons[actor] = changed(self.notes.scene.persons[actor], state=entry.state)

    def _in_office(self, partner: int) -> bool:
        """Whether a name has an office of some state before it, which a description beside it leaves."""
        titled = self.notes.view.phrases[partner]
        return titled.role is not None and titled.role.office is not None and titled.owner is not None

    def _only_near(self, actor: str, phrase: Phrase) -> bool:
        """Whether a description tells only to whom somebody is close: a friend of Putin is no Russian.

        Of somebody unknown, a relative's state is still the best guess.
        """
        noun = term_of(self.notes.view, phrase).split()[-1]
        lists = self.notes.gazetteer.readings
        if noun in lists.relative_nouns:
            member, owner = self.notes.cast.get(actor), self.owners.of(phrase)
            if member is not None and member.state is None and owner is not None and owner.state:
                self.notes.cast.add(changed(member, state=owner.state, sector=member.sector or "CVL"), SHORT)
            return True
        return noun in lists.companion_nouns

    def said_of(self, i: int, subject: int) -> Known | None:
        """A description after "is": it is the subject, whose office it tells if that is so now."""
        phrase = self.notes.view.phrases[i]
        known = self.notes.resolve(subject)
        if known is None or phrase.role is None:
            return known
        named = known.actor in self.notes.scene.persons
        if named:
            self._call(known.actor, phrase)
        told = named and not phrase.shifts and self.notes.view.is_now(phrase)
        if told and not self._only_near(known.actor, phrase):
            self._give_role(known.actor, phrase, phrase.role)
        described = Known(known.actor, "says what the subject is", 0.8)
        self.notes.mention(i, phrase, described)
        return described
