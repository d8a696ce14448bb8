"""To whom a second saying goes: to summon an envoy *and demand* an end to raids is to demand it of his side.

A saying to nobody in particular, joined by "and" to one that has an addressee, and said by the same, is said
to the same. Which types are said to somebody, the codebook says (``addressed``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.codebook.events import EventType
from dragoman.coding.act import Act
from dragoman.coding.parties import Party
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of


def with_addressees(s: Sentence, acts: Sequence[Act], types: Mapping[str, EventType]) -> list[Act]:
    """The acts in the order of their words; a saying to nobody goes to whom the one it is joined to goes."""
    found: list[Act] = []
    for act in sorted(acts, key=lambda a: a.trigger):
        lacks_one = types[act.event].addressed and act.actors and not act.recipients and not _told(s, act)
        found.append(_addressed(s, act, found, types) if lacks_one else act)
    return found


def _told(s: Sentence, act: Act) -> bool:
    """Whether it is told whom a saying goes to, though it is nobody known: "and then asked *it* for help"."""
    heads = {k: s.words[k] for span in act.aimed_at for k in s.covering(span)}
    own = [w for w in heads.values() if w.head == act.top]
    return any(w.deprel == "iobj" or (w.deprel == "obj" and w.upos == "PRON") for w in own) or any(
        w.deprel.startswith("obl") and case_of(s, w.i) in _position(act) for w in own
    )


def _position(act: Act) -> tuple[str, ...]:
    """Where the codebook looks for whom an act goes to."""
    if act.operator is not None:
        return act.operator.recipient
    return act.rule.positions(noun=False)[1] if act.rule is not None else ()


def _addressed(s: Sentence, act: Act, acts: Iterable[Act], types: Mapping[str, EventType]) -> Act:
    verb = s.words[act.top]
    if verb.deprel != "conj" or any(c.deprel.startswith("nsubj") for c in s.children(verb.i)):
        return act
    for other in acts:
        if verb.head not in (other.top, other.trigger) or not types[other.event].addressed:
            continue
        if whom := _others(act, other):
            names = ", ".join(p.actor for p in whom)
            step = f"recipient: {names}, to whom “{s.words[other.trigger].text}” goes, which it is joined to"
            return act.but(recipients=whom, aimed_at=()).with_step(step)
    return act


def _others(act: Act, other: Act) -> tuple[Party, ...]:
    """To whom the same actors say another thing; where all of a meeting are actors, the rest of them."""
    sayers = {p.actor for p in act.actors}
    if not sayers <= {p.actor for p in other.actors}:
        return ()
    return other.recipients or tuple(p for p in other.actors if p.actor not in sayers)
