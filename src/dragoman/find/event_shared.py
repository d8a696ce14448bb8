"""What hangs on one verb and belongs to another too: "attacked the base and killed nine on Tuesday".

A time or place that ends a sentence is of all the verbs coordinated before it, and of the one that a
participle goes with ("opened fire, killing eight, on Friday"; "the king, visiting Oslo on Monday, resigned").
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.find.event_clause import Attached, Clause
from dragoman.language.parse import Word

Found = Iterator[tuple[int, str]]


class Shared:
    """The words of one sentence at which the time or place of another is told."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.sentence = clause.sentence
        self.words = clause.words

    def at(self, node: int, attached: Attached) -> Found:
        """The words at which a verb's time or place is told, and why it is its own as well."""
        verb = self.words[node]
        if verb.upos != "VERB":
            return
        for child in self.sentence.children(node):
            if child.deprel == "conj" and self._goes_on(verb, child):
                yield from self._last(child, attached, f"“{child.text}” is coordinated with it")
            elif child.deprel == "ccomp":
                break  # "said that rebels fled and left on Monday": who left is anybody's guess
        yield from self.at_participles(node, attached)

    def at_participles(self, node: int, attached: Attached) -> Found:
        """The words at which what goes with a verb has its time or place ("killing six in Lyon")."""
        for child in self.sentence.children(node):
            if child.deprel == "advcl" and self._accompanies(child):
                found = self._last if child.i > node else self._any
                yield from found(child, attached, f"“{child.text}” accompanies it")
            elif child.deprel == "nsubj":
                yield from self._meanwhile(child, attached)

    def _any(self, word: Word, attached: Attached, because: str) -> Found:
        """The words of a verb's own clause that hold something."""
        for place, _ in self.clause.stations(word.i, attached):
            if attached.get(place):
                yield place, because

    def _last(self, word: Word, attached: Attached, because: str) -> Found:
        """The words of a verb's own clause that hold what stands after it."""
        for place, _ in self.clause.stations(word.i, attached):
            held = attached.get(place, ())
            if held and all(span.start > word.span.start for span in held):
                yield place, because

    def _goes_on(self, verb: Word, later: Word) -> bool:
        """Whether a coordinated verb goes on with the one before it: its subject, its tense, its time."""
        if later.upos != "VERB" or not self._like(verb, later):
            return False
        for child in self.sentence.children(later.i):
            text = child.text.lower()
            if child.deprel.startswith(("nsubj", "csubj", "expl")) or text in self.clause.lexicon.afterwards:
                return False
            if (child.deprel == "cc" and text != "and") or (child.deprel == "mark" and text != "to"):
                return False
        return True

    def _like(self, verb: Word, later: Word) -> bool:
        """Whether two verbs are of one tense: both past, both to come, and so on.

        "Was shelled and looted": the second one has the auxiliary of the first.
        """
        finite = self._finite(later)
        if finite is None:
            return verb.feat("VerbForm") == later.feat("VerbForm")
        one, other = self._present(self._finite(verb)), self._present(finite)
        return (self._manner(verb), one) == (self._manner(later), other)

    def _manner(self, verb: Word) -> tuple[bool, bool]:
        """Whether a verb is to come, and whether it is in a perfect tense."""
        return self.clause.ahead(verb), self.clause.perfect(verb)

    def _present(self, finite: Word | None) -> bool:
        return finite is not None and finite.feat("Tense") == "Pres"

    def _finite(self, verb: Word) -> Word | None:
        """The word that bears the tense of a verb: the verb, or an auxiliary of its own."""
        own = (c for c in self.sentence.children(verb.i) if c.deprel.startswith("aux"))
        return next((w for w in (*own, verb) if w.feat("VerbForm") == "Fin"), None)

    def _accompanies(self, word: Word) -> bool:
        """A present participle without a conjunction ("killing three", but not "having killed three")."""
        form, tense = word.feat("VerbForm"), word.feat("Tense")
        present = form == "Ger" or (form == "Part" and tense == "Pres")
        return present and not self.clause.marker(word) and not self.clause.perfect(word)

    def _meanwhile(self, subject: Word, attached: Attached) -> Found:
        """What a subject was doing then ("the council, meeting in Oslo on Monday, eased its ban")."""
        for child in self.sentence.children(subject.i):
            aside = child.deprel == "acl" and self.words[child.i - 1].text == ","
            if aside and self._accompanies(child):
                yield from self._any(child, attached, f"“{child.text}” accompanies it")
