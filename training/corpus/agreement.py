"""How far two readings of the same sentences agree.

``python3 training/corpus/agreement.py`` compares ``second/`` with the first reading and prints shares in per
cent. Two events are the same telling when their triggers overlap, or their types agree and a party overlaps;
pledges, when act and promiser overlap; positions, when the stances agree, the holders overlap, and they are
about the same as the bench of positions has it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parents[1] / "src"))

from dragoman.benchmarks.annotated import (  # noqa: E402
    Characters,
    Item,
    Marked,
    Note,
    Promised,
    Stance,
    documents,
)
from dragoman.benchmarks.positions import main_noun, naming  # noqa: E402


@dataclass(slots=True)
class Agreement:
    """Counts over the sentences that were read twice."""

    sentences: int = 0
    same_emptiness: int = 0
    first: int = 0
    second: int = 0
    found: int = 0
    typed: int = 0
    status: int = 0
    historical: int = 0
    actors: int = 0
    recipients: int = 0

    def add(self, a: Item, b: Item) -> None:
        """Count one sentence, read first as ``a`` and then as ``b``."""
        self.sentences += 1
        self.same_emptiness += bool(a.events) == bool(b.events)
        self.first += len(a.events)
        self.second += len(b.events)
        left = list(b.events)
        for one in a.events:
            other = fellow(one, left)
            if other is None:
                continue
            left.remove(other)
            self.found += 1
            if one.event == other.event:
                self.typed += 1
                self.status += one.status == other.status
                self.historical += one.historical == other.historical
                self.actors += meet(one.actors, other.actors)
                self.recipients += meet(one.recipients, other.recipients)

    def lines(self) -> list[str]:
        """The shares, a line each."""
        both, typed = self.first + self.second, max(1, self.typed)
        shares = {
            "some event or none": self.same_emptiness / max(1, self.sentences),
            "an act found by both (F1)": 2 * self.found / max(1, both),
            "with the same type (F1)": 2 * self.typed / max(1, both),
            "type of acts found by both": self.typed / max(1, self.found),
            "status": self.status / typed,
            "historical": self.historical / typed,
            "actors": self.actors / typed,
            "recipients": self.recipients / typed,
        }
        head = f"{self.sentences} sentences, {self.first} and {self.second} events"
        return [head, *(f"{name:28} {100 * share:5.1f}" for name, share in shares.items())]


@dataclass(slots=True)
class Bonds:
    """How far two readings agree on the pledges, or the positions, of the reports that were read twice."""

    kind: type[Promised] | type[Stance]
    first: int = 0
    second: int = 0
    of_first: int = 0
    of_second: int = 0

    def add(self, a: Item, b: Item) -> None:
        """Count one sentence, read first as ``a`` and then as ``b``."""
        ours, theirs = ([n for n in item.notes if isinstance(n, self.kind)] for item in (a, b))
        self.first += len(ours)
        self.second += len(theirs)
        self.of_first += sum(any(same(x, y) for y in theirs) for x in ours)
        self.of_second += sum(any(same(x, y) for x in ours) for y in theirs)

    def line(self, name: str) -> str:
        """The F1, with how many there are."""
        recall, precision = self.of_first / max(1, self.first), self.of_second / max(1, self.second)
        f1 = 2 * recall * precision / max(1e-9, recall + precision)
        return f"{name:28} {100 * f1:5.1f}  of {self.first} and {self.second}"


def same(one: Note, other: Note) -> bool:
    """Whether two readers tell the same pledge or position of a sentence."""
    if isinstance(one, Promised) and isinstance(other, Promised):
        return overlap(one.act, other.act) and one.by is not None and overlap(one.by, other.by or (0, 0))
    if not isinstance(one, Stance) or not isinstance(other, Stance):
        return False
    if one.stance != other.stance or not overlap(one.holder, other.holder):
        return False
    if one.object is None or other.object is None or overlap(one.object, other.object):
        return True
    asked = (one.question, other.question)
    return main_noun(asked[0]) == main_noun(asked[1]) or bool(naming(asked[0]) & naming(asked[1]))


def fellow(one: Marked, others: Sequence[Marked]) -> Marked | None:
    """The event of the other reading that tells the same, of the same type if there is one."""
    at = [o for o in others if overlap(one.trigger, o.trigger)]
    same = [o for o in at if o.event == one.event]
    alike = [
        o
        for o in others
        if o.event == one.event
        and any(overlap(p, q) for p in (*o.actors, *o.recipients) for q in (*one.actors, *one.recipients))
    ]
    return next(iter(same or at or alike), None)


def meet(ours: Sequence[Characters], theirs: Sequence[Characters]) -> bool:
    """Whether both readings have nobody, or share somebody."""
    return (not ours and not theirs) or any(overlap(a, b) for a in ours for b in theirs)


def overlap(a: Characters, b: Characters) -> bool:
    """Whether two stretches share a character."""
    return a[0] < b[1] and b[0] < a[1]


def main() -> None:
    """Compare and print."""
    faults: list[str] = []
    first: dict[str, Item] = {}
    for folder in ("events", "reports"):
        for items in documents(FOLDER / folder, faults).values():
            first |= {item.text: item for item in items}
    agreement, pledges, positions = Agreement(), Bonds(Promised), Bonds(Stance)
    for items in documents(FOLDER / "second", faults).values():
        for item in (i for i in items if i.text in first):
            if item.whole:  # of reports, only pledges and positions were read twice
                pledges.add(first[item.text], item)
                positions.add(first[item.text], item)
            else:
                agreement.add(first[item.text], item)
    both = (pledges.line("pledges (F1)"), positions.line("positions (F1)"))
    print("\n".join([*faults, *agreement.lines(), *both]))


if __name__ == "__main__":
    main()
