"""The words by which someone binds themselves (``codebooks/speech/pledges.yaml``), and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml
from dragoman.find.quotation_cues import SHIPPED
from dragoman.find.quotation_tree import Tree
from dragoman.language.parse import Word
from dragoman.record import Strength

_CLASSES = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})


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
    modals: dict[str, Strength]
    void: frozenset[str]
    conditions: tuple[str, ...]
    hostile: frozenset[str]
    idle: frozenset[str]
    waging: frozenset[str]
    nominal: frozenset[str]
    examples: tuple[PledgeExample, ...]
    counter: tuple[str, ...]

    @property
    def lemmas(self) -> frozenset[str]:
        """Every lemma that the words above name."""
        return frozenset(lemma for _, lemma in self.words) | self.void | self.hostile | self.idle


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commissive word (or modal) over an act, as indices of one sentence.

    ``cue`` is the commissive word, or the act itself under a modal; ``negated`` says that what is
    undertaken is not to act.
    """

    cue: int
    act: int
    strength: Strength
    negated: bool
    modal: bool


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
            modals={k: _strength(v.text(), v) for k, v in f.need("modals").mapping().items()},
            void=frozenset(f.need("void").texts()),
            conditions=f.need("conditions").texts(),
            hostile=frozenset(f.need("hostile").texts()),
            idle=frozenset(f.need("idle").texts()),
            waging=frozenset(f.need("waging").texts()),
            nominal=frozenset(f.need("nominal").texts()),
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


def commitments_in(tree: Tree, words: Commissives) -> Iterator[Commitment]:
    """Every commissive word of a sentence with the act under it, and every act under a modal."""
    for w in tree.s.words:
        strength = words.words.get((w.upos, w.lemma.lower()))
        if strength is not None and not _void(tree, w, words):
            for act in _acts(tree, w, words):
                yield Commitment(w.i, act.i, strength, negated(tree, act.i), modal=False)
        modal = _modal(tree, w, words)
        if modal is not None and (w.upos, w.lemma.lower()) not in words.words:
            yield Commitment(w.i, w.i, modal, negated(tree, w.i), modal=True)


def negated(tree: Tree, i: int) -> bool:
    """Whether a word is negated itself, or by the particle before its infinitive."""
    return any(
        c.text.lower() in _NEGATIONS or c.lemma.lower() in _NEGATIONS
        for c in tree.below(i, "advmod", "cc:preconj", "det")
    )


def condition_words(tree: Tree, commitment: Commitment, words: Commissives) -> set[int]:
    """The words of the clause or phrase that the commitment hangs on; empty when there is none."""
    for i in (commitment.act, commitment.cue):
        for c in tree.below(i, "advcl", "obl"):
            branch = tree.under(c.i)
            lead = " ".join(tree.s.words[k].text.lower() for k in sorted(branch)[:4])
            if any(lead.startswith(f"{m} ") for m in words.conditions):
                return branch
    return set()


def _acts(tree: Tree, w: Word, words: Commissives) -> list[Word]:
    """What a commissive word governs: infinitives, clauses with *will*, for some the thing promised."""
    relations = ("acl",) if w.upos == "NOUN" else ("xcomp", "ccomp", "advcl")
    found = []
    for c in tree.below(w.i, *relations):
        infinitive = any(m.text.lower() == "to" for m in tree.below(c.i, "mark"))
        gerund = c.text.lower().endswith("ing") and c.deprel in ("xcomp", "ccomp")
        future = c.deprel == "ccomp" and any(
            a.lemma.lower() in ("will", "would") for a in tree.below(c.i, "aux")
        )
        if c.upos in ("VERB", "ADJ", "AUX", "NOUN") and (future or (infinitive and c.i > w.i) or gerund):
            found += [
                c,
                *(d for d in tree.below(c.i, "conj") if d.upos == "VERB" and not tree.below(d.i, "nsubj")),
            ]
    if not found and w.upos == "VERB" and w.lemma.lower() in words.nominal:
        found = [c for c in tree.below(w.i, "obj") if c.upos == "NOUN"]
    return found


def _modal(tree: Tree, w: Word, words: Commissives) -> Strength | None:
    """The strength of a future or possible act: "will send", "may resume", "is going to send"."""
    if w.upos not in ("VERB", "ADJ", "NOUN"):
        return None
    for aux in tree.below(w.i, "aux"):
        found = words.modals.get(aux.text.lower()) or words.modals.get(aux.lemma.lower())
        if found is not None:
            return found
    above = tree.s.words[w.head] if w.head >= 0 else None
    going = above is not None and w.deprel == "xcomp" and above.text.lower() == "going"
    return Strength.PROMISE if going else None


def _void(tree: Tree, w: Word, words: Commissives) -> bool:
    """Whether the commitment was not made: negated, refused, broken, or only asked for."""
    if negated(tree, w.i) or (w.upos == "VERB" and tree.passive(w.i)):
        return True
    at = w
    for k in tree.above(w.i):
        above = tree.s.words[k]
        if above.upos != "VERB" or at.deprel.split(":")[0] not in ("xcomp", "obj", "ccomp"):
            return False
        asked = at.deprel == "xcomp" and any(o.i < at.i for o in tree.below(k, "obj", "iobj"))
        if above.lemma.lower() in words.void or negated(tree, k) or asked:
            return True
        at = above
    return False
