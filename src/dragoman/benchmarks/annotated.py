"""Sentences with what they tell written under them: the format of our own corpus, ``training/corpus/``.

Files of ``events/`` hold single sentences with their events; files of ``reports/`` hold whole reports, a
sentence a line, with attributions, pledges, positions and figures too. ``docs/annotation.md`` has the format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from dragoman.record import Status, Strength

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


Characters = tuple[int, int]


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
class Attribution:
    """One annotated attribution; without a cue it goes on with the one in the sentence before."""

    form: str
    source: Characters | None
    cue: Characters | None
    content: tuple[Characters, ...]


@dataclass(frozen=True, slots=True)
class Promised:
    """One annotated commitment: who binds themselves, to whom, to what, by when, if what."""

    strength: str
    by: Characters | None
    to: Characters | None
    act: Characters
    due: Characters | None
    condition: Characters | None


@dataclass(frozen=True, slots=True)
class Stance:
    """One annotated position: whose, on what question, about what, for or against."""

    stance: str
    holder: Characters
    question: str
    object: Characters | None
    scope: str


@dataclass(frozen=True, slots=True)
class Number:
    """One annotated figure with its bounds; None is unbounded."""

    value: Characters
    low: float | None
    high: float | None
    unit: str
    what: str


Note = Marked | Attribution | Promised | Stance | Number


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence with what it tells; ``none`` is the kind of a sentence that has no event.

    ``document`` is the theme or the report that it belongs to, ``paragraph`` its number there; speech and
    figures are annotated in reports only, which ``whole`` says; pledges and positions in reports and where
    a header says so (``notes: pledges positions``), which ``has_bonds`` says.
    """

    text: str
    events: tuple[Marked, ...]
    none: str | None
    theme: str
    region: str
    year: str
    path: Path
    line: int
    document: str = ""
    paragraph: int = 0
    whole: bool = False
    has_bonds: bool = False
    notes: tuple[Note, ...] = ()

    @property
    def attributions(self) -> tuple[Attribution, ...] | None:
        """The attributions of the sentence, None where speech was not annotated."""
        return tuple(n for n in self.notes if isinstance(n, Attribution)) if self.whole else None


