"""Readers: every corpus becomes the same ``Sentence``, with None where it says nothing.

What a corpus does not annotate must not be learned as absence, so each layer is optional and the
losses skip it. A name tag of ``?`` is a word of which the source says nothing certain.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from dragoman.language.tokens import Tokenizer
from training.acts import Told
from training.names import gum_names, re3d_names
from training.opinion import Opinion

UNKNOWN = "?"
NAME_TYPES = ("PER", "ORG", "LOC", "MISC")
# BBC Online is left out: its licence (CC BY-NC) does not let us ship weights made from it.
RE3D_SOURCES = (
    "Australian Department of Foreign Affairs",
    "CENTCOM",
    "Delegation of the European Union to Syria",
    "UK Government",
    "US State Department",
    "Wikipedia",
)


@dataclass(slots=True)
class Tree:
    """The treebank layers of one sentence; heads count from 1, 0 is the root."""

    heads: list[int]
    rels: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]


@dataclass(slots=True)
class RoleFrame:
    """One predicate: its word (from 0), sense, and roles as (label, first, last), inclusive."""

    word: int
    sense: str
    roles: list[tuple[str, int, int]]


@dataclass(slots=True)
class Sentence:
    """The words of one sentence and whatever its corpus says of them."""

    doc: str
    sent_id: str
    words: list[str]
    tree: Tree | None = None
    frames: list[RoleFrame] | None = None
    factuality: dict[int, float] = field(default_factory=dict)
    names: list[str] | None = None  # IOB2 over NAME_TYPES, or UNKNOWN
    has_misc: bool = False
    told: Told | None = None  # the events and the speech of our own corpus
    is_sentence: bool = True  # False where the source gives passages without sentence ends
    opinion: Opinion | None = None  # what networks that never saw it say of it


def read_conllu(path: Path, gum: bool = False) -> list[Sentence]:
    """The sentences of a CoNLL-U file, in order; with ``gum``, names are read from ``Entity=``."""
    found: list[Sentence] = []
    for doc, sent_id, rows in _blocks(path):
        sentence = Sentence(doc, sent_id, [r[1] for r in rows], _tree(rows))
        if gum:
            sentence.names = gum_names(rows)
        found.append(sentence)
    return found


def _blocks(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """The sentences of a file in columns: the document, the id, and the cells of each word's line."""
    doc, sent_id, rows = path.stem, "", list[list[str]]()
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            doc = line.partition("=")[2].strip()
        elif line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line and line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit():  # neither multi-word ranges nor empty nodes
                rows.append(cells)
        elif not line and rows:
            yield doc, sent_id, rows
            rows = []


def _tree(rows: list[list[str]]) -> Tree:
    return Tree(
        heads=[int(r[6]) for r in rows],
        rels=[r[7] for r in rows],
        upos=[r[3] for r in rows],
        xpos=[r[4] for r in rows],
        feats=[r[5] for r in rows],
        lemmas=[r[2] for r in rows],
    )


