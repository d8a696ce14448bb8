"""Sentences to learn from: each word's state, which words tell the act, and which say nothing either way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.codebook.events import EventType
from dragoman.codebook.taught import Taught, TaughtExample, place_of
from dragoman.errors import CodebookError
from dragoman.language.core import Language
from dragoman.language.parse import Word
from dragoman.record import Span

WORDS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
"""The parts of speech that can tell an act; all other words are neither learnt from nor asked."""

_BACKGROUND = 400
_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text: the states [n, width] of the words that count, and which of them tell the act.

    ``rule`` and ``text`` name where it comes from; ``words`` are the words as written.
    """

    text: str
    rule: str
    states: NDArray[np.float64]
    tells: NDArray[np.bool_]
    words: tuple[str, ...]


def example_lesson(language: Language, kind: EventType, example: TaughtExample) -> Lesson:
    """An example with its trigger words; the other words of a trigger phrase count neither way.

    Raises:
        CodebookError: a trigger is no verb, noun or adjective, as the language core reads it.
    """
    parsed = language.parse_with_states(example.text)
    words = [w for s in parsed.sentences for w in s.words]
    states = np.concatenate(parsed.states)
    heads: set[int] = set()
    within: set[int] = set()
    for trigger in example.trigger:
        at = place_of(trigger, example.text)
        span = Span(at or 0, (at or 0) + len(trigger))
        inside = [n for n, w in enumerate(words) if w.span.overlaps(span) and w.upos in WORDS]
        if not inside:
            remedy = "name the verb, noun or adjective that tells the act"
            problem = f"the trigger “{trigger}” cannot tell an act"
            raise CodebookError(kind.path, example.line, problem, remedy)
        within |= set(inside)
        heads.add(_top(words, inside, [s.head_of(span) for s in parsed.sentences], span))
    return _lesson(example.text, kind.event, words, states, heads, within - heads)


def counter_lesson(language: Language, kind: EventType, text: str) -> Lesson:
    """A text in which no word tells the act."""
    parsed = language.parse_with_states(text)
    words = [w for s in parsed.sentences for w in s.words]
    return _lesson(text, kind.event, words, np.concatenate(parsed.states), set(), set())


def background(language: Language, types: Iterable[EventType], taught: Taught) -> tuple[Lesson, ...]:
    """Examples of the codebook's rules, at most four hundred, none from rules that the type overlaps with."""
    told = [
        (rule.name, example.text)
        for kind in types
        if kind.event not in taught.overlaps
        for rule in kind.rules
        if rule.name not in taught.overlaps
        for example in rule.examples
    ]
    own = {e.text for e in taught.examples}
    told = [(rule, text) for rule, text in told if text not in own]
    step = max(1.0, len(told) / _BACKGROUND)
    chosen = [told[int(k * step)] for k in range(min(len(told), _BACKGROUND))]
    return tuple(
        lesson
        for at in range(0, len(chosen), _TOGETHER)
        for lesson in _together(language, chosen[at : at + _TOGETHER])
    )


def _together(language: Language, told: list[tuple[str, str]]) -> list[Lesson]:
    """One lesson a text; texts are read as one paragraph, which takes half the time of each by itself."""
    starts, text = [], ""
    for _, sentence in told:
        starts.append(len(text))
        text += sentence.replace("\n", " ") + " "
    parsed = language.parse_with_states(text)
    words = [w for s in parsed.sentences for w in s.words]
    states = np.concatenate(parsed.states)
    found = []
    for (rule, sentence), start in zip(told, starts, strict=True):
        inside = [n for n, w in enumerate(words) if start <= w.span.start < start + len(sentence)]
        found.append(_lesson(sentence, rule, [words[n] for n in inside], states[inside], set(), set()))
    return found


def _lesson(
    text: str, rule: str, words: list[Word], states: NDArray[np.float32], heads: set[int], left_out: set[int]
) -> Lesson:
    kept = [n for n, w in enumerate(words) if (w.upos in WORDS or n in heads) and n not in left_out]
    return Lesson(
        text,
        rule,
        states[kept].astype(np.float64),
        np.array([n in heads for n in kept], bool),
        tuple(words[n].text for n in kept),
    )


def _top(words: list[Word], inside: list[int], heads: list[int | None], span: Span) -> int:
    """The word of a trigger phrase that heads it, which is the one that the act hangs on."""
    tops = [n for n in inside if words[n].i in heads and words[n].span.overlaps(span)]
    return (tops or inside)[0]