class Fault(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """What is wrong with an annotation."""


def find(text: str, part: str) -> Characters:
    """The characters of a part of a sentence; ``part#2`` is its second occurrence as words of its own.

    Where it stands fewer times by itself, its occurrences inside other words are counted too ("he" in "the"),
    and from the one that is meant the next that stands by itself is taken.

    Raises:
        Fault: the part does not stand there, or not so often.
    """
    name, _, number = part.partition("#")
    n = int(number or 1)
    places = [at for at in _places(text, name) if _apart(text, at, at + len(name))]
    if n <= len(places):
        return places[n - 1], places[n - 1] + len(name)
    inside = list(_places(text, name))
    if n > len(inside):
        raise Fault(f"“{part}” does not stand in the sentence")
    after = next((at for at in places if at >= inside[n - 1]), None)
    if after is None:
        raise Fault(f"“{part}” stands in the sentence only inside other words")
    return after, after + len(name)


def _places(text: str, name: str) -> Iterator[int]:
    """Where a part begins in a text, overlapping or not."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is bounded by something that is no letter or digit."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not before and not after


def marked(text: str, line: str) -> Marked:
    """One annotation line.

    It is ``TYPE/mode | status, historical | trigger | actors -> recipients | contexts | by: speaker``;
    several actors stand between semicolons, and what follows the recipients may be left out.

    Raises:
        Fault: the line has another form, or what it names does not stand in the sentence.
    """
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


def attribution(text: str, line: str) -> Attribution:
    """``form | source | cue | content || content``; ``^`` as source and cue goes on with the one before.

    Raises:
        Fault: the line has another form, or what it names does not stand in the sentence.
    """
    fields = [f.strip() for f in line.split("|", 3)]
    if len(fields) != 4 or fields[0] not in ("direct", "mixed", "indirect") or not fields[3]:
        raise Fault("expected `form | source | cue | content`, the form direct, mixed or indirect")
    source, cue = (_part(text, "" if f == "^" else f) for f in fields[1:3])
    return Attribution(fields[0], source, cue, tuple(find(text, c.strip()) for c in fields[3].split("||")))


def promised(text: str, line: str) -> Promised:
    """``strength | by | to | act | due: … | if: …``, the last two where they are told.

    Raises:
        Fault: the line has another form, or what it names does not stand in the sentence.
    """
    fields = [f.strip() for f in line.split("|")]
    if len(fields) < 4 or fields[0] not in frozenset(Strength):
        raise Fault("expected `strength | by | to | act | due: … | if: …`")
    if not fields[3]:
        raise Fault("the act that is promised is not told")
    more = dict(_named(f, "due", "if") for f in fields[4:] if f)
    by, to = (_part(text, f) for f in fields[1:3])
    due, condition = (_part(text, more.get(k, "")) for k in ("due", "if"))
    return Promised(fields[0], by, to, find(text, fields[3]), due, condition)


def stance(text: str, line: str) -> Stance:
    """``stance | holder | question | object | scope: …``, the scope where it is told.

    Raises:
        Fault: the line has another form, or what it names does not stand in the sentence.
    """
    fields = [f.strip() for f in line.split("|")]
    if len(fields) < 4 or fields[0] not in ("for", "against", "neutral") or not all(fields[1:3]):
        raise Fault("expected `for, against or neutral | holder | question | object | scope: …`")
    more = dict(_named(f, "scope") for f in fields[4:] if f)
    return Stance(fields[0], find(text, fields[1]), fields[2], _part(text, fields[3]), more.get("scope", ""))


def number(text: str, line: str) -> Number:
    """``value as written | low..high | unit | what``; a bound left empty is none.

    Raises:
        Fault: the line has another form, or what it names does not stand in the sentence.
    """
    fields = [f.strip() for f in line.split("|")]
    if len(fields) != 4 or ".." not in fields[1]:
        raise Fault("expected `value | low..high | unit | what`")
    try:
        low, high = (float(b) if b else None for b in fields[1].split(".."))
    except ValueError:
        raise Fault(f"“{fields[1]}” is no pair of bounds") from None
    return Number(find(text, fields[0]), low, high, fields[2], fields[3])


def _named(field: str, *names: str) -> tuple[str, str]:
    name, _, value = field.partition(":")
    if name not in names:
        raise Fault(f"“{name}” is none of: {', '.join(names)}")
    return name, value.strip()


def _part(text: str, words: str) -> Characters | None:
    return find(text, words) if words else None


_NOTES: dict[str, Callable[[str, str], Note]] = {
    ">": marked,
    "=": attribution,
    "!": promised,
    "~": stance,
    "$": number,
}


@dataclass(slots=True)
class _Reading:
    """Where in a file the reading stands: the header above, the sentence and what was told of it."""

    path: Path
    header: dict[str, str]
    paragraph: int = 0
    text: str = ""
    at: int = 0
    none: str | None = None
    notes: list[Note] = field(default_factory=list)

    def note(self, kind: str, body: str) -> None:
        """Add what an annotation line says of the sentence."""
        if kind in "!~" and not self.has_bonds:
            raise Fault("pledges and positions stand under a header with `notes: pledges positions`")
        if kind == ">" and body.startswith("none"):
            self.none = body.split()[1] if len(body.split()) > 1 else ""
            if self.none not in KINDS:
                raise Fault(f"“{self.none}” is no kind of non-event")
        else:
            self.notes.append(_NOTES[kind](self.text, body))

    @property
    def has_bonds(self) -> bool:
        """Whether the header says that pledges and positions are annotated."""
        return "report" in self.header or self.header.get("notes", "") == "pledges positions"

    def item(self) -> Item:
        """The sentence with what it tells."""
        h, whole = self.header, "report" in self.header
        return Item(
            text=self.text,
            events=tuple(n for n in self.notes if isinstance(n, Marked)),
            none=self.none,
            theme=h.get("theme", ""),
            region=h.get("region", ""),
            year=h.get("published" if whole else "year", ""),
            path=self.path,
            line=self.at,
            document=h.get("report" if whole else "theme", ""),
            paragraph=self.paragraph,
            whole=whole,
            has_bonds=self.has_bonds,
            notes=tuple(self.notes),
        )

    def begin(self, text: str, at: int) -> None:
        """Go on to the next sentence, or to none."""
        self.text, self.at, self.none, self.notes = text, at, None, []


def read(path: Path, faults: list[str]) -> Iterator[Item]:
    """The items of a file; what is wrong is added to ``faults`` with its line."""
    return read_lines(path, path.read_text(encoding="utf-8").splitlines(), faults)


def read_lines(path: Path, lines: Iterable[str], faults: list[str]) -> Iterator[Item]:
    """The items of a file whose lines are given."""
    now = _Reading(path, {})
    for number_, raw in enumerate([*lines, ""], 1):
        line = raw.strip()
        if now.text and line[:1] in _NOTES and line[1:2] == " ":
            try:
                now.note(line[0], line[1:].strip())
            except Fault as fault:
                faults.append(f"{path.name}:{number_}: {fault}")
            continue
        if now.text:
            if not now.notes and now.none is None:
                faults.append(f"{path.name}:{now.at}: the sentence has no annotation")
            yield now.item()
        now.begin("", number_)
        if line.startswith("## "):
            now.header = dict(_pair(p) for p in line[3:].split("|") if ": " in p)
        elif not line:
            now.paragraph += 1
        elif not line.startswith("#"):
            now.begin(line, number_)


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.strip().partition(": ")
    return name, value


PARTS = ("train", "calibration", "held-out")


def part_of(document: str) -> str:
    """The part of the corpus that a theme or report belongs to: a fifth measures, a tenth calibrates.

    A digest of the name decides, so that no one chooses and the parts stay as they are when others are added.
    """
    place = int(sha256(document.encode()).hexdigest()[:8], 16) % 40
    return "held-out" if place < 8 else "calibration" if place < 12 else "train"


def documents(folder: Path, faults: list[str]) -> dict[str, list[Item]]:
    """The items of every file under a folder, by theme or report."""
    found: dict[str, list[Item]] = {}
    for path in sorted(folder.rglob("*.txt")):
        for item in read(path, faults):
            found.setdefault(item.document, []).append(item)
    return found
