"""Builds the noun phrases that name actors: names alone, and role nouns with all that is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.codebook.gazetteer import Gazetteer, Role, Term
from dragoman.codebook.name_words import Token
from dragoman.find.actor_left import LeftReader
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.find.actor_scan import Hit, TokenRow
from dragoman.language.parse import Word
from dragoman.values import changed

_HEADS = frozenset({"nsubj", "obj", "iobj", "obl", "root", "conj", "nmod", "appos"})
# What an adjective may stand for after an article.
_NATIONALS = {"the": ("people", "citizen"), "a": ("citizen",), "an": ("citizen",)}


class Composer(TokenRow):
    """Builds the phrases of one sentence from its hits, its names and, where there is one, its tree."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        hits: Sequence[Hit],
        words: Sequence[Word],
        gazetteer: Gazetteer,
    ) -> None:
        super().__init__(text, tokens)
        self.words, self.gazetteer = words, gazetteer
        self.hits = list(hits)
        self.left = LeftReader(text, tokens, hits, words, gazetteer)
        self.starting = self.left.starting
        self.taken: set[int] = set()

    def compose(self, names: Iterable[tuple[int, int]]) -> list[Phrase]:
        """The phrases in order; ``names`` are token ranges that the language core takes for persons."""
        others = [h for h in self.hits if not h.only_entry()]  # persons and roles are among them alone
        people = self._people(names, others)
        ships = self._ships(people) if people else {}
        if ships:
            people = {first: name for first, name in people.items() if first not in ships}
        inside = {i for first, last in people.values() for i in range(first, last + 1)}
        phrases = [p for h in others if (p := self._role_phrase(h, people, inside)) is not None]
        if ships:
            phrases = [self._christened(p, ships) for p in phrases]
        for first, last in people.values():
            if first not in self.taken:
                phrases.append(self._person(first, last))
        self.taken.update(i for first, last in ships.values() for i in range(first, last + 1))
        phrases += [p for h in self.hits if (p := self._entry_phrase(h)) is not None]
        return sorted(phrases, key=lambda p: p.first)

    def _people(self, names: Iterable[tuple[int, int]], hits: Iterable[Hit]) -> dict[int, tuple[int, int]]:
        """Names by their first token: the gazetteer's persons, then what the language core adds."""
        found = {h.first: (h.first, h.last) for h in hits if h.of("person")}
        for first, last in names:
            while first < last and self._is_title(first):
                first += 1
            if not any(a <= last and first <= b for a, b in found.values()):
                found[first] = (first, last)
        return found

    def _ships(self, people: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
        """Those of some names that are a ship's: "the frigate *Ada Obi*"."""
        lists = self.gazetteer.readings
        return {
            first: name
            for first, name in people.items()
            if first > 0
            and self.gap(first - 1, first).strip(' “"') == ""
            and (
                self.tokens[first - 1].norm in lists.ship_nouns
                or self.tokens[first - 1].text in lists.ship_prefixes
            )
        }

    def _christened(self, phrase: Phrase, ships: dict[int, tuple[int, int]]) -> Phrase:
        """A ship with its name."""
        name = ships.get(phrase.last + 1)
        return (
            phrase if name is None or phrase.name else changed(phrase, last=name[1], named=True, bare=False)
        )

    def _is_title(self, i: int) -> bool:
        hit = self.starting.get(i)
        title = self.tokens[i].text.rstrip(".") in self.gazetteer.readings.titles
        return title or bool(hit and hit.last == i and hit.of("role") and not hit.of("person"))

    def _person(self, first: int, last: int) -> Phrase:
        self.taken.update(range(first, last + 1))
        start = first
        titles = self.gazetteer.readings.titles
        while (
            start > 0
            and self.tokens[start - 1].text in titles
            and self.gap(start - 1, start).strip(" .") == ""
        ):
            start -= 1
        hit = self.starting.get(first)
        term = hit.of("person") if hit and hit.last == last else None
        return Phrase(start, last, first, "person", first, term=term, name=(first, last))

    def _role_phrase(self, hit: Hit, people: dict[int, tuple[int, int]], inside: set[int]) -> Phrase | None:
        if hit.first in inside or hit.first in self.taken:
            return None  # a part of somebody's name, or of a phrase before
        role_term, noun_term = self._role_term(hit), hit.of("noun")
        if (role_term is None and noun_term is None) or hit.of("person"):
            return None
        titled = hit.last + 1 in people and self.tokens[hit.last].capital
        if not (titled or self._nominal(hit)) or self._sides_with(hit) or self._modifies_next(hit):
            return None
        entry = hit.of("entry")
        base = self._start(hit, role_term, noun_term)
        phrase = self._named(self.left.extend(base), people)
        if entry and not (phrase.owner and self._foreign(phrase.owner, entry)):
            return None
        self.taken.update(range(phrase.first, phrase.last + 1))
        return phrase

    def _role_term(self, hit: Hit) -> Term | None:
        """The role that a term names; a plural is rather a group's own name than a plural by rule."""
        found: Term | None = None
        for term in hit.terms:
            if term.what == "role" and (found is None or term.form == "singular"):
                if term.form == "singular":
                    return term
                found = term
        return found

    def _start(self, hit: Hit, role_term: Term | None, noun_term: Term | None) -> Phrase:
        role = self.gazetteer.roles[int(role_term.ref)] if role_term else None
        plural = bool(role_term and (role_term.form == "plural" or self._plural_noun(hit, role)))
        words = hit.key.split() if " of" in hit.key else ()
        # "Assistant *secretary* of state": the head is what stands before "of".
        head = hit.first + words.index("of") - 1 if "of" in words[1:] else hit.last
        return Phrase(
            hit.first, hit.last, head, "role" if role else "noun", hit.first, term=role_term or noun_term,
            role=role, noun=noun_term.ref if noun_term else None, plural=plural,
        )  # fmt: skip

    def _plural_noun(self, hit: Hit, role: Role | None) -> bool:
        last = self.tokens[hit.last]
        if role and role.kind == "person":
            return False
        if self.words and last.word >= 0:
            return self.words[last.word].feat("Number") == "Plur"
        return last.norm.endswith("s") or last.norm in ("troops", "police", "people", "media")

    def _nominal(self, hit: Hit) -> bool:
        """Whether the parse agrees that the term is a noun here ("forces" may be a verb)."""
        word = self.tokens[hit.last].word
        return not self.words or word < 0 or self.words[word].upos in ("NOUN", "PROPN", "X", "SYM")

    def _sides_with(self, hit: Hit) -> bool:
        """Whether "sides" is the verb, which headlines hide from the parse: "Chile sides with Peru"."""
        after = hit.last + 1
        if self.tokens[hit.last].norm != "sides" or after >= len(self.tokens):
            return False
        named = hit.first > 0 and self.tokens[hit.first - 1].capital
        return named and hit.first == hit.last and self.tokens[after].norm == "with"

    def _modifies_next(self, hit: Hit) -> bool:
        """Whether another role noun follows at once, so that this one only says which ("army spokesman")."""
        after = self.starting.get(hit.last + 1)
        if after is None or self.gap(hit.last, hit.last + 1).strip(" -"):
            return False
        if not (after.of("role") or after.of("noun")) or not self._nominal(after):
            return False
        role = self.gazetteer.roles[int(t.ref)] if (t := hit.of("role")) else None
        return not (role and role.kind == "person" and after.of("person"))

    def _named(self, phrase: Phrase, people: dict[int, tuple[int, int]]) -> Phrase:
        """The phrase with the person's name that follows a title at once."""
        nxt = phrase.last + 1
        role = phrase.role
        if nxt >= len(self.tokens) or role is None or role.kind != "person" or phrase.plural:
            return phrase
        if self.gap(phrase.last, nxt).strip(" .\n"):
            return phrase
        start = nxt
        while (
            start < len(self.tokens)
            and start not in people
            and self.tokens[start].text in (self.gazetteer.readings.titles)
        ):
            start += 1
        found = people.get(start) or (None if self.words else self._capitalised(nxt))
        if found is None or phrase.indefinite:
            return phrase
        return changed(phrase, what="person", last=found[1], name=found, head=found[0])

    def _capitalised(self, i: int) -> tuple[int, int] | None:
        """Capitalised words from ``i`` on that no term claims: a name, where there is no language core."""
        last = i - 1
        while last + 1 < len(self.tokens) and self.tokens[last + 1].capital and self._nameable(last + 1):
            if last >= i and self.gap(last, last + 1).strip(" .-’'"):
                break
            last += 1
        return (i, last) if last >= i else None

    def _nameable(self, i: int) -> bool:
        """Whether a capitalised token may be part of a name: no term, or a role noun ("King")."""
        hit = self.starting.get(i)
        return hit is None or (hit.first == hit.last and not hit.of("entry") and not hit.of("person"))

    def _foreign(self, owner: Owner, entry: Term) -> bool:
        held = self.gazetteer.entries
        if owner.entry is None:
            return owner.person is not None
        return held[owner.entry].state != held[entry.ref].state

    def _entry_phrase(self, hit: Hit) -> Phrase | None:
        named = hit.of("entry")
        if named is None or hit.first in self.taken:
            return None
        entry = self._nationals(hit, named) or named
        if self._party_adjective(entry):
            return None
        people = self.starting.get(hit.last + 1) if entry.form == "adjective" else None
        if people is not None and self._whose(people, people.of("entry")) is not None:
            return None  # the people's phrase takes it in
        self.taken.update(range(hit.first, hit.last + 1))
        owner = self._whose(hit, named)
        name = first = hit.first if owner is None else self.left.ending[hit.first - 1].first
        if entry.form.split(":")[0] != "adjective":
            first = self.left.with_determiner(first)
        return Phrase(
            first, hit.last, self._head(hit), "entry", hit.first, term=entry, owner=owner,
            definite=first != name,
        )  # fmt: skip

    def _whose(self, hit: Hit, entry: Term | None) -> Owner | None:
        """The state whose part of a people or faith is meant by an entry: "Lebanese Christians"."""
        if entry is None or entry.form != "name" or (before := self.left.ending.get(hit.first - 1)) is None:
            return None
        adjective = before.of("entry")
        if adjective is None or adjective.form != "adjective":
            return None
        people, state = self.gazetteer.entries[entry.ref], self.gazetteer.entries[adjective.ref]
        if people.kind != "group" or people.state is not None or state.kind != "state":
            return None
        joined = self.gap(hit.first - 1, hit.first) == " "
        return Owner(entry=adjective.ref, form="adjective", how="adjective") if joined else None

    def _nationals(self, hit: Hit, entry: Term) -> Term | None:
        """The people that an adjective alone stands for after an article: "the Dutch", "an American"."""
        if entry.form != "adjective":
            return None
        forms = _NATIONALS.get(self._article(hit), ())
        if not forms or not self._alone(hit):
            return None
        of_state = [t for t in hit.terms if t.ref == entry.ref]
        return next((t for form in forms for t in of_state if t.form == form), None)

    def _article(self, hit: Hit) -> str:
        """The article of a term: by the tree also across what describes it ("a 30-year-old *Peruvian*")."""
        before = self.tokens[hit.first - 1].norm if hit.first else ""
        at = self.tokens[hit.last].word
        if before in ("the", "a", "an") or not self.words or at < 0 or self.words[at].upos == "ADJ":
            return before
        return next((w.text.lower() for w in self.words[:at] if w.head == at and w.deprel == "det"), before)

    def _alone(self, hit: Hit) -> bool:
        """Whether a term heads its phrase; without a tree, whether nothing that it could modify follows."""
        word = self.tokens[hit.last].word
        if self.words and word >= 0:
            return self.words[word].deprel.split(":")[0] in _HEADS
        after = hit.last + 1
        if after >= len(self.tokens):
            return True
        return self.tokens[after].norm in self.gazetteer.readings.phrase_breaks

    def _head(self, hit: Hit) -> int:
        """The token that the tree makes the head of a name; without a tree, the last."""
        inside = range(self.tokens[hit.first].word, self.tokens[hit.last].word + 1)
        for token in self.tokens[hit.first : hit.last + 1]:
            if self.words and token.word >= 0 and self.words[token.word].head not in inside:
                return token.i
        return hit.last

    def _party_adjective(self, entry: Term) -> bool:
        """Whether a word tells only beside a noun of whom it speaks ("a Democratic senator")."""
        kind = self.gazetteer.entries[entry.ref].kind
        return entry.form == "adjective" and kind == "body" and not entry.ref.startswith("territory:")
