"""How far two readings of the same sentences agree.

``python3 training/corpus/agreement.py`` compares ``second/`` with the first reading and prints shares in per
cent. Two events are the same telling when their triggers overlap, or their types agree and a party overlaps.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parents[1] / "src"))

from dragoman.benchmarks.annotated import Characters, Item, Marked, documents  # noqa: E402


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
    agreement = Agreement()
    for items in documents(FOLDER / "second", faults).values():
        for item in items:
            if item.text in first:
                agreement.add(first[item.text], item)
    print("\n".join([*faults, *agreement.lines()]))


if __name__ == "__main__":
    main()
