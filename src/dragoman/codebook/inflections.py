"""The inflected forms of the words that the event codebook lists, so that *expelled* is read as *expel*.

The network guesses lemmas and guesses badly at verbs that it seldom saw; the codebook knows which lemmas
matter. From its triggers and word lists the forms are made by the rules of English spelling, with the
exceptions of ``codebooks/inflections.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.events import EventType, Rule
from dragoman.codebook.operators import Operator
from dragoman.codebook.yamlfile import Fields, load_yaml

_VOWELS = frozenset("aeiou")
_SIBILANT = ("s", "x", "z", "ch", "sh")
_NOT_WORDS = frozenset({"any", "actor"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the regular rules do not give: strong verbs, and verbs that double their last letter."""

    irregular: dict[str, tuple[str, ...]]
    doubling: frozenset[str]
    british: frozenset[str]

    def verb_forms(self, verb: str) -> frozenset[str]:
        """The verb with its -s, past, past participle and -ing forms.

        >>> Spelling({"strike": ("struck",)}, frozenset({"ban"}), frozenset()).verb_forms("ban") >= {"banned"}
        True
        """
        past, going = self._past_and_gerund(verb)
        forms = {verb, _with_s(verb), *going}
        return frozenset(forms | set(self.irregular.get(verb) or past))

    def _past_and_gerund(self, verb: str) -> tuple[set[str], set[str]]:
        if verb in self.doubling or verb in self.british:
            double = verb + verb[-1]
            once = {verb + "ed"} if verb in self.british else set()
            return {double + "ed", *once}, {double + "ing"} | ({verb + "ing"} if once else set())
        if verb.endswith("ie"):
            return {verb + "d"}, {verb[:-2] + "ying"}
        if verb.endswith("e"):
            keep = verb.endswith(("ee", "oe", "ye"))
            return {verb + "d"}, {verb + "ing" if keep else verb[:-1] + "ing"}
        if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
            return {verb[:-1] + "ied"}, {verb + "ing"}
        return {verb + "ed"}, {verb + "ing"}


def noun_forms(noun: str) -> frozenset[str]:
    """The noun and its plural: *embassy*, *embassies*; *gunman*, *gunmen*."""
    if noun.endswith("man") and len(noun) > len("woman"):
        return frozenset({noun, noun[:-3] + "men"})
    return frozenset({noun, _with_s(noun)})


def load_spelling(path: Path) -> Spelling:
    """The exceptions to regular spelling.

    Raises:
        CodebookError: naming file and line.
    """
    with Fields(load_yaml(path)) as f:
        irregular = {k: v.texts() for k, v in f.need("irregular").mapping().items()}
        doubling, british = f.texts("doubling"), f.texts("doubling-british")
        return Spelling(irregular, frozenset(doubling), frozenset(british))


def inflections(
    types: Iterable[EventType], operators: Iterable[Operator], spelling: Spelling
) -> dict[tuple[str, str], str]:
    """(form in small letters, part of speech) to lemma, for the words that the codebook lists.

    A form of two lemmas (*found*, of *find* and *found*) is that of the one that is irregular.
    """
    rules = [rule for kind in types for rule in kind.rules]
    entries: list[Rule | Operator] = [*rules, *operators]
    forms: dict[tuple[str, str], str] = {}
    verbs = {words[0] for entry in entries for words in entry.verbs if _is_word(words[0])}
    for verb in sorted(verbs, key=lambda v: (v not in spelling.irregular, v)):
        for form in spelling.verb_forms(verb):
            forms.setdefault((form, "VERB"), verb)
    for noun in sorted(_nouns(rules, entries)):
        for form in noun_forms(noun):
            forms.setdefault((form, "NOUN"), noun)
    return forms


def _nouns(rules: Iterable[Rule], entries: Iterable[Rule | Operator]) -> Iterator[str]:
    """The nouns of triggers and of conditions; conditions may list other words, which do no harm."""
    found = {words[-1] for entry in entries for words in entry.nouns}
    for rule in rules:
        for condition in (*rule.required, *rule.excluded):
            found |= condition.lemmas
    return (word for word in found - _NOT_WORDS if _is_word(word))


def _is_word(text: str) -> bool:
    return len(text) > 1 and text.replace("-", "").isalpha()


def _with_s(word: str) -> str:
    if word.endswith(_SIBILANT):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"
