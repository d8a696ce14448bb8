"""What stands before the head of a phrase and belongs to it: owners, modifiers, a determiner."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.name_words import Token
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.find.actor_scan import Hit, TokenRow
from dragoman.language.determiners import POINTING
from dragoman.language.parse import Word
from dragoman.values import changed

Step = tuple[Phrase, bool]
_POSSESSIVE = frozenset({"its", "his", "her", "their", "our", "my", "your"})
_DETERMINERS = (
    POINTING | _POSSESSIVE | {"a", "an", "some", "any", "no", "all", "both", "each", "every", "several"}
)
# Without their subtypes: "nmod" is "nmod:desc" and "nmod:poss" as well.
_MODIFYING = frozenset({"amod", "compound", "nummod", "flat", "advmod", "nmod", "goeswith"})
_FORMS_THAT_OWN = frozenset({"name", "acronym", "adjective", "capital", "people", "citizen", "metonym"})


class LeftReader(TokenRow):
    """Extends the phrases of one sentence to the left."""

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
        self.ending = {h.last: h for h in hits}
        self.starting = {h.first: h for h in hits}

    def extend(self, phrase: Phrase) -> Phrase:
        """The phrase with everything that stands before its head and belongs to it."""
        i = phrase.first - 1
        while i >= 0:
            step = self._step(i, phrase)
            if step is None:
                break
            phrase, done = step
            i = phrase.first - 1
            if done:
                break
        return phrase

    def _step(self, i: int, phrase: Phrase) -> Step | None:
        """Take the token (or term) that ends at ``i`` into the phrase; None if it does not belong."""
        token, gap = self.tokens[i], self.gap(i, i + 1)
        if token.norm == "s" and i > 0 and self.gap(i - 1, i).strip() in ("'", "’"):
            return self._possessive(i - 1, phrase)
        if gap != " ":  # as mostly it is
            if gap.strip(" \n\t") in ("'", "’") and token.norm.endswith("s"):
                return self._possessive(i, phrase)
            if gap.strip(" \n\t-‐‑–."):
                return None
        if token.norm in _DETERMINERS:
            return (self._determined(i, phrase), True) if self._determines(token) else None
        hit = self.ending.get(i)
        if hit and (
            hit.of("entry") or hit.of("modifier") or hit.of("role") or hit.of("decoy") or hit.of("person")
        ):
            return self._modifier_hit(hit, phrase)
        governs = phrase.role is not None and phrase.role.code == "GOV" and phrase.owner is None
        if governs and (short := self._short_owner(i, "adjective")):
            return changed(phrase, first=i, owner=short[0], bare=False), False
        if not self._premodifier(i, phrase):
            return None
        named = phrase.named or (token.capital and i > 0 and token.word != 0)
        return changed(phrase, first=i, bare=False, named=named), False

    def _possessive(self, i: int, phrase: Phrase) -> Step | None:
        """An owner whose term ends at ``i``, before an apostrophe."""
        owner = self._owner_ending(i, "possessive") if self._open(phrase) else None
        if owner is None:
            return None
        first = self.with_determiner(owner[1])
        return changed(phrase, owner=owner[0], first=first, definite=True, bare=False), True

    def _open(self, phrase: Phrase) -> bool:
        """Whether an owner is still to be found: a faith without a state ("Shiite") only tells which."""
        if phrase.owner is None:
            return True
        entry = self.gazetteer.entries.get(phrase.owner.entry or "")
        return phrase.owner.how == "adjective" and entry is not None and entry.state is None

    def _determines(self, token: Token) -> bool:
        """Whether the parse agrees that a word is a determiner ("that" may open a clause)."""
        return (
            not self.words or token.word < 0 or self.words[token.word].upos in ("DET", "PRON", "ADJ", "NUM")
        )

    def _determined(self, i: int, phrase: Phrase) -> Phrase:
        norm = self.tokens[i].norm
        owner = phrase.owner
        if norm in _POSSESSIVE and owner is None:
            owner = Owner(pronoun=i, how="possessive")
        return changed(
            phrase, first=i, owner=owner, definite=norm in POINTING or norm in _POSSESSIVE,
            indefinite=norm in ("a", "an", "any", "some", "no", "each", "every"),
        )  # fmt: skip

    def _modifier_hit(self, hit: Hit, phrase: Phrase) -> Step | None:
        if not self._attached(hit.last, phrase):
            return None
        if hit.of("modifier") and not hit.of("entry"):
            return changed(phrase, first=hit.first, shifts=(*phrase.shifts, hit.key), bare=False), False
        owner, place = phrase.owner, phrase.place_owner
        if self._open(phrase) and (found := self._owner_ending(hit.last, "adjective")) is not None:
            owner = found[0]
        elif place is None and self._based(hit):
            place = entry.ref if (entry := hit.of("entry")) else None
        of_role = phrase.of_role
        if of_role is None and (role := hit.of("role")) is not None:
            of_role = self.gazetteer.roles[int(role.ref)]
            if of_role.kind == "person" and not phrase.role:
                return None
        return changed(
            phrase, first=hit.first, owner=owner, of_role=of_role, place_owner=place, bare=False
        ), False

    def _based(self, hit: Hit) -> bool:
        """Whether a name only tells where someone has a seat: "a Dubai-based airline"."""
        after = hit.last + 1
        return (
            after < len(self.tokens)
            and "-" in self.gap(hit.last, after)
            and self.tokens[after].norm == "based"
        )

    def _owner_ending(self, i: int, how: str) -> tuple[Owner, int] | None:
        """The actor whose term ends at token ``i``, and where its term begins."""
        hit = self.ending.get(i)
        if hit is None:
            return self._short_owner(i, how)
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        entry = hit.of("entry")
        if after and "-" in self.gap(i, i + 1) and after.norm in self.gazetteer.readings.nonowner_suffixes:
            # A state that leads a coalition does not own it; the force that an alliance leads is its own.
            kind = self.gazetteer.entries[entry.ref].kind if entry else ""
            if after.norm != "led" or kind != "organisation":
                return None
        if hit.of("person"):
            return Owner(person=(hit.first, hit.last), how=how), hit.first
        if entry and entry.form.split(":")[0] in _FORMS_THAT_OWN:
            return Owner(entry=entry.ref, form=entry.form, how=how), hit.first
        return None

    def _short_owner(self, i: int, how: str) -> tuple[Owner, int] | None:
        """A well-known short name before what it owns: "the Bush administration"."""
        token = self.tokens[i]
        known = token.capital and token.norm in self.gazetteer.shorts
        return (Owner(person=(i, i), how=how), i) if known else None

    def with_determiner(self, i: int) -> int:
        """Where the term at ``i`` begins with its article, or with "ethnic" and its article."""
        if i == 0 or self.tokens[i - 1].norm not in ("the", "ethnic") or self.gap(i - 1, i) != " ":
            return i
        word = self.tokens[i - 1].word
        if self.words and word >= 0:
            head = self.words[word].head
            end = self.ending_of(i)
            if not self.tokens[i].word <= head <= self.tokens[end].word:
                return i
        return self.with_determiner(i - 1) if self.tokens[i - 1].norm == "ethnic" else i - 1

    def ending_of(self, i: int) -> int:
        """The last token of the term that begins at ``i``."""
        hit = self.starting.get(i)
        return hit.last if hit else i

    def _premodifier(self, i: int, phrase: Phrase) -> bool:
        token = self.tokens[i]
        if token.norm in self.gazetteer.readings.phrase_breaks:
            return False
        if not self.words or token.word < 0:
            return True
        word = self.words[token.word]
        if word.upos == "ADJ" and self._of_verb(word):
            return False
        participle = word.upos == "VERB" and word.deprel in ("amod", "compound")
        return (word.upos in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or participle) and self._attached(
            i, phrase
        )

    def _of_verb(self, word: Word) -> bool:
        """Whether an adjective tells what a verb makes of somebody: "shot *dead* three men".

        It stands between the verb and a number or an article, which nothing that describes a noun does.
        """
        if word.i == 0 or word.i + 1 >= len(self.words) or self.words[word.i - 1].upos != "VERB":
            return False
        return self.words[word.i + 1].upos in ("NUM", "DET")

    def _adjectival(self, word: Word) -> bool:
        """Whether a joined word is an adjective, or a name joined to one ("Latvian and *Azeri* troops")."""
        return word.upos == "ADJ" or (word.upos == "PROPN" and self.words[word.head].upos == "ADJ")

    def _attached(self, i: int, phrase: Phrase) -> bool:
        """Whether the tree hangs token ``i`` below a word of the phrase."""
        w = self.tokens[i].word
        if not self.words or w < 0:
            return True
        last = self.words[self.tokens[phrase.last].word]
        titled = last.deprel in ("nmod:desc", "compound", "flat", "nmod") and last.i < last.head <= last.i + 2
        inside = range(w, last.head + 1 if titled else last.i + 1)
        word = self.words[w]
        while word.deprel == "flat" and 0 <= word.head < w:
            word = self.words[word.head]  # "*Viv* Ansanm gunmen": a name hangs by its first word
        while word.deprel == "conj" and 0 <= word.head < w and self._adjectival(word):
            word = self.words[word.head]
        if word.deprel == "obl:unmarked":
            return word.head in inside  # "a little-known group", "a state-owned bank"
        return word.head in inside and word.deprel.split(":")[0] in _MODIFYING
