"""Speech laid at someone's door without a verb: "according to X", "in X's words", a headline's "X: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.find.quotation_contents import candidates, content_words
from dragoman.find.quotation_cues import Cues
from dragoman.find.quotation_tree import Tree
from dragoman.language.parse import Word

_LONGEST_NAME = 7
_PARTING = frozenset({",", "(", "–", "—"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names a source: the cue's words, the source's head, and the words of the content.

    The source is None where nobody is named ("reportedly").
    ``named_only`` asks for a source that is a known actor: a headline's "Oslo: …", whoever is cited.
    """

    cue: tuple[int, ...]
    speaker: int | None
    content: frozenset[int]
    verb: str
    named_only: bool = False


def phrases_in(tree: Tree, cues: Cues) -> Iterator[Phrase]:
    """The source phrases of a sentence with what they stand beside."""
    present = {text for _, text in tree.s.forms()}
    leads = []
    if not cues.leading.isdisjoint(present):
        leads = [words for words in cues.leads if present.issuperset(words)]
    if not present.isdisjoint(cues.hearsay):
        yield from _hearsay(tree, cues)
    if not leads and cues.named_by.isdisjoint(present) and cues.polls.isdisjoint(present):
        return
    for w in tree.s.words:
        if w.deprel.split(":")[0] not in ("obl", "nmod", "advcl", "advmod", "acl", "parataxis"):
            continue
        lead = _lead(tree, w.i, leads)
        if lead is not None:
            verb = w.i in lead
            speaker = _object_of(tree, w.i, lead) if verb else w.i
            if len(lead) == 1 and not verb and not _stands_apart(tree, w):
                continue
            if speaker is not None and _set_off(tree, w.i, cues):
                # One cites sources, and reasons too ("citing a lack of funds"), which say nothing.
                cited = tree.s.words[speaker]
                reason = len(lead) == 1 and verb and cited.lemma.lower() not in cues.owners
                if reason and cited.upos != "PROPN":
                    continue
                content = (_reported(tree, w.i, cues) if verb else None) or _host(tree, w.i, cues)
                yield Phrase(lead, speaker, content, _verb(tree, lead), named_only=reason)
        elif (tree.case(w.i), w.lemma.lower()) in cues.worded and not _stands_by(tree, w):
            owners = tree.below(w.i, "nmod")
            owner = next((c.i for c in owners if c.deprel == "nmod:poss"), None)
            if owner is not None:
                yield Phrase((w.i,), owner, _host(tree, w.i, cues), w.lemma.lower())
        elif w.lemma.lower() in cues.polls and tree.case(w.i) == "in" and _on_shares(tree, w, cues):
            yield Phrase((min(tree.under(w.i)),), w.i, _host(tree, w.i, cues), "in")


def _hearsay(tree: Tree, cues: Cues) -> Iterator[Phrase]:
    """The clauses that an adverb lays at the door of somebody unnamed: "has *reportedly* sold its ships"."""
    words = tree.s.words
    for w in words:
        if w.text.lower() not in cues.hearsay or w.deprel != "advmod" or w.head < 0:
            continue
        verb = words[w.head]
        told = verb.upos in ("VERB", "AUX") or bool(tree.below(verb.i, "cop"))
        if not told or verb.deprel == "amod":
            continue
        aside = {c.i for c in tree.below(verb.i, "mark", "cc", "parataxis")}
        aside |= {c.i for c in tree.below(verb.i, "conj") if tree.below(c.i, "nsubj", "nsubj:pass")}
        content = frozenset(tree.under(verb.i, {w.i, *aside}))
        if content:
            yield Phrase((w.i,), None, content, w.text.lower())


def _stands_by(tree: Tree, w: Word) -> bool:
    """Whether it is kept rather than quoted: "stood by his account"."""
    return tree.case(w.i) == "by" and tree.s.words[w.head].lemma.lower() in ("stand", "abide", "stick")


def _on_shares(tree: Tree, poll: Word, cues: Cues) -> bool:
    """Whether a poll stands over a clause about shares of people: "in a survey *60 percent wanted* peace"."""
    subjects = tree.below(poll.head, "nsubj") if poll.deprel.split(":")[0] == "obl" else []
    counted = [c for c in subjects if c.upos == "NUM" or tree.below(c.i, "nummod")]
    says = tree.s.words[poll.head].lemma.lower() in cues.verbs and tree.below(poll.head, "ccomp", "xcomp")
    return bool(counted) and not says  # what they say is theirs


def _lead(tree: Tree, i: int, leads: Sequence[tuple[str, ...]]) -> tuple[int, ...] | None:
    """The words of the phrase before a source's head, if they are one that names a source."""
    w = tree.s.words[i]
    first = min((k for k in tree.under(i) if tree.s.words[k].upos != "PUNCT"), default=i)
    for words in leads:
        if len(words) == 1:
            if w.text.lower() == words[0] and w.deprel.split(":")[0] in ("advcl", "acl", "parataxis"):
                return (i,)
            if first < i and tree.s.words[first].text.lower() == words[0] == tree.case(i):
                return (first,)
            continue
        found = tuple(range(first, first + len(words)))
        if found[-1] < max(tree.under(i)) and all(
            tree.s.words[k].text.lower() == v for k, v in zip(found, words, strict=True)
        ):
            return found
    return None


