"""The tree of one sentence, indexed for the questions that reported speech asks of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Span

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
# Below the head of a speaker's noun phrase these say more about the speaker than who it is.
_ASIDE = ("acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis", "appos", "punct", "case", "discourse")
_WHEN = frozenset({"when", "if", "once"})
_TRIM = " \t\n\r\u00a0,;:–—-."


class Tree:
    """A sentence, asked by the relations of its words."""

    __slots__ = ("s",)

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence

    def below(self, i: int, *relations: str) -> list[Word]:
        """The dependents of word ``i`` under one of these relations, subtypes included."""
        children = self.s.children(i)
        if not children:
            return []  # as of every other word
        return [
            w
            for w in children
            if w.deprel in relations or (":" in w.deprel and w.deprel.split(":")[0] in relations)
        ]

    def under(self, i: int, without: Collection[int] = ()) -> set[int]:
        """Word ``i`` and everything under it, less the branches that start at ``without``."""
        found: set[int] = set()
        frontier = [i] if i not in without else []
        children = self.s.children
        while frontier:
            k = frontier.pop()
            if k in found:
                continue
            found.add(k)
            if below := children(k):  # every other word has none
                frontier += [c.i for c in below if c.i not in without]
        return found

    def above(self, i: int) -> Iterator[int]:
        """The heads over word ``i``, nearest first."""
        seen = {i}
        head = self.s.words[i].head
        while head >= 0 and head not in seen:
            yield head
            seen.add(head)
            head = self.s.words[head].head

    def case(self, i: int) -> str:
        """The preposition of a phrase in lower case with its fixed parts, empty where there is none."""
        return case_of(self.s, i)

    def passive(self, i: int) -> bool:
        """Whether a verb stands in the passive, also as a bare participle: "(when) *asked*, she left"."""
        if self.below(i, "aux:pass", "nsubj:pass"):
            return True
        w = self.s.words[i]
        if w.deprel != "advcl" or w.upos != "VERB" or w.feat("Tense") != "Past":
            return False
        beside = self.below(i, "aux", "nsubj", "mark", "advmod")
        return not any(c.text.lower() not in _WHEN for c in beside)

    def subject(self, i: int) -> int | None:
        """The word that heads whoever speaks with the verb ``i``, or None when nobody is named.

        A passive's is its *by* phrase; infinitives, participles and coordinated verbs take the
        subject of the verb above them; a relative clause takes the noun that it hangs on.
        """
        for _ in range(8):
            if self._lets_know(i):
                i = self.s.words[i].head
            if self.passive(i):
                return self._by_phrase(i)
            own = [c for c in self.below(i, "nsubj", "csubj") if c.deprel in _SUBJECTS]
            if own:
                return self.antecedent(self._nearest(own, i))
            above = self._shares_subject_with(i)
            if above is None:
                return None
            if self.s.words[above].upos in ("NOUN", "PROPN", "PRON") and not self._is_said_of(above, i):
                return above
            if self.passive(above):
                subjects = self.below(above, "nsubj:pass")
                return self.antecedent(subjects[0].i) if subjects else self._by_phrase(above)
            i = above
        return None

    def _is_said_of(self, noun: int, i: int) -> bool:
        """Whether a noun is told of the subject that a verb shares: "is against the *tax* and asks"."""
        beside = self.s.words[i].deprel == "conj"
        return beside and bool(self.below(noun, "cop") and self.below(noun, "nsubj"))

    def _lets_know(self, i: int) -> bool:
        """Whether whoever lets another know it speaks: "Peru *let* Chad know", in which Chad hears it."""
        w = self.s.words[i]
        return w.lemma == "know" and w.head >= 0 and self.s.words[w.head].lemma == "let"

    def _nearest(self, subjects: list[Word], i: int) -> int:
        """The subject that stands nearest before its verb, or else right behind it."""
        before = [c.i for c in subjects if c.i < i]
        return before[-1] if before else subjects[0].i

    def _shares_subject_with(self, i: int) -> int | None:
        w = self.s.words[i]
        relation = w.deprel.split(":")[0]
        if w.head < 0:
            return None
        above = self.s.words[w.head]
        if relation == "acl":
            active = w.feat("VerbForm") == "Ger" or (
                w.feat("VerbForm") == "Part" and w.feat("Tense") != "Past"
            )
            return w.head if w.deprel == "acl:relcl" or active else None
        if relation == "conj":
            return w.head if above.upos in ("VERB", "AUX", "ADJ", "NOUN") else None
        if relation == "xcomp":
            objects = self.below(w.head, "obj", "iobj")
            return objects[0].i if objects and above.lemma not in ("promise", "vow", "pledge") else w.head
        quoted = [c.i for c in self.below(w.head, "obj")] if relation == "advcl" else []
        if quoted and any(m.text.lower() == "as" for m in self.below(w.i, "mark")):
            return quoted[0]  # the paper quoted *him* as saying
        if relation in ("advcl", "parataxis", "obl", "ccomp"):
            return w.head if w.feat("VerbForm") != "Fin" else None
        return None

    def _by_phrase(self, i: int) -> int | None:
        agents = [c.i for c in self.below(i, "obl") if c.deprel == "obl:agent" or self.case(c.i) == "by"]
        return agents[0] if agents else None

    def antecedent(self, i: int) -> int:
        """The noun that a relative pronoun stands for; any other word itself."""
        w = self.s.words[i]
        if w.text.lower() not in _RELATIVES or w.upos not in ("PRON", "DET", "SCONJ"):
            return i
        for k in self.above(i):
            if self.s.words[k].deprel == "acl:relcl":
                return self.s.words[k].head
        return i

    def phrase(self, i: int) -> Span:
        """The characters of the noun phrase headed by ``i``, without relative clauses and appositions."""
        aside = {c.i for c in self.below(i, *_ASIDE)}
        words = self.under(i, aside)
        run = [i]
        for step in (-1, 1):
            k = i + step
            while k in words:
                run.append(k)
                k += step
        return self.s.chars(min(run), max(run))

    def pieces(self, words: Iterable[int], text: str) -> tuple[Span, ...]:
        """The stretches of text that a set of words covers, trimmed of commas, stops and spaces.

        Punctuation alone does not part two stretches.
        """
        inside = sorted(words)
        runs: list[list[int]] = []
        for k in inside:
            if runs and self._only_punctuation(runs[-1][1] + 1, k):
                runs[-1][1] = k
            else:
                runs.append([k, k])
        spans = (trimmed(text, self.s.chars(a, b)) for a, b in runs)
        return tuple(s for s in spans if s.start < s.end)

    def _only_punctuation(self, first: int, end: int) -> bool:
        return all(self.s.words[k].upos == "PUNCT" for k in range(first, end))


def trimmed(text: str, span: Span, tail: str = _TRIM) -> Span:
    """A span without spaces, commas, colons, dashes and stops at its edges."""
    start, end = span
    while start < end and text[start] in _TRIM:
        start += 1
    while start < end and text[end - 1] in tail:
        end -= 1
    return Span(start, end)


def without_half_a_pair(text: str, span: Span) -> Span:
    """A span without the quotation mark at an end of it whose other half stands outside: "if they come”"."""
    start, end = span
    if start < end and text[end - 1] in '”"»' and not _opens(text, Span(start, end - 1), text[end - 1]):
        end -= 1
    elif start < end and text[start] in '“"«' and not _closes(text, Span(start + 1, end), text[start]):
        start += 1
    return Span(start, end)


def _opens(text: str, span: Span, closing: str) -> bool:
    """Whether a mark in the span waits for the closing one."""
    words = span.of(text)
    if closing == '"':
        return words.count('"') % 2 == 1
    opening = "“" if closing == "”" else "«"
    return words.count(opening) > words.count(closing)


def _closes(text: str, span: Span, opening: str) -> bool:
    """Whether a mark in the span closes the opening one."""
    words = span.of(text)
    return ('"' if opening == '"' else "”" if opening == "“" else "»") in words
