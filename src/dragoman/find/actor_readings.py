"""Place or government? What the words around a name decide, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.name_words import Token
from dragoman.find.actor_phrase import Phrase
from dragoman.language.parse import Word

_GOVERNING = frozenset(
    {"against", "between", "by", "with", "for", "on", "of", "from", "to", "about", "toward"}
)


class PlaceReader:
    """Decides for the capitals and countries of one sentence whether they are places here."""

    def __init__(
        self, text: str, tokens: Sequence[Token], words: Sequence[Word], gazetteer: Gazetteer
    ) -> None:
        self.text, self.tokens, self.words = text, tokens, words
        self.lists = gazetteer.readings

    def place(self, phrase: Phrase, capital: bool) -> str | None:
        """Why the phrase is read as a place; None if it is read as an actor."""
        preposition = self._preposition(phrase)
        if self._dateline(phrase):
            return "a dateline names where the report was written"
        if self._wishes(phrase):
            return None
        if preposition in self.lists.place_prepositions and (capital or preposition != "at"):
            return f"after “{preposition}”"
        governor = self._governor(phrase)
        if preposition is not None and governor is not None:
            return self._after(preposition, governor, capital)
        return self._bare(phrase, governor, capital)

    def _preposition(self, phrase: Phrase) -> str | None:
        i = phrase.first - 1
        if self.words and (w := self.tokens[phrase.head].word) >= 0:
            head = self.words[w]
            if (case := self._case_before(head)) is not None:
                return case.text.lower()
            if head.deprel == "conj" and 0 <= head.head < len(self.words):
                first = self.words[head.head]
                above = self._case_before(first) if first.upos == "PROPN" else None
                if above is not None:
                    return above.text.lower()
        if i >= 0 and not self.text[self.tokens[i].end : self.tokens[phrase.first].start].strip():
            norm = self.tokens[i].norm
            return norm if norm in _GOVERNING or norm in self.lists.place_prepositions else None
        return None

    def _case_before(self, word: Word) -> Word | None:
        """The preposition nearest before a word that is its own; mostly it stands but a few words before."""
        before = self.words[: word.i]
        return next((c for c in reversed(before) if c.head == word.i and c.deprel == "case"), None)

    def _governor(self, phrase: Phrase) -> Word | None:
        w = self.tokens[phrase.head].word
        if not self.words or w < 0:
            return None
        head = self.words[w].head
        if self.words[w].deprel == "conj" and 0 <= head < len(self.words):
            head = self.words[head].head
        return self.words[head] if 0 <= head < len(self.words) else None

    def _after(self, preposition: str, governor: Word, capital: bool) -> str | None:
        lemma = governor.lemma.lower()
        lists = self.lists
        if preposition in ("from", "to") and lemma in lists.moving_words:
            return f"where “{governor.text}” goes or comes from"
        if (
            preposition == "from"
            and capital
            and lemma not in lists.speaking_nouns
            and governor.upos == "VERB"
        ):
            return f"“{governor.text} from” a city"
        if preposition == "of" and lemma in lists.place_nouns_of:
            return f"“{governor.text} of” a place"
        if preposition == "for" and lemma in lists.leading_words:
            return f"where “{governor.text}” leads"
        if capital and preposition in ("on", "over", "against") and lemma in lists.place_nouns_on:
            return f"“{governor.text} {preposition}” a city"
        return None

    def _bare(self, phrase: Phrase, governor: Word | None, capital: bool) -> str | None:
        if governor is None or not self.words:
            return self._bare_without_tree(phrase, capital)
        deprel = self.words[self.tokens[phrase.head].word].deprel
        lemma = governor.lemma.lower()
        possessive = self._possessive(phrase)
        if (
            deprel in ("obj", "iobj")
            and lemma in self.lists.place_verbs
            and (capital or lemma in self.lists.reaching_verbs)
        ):
            return f"what “{governor.text}” reaches"
        if capital and deprel == "nsubj:pass" and lemma in self.lists.place_passives:
            return f"a city that was {governor.text}"
        if capital and deprel.split(":")[0] in ("nmod", "compound") and lemma in self.lists.place_heads:
            return f"the {governor.text} of a city"
        if (
            capital
            and not possessive
            and deprel in ("compound", "nmod:desc")
            and governor.upos in ("NOUN", "PROPN")
        ):
            return None if lemma in self.lists.government_heads else f"only tells which {governor.text}"
        after = phrase.last + 1
        if capital and after < len(self.tokens) and self.tokens[after].norm in ("based", "born"):
            return "only tells where someone is based"
        return None

    def _bare_without_tree(self, phrase: Phrase, capital: bool) -> str | None:
        after = phrase.last + 1
        if not capital or after >= len(self.tokens):
            return None
        norm = self.tokens[after].norm
        return (
            f"the {norm} of a city" if norm in self.lists.place_heads or norm in ("based", "born") else None
        )

    def _possessive(self, phrase: Phrase) -> bool:
        after = phrase.last + 1
        return after < len(self.tokens) and self.tokens[after].norm == "s"

    def _wishes(self, phrase: Phrase) -> bool:
        """Whether it is said whose wish something is, which no city has: "at *Quito's* request"."""
        w = self.tokens[phrase.head].word
        if not self.words or w < 0 or self.words[w].deprel != "nmod:poss" or not self._possessive(phrase):
            return False
        above = self.words[w].head
        return 0 <= above < len(self.words) and self.words[above].lemma.lower() in self.lists.wish_nouns

    def _dateline(self, phrase: Phrase) -> bool:
        """A place name at the very start, before a dash, a bracket or a date: "BELGRADE (AP) —"."""
        if phrase.core > 1:
            return False
        rest = self.text[self.tokens[phrase.last].end :][:40].lstrip()
        return rest.startswith(("—", "–", "(", "--", "- "))
