"""Counted states: "the four states", "three Arab countries" are those who stood together last."""

from __future__ import annotations

from dragoman.find.actor_phrase import Phrase
from dragoman.resolve.phrase_view import View
from dragoman.resolve.scene import Scene

_STATES = frozenset({"states", "countries", "nations", "governments"})
_POINTING = frozenset({"the", "all", "these", "those"})
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}


def of_states(view: View, phrase: Phrase) -> bool:
    """Whether a phrase is of several states: "Arab countries"."""
    return view.tokens[phrase.last].norm in _STATES


def counted(view: View, phrase: Phrase) -> int:
    """How many states, three or more, a phrase points back to; 0 if it counts none or brings in new ones."""
    if view.tokens[phrase.last].norm not in _STATES:
        return 0
    for i in range(max(phrase.first - 1, 1), phrase.last):
        token = view.tokens[i]
        if token.norm in _NUMBERS and view.tokens[i - 1].norm in _POINTING:
            return _NUMBERS[token.norm]
    return 0


def together(scene: Scene, number: int) -> tuple[str, ...]:
    """The states, so many, that "and" joined last as subjects; empty if there are none."""
    joined = [(n, several) for n, several in scene.beside.values() if len(several) == number]
    states = [j for j in joined if all(s in scene.countries for s in j[1])]
    return max(states, key=lambda j: j[0], default=(0, ()))[1]
