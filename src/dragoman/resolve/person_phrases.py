"""Phrases that name a person, and descriptions beside a name: "Ada Obi, the mayor"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.name_words import slug
from dragoman.find.actor_phrase import Phrase
from dragoman.record import Role
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.owners import sector_of
from dragoman.resolve.ownership import Ownership
from dragoman.resolve.persons import Known, lowered
from dragoman.resolve.phrase_view import term_of


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
        known = self.notes.people.named(tokens, written, holder, titled)
        self.notes.people.remember(known.actor, tuple(t.norm for t in tokens), self._gender(phrase))
        if phrase.role is not None:
            self._give_role(known.actor, phrase, phrase.role)
        elif (
            owner := self.owners.of(phrase)
        ) is not None and known.actor not in self.notes.gazetteer.holders:
            day = self.notes.day
            self.notes.cast.promote(
                known.actor, Role("member", owner.id, day), owner.state, owner.sector or "CVL"
            )
        return known

    def _holder_of(self, phrase: Phrase) -> str | None:
        assert phrase.name is not None
        key = " ".join(t.norm for t in self.notes.view.tokens[phrase.name[0] : phrase.name[1] + 1])
        return next((t.ref for t in self.notes.gazetteer.terms.get(key, ()) if t.what == "person"), None)

    def _gender(self, phrase: Phrase) -> str | None:
        """What titles and role nouns say of the gender."""
        lists = self.notes.gazetteer.readings
        written = {t.text.rstrip(".").lower() for t in self.notes.view.tokens[phrase.first : phrase.last + 1]}
        if not written.isdisjoint(lowered(lists.female_words)):
            return "f"
        return None if written.isdisjoint(lowered(lists.male_words)) else "m"

    def _give_role(self, actor: str, phrase: Phrase, role: RoleNoun) -> None:
        owner = self.owners.of(phrase)
        member = self.notes.cast.get(actor)
        if owner is None and member is not None and member.role is not None:
            return
        if owner is None:
            owner = self.owners.from_context(phrase, role)
        sector = sector_of(phrase, role, owner, self.notes.gazetteer)
        office = role.office or slug(role.name)
        state = owner.state if owner else None
        of = owner.id if owner else None
        day = self.notes.day
        self.notes.cast.promote(actor, Role(office, of, None if sector == "ELI" else day), state, sector)
        seen = self.notes.scene.persons[actor]
        self.notes.scene.persons[actor] = replace(
            seen,
            office=office,
            role_name=term_of(self.notes.view, phrase),
            of=of or seen.of,
            state=state or seen.state,
        )

    def described(self, i: int, partner: int) -> Known | None:
        """A description beside a name: it is that person, and tells the office."""
        phrase = self.notes.view.phrases[i]
        known = self.notes.resolve(partner)
        if known is None or phrase.role is None:
            return known
        self._give_role(known.actor, phrase, phrase.role)
        gender = self._gender(phrase)
        if gender:
            self.notes.scene.persons[known.actor] = replace(
                self.notes.scene.persons[known.actor], gender=gender
            )
        described = Known(known.actor, "stands in apposition to the name")
        self.notes.mention(i, phrase, described)
        return described

    def said_of(self, i: int, subject: int) -> Known | None:
        """A description after "is": it is the subject, whose office it tells if that is so now."""
        phrase = self.notes.view.phrases[i]
        known = self.notes.resolve(subject)
        if known is None or phrase.role is None:
            return known
        named = known.actor in self.notes.scene.persons
        if named and not phrase.shifts and self.notes.view.is_now(phrase):
            self._give_role(known.actor, phrase, phrase.role)
        described = Known(known.actor, "says what the subject is", 0.8)
        self.notes.mention(i, phrase, described)
        return described
