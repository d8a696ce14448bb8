"""Who stands at the positions of an act, and what it lacks without them.

A position is a relation of the tree or a preposition, as rules and operators name them; the first that holds
somebody is taken (`docs/codebook.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.codebook.events import Rule
from dragoman.codebook.operators import Operator
from dragoman.coding.parties import Parties, Party
from dragoman.coding.syntax import companions, fillers, objects
from dragoman.language.parse import Sentence


def first_at(
    parties: Parties,
    i: int,
    positions: tuple[str, ...],
    part: str,
    light: tuple[Party, ...],
    hosts: bool = False,
    struck: bool = False,
) -> tuple[tuple[Party, ...], str]:
    """The parties at the first of some positions that holds any, and the step that says so.

    ``light`` are those whom a verb over a noun lends it ("*Lima* launched an attack"); with ``hosts`` a
    phrase is read through to whom it belongs, and where something is ``struck`` a part of a town is read
    through to its state.
    """
    for position in positions:
        heads = fillers(parties.sentence, i, position)
        found = (parties.among(heads) or (parties.hosts(heads) if hosts else ())) if heads else ()
        if heads and struck and not found:
            found = parties.hosts_of(heads)
        if position == "light" and not found:
            found = light
        if found:
            names = ", ".join(p.actor for p in found)
            return found, f"{part}: {names} ({position})"
    if light and part == "actor":
        return light, "actor: " + ", ".join(p.actor for p in light) + " (carried by the verb over it)"
    return (), ""


def with_companions(
    parties: Parties, i: int, actors: tuple[Party, ...], recipients: tuple[Party, ...], harms: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients of a verb with those who do it "jointly with" them, or suffer it with them.

    "Detained the premier *together with his brother*": who stands behind the one who suffers suffers too.
    """
    s = parties.sentence
    taken = {p.actor for p in (*actors, *recipients)}
    with_them = companions(s, i) if actors else []
    others = tuple(p for p in parties.among(with_them) if p.actor not in taken)
    suffering = [k for k in objects(s, i) if harms and all(i < k < c for c in with_them)]
    if suffering and recipients:
        return actors, (*recipients, *others)
    return (*actors, *others), recipients


def named_objects(s: Sentence, i: int, rule: Rule) -> frozenset[int]:
    """Objects that the rule names are part of its trigger: in "cancelled the talks" no talks are coded.

    So is the subject of a rule that does without parties: in "a bomb killed nine" nobody is the bomb.
    """
    places = ("object", "subject") if rule.needs == "nobody" else ("object",)
    found: set[int] = set()
    for place in places:
        named = {x for c in rule.required if c.position == place for x in c.lemmas} - {"actor", "any"}
        if named:
            found |= {k for k in fillers(s, i, place) if s.words[k].lemma.lower() in named}
    return frozenset(found)


def inside(
    parties: Parties,
    heads: list[int],
    taken: set[str],
    things: Sequence[int],
    aside: frozenset[int] = frozenset(),
) -> tuple[Party, ...]:
    """Actors inside the complement, for an operator whose recipient is not spelled out.

    Troops, doctors or jets that are promised are the thing, and nobody to whom it goes (``things``); those
    ``aside`` are not looked at.
    """
    s = parties.sentence
    for head in heads:
        for k in (k for k in s.subtree(head) if k not in aside):
            party = _receiver_of(parties, k) if k in things else parties.at(k)
            if party and party.actor not in taken and party.actor:
                return (party,)
    return ()


def beside(s: Sentence, heads: Iterable[int]) -> frozenset[int]:
    """The words in a complement for nobody of whom it is asked, or whom it threatens.

    They stand in a clause of their own ("threatened to march *if the army stays*"), or something is to be
    done for them: "demanded that *the monks* be freed".
    """
    tops = (c.i for h in heads for k in s.subtree(h) for c in s.children(k) if c.deprel.startswith(_BESIDE))
    return frozenset(k for top in tops for k in s.subtree(top))


_BESIDE = ("acl:relcl", "parataxis", "nsubj:pass", "advcl")


def hearers(s: Sentence, i: int, operator: Operator, heads: Iterable[int]) -> list[int]:
    """The words for those of whom something is asked, whether or not they are anybody known.

    Who "urged *it* to let observers in" asks nothing of the observers. The object is a hearer beside the
    infinitive of what is asked; in "asked for tents" and "demanded tents" there is none.
    """
    asked = any(s.words[h].deprel == "xcomp" for h in heads)
    at = [p for p in operator.recipient if "/" not in p and (asked or p != "object")]
    return [k for p in at for k in fillers(s, i, p) if s.words[k].upos in _HEARING]


_HEARING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})


def _receiver_of(parties: Parties, thing: int) -> Party | None:
    """The state named right before what it is promised, where both seem one name: "offered Mali jets"."""
    party, s = parties.at(thing), parties.sentence
    names = (c for c in s.children(thing) if c.deprel == "compound" and c.upos == "PROPN")
    before = next(names, None)
    state, _, body = party.actor.partition(".") if party is not None else ("", "", "")
    if party is None or before is None or not body or not party.span.covers(before.span):
        return None
    return Party(state, before.span, f"“{before.text}” is promised “{s.words[thing].text}”")


def lacking(rule: Rule, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> str:
    """What an act lacks of the parties that its rule needs; empty if nothing."""
    if rule.reciprocal:
        needed = 2 if rule.needs in ("recipient", "both") else 1
        return "" if len(actors) >= needed else "fewer than two parties found"
    if not actors and not recipients and rule.needs != "nobody":
        return "neither an actor nor a recipient was found"
    if rule.needs in ("actor", "both") and not actors:
        return "no actor was found"
    if rule.needs in ("recipient", "both") and not recipients:
        return "no recipient was found"
    return ""
