"""Scores of a model, in torch or exported, on gold words: tree, tags, names, roles, boundaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.corpora import Sentence
from training.labels import GIVEN, Labels, bioes
from training.lemmas import apply
from training.network import OUTPUTS
from training.windows import Batch, Coder, Pieces, Window, assemble, batches, collate

Array = NDArray[np.float32]
Ints = NDArray[np.int64]
Runner = Callable[[Batch], dict[str, Array]]
Found = tuple[str, int, int]
# Outputs that a score looks at; copying the states of every word would only take memory.
USED = frozenset(OUTPUTS) - {"states"}


@dataclass(slots=True)
class Tally:
    """Right, guessed and true counts; precision, recall and their mean follow."""

    right: int = 0
    guessed: int = 0
    true: int = 0

    def add(self, guessed: set[Found], true: set[Found]) -> None:
        """Count one sentence."""
        self.right += len(guessed & true)
        self.guessed += len(guessed)
        self.true += len(true)

    @property
    def f1(self) -> float:
        """F1 in per cent."""
        return 200.0 * self.right / max(1, self.guessed + self.true)


def outputs(run: Runner, windows: list[Window], pieces: Pieces, budget: int = 4000) -> list[dict[str, Array]]:
    """The outputs of every window, cut to its words, in the order given."""
    place = {id(w): i for i, w in enumerate(windows)}
    found: list[dict[str, Array]] = [{} for _ in windows]
    for group in batches(windows, budget):
        result = run(collate(group, pieces))
        for row, window in enumerate(group):
            n = len(window.pieces)
            found[place[id(window)]] = {
                name: value[row, :n] for name, value in result.items() if name in USED
            }
            found[place[id(window)]]["arc"] = result["arc"][row, :n, : n + 1]
    return found


def alone(sentences: Iterable[Sentence], coder: Coder, pieces: Pieces) -> list[Window]:
    """One window a sentence."""
    return [assemble([coder.item(s)], s.words, pieces) for s in sentences]


def heads(scores: Array) -> Ints:
    """The best tree with one root over scores [words, words + 1]; column 0 is the root."""
    n = len(scores)
    matrix = np.full((n + 1, n + 1), -np.inf)
    matrix[1:] = scores
    matrix[np.arange(1, n + 1), np.arange(1, n + 1)] = -np.inf
    best: Ints = matrix[1:].argmax(1)
    if (best == 0).sum() == 1 and not _cycle(np.concatenate([[0], best])):
        return best
    found, found_score = best, -np.inf
    for root in np.argsort(-matrix[1:, 0])[:5] + 1:
        one = matrix.copy()
        one[1:, 0] = -np.inf
        one[root] = -np.inf
        one[root, 0] = matrix[root, 0]
        tree = _spanning(one)[1:]
        score = one[np.arange(1, n + 1), tree].sum()
        if score > found_score:
            found, found_score = tree, score
    return found


def _cycle(parent: Ints) -> list[int]:
    """The nodes of one cycle of the parent pointers (node 0 is the root), or none."""
    done = {0}
    for start in range(1, len(parent)):
        path: list[int] = []
        node = start
        while node not in done and node not in path:
            path.append(node)
            node = int(parent[node])
        if node in path:
            return path[path.index(node) :]
        done.update(path)
    return []


def _spanning(scores: NDArray[np.float64]) -> Ints:
    """Chu-Liu and Edmonds: the best parent of each node, scores[child, parent]."""
    parent: Ints = scores.argmax(1)
    parent[0] = 0
    cycle = _cycle(parent)
    if not cycle:
        return parent
    rest = [i for i in range(len(scores)) if i not in cycle]
    inside = np.array(cycle)
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    leave = scores[np.ix_(rest, cycle)]
    small[:-1, -1] = leave.max(1)
    gain = scores[np.ix_(cycle, rest)] - scores[inside, parent[inside]][:, None]
    small[-1, :-1] = gain.max(0)
    np.fill_diagonal(small, -np.inf)
    contracted = _spanning(small)
    result: Ints = parent.copy()
    for k, node in enumerate(rest):
        if node:
            up = int(contracted[k])
            result[node] = rest[up] if up < len(rest) else cycle[int(leave[k].argmax())]
    enter = int(contracted[-1])
    broken = cycle[int(gain[:, enter].argmax())]
    result[broken] = rest[enter]
    return result


def relations(out: dict[str, Array], tree: Ints, labels: Labels) -> Ints:
    """The best relation of each word to its head; ``root`` at the root and only there."""
    is_root = np.array([rel == "root" for rel in labels.rel])
    best: Ints = np.where(is_root, -np.inf, out["rel"]).argmax(1)
    best[tree == 0] = is_root.argmax()
    return best


def parsing(
    found: Sequence[dict[str, Array]], sentences: Sequence[Sentence], labels: Labels
) -> dict[str, float]:
    """Attachment (LAS without subtypes, with punctuation), tags and lemmas, in per cent of all words."""
    counts: Counter[str] = Counter()
    for out, s in zip(found, sentences, strict=True):
        gold = s.tree
        assert gold is not None
        tree = heads(out["arc"])
        rels = relations(out, tree, labels)
        upos, feats, rules = (out[name].argmax(1) for name in ("upos", "feats", "lemma"))
        for i in range(len(s.words)):
            attached = tree[i] == gold.heads[i]
            base = labels.rel[rels[i]].partition(":")[0] == gold.rels[i].partition(":")[0]
            counts["words"] += 1
            counts["UAS"] += attached
            counts["LAS"] += attached and base
            counts["UPOS"] += labels.upos[upos[i]] == gold.upos[i]
            counts["FEATS"] += labels.feats[feats[i]] == gold.feats[i]
            counts["LEMMA"] += apply(labels.lemma[rules[i]], s.words[i]) == gold.lemmas[i]
    return {k: 100.0 * counts[k] / counts["words"] for k in ("UAS", "LAS", "UPOS", "FEATS", "LEMMA")}


def spans(tags: Sequence[str]) -> set[Found]:
    """The spans of BIO or BIOES tags; a broken sequence starts a new span."""
    found: set[Found] = set()
    start, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and (tag[:1] in "BSO" or tag[2:] != kind):
            found.add((kind, start, i - 1))
            kind = ""
        if tag != "O" and not kind:
            start, kind = i, tag[2:]
        if kind and tag[:1] in "ES":
            found.add((kind, start, i))
            kind = ""
    return found


def best_path(scores: Array, tags: Sequence[str]) -> list[str]:
    """The best well-formed BIOES sequence."""
    closed = np.array([t == "O" or t[0] in "ES" for t in tags])
    begins = np.array([t == "O" or t[0] in "BS" for t in tags])
    kinds = np.array([t[2:] for t in tags])
    goes_on = ~closed[:, None] & ~begins[None, :] & (kinds[:, None] == kinds[None, :])
    step = np.where((closed[:, None] & begins[None, :]) | goes_on, 0.0, -1e9)
    total = scores[0] + np.where(begins, 0.0, -1e9)
    back: list[Ints] = []
    for row in scores[1:]:
        paths = total[:, None] + step
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    at = int((total + np.where(closed, 0.0, -1e9)).argmax())
    path = [at]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [tags[i] for i in reversed(path)]


def naming(
    found: Sequence[dict[str, Array]], sentences: Sequence[Sentence], labels: Labels
) -> dict[str, float]:
    """Strict span F1 of names; MISC counts only where the source has it."""
    tallies = {"NER": Tally(), "PER": Tally(), "ORG": Tally(), "LOC": Tally()}
    for out, s in zip(found, sentences, strict=True):
        assert s.names is not None
        guessed = spans(best_path(out["entity"], labels.entity))
        unsure = {i for i, tag in enumerate(s.names) if tag == "?"}
        true = spans(bioes(["O" if t == "?" else t for t in s.names]))
        guessed = {
            g for g in guessed if (g[0] != "MISC" or s.has_misc) and not unsure & set(range(g[1], g[2] + 1))
        }
        tallies["NER"].add(guessed, true)
        for kind in ("PER", "ORG", "LOC"):
            tallies[kind].add({g for g in guessed if g[0] == kind}, {g for g in true if g[0] == kind})
    return {name: tally.f1 for name, tally in tallies.items()}


def framing(
    found: Sequence[dict[str, Array]], sentences: Sequence[Sentence], labels: Labels
) -> dict[str, float]:
    """F1 of predicates (place), of their senses, and of role spans given the predicates."""
    place, sense, roles = Tally(), Tally(), Tally()
    for out, s in zip(found, sentences, strict=True):
        if s.frames is None:
            continue
        best = out["predicate"].argmax(1)
        guessed = {(labels.predicate[k], i, i) for i, k in enumerate(best) if k}
        true = {(f.sense, f.word, f.word) for f in s.frames}
        sense.add(guessed, true)
        place.add({("", i, i) for _, i, _ in guessed}, {("", i, i) for _, i, _ in true})
        for frame in s.frames:
            width = out["role_arg"].shape[-1]
            weights = out["role_pred"][frame.word].reshape(-1, width)
            tags = [labels.role[k] for k in (out["role_arg"] @ weights.T).argmax(1)]
            roles.add(spans(tags), set(frame.roles))
    return {"PRED": place.f1, "SENSE": sense.f1, "ROLE": roles.f1}


def certainty(found: Sequence[dict[str, Array]], sentences: Sequence[Sentence]) -> dict[str, float]:
    """Pearson's r of factuality on the marked predicates."""
    guessed = [
        float(out["factuality"][i]) for out, s in zip(found, sentences, strict=True) for i in s.factuality
    ]
    true = [v for s in sentences for v in s.factuality.values()]
    return {"FACT": float(np.corrcoef(guessed, true)[0, 1])} if len(true) > 1 else {}


