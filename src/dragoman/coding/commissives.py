"""Where somebody binds themselves: the commissive words of a sentence, and the acts that they stand over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.commissive_book import Commissives, is_state
from dragoman.coding.syntax import is_no_longer
from dragoman.find.quotation_tree import Tree
from dragoman.language.joined import first_joined
from dragoman.language.parse import Word
from dragoman.record import Strength

_FUTURE = frozenset({"will", "would", "shall"})
_TOLD = frozenset({"VERB", "ADJ", "NOUN"})  # what can be told with a modal
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_THINGS = frozenset({"NOUN", "PROPN", "SYM", "ADJ", "NUM"})
_STOPS = frozenset({".", "?", "!"})
ITSELF = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "myself"})
_COMING = frozenset({"tomorrow", "tonight", "soon"})
_NOBODY = frozenset({"nobody", "nothing", "none"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"}) | _NOBODY


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commissive word (or modal) over an act, as indices of one sentence.

    ``cue`` is the commissive word, or the act itself under a modal; ``negated`` says that what is
    undertaken is not to act; ``clause``, that the act is told as a clause of its own ("that it would").
    """

    cue: int
    act: int
    strength: Strength
    negated: bool
    modal: bool
    clause: bool = False


def commitments_in(tree: Tree, words: Commissives) -> Iterator[Commitment]:
    """Every commissive word of a sentence with the act under it, and every act under a modal."""
    # Only a word with an auxiliary or a marker of its own, or one under "going", can be told with a modal.
    helped = {w.head for w in tree.s.words if w.deprel.startswith(("aux", "mark"))}
    mine = {w.head for w in tree.s.words if w.text in ("I", "we", "We") and w.deprel == "nsubj"}
    for w, forms in zip(tree.s.words, tree.s.forms(), strict=True):
        binds = not words.binding.isdisjoint(forms)
        excludes = forms[0] in words.excluding
        may_be_told = w.upos in _TOLD and (w.i in helped or w.i in mine or w.deprel == "xcomp")
        if not (binds or excludes or may_be_told):
            continue  # as of most words
        strength = words.strength(tree, w) if binds else None
        if strength is not None and not _void(tree, w, words):
            for act in _acts(tree, w, words):
                told = tree.s.words[act.head] if act.deprel == "conj" else act
                clause = told.i == w.head or told.deprel in ("ccomp", "acl")
                clause = clause and bool(tree.below(told.i, "aux"))
                yield Commitment(w.i, act.i, strength, negated(tree, act.i), False, clause)
        if excludes:
            yield from _not_excluded(tree, w)
        modal = _modal(tree, w, words) if may_be_told and not _is_asked(tree, w) else None
        if modal is not None and (strength is None or not _acts(tree, w, words)):
            yield Commitment(w.i, w.i, modal, negated(tree, w.i), modal=True)


def _not_excluded(tree: Tree, w: Word) -> Iterator[Commitment]:
    """What somebody did not rule out."""
    if not negated(tree, w.i) or (
        w.lemma.lower() == "rule" and not tree.below(w.i, "compound:prt", "advmod")
    ):
        return
    for act in tree.below(w.i, "xcomp", "obj", "advcl", "ccomp")[:1]:
        yield Commitment(w.i, act.i, Strength.CONSIDERATION, negated=False, modal=False)


def negated(tree: Tree, i: int) -> bool:
    """Whether a word is negated itself, before its infinitive, or in its subject ("no crew")."""
    subjects = [c.i for c in tree.below(i, "nsubj", "nsubj:pass")]
    subjects += [c.i for k in subjects for c in tree.below(k, "nmod:poss")]  # "nobody's land will be taken"
    return any(
        c.text.lower() in _NEGATIONS or c.lemma.lower() in _NEGATIONS or is_no_longer(tree.s, c)
        for c in (
            *tree.below(i, "advmod", "cc:preconj", "det"),
            *(d for k in subjects for d in tree.below(k, "det", "advmod")),
            *(tree.s.words[k] for k in subjects if tree.s.words[k].text.lower() in _NOBODY),
        )
    )


