"""With which other words of its sentence an event shares its time and place, by syntax.

A nominal event under a light verb, a coordinated verb, a participle, what happens *during* or *while*:
each takes what hangs on the governing word. What is said does not take the time and place of the saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.find.date_words import Connectives
from dragoman.language.parse import Sentence, Word
from dragoman.record import Span
from dragoman.values import value

_NOMINAL = frozenset({"obj", "obl", "nmod", "nsubj", "compound", "appos", "iobj", "flat"})
_WH = frozenset({"when", "while", "where", "once"})
_AHEAD = frozenset({"will", "would", "may", "shall"})

Attached = Mapping[int, Sequence[Span]]


@value
class Step:
    """The way from a word to the one over it: the event is of the ``same`` time, or ``after``/``before`` it.

    ``last`` is set where the way ends there; ``marker`` is the word that says "after" or "before", and
    ``told`` the verb of a clause that it introduces, where that has a subject or perfect of its own.
    """

    to: int
    how: str
    because: str
    last: bool = False
    marker: Word | None = None
    told: int | None = None


class Clause:
    """The words of one sentence and the ways between its events."""

    def __init__(self, sentence: Sentence, lexicon: Connectives) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lexicon = lexicon

    def marker(self, word: Word) -> str:
        """The preposition or conjunction that introduces a word, in lower case; empty if none."""
        found = self.marker_word(word)
        return found.text.lower() if found else ""

    def marker_word(self, word: Word) -> Word | None:
        """The preposition or conjunction that introduces a word."""
        for child in self.sentence.children(word.i):
            if child.deprel in ("case", "mark") or (child.deprel == "advmod" and child.text.lower() in _WH):
                return child
        return None

    def tie(self, word: Word) -> tuple[str, Word] | None:
        """What a clause or phrase says of its time against that over it: it came ``after`` or ``before``."""
        marker = self.marker_word(word)
        if marker is None:
            return None
        text = marker.text.lower()
        if text in self.lexicon.after or text in self.lexicon.before:
            return ("after" if text in self.lexicon.after else "before"), marker
        return None

    def same_time(self, word: Word) -> bool:
        """Whether a word's conjunction or preposition says that it is of the time of what is over it.

        "As it had agreed in Vienna" tells of a time before, and so does "charged with killing two".
        """
        marker = self.marker(word)
        if marker == "with" and word.head >= 0 and self.words[word.head].lemma in self.lexicon.charging:
            return False
        return marker in self.lexicon.same_time and not (marker == "as" and self.perfect(word))

    def perfect(self, word: Word) -> bool:
        """Whether a verb is in a perfect tense ("after they had left"), which need not be near."""
        return any(c.lemma == "have" and c.deprel == "aux" for c in self.sentence.children(word.i))

    def told(self, word: Word) -> int | None:
        """The verb of a clause with a time of its own ("after Chile arrested him", "after having left")."""
        own = any(c.deprel.startswith("nsubj") for c in self.sentence.children(word.i))
        return word.i if own or self.perfect(word) else None

    def stations(self, node: int, attached: Attached) -> Iterator[tuple[int, str]]:
        """A word, then the words below it that are of its own time and place, as far as any is attached."""
        if node in attached:
            yield node, ""
        word = self.words[node]
        for child in self.sentence.children(node):
            if child.i not in attached:
                continue  # as nearly all
            light = word.lemma in self.lexicon.light_verbs
            base = child.deprel.split(":")[0]
            if (
                child.deprel == "nsubj"
                or (base in ("obj", "nsubj") and light)
                or (base == "xcomp" and word.lemma in self.lexicon.same_time_verbs)
                or (base in ("obl", "advcl") and self.same_time(child))
            ):
                yield child.i, f"“{child.text}” is of the same time"
            elif child.deprel == "acl:relcl" and word.upos == "NOUN":
                yield child.i, f"“{child.text}” tells of it"
            elif base == "acl" and child.lemma in self.lexicon.for_then:
                yield child.i, f"it was “{child.text}” for then"
            elif base in ("obl", "obj", "iobj") and self._astray(word, child, attached[child.i]):
                yield child.i, f"it stands after “{child.text}” in the event's clause"

    def step(self, node: int, attached: Attached) -> Step | None:
        """To the governing word whose time and place this one shares, or None where it shares none."""
        word = self.words[node]
        if word.head < 0:
            return None
        over = self.words[word.head]
        base = word.deprel.split(":")[0]
        if base == "conj":
            return self._from_conjunct(word, over, attached.get(over.i, ()))
        if base == "parataxis":
            same = self._at_once(word) or self._listed(word, over, attached.get(over.i, ()))
            return Step(over.i, "same", f"it came of “{over.text}”") if same else None
        if base == "acl":
            if word.deprel == "acl:relcl" and over.head >= 0 and self._goes_on(word, over):
                return Step(over.head, "same", f"it goes on with “{self.words[over.head].text}”")
            return Step(over.i, "same", f"“{over.text}”, which it describes, is dated", last=True)
        if base == "xcomp":
            same = over.lemma in self.lexicon.same_time_verbs
            return Step(over.i, "same", f"it is part of “{over.text}”") if same else None
        if base == "advcl":
            return self._from_clause(word, over)
        return self._from_noun(word, over, base) if base in _NOMINAL else None

    def _astray(self, verb: Word, noun: Word, held: Sequence[Span]) -> bool:
        """What the parse hung on a name or object although the verb has it ("met Tusk on Monday")."""
        if verb.upos != "VERB" or (verb.lemma in self.lexicon.saying_verbs and noun.upos != "PROPN"):
            return False
        if not any(span.start > noun.span.end for span in held):
            return False
        named = noun.upos in ("PROPN", "PRON")
        return named or noun.deprel == "obj" or self.marker(noun) in ("in", "at", "to", "into")

    def _from_clause(self, word: Word, over: Word) -> Step | None:
        """An adverbial clause: by its conjunction, or without one of the same time ("killing three")."""
        tie = self.tie(word)
        if tie is not None:
            return self._beyond(over, *tie, told=self.told(word))
        marker = self.marker(word)
        if self.same_time(word) or (not marker and word.feat("VerbForm") in ("Part", "Ger")):
            return Step(over.i, "same", f"it accompanies “{over.text}”")
        says = over.lemma in self.lexicon.saying_verbs or over.lemma in self.lexicon.future_verbs
        if marker == "to" and not says:
            return Step(over.i, "same", f"it is the purpose of “{over.text}”")
        return None

    def _beyond(self, over: Word, how: str, marker: Word, told: int | None = None) -> Step:
        because = f"“{over.text}” came {how} it (“{marker.text.lower()}”)"
        return Step(over.i, how, because, marker=marker, told=told)

    def _from_conjunct(self, word: Word, over: Word, held: Sequence[Span]) -> Step | None:
        """A coordinated verb shares what is named before it, unless it has a subject or tense of its own."""
        if held and all(span.start > word.span.start for span in held):
            return None
        subject = any(c.deprel.startswith("nsubj") for c in self.sentence.children(word.i))
        fronted = any(span.start < over.span.start for span in held)
        apart = subject and not fronted and not self._at_once(word)
        if word.upos == "VERB" and (apart or self.ahead(word) != self.ahead(over)):
            return None
        return Step(over.i, "same", f"it is coordinated with “{over.text}”")

    def _listed(self, word: Word, over: Word, held: Sequence[Span]) -> bool:
        """Whether a semicolon parts a deed from one whose time or place stands before both."""
        parted = any(c.text == ";" for c in self.sentence.children(word.i))
        fronted = any(span.start < over.span.start for span in held)
        return parted and fronted and not self.perfect(word) and self.ahead(word) == self.ahead(over)

    def _at_once(self, verb: Word) -> bool:
        """Whether a clause tells what came at once of the one before ("clashed; two people were wounded").

        Whoever is known already may have died of another deed: "his brother was killed".
        """
        subject = next((c for c in self.sentence.children(verb.i) if c.deprel.startswith("nsubj")), None)
        suffered = verb.lemma in self.lexicon.at_once and not self.perfect(verb) and not self.ahead(verb)
        if subject is None or not suffered or subject.upos not in ("NOUN", "NUM", "ADJ"):
            return False
        active = subject.deprel == "nsubj" and any(c.deprel == "obj" for c in self.sentence.children(verb.i))
        return not active and not any(
            c.deprel == "nmod:poss" or c.feat("Definite") == "Def" for c in self.sentence.children(subject.i)
        )

    def _goes_on(self, verb: Word, noun: Word) -> bool:
        """Whether a relative clause goes on with the story ("threw stones at police, who fired back").

        Of a person with a name it may tell what he did long before.
        """
        over = self.words[noun.head]
        plain = noun.upos == "NOUN" and noun.deprel in ("obj", "obl", "obl:agent") and over.upos == "VERB"
        who = next((c for c in self.sentence.children(verb.i) if c.deprel == "nsubj"), None)
        if not plain or who is None or who.text.lower() not in ("who", "that"):
            return False
        children = self.sentence.children(verb.i)
        under_way = verb.feat("VerbForm") == "Part" and not self.perfect(verb)
        if under_way and any(c.lemma == "be" and c.deprel == "aux" for c in children):
            return True  # "detained clerks who were marching"
        if self.words[who.i - 1].text != ",":
            return False
        past = verb.feat("Tense") == "Past" and verb.feat("VerbForm") == "Fin"
        return past and not any(c.text.lower() in self.lexicon.afterwards for c in children)

    def ahead(self, verb: Word) -> bool:
        """Whether a verb is to come ("will meet")."""
        return any(c.deprel == "aux" and c.lemma in _AHEAD for c in self.sentence.children(verb.i))

    def _from_noun(self, word: Word, over: Word, base: str) -> Step | None:
        """A nominal event, by its place under the verb or noun above it."""
        light = over.lemma in self.lexicon.light_verbs
        if base == "obj":
            return Step(over.i, "same", f"“{over.text}” says that it took place") if light else None
        if base == "nsubj":
            plain = over.lemma not in self.lexicon.saying_verbs and (word.deprel == "nsubj" or light)
            return Step(over.i, "same", f"it is what “{over.text}” tells of") if plain else None
        if base in ("compound", "flat", "appos"):
            return Step(over.i, "same", f"it is part of “{over.text}”")
        tie = self.tie(word)
        if tie is not None:
            return self._beyond(over, *tie)
        marker = self.marker(word)
        if marker in ("at", "by", "on", "upon") and word.lemma in self.lexicon.bidding:
            return None  # "will meet on Saturday at the invitation of …": who invited did so before
        if over.upos == "NOUN" and over.lemma in self.lexicon.stopping:
            return None  # "a pause in the raids on Sunday": there are none then
        if marker in self.lexicon.same_time or (marker == "of" and over.upos == "NOUN"):
            return Step(over.i, "same", f"it is of the same time as “{over.text}”")
        return None