def _stands_apart(tree: Tree, source: Word) -> bool:
    """Whether "per X" names a source and no measure: "…, *per* the coroner", but not "a euro per child"."""
    own = tree.under(source.i)
    marked = source.upos == "PROPN" or tree.below(source.i, "det", "nmod:poss", "appos")
    before, behind = min(own) - 1, max(own) + 1
    words = tree.s.words
    parted = before < 0 or words[before].text in _PARTING or words[min(own)].upos == "PUNCT"
    closes = behind >= len(words) or words[behind].upos == "PUNCT"
    return bool(marked) and parted and closes


def _verb(tree: Tree, lead: tuple[int, ...]) -> str:
    return (
        " ".join(tree.s.words[k].text.lower() for k in lead) if len(lead) > 1 else tree.s.words[lead[0]].lemma
    )


def _object_of(tree: Tree, i: int, lead: tuple[int, ...]) -> int | None:
    """Who stands behind a phrase whose own word heads it: "citing X", "in the words of X"."""
    return next((c.i for c in tree.below(i, "obj", "obl", "nmod") if c.i > lead[-1]), None)


def _set_off(tree: Tree, i: int, cues: Cues) -> bool:
    """Whether the phrase speaks of a source and not of a measure ("paid according to their rank")."""
    words = tree.under(i)
    first, last = min(words), max(words)
    before = tree.s.words[first - 1] if first else None
    if before is None or before.upos == "PUNCT" or tree.s.words[first].upos == "PUNCT":
        return True
    speaker = tree.s.words[i]
    after = tree.s.words[last + 1] if last + 1 < len(tree.s.words) else None
    return (
        speaker.upos == "PROPN" or speaker.lemma in cues.owners or (after is not None and after.text == ",")
    )


def _reported(tree: Tree, i: int, cues: Cues) -> frozenset[int]:
    """What the reporting verb over "citing X", or beside it, reports: X is where the reporter has it from."""
    head = tree.s.words[tree.s.words[i].head]
    verb = tree.s.words[head.head] if head.deprel == "nsubj" else head
    for cue in candidates(tree, verb, cues):
        found = content_words(tree, cue) - tree.under(i)
        if found:
            return frozenset(found)
    return frozenset()


def _host(tree: Tree, i: int, cues: Cues) -> frozenset[int]:
    """The words of the clause that a source phrase stands in, without the phrase and "…, X said, …".

    A phrase that opens the sentence, or closes it behind a comma, speaks for the whole of it; in between it
    speaks for the relative clause, the reported clause or the coordinated clause that it stands in.
    """
    own = tree.under(i)
    words = tree.s.words
    opens = all(words[k].upos == "PUNCT" for k in range(min(own)))
    closes = all(w.upos == "PUNCT" for w in words[max(own) + 1 :]) and words[min(own)].upos == "PUNCT"
    top = i
    for k in tree.above(i):
        top = k
        relation = words[k].deprel
        if relation == "acl:relcl" or (relation == "conj" and not (opens or closes)):
            break
        if relation == "ccomp" and not opens and words[words[k].head].i < k:
            break
    told = [c.i for c in tree.below(top, "parataxis") if c.lemma in cues.verbs and tree.below(c.i, "nsubj")]
    return frozenset(tree.under(top, {i, *told}) - own) if top != i else frozenset()


def headline(tree: Tree, text: str) -> Phrase | None:
    """A headline's "Speaker: what was said" or "What was said: speaker" (also with a dash), if it is one.

    The speaker's side is short, holds a name or capitalised noun, and no verb; whether it is an actor
    is for the reader of the phrase to check.
    """
    words = tree.s.words
    for w in words[1:-1]:
        if w.text not in (":", "–", "—", "-") or not text[w.span.end : w.span.end + 1].isspace():
            continue
        before, after = range(w.i), range(w.i + 1, len(words))
        if w.text == ":" and _is_name(tree, before) and len(after) > 1:
            return Phrase((w.i,), _head(tree, before), frozenset(after), "say", named_only=True)
        if _is_name(tree, after) and _has_verb(tree, before):
            return Phrase((w.i,), _head(tree, after), frozenset(before), "say", named_only=True)
    return None


def _is_name(tree: Tree, side: range) -> bool:
    words = [tree.s.words[k] for k in side if tree.s.words[k].upos != "PUNCT"]
    return (
        0 < len(words) <= _LONGEST_NAME
        and not any(w.upos in ("VERB", "AUX", "SCONJ") for w in words)
        and any(w.upos in ("PROPN", "NOUN") for w in words)
    )


def _has_verb(tree: Tree, side: range) -> bool:
    return any(tree.s.words[k].upos in ("VERB", "AUX") for k in side)


def _head(tree: Tree, side: range) -> int:
    words = [tree.s.words[k] for k in side if tree.s.words[k].upos != "PUNCT"]
    return next((w.i for w in words if w.head not in side), words[-1].i)