def condition_words(tree: Tree, commitment: Commitment, words: Commissives) -> set[int]:
    """The words of the clause or phrase that the commitment hangs on; empty when there is none.

    It stands under the act or the commissive word, or under what governs them.
    """
    over = dict.fromkeys((commitment.act, commitment.cue, *tree.above(commitment.act)))
    for markers in (words.conditions, words.until):
        for i in over:
            for c in tree.below(i, "advcl", "obl", "xcomp"):
                branch = tree.under(c.i)
                if commitment.act not in branch and _leads(tree, branch, markers):
                    return branch
    return set()


def _leads(tree: Tree, branch: set[int], markers: tuple[str, ...]) -> bool:
    """Whether a clause begins with one of some markers."""
    first = [tree.s.words[k].text.lower() for k in sorted(branch) if tree.s.words[k].upos != "PUNCT"]
    lead = " ".join(first[:4])
    return any(lead.startswith(f"{m} ") for m in markers)


def _acts(tree: Tree, w: Word, words: Commissives) -> list[Word]:
    """What a commissive word governs: infinitives, clauses with *will*, for some the thing promised."""
    relations = ("acl", "ccomp") if w.upos == "NOUN" else ("xcomp", "ccomp", "advcl")
    particles = words.only_doing.get(w.lemma.lower())
    found = []
    if w.upos == "VERB" and _asks_another(tree, w, words):
        return []
    under = tree.below(w.i, *relations)
    if w.upos == "NOUN" and not under and w.deprel == "obj":  # "gave the bishops his word that he would"
        under = [c for c in tree.below(w.head, "ccomp", "advcl") if tree.below(c.i, "aux")]
    for c in under:
        if w.lemma.lower() in words.only_clause and not (c.deprel == "ccomp" and _is_future(tree, c)):
            continue
        if _is_act(tree, w, c, words, particles):
            found += [
                c,
                *(d for d in tree.below(c.i, "conj") if _goes_on(tree, c, d)),
            ]
    if found and w.upos == "VERB":  # "undertook to destroy, and never *to transfer*": hung on what binds
        found += [c for c in tree.below(w.i, "conj") if _is_plain_infinitive(tree, c)]
    assured = w.lemma.lower() in words.allowing
    alone = w.deprel == "parataxis" and not tree.below(w.i, "xcomp", "ccomp")
    alone = alone and (assured or not tree.below(w.i, "obj"))
    if not found and alone:  # "The sailors will be freed, Peru promised", "… could be freed, he assured us"
        told = tree.s.words[w.head]
        found = [told] if _is_future(tree, told) or (assured and _is_possible(tree, told)) else []
    if not found and w.upos == "VERB":
        found = _astray(tree, w)
    if not found and w.upos == "VERB" and w.lemma.lower() in words.nominal:
        weighed = words.words.get(("VERB", w.lemma.lower())) is Strength.CONSIDERATION
        if not weighed or (w.text.lower().endswith("ing") and not tree.below(w.i, "xcomp", "ccomp")):
            found = [c for c in tree.below(w.i, "obj") if c.upos in _THINGS]
    if not found and w.lemma.lower() in words.with_thing:
        found = [
            c for c in tree.below(w.i, "obl", "nmod") if tree.case(c.i) in words.with_thing[w.lemma.lower()]
        ]
    return found


def _is_plain_infinitive(tree: Tree, c: Word) -> bool:
    """Whether a verb is an infinitive with *to* and nothing beside that would tell who does it."""
    marked = any(m.text.lower() == "to" for m in tree.below(c.i, "mark"))
    return c.upos == "VERB" and marked and not tree.below(c.i, "nsubj", "aux")


