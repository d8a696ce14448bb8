"""Check the annotated corpus: every line parses, every span stands in its sentence, every label is known.

``python3 training/corpus/check.py [FILE…]`` prints what is wrong with file and line, then the counts.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parents[1] / "src"))

from dragoman.benchmarks.annotated import Item, Marked, part_of, read  # noqa: E402 - may not be installed


def main() -> int:
    """Check the files given, or all of the corpus."""
    paths = [Path(p) for p in sys.argv[1:]] or sorted(
        p for part in ("events", "reports") for p in (FOLDER / part).glob("*.txt")
    )
    faults: list[str] = []
    items = [item for path in paths for item in read(path, faults)]
    doubled = [text for text, n in Counter(i.text for i in items).items() if n > 1]
    print("\n".join([*faults, *counts(items), f"{len(faults)} faults, {len(doubled)} sentences twice"]))
    return 1 if faults or doubled else 0


def counts(items: list[Item]) -> list[str]:
    """How many sentences and events there are, by type, status and part, and how many other notes."""
    notes = Counter(type(n).__name__.lower() for i in items for n in i.notes if not isinstance(n, Marked))
    events = [e for i in items for e in i.events]
    empty = sum(i.none is not None for i in items)
    return [
        f"{len(items)} sentences, {len(events)} events, {empty} without",
        f"types    {dict(Counter(e.event for e in events).most_common())}",
        f"parts    {dict(Counter(part_of(i.document) for i in items))}",
        f"notes    {dict(notes)}",
        f"statuses {dict(Counter(e.status for e in events).most_common())}",
    ]


if __name__ == "__main__":
    sys.exit(main())
