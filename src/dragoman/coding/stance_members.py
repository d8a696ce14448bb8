"""The members of a group that are named right behind it: "two unions, *the CFDT and the UNSA*, object"."""

from __future__ import annotations

from dragoman.coding.parties import Parties
from dragoman.coding.syntax import with_conjuncts
from dragoman.record import How


def named_members(parties: Parties, head: int) -> list[int]:
    """The heads of the names that a description is told by, else the head itself.

    Whoever is described and named is known by the name: "the main opposition party, Vanguard".
    """
    s = parties.sentence
    if s.words[head].upos != "NOUN":
        return [head]
    own = parties.by_head.get(head)
    if own is not None and own.how is How.NAME:
        return [head]
    apart = [c.i for c in s.children(head) if c.deprel == "appos" and c.i > head]
    between = [c for c in s.children(head) if c.deprel == "nmod" and head < c.i < min(apart, default=head)]
    if any(c.feat("Number") == "Plur" for c in between):
        return [head]  # "the parties of two presidents, Sall and Diouf"
    names = [k for c in apart for k in with_conjuncts(s, c)]
    named = [k for k in names if (m := parties.by_head.get(k)) is not None and m.how is How.NAME]
    return named if named and len(named) == len(names) else [head]
