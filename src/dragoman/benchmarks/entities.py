"""The ``entities`` bench: names against an IOB2 file, by strict span and label.

The file has a word and a tag on each line, a blank line between blocks; Universal NER's five columns
with a leading index are read too, and tags that all begin with I-. A block may be a sentence or a
paragraph: sentences are found in it as in any text. Words that the file keeps whole and the language
core does not (*Kabul-based*) are cut before reading; a name counts for a word only if it covers it.

Labels of both sides go through the map; a label mapped to nothing is not scored, nor is a label of ours
that the file never uses.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.conllu import read_lines
from dragoman.benchmarks.peers import PEERS as ALL_PEERS
from dragoman.benchmarks.peers import Peer
from dragoman.benchmarks.scores import Tally
from dragoman.errors import BadInput
from dragoman.language.core import Language
from dragoman.language.parse import Sentence
from dragoman.language.sequences import spans
from dragoman.language.tokens import Tokenizer

PEERS: tuple[Peer, ...] = ALL_PEERS.get("entities", ())

Name = tuple[str, int, int]

# What other sets call PER, ORG, LOC and MISC, in capitals; None is not scored.
LABELS: dict[str, str | None] = {
    **dict.fromkeys(("PER", "PERSON", "PERS", "PEOPLE", "PEO"), "PER"),
    **dict.fromkeys(
        ("ORG", "ORGANIZATION", "ORGANISATION", "CORPORATION", "GROUP", "COMPANY", "MEDIA"), "ORG"
    ),
    **dict.fromkeys(
        ("LOC", "LOCATION", "GPE", "PLACE", "FAC", "FACILITY", "GEO", "GPE-LOC", "COUNTRY"), "LOC"
    ),
    **dict.fromkeys(("MISC", "MISCELLANEOUS", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"), "MISC"),
    **dict.fromkeys(("CREATIVE-WORK", "LANGUAGE", "NATIONALITY", "RELIGION", "ART", "EVE"), "MISC"),
    **dict.fromkeys(
        ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "OTH", "URL"), None
    ),
}
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_FORMAT = (
    "Each line must be a word and a tag (O, B-X, I-X), with a tab between them; a blank line ends a block"
)
_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Block:
    """The words of a block and its names (label, first, last); ``id`` is that of a ``sent_id`` comment."""

    id: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    names: tuple[Name, ...]


def run(
    path: Path,
    mapping: Path | None = None,
    prefix: str | None = None,
    limit: int | None = None,
    predictions: Path | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """``precision recall f1``, and the same with ``true`` and ``found`` per label under ``labels``.

    ``mapping`` is the TOML file of ``--map``; ``prefix`` keeps the blocks whose ``sent_id`` begins so, and
    ``limit`` the first N of them; ``predictions`` gets word, gold tag and found tag. Raises BadInput where
    a file is not what it should be.
    """
    from dragoman.language import load

    blocks = [b for b in read_blocks(path) if prefix is None or b.id.startswith(prefix)][:limit]
    if not blocks:
        raise BadInput(
            f"No block has a sent_id that begins with {prefix!r}", path=path, remedy="Give another prefix"
        )
    known = read_map(mapping) if mapping else {}
    language = language or load()
    found = [
        names
        for at in range(0, len(blocks), _AT_ONCE)
        for names in find(language, blocks[at : at + _AT_ONCE])
    ]
    if predictions is not None:
        _write(predictions, blocks, found)
    return {
        "blocks": len(blocks),
        "words": sum(len(b.words) for b in blocks),
        **score(blocks, found, known),
    }


def score(
    blocks: Sequence[Block], found: Sequence[Sequence[Name]], mapping: Mapping[str, str | None]
) -> dict[str, Any]:
    """The scores of names found against those of the blocks, after mapping the labels of both."""
    gold = [_mapped(block.names, mapping) for block in blocks]
    used = {label for names in gold for label, _, _ in names}
    ours = [[n for n in _mapped(names, mapping) if n[0] in used] for names in found]
    total = Tally()
    each: defaultdict[str, Tally] = defaultdict(Tally)
    for true, names in zip(gold, ours, strict=True):
        total.add(names, true)
        for label in used:
            each[label].add([n for n in names if n[0] == label], [n for n in true if n[0] == label])
    by_label = {
        label: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "true": t.true, "found": t.found}
        for label, t in sorted(each.items())
    }
    return {"precision": total.precision, "recall": total.recall, "f1": total.f1, "labels": by_label}


def _mapped(names: Sequence[Name], mapping: Mapping[str, str | None]) -> list[Name]:
    """The names under the labels that are scored; the given map goes before the usual names."""
    found: list[Name] = []
    for label, first, last in names:
        known = mapping[label] if label in mapping else LABELS.get(label.upper(), label)
        if known:
            found.append((known, first, last))
    return found


def find(language: Language, blocks: Sequence[Block]) -> list[list[Name]]:
    """The names that the language core finds in each block, over the block's words."""
    cut = [_cut(block.words, Tokenizer()) for block in blocks]
    parses = language.parse_passages([[piece for piece, _ in pieces] for pieces in cut])
    return [
        _names(sentences, [word for _, word in pieces]) for sentences, pieces in zip(parses, cut, strict=True)
    ]


