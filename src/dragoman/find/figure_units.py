"""What a number counts: the noun that the tree hangs it on, its unit, and the words for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.find.figure_words import FigureWords
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import cases_of
from dragoman.record import Span

_COUNTING = ("nummod", "amod", "compound", "nmod", "det", "advmod", "obl")
_MODIFIERS = ("amod", "compound", "nmod", "flat")
_PART_OF = frozenset({"of", "in", "worth", "for"})
_CLIMB = 4
_HOURS, _HYPHENS = frozenset({"hour", "hours"}), frozenset({"-", "‑"})


_NOUNS = ("NOUN", "PROPN")


class Counted:
    """Reads, for one lexicon, what the numbers of a sentence count."""

    def __init__(self, words: FigureWords) -> None:
        self.words = words
        self._percents = frozenset(p for phrase in words.percent for p in phrase.split()) | {
            "points",
            "point",
        }

    def anchor(self, sentence: Sentence, span: Span) -> Word | None:
        """The word of a number that hangs on what it counts: its last numeral or scale word."""
        inside = [sentence.words[i] for i in sentence.covering(span)]
        numerals = [
            w for w in inside if w.upos == "NUM" or self._is_scale(w) or w.text in ("%", "half", "third")
        ]
        return next(reversed(numerals or inside), None)

    def noun(self, sentence: Sentence, number: Word) -> Word | None:
        """The noun that a number counts: in the of-phrase below it ("dozens of tanks"), or above it."""
        for child in sentence.children(number.i):
            if child.deprel.startswith("nmod") and child.i > number.i and _case(sentence, child) == "of":
                return child
        return self._above(sentence, number) or self._beside(sentence, number)

    def _above(self, sentence: Sentence, number: Word) -> Word | None:
        here = number
        for _ in range(_CLIMB):
            if here.head < 0 or not here.deprel.startswith((*_COUNTING, "conj")):
                return None
            over = sentence.words[here.head]
            if self._countable(over) and (over.i > number.i or here.deprel.startswith("nummod")):
                return over
            if (
                over.upos not in ("NUM", "SYM")
                and not self._is_scale(over)
                and over.text.lower() not in self._percents
            ):
                return None
            here = over
        return None

    def _beside(self, sentence: Sentence, number: Word) -> Word | None:
        """The plural right after a number, where the parse went astray."""
        run = []
        for word in sentence.words[number.i + 1 : number.i + 5]:
            if word.upos not in ("ADJ", "NOUN", "PROPN"):
                break
            run.append(word)
        last = run[-1] if run else None
        plural = last is not None and last.upos == "NOUN" and last.feat("Number") == "Plur"
        return last if plural and last is not None and self._countable(last) else None

    def currency(self, sentence: Sentence, noun: Word | None) -> str | None:
        """The ISO 4217 code of a noun that names money, else None.

        Of a name that several states have for theirs the words before it tell which it is, and where they
        are of a state that the lexicon lacks, it is none that is known.
        """
        if noun is None:
            return None
        name = singular(noun.text.lower(), self.words)
        shared = self.words.currencies_of_states.get(name)
        before = [w for w in sentence.words[max(noun.i - 2, 0) : noun.i] if w.text[:1].isupper()]
        if shared is not None and before and before[-1].i == noun.i - 1:
            last = before[-1].text.lower()
            both = f"{before[0].text.lower()} {last}"
            return shared.get(both) or shared.get(last)
        return self.words.currency_names.get(name)

    def unit(self, noun: Word) -> str:
        """The unit that a noun names: its singular, or the plural for what is counted only so (troops)."""
        text = noun.text.lower()
        if noun.lemma in self.words.of_persons or text in self.words.of_persons:
            return "person"
        if text in self.words.plural_only or text in self.words.measures:
            return self.words.measures.get(text, text)
        plural = noun.feat("Number") != "Sing"
        return singular(text, self.words) if plural else self.words.singulars.get(text, text)

    def measure(self, sentence: Sentence, noun: Word) -> tuple[str, Word, Word]:
        """The unit that a noun names with the words beside it ("cubic metres"), the first and the last."""
        words, unit = sentence.words, self.unit(noun)
        after = noun.i + 2 if _text(words, noun.i + 1) in _HYPHENS else noun.i + 1
        if (power := self.words.powers.get(noun.text.lower())) and _text(words, after) in _HOURS:
            return f"{power} hour", noun, words[after]
        before = noun.i - 2 if _text(words, noun.i - 1) in _HYPHENS else noun.i - 1
        if noun.text.lower() in _HOURS and (power := self.words.powers.get(_text(words, before))):
            return f"{power} hour", words[before], noun
        kind = self.words.measure_kinds.get(_text(words, noun.i - 1)) if unit in self.words.lengths else None
        return (f"{kind} {unit}", words[noun.i - 1], noun) if kind else (unit, noun, noun)

    def what(self, text: str, sentence: Sentence, noun: Word, after: int) -> str:
        """A noun with its modifiers, and theirs ("South African" troops), that stand after the number."""
        held, start = {noun.i}, noun.span.start
        for word in reversed(sentence.words[: noun.i]):
            if word.span.start < after:
                break
            if word.head in held and word.deprel.split(":")[0] in _MODIFIERS:
                held.add(word.i)
                start = word.span.start
        return " ".join(text[start : noun.span.end].split())

    def whole(self, text: str, sentence: Sentence, after: int) -> str | None:
        """What a sum or share is of: the phrase after it ("in military aid", "of voters")."""
        marker = next((w for w in sentence.words if w.span.start >= after), None)
        if marker is None or marker.text.lower() not in _PART_OF or marker.head <= marker.i:
            return None
        noun = sentence.words[marker.head]
        where = noun.upos == "PROPN" and marker.text.lower() == "in"  # "fell 16 per cent in May"
        return self.what(text, sentence, noun, after) if noun.upos in _NOUNS and not where else None

    def of_persons(self, sentence: Sentence, number: Word) -> bool:
        """Whether a number without a noun counts persons ("killed 30", "120 missing")."""
        near = [
            number,
            *(w for w in sentence.words if w.head == number.i or w.i in (number.head, number.i + 1)),
        ]
        return any(
            w.lemma.lower() in self.words.of_persons or w.text.lower() in self.words.of_persons for w in near
        )

    def _countable(self, word: Word) -> bool:
        return (
            word.upos in ("NOUN", "PROPN")
            and not self._is_scale(word)
            and word.text.lower() not in self._percents
        )

    def _is_scale(self, word: Word) -> bool:
        text = word.text.lower()
        return text in self.words.scales or text in self.words.indefinite


def singular(text: str, words: FigureWords) -> str:
    """The singular of a plural noun in lower case, by exception list and rule."""
    if text in words.singulars:
        return words.singulars[text]
    if text.endswith("men"):
        return text[:-3] + "man"
    if text.endswith("ies") and len(text) > 4:
        return text[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", text):
        return text[:-2]
    return text[:-1] if text.endswith("s") and not text.endswith(("ss", "us", "is")) else text


def _case(sentence: Sentence, word: Word) -> str:
    return next(iter(cases_of(sentence.children(word.i), word.i)), "")


def _text(words: Sequence[Word], i: int) -> str:
    """A word in small letters, empty beyond the sentence's ends."""
    return words[i].text.lower() if 0 <= i < len(words) else ""