def paragraphs(sentences: Sequence[Sentence], pieces: Pieces, limit: int = 180) -> list[list[Sentence]]:
    """Running text: consecutive sentences of a document, as many as fit."""
    found: list[list[Sentence]] = []
    size = 0
    for s in sentences:
        length = sum(len(pieces(w)) for w in s.words)
        if not found or found[-1][-1].doc != s.doc or size + length > limit:
            found.append([])
            size = 0
        found[-1].append(s)
        size += length
    return found


def bounding(run: Runner, sentences: Sequence[Sentence], coder: Coder, pieces: Pieces) -> dict[str, float]:
    """F1 of sentences (both ends right) in running text of gold words."""
    tally = Tally()
    groups = paragraphs(sentences, pieces)
    windows = [assemble([coder.item(s) for s in g], [w for s in g for w in s.words], pieces) for g in groups]
    for out, window in zip(outputs(run, windows, pieces), windows, strict=True):
        ends = out["boundary"].argmax(1)
        ends[-1] = 1
        tally.add(_sentences(ends.tolist()), _sentences(window.layers["boundary"]))
    return {"SENT": tally.f1}


def _sentences(ends: list[int]) -> set[Found]:
    found: set[Found] = set()
    start = 0
    for i, end in enumerate(ends):
        if end == 1:
            found.add(("s", start, i))
            start = i + 1
    return found


