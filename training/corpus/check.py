"""Check the annotated corpus: every line parses, every span stands in its sentence, every label is known.

``python3 training/corpus/check.py [FILE…]`` prints what is wrong with file and line, then the counts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT"
).split()
STATUSES = "actual planned pledged considered requested refused denied hypothetical".split()
KINDS = (
    "sport obituary old-crime court-history editorial market fundraising anniversary film metaphor hypothetical "
    "negation weather accident science business routine opinion background"
).split()
FOLDER = Path(__file__).parent / "events"


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotated event: its labels and the character spans of its trigger and parties."""

    event: str
    mode: str | None
    status: str
    historical: bool
    trigger: tuple[int, int]
    actors: tuple[tuple[int, int], ...]
    recipients: tuple[tuple[int, int], ...]
    contexts: tuple[str, ...]
    speaker: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence with its events; ``none`` is the kind of a sentence that has no event."""

    text: str
    events: tuple[Marked, ...]
    none: str | None
    theme: str
    region: str
    year: str
    path: Path
    line: int


class Fault(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """What is wrong with an annotation."""


def find(text: str, part: str) -> tuple[int, int]:
    """The characters of a part of a sentence; ``part#2`` is its second occurrence."""
    name, _, number = part.partition("#")
    at = -1
    for _ in range(int(number or 1)):
        at = text.find(name, at + 1)
        if at < 0:
            raise Fault(f"“{part}” does not stand in the sentence")
    return at, at + len(name)


def marked(text: str, line: str) -> Marked:
    """One annotation line."""
    fields = [f.strip() for f in line.split("|")]
    if len(fields) < 4 or "->" not in fields[3]:
        raise Fault("expected `TYPE | status | trigger | actors -> recipients | contexts`")
    event, _, mode = fields[0].partition("/")
    status, *marks = [m.strip() for m in fields[1].split(",")]
    if event not in TYPES:
        raise Fault(f"“{event}” is no type")
    if status not in STATUSES or any(m != "historical" for m in marks):
        raise Fault(f"“{fields[1]}” is no status")
    who, _, whom = fields[3].partition("->")
    rest = [f for f in fields[4:] if f]
    speaker = next((f[3:].strip() for f in rest if f.startswith("by:")), None)
    contexts = next((f for f in rest if not f.startswith("by:")), "")
    return Marked(
        event=event,
        mode=mode or None,
        status=status,
        historical=bool(marks),
        trigger=find(text, fields[2]),
        actors=tuple(find(text, p.strip()) for p in who.split(";") if p.strip()),
        recipients=tuple(find(text, p.strip()) for p in whom.split(";") if p.strip()),
        contexts=tuple(contexts.split()),
        speaker=find(text, speaker) if speaker else None,
    )


def read(path: Path, faults: list[str]) -> Iterator[Item]:
    """The items of a file; what is wrong is added to ``faults`` with its line."""
    theme = {"theme": "", "region": "", "year": ""}
    text, at, events, none = "", 0, [], None
    for number, raw in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        line = raw.strip()
        if line.startswith(">") and text:
            try:
                body = line[1:].strip()
                if body.startswith("none"):
                    none = body.split()[1] if len(body.split()) > 1 else ""
                    if none not in KINDS:
                        raise Fault(f"“{none}” is no kind of non-event")
                else:
                    events.append(marked(text, body))
            except Fault as fault:
                faults.append(f"{path.name}:{number}: {fault}")
            continue
        if text:
            if not events and none is None:
                faults.append(f"{path.name}:{at}: the sentence has no annotation")
            yield Item(text, tuple(events), none, theme["theme"], theme["region"], theme["year"], path, at)
        text, at, events, none = "", number, [], None
        if line.startswith("## "):
            theme |= dict(p.strip().split(": ", 1) for p in line[3:].split("|") if ": " in p)
        elif line and not line.startswith("#"):
            text = line


def main() -> int:
    """Check the files given, or all of the corpus."""
    paths = [Path(p) for p in sys.argv[1:]] or sorted(FOLDER.glob("*.txt"))
    faults: list[str] = []
    items = [item for path in paths for item in read(path, faults)]
    print("\n".join(faults))
    types = Counter(e.event for i in items for e in i.events)
    print(
        f"{len(items)} sentences, {sum(types.values())} events, {sum(i.none is not None for i in items)} without"
    )
    print("types   ", dict(types.most_common()))
    print("statuses", dict(Counter(e.status for i in items for e in i.events).most_common()))
    doubled = [t for t, n in Counter(i.text for i in items).items() if n > 1]
    print(f"{len(faults)} faults, {len(doubled)} sentences twice")
    return 1 if faults or doubled else 0


if __name__ == "__main__":
    sys.exit(main())
