"""Whether a time dates what is only asked for, offered or set down ("called for a summit on 20 May").

Such a thing is to come, though the verb over it is past; and the time is the thing's, not the verb's.
"""

from __future__ import annotations

from dragoman.find.date_words import Connectives
from dragoman.language.parse import Sentence, Word
from dragoman.values import value

_STEPS = 4
_ASKED = ("obj", "obl", "nmod", "nsubj:pass", "conj", "compound")
_BEFORE = frozenset({"before", "ahead", "until"})
_FOR = frozenset({"for", "by", "until", "from"})
_INVITING = frozenset({"invite", "summon"})
_PARTIES = frozenset({"of", "with", "between", "among"})
_PLACES = frozenset({"in", "at", "with", "between", "near"})
_HAS = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})


@value
class ToCome:
    """The noun of what is to come, and whether that is sure: else the time may be the verb's own."""

    noun: Word
    sure: bool


def to_come(sentence: Sentence, index: int, words: Connectives, *, weekday: bool = False) -> ToCome | None:
    """What is to come at a time, by the word of the time; None where it dates what was or is.

    "On Friday" may be the day of the call as well, so that is not sure; "for Friday" is, and so is a day
    after "has called for a strike", as a perfect goes with no day of its own. A ``weekday`` after what was
    announced is the day on which it was.
    """
    time = sentence.words[index]
    if time.head < 0 or not _may_be_ahead(sentence, words):
        return None
    over = sentence.words[time.head]
    marker = _marker(sentence, time)
    if not marker and (meant := _set_for(sentence, over, words)) is not None:
        return ToCome(meant, sure=True)
    if over.upos == "VERB":
        found = _below(sentence, over, time, marker, words)
        sure = marker in _FOR or _perfect(sentence, over)
        done = weekday and not sure and over.lemma in words.announcing
        return None if found is None or done else ToCome(found, sure)
    noun = _noun_at(sentence, over, words)
    verb = None if noun is None else _arranger(sentence, noun, words)
    if noun is None or verb is None:
        return None
    return ToCome(noun, marker in ("for", "from") or _perfect(sentence, verb))


def _may_be_ahead(sentence: Sentence, words: Connectives) -> bool:
    """Whether any word of a sentence arranges or sets something, or points ahead."""
    written = sentence.written()
    if all(map(written.isdisjoint, (words.arranging, _BEFORE, words.setting))):
        return False
    return any(_points_ahead(w, words) or w.lemma in words.setting for w in sentence.words)


def _set_for(sentence: Sentence, verb: Word, words: Connectives) -> Word | None:
    """What a day is set for: "put forward 1 June *for a meeting*", "named Friday for the vote"."""
    if verb.lemma not in words.setting:  # not "called Monday for talks"
        return None
    below = [c for c in sentence.children(verb.i) if _marker(sentence, c) == "for"]
    below += [d for c in sentence.children(verb.i) if c.deprel == "obj" for d in _for_below(sentence, c)]
    return next((c for c in below if c.lemma in words.arranged), None)


def _for_below(sentence: Sentence, word: Word) -> list[Word]:
    return [c for c in sentence.children(word.i) if _marker(sentence, c) == "for"]


def put_off(sentence: Sentence, index: int, words: Connectives) -> bool:
    """Whether a time is how long something was put off or stopped for ("suspended flights until 20 June")."""
    time = sentence.words[index]
    if time.head < 0 or _marker(sentence, time) not in ("until", "till", "to"):
        return False
    return sentence.words[time.head].lemma in words.deferring


def _points_ahead(word: Word, words: Connectives) -> bool:
    return word.lemma.lower() in words.arranging or word.text.lower() in _BEFORE


def _below(sentence: Sentence, verb: Word, time: Word, marker: str, words: Connectives) -> Word | None:
    """What a verb asks for, if the time beside it may be that thing's: "proposed a vote on 3 June"."""
    if _pluperfect(sentence, verb):
        return None
    asks = verb.lemma in words.arranging
    for child in sentence.children(verb.i):
        passive = child.deprel == "nsubj:pass"
        if child.i >= time.i or (child.i < verb.i and not passive) or child.deprel not in _ASKED:
            continue
        if not asks and _marker(sentence, child) not in _BEFORE:
            continue
        thing = child if child.lemma in words.arranged else _within(sentence, child, words)
        if asks and thing is None and marker == "by" and child.upos == "NOUN":
            return child  # "demanded an answer by Friday"
        if (
            thing is not None
            and (not passive or marker in _FOR)
            and _next_to(sentence, thing, verb, time, words)
        ):
            return thing
        if verb.lemma in _INVITING and _marker(sentence, child) in ("to", "for") and marker == "on":
            return child  # "invited both leaders to Quito on 3 June"
    return None


def _within(sentence: Sentence, word: Word, words: Connectives) -> Word | None:
    """The thing inside a phrase: "a round of talks", "an invitation to talks"."""
    return next(
        (c for c in sentence.children(word.i) if c.deprel == "nmod" and c.lemma in words.arranged), None
    )


def _next_to(sentence: Sentence, thing: Word, verb: Word, time: Word, words: Connectives) -> bool:
    """Whether nothing else that may have a time stands between ("a protest over the killing of a boy").

    Those who meet have none: "a meeting of the two presidents", "talks with the rebels".
    """
    between = sentence.words[max(thing.i, verb.i) + 1 : time.i]
    return not any(
        w.upos == "VERB" or (w.upos == "NOUN" and not _is_party(sentence, w, thing, words)) for w in between
    )


def _is_party(sentence: Sentence, noun: Word, thing: Word, words: Connectives) -> bool:
    """Whether a noun is of those who meet, by the way up to the thing, or describes one of them."""
    word = noun
    for _ in range(_STEPS):
        if word.i == thing.i:
            return True
        joined = (
            word.deprel.split(":")[0] in ("conj", "compound", "appos", "flat") or word.deprel == "nmod:poss"
        )
        if word.lemma in words.arranged or not (joined or _marker(sentence, word) in _PARTIES):
            return False
        if word.head < 0:
            return False
        word = sentence.words[word.head]
    return False


def _noun_at(sentence: Sentence, word: Word, words: Connectives) -> Word | None:
    """The thing that a time hangs on, or on a place or party beside it ("a summit in Amman on 20 June")."""
    for _ in range(_STEPS):
        if word.lemma in words.arranged:
            return word
        if word.upos != "PROPN" or word.head < 0 or _marker(sentence, word) not in _PLACES:
            return None
        word = sentence.words[word.head]
    return None


def _arranger(sentence: Sentence, noun: Word, words: Connectives) -> Word | None:
    """The word of asking over a thing, through other nouns ("an invitation to a round of talks")."""
    word = noun
    for _ in range(_STEPS):
        if _marker(sentence, word) in _BEFORE:
            return word
        if word.head < 0 or word.deprel not in _ASKED:
            return None
        word = sentence.words[word.head]
        if word.lemma in words.arranging:
            return None if _pluperfect(sentence, word) else word
        if word.upos == "VERB":
            return None
    return None


def _marker(sentence: Sentence, word: Word) -> str:
    return next((c.text.lower() for c in sentence.children(word.i) if c.deprel == "case"), "")


def _perfect(sentence: Sentence, verb: Word) -> bool:
    return any(c.deprel == "aux" and c.text.lower() in _HAS for c in sentence.children(verb.i))


def _pluperfect(sentence: Sentence, verb: Word) -> bool:
    return any(c.deprel == "aux" and c.text.lower() in ("had", "having") for c in sentence.children(verb.i))
