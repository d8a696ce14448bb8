"""What a stand that only the network sees is on, by how its word governs it: surely, or surely not."""

from __future__ import annotations

from dragoman.coding.hinted import words_of
from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_paths import turned
from dragoman.coding.stance_scene import Scene
from dragoman.language.hints import BondHint
from dragoman.language.joined import first_joined
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance

_DEED, _ADDED = ("xcomp", "acl"), "advcl"
_PARTICLE = "compound:prt"
_COMPLEMENT = ("obj", "xcomp", "ccomp")
_SUBJECT = ("nsubj", "nsubj:pass")


def is_for_stands(scene: Scene, word: int) -> bool:
    """Whether a word is for nothing but stands, by itself or with its particle: "ruled *out* any talks"."""
    s, clear = scene.s, scene.book.clear
    lemma = s.words[word].lemma.lower()
    particles = (c.lemma.lower() for c in s.children(word) if c.deprel == _PARTICLE)
    return lemma in clear or any(f"{lemma} {p}" in clear for p in particles)


def is_on_a_deed(s: Sentence, hint: BondHint) -> bool:
    """Whether a stand is on what is to be done: "ruled out *sending* troops", "spoke up for *lifting* it"."""
    things = words_of(hint, "recipient")[:1]
    told = (s.words[k] for k in things if s.words[k].upos == "VERB" and s.words[k].head == hint.word)
    return any(w.deprel in _DEED or (w.deprel == _ADDED and "to" not in marks_of(s, w.i)) for w in told)


def governed_side(scene: Scene, word: int, thing: int, told: Stance) -> Stance:
    """The side of a stand by what governs its matter, where the network may see another.

    "Had lobbied *against* the text" is against the text, "marched *for* union" for union, and "asked the
    deputies *not to change* the law" against the change.
    """
    s, at = scene.s, scene.s.words[thing]
    if thing == word or told is Stance.NEUTRAL:
        return told
    if _is_told_not_to(scene, word, at):
        return turned(told) if told is Stance.FOR else told
    over = s.words[first_joined(s.words, at).head]
    below = over.head == word and is_infinitive(s, over)
    sides = {scene.book.prepositions.get(mark) for mark in (case_of(s, thing), *marks_of(s, thing))} - {None}
    side = next(iter(sides)) if len(sides) == 1 else None
    if scene.paths.is_negated(word):
        return told
    if below and side is None and at.deprel == "obj":  # "marched *to demand* a province"
        wanted = scene.book.attitudes.get(over.lemma.lower())
        return wanted if wanted is not None and over.deprel == "advcl" else told
    plain = s.words[word].lemma.lower() not in scene.book.attitudes
    if plain and over.upos == "NOUN" and over.head == word and side is Stance.AGAINST:
        return side  # "formed a committee *against the transfer*", but not "wanted safeguards against it"
    if side is None or (over.i != word and not below) or (side is Stance.FOR and _has_object(s, over)):
        return told  # "blamed Chad for the pact" is not for it
    return side


def _is_told_not_to(scene: Scene, word: int, deed: Word) -> bool:
    """Whether another is asked not to do what a verb names: "urged the house *not to sell* the port"."""
    s = scene.s
    asks = s.words[word].lemma.lower() in scene.book.demanding.bidding
    denied = any(c.text.lower() in scene.book.denying.adverbs for c in s.children(deed.i))
    return asks and denied and deed.head == word and is_infinitive(s, deed)


def _has_object(s: Sentence, verb: Word) -> bool:
    return any(c.deprel in ("obj", "iobj") for c in s.children(verb.i))


def is_beside_the_matter(scene: Scene, word: int, thing: int | None) -> bool:
    """Whether what the network takes for the matter of a stand, or None, is surely not that.

    Whoever is *praised* or *received* is no matter, unless the word is for nothing but stands, nor is whoever
    does something beside it; and a verb with a complement of its own is not on what was said before.
    """
    s = scene.s
    clear = is_for_stands(scene, word)
    if thing is None:
        return clear and any(c.deprel in _COMPLEMENT for c in s.children(word))
    if scene.actor(thing) is None:
        return False
    at = s.words[thing]
    if at.head == word:
        return at.deprel == "obj" and not clear
    if at.deprel not in _SUBJECT or at.head < 0:
        return False
    over = s.words[at.head]
    return over.head != word or over.deprel not in _COMPLEMENT
