"""When the main happening of a report took place, whether or not a codebook knows what happened.

A bridge that collapsed is no event of PLOVER, and its report has a date all the same. The choice is by
syntax: which word each time hangs on, and how that word stands to the sentence that it is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.find.date_tense import looks_ahead
from dragoman.find.date_words import DateWords
from dragoman.find.dates import TimeMention, published_day, shipped_finder
from dragoman.find.event_times import HISTORY, times_in
from dragoman.language.parse import Sentence, Word
from dragoman.record import Report, TimeSpan
from dragoman.values import changed

_READ = 8  # sentences; what a report is about stands at its beginning
_DEEPEST = 4
# What makes a time less likely to be that of the happening; the time of the least cost is taken.
_SAYING, _AHEAD, _HISTORY, _ROUGH, _OPEN = 5.0, 6.0, 5.0, 2.5, 3.0
_HAPPENING, _AFTERMATH = 2.0, 1.0
_LATER, _NOUN, _DEPTH, _FOLLOWING = 0.8, 0.4, 0.7, 1.0  # in a later sentence, on a noun, further down


@dataclass(frozen=True, slots=True)
class _Claim:
    """A time that may be the happening's, the word that it hangs on, and what speaks against it."""

    cost: float
    mention: TimeMention
    word: Word
    against: tuple[str, ...]


def main_time(report: Report, sentences: Sequence[Sentence], mentions: Sequence[TimeMention]) -> TimeSpan:
    """The time of what a report is about, or an empty one with the reason why there is none.

    Times of saying, of plans, of what is long past and of what only forms the background lose against
    times of the first sentences' own verbs. The day of publication is never put in place of a date.
    """
    claims = [
        claim
        for number, sentence in enumerate(sentences[:_READ])
        for claim in _claims(report, number, sentence, mentions)
    ]
    best = min(claims, key=lambda c: (c.cost, c.mention.span), default=None)
    if best is None:
        return TimeSpan(None, None, None, reason="the beginning of the report names no date")
    own = best.mention.own or best.mention.value
    against = f", although it is {' and '.join(best.against)}" if best.against else ""
    return changed(own, reason=f"{own.reason}; it dates “{best.word.text}”{against}")


def _claims(
    report: Report, number: int, sentence: Sentence, mentions: Sequence[TimeMention]
) -> Iterator[_Claim]:
    """Each dated time of a sentence with what speaks against it."""
    words = shipped_finder().words
    connectives = words.connectives
    for index, held in times_in(sentence, mentions).items():
        word = sentence.words[index]
        far = _LATER * number + _remoteness(sentence, word, connectives.saying_verbs) + _about(word, words)
        standing = [(_SAYING, "a time of saying")] if _says(sentence, word, connectives.saying_verbs) else []
        if looks_ahead(sentence, index, connectives):
            standing.append((_AHEAD, "still to come"))
        for mention in held:
            own = mention.own or mention.value
            if own.end is not None and mention.kind != "duration":
                against = [*standing, *_shortcomings(mention, own.end, published_day(report))]
                yield _Claim(
                    far + sum(cost for cost, _ in against), mention, word, tuple(why for _, why in against)
                )


def _about(word: Word, words: DateWords) -> float:
    """Less for what reports are about, more for what came of it."""
    if word.lemma in words.happenings:
        return -_HAPPENING
    return _AFTERMATH if word.lemma in words.aftermaths else 0.0


def _shortcomings(mention: TimeMention, end: str, published: date | None) -> Iterator[tuple[float, str]]:
    """What speaks against a time itself, each with its weight."""
    age = (published - date.fromisoformat(end[:10])).days if published else 0
    if age < 0:
        yield _AHEAD, "after the day of publication"
    if age > HISTORY:
        yield _HISTORY, "long past"
    if (mention.own or mention.value).precision not in ("minute", "day"):
        yield _ROUGH, "no day"
    if mention.relation:
        yield _OPEN, "the edge of a stretch"


def _remoteness(sentence: Sentence, word: Word, saying: frozenset[str]) -> float:
    """How far a word is from its sentence's main clause; what is said is as near as the saying."""
    cost, here = (0.0 if word.upos in ("VERB", "AUX") else _NOUN), word
    for _ in range(_DEEPEST):
        if here.head < 0:
            break
        over = sentence.words[here.head]
        if not (here.deprel.startswith("ccomp") and over.lemma in saying):
            cost += _DEPTH
        if here.deprel.startswith("advcl") and _marker(sentence, here) in ("after", "since", "before"):
            cost += _FOLLOWING
        here = over
    return cost


def _says(sentence: Sentence, verb: Word, saying: frozenset[str]) -> bool:
    """Whether a verb tells what somebody said; without what was said, "arrested" and "welcomed" are deeds."""
    if verb.lemma not in saying:
        return False
    told = any(c.deprel.split(":")[0] in ("ccomp", "parataxis") for c in sentence.children(verb.i))
    return told or verb.deprel.split(":")[0] == "parataxis"


def _marker(sentence: Sentence, word: Word) -> str:
    return next((c.text.lower() for c in sentence.children(word.i) if c.deprel == "mark"), "")
