"""Stands told by a set phrase: "sits *on the fence*", "want *none of* it", "refused *to be drawn* on it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.codebook.recurring import shipped_recurring
from dragoman.coding.stance_aloof import KeptOut, what_it_calls
from dragoman.coding.stance_book import Idiom
from dragoman.coding.stance_paths import Asked, Paths, Taken
from dragoman.coding.stance_phrases import predicated
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_standing import row_length, verb_of
from dragoman.coding.syntax import with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.record import Stance
from dragoman.values import value

_BETWEEN = 4  # words that may stand between a verb and its phrase: "will *once again* have none of it"
_WOULD, _NO, _THERE, _BE, _SEE = "would", "no", "there", "be", "see"
_NOUNS = ("NOUN", "PROPN", "PRON", "VERB")
_ON = frozenset({"on", "over", "about", "regarding", "concerning", "towards", "toward", "in", "to"})


@value
class _Said:
    """A set phrase in a sentence: the word that its holder belongs to, and what it is on, where told."""

    by: int
    thing: int | None


def on_no_side(paths: Paths) -> Iterator[KeptOut]:
    """Who has no stand by a set phrase, in the order of the text."""
    for idiom, said in _said(paths):
        if idiom.stance is Stance.NEUTRAL:
            yield KeptOut((said.by,), said.thing)


def idiomatic(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands for or against that a set phrase tells, on what is named there, else on what is asked."""
    for idiom, said in _said(scene.paths):
        lasts = _WOULD in idiom.verbs or scene.paths.lasts(said.by) or _is_lasting(scene, said)
        if idiom.stance is Stance.NEUTRAL or not lasts:
            continue
        if said.thing is not None and _is_none(scene, said.thing):
            continue  # "has no time for ecologists", "sees no reason for haste"
        recent = next((t.asked for t in reversed(before) if t.topic < said.by), last)
        asked = recent if said.thing is None else predicated(scene, said.thing, recent)
        if asked is not None:
            yield Taken(asked, idiom.stance, said.by, (said.by,), named=True)
            yield from _on_others(scene, idiom, said)


def _on_others(scene: Scene, idiom: Idiom, said: _Said) -> Iterator[Taken]:
    """The stands on what *and* joins to the thing of a phrase: "no friend of the mine *or of the port*"."""
    s = scene.s
    if said.thing is None or not idiom.open:
        return
    for head in with_conjuncts(s, said.thing)[1:]:
        if s.words[head].upos == "NOUN" and not (_is_none(scene, head) or scene.parties.at(head)):
            asked = predicated(scene, head, None)
            if asked is not None:
                yield Taken(asked, idiom.stance, head, (said.by,), named=True)


def none_of_it(scene: Scene, before: Sequence[Taken]) -> Iterator[Taken]:
    """The stands of those who say that there is no such thing: "said *there was no case for* the dam"."""
    s, book = scene.s, scene.book
    if _THERE not in s.written() or _NO not in s.written():
        return
    texts, taken = [w.text.lower() for w in s.words], {i for t in before for i in t.path}
    rows = [one for one in book.idioms if one.open and one.row[0] == _NO and _SEE in one.verbs]
    for first in (k for k in range(2, len(texts)) if texts[k] == _NO):
        verb, there = s.words[first - 1], s.words[first - 2]
        over = s.words[verb.head] if verb.deprel in ("ccomp", "parataxis") and verb.head >= 0 else None
        over = verb if over is None and verb.head >= 0 and verb.deprel == "root" else over
        if there.text.lower() != _THERE or verb.lemma.lower() != _BE or over is None or over.i in taken:
            continue
        if over.lemma.lower() not in book.verdicts.telling | book.verdicts.holding or scene.paths.is_unreal(
            over.i
        ):
            continue
        for idiom in rows:
            length = row_length(s, texts, first, idiom.row)
            thing = _head_from(s, first + length) if length else None
            if thing is None or s.words[thing].lemma.lower() not in book.lasting_things:
                continue
            asked = predicated(scene, thing, None)
            if asked is not None:
                yield Taken(asked, idiom.stance, over.i, (over.i,), named=True)
            break


