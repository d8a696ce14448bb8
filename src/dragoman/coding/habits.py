"""What is done again and again: a habit is told of, and no event.

"The council meets on the first Monday of each month", "customs men seize two tonnes in an average week". Who
protests, fights, helps or works with others every day does so all the same.
"""

from __future__ import annotations

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.act import Act
from dragoman.coding.modality import predicate_of
from dragoman.language.parse import Sentence, Word

_EACH = frozenset({"each", "every"})
_TURNS = frozenset({"turn"})
_STEPS = 3
# Of these a repeated one is still one: a crowd that marches each Friday marches.
_STILL = frozenset({"PROTEST", "ASSAULT", "COERCE", "AID", "COOPERATE", "MOBILIZE"})
_OF_TIME = frozenset({"obl", "advmod", "nmod", "obj", "dep"})
_NOT_NOW = frozenset(
    {"have", "will", "would", "shall", "may", "might", "could", "should", "must", "can", "do"}
)


def habit_told(s: Sentence, act: Act) -> str | None:
    """Why an act is only a habit; None where nothing says so."""
    written, words = s.written(), tree_words()
    if written.isdisjoint(_EACH | _TURNS | words.habitually | words.usual):
        return None
    at = predicate_of(s, act.trigger)
    for _ in range(_STEPS):
        if not _in_the_present(s, at):
            return None
        often = next((o for c in s.children(at) if (o := _how_often(s, c, act)) is not None), None)
        if often is not None:
            return f"told of what is done “{often}”, not as done"
        w = s.words[at]
        if w.head < 0 or w.deprel != "conj":
            return None
        at = w.head
    return None


def _how_often(s: Sentence, c: Word, act: Act) -> str | None:
    """How often something is done, by a word under its verb."""
    words = tree_words()
    lemma = c.lemma.lower()
    if lemma in words.habitually:
        return c.text
    if c.deprel.split(":")[0] not in _OF_TIME:
        return None
    beside = {k.text.lower() for k in s.children(c.i)}
    if lemma in _TURNS and "by" in beside and act.event not in _STILL:
        return f"by {c.text}"
    if lemma not in words.times_of_life:
        return None
    if "in" in beside and not beside.isdisjoint(words.usual):
        return f"in such a {c.text}"
    each = act.event not in _STILL and any(not _EACH.isdisjoint(b) for b in (beside, _below(s, c)))
    return f"every {c.text}" if each else None


def _below(s: Sentence, c: Word) -> set[str]:
    """The words that say of which time a time is one: "the first Monday of *each* month"."""
    times = (k for k in s.children(c.i) if k.lemma.lower() in tree_words().times_of_life)
    return {j.text.lower() for k in times for j in s.children(k.i)}


def _in_the_present(s: Sentence, i: int) -> bool:
    """Whether a verb stands in the plain present: "meets", "are drawn", but not "is meeting"."""
    w = s.words[i]
    helpers = [c for c in s.children(i) if c.deprel.startswith(("aux", "cop"))]
    if any(c.lemma in _NOT_NOW or c.feat("Tense") == "Past" for c in helpers):
        return False
    if helpers:
        return not w.text.lower().endswith("ing")
    return w.upos == "VERB" and w.feat("Tense") == "Pres" and w.feat("VerbForm") == "Fin"
