"""Names for a treebank that has none: a trained model says the type, the gold tree says the words.

EWT's training part has no published names. Its proper nouns and their trees are known, though, so only
the type of each name is guessed, and a guess that is not sure stays unknown.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training import evaluate
from training.corpora import NAME_TYPES, UNKNOWN, Sentence, Tree
from training.invent import listed_names
from training.known_names import known_names
from training.labels import Labels
from training.lemmas import apply
from training.names import GUM_TYPES, name_span
from training.windows import Coder, Pieces

SURE_NAME, SURE_NOT = 0.7, 0.8
SURE_LISTED = 0.35  # enough for a name that our own lists have under the guessed type
_KINDS = {label: kind for kind, label in GUM_TYPES.items()}


def add_silver_names(
    sentences: list[Sentence], run: evaluate.Runner, labels: Labels, pieces: Pieces
) -> dict[str, int]:
    """Put silver names on parsed sentences that have none; the counts of tags written."""
    windows = evaluate.alone(sentences, Coder(labels), pieces)
    counts: dict[str, int] = {}
    listed = listed_names()
    for s, out in zip(sentences, evaluate.outputs(run, windows, pieces), strict=True):
        s.names = _names(s, _kinds(out["entity"], labels), listed)
        for tag in s.names:
            counts[tag] = counts.get(tag, 0) + 1
    return counts


def _kinds(logits: evaluate.Array, labels: Labels) -> NDArray[np.float64]:
    """The probability of each name type for each word; the last column is no name."""
    raised = np.exp(logits - logits.max(1, keepdims=True))
    raised /= raised.sum(1, keepdims=True)
    groups = [[i for i, t in enumerate(labels.entity) if t[2:] == kind] for kind in NAME_TYPES]
    return np.stack([raised[:, g].sum(1) for g in [*groups, [labels.entity.index("O")]]], axis=1)


def _names(s: Sentence, kinds: NDArray[np.float64], listed: set[tuple[str, str]]) -> list[str]:
    rows = _rows(s)
    outside = kinds[:, 3:].sum(1)  # MISC and no name
    tags = ["O" if p >= 0.5 else UNKNOWN for p in outside]
    done: set[int] = set()
    for head in sorted(range(len(rows)), key=lambda i: _depth(rows, i)):
        if rows[head][3] != "PROPN" or head in done:
            continue
        guess = NAME_TYPES[int(kinds[head, :3].argmax())]
        first, last = _reach(rows, head)
        low, high = name_span(rows, first, last, _KINDS[guess]) or (head, head)
        sure = kinds[low : high + 1, NAME_TYPES.index(guess)].mean()
        known = (" ".join(s.words[low : high + 1]), guess) in listed
        for i in range(low, high + 1):
            done.add(i)
            if sure >= (SURE_LISTED if known else SURE_NAME):
                tags[i] = ("B-" if i == low else "I-") + guess
            else:
                tags[i] = "O" if outside[low : high + 1].mean() >= SURE_NOT else UNKNOWN
    return _mended(tags)


def _mended(tags: list[str]) -> list[str]:
    """A name cut by another is no longer sure."""
    for i, tag in enumerate(tags):
        if tag[:1] == "I" and (i == 0 or tags[i - 1][2:] != tag[2:]):
            tags[i] = UNKNOWN
    return tags


def _rows(s: Sentence) -> list[list[str]]:
    """The columns of CoNLL-U that the trimming of names reads."""
    tree = s.tree
    assert tree is not None
    return [
        ["", s.words[i], "", tree.upos[i], tree.xpos[i], "", str(tree.heads[i]), tree.rels[i]]
        for i in range(len(s.words))
    ]


def _depth(rows: list[list[str]], i: int) -> int:
    steps, at = 0, i
    while at >= 0 and steps < len(rows):
        at, steps = int(rows[at][6]) - 1, steps + 1
    return steps


def _reach(rows: list[list[str]], head: int) -> tuple[int, int]:
    """The unbroken stretch of words under a head, around it."""
    under = {head}
    grown = 0
    while grown != len(under):
        grown = len(under)
        under |= {i for i, row in enumerate(rows) if int(row[6]) - 1 in under}
    first = last = head
    while first - 1 in under:
        first -= 1
    while last + 1 in under:
        last += 1
    return first, last


def add_silver_trees(sentences: list[Sentence], run: evaluate.Runner, labels: Labels, pieces: Pieces) -> None:
    """Put a trained model's trees, tags and names on our own sentences, which have neither.

    They keep what a model knows of news while it learns acts, and cost no annotation.
    """
    windows = evaluate.alone(sentences, Coder(labels), pieces)
    for s, out in zip(sentences, evaluate.outputs(run, windows, pieces), strict=True):
        heads = evaluate.heads(out["arc"])
        rels = evaluate.relations(out, heads, labels)
        s.tree = Tree(
            heads=heads.tolist(),
            rels=[labels.rel[k] for k in rels],
            upos=[labels.upos[k] for k in out["upos"].argmax(1)],
            xpos=["_"] * len(s.words),
            feats=[labels.feats[k] for k in out["feats"].argmax(1)],
            lemmas=[apply(labels.lemma[k], w) for k, w in zip(out["lemma"].argmax(1), s.words, strict=True)],
        )
        s.names = known_names().corrected(s.words, iob2(evaluate.best_path(out["entity"], labels.entity)))


def iob2(tags: list[str]) -> list[str]:
    """BIOES tags as IOB2, without MISC."""
    plain = ["O" if tag.endswith("MISC") else tag for tag in tags]
    return [{"E": "I", "S": "B"}.get(tag[0], tag[0]) + tag[1:] for tag in plain]