def _is_lasting(scene: Scene, said: _Said) -> bool:
    """Whether a phrase is on what outlasts the day, whatever its tense: "poured cold water on *the pact*"."""
    thing = -1 if said.thing is None else said.thing
    return thing >= 0 and scene.s.words[thing].lemma.lower() in scene.book.lasting_things


def _is_none(scene: Scene, thing: int) -> bool:
    """Whether a thing is none to stand on: a person, or what passes with the day."""
    word = scene.s.words[thing]
    told = any(c.deprel == "nmod" for c in scene.s.children(thing))  # "the offer *on the base*"
    if word.lemma.lower() in scene.book.of_a_day and not told:
        return True
    return word.upos == "NOUN" and shipped_recurring().sorts.get(word.lemma.lower()) == "person"


def _said(paths: Paths) -> Iterator[tuple[Idiom, _Said]]:
    s, book = paths.s, paths.book
    if book.idiom_words.isdisjoint(s.written()):
        return  # as in most sentences
    texts = [w.text.lower() for w in s.words]
    longer: set[int] = set()  # where a longer phrase begins: "up in arms *over*"
    for idiom in sorted(book.idioms, key=lambda one: -len(one.row)):
        if not s.written().issuperset(idiom.row):
            continue
        for first in (k for k in range(1, len(texts)) if texts[k] == idiom.row[0]):
            length = 0 if first in longer else row_length(s, texts, first, idiom.row)
            if not length:
                continue
            longer.add(first)
            by = verb_of(s, first, idiom)
            if by is None or _is_denied(paths, by, first, length):
                continue
            if _WOULD not in idiom.verbs and paths.is_unreal(by):
                continue  # but "*would* have nothing to do with it" is a refusal
            last = first + length - 1
            thing = _thing_of(s, last, idiom, book.days)
            if thing is not None or not idiom.needs_thing:
                yield idiom, _Said(by, thing)


def _is_denied(paths: Paths, by: int, first: int, length: int) -> bool:
    """Whether a phrase is denied by a word outside of it: "does not want none of it"."""
    inside = range(first, first + length)
    own = paths.s.children(by)
    negating = {c.i for c in own if c.text.lower() in paths.book.denying.adverbs}
    if not negating:  # "no minister will stand in the way of it"
        return _is_of_nobody(paths, own)
    return not any(k in inside for k in negating)


def _is_of_nobody(paths: Paths, own: Sequence[Word]) -> bool:
    """Whether a phrase is told of nobody: "*none* of them", "*no* minister"."""
    denying = paths.book.denying
    for c in (c for c in own if c.deprel.startswith("nsubj")):
        beside = {k.text.lower() for k in paths.s.children(c.i) if k.deprel == "det"}
        if c.text.lower() in denying.nobody or not denying.beside.isdisjoint(beside):
            return True
    return False


def _thing_of(s: Sentence, last: int, idiom: Idiom, days: frozenset[str]) -> int | None:
    """What a phrase is on: behind its own preposition ("none *of* it"), else behind *on* and its like."""
    behind = s.words[last + 1] if last + 1 < len(s.words) else None
    if behind is None:
        return None
    if idiom.open:
        return _head_from(s, last + 1)
    thing = _head_from(s, last + 2) if behind.text.lower() in _ON else None
    if thing is None or s.words[thing].lemma.lower() not in days:
        return thing
    return _thing_of(s, thing, idiom, days)  # "cold water *on Wednesday* on the plan"


def _head_from(s: Sentence, first: int) -> int | None:
    """The head of the phrase that begins at a word."""
    named = what_it_calls(s, first) if first < len(s.words) else None
    if named is not None:
        return named
    w: Word | None = next((k for k in s.words[first : first + _BETWEEN] if k.upos in _NOUNS), None)
    while w is not None and w.head > w.i and w.deprel in ("compound", "flat", "amod", "nmod:poss", "det"):
        w = s.words[w.head]
    return None if w is None else w.i