def _astray(tree: Tree, w: Word) -> list[Word]:
    """An infinitive that the tree hung on a pronoun between: "agreed in spite of all to keep trading"."""
    between = [c for c in tree.below(w.i, "obl") if c.upos == "PRON"]
    between += [d for c in tree.below(w.i, "obl") for d in tree.below(c.i, "nmod") if d.upos == "PRON"]
    return [
        c
        for o in between
        for c in tree.below(o.i, "acl")
        if any(m.text.lower() == "to" for m in tree.below(c.i, "mark"))
    ]


def _asks_another(tree: Tree, w: Word, words: Commissives) -> bool:
    """Whether the act is another's: "expects the dam to tame the floods"."""
    if words.words.get((w.upos, w.lemma.lower())) is not Strength.INTENTION:
        return False
    acts = [c.i for c in tree.below(w.i, "xcomp")]
    return any(w.i < o.i < act for o in tree.below(w.i, "obj") for act in acts)


def _goes_on(tree: Tree, act: Word, d: Word) -> bool:
    """Whether a second act is undertaken with the first: "to sign and pay", not "to sign, and warns"."""
    told = d.feat("VerbForm") == "Fin" and act.feat("VerbForm") != "Fin"
    return d.upos == "VERB" and not told and not tree.below(d.i, "nsubj")


def _is_act(tree: Tree, w: Word, c: Word, words: Commissives, particles: tuple[str, ...] | None) -> bool:
    """Whether a complement is an act undertaken: an infinitive, a clause with *will*, a gerund."""
    if c.upos not in ("VERB", "ADJ", "AUX", "NOUN", "ADV"):
        return False
    marks = [m.text.lower() for m in tree.below(c.i, "mark")]
    if "whether" in marks and words.words.get((w.upos, w.lemma.lower())) is not Strength.CONSIDERATION:
        return False  # who decides whether to stay has not said that they will
    doing = c.text.lower().endswith("ing")
    if particles is not None:
        return doing and any(m in particles for m in marks)
    if w.upos == "NOUN" and doing:
        return "of" in marks
    if w.lemma.lower() in words.guessing and any(s.upos != "PRON" for s in tree.below(c.i, "nsubj")):
        return False  # "expects that Uganda will leave"
    future = c.deprel in ("ccomp", "acl") and (
        _is_future(tree, c) or (w.lemma.lower() in words.allowing and _is_possible(tree, c))
    )
    gerund = doing and c.deprel in ("xcomp", "ccomp") and not tree.below(c.i, "aux", "nsubj")
    due = any(
        m.text.lower() == "to" for m in tree.below(w.i, "fixed")
    )  # "due to open": one word to the parser
    return future or (("to" in marks or due) and c.i > w.i) or gerund


def _is_asked(tree: Tree, w: Word) -> bool:
    """Whether an act is told in a question: "asked whether Kenya would pay"."""
    return w.deprel == "ccomp" and any(m.text.lower() in ("whether", "if") for m in tree.below(w.i, "mark"))


def _is_possible(tree: Tree, w: Word) -> bool:
    """Whether an act is told with *can* or *may*."""
    return any(a.lemma.lower() in _POSSIBLE for a in tree.below(w.i, "aux"))


def _is_future(tree: Tree, w: Word) -> bool:
    """Whether an act is told with *will*."""
    return any(a.lemma.lower() in _FUTURE for a in tree.below(w.i, "aux"))


def _modal(tree: Tree, w: Word, words: Commissives) -> Strength | None:
    """The strength of a future or possible act: "will send", "may resume", "is going to send"."""
    for aux in tree.below(w.i, "aux"):
        found = words.modals.get(aux.text.lower()) or words.modals.get(aux.lemma.lower())
        if found is not None:
            return found
    above = tree.s.words[w.head] if w.head >= 0 else None
    going = above is not None and w.deprel == "xcomp" and above.text.lower() == "going"
    if going:
        return Strength.PROMISE
    if _is_mine(tree, w, words):
        return Strength.PROMISE
    return Strength.INTENTION if _is_to(tree, w) else None


