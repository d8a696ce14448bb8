"""One act told with two words is one act: "led a *march*", "*clashes* erupted", "flew to Oslo to *see* him".

Where a word that tells an act hangs on another of the same type, with a doer of both, the second says what
the first was, what it was for or in what form it was done; so does what a crowd demands by its protest. Deeds
told side by side ("met one and met the other") are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.act import Act
from dragoman.coding.outcomes import joined
from dragoman.language.parse import Sentence
from dragoman.record import Dropped

# How the second hangs on the first, and by which words, "" by none.
_WITHIN = {
    "nsubj": {""},
    "obj": {""},
    "acl": {"", "to"},
    "xcomp": {"", "to"},
    "ccomp": {"", "that"},
    "advcl": {"to", "by"},
    "obl": {"in", "for", "with", "at", "by", "on"},
}
_SUBJECT = "nsubj"
# Who is arrested in a raid is arrested, and a place raided; who answers an attack attacks another.
_APART = frozenset({("COERCE", ""), ("ASSAULT", "obj")})
# "Blocked the road, demanding water": the demand of a crowd is its protest.
_DEMAND = ("PROTEST", "REQUEST", "advcl")


def told_once(s: Sentence, acts: Sequence[Act]) -> tuple[list[Act], list[Dropped]]:
    """The acts without those that another of them tells already, which keeps the words of both."""
    kept, dropped = list(acts), list[Dropped]()
    for second in acts:
        first = next((a for a in kept if a is not second and _is_told_by(s, a, second)), None)
        if first is None or second not in kept:
            continue
        if first.event == second.event:
            kept[kept.index(first)] = joined(s, first, second)
        kept.remove(second)
        told = f"one act with “{s.words[first.trigger].text}”, which tells it already"
        dropped.append(Dropped("coding", s.words[second.trigger].span, told))
    return kept, dropped


def _is_told_by(s: Sentence, first: Act, second: Act) -> bool:
    w = s.words[second.trigger]
    if (first.event, second.event, w.deprel) == _DEMAND and w.head == first.trigger:
        return not first.negated
    if first.event != second.event or w.head != first.trigger or first.negated or second.negated:
        return False
    relation = w.deprel.partition(":")[0]
    if not _APART.isdisjoint({(first.event, ""), (first.event, relation)}) or w.deprel == "acl:relcl":
        return False
    if not {p.actor for p in first.actors} & {p.actor for p in second.actors}:
        return False
    if relation == _SUBJECT and not _has_the_same_parties(first, second):
        return False
    mark = next((c.text.lower() for c in s.children(w.i) if c.deprel in ("case", "mark")), "")
    return mark in _WITHIN.get(relation, ())


def _has_the_same_parties(first: Act, second: Act) -> bool:
    """Whether nobody has a part in the one act who has none in the other; either may leave whom untold."""
    doers, others = ({p.actor for p in act.actors} for act in (first, second))
    whom, of_whom = ({p.actor for p in act.recipients} for act in (first, second))
    return doers == others and (not whom or not of_whom or whom == of_whom)
