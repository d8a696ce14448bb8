"""Stands of clauses without a verb: "A insists on a vote *and B on a pact*", "A backs it, *B the pact*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_holding import Holder, holder_at
from dragoman.coding.stance_paths import Asked, Taken, latest
from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Sentence, Word

_JOINTS = frozenset({",", ";", "and", "but", "while"})
_APART = frozenset({",", ";"})
_ENDS = frozenset({",", ";", ".", ":", "and", "but", "while", "–", "—"})
_ARTICLES = frozenset({"the", "a", "an"})
_THINGS = ("NOUN", "PROPN")


def gapped(scene: Scene, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands of those who follow another with no verb of their own, on what stands right behind them."""
    s = scene.s
    if not stands or _JOINTS.isdisjoint(s.written()):
        return
    taken = {i for t in stands for i in (t.topic, *t.path)}
    for head, mention in scene.parties.by_head.items():
        if mention.actor is None or head in taken:
            continue
        covered = s.covering(mention.span)
        first, behind = covered[0], covered[-1] + 1
        while first and s.words[first - 1].text.lower() in _ARTICLES:
            first -= 1
        joint = s.words[first - 1].text.lower() if first else ""
        stand = latest(stands, first)
        if joint not in _JOINTS or stand is None or behind >= len(s.words):
            continue
        thing = _governed(s, stand, first, behind) or (_object(s, stand, behind) if joint in _APART else None)
        if thing is None or thing.text.lower() in scene.book.short.answers:
            continue  # "its youth wing for a No, its elders for a Yes"
        if thing.i in taken or not _ends(s, behind, thing):
            continue
        holder = holder_at(scene, head)
        if holder is not None and scene.parties.at(thing.i) is None:
            words, about = phrase(scene, thing.i)
            asked = Asked(words.split(" and ")[0], about)
            yield replace(stand, asked=asked, topic=thing.i, path=(stand.path[-1],)), holder


def _governed(s: Sentence, stand: Taken, first: int, behind: int) -> Word | None:
    """What stands behind the preposition that the verb has too: "insists *on* a vote, B *on* …"."""
    case = s.words[behind].text.lower()
    verb = s.words[stand.path[-1]]
    if s.words[behind].upos not in ("ADP", "SCONJ") or verb.upos != "VERB":
        return None
    if not any(w.text.lower() == case for w in s.words[verb.i : verb.i + 3] if w.i < first):
        return None
    return first_thing(s, behind + 1)


def _object(s: Sentence, stand: Taken, behind: int) -> Word | None:
    """The noun phrase with an article right behind somebody, where the word of the stand has an object."""
    verb = s.words[stand.path[-1]]
    governs = verb.upos == "VERB" and any(c.deprel == "obj" and c.i > verb.i for c in s.children(verb.i))
    return first_thing(s, behind + 1) if governs and s.words[behind].text.lower() in _ARTICLES else None


def first_thing(s: Sentence, start: int) -> Word | None:
    """The head of the noun phrase that begins at a word."""
    for k in range(start, min(start + 5, len(s.words))):
        w = s.words[k]
        if w.upos in _THINGS and not (w.deprel in ("compound", "flat", "nmod:poss") and w.head > w.i):
            return w
        if w.upos not in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART"):
            return None
    return None


def _ends(s: Sentence, behind: int, thing: Word) -> bool:
    """Whether a clause comes to its end behind a thing with no verb of its own."""
    for w in s.words[behind:]:
        if w.i > thing.i and w.text.lower() in _ENDS:
            return True
        finite = w.upos == "AUX" or (w.upos == "VERB" and w.feat("VerbForm") in ("Fin", None))
        if finite and not w.deprel.startswith("acl"):
            return False
    return True