def _is_mine(tree: Tree, w: Word, words: Commissives) -> bool:
    """Whether one tells one's own act to come in the present: "if they go, we *go* to the voters"."""
    subjects = [c for c in tree.below(w.i, "nsubj") if c.text.lower() in ("i", "we")]
    if w.upos != "VERB" or not subjects:
        return False
    helpers = tree.below(w.i, "aux")
    progressive = w.text.lower().endswith("ing") and [a.text.lower() for a in helpers] in (
        ["am"],
        ["are"],
        ["'re"],
    )
    if not progressive and (helpers or w.feat("Tense") != "Pres"):
        return False
    branches = (tree.under(c.i) for c in tree.below(w.i, "advcl"))
    led = any(_leads(tree, b, (*words.conditions, *words.until)) for b in branches)
    return led or (progressive and any(k.text.lower() in _COMING for k in tree.below(w.i, "obl", "advmod")))


def _is_to(tree: Tree, w: Word) -> bool:
    """What is arranged: "the army is to leave", in headlines "Lima to send envoy"."""
    if w.upos != "VERB" or not any(m.text.lower() == "to" for m in tree.below(w.i, "mark")):
        return False
    if tree.below(w.i, "aux:pass"):
        return False
    if any(a.text.lower() in ("is", "are") for a in tree.below(w.i, "aux", "cop")):
        return True
    above = tree.s.words[w.head] if w.head >= 0 else None
    if above is None:
        return _heads_headline(tree, w)
    if above.text.lower() in ("is", "are") and above.lemma.lower() == "be" and w.deprel in ("xcomp", "ccomp"):
        return True
    return in_headline(tree, w)


def in_headline(tree: Tree, w: Word) -> bool:
    """Whether an infinitive is a headline's future, its head the subject: "Lima to send envoy"."""
    above = tree.s.words[w.head] if w.head >= 0 else None
    if above is None or above.i != w.i - 2 or tree.s.words[-1].text in _STOPS:
        return False
    free = above.deprel.split(":")[0] in ("root", "parataxis", "conj", "appos", "dep")
    return free and above.upos in ("NOUN", "PROPN", "ADJ") and w.deprel in ("acl", "advcl", "xcomp")


def _heads_headline(tree: Tree, w: Word) -> bool:
    """The same where the tree made the infinitive the root, with its subject before it."""
    subjects = [c.i for c in tree.below(w.i, "nsubj")]
    return subjects == [w.i - 2] and tree.s.words[-1].text not in _STOPS


def _void(tree: Tree, w: Word, words: Commissives) -> bool:
    """Whether the commitment was not made: negated, refused, broken, or only asked for."""
    state = is_state(tree, w) and ("ADJ", w.text.lower()) in words.words
    if negated(tree, w.i) or (w.upos == "VERB" and tree.passive(w.i) and not state):
        return True
    if _is_supposed(tree, w, words):
        return True
    if any(a.text.lower() == "had" for a in tree.below(w.i, "aux")):
        # What somebody had planned came to nothing or is over; what they had promised still binds them.
        return words.words.get((w.upos, w.lemma.lower())) not in (Strength.VOW, Strength.PROMISE)
    at = w
    for k in tree.above(w.i):
        above = tree.s.words[k]
        if above.upos != "VERB" or at.deprel.split(":")[0] not in ("xcomp", "obj", "ccomp"):
            return False
        others = (o for o in tree.below(k, "obj", "iobj") if o.text.lower() not in ITSELF)
        asked = at.deprel == "xcomp" and any(o.i < at.i for o in others)
        if above.lemma.lower() in words.void or negated(tree, k) or asked:
            return True
        at = above
    return False


def _is_supposed(tree: Tree, w: Word, words: Commissives) -> bool:
    """Whether a promise is only what would have to be made: "if Kenya agrees to pay", "must promise to"."""
    if any(a.text.lower() in words.owing for a in tree.below(w.i, "aux")):
        return True
    w = first_joined(tree.s.words, w)
    return w.deprel == "advcl" and any(m.text.lower() in words.supposing for m in tree.below(w.i, "mark"))
