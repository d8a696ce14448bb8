"""What ties two phrases of a sentence together: possession, "of", apposition, a shared head noun."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.name_words import Token
from dragoman.codebook.readings import Readings
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.find.actor_scan import TokenRow
from dragoman.language.parse import Word
from dragoman.language.prepositions import LOCATING
from dragoman.values import changed, value

_GROUP, _FIRM = "group:", "BUS"
# What may share the noun of the next phrase, and how it owns it: "Chad's and Sudan's presidents".
_SHARED_BY = {"adjective": "adjective", "name": "possessive"}
# Sectors whose members belong where they are; soldiers and diplomats belong where they come from.
LOCAL_SECTORS = frozenset(
    [
        "JUD",
        "COP",
        "CVL",
        "REB",
        "LEG",
        "OPP",
        "PTY",
        "EDU",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "REL",
        "CRM",
        "AGR",
        "UAF",
        "BUS",
        "SOC",
        "PRM",
        "GOV",
    ]
)


@value
class Linked:
    """Phrases with their owners; ``same`` maps a description to the phrase that names its person."""

    phrases: tuple[Phrase, ...]
    same: dict[int, int]


def link(
    text: str, tokens: Sequence[Token], words: Sequence[Word], phrases: Sequence[Phrase], readings: Readings
) -> Linked:
    """The phrases of one sentence, linked."""
    if len(phrases) < 2:
        return Linked(tuple(phrases), {})  # nothing to tie, as in every other sentence
    linker = _Linker(text, tokens, words, phrases, readings)
    linker.possessives()
    linker.complements()
    linker.shared_heads()
    same = linker.appositions()
    if not linker.absorbed:
        return Linked(tuple(linker.phrases), same)  # all stay where they are
    kept = [i for i in range(len(linker.phrases)) if i not in linker.absorbed]
    place = {old: new for new, old in enumerate(kept)}
    moved = tuple(linker.moved(linker.phrases[i], place) for i in kept)
    return Linked(moved, {place[a]: place[b] for a, b in same.items() if a in place and b in place})


class _Linker(TokenRow):
    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        words: Sequence[Word],
        phrases: Sequence[Phrase],
        readings: Readings,
    ) -> None:
        super().__init__(text, tokens)
        self.words, self.phrases, self.readings = words, list(phrases), readings
        self.absorbed: set[int] = set()

    def moved(self, phrase: Phrase, place: dict[int, int]) -> Phrase:
        """The phrase with its owner's position after some phrases were absorbed."""
        owner = phrase.owner
        if owner is None or owner.phrase is None:
            return phrase
        new = place.get(owner.phrase)
        if new == owner.phrase:
            return phrase
        return changed(phrase, owner=None if new is None else changed(owner, phrase=new))

    def possessives(self) -> None:
        """A phrase before an apostrophe owns the next: "the rebels' leader"."""
        for i in range(1, len(self.phrases)):
            before, here = self.phrases[i - 1], self.phrases[i]
            if here.owner is not None or here.what not in ("role", "noun", "person", "entry"):
                continue
            if here.what == "person" and here.role is None:
                if before.what == "entry" and before.term is not None and self._possessed(before, here):
                    owner = Owner(entry=before.term.ref, form=before.term.form, how="possessive")
                    self.phrases[i] = changed(here, owner=owner)
                continue
            if self._possessed(before, here) and here.what != "entry":
                owner = Owner(phrase=i - 1, how="possessive")
                self.phrases[i] = changed(here, first=before.first, owner=owner, definite=True, bare=False)

    def _possessed(self, before: Phrase, here: Phrase) -> bool:
        end = before.last + 1
        if end >= len(self.tokens):
            return False
        if self.tokens[end].norm == "s" and self.gap(before.last, end).strip() in ("'", "’"):
            return here.first == end + 1
        return here.first == end and self.gap(before.last, end).strip() in ("'", "’")

    def complements(self) -> None:
        """What follows with a preposition: "king of Spain", "spokesman for the rebels"."""
        for i in reversed(range(len(self.phrases) - 1)):
            j = i + 1
            while j + 1 < len(self.phrases) and self._nested(j):
                j += 1  # "head of *the party's youth wing*", not of the party
            here, nxt = self.phrases[i], self.phrases[j]
            preposition = self._preposition(here, nxt)
            if preposition in ("of", "from") and here.what == "person":
                self._affiliate(i, here, nxt)
            if nxt.what == "person" and self._office_before(here, nxt):
                assert here.term is not None
                owner = Owner(entry=here.term.ref, form=here.term.form, how="title")
                self.phrases[j] = changed(nxt, owner=owner)
            if preposition is None or here.role is None or here.name is not None:
                continue
            if nxt.what == "city":
                self._settle(i, here, nxt, preposition)
                continue
            if preposition in LOCATING:
                if nxt.what == "entry" and nxt.term is not None:
                    self.phrases[i] = changed(here, place_owner=nxt.term.ref)
                continue
            if here.owner is None and self._owns(preposition, here, nxt):
                self._take(i, j, here, nxt)

    def _office_before(self, here: Phrase, nxt: Phrase) -> bool:
        """Whether the name of an office stands before a person's: "US Trade Representative Ann Obi"."""
        named = here.what == "entry" and here.term is not None and here.term.form == "name"
        alone = nxt.role is None and nxt.owner is None and nxt.first == here.last + 1
        return (
            named
            and alone
            and self.tokens[here.last].norm in self.readings.office_nouns
            and not self.gap(here.last, nxt.first).strip()
        )

    def _settle(self, i: int, here: Phrase, nxt: Phrase, preposition: str) -> None:
        """A city tells where a body is; after "of" it is a part of the body's name."""
        if preposition == "of":
            self.absorbed.add(i + 1)
            self.phrases[i] = changed(here, last=nxt.last, named=True, place_owner=nxt.place_owner)
        elif preposition in LOCATING and here.place_owner is None:
            self.phrases[i] = changed(here, place_owner=nxt.place_owner)

    def _affiliate(self, i: int, here: Phrase, nxt: Phrase) -> None:
        """A name may say where it belongs and keep its own span: "Ada Obi of Human Rights Watch"."""
        if nxt.what == "entry" and nxt.term is not None and here.owner is None:
            owner = Owner(entry=nxt.term.ref, form=nxt.term.form, how="of")
            self.phrases[i] = changed(here, owner=owner)

    def _preposition(self, here: Phrase, nxt: Phrase) -> str | None:
        """The one word between two phrases, if nothing else is there."""
        between = here.last + 1
        if (
            between + 1 != nxt.first
            or self.gap(here.last, between).strip()
            or self.gap(between, nxt.first).strip()
        ):
            return None
        return self.tokens[between].norm

    def _owns(self, preposition: str, here: Phrase, nxt: Phrase) -> bool:
        assert here.role is not None
        if preposition == "of":
            return nxt.what in ("entry", "role", "person", "noun", "unknown")
        if preposition == "for":
            return (here.role.neutral or here.role.name == "official") and nxt.what in (
                "entry",
                "role",
                "person",
                "unknown",
            )
        if preposition == "to" and self.tokens[here.head].norm in self.readings.helper_nouns:
            return nxt.what in ("role", "person")
        return preposition == "from" and nxt.what == "entry"

    def _take(self, i: int, j: int, here: Phrase, nxt: Phrase) -> None:
        if nxt.what == "entry" and nxt.term is not None:
            owner = Owner(entry=nxt.term.ref, form=nxt.term.form, how="of")
            self.absorbed.add(j)
        else:
            owner = Owner(phrase=j, how="of")
        self.phrases[i] = changed(here, owner=owner, last=nxt.last, bare=False)

    def shared_heads(self) -> None:
        """The first adjective shares the noun of the second: "Chadian and Nigerian troops"."""
        for i in reversed(range(len(self.phrases) - 1)):
            here, nxt = self.phrases[i], self.phrases[i + 1]
            if not self._shares(here, nxt):
                continue
            assert here.term is not None
            form = here.term.form
            owner = Owner(entry=here.term.ref, form=form, how=_SHARED_BY[form])
            noun = nxt.shared or (nxt.core, nxt.last)
            last = here.last if form == "adjective" else here.last + 1
            self.phrases[i] = changed(
                here, what="role", role=nxt.role, owner=owner, plural=nxt.plural, bare=False, shared=noun,
                last=last, definite=here.definite or form != "adjective",
            )  # fmt: skip

    def _shares(self, here: Phrase, nxt: Phrase) -> bool:
        form = here.term.form if here.what == "entry" and here.term is not None else ""
        how = _SHARED_BY.get(form)
        if how is None or nxt.role is None or nxt.owner is None or nxt.owner.how != how or nxt.name:
            return False
        if how == "possessive":
            return self._joined(here.last + 1, nxt) and self.tokens[here.last + 1].norm == "s"
        listed = nxt.shared is not None and self._comma(here, nxt)
        return listed or self._joined(here.last, nxt)

    def _joined(self, last: int, nxt: Phrase) -> bool:
        """Whether only "and" or "or", and a number, stand between a token and a phrase."""
        after = last + 1
        if after >= nxt.first or self.tokens[after].norm not in ("and", "or"):
            return False
        bare = not any(self.gap(k, k + 1).strip() for k in range(last, nxt.first))
        return bare and all(self._number(k) for k in range(after + 1, nxt.first))

    def _number(self, i: int) -> bool:
        token = self.tokens[i]
        tagged = self.words and token.word >= 0 and self.words[token.word].upos == "NUM"
        return bool(tagged) or token.text[0].isdigit()

    def appositions(self) -> dict[int, int]:
        """Descriptions that stand beside the person they describe, by position."""
        same = self._by_tree()
        self._firms(same)
        if all(p.what != "person" for p in self.phrases):
            return same
        for i in range(len(self.phrases) - 1):
            j = i + 1
            while j in self.absorbed or (j < len(self.phrases) and self._inside(i, j)):
                j += 1
            placed = self._places(i, j)
            j += placed
            if j >= len(self.phrases) or i in self.absorbed or i in same or j in same:
                continue
            here, nxt = self.phrases[i], self.phrases[j]
            if not self._comma(self.phrases[j - 1] if placed else here, nxt):
                continue
            if here.what == "person" and self._describes(nxt):
                same[j] = i
            elif nxt.what == "person" and (self._introduces(here, nxt) or self._citizen(here, nxt)):
                same[i] = j
        return same

    def _firms(self, same: dict[int, int]) -> None:
        """Firms named after their sort, where the tree does not tell: "a Chilean winery, *Delta*, …"."""
        if all(p.what != "unknown" for p in self.phrases):
            return
        for i, here in enumerate(self.phrases[:-1]):
            if here.role is None or here.role.sector != _FIRM or i in same or not here.indefinite:
                continue
            nxt = self.phrases[i + 1]
            sort = here.role.kind == "group" and not here.plural and i + 1 not in same
            if sort and nxt.what == "unknown" and self._comma(here, nxt) and self._closed(nxt):
                same[i] = i + 1

    def _by_tree(self) -> dict[int, int]:
        """Names and descriptions that the tree joins as apposition, also across "in Kabul"."""
        heads = {self.tokens[p.head].word: i for i, p in enumerate(self.phrases) if i not in self.absorbed}
        same: dict[int, int] = {}
        for i, phrase in enumerate(self.phrases):
            w = self.tokens[phrase.head].word
            if not self.words or w < 0 or i in self.absorbed:
                continue
            if phrase.what == "person" and (known := self._known_as(phrase, w, heads)) is not None:
                same[known] = i
            if self.words[w].deprel != "appos":
                continue
            if any(c.head == w and c.deprel == "cc" for c in self.words):
                continue
            j = heads.get(self.words[w].head)
            if j is None:
                continue
            other = self.phrases[j]
            if phrase.what == "person" and bare_name(phrase, self.readings) and self._describes(other):
                same[j] = i
            elif self._same_being(other, phrase):
                same[i] = j
            elif self._called(other, phrase):
                same[j] = i
            elif self._named_like_somebody(other, phrase):
                self.phrases[i] = changed(phrase, what="unknown")
                same[j] = i
        return same

    def _known_as(self, phrase: Phrase, w: int, heads: dict[int, int]) -> int | None:
        """The description of somebody whose name a verb gives: "a man *named* Ada Obi", "identified as …"."""
        word = self.words[w]
        if word.deprel not in ("xcomp", "obj", "obl") or word.head < 0:
            return None
        verb = self.words[word.head]
        if verb.lemma.lower() not in self.readings.naming_verbs:
            return None
        if phrase.first == phrase.last and verb.lemma.lower() in self.readings.nicknaming_verbs:
            return None  # "known as Barbecue" is what somebody is called besides
        if verb.deprel == "acl":
            at = heads.get(verb.head)  # "a man named Ada Obi"
        else:
            told = next(
                (c.i for c in self.words if c.head == verb.i and c.deprel in ("obj", "nsubj:pass")), -1
            )
            at = heads.get(told) if word.deprel == "obl" else None  # "named the gunman as Ada Obi"
        return at if at is not None and self._described_so(at) else None

    def _described_so(self, i: int) -> bool:
        """Whether a phrase tells of one person without a name."""
        phrase = self.phrases[i]
        one = phrase.what == "role" and not phrase.plural
        return one and phrase.role is not None and phrase.role.kind == "person"

    def _same_being(self, other: Phrase, phrase: Phrase) -> bool:
        """Whether an apposition says who somebody is: a name's office, a body's sort, a witness's trade."""
        if other.what == "person":
            return self._describes(phrase)
        if self._names_body(other):
            return self._describes_body(phrase)
        return self._describes(other) and self._describes(phrase) and phrase.indefinite

    def _called(self, other: Phrase, phrase: Phrase) -> bool:
        """Whether a name stands at once after the sort of body that has it: "the group *Delta Watch*"."""
        sort = other.what in ("role", "noun") and not other.plural and other.name is None
        body = sort and (other.role is None or other.role.kind in ("group", "body"))
        named = phrase.what == "unknown" or (
            phrase.what == "entry" and phrase.term is not None and phrase.term.form in ("name", "acronym")
        )
        if not (body and named):
            return False
        beside = phrase.first == other.last + 1 and not self.gap(other.last, phrase.first).strip(' “"‘')
        return beside or self._named_after_comma(other, phrase)

    def _named_after_comma(self, other: Phrase, phrase: Phrase) -> bool:
        """Whether whose body a name is stands before it: "*their union*, Delta Watch"."""
        owned = other.what == "role" and (other.owner is not None or other.definite)
        between = self.gap(other.last, phrase.first).strip().lower()
        return owned and between in (",", ", the")

    def _named_like_somebody(self, other: Phrase, phrase: Phrase) -> bool:
        """Whether a person's name is a body's, by the sort before it: "a Chilean winery, *Ada Obi*, …"."""
        if phrase.what != "person" or phrase.role is not None or phrase.owner is not None:
            return False
        role = other.role if other.what == "role" and not other.plural and other.name is None else None
        if (
            role is None
            or role.kind not in ("group", "body")
            or not (other.indefinite or role.sector == _FIRM)
        ):
            return False
        if (
            role.sector == _FIRM
            and phrase.first == other.last + 1
            and self.gap(other.last, phrase.first) == " "
        ):
            return True
        return other.indefinite and self._comma(other, phrase) and self._closed(phrase)

    def _names_body(self, phrase: Phrase) -> bool:
        """Whether a phrase is the name of an armed group, or of a body that no file knows."""
        capital, term = self.tokens[phrase.head].capital, phrase.term
        if phrase.what == "entry" and term is not None and term.ref.startswith(_GROUP):
            return term.form in ("name", "acronym")
        return phrase.what == "unknown" or (phrase.what == "role" and phrase.named and capital)

    def _describes_body(self, phrase: Phrase) -> bool:
        """Whether an indefinite phrase says what a body is: "an armed group"."""
        role = phrase.role
        return phrase.what == "role" and role is not None and role.kind != "person" and phrase.indefinite

    def _inside(self, i: int, j: int) -> bool:
        """Whether phrase ``j`` is a part of ``i`` ("a spokesman for *the force*") or of the next one."""
        return self.phrases[j].last <= self.phrases[i].last or self._nested(j)

    def _nested(self, j: int) -> bool:
        """Whether phrase ``j`` owns the next one and lies inside it."""
        nxt = self.phrases[j + 1] if j + 1 < len(self.phrases) else None
        return (
            nxt is not None
            and nxt.owner is not None
            and nxt.owner.phrase == j
            and nxt.first == self.phrases[j].first
        )

    def _comma(self, here: Phrase, nxt: Phrase) -> bool:
        return nxt.first == here.last + 1 and self.gap(here.last, nxt.first).strip() == ","

    def _describes(self, phrase: Phrase) -> bool:
        role = phrase.role
        if phrase.what != "role" or role is None or role.kind != "person" or phrase.plural:
            return False
        word = self.tokens[phrase.head].word
        if not self.words or word < 0:
            return True
        return self.words[word].deprel.split(":")[0] in (
            "appos", "nsubj", "obl", "obj", "iobj", "nmod", "list", "dep", "parataxis", "flat", "compound",
            "conj",
        )  # fmt: skip

    def _places(self, i: int, j: int) -> bool:
        """Whether phrase ``j`` only says where ``i`` serves: "the commander *in Chad*, General Ada Obi"."""
        if j >= len(self.phrases) or self.phrases[i].role is None:
            return False
        nxt = self.phrases[j]
        return nxt.what in ("entry", "city") and self._preposition(self.phrases[i], nxt) in LOCATING

    def _introduces(self, here: Phrase, nxt: Phrase) -> bool:
        """Whether a description comes before a name; a title but for a rank needs one that says whose."""
        told = bare_name(nxt, self.readings) or here.owner is not None
        return told and self._describes(here) and self._closed(nxt)

    def _citizen(self, here: Phrase, nxt: Phrase) -> bool:
        """Whether somebody of a nation is named next: "an Australian, Ada Obi, …"."""
        term = here.term
        return here.what == "entry" and term is not None and term.form == "citizen" and self._closed(nxt)

    def _closed(self, phrase: Phrase) -> bool:
        """Whether a comma or the end follows, as after an inserted name."""
        nxt = phrase.last + 1
        return nxt >= len(self.tokens) or self.gap(phrase.last, nxt).strip() in (",", "’", "'", ".")


def bare_name(phrase: Phrase, readings: Readings) -> bool:
    """Whether a name stands alone, or with no more than a rank before it."""
    role = phrase.role
    return role is None or (readings.is_rank(role.name) and phrase.owner is None and not phrase.shifts)
