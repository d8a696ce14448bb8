"""By when a pledge is due where its sentence tells how long it may take ("within 48 hours")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.find.date_gaps import Gap, measured, stretch
from dragoman.find.date_words import DateWords
from dragoman.find.dates import TimeMention, shipped_finder
from dragoman.find.quotation_tree import Tree
from dragoman.record import TimeSpan

_WITHIN = frozenset({"within", "in", "inside", "over"})
_FIRST = frozenset({"first", "only"})
_DAYS = frozenset({"day", "minute"})


def due_within(
    tree: Tree, words: set[int], mentions: Sequence[TimeMention], made: str | None
) -> TimeSpan | None:
    """The stretch from the day of a promise within which an act, by its words, is to be done."""
    if made is None:
        return None
    found = next(_lengths(tree, words, mentions), None)
    if found is None:
        return None
    mention, gap = found
    held = stretch(date.fromisoformat(made), gap)
    return TimeSpan(
        held.start,
        held.end,
        held.precision,
        mention.text,
        mention.span,
        f"{held.reason}, when it was promised",
    )


def said_on(
    tree: Tree, cue: int, act: set[int], mentions: Sequence[TimeMention], published: str | None
) -> str | None:
    """The day that hangs on the commissive word itself ("promised on Friday to leave"), if it is past."""
    for mention in mentions:
        own = mention.own
        inside = tree.s.covering(mention.span) if tree.s.span.covers(mention.span) else ()
        if own is None or own.start is None or own.precision not in _DAYS or not act.isdisjoint(inside):
            continue
        head = tree.s.head_of(mention.span)
        if (
            head is not None
            and tree.s.words[head].head == cue
            and mention.thing is None
            and not mention.relation
        ):
            day = own.start[:10]
            return day if published and day <= published[:10] else None
    return None


def _lengths(
    tree: Tree, words: set[int], mentions: Sequence[TimeMention]
) -> Iterator[tuple[TimeMention, Gap]]:
    """The lengths of time that stand by a verb among some words, with "within" or the like before them."""
    lexicon = shipped_finder().words
    for mention in mentions:
        if mention.value.start or not tree.s.span.covers(mention.span):
            continue
        head = tree.s.head_of(mention.span)
        if head is None or head not in words:
            continue
        word = tree.s.words[head]
        if word.deprel == "nmod:poss" and tree.s.words[word.head].lemma == "time":
            word = tree.s.words[word.head]  # "in two months' time"
        by_verb = word.head >= 0 and tree.s.words[word.head].upos in ("VERB", "AUX")
        gap = _gap(mention, lexicon)
        if gap is not None and by_verb and tree.case(word.i) in _WITHIN and not _record(tree, head, words):
            yield mention, gap


def _record(tree: Tree, head: int, words: set[int]) -> bool:
    """As in "the first visit in ten years": how long there has been none."""
    before = (tree.s.words[i] for i in words if i < head)
    return any(w.text.lower() in _FIRST or w.feat("Degree") == "Sup" for w in before)


def _gap(mention: TimeMention, lexicon: DateWords) -> Gap | None:
    if mention.kind == "duration":
        return measured(mention.timex, mention.text, lexicon)
    unit = lexicon.units.get(mention.text.split()[-1].lower())  # "the coming weeks"
    return Gap(None, unit.name, mention.text) if unit is not None and mention.timex == "FUTURE_REF" else None
