"""Our own corpus as training sentences: which word tells an act, who takes part, on whose word.

The files are those of ``training/corpus/``; spans of characters become words. A party and a trigger are
taught at their head: the word of the span that hangs on a word outside it. Which word that is says the
shipped parser, once, for no file of the corpus holds trees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.benchmarks.annotated import Attribution, Characters, Item, Marked, Promised, Stance, read
from dragoman.benchmarks.whole_reports import held_out
from dragoman.codebook import load_codebook
from dragoman.codebook.events import Example, Rule
from dragoman.language import load
from dragoman.language.parse import Sentence as Parsed
from dragoman.language.tokens import Tokenizer

Words = tuple[int, ...]
PARTS = ("actor", "recipient", "speaker")
SPEECH = ("source", "content")


@dataclass(frozen=True, slots=True)
class Act:
    """One annotated event over the words of its sentence, counted from 0."""

    event: str
    mode: str
    status: str
    historical: bool
    trigger: int
    parts: tuple[tuple[int, str], ...]  # the head of each party with its part in the act
    actors: tuple[Words, ...]
    recipients: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One annotated attribution; ``cue`` is None where it goes on from the sentence before."""

    cue: int | None
    source: Words
    content: Words


@dataclass(frozen=True, slots=True)
class Bond:
    """One annotated pledge or position: its word, its strength or stance, and the head of each party.

    The word is that of the act promised, or the one that ties the holder of a position to its object
    ("opposed" in "has long opposed the dam"); the parties are numbered as those of acts: whoever binds
    themselves or holds it is the actor, whom it is promised to or what it is about the recipient.
    """

    word: int
    kind: str
    parts: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Told:
    """What a sentence of the corpus tells; None where that was not annotated."""

    acts: list[Act] = field(default_factory=list)
    sayings: list[Saying] | None = None
    pledges: list[Bond] | None = None
    stances: list[Bond] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the corpus as words, with what it tells."""

    doc: str
    words: list[str]
    told: Told
    document: str


def lines(folder: Path) -> list[Line]:
    """Every sentence of the corpus."""
    faults: list[str] = []
    paths = sorted([*folder.glob("events/*.txt"), *folder.glob("reports/*.txt")])
    return lines_of((item for path in paths for item in read(path, faults)), faults)


def lines_of(items: Iterable[Item], faults: list[str]) -> list[Line]:
    """Annotated sentences as words; stops the program where one of them is wrong."""
    language, tokenizer = load(roles=False), Tokenizer()
    found: list[Line] = []
    for item in items:
        places = [(s.start, s.end) for s in tokenizer(item.text)]
        parsed = language.parse_words([[item.text[a:b] for a, b in places]])[0]
        found.append(_line(item, places, parsed))
    if faults:
        raise SystemExit("\n".join(faults))
    return found


def _line(item: Item, places: list[tuple[int, int]], parsed: Parsed) -> Line:
    words = [item.text[a:b] for a, b in places]
    place = Placed(places, [w.head for w in parsed.words])
    told = Told([a for e in item.events if (a := _act(e, place)) is not None])
    if item.attributions is not None:
        told.sayings = [_saying(a, place) for a in item.attributions]
    # The third of the reports on which pledges and positions are measured teaches neither.
    if item.has_bonds and not (item.whole and held_out(item.document)):
        told.pledges = [_pledge(n, place) for n in item.notes if isinstance(n, Promised)]
        told.stances = [_stance(n, place) for n in item.notes if isinstance(n, Stance)]
    doc = f"{item.document}/{item.paragraph}"
    return Line(doc, words, told, item.document)


@dataclass(frozen=True, slots=True)
class Placed:
    """The characters of a sentence's words and the word that each hangs on (-1 at the root)."""

    places: Sequence[tuple[int, int]]
    heads: Sequence[int]

    def words(self, start: int, end: int) -> Words:
        """The words that touch these characters."""
        return tuple(i for i, (a, b) in enumerate(self.places) if a < end and b > start)

    def head(self, words: Words) -> int:
        """The word that hangs on none of the others; the first of several."""
        inside = frozenset(words)
        return next((i for i in words if self.heads[i] not in inside), words[0])

    def above(self, i: int) -> list[int]:
        """The words that word ``i`` hangs on, the nearest first."""
        found: list[int] = []
        while self.heads[i] >= 0 and self.heads[i] not in found:
            i = self.heads[i]
            found.append(i)
        return found

    def tie(self, holder: int, thing: int) -> int:
        """The lowest word over both; where that is one of them, or both are one, what the holder hangs on."""
        over = self.above(holder)
        if thing == holder or thing in over or holder in self.above(thing):
            return over[0] if over else holder
        return next((i for i in over if i in self.above(thing)), holder)