def add_roles(sentences: list[Sentence], path: Path) -> None:
    """Put PropBank frames on their sentences.

    A sentence that the file does not name has no predicate if it has no verb; with a verb, it was
    skipped by the annotators and stays unknown.
    """
    frames: dict[str, list[RoleFrame]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        frames[row["sent_id"]] = [_frame(f) for f in row["frames"]]
    for sentence in sentences:
        assert sentence.tree is not None
        absent: list[RoleFrame] | None = None if "VERB" in sentence.tree.upos else []
        sentence.frames = frames.get(sentence.sent_id, absent)


def _frame(row: dict[str, object]) -> RoleFrame:
    token, roleset, args = row["token"], row["roleset"], row["args"]
    assert isinstance(token, int)
    assert isinstance(roleset, str)
    assert isinstance(args, list)
    roles = [(label, first - 1, last - 1) for label, first, last in args if label != "V"]
    return RoleFrame(token - 1, roleset.rpartition(".")[2], roles)


# Between the release that UDS numbers and ours, one sentence moved from EWT dev to EWT train: from these
# numbers on, theirs and ours differ by one.
_MOVED = {"ewt-train": (11466, 1), "ewt-dev": (344, -1)}


def add_factuality(sentences: list[Sentence], path: Path, prefix: str) -> None:
    """Put UDS factuality on the predicates of EWT sentences; both indices count from 1."""
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    moved_from, shift = _MOVED.get(prefix, (0, 0))
    for key, predicates in data.items():
        part, _, number = key.rpartition("-")
        if part != prefix:
            continue
        sentence = sentences[int(number) - 1 + (shift if int(number) >= moved_from else 0)]
        for name, value in predicates.items():
            word = int(name.rpartition("-")[2]) - 1
            if word < len(sentence.words) and "factuality" in value:
                sentence.factuality[word] = float(value["factuality"]["factual"]["value"])


def read_iob2(path: Path) -> list[Sentence]:
    """The sentences of a Universal NER file."""
    return [
        Sentence(
            doc,
            sent_id,
            [r[1] for r in rows],
            names=[r[2] if r[2][2:] in NAME_TYPES else "O" for r in rows],
        )
        for doc, sent_id, rows in _blocks(path)
    ]


def read_columns(path: Path, doc: str) -> list[Sentence]:
    """A two-column file (word, IOB1 or IOB2 tag) with ``-DOCSTART-`` lines, as WikiGold."""
    found: list[Sentence] = []
    number, words, tags = 0, list[str](), list[str]()
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if cells and cells[0] == "-DOCSTART-":
            number += 1
        elif cells:
            words.append(cells[0])
            tags.append(cells[-1])
        elif words:
            name = f"{doc}-{number}"
            found.append(Sentence(name, name, words, names=_iob2(tags), has_misc=True))
            words, tags = [], []
    return found


_MARKED = re.compile(r"\[(PER|ORG|LOC) ([^\[\]]+)\]")


def read_marked_names(path: Path) -> list[Sentence]:
    """Our own sentences with names marked in brackets, ``[ORG Bank of Ghana]``, one a line.

    A line ``# …`` begins another topic. Raises SystemExit naming file and line of a bracket that is no mark.
    """
    tokenizer, found, topic = Tokenizer(), list[Sentence](), 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            topic += 1
        elif line.strip():
            parts = _MARKED.split(line.strip())
            if any("[" in p or "]" in p for p in parts):
                raise SystemExit(f"{path.name}:{number}: a bracket is no mark of PER, ORG or LOC")
            doc = f"{path.stem}.{topic}"
            found.append(_named(f"{doc}.{number}", doc, parts, tokenizer))
    return found


def _named(sent_id: str, doc: str, parts: list[str], tokenizer: Tokenizer) -> Sentence:
    """A sentence from text, type, name, text, type, name, …, text."""
    text, marks = parts[0], []
    for kind, name, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        marks.append((len(text), len(text) + len(name), kind))
        text += name + after
    places = [(s.start, s.end) for s in tokenizer(text)]
    tags = ["O"] * len(places)
    for start, end, kind in marks:
        inside = [i for i, (a, b) in enumerate(places) if a < end and b > start]
        for i in inside:
            tags[i] = ("B-" if i == inside[0] else "I-") + kind
    return Sentence(doc, sent_id, [text[a:b] for a, b in places], names=tags)


def _iob2(tags: list[str]) -> list[str]:
    """IOB1 tags as IOB2: a name that starts with I- starts with B-."""
    before = ["O", *tags]
    return [
        "B-" + tag[2:] if tag[:2] == "I-" and before[i][2:] != tag[2:] else tag for i, tag in enumerate(tags)
    ]


_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[.,]\d+)+|['’]s\b|[\w&]+|\.{3}|[^\w\s]")
_SENTENCE = re.compile(r"(?<=[.!?][\s”\"])\s*(?=[A-Z“\"])|\n+")


def read_re3d(folder: Path) -> Iterator[Sentence]:
    """The passages of re3d whose licence lets us use them, with the names that are surely names."""
    for source in RE3D_SOURCES:
        documents = json_lines(folder / source / "documents.json")
        entities = json_lines(folder / source / "entities.json")
        for document in documents:
            key, text = str(document["_id"]), str(document["text"])
            mine = [e for e in entities if e["documentId"] == key]
            yield from _passages(key, text, mine)


def _passages(key: str, text: str, entities: list[dict[str, object]]) -> Iterator[Sentence]:
    bounds = [0, *(m.start() for m in _SENTENCE.finditer(text)), len(text)]
    for start, end in pairwise(bounds):
        tokens = [(m.group(), start + m.start(), start + m.end()) for m in _TOKEN.finditer(text[start:end])]
        if tokens:
            names = re3d_names(tokens, entities)
            yield Sentence(key, key, [t[0] for t in tokens], names=names, is_sentence=False)


def json_lines(path: Path) -> list[dict[str, object]]:
    """The objects of a file that has one a line."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
