"""The words by which someone binds themselves: ``codebooks/speech/pledges.yaml``, checked line by line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml
from dragoman.find.quotation_cues import SHIPPED
from dragoman.find.quotation_tree import Tree
from dragoman.language.parse import Word
from dragoman.record import Strength

_CLASSES = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}


@dataclass(frozen=True, slots=True)
class PledgeExample:
    """A sentence with the one pledge that it holds."""

    text: str
    by: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Commissives:
    """Commissive words by part of speech and lemma, modals, and the acts that make a threat or nothing."""

    words: dict[tuple[str, str], Strength]
    binding: frozenset[str]  # the words of `words` by themselves, to see at once that a word is none
    modals: dict[str, Strength]
    void: frozenset[str]
    judging: frozenset[str]
    supposing: frozenset[str]
    owing: frozenset[str]
    conditions: tuple[str, ...]
    unnamed: frozenset[str]
    until: tuple[str, ...]
    hostile: frozenset[str]
    hostile_to: frozenset[str]
    lifelines: frozenset[str]
    measures: frozenset[str]
    ceasing: frozenset[str]
    standing: frozenset[str]
    idle: frozenset[str]
    empty: frozenset[str]
    fates: dict[str, tuple[str, ...]]
    handling: frozenset[str]
    only_doing: dict[str, tuple[str, ...]]
    only_clause: frozenset[str]
    excluding: frozenset[str]
    with_thing: dict[str, tuple[str, ...]]
    waging: frozenset[str]
    nominal: frozenset[str]
    lawful: frozenset[str]
    bills: frozenset[str]
    threatening: frozenset[str]
    guessing: frozenset[str]
    scheduled: frozenset[str]
    occurring: frozenset[str]
    wishing: frozenset[str]
    allowing: frozenset[str]
    examples: tuple[PledgeExample, ...]
    counter: tuple[str, ...]

    def strength(self, tree: Tree, w: Word) -> Strength | None:
        """How firmly a word binds, if it does; "is determined to" counts as an adjective."""
        lemma, text = forms = tree.s.forms()[w.i]
        if self.binding.isdisjoint(forms):
            return None
        as_state = self.words.get(("ADJ", text))
        if as_state is not None and is_state(tree, w):
            return as_state
        return self.words.get(("ADJ" if w.upos == "ADV" else w.upos, lemma))  # "is about to"

    @property
    def lemmas(self) -> frozenset[str]:
        """Every lemma that the words above name."""
        return (
            frozenset(lemma for _, lemma in self.words)
            | self.void
            | self.hostile
            | self.hostile_to
            | self.idle
        )


def is_state(tree: Tree, w: Word) -> bool:
    """Whether a participle says what somebody is ("is determined to"), not what was done to them."""
    participle = w.upos == "VERB" and w.feat("VerbForm") in ("Part", None)
    copular = tree.passive(w.i) or bool(tree.below(w.i, "cop"))
    return participle and copular and bool(tree.below(w.i, "xcomp", "obl", "advcl"))


def load_commissives(path: Path = SHIPPED / "pledges.yaml") -> Commissives:
    """The commissive words of a file.

    Raises:
        CodebookError: naming file and line of an unknown or missing key.
    """
    with Fields(load_yaml(path)) as f:
        words: dict[tuple[str, str], Strength] = {}
        for name, node in f.need("strengths").mapping().items():
            words |= _words(node, _strength(name, node))
        return Commissives(
            words=words,
            binding=frozenset(word for _, word in words),
            modals={k: _strength(v.text(), v) for k, v in f.need("modals").mapping().items()},
            void=f.words("void"),
            judging=f.words("judging"),
            supposing=f.words("supposing"),
            owing=f.words("owing"),
            conditions=f.need("conditions").texts(),
            unnamed=f.words("unnamed"),
            until=f.need("until").texts(),
            hostile=f.words("hostile"),
            hostile_to=f.words("hostile-to"),
            lifelines=f.words("lifelines"),
            measures=f.words("measures"),
            ceasing=f.words("ceasing"),
            standing=f.words("standing"),
            idle=f.words("idle"),
            empty=f.words("empty"),
            fates={k: v.texts() for k, v in f.need("fates").mapping().items()},
            handling=f.words("handling"),
            only_doing={k: v.texts() for k, v in f.need("only-doing").mapping().items()},
            with_thing={k: v.texts() for k, v in f.need("with-thing").mapping().items()},
            only_clause=f.words("only-clause"),
            excluding=f.words("excluding"),
            waging=f.words("waging"),
            nominal=f.words("nominal"),
            lawful=f.words("lawful"),
            bills=f.words("bills"),
            threatening=f.words("threatening"),
            guessing=f.words("guessing"),
            scheduled=f.words("scheduled"),
            occurring=f.words("occurring"),
            wishing=f.words("wishing"),
            allowing=f.words("allowing"),
            examples=tuple(_example(n) for n in f.need("examples").items()),
            counter=f.need("counter").texts(),
        )


@lru_cache(maxsize=1)
def shipped_commissives() -> Commissives:
    """The commissive words that come with the package, read once."""
    return load_commissives()


def _example(node: Node) -> PledgeExample:
    with Fields(node) as f:
        strength = f.need("strength")
        return PledgeExample(f.need("text").text(), f.need("by").text(), _strength(strength.text(), strength))


def _strength(name: str, node: Node) -> Strength:
    try:
        return Strength(name)
    except ValueError:
        raise node.error(f"`{name}` is no strength", "use one of: " + ", ".join(Strength)) from None


def _words(node: Node, strength: Strength) -> dict[tuple[str, str], Strength]:
    with Fields(node) as f:
        return {(tag, w): strength for key, tag in _CLASSES.items() for w in f.texts(key)}
