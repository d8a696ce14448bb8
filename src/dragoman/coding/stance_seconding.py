"""Second opinions: the network on the stands that rules read, and on those told as an act of their day.

"Opposed the dam" and "called for a ban" may be lasting, "rejected the offer" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_paths import Taken
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance

_UNREAL = frozenset({"can", "may", "might", "must", "could", "would", "should"})
_MORE = re.compile(r"\s(?:of|by|on|to|for|in|with|over|from|at|into|about)\s")  # before what a noun is of
_SECONDED = 0.15  # how sure the network must be of a stand that a rule sees, on a question without a file
_SURE = 0.5  # how sure the network must be, by itself, that a word takes the stand


def is_for_good(s: Sentence, stand: Taken, book: StanceBook) -> bool:
    """Whether a stand told as an act of its day is on what lasts, and seen by the network too."""
    if names_a_day(stand.asked.phrase, book):
        return False
    return _is_sure(s, stand) or (_is_clear(s, stand, book) and _names_what_lasts(stand.asked.phrase, book))


def _is_clear(s: Sentence, stand: Taken, book: StanceBook) -> bool:
    """Whether a word that is for nothing but a stand takes it, in whatever tense: "who *opposed* the bill".

    What somebody would back on a condition, or another is to reject, is none.
    """
    if not any(s.words[k].lemma.lower() in book.clear for k in stand.path):
        return False
    helpers = (c.text.lower() for k in stand.path for c in s.children(k) if c.deprel == "aux")
    return _UNREAL.isdisjoint(helpers) and not any(_is_to_be(s, k, book) for k in stand.path)


def _is_to_be(s: Sentence, k: int, book: StanceBook) -> bool:
    """Whether a word only tells what is to be; what somebody *decided to* back they do."""
    over = s.words[s.words[k].head].lemma.lower() if s.words[k].head >= 0 else ""
    return "to" in marks_of(s, k) and over not in book.prepositional


def _names_what_lasts(question: str, book: StanceBook) -> bool:
    """Whether a question is on a law, a pact, a dam: "argued for a customs *union*"."""
    thing = _MORE.split(question.lower())[0].split()
    return bool(thing) and not book.lasting_things.isdisjoint((thing[-1], thing[-1].removesuffix("s")))


def is_of_a_day(s: Sentence, word: int, things: Iterable[int], book: StanceBook) -> bool:
    """Whether a word tells what is done once ("*signed* it"), or of what passes with the day.

    So does one of the things, or whose it is: "a *plea* by Ghana".
    """
    heads = (s.words[k].head if s.words[k].deprel == "nmod" else k for k in things)
    done = s.words[word].lemma.lower() in book.once
    return done or any(s.words[k].lemma.lower() in book.of_a_day for k in heads)


def is_phrase(s: Sentence, w: Word, book: StanceBook) -> bool:
    """Whether a noun is only part of a phrase that says what for: "*in return* for his evidence"."""
    return w.upos == "NOUN" and f"{case_of(s, w.i)} {w.text.lower()}" in book.aside


def is_passing(book: StanceBook, *nouns: Word) -> bool:
    """Whether the codebook takes what the nouns name for a matter of the day alone."""
    topics = [t for noun in nouns for _, t in book.topics.get((False, noun.lemma.lower()), ())]
    return bool(topics) and all(topic.passing for topic in topics)


def names_a_day(question: str, book: StanceBook) -> bool:
    """Whether a question is on what passes with the day: an offer, a remark, a payment."""
    thing = _MORE.split(question.lower())[0].split()
    named = {thing[-1], thing[-1].removesuffix("s")} if thing else set()
    topics = [topic for noun in named for _, topic in book.topics.get((False, noun), ())]
    passing = bool(topics) and all(topic.passing for topic in topics)
    return passing or not thing or not book.of_a_day.isdisjoint(named)


def _is_sure(s: Sentence, stand: Taken) -> bool:
    """Whether the network by itself thinks that a word of a stand takes it."""
    told = (h for h in s.stances if h.word in stand.path)
    return any(share >= _SURE for h in told for kind, share in h.kinds if kind == stand.stance)


def seconded(sentence: Sentence, stance: Stance) -> bool:
    """Whether the network sees some word of a sentence take the stand that a rule reads there.

    True where the network was not asked. The rules know words, the network what is said with them: "the war
    ended with a truce" is nobody's stand against truces.
    """
    if sentence.speech is None:
        return True
    return any(share >= _SECONDED for h in sentence.stances for kind, share in h.kinds if kind == stance)


def is_seconded(sentence: Sentence, stand: Taken, plain: frozenset[str]) -> bool:
    """Whether the network sees the stand, or any where words leave the side open to it.

    Against giving a thing up is for the thing, and "abstained" is near a no. A word of ``plain`` needs none.
    """
    if stand.undoing or stand.stance is Stance.NEUTRAL:
        return any(seconded(sentence, stance) for stance in Stance)
    said = any(not plain.isdisjoint(sentence.forms()[k]) for k in stand.path)
    return said or seconded(sentence, stand.stance)
