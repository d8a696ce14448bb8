"""The words around a topic: what names it, the doing it is told by, what is said of it or only beside it."""

from __future__ import annotations

from dragoman.coding.stance_book import Topic
from dragoman.coding.syntax import fillers
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of

CLAIMED = "claimed"
"""The place of a topic whose object somebody says is theirs."""


def around(s: Sentence, w: Word) -> set[str]:
    """The words beside a verb, and the noun it hangs on: "rule out", "nothing to do with"."""
    over = s.words[w.head] if w.head >= 0 else None
    nos = (k for c in s.children(w.i) if c.deprel == "obj" for k in s.children(c.i) if k.deprel == "det")
    beside = [*s.children(w.i), *nos, *(s.children(over.i) if over and w.deprel == "xcomp" else [])]
    return {c.text.lower() for c in beside} | ({over.text.lower()} if over else set())


def says_of(s: Sentence, w: Word, topic: Topic) -> bool:
    """Whether one of the topic's words is said of the object: "considers the rock its own"."""
    if CLAIMED in topic.object:
        return True
    things = {h for place in topic.object for h in fillers(s, w.i, place)}
    within = {k for h in things for k in s.subtree(h)} - things
    within -= {k for h in things for c in s.children(h) for k in s.subtree(c.i) if c.deprel == "acl"}
    within |= {k for c in s.children(w.i) if c.deprel == "conj" for k in s.subtree(c.i)}
    return any(
        s.words[k].lemma.lower() in topic.complement
        and s.words[k].deprel not in ("amod", "compound", "det")
        and (k not in things or said_of(s, k, topic) != k or k > min(things))
        and not any(c.text.lower() == "no" for c in s.children(k))
        for k in s.subtree(w.i)
        if k > w.i and k not in within
    )


def said_of(s: Sentence, head: int, topic: Topic) -> int:
    """The thing that a word is said of, where the tree joined both: "deems the ballot void"."""
    if s.words[head].lemma.lower() not in topic.complement:
        return head
    return next((c.i for c in s.children(head) if c.deprel == "compound"), head)


def proper_name(s: Sentence, w: Word, text: str) -> str | None:
    """The capitalised words that end in the topic ("Paris Agreement"), or run on with *of* or *on*."""
    first = w.i
    while first > 0 and s.words[first - 1].text[:1].isupper() and s.words[first - 1].deprel != "nsubj":
        first -= 1
    while first > 0 and first < w.i and s.words[first - 1].text == "-":
        first -= 1
        while first > 0 and s.words[first - 1].text[:1].isupper():
            first -= 1
    if first < w.i and w.text[:1].isupper():
        return s.chars(first, w.i).of(text)
    for c in s.children(w.i):
        if w.text[:1].isupper() and c.deprel == "nmod" and case_of(s, c.i) in ("of", "on") and c.i > w.i:
            return s.chars(w.i, max(s.subtree(c.i))).of(text)
    return None


def is_apart(s: Sentence, c: Word) -> bool:
    """Whether a phrase behind a noun belongs to another word: "prefers it *to that*"."""
    if any(w.text == "," for w in s.words[c.head + 1 : min(s.subtree(c.i)) + 1]):
        return True
    over = s.words[s.words[c.head].head] if s.words[c.head].head >= 0 else None
    return over is not None and over.lemma.lower() == "prefer" and case_of(s, c.i) in ("to", "over")


def hung_beside(s: Sentence, w: Word, topic: Topic) -> list[int]:
    """A phrase right behind the topic that the tree hung on its verb: "join the embargo | on Russia"."""
    if w.head < 0 or not topic.nouns:
        return []
    over = s.words[w.head].head if s.words[w.head].upos == "NOUN" else -1
    near = [c for k in (w.head, over) if k >= 0 for c in s.children(k) if c.i > w.i]
    near = [c for c in near if c.deprel.startswith("obl") or (c.deprel == "nmod" and c.head != w.head)]
    return [c.i for c in near if case_of(s, c.i) in topic.object and min(s.subtree(c.i)) == w.i + 1]


def doing_mark(s: Sentence, w: Word) -> str:
    """The preposition before a doing that somebody is for or against: "is *against* funding it"."""
    being = any(c.text.lower() == "being" for c in s.children(w.i))  # "is against *being left out*"
    if w.upos != "VERB" or not (being or w.text.lower().endswith("ing")):
        return ""
    marks = [c.text.lower() for c in s.children(w.i) if c.deprel == "mark" and c.i < w.i]
    return marks[-1] if marks else ""  # "said that they are *against* joining"


def is_doing(s: Sentence, w: Word) -> bool:
    """Whether a verb is a doing without a subject or a preposition of its own: "opposed *building* it"."""
    own = s.children(w.i)
    kinds = {c.deprel.split(":")[0] for c in own}
    return (
        w.upos == "VERB"
        and w.text.lower().endswith("ing")
        and kinds.isdisjoint({"mark", "nsubj", "aux", "cop"})
    )


def done_to(s: Sentence, against: Word) -> int:
    """The object of the doing that somebody is against ("are against opening the border"), or -1."""
    above = against.head if against.deprel == "mark" else -1
    return next((c.i for c in s.children(above) if c.deprel == "obj"), -1) if above >= 0 else -1
