"""Bodies with a country's name inside their own ("Statistics Canada"): the body and not the country."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.gazetteer import Entry, Gazetteer
from dragoman.codebook.name_words import Token
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.language.parse import Word
from dragoman.values import changed, value

_JOINS = frozenset({"of", "for", "and", "on"})
_PART_OF_NAME = frozenset({"compound", "flat", "amod", "nmod:poss", "nmod:desc"})
_BODIES = frozenset({"organisation", "body"})


@value
class BodyNames:
    """What the names of a sentence are read by: its tokens, its words and the gazetteer."""

    tokens: Sequence[Token]
    words: Sequence[Word]
    gazetteer: Gazetteer

    def whole(self, phrases: Sequence[Phrase], bodies: Sequence[range]) -> list[Phrase]:
        """The phrases, with one phrase for each of some names of bodies that has a country's name inside."""
        found = list(phrases)
        for inside in bodies:
            if len(inside) > 1:
                found = self._with(found, inside)
        return found

    def _with(self, phrases: list[Phrase], inside: range) -> list[Phrase]:
        """The phrases with one for a name, where it has a country's at its end or its head."""
        own = [p for p in phrases if p.core <= inside[-1] and p.last >= inside[0]]
        if not own or own[-1].last > inside[-1] or own[0].core < inside[0]:
            return self._prolonged(phrases, own, inside)
        country, rest = self._country(own, inside)
        if country is None or any(p.what in ("person", "pronoun") for p in rest) or len(rest) > 1:
            return self._prolonged(phrases, own, inside)
        other = rest[0] if rest else None
        body = self._at_end(country, other, inside) or self._at_head(country, other, inside)
        if body is None:
            return self._prolonged(phrases, own, inside)
        return [*(p for p in phrases if p not in own), body]

    def _country(self, own: Sequence[Phrase], inside: range) -> tuple[Phrase | None, list[Phrase]]:
        """The phrase of a name that is a country's, at its end or else at its head, and the others."""
        for country in (own[-1], own[0]):
            entry = self._entry(country)
            ends = country.last == inside[-1] or country.core == inside[0]
            if entry is not None and entry.kind == "state" and country.owner is None and ends:
                return country, [p for p in own if p is not country]
        return None, list(own)

    def _entry(self, phrase: Phrase | None) -> Entry | None:
        """The actor of the gazetteer that a phrase names."""
        if phrase is None or phrase.what != "entry" or phrase.term is None:
            return None
        return self.gazetteer.entries[phrase.term.ref]

    def _at_end(self, country: Phrase, other: Phrase | None, inside: range) -> Phrase | None:
        """A body's branch in a country, or a country's body: "Amnesty *Nigeria*", "Statistics *Canada*"."""
        form = "" if country.term is None else country.term.form
        before = self.tokens[country.core - 1]
        if form != "name" or country.core == inside[0] or country.first != country.core or not before.capital:
            return None
        if other is not None and other.last != country.core - 1:
            return None
        entry = self._entry(other)
        if entry is not None and entry.kind not in _BODIES:
            return None
        if other is not None and entry is not None and entry.state is not None and _between_states(entry):
            return changed(other, last=country.last)  # UNICEF in Yemen is UNICEF
        return self._named(country, other, inside)

    def _at_head(self, country: Phrase, other: Phrase | None, inside: range) -> Phrase | None:
        """A body of a country by its name: "*Egypt* Air", "*Ethiopia* Human Rights Council"."""
        form = "" if country.term is None else country.term.form
        if country.core != inside[0] or form != "name" or country.last == inside[-1]:
            return None
        entry = self._entry(other)
        if other is None:
            plain = len(inside) == 2 and self._part(country) and self._no_noun(inside[-1])
            return self._named(country, None, inside) if plain else None
        whole = other.core == country.last + 1 and other.last == inside[-1]
        if entry is None or not whole or entry.kind not in _BODIES or not self._part(country):
            return None
        other_form = "" if other.term is None else other.term.form
        home = self._entry(country)
        own = home is not None and entry.state == home.id
        return None if own or other_form != "name" else self._named(country, other, inside)

    def _named(self, country: Phrase, other: Phrase | None, inside: range) -> Phrase:
        """One phrase for a whole name, with the country that it belongs to and what else is known of it."""
        assert country.term is not None
        name, known = (inside[0], inside[-1]), self._entry(other)
        owner = Owner(entry=country.term.ref, form="adjective")
        return Phrase(
            *name, self._head(inside), "unknown", inside[0], owner=owner, name=name,
            term=other.term if other is not None and known is not None else None,
            of_role=None if other is None else other.role,
        )  # fmt: skip

    def _head(self, inside: range) -> int:
        """The token by which a name hangs in its sentence, rather as one that takes part than otherwise."""
        at = {self.tokens[i].word: i for i in inside if self.tokens[i].word >= 0}
        heads = [self.words[w] for w in at if self.words and self.words[w].head not in at]
        best = [w for w in heads if w.deprel.split(":")[0] not in _PART_OF_NAME] or heads
        return at[best[0].i] if best else inside[-1]

    def _part(self, country: Phrase) -> bool:
        """Whether the parse makes a country's name a part of the name that goes on after it."""
        word = self.tokens[country.last].word
        return word >= 0 and bool(self.words) and self.words[word].deprel in _PART_OF_NAME

    def _no_noun(self, i: int) -> bool:
        """Whether a word names no sort of body: "Peru *Congress*" is Peru's."""
        terms = self.gazetteer.terms.get(self.tokens[i].norm, ())
        return not any(t.what in ("role", "noun") for t in terms) and self._proper(i)

    def _proper(self, i: int) -> bool:
        word = self.tokens[i].word
        return word >= 0 and bool(self.words) and self.words[word].upos == "PROPN"

    def _prolonged(self, phrases: list[Phrase], own: Sequence[Phrase], inside: range) -> list[Phrase]:
        """The phrases, the first of a name with all of it: "Kenya National Bureau *of Statistics*"."""
        head = next((p for p in own if p.what == "role" and p.first <= inside[0] < p.core), None)
        if head is None or head.role is None or head.role.kind == "person" or head.last >= inside[-1]:
            return phrases
        after = self.tokens[head.last + 1]
        rest = [p for p in own if p.core > head.last]
        if after.norm not in _JOINS or not self.tokens[inside[-1]].capital or head.shared is not None:
            return phrases
        if any(p.last > inside[-1] or p.what not in ("role", "noun") or p.owner for p in rest):
            return phrases
        role, about = head.role, next((p.role for p in rest if p.role is not None), None)
        if role.sector is None and about is not None:  # "the Ghana Federation of *Farmers*"
            role = changed(role, sector=about.sector, neutral=False)
        whole = changed(head, last=inside[-1], named=True, bare=False, role=role)
        return [whole if p is head else p for p in phrases if p not in rest]


def _between_states(entry: Entry) -> bool:
    """Whether an organisation belongs to those that states have set up, and to none of them."""
    return entry.kind == "organisation" and entry.sector is None
