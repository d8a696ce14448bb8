"""Stands told by the answer that a vote is to have: "campaigns *for a no*", "urged a *yes vote*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import spoken_of
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import is_passive
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_CAMPAIGN = "campaign"
_SIDE = frozenset({"side", "camp"})
_NAMED = _SIDE | {"vote", _CAMPAIGN}
_STANDING = frozenset({"be", "come", "stand"})
_UNDER = ("obj", "obl", "nmod", "xcomp")
_WANTED = frozenset({"for", "of", "to", "on"})
_FURTHEST = 3
_ARTICLE = "a"


def ballots(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those who want a vote to end with a yes or a no, on what is asked there or before."""
    s, answers = scene.s, scene.book.short.answers
    if answers.keys().isdisjoint(s.written()):
        return  # as in most sentences
    taken = {i for t in before for i in (t.topic, *t.path)}
    for w in s.words:
        side = answers.get(w.text.lower())
        if side is None or w.i in taken or not _is_answer(scene, w):
            continue
        told = _wanting(scene, w)
        near = next(
            (t.asked for t in reversed(before) if t.topic < w.i and not is_no(t.asked, scene.book)), None
        )
        asked = near or spoken_of(scene, w.i) or last
        if told is not None and asked is not None:
            path, attitude = told
            stance = side if attitude is Stance.FOR else turned(side)
            yield Taken(asked, stance, w.i, (w.i, *path), named=True)


def _is_answer(scene: Scene, w: Word) -> bool:
    """Whether a *yes* or *no* is a noun: "a no", "the No", "a yes vote", "the Yes side"."""
    s = scene.s
    before = _before(s, w)
    over = s.words[w.head] if w.head >= 0 else None
    vote = over is not None and over.i == w.i + 1 and over.lemma.lower() in _NAMED
    return vote or (before in ("a", "the", "for") and (w.i + 1 == len(s.words) or _ends(s.words[w.i + 1])))


def _before(s: Sentence, w: Word) -> str:
    """The word before an answer, an adjective apart: "*a* resounding no"."""
    told = [k.text.lower() for k in s.words[max(0, w.i - 2) : w.i]]
    kind = s.words[w.i - 1].upos in ("ADJ", "VERB") if w.i else False
    return (told[0] if kind and told[0] == _ARTICLE else told[-1]) if told else ""


def is_no(asked: Asked, book: StanceBook) -> bool:
    """Whether something is no matter but the denial of one: "a no", "a resounding no vote".

    Who is for a yes is for what is asked, whatever that is; who is for a no is for nothing.
    """
    words = asked.phrase.lower().split()
    words = words[:-1] if words and words[-1] in _NAMED else words
    return bool(words) and book.short.answers.get(words[-1]) is Stance.AGAINST


def _ends(behind: Word) -> bool:
    """Whether a phrase ends before a word, so that *no* denies nothing behind it."""
    return behind.upos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX", "ADV", "PRON")


def _wanting(scene: Scene, w: Word) -> tuple[tuple[int, ...], Stance] | None:
    """The words by which somebody wants an answer, up to a verb, with the attitude to it."""
    s, paths = scene.s, scene.paths
    over = s.words[w.head] if w.head >= 0 else w
    at = over if over.i == w.i + 1 and over.lemma.lower() in _NAMED else w
    campaign = at.lemma.lower() == _CAMPAIGN
    path: list[int] = []
    for _ in range(_FURTHEST):
        above = s.words[at.head] if at.head >= 0 and at.deprel in _UNDER else None
        if above is None:
            return None
        found = paths.attitude(above, at, {})
        path.append(above.i)
        if above.upos == "VERB" and found is not None and found is not Stance.NEUTRAL:
            open_ = paths.is_unreal(above.i) or paths.is_negated(above.i) or is_passive(s, above.i)
            return None if open_ else (tuple(path), found)
        if (
            above.upos == "VERB"
            and above.lemma.lower() in scene.book.short.leading
            and (campaign or len(path) > 1)
        ):
            return tuple(path), Stance.FOR
        if above.lemma.lower() in _STANDING and at.lemma.lower() in _SIDE:
            return tuple(path), Stance.FOR  # "came out on the side of the Yes"
        if above.lemma.lower() in _SIDE and case_of(s, at.i) == "of":
            at = above
            continue
        if above.upos != "NOUN" or case_of(s, at.i) not in _WANTED or found is not Stance.FOR:
            return None
        at = above
    return None
