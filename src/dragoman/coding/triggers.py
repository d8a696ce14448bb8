"""Find the words that may report an act, and the first codebook entry whose conditions they meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dragoman.codebook.events import Condition, EventType, Rule
from dragoman.codebook.operators import Operator
from dragoman.coding.parties import Parties
from dragoman.coding.syntax import fillers
from dragoman.language.parse import Sentence, Word
from dragoman.record import Status

_CLASSES = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
_REACH = 5
_REMEMBERED = 512
E = TypeVar("E", Rule, Operator)


@dataclass(frozen=True, slots=True)
class Listed(Generic[E]):
    """The triggers that begin with one word, longest first, each with its entry.

    Of phrases there may be many ("call for", "call up"), and hardly one is in a sentence: ``others`` are
    the words that one or another of them needs, ``alone`` the triggers that need none of these, and ``known``
    remembers what goes with which of them.
    """

    entries: tuple[tuple[tuple[str, ...], E], ...]
    others: frozenset[str]
    alone: tuple[tuple[tuple[str, ...], E], ...]
    known: dict[frozenset[str], tuple[tuple[tuple[str, ...], E], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, head: str, triggers: Iterable[tuple[tuple[str, ...], E]]) -> Listed[E]:
        """Those of the word ``head``, in the codebook's order."""
        entries = tuple(sorted(triggers, key=lambda entry: -len(entry[0])))
        others = frozenset(word for words, _ in entries for word in _needed(words)) - {head}
        alone = tuple(entry for entry in entries if others.isdisjoint(_needed(entry[0])))
        return cls(entries, others, alone)

    def among(self, written: frozenset[str]) -> Sequence[tuple[tuple[str, ...], E]]:
        """Those that may stand in a sentence in which these words are written, this trigger's among them."""
        if self.others.isdisjoint(written):
            return self.alone
        there = self.others & written
        found = self.known.get(there)
        if found is None:
            absent = self.others - there
            found = tuple(entry for entry in self.entries if absent.isdisjoint(_needed(entry[0])))
            if len(self.known) < _REMEMBERED:
                self.known[there] = found
        return found


@dataclass(frozen=True, slots=True)
class Triggers:
    """Entries of the codebook by kind and first word of their triggers.

    ``lemmas`` are the words by which triggers are looked up; ``nevers`` are the rules that say what is none,
    ``never_lemmas`` the words by which these are looked up; ``hindrances`` those of operators under which
    nothing is done.
    """

    rules: dict[tuple[str, str], Listed[Rule]] = field(default_factory=dict)
    operators: dict[tuple[str, str], Listed[Operator]] = field(default_factory=dict)
    lemmas: frozenset[str] = frozenset()
    nevers: dict[tuple[str, str], Listed[Rule]] = field(default_factory=dict)
    never_lemmas: frozenset[str] = frozenset()
    hindrances: frozenset[str] = frozenset()

    def rules_at(self, s: Sentence, i: int) -> list[tuple[Rule, tuple[int, ...]]]:
        """The rules that a word may trigger, longest trigger first, with the words of the trigger."""
        return _matching(self.rules, s, i)

    def operators_at(self, s: Sentence, i: int) -> list[tuple[Operator, tuple[int, ...]]]:
        """The operators that a word may be, longest trigger first, with the words of the trigger."""
        return _matching(self.operators, s, i)

    def barred(self, parties: Parties) -> dict[tuple[int, str], str]:
        """The words at which a type only seems to be told, with the type, each with the reason."""
        s = parties.sentence
        found: dict[tuple[int, str], str] = {}
        if self.never_lemmas.isdisjoint(s.written()):
            return found
        at = [i for i, (lemma, _) in enumerate(s.forms()) if lemma in self.never_lemmas]
        for i in at:
            for rule, words in _matching(self.nevers, s, i):
                if holds(rule, parties, i) is None:
                    found |= {(k, rule.event): f"{rule.name}: {rule.means}" for k in words}
        return found


def index_triggers(types: Iterable[EventType], operators: Iterable[Operator]) -> Triggers:
    """The look-up table of a codebook."""
    rules: dict[tuple[str, str], list[tuple[tuple[str, ...], Rule]]] = defaultdict(list)
    ops: dict[tuple[str, str], list[tuple[tuple[str, ...], Operator]]] = defaultdict(list)
    nevers: dict[tuple[str, str], list[tuple[tuple[str, ...], Rule]]] = defaultdict(list)
    for rule in (r for t in types for r in t.rules):
        for key, words in _triggers_of(rule):
            (nevers if rule.never else rules)[key].append((words, rule))
    for operator in operators:
        for key, words in _triggers_of(operator):
            ops[key].append((words, operator))
    return Triggers(
        {key: Listed.of(key[1], found) for key, found in rules.items()},
        {key: Listed.of(key[1], found) for key, found in ops.items()},
        frozenset(word for _, word in (*rules, *ops)),
        {key: Listed.of(key[1], found) for key, found in nevers.items()},
        frozenset(word for _, word in nevers),
        frozenset(
            word
            for (_, word), listed in ops.items()
            if any(o.status is Status.DENIED and not o.own_actors for _, o in listed)
        ),
    )


