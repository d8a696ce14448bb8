"""To whom the phrases of a report belong: what they say themselves, and what the context says for them."""

from __future__ import annotations

from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.find.actor_links import LOCAL_SECTORS
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.record import ActorKind, Span
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.owners import Belonging, belonging
from dragoman.resolve.pronouns import FIRST


class Ownership:
    """Resolves the owners of phrases."""

    def __init__(self, notes: Notebook) -> None:
        self.notes = notes

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
            known = self.notes.people.named(tokens, self.notes.view.text[span.start : span.end], holder)
            actor = known.actor
            first, last = owner.person
            self.notes.mention(-1, Phrase(first, last, last, "person", first, name=owner.person), known)
        elif owner.pronoun is not None:
            token = self.notes.view.tokens[owner.pronoun]
            if token.norm in FIRST:
                return None
            read = self.notes.pronouns.read(token.norm, self.notes.view.index, token.start, -1, False)
            actor = read.actor if read else None
        return self._of_actor(actor, owner.how) if actor else None

    def from_context(self, phrase: Phrase, role: RoleNoun) -> Belonging | None:
        """The state where the phrase says it is, else the state that the report is about here."""
        if role.kind == "force" and (sender := self._sender(phrase)) is not None:
            return sender
        if phrase.place_owner is not None and role.sector in LOCAL_SECTORS:
            entry = self.notes.gazetteer.entries[phrase.place_owner]
            return Belonging(entry.state or entry.id, entry.state, None, "state", "place")
        if role.sector in LOCAL_SECTORS and (country := self._located(phrase)) is not None:
            return Belonging(country, country, None, "state", "place")
        home = self.notes.scene.home_state(self.notes.view.index)
        return Belonging(home[0], home[0], None, "state", "context") if home else None

    def _located(self, phrase: Phrase) -> str | None:
        """The country of the city in the phrase's own name, or in what follows ("a court in Lyon")."""
        view, tokens = self.notes.view, self.notes.view.tokens
        after = phrase.last + 2
        if after in view.cities and tokens[after - 1].norm in ("in", "at", "near", "of"):
            return view.cities[after]
        capitals = [t for t in tokens[phrase.first : phrase.core] if t.capital and t.norm not in ("the", "a")]
        if not capitals or not phrase.named:
            return None
        span = Span(capitals[0].start, capitals[-1].end)
        return self.notes.country_of(view.text[span.start : span.end]) or self.notes.country_of(
            capitals[0].text
        )

    def _sender(self, phrase: Phrase) -> Belonging | None:
        """Whose forces they are that a state or organisation sends: the subject of the verb."""
        word = self.notes.view.word(phrase)
        if word is None or word.deprel not in ("obj", "nsubj:pass"):
            return None
        clause = self.notes.view.clause(phrase)
        for seen in reversed(self.notes.scene.seen):
            if seen.sentence != self.notes.view.index:
                break
            if seen.subject and seen.clause == clause and self.notes.scene.statelike(seen):
                return self._of_actor(seen.actor, "context")
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
