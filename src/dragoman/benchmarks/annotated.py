"""Sentences with their events written under them: the format of our own corpus, ``training/corpus/``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.record import Status

TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
KINDS = frozenset(
    [
        "sport",
        "obituary",
        "old-crime",
        "court-history",
        "editorial",
        "market",
        "fundraising",
        "anniversary",
        "film",
        "metaphor",
        "hypothetical",
        "negation",
        "weather",
        "accident",
        "science",
        "business",
        "routine",
        "opinion",
        "background",
    ]
)


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
    if status not in frozenset(Status) or any(m != "historical" for m in marks):
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
    text, at = "", 0
    events: list[Marked] = []
    none: str | None = None
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