def acting(
    found: Sequence[dict[str, Array]], sentences: Sequence[Sentence], labels: Labels
) -> dict[str, float]:
    """F1 of acts (word and type), of their words, of parties given the act; status, history given the act."""
    typed, place, part, cue = Tally(), Tally(), Tally(), Tally()
    counts: Counter[str] = Counter()
    for out, s in zip(found, sentences, strict=True):
        assert s.told is not None
        best = out["act"].argmax(1)
        guessed = {(labels.act[k], i, i) for i, k in enumerate(best) if k}
        typed.add(guessed, {(a.event, a.trigger, a.trigger) for a in s.told.acts})
        place.add({("", i, i) for _, i, _ in guessed}, {("", a.trigger, a.trigger) for a in s.told.acts})
        counts["false"] += 0 if s.told.acts else len(guessed)
        counts["empty"] += not s.told.acts
        for a in s.told.acts:
            width = out["part_word"].shape[-1]
            scores = out["part_word"] @ out["part_act"][a.trigger].reshape(-1, width).T
            tags = scores.argmax(1)
            part.add(
                {(GIVEN["part"][k], i, i) for i, k in enumerate(tags) if k}, {(p, i, i) for i, p in a.parts}
            )
            counts["acts"] += 1
            counts["status"] += labels.status[out["status"][a.trigger].argmax()] == a.status
            counts["historical"] += bool(out["historical"][a.trigger].argmax()) == a.historical
        if s.told.sayings is not None:
            true = {("cue", x.cue, x.cue) for x in s.told.sayings if x.cue is not None}
            cue.add({("cue", i, i) for i in np.flatnonzero(out["cue"].argmax(1)).tolist()}, true)
    n = max(1, counts["acts"])
    return {
        "ACT": typed.f1,
        "ACTWORD": place.f1,
        "PART": part.f1,
        "CUE": cue.f1,
        "STATUS": 100.0 * counts["status"] / n,
        "HIST": 100.0 * counts["historical"] / n,
        "FALSE": 100.0 * counts["false"] / max(1, counts["empty"]),
        **bonding(found, sentences),
    }


def bonding(found: Sequence[dict[str, Array]], sentences: Sequence[Sentence]) -> dict[str, float]:
    """F1 of the words of pledges and of stances, with their kind and without."""
    tallies = {name: Tally() for name in ("PLEDGE", "PLEDGEWORD", "STANCE", "STANCEWORD")}
    for out, s in zip(found, sentences, strict=True):
        for name, bonds in (("pledge", s.told.pledges), ("stance", s.told.stances)) if s.told else ():
            if bonds is None:
                continue
            guessed = {(GIVEN[name][k], i, i) for i, k in enumerate(out[name].argmax(1).tolist()) if k}
            true = {(b.kind, b.word, b.word) for b in bonds}
            tallies[name.upper()].add(guessed, true)
            tallies[f"{name.upper()}WORD"].add(
                {("", i, i) for _, i, _ in guessed}, {("", i, i) for _, i, _ in true}
            )
    return {name: tally.f1 for name, tally in tallies.items() if tally.true}


def report(run: Runner, sentences: list[Sentence], coder: Coder, pieces: Pieces) -> dict[str, float]:
    """Every score that the corpus allows."""
    found = outputs(run, alone(sentences, coder, pieces), pieces)
    scores: dict[str, float] = {}
    if sentences[0].tree is not None:
        scores |= parsing(found, sentences, coder.labels)
        scores |= bounding(run, sentences, coder, pieces)
    if any(s.names is not None for s in sentences):
        scores |= naming(found, sentences, coder.labels)
    if any(s.frames for s in sentences):
        scores |= framing(found, sentences, coder.labels)
    if any(s.told is not None for s in sentences):
        scores |= acting(found, sentences, coder.labels)
    return scores | certainty(found, sentences)
