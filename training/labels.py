"""The label lists, in the order of the network's outputs; ``labels.json`` is this, written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from dragoman.benchmarks.annotated import TYPES
from dragoman.record import Stance, Status, Strength
from training.corpora import NAME_TYPES, Sentence
from training.lemmas import script

IGNORE = -100
# The lists that no corpus decides, by the name of the network's output.
GIVEN = {
    "boundary": ["inside", "end"],
    "historical": ["present", "historical"],
    "part": ["none", "actor", "recipient", "speaker"],
    "cue": ["_", "cue"],
    "pledge": ["_", *(s.value for s in Strength)],
    "stance": ["_", *(s.value for s in Stance)],
    "speech": ["none", "source", "content"],
}


@dataclass(frozen=True, slots=True)
class Labels:
    """Every label list of the model."""

    upos: list[str]
    feats: list[str]
    lemma: list[str]
    entity: list[str]
    predicate: list[str]
    rel: list[str]
    role: list[str]
    act: list[str]
    status: list[str]
    mode: list[str]

    def as_json(self) -> dict[str, list[str]]:
        """The lists by name, as they are shipped."""
        return {**GIVEN, **asdict(self)}

    @staticmethod
    def from_json(data: dict[str, list[str]]) -> Labels:
        """The lists as they were shipped."""
        return Labels(**{k: v for k, v in data.items() if k not in GIVEN})


def collect(sentences: Iterable[Sentence]) -> Labels:
    """The labels of the training sentences; rare ones fall away and become unknown or their base form."""
    upos, feats, lemma, rel, sense, role, mode = (Counter[str]() for _ in range(7))
    for s in sentences:
        if s.tree is not None:
            upos.update(s.tree.upos)
            feats.update(s.tree.feats)
            rel.update(s.tree.rels)
            lemma.update(script(w, x) for w, x in zip(s.words, s.tree.lemmas, strict=True))
        if s.told is not None:
            mode.update(a.mode for a in s.told.acts if a.mode != "_")
        for frame in s.frames or []:
            sense[frame.sense] += 1
            role.update(label for label, _, _ in frame.roles)
    bio = [f"{p}-{name}" for name in _common(role, 10) for p in "BI"]
    bioes = [f"{p}-{name}" for name in NAME_TYPES for p in "BIES"]
    return Labels(
        upos=_common(upos, 1),
        feats=_common(feats, 3),
        lemma=_common(lemma, 4),
        entity=["O", *bioes],
        predicate=["_", *_common(sense, 5)],
        rel=_common(rel, 5),
        role=["O", *bio],
        act=["_", *sorted(TYPES)],
        status=sorted(s.value for s in Status),
        mode=["_", *_common(mode, 3)],
    )


def _common(counts: Counter[str], at_least: int) -> list[str]:
    return [name for name, n in counts.most_common() if n >= at_least]


def bioes(tags: list[str]) -> list[str]:
    """IOB2 tags as BIOES."""
    out: list[str] = []
    for i, tag in enumerate(tags):
        goes_on = i + 1 < len(tags) and tags[i + 1] == "I-" + tag[2:]
        if tag[:1] == "B":
            out.append(tag if goes_on else "S-" + tag[2:])
        elif tag[:1] == "I":
            out.append(tag if goes_on else "E-" + tag[2:])
        else:
            out.append(tag)
    return out
