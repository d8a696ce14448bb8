"""One sentence as the resolver sees it: its phrases over its tokens and tree, and what was read of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from dragoman.codebook.name_words import Token
from dragoman.find.actor_phrase import Phrase
from dragoman.language.parse import Word
from dragoman.record import Span
from dragoman.resolve.predicates import made, subject_of
from dragoman.values import value

_LIGHT = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "some", "more"})

_RELATIVE = frozenset({"who", "that"})
_OPENING = frozenset({"in", "at", "on", "during", "after", "before", "since"})


@value
class View:
    """A sentence: ``places`` gives, by phrase, why it is read as a place; ``quoted`` are spans in marks.

    ``lost`` are the token ranges of terms that name no actor here, and why.
    """

    index: int
    text: str
    tokens: Sequence[Token]
    words: Sequence[Word]
    phrases: Sequence[Phrase]
    same: dict[int, int]
    places: dict[int, str] = field(default_factory=dict)
    dropped: dict[int, str] = field(default_factory=dict)
    choices: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    quoted: tuple[Span, ...] = ()
    lost: tuple[tuple[int, int, str], ...] = ()

    def span(self, phrase: Phrase) -> Span:
        """The characters of a phrase."""
        return Span(self.tokens[phrase.first].start, self.tokens[phrase.last].end)

    def range(self, first: int, last: int) -> Span:
        """The characters from one token to another."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def written(self, phrase: Phrase, bare: bool = False) -> str:
        """The words of a phrase, on request without a determiner."""
        first = phrase.first
        while bare and first < phrase.core and self._light(first):
            first += 1
        words = self.text[self.tokens[first].start : self.tokens[phrase.last].end].split()
        if phrase.shared is not None:
            shared = self.range(*phrase.shared)
            words += self.text[shared.start : shared.end].split()
        return " ".join(words)

    def _light(self, i: int) -> bool:
        """Whether a token is a determiner or a number, which no name needs."""
        token = self.tokens[i]
        tagged = self.words[token.word].upos if self.words and token.word >= 0 else ""
        return token.norm in _LIGHT or token.text[0].isdigit() or tagged in ("DET", "NUM")

    def word(self, phrase: Phrase) -> Word | None:
        """The word that heads a phrase, where the sentence was parsed."""
        w = self.tokens[phrase.head].word
        return self.words[w] if self.words and w >= 0 else None

    def subject(self, phrase: Phrase) -> bool:
        """Whether the phrase is a subject; without a tree, whether it opens the sentence."""
        return self.acts(phrase, self.word(phrase))

    def acts(self, phrase: Phrase, word: Word | None) -> bool:
        """Whether a phrase, of which the head is known, is a subject."""
        if word is None:
            return phrase.first <= 1
        while word.deprel == "appos" and word.head >= 0:
            word = self.words[word.head]  # "her brother, *Ben Obi*, said"
        return word.deprel.startswith(("nsubj", "csubj"))

    def tells_after(self, verb: Word) -> bool:
        """Whether a verb of saying stands after what is said: "…, police *said*"."""
        before = self.words[: verb.i]
        return verb.deprel == "parataxis" or any(w.head == verb.i and w.deprel == "ccomp" for w in before)

    def agent(self, word: Word, verb: Word) -> bool:
        """Whether a word that hangs on a verb says by whom something in the passive is done."""
        if not word.deprel.startswith("obl") or verb.deprel.startswith("acl"):
            return False  # "the group, which is led by France" goes on as the group
        by = any(w.head == word.i and w.deprel == "case" and w.text.lower() == "by" for w in self.words)
        return by and any(w.head == word.head and w.deprel == "nsubj:pass" for w in self.words)

    def clause(self, phrase: Phrase) -> int:
        """The word that governs the phrase: two arguments of one verb share it (-1: not known)."""
        word = self.word(phrase)
        return -1 if word is None else word.head

    def clauses(self, phrase: Phrase) -> frozenset[int]:
        """The governing word and, where it is coordinated, the words that share its subject."""
        found, i = set(), self.clause(phrase)
        while 0 <= i < len(self.words) and i not in found:
            found.add(i)
            verb = self.words[i]
            shares = verb.deprel == "conj" and subject_of(self.words, verb) is None
            i = verb.head if shares else -1
        return frozenset(found)

    def said_of(self, phrase: Phrase) -> int | None:
        """The position of the phrase of which this one says what it is: "*Ann Obi* is a lawyer".

        Also what somebody is by a verb: "became a lawyer", "served as a lawyer", "was named a lawyer".
        """
        word = self.word(phrase)
        if word is None:
            return None
        first = word
        if word.deprel == "conj" and not any(
            w.head == word.i and w.deprel == "nmod:poss" for w in self.words
        ):
            while first.deprel == "conj" and self.words[first.head].upos == "NOUN":
                first = self.words[first.head]  # "is a lawyer and a *mother*"
        below = [w for w in self.words if w.head == first.i]
        copula = any(w.deprel == "cop" for w in below)
        subject = (
            next((w.i for w in below if w.deprel == "nsubj"), None) if copula else made(self.words, first)
        )
        if subject is None or self._denied(word, first):
            return None
        if first.deprel == "acl:relcl" and self.words[subject].text.lower() in _RELATIVE:
            return self._headed_by(first.head)  # "Ann Obi, who had been a *lawyer*"
        return self._headed_by(subject)

    def _headed_by(self, word: int) -> int | None:
        """The position of the phrase whose head a word is."""
        return next((k for k, p in enumerate(self.phrases) if self.tokens[p.head].word == word), None)

    def _denied(self, *words: Word) -> bool:
        """Whether a "not" belongs to one of the words, or to the verb of the last."""
        heads = {w.i for w in words} | ({words[-1].head} if words[-1].deprel in ("xcomp", "obl") else set())
        return any(w.head in heads and w.feat("Polarity") == "Neg" for w in self.words)

    def subject_after(self, phrase: Phrase) -> int | None:
        """The position of the subject that comes after an opening: "In *her* speech, *Ann Obi* …"."""
        word = self.word(phrase)
        if word is None or word.head < 0:
            return None
        over = self.words[word.head]
        if word.deprel != "nmod:poss" or over.deprel != "obl" or not word.i < over.i < over.head:
            return None
        cases = {w.text.lower() for w in self.words if w.head == over.i and w.deprel == "case"}
        if len(cases) != 1 or not cases <= _OPENING:
            return None
        subject = subject_of(self.words, self.words[over.head])
        return None if subject is None or subject.i < over.i else self._headed_by(subject.i)

    def is_now(self, phrase: Phrase) -> bool:
        """Whether the verb that joins a phrase to its subject is in the present ("is a lawyer")."""
        word = self.word(phrase)
        below = [w for w in self.words if word is not None and w.head == word.i]
        joined = next((w for w in below if w.deprel == "cop"), None)
        modal = any(w.deprel == "aux" for w in below)
        return joined is not None and not modal and joined.feat("Tense") == "Pres"

    def in_quotes(self, start: int) -> bool:
        """Whether a character stands inside quotation marks."""
        return self.quote_at(start) is not None

    def quote_at(self, start: int) -> Span | None:
        """The quotation in whose marks a character stands."""
        return next((q for q in self.quoted if q.start <= start < q.end), None)


def term_of(view: View, phrase: Phrase) -> str:
    """The role noun of a phrase, normalised: without modifiers before it and the name after it."""
    end = phrase.last if phrase.name is None else phrase.name[0] - 1
    if phrase.what == "role":
        end = phrase.head
    if end <= phrase.core:
        return view.tokens[phrase.core].norm  # most nouns are one word
    return " ".join(t.norm for t in view.tokens[phrase.core : end + 1])
