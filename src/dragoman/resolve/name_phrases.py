"""Phrases that are a name of the gazetteer, or of a body that only the report knows."""

from __future__ import annotations

from dragoman.codebook.gazetteer import Entry
from dragoman.codebook.name_words import slug
from dragoman.find.actor_phrase import Phrase
from dragoman.record import Actor, ActorKind
from dragoman.resolve.cast import COMMON, FULL, SHORT
from dragoman.resolve.fellows import fellow_of
from dragoman.resolve.named_at_last import ARMED_GROUPS, group_named
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.persons import Known
from dragoman.resolve.phrase_view import term_of

_LATELY = 2  # sentences from a person to "the Russian"


class NamePhrases:
    """Resolves names of states, organisations, bodies, forces and groups."""

    def __init__(self, notes: Notebook) -> None:
        self.notes = notes
        told = (row.partition(": ") for row in notes.gazetteer.readings.name_sectors)
        self._sectors = {word: sector for sector, _, words in told for word in words.split()}

    def entry(self, i: int, phrase: Phrase) -> Known | None:
        """The actor that a term of the gazetteer stands for."""
        assert phrase.term is not None
        entry = self.notes.gazetteer.entries[phrase.term.ref]
        form, _, lent = phrase.term.form.partition(":")
        written = self.notes.view.written(phrase, bare=True).removeprefix("the ")
        if form in ("people", "citizen"):
            return self._people_of(phrase, entry.id, form, written)
        if phrase.owner is not None and phrase.owner.entry is not None and entry.state is None:
            return self._part_of(entry, phrase.owner.entry, self.notes.view.written(phrase, bare=True))
        if form == "metonym" and lent and entry.kind == "state":
            ident = f"{entry.id}.{lent}"
            self.notes.cast.add(Actor(ident, ActorKind.BODY, written, entry.state, lent), FULL)
            return Known(ident, f"the {written} stands for those who sit there")
        if entry.kind == "state" and (fellow := fellow_of(self.notes, phrase, entry)) is not None:
            return fellow
        quality = {"name": FULL, "acronym": SHORT}.get(form, COMMON)
        if form == "name" and written.isupper() and not entry.name.isupper():
            quality = COMMON
        written = self._with_acronym(i, phrase, written)
        sector = self.notes.gazetteer.sector_of(entry, self.notes.date)
        self.notes.cast.entry(entry, sector, written, quality)
        group_named(self.notes, entry, sector)
        reasons = {
            "capital": f"{written} stands for the government of {entry.name}",
            "capital-if-named": f"{written} stands for the government of {entry.name}",
            "adjective": f"“{written}” says that something is of {entry.name}",
            "metonym": f"{written} stands for {entry.name}",
            "acronym": f"acronym of {entry.name}",
        }
        return Known(entry.id, reasons.get(form, f"a name of {entry.name}"))

    def _part_of(self, people: Entry, state: str, written: str) -> Known:
        """Those of a people or faith who are of one state: "Lebanese Christians"."""
        home, written = self.notes.gazetteer.entries[state], written.removeprefix("the ")
        ident = f"group:{slug(written)}"
        self.notes.cast.add(Actor(ident, ActorKind.GROUP, written, home.state, people.sector), FULL)
        return Known(ident, f"{people.name} of {home.name}", 0.9)

    def _with_acronym(self, i: int, phrase: Phrase, written: str) -> str:
        """A name with the acronym that follows it in brackets: "African Union (AU)"."""
        nxt = self.notes.view.phrases[i + 1] if i + 1 < len(self.notes.view.phrases) else None
        if nxt is None or nxt.term is None or phrase.term is None or nxt.term.ref != phrase.term.ref:
            return written
        between = self.notes.view.text[self.notes.view.span(phrase).end : self.notes.view.span(nxt).start]
        return f"{written} ({self.notes.view.written(nxt)})" if between.strip() == "(" else written

    def _people_of(self, phrase: Phrase, state: str, form: str, written: str) -> Known:
        entry = self.notes.gazetteer.entries[state]
        ethnic = self._ethnic(phrase)
        of = None if ethnic else entry.state
        label = f"ethnic {written.removeprefix('ethnic ')}" if ethnic else written
        if form == "citizen" and not self._plural(phrase):
            if not ethnic and (told := self._countryman(phrase, entry.id)) is not None:
                return told
            ident = self.notes.cast.scoped(label)
            self.notes.cast.add(Actor(ident, ActorKind.PERSON, label, of, "CVL"), SHORT)
            return Known(ident, f"a citizen of {entry.name}", 0.8)
        ident = f"group:{slug(label)}"
        self.notes.cast.add(Actor(ident, ActorKind.GROUP, label, of, "CVL"), FULL)
        why = f"{label}: a people, not a state's citizens" if ethnic else f"the people of {entry.name}"
        return Known(ident, why, 0.9)

    def _countryman(self, phrase: Phrase, state: str) -> Known | None:
        """The one person of a state told of lately, whom the press then calls by it: "*the Russian* said"."""
        scene, here = self.notes.scene, self.notes.view.index
        before = self.notes.view.tokens[phrase.first : phrase.core]
        if [t.norm for t in before] != ["the"]:
            return None
        near = [s for s in scene.since(here - _LATELY) if s.kind is ActorKind.PERSON and not s.plural]
        theirs = dict.fromkeys(s.actor for s in near if s.actor in scene.persons and self._of(s.actor, state))
        if len(theirs) != 1:
            return None
        return Known(next(iter(theirs)), "the one person of that state named lately", 0.7)

    def _of(self, actor: str, state: str) -> bool:
        member = self.notes.cast.get(actor)
        return member is not None and member.state == state

    def _ethnic(self, phrase: Phrase) -> bool:
        before = phrase.core - 1
        return phrase.first < phrase.core and self.notes.view.tokens[before].norm == "ethnic"

    def _plural(self, phrase: Phrase) -> bool:
        word, before = self.notes.view.word(phrase), phrase.core - 1
        if before >= 0 and self.notes.view.tokens[before].norm in ("a", "an"):
            return False
        return word is None or word.feat("Number") != "Sing"

    def unknown(self, phrase: Phrase) -> Known:
        """A body that the language core sees and the gazetteer does not know: the report's own."""
        written = self.notes.view.written(phrase, bare=True)
        key = slug(written)
        if key in self.notes.scene.aliases:
            return Known(self.notes.scene.aliases[key], "named before in this report")
        if written.isupper() and (whole := self._spelt_out(written)) is not None:
            self.notes.scene.aliases[key] = whole.id
            return Known(whole.id, f"the first letters of {whole.name}", 0.8)
        if (before := self._their_kind(written)) is not None:
            return Known(before, f"“{written}” are those told of before", 0.8)
        ident = self.notes.cast.scoped(written)
        state, sector = self._told_by_name(phrase)
        self.notes.cast.add(Actor(ident, ActorKind.ORGANISATION, written, state, sector), FULL)
        self.notes.scene.aliases[key] = ident
        self.notes.scene.terms[self.notes.view.tokens[phrase.last].norm] = ident
        return Known(ident, "a body that only this report names", 0.7)

    def _their_kind(self, written: str) -> str | None:
        """The group told of before by what its members are: "*Maoist* rebels … the Maoists"."""
        if " " in written or not written.endswith("s"):
            return None
        one = f"{written[:-1]} "
        groups = (a for a in self.notes.cast.actors() if a.kind in (ActorKind.GROUP, ActorKind.FORCE))
        found = [a.id for a in groups if a.name.startswith(one) and a.id.startswith(self.notes.cast.prefix)]
        return found[0] if len(found) == 1 else None

    def _spelt_out(self, letters: str) -> Actor | None:
        """The body named before whose words begin with the letters of an acronym."""
        if len(letters) < 3:
            return None
        bodies = (a for a in self.notes.cast.actors() if a.kind not in (ActorKind.PERSON, ActorKind.STATE))
        return next((a for a in bodies if _initials(a.name) == letters), None)

    def described(self, i: int, partner: int) -> Known | None:
        """A description beside a body or somebody unnamed: "the Delta Front, an armed group"."""
        notes, phrase = self.notes, self.notes.view.phrases[i]
        known = notes.resolve(partner)
        member = notes.cast.get(known.actor) if known is not None else None
        if known is None or member is None or phrase.role is None:
            return known
        if member.sector is None and phrase.role.sector is not None:
            armed = phrase.role.sector in ARMED_GROUPS
            kind = ActorKind.GROUP if armed else member.kind
            notes.cast.describe(member.id, kind, phrase.role.sector)
        self._of_state(member, phrase)
        term = term_of(notes.view, phrase)
        notes.scene.terms[term] = notes.scene.terms[term.split()[-1]] = known.actor
        notes.scene.roles.setdefault(known.actor, phrase.role.name)
        described = Known(known.actor, "stands in apposition to the one described")
        notes.mention(i, phrase, described)
        return described

    def _of_state(self, member: Actor, phrase: Phrase) -> None:
        """Give a body that no list knows the state of its description: "Peru Gold, a *Canadian* firm"."""
        owner = self.notes.gazetteer.entries.get(phrase.owner.entry or "") if phrase.owner else None
        if owner is not None and owner.kind == "state" and member.id.startswith(self.notes.cast.prefix):
            self.notes.cast.settle(member.id, owner.id)

    def _told_by_name(self, phrase: Phrase) -> tuple[str | None, str | None]:
        """The state and the sector that a name tells: "Nigerian Ports Authority", "Lagos Dockers League"."""
        notes = self.notes
        tokens = notes.view.tokens[phrase.first : phrase.last + 1]
        owner = notes.gazetteer.entries.get(phrase.owner.entry or "") if phrase.owner else None
        state = owner.state if owner is not None else None
        if state is None and len(tokens) > 1:
            first = next((t for t in tokens if t.norm != "the"), tokens[0])
            lies = notes.country_of(first.text) if first is not tokens[-1] else None
            state = lies if lies in notes.scene.states() else None  # "Orange" is a town, and mostly is not
        sectors = [s for t in tokens if (s := self._sector_of(t.norm)) is not None]
        if phrase.what == "unknown" and phrase.term is not None:  # a branch is of the sort that the whole is
            whole = notes.gazetteer.entries[phrase.term.ref].sector
            sectors = sectors if whole is None else [whole]
        return state, sectors[-1] if sectors else None

    def _sector_of(self, word: str) -> str | None:
        """The sector of a word that is a role noun, or that says what a body is about."""
        terms = self.notes.gazetteer.terms.get(word, ())
        roles = [self.notes.gazetteer.roles[int(t.ref)] for t in terms if t.what == "role"]
        return roles[0].sector if roles else self._sectors.get(word)


def _initials(name: str) -> str:
    """The first letters of the words of a name that begin with a capital."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