def _cut(words: Sequence[str], tokenizer: Tokenizer) -> list[tuple[str, int]]:
    """The words as the language core cuts them, each with the number of the word it comes from."""
    pieces: list[tuple[str, int]] = []
    for number, word in enumerate(words):
        plain = _BRACKETS.get(word, word)
        parts = [plain[a:b] for a, b in tokenizer(plain)] or [plain]
        pieces += [(part, number) for part in parts]
    return pieces


def _names(sentences: Sequence[Sentence], owners: Sequence[int]) -> list[Name]:
    """Entities over pieces as names over words: a word belongs to a name that covers all its pieces."""
    first_of = {owner: i for i, owner in reversed(list(enumerate(owners)))}
    last_of = {owner: i for i, owner in enumerate(owners)}
    names: list[Name] = []
    at = 0
    for sentence in sentences:
        for entity in sentence.entities:
            first, last = at + entity.first, at + entity.last
            whole = [
                w
                for w in range(owners[first], owners[last] + 1)
                if first <= first_of[w] and last_of[w] <= last
            ]
            if whole:
                names.append((entity.label, whole[0], whole[-1]))
        at += len(sentence.words)
    return names


def read_blocks(path: Path) -> list[Block]:
    """The blocks of an IOB2 file; raises BadInput naming the line that is none of it."""
    blocks: list[Block] = []
    words: list[str] = []
    tags: list[str] = []
    name = ""
    for number, line in enumerate([*read_lines(path), ""], start=1):
        if not line.strip() or line.startswith("-DOCSTART-"):
            if words:
                blocks.append(Block(name, tuple(words), tuple(tags), tuple(spans(tags))))
            words, tags = [], []
        elif line.startswith("# "):
            name = line.partition("=")[2].strip() if line.startswith("# sent_id") else name
        else:
            word, tag = _row(path, number, line)
            words.append(word)
            tags.append(tag)
    if not blocks:
        raise BadInput("There is no word in it", path=path, remedy=_FORMAT)
    return blocks


def _row(path: Path, number: int, line: str) -> tuple[str, str]:
    cells = line.rstrip("\n").split("\t") if "\t" in line else line.split()
    indexed = len(cells) > 2 and cells[0].isdigit() and _is_tag(cells[2])
    word, tag = (cells[1], cells[2]) if indexed else (cells[0], cells[-1].strip())
    if len(cells) < 2 or not word or not _is_tag(tag):
        raise BadInput(f"It is no word and tag: {line[:60]!r}", path=path, line=number, remedy=_FORMAT)
    return word, tag


def _is_tag(cell: str) -> bool:
    return cell == "O" or (cell[:2] in ("B-", "I-", "E-", "S-") and len(cell) > 2)


def read_map(path: Path) -> dict[str, str | None]:
    """The label map of a TOML file: ``PERSON = "PER"``, and ``DATE = ""`` for what is not scored.

    The lines may stand under one heading. Raises BadInput where the file is something else.
    """
    remedy = 'Write one label a line, such as GPE = "LOC", or DATE = "" to leave it out'
    try:
        data = tomllib.loads("\n".join(read_lines(path)))
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"It is not TOML: {error}", path=path, remedy=remedy) from error
    while len(data) == 1 and isinstance(next(iter(data.values())), dict):
        data = next(iter(data.values()))
    bad = next(
        (key for key, value in data.items() if not isinstance(value, str) and value is not False), None
    )
    if bad is not None:
        raise BadInput(f"The label {bad!r} is mapped to something that is not text", path=path, remedy=remedy)
    return {key: value if value and value != "O" else None for key, value in data.items()}


def _write(path: Path, blocks: Sequence[Block], found: Sequence[Sequence[Name]]) -> None:
    lines: list[str] = []
    for block, names in zip(blocks, found, strict=True):
        ours = ["O"] * len(block.words)
        for label, first, last in names:
            ours[first : last + 1] = [f"B-{label}"] + [f"I-{label}"] * (last - first)
        lines += [f"{w}\t{g}\t{o}" for w, g, o in zip(block.words, block.tags, ours, strict=True)]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")