def _needed(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a trigger cannot be without; "not" may be another negation."""
    return words[1:] if words[0] == "not" else words


def _triggers_of(entry: Rule | Operator) -> Iterable[tuple[tuple[str, str], tuple[str, ...]]]:
    for kind, listed in (("verbs", entry.verbs), ("nouns", entry.nouns), ("adjectives", entry.adjectives)):
        for words in listed:
            head = words[-1] if kind == "nouns" or words[0] == "not" else words[0]
            yield (kind, head), words


def word_class(w: Word) -> str | None:
    """Whether a word can trigger as a verb, a noun or an adjective; participles that modify nouns cannot."""
    if w.upos == "VERB" and w.deprel == "amod":
        return None
    return _CLASSES.get(w.upos)


def _matching(
    table: dict[tuple[str, str], Listed[E]], s: Sentence, i: int
) -> list[tuple[E, tuple[int, ...]]]:
    kind = word_class(s.words[i])
    if kind is None:
        return []
    listed = table.get((kind, s.forms()[i][0]))
    if listed is None:
        return []
    found = []
    for words, entry in listed.among(s.written()):
        matched: tuple[int, ...] | None
        if len(words) == 1:
            matched = (i,)
        elif words[0] == "not":
            matched = _negated_word(s, i)
        else:
            matched = _phrase_before(s, i, words) if kind == "nouns" else _phrase_after(s, i, words)
        if matched is not None:
            found.append((entry, matched))
    return found


def _negated_word(s: Sentence, i: int) -> tuple[int, ...] | None:
    """A trigger written "not helpful" is the word with its negation, which then negates nothing else."""
    negation = next(
        (c.i for c in s.children(i) if c.lemma.lower() in ("not", "n't", "never", "hardly")), None
    )
    return None if negation is None else (negation, i)


def _phrase_after(s: Sentence, i: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The words of a verb phrase ("call on", "hold talks"): each further word follows within a few words.

    A preposition follows at once, but for adverbs: in "called the deal vital for us" nobody calls for us.
    """
    forms = s.forms()
    matched = [i]
    at = i
    for wanted in words[1:]:
        hit = next((k for k, form in enumerate(forms[at + 1 : at + _REACH], at + 1) if wanted in form), None)
        if hit is None or not _may_follow(s, at, hit):
            return None
        matched.append(hit)
        at = hit
    return tuple(matched)


def _may_follow(s: Sentence, at: int, hit: int) -> bool:
    between = [s.words[k] for k in range(at + 1, hit)]
    if any(w.upos == "PUNCT" for w in between):
        return False
    word = s.words[hit]
    if word.upos not in ("ADP", "SCONJ") or word.deprel == "compound:prt" or s.words[at].upos != "VERB":
        return True
    return all(w.upos in ("ADV", "PART") for w in between)


def _phrase_before(s: Sentence, i: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The words of a noun phrase ("air strike"): they stand right before the head noun."""
    first = i - len(words) + 1
    if first < 0:
        return None
    for form, wanted in zip(s.forms()[first : i + 1], words, strict=True):
        if wanted not in form:
            return None
    return tuple(range(first, i + 1))


def holds(rule: Rule, parties: Parties, i: int) -> str | None:
    """None when the rule's conditions hold at word ``i``, else the condition that fails, in words."""
    s = parties.sentence
    if rule.voice and parties.speaker_of(s.words[i].span.start) is None:
        return f"{rule.name} counts only on a speaker's word"
    for condition in rule.required:
        if not _met(condition, parties, i):
            return f"nothing at “{condition.position}” of the kind that {rule.name} asks for"
    for condition in rule.excluded:
        if _met(condition, parties, i):
            return f"“{condition.position}” is of a kind that {rule.name} excludes"
    if rule.near or not rule.not_near.isdisjoint(s.written()):
        lemmas = {written for k, form in enumerate(s.forms()) if k != i for written in form}
        if rule.near and not rule.near & lemmas:
            return f"none of the words that {rule.name} needs nearby"
        if rule.not_near & lemmas:
            return f"“{sorted(rule.not_near & lemmas)[0]}” nearby, which {rule.name} excludes"
    return None


def _met(condition: Condition, parties: Parties, i: int) -> bool:
    s, lemmas = parties.sentence, condition.lemmas
    anything, actors = "any" in lemmas, "actor" in lemmas
    if not (anything or actors) and lemmas.isdisjoint(s.written()):
        return False  # as of most: none of the words is anywhere in the sentence
    heads = fillers(s, i, condition.position)
    if not heads:
        return False
    if anything or (actors and parties.among(heads)):
        return True
    forms = s.forms()
    return any(forms[h][0] in lemmas for h in heads)
