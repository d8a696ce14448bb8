"""Of whom a release is asked: of those who hold whoever is to be let go, where the sentence tells who does.

"Peru demanded the release of six nuns seized by rebels": the rebels are asked, though none hears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.codebook.events import EventType
from dragoman.codebook.tree_words import tree_words
from dragoman.coding.act import Act
from dragoman.coding.syntax import dependents, fillers, objects
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of
from dragoman.record import Span

_ASKING = "REQUEST"
_HARM = "material conflict"
_OF = "of"


def with_captors(s: Sentence, acts: Sequence[Act], types: Mapping[str, EventType]) -> list[Act]:
    """The acts, a release asked of nobody in particular asked of the captors that another act tells of."""
    if tree_words().letting_go.isdisjoint(s.written()):
        return list(acts)
    return [_asked_of_captors(s, a, acts, types) if a.event == _ASKING and a.actors else a for a in acts]


def _asked_of_captors(s: Sentence, act: Act, acts: Iterable[Act], types: Mapping[str, EventType]) -> Act:
    held = [s.words[i].span for i in _to_be_freed(s, act.trigger)]
    if not held or any(not _among(p.span, held) for p in act.recipients):
        return act
    asking = {p.actor for p in act.actors}
    for other in acts:
        if types[other.event].quad != _HARM or not _falls_upon(other, held):
            continue
        captors = tuple(p for p in other.actors if p.actor not in asking)
        if captors:
            names = ", ".join(p.actor for p in captors)
            step = f"recipient: {names}, of whose captives the release is asked"
            return act.but(recipients=captors, aimed_at=()).with_step(step)
    return act.but(recipients=()) if act.recipients else act


def _to_be_freed(s: Sentence, i: int) -> list[int]:
    """Whom it is asked to let go: "the release *of a clerk*", "that *a clerk* be freed"."""
    known = tree_words().letting_go
    found: list[int] = []
    for k in (*objects(s, i), *fillers(s, i, "for"), *dependents(s, i, "nmod", "ccomp", "xcomp")):
        if s.words[k].lemma.lower() not in known:
            continue
        if s.words[k].upos == "VERB":
            found += objects(s, k) if s.words[k].deprel == "ccomp" else []
        else:
            found += [c.i for c in s.children(k) if c.deprel == "nmod" and case_of(s, c.i) == _OF]
            found += dependents(s, k, "nmod:poss")
    return found


def _falls_upon(act: Act, held: Sequence[Span]) -> bool:
    return any(_among(span, held) for span in (*(p.span for p in act.recipients), *act.aimed_at))


def _among(span: Span, held: Iterable[Span]) -> bool:
    return any(span.overlaps(word) for word in held)