def _pledge(note: Promised, place: Placed) -> Bond:
    """A pledge, at the head of the act promised."""
    parts = [*_party(note.to, "recipient", place), *_party(note.by, "actor", place)]
    return Bond(place.head(place.words(*note.act)), note.strength, tuple(parts))


def _stance(note: Stance, place: Placed) -> Bond:
    """A position, at the word that ties holder and object."""
    parts = [*_party(note.object, "recipient", place), *_party(note.holder, "actor", place)]
    heads = [head for head, _ in parts]
    return Bond(place.tie(heads[-1], heads[0]), note.stance, tuple(parts))


def _party(characters: Characters | None, part: str, place: Placed) -> list[tuple[int, str]]:
    words = place.words(*characters) if characters else ()
    return [(place.head(words), part)] if words else []


def _act(event: Marked, place: Placed) -> Act | None:
    trigger = place.words(*event.trigger)
    if not trigger:
        return None
    actors = tuple(w for span in event.actors if (w := place.words(*span)))
    recipients = tuple(w for span in event.recipients if (w := place.words(*span)))
    speaker = place.words(*event.speaker) if event.speaker else ()
    parts = [
        *((place.head(w), "recipient") for w in recipients),
        *((place.head(w), "actor") for w in actors),
    ]
    if speaker:
        parts.append((place.head(speaker), "speaker"))
    return Act(
        event.event,
        event.mode or "_",
        event.status,
        event.historical,
        place.head(trigger),
        tuple(parts),
        actors,
        recipients,
    )


def _saying(a: Attribution, place: Placed) -> Saying:
    content = sorted({i for span in a.content for i in place.words(*span)})
    cue = place.head(place.words(*a.cue)) if a.cue else None
    source = place.words(*a.source) if a.source else ()
    return Saying(cue, source, tuple(content))


def codebook_lines() -> list[Line]:
    """The examples of the codebook's rules: short, plain sentences with one act each."""
    codebook, language, tokenizer = load_codebook(), load(roles=False), Tokenizer()
    found = []
    for rule in (r for kind in codebook.types.values() for r in kind.rules if not r.never):
        first = {words[0] for words in rule.verbs} | {words[-1] for words in (*rule.nouns, *rule.adjectives)}
        for example in rule.examples:
            places = [(s.start, s.end) for s in tokenizer(example.text)]
            parsed = language.parse_words([[example.text[a:b] for a, b in places]])[0]
            trigger = next((w.i for w in parsed.words if w.lemma.lower() in first), None)
            if trigger is not None:
                place = Placed(places, [w.head for w in parsed.words])
                act = _exemplified(example, rule, trigger, place)
                words = [example.text[a:b] for a, b in places]
                found.append(Line(f"codebook/{rule.name}", words, Told([act]), "codebook"))
    return found


def _exemplified(example: Example, rule: Rule, trigger: int, place: Placed) -> Act:
    def sides(parts: tuple[str, ...]) -> tuple[Words, ...]:
        starts = [(example.text.find(p), p) for p in parts]
        return tuple(w for at, p in starts if at >= 0 and (w := place.words(at, at + len(p))))

    actors, recipients = sides(example.actor), sides(example.recipient)
    parts = [
        *((place.head(w), "recipient") for w in recipients),
        *((place.head(w), "actor") for w in actors),
    ]
    mode, status = example.mode or rule.mode or "_", example.status or "actual"
    return Act(rule.event, mode, status, False, trigger, tuple(parts), actors, recipients)
