"""The ``roles`` bench: predicates and arguments against PropBank over Universal Dependencies sentences.

End to end on gold words: nothing but the words is given. A predicate is right where a frame stands on
that word (``predicate_f1``), and its sense too where the roleset's number agrees (``sense_f1``). An
argument is right where its predicate's word, its label and both its ends are those of the file
(``argument_f1``); arguments of a predicate that was not found count as missed, those of a false one as
false. ``argument_f1_shared`` counts only predicates that both sides have. Sentences that the PropBank
file does not name were not annotated, and are left out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.benchmarks.conllu import GoldSentence, read_conllu, read_lines
from dragoman.benchmarks.peers import PEERS as ALL_PEERS
from dragoman.benchmarks.peers import Peer
from dragoman.benchmarks.scores import Tally
from dragoman.errors import BadInput
from dragoman.language.core import Language
from dragoman.language.parse import Sentence

PEERS: tuple[Peer, ...] = ALL_PEERS.get("roles", ())

Role = tuple[str, int, int]
_FORMAT = 'Each line must be {"sent_id", "frames": [{"token", "roleset", "args": [[role, first, last]]}]}'


@dataclass(frozen=True, slots=True)
class GoldFrame:
    """A predicate's word (from 0), its roleset and its roles (label, first, last)."""

    word: int
    roleset: str
    roles: tuple[Role, ...]


def run(
    path: Path,
    conllu: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """The scores over the sentences that both files have; ``predictions`` gets the frames as JSONL.

    Raises BadInput where a file is not what it should be, or where the two share no sentence.
    """
    from dragoman.benchmarks.parse import parse_gold
    from dragoman.language import load

    frames = read_frames(path)
    gold = [s for s in read_conllu(conllu) if s.sent_id in frames][:limit]
    if not gold:
        raise BadInput(
            "None of its sentences is in the CoNLL-U file", path=path, remedy="Give the matching file"
        )
    parses = parse_gold(language or load(), gold)
    if predictions is not None:
        _write(predictions, gold, parses)
    return {"sentences": len(gold), **score([frames[s.sent_id] for s in gold], parses)}


def score(gold: Sequence[Sequence[GoldFrame]], parses: Sequence[Sentence]) -> dict[str, float]:
    """The scores of the frames found against those of the file, sentence by sentence."""
    predicates, senses, arguments, shared = Tally(), Tally(), Tally(), Tally()
    for frames, parse in zip(gold, parses, strict=True):
        true = {(f.word, *role) for f in frames for role in f.roles}
        found = {(f.predicate, a.role, a.first, a.last) for f in parse.frames for a in f.arguments}
        both = {f.word for f in frames} & {f.predicate for f in parse.frames}
        predicates.add((f.predicate for f in parse.frames), (f.word for f in frames))
        senses.add(
            ((f.predicate, _sense(f.roleset)) for f in parse.frames),
            ((f.word, _sense(f.roleset)) for f in frames),
        )
        arguments.add(found, true)
        shared.add({x for x in found if x[0] in both}, {x for x in true if x[0] in both})
    return {
        "predicate_f1": predicates.f1,
        "sense_f1": senses.f1,
        "argument_f1": arguments.f1,
        "argument_precision": arguments.precision,
        "argument_recall": arguments.recall,
        "argument_f1_shared": shared.f1,
        "predicates": predicates.true,
        "arguments": arguments.true,
    }


def _sense(roleset: str) -> str:
    return roleset.rpartition(".")[2]


def read_frames(path: Path) -> dict[str, list[GoldFrame]]:
    """The frames by sentence id; raises BadInput naming the line that is not of the format."""
    found: dict[str, list[GoldFrame]] = {}
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip():
            try:
                row = json.loads(line)
                found[str(row["sent_id"])] = [_frame(f) for f in row["frames"]]
            except (ValueError, KeyError, TypeError) as error:
                raise BadInput(
                    "The line is no sentence with frames", path=path, line=number, remedy=_FORMAT
                ) from error
    return found


def _frame(row: dict[str, Any]) -> GoldFrame:
    roles = tuple((str(label), int(a) - 1, int(b) - 1) for label, a, b in row["args"] if label != "V")
    return GoldFrame(int(row["token"]) - 1, str(row["roleset"]), roles)


def _write(path: Path, gold: Sequence[GoldSentence], parses: Sequence[Sentence]) -> None:
    lines = []
    for sentence, parse in zip(gold, parses, strict=True):
        frames = [
            {
                "token": f.predicate + 1,
                "roleset": f.roleset,
                "args": [[a.role, a.first + 1, a.last + 1] for a in f.arguments],
            }
            for f in parse.frames
        ]
        lines.append(json.dumps({"sent_id": sentence.sent_id, "frames": frames}, ensure_ascii=False))
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
