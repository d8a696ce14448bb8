"""Training examples: windows of one to five sentences of a document, as the reader meets them.

A window carries, for each word, its sub-words, its shape and its targets; ``IGNORE`` marks what the
source does not say. Heads and roles stay inside their sentence, as they do at run time.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from dragoman.benchmarks.swap import Swapper
from dragoman.language.shapes import shape
from training.acts import Bond, Told
from training.corpora import UNKNOWN, Sentence
from training.labels import IGNORE, Labels, bioes
from training.lemmas import script
from training.opinion import Opinion

MAX_PIECES = 12  # sub-words of one word; a web address teaches nothing after a dozen
ACT_LAYERS = ("act", "status", "historical", "mode", "cue", "pledge", "stance")
LAYERS = ("boundary", "upos", "feats", "lemma", "entity", "predicate", "head", "rel", *ACT_LAYERS)
Ids = list[int]


@dataclass(slots=True)
class Item:
    """A sentence as numbers: per word sub-words, shape and targets."""

    words: list[str]
    layers: dict[str, Ids]
    factuality: dict[int, float]
    frames: list[tuple[int, Ids]]
    told: Told | None = None
    is_sentence: bool = True
    droppable: bool = False  # ends in a full stop on which nothing hangs
    opinion: Opinion | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A word of an act or a cue with what the words from ``first`` on are to it."""

    top: int
    first: int
    tags: Ids


@dataclass(frozen=True, slots=True)
class Paired:
    """Two parties of a sentence, its first and last word (exclusive), and the act between them."""

    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    first: int
    stop: int
    act: int
    status: int


@dataclass(frozen=True, slots=True)
class Opined:
    """An opinion on the sentence that begins at word ``first``, at its first part and first pair."""

    opinion: Opinion
    first: int
    part: int
    pair: int


@dataclass(slots=True)
class Window:
    """One training example."""

    pieces: list[Ids]
    shapes: Ids
    sent: Ids
    layers: dict[str, Ids]
    factuality: dict[int, float]
    frames: list[tuple[int, int, Ids]]  # predicate, first word of its sentence, role tags from there
    parts: list[Linked] = field(default_factory=list)
    speech: list[Linked] = field(default_factory=list)
    pairs: list[Paired] = field(default_factory=list)
    opinions: list[Opined] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Sub-words, with the encoder's two marks."""
        return 2 + sum(len(p) for p in self.pieces)


Batch = dict[str, torch.Tensor]


class Pieces:
    """Sub-words of single words; each word is encoded by itself, so that words and pieces align."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, Ids] = {}
        vocabulary = tokenizer.get_vocab()
        self.cls, self.sep = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self.unknown, self.mask = vocabulary["[UNK]"], vocabulary["[MASK]"]

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """The pieces of a ``tokenizer.json``."""
        return cls(bare_tokenizer(path))

    def __call__(self, word: str) -> Ids:
        """The sub-words of one word."""
        found = self._known.get(word)
        if found is None:
            found = list(self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES])
            self._known[word] = found = found or [self.unknown]
        return found


def bare_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without its own truncation and padding, which would cut words."""
    data = json.loads(path.read_text(encoding="utf-8"))
    data["truncation"] = data["padding"] = None
    return Tokenizer.from_str(json.dumps(data))


class Coder:
    """Turns sentences into items with the ids of the label lists."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self._of = {
            name: {label: i for i, label in enumerate(values)} for name, values in labels.as_json().items()
        }
        self.o_or_misc = len(labels.entity)

    def item(self, s: Sentence) -> Item:
        """The sentence as numbers."""
        n = len(s.words)
        layers: dict[str, Ids] = {name: [IGNORE] * n for name in LAYERS}
        if s.is_sentence:
            layers["boundary"] = [0] * (n - 1) + [1]
        if s.tree is not None:
            self._tree(s, layers)
        if s.names is not None:
            layers["entity"] = [self._name(tag, s.has_misc) for tag in bioes(s.names)]
        frames: list[tuple[int, Ids]] = []
        if s.frames is not None:
            layers["predicate"] = [0] * n
            for frame in s.frames:
                layers["predicate"][frame.word] = self._of["predicate"].get(frame.sense, IGNORE)
                frames.append((frame.word, self._roles(frame.roles, n)))
        droppable = s.tree is not None and s.words[-1] == "." and n not in s.tree.heads and n > 3
        if s.told is not None:
            self._acts(s.told, layers, n)
        return Item(s.words, layers, s.factuality, frames, s.told, s.is_sentence, droppable, s.opinion)

    def _acts(self, told: Told, layers: dict[str, Ids], n: int) -> None:
        layers["act"] = [0] * n
        for a in told.acts:
            i = a.trigger
            layers["act"][i] = self._of["act"][a.event]
            layers["status"][i] = self._of["status"][a.status]
            layers["historical"][i] = int(a.historical)
            layers["mode"][i] = self._of["mode"].get(a.mode, 0)
        for name, bonds in (("pledge", told.pledges), ("stance", told.stances)):
            if bonds is not None:
                layers[name] = [0] * n
                for bond in bonds:
                    layers[name][bond.word] = self._of[name][bond.kind]
        if told.sayings is not None:
            layers["cue"] = [0] * n
            for saying in told.sayings:
                if saying.cue is not None:
                    layers["cue"][saying.cue] = 1

    def parts(self, told: Told, n: int, first: int) -> Iterator[Linked]:
        """Who has which part in each act, pledge and stance of a sentence that begins at word ``first``."""
        linked = [(a.trigger, a.parts) for a in told.acts]
        linked += _together((*(told.pledges or ()), *(told.stances or ())))
        for top, parts in linked:
            tags = [0] * n
            for i, part in parts:
                tags[i] = self._of["part"][part]
            yield Linked(first + top, first, tags)

    def pairs(self, told: Told, n: int, first: int) -> Iterator[Paired]:
        """Each act between its parties, and now and then two parties between whom nothing is told."""
        for a in told.acts:
            act, status = self._of["act"][a.event], self._of["status"][a.status]
            sides = [(a.actors, a.recipients)]
            if not a.recipients and len(a.actors) > 1:
                sides = [(a.actors[:1], a.actors[1:]), (a.actors[1:], a.actors[:1])]
            for who, whom in sides:
                s, t = (tuple(first + i for words in side for i in words) for side in (who, whom))
                if s or t:
                    yield Paired(s, t, first, first + n, act, status)
        known = {(a.actors, a.recipients) for a in told.acts}
        for a in told.acts:
            for b in told.acts:
                apart = a.recipients and a.recipients != b.actors and (b.actors, a.recipients) not in known
                if a is not b and b.actors and a.actors != b.actors and b.recipients and apart:
                    s, t = (tuple(first + i for w in side for i in w) for side in (b.actors, a.recipients))
                    yield Paired(s, t, first, first + n, 0, IGNORE)

    def _tree(self, s: Sentence, layers: dict[str, Ids]) -> None:
        tree = s.tree
        assert tree is not None
        layers["upos"] = [self._of["upos"][x] for x in tree.upos]
        layers["feats"] = [self._of["feats"].get(x, IGNORE) for x in tree.feats]
        layers["rel"] = [self._rel(x) for x in tree.rels]
        layers["head"] = list(tree.heads)
        layers["lemma"] = [
            self._of["lemma"].get(script(w, x), IGNORE) for w, x in zip(s.words, tree.lemmas, strict=True)
        ]

    def _rel(self, rel: str) -> int:
        known = self._of["rel"]
        return known[rel] if rel in known else known.get(rel.partition(":")[0], IGNORE)

    def _name(self, tag: str, has_misc: bool) -> int:
        if tag == UNKNOWN or tag not in self._of["entity"]:
            return IGNORE
        return self.o_or_misc if tag == "O" and not has_misc else self._of["entity"][tag]

    def _roles(self, roles: list[tuple[str, int, int]], n: int) -> Ids:
        tags, known = [0] * n, self._of["role"]
        for label, first, last in roles:
            if f"B-{label}" in known:
                for i in range(first, min(last, n - 1) + 1):
                    tags[i] = known[("B-" if i == first else "I-") + label]
        return tags


@dataclass(slots=True)
class Sampler:
    """Cuts documents into windows, anew each epoch."""

    coder: Coder
    pieces: Pieces
    rng: random.Random
    limit: int = 160
    swap: Swapper | None = None
    chances: dict[str, float] = field(
        default_factory=lambda: {
            "single": 0.4,
            "tail": 0.08,
            "unstop": 0.06,
            "upper": 0.03,
            "title": 0.02,
            "quotes": 0.3,
            "swap": 0.5,
        }
    )

    def _lucky(self, what: str) -> bool:
        return self.rng.random() < self.chances[what]

    def epoch(self, documents: Sequence[Sequence[Item]]) -> list[Window]:
        """One epoch of windows over all documents."""
        return [window for document in documents for window in self._document(document)]

    def _document(self, items: Sequence[Item]) -> Iterator[Window]:
        at = 0
        while at < len(items):
            want = 1 if self._lucky("single") else self.rng.randint(2, 5)
            took, size = 0, 0
            while took < want and at + took < len(items):
                size += sum(len(self.pieces(w)) for w in items[at + took].words)
                if took and size > self.limit:
                    break
                took += 1
            chosen = list(items[at : at + took])
            at += took
            follower = items[at] if at < len(items) and self._lucky("tail") else None
            yield self._window(chosen, follower if size < self.limit else None)

    def _window(self, items: list[Item], follower: Item | None) -> Window:
        if items[-1].droppable and follower is None and self._lucky("unstop"):
            items[-1] = _cut(items[-1], len(items[-1].words) - 1, ends=True)
        if follower is not None and follower.is_sentence and len(follower.words) > 4:
            items.append(_cut(_blank(follower), self.rng.randint(2, len(follower.words) - 2), ends=False))
        words = [w for item in items for w in self._named(item)]
        return assemble(items, self._dress(words), self.pieces, self.coder)

    def _named(self, item: Item) -> list[str]:
        """The words of an item; of our own corpus now and then with other states in their places."""
        if item.told is None or self.swap is None or not self._lucky("swap"):
            return item.words
        return self.swap(item.words, self.rng)

    def _dress(self, words: list[str]) -> list[str]:
        """The words with another casing or other quote marks now and then."""
        if self._lucky("upper"):
            words = [w.upper() for w in words]
        elif self._lucky("title"):
            words = [w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(words)]
        return swap_quotes(words) if self._lucky("quotes") else words


def _together(bonds: Sequence[Bond]) -> list[tuple[int, tuple[tuple[int, str], ...]]]:
    """The words of bonds with all their parties: two who hold the same stand hold it by one word."""
    found: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for bond in bonds:
        found.setdefault((bond.word, bond.kind), []).extend(bond.parts)
    return [(word, tuple(dict.fromkeys(parts))) for (word, _), parts in found.items()]


def swap_quotes(words: list[str]) -> list[str]:
    """Straight quote marks as curly ones, or curly as straight, whichever the text has."""
    if any(c in w for w in words for c in "“”’‘"):
        table = str.maketrans("“”‘’", "\"\"''")
        return [w.translate(table) for w in words]
    out: list[str] = []
    is_open = False
    for word in words:
        if word == '"' or word in ("``", "''"):
            out.append("”" if is_open else "“")
            is_open = not is_open
        else:
            out.append(word.replace("'", "’"))
    return out


def _cut(item: Item, n: int, ends: bool) -> Item:
    """The first n words of an item; ``ends`` says whether a sentence ends there."""
    layers = {name: list(ids[:n]) for name, ids in item.layers.items()}
    if ends:
        layers["boundary"][-1] = 1
    frames = [(p, tags[:n]) for p, tags in item.frames if p < n]
    facts = {w: v for w, v in item.factuality.items() if w < n}
    return replace(
        item, words=item.words[:n], layers=layers, frames=frames, factuality=facts, told=None, opinion=None
    )


def _blank(item: Item) -> Item:
    """An item that teaches nothing but that no sentence ends in it: the head of a cut paragraph."""
    n = len(item.words)
    layers = {name: [0 if name == "boundary" else IGNORE] * n for name in LAYERS}
    return replace(item, layers=layers, frames=[], factuality={}, told=None, opinion=None)


def assemble(items: Sequence[Item], words: list[str], pieces: Pieces, coder: Coder | None = None) -> Window:
    """One window of consecutive items; ``words`` are theirs, perhaps dressed otherwise."""
    layers: dict[str, Ids] = {name: [] for name in LAYERS}
    sent: Ids = []
    facts: dict[int, float] = {}
    frames: list[tuple[int, int, Ids]] = []
    parts: list[Linked] = []
    pairs: list[Paired] = []
    speech: list[Linked] = []
    opinions: list[Opined] = []
    for number, item in enumerate(items):
        start = len(sent)
        if item.opinion is not None and coder is not None:
            opinions.append(Opined(item.opinion, start, len(parts), len(pairs)))
        if item.told is not None and coder is not None:
            parts += coder.parts(item.told, len(item.words), start)
            pairs += coder.pairs(item.told, len(item.words), start)
            speech = heard(item.told, len(item.words), start, speech)
        for name in LAYERS:
            ids = item.layers[name]
            layers[name] += [h + start if h > 0 else h for h in ids] if name == "head" else ids
        facts.update({start + w: v for w, v in item.factuality.items()})
        frames += [(start + p, start, tags) for p, tags in item.frames]
        sent += [number] * len(item.words)
    return Window(
        [pieces(w) for w in words],
        [shape(w) for w in words],
        sent,
        layers,
        facts,
        frames,
        parts,
        [replace(s, tags=s.tags + [0] * (len(sent) - s.first - len(s.tags))) for s in speech],
        pairs,
        opinions,
    )


def heard(told: Told, n: int, first: int, before: list[Linked]) -> list[Linked]:
    """The speech of the sentences before, gone on by this one's n words, and this one's own."""
    if told.sayings is None:
        return before
    on = [i for saying in told.sayings if saying.cue is None for i in saying.content]
    gone = [replace(s, tags=s.tags + [0] * (first - s.first - len(s.tags))) for s in before]
    if gone and on:
        last = gone[-1]
        gone[-1] = replace(last, tags=last.tags + [2 if i in on else 0 for i in range(n)])
    for saying in told.sayings:
        if saying.cue is not None:
            tags = [0] * n
            for i in saying.content:
                tags[i] = 2
            for i in saying.source:
                tags[i] = 1
            gone.append(Linked(first + saying.cue, first, tags))
    return gone


def group(sentences: Iterable[Sentence], coder: Coder) -> list[list[Item]]:
    """Items by document, in the order of the file."""
    found: list[list[Item]] = []
    last = None
    for s in sentences:
        if s.doc != last or not s.is_sentence:
            found.append([])
            last = s.doc
        found[-1].append(coder.item(s))
    return found


def batches(windows: list[Window], budget: int, rng: random.Random | None = None) -> Iterator[list[Window]]:
    """Windows of like size together, each batch within the budget of (padded) sub-words."""
    order = sorted(windows, key=lambda w: w.size + (rng.random() * 8 if rng else 0))
    packed: list[list[Window]] = [[]]
    for window in order:
        if packed[-1] and (len(packed[-1]) + 1) * window.size > budget:
            packed.append([])
        packed[-1].append(window)
    if rng:
        rng.shuffle(packed)
    return iter(packed)


def collate(windows: list[Window], pieces: Pieces) -> Batch:
    """The tensors of one batch."""
    rows, width = len(windows), max(w.size for w in windows)
    words = max(len(w.pieces) for w in windows)
    ids = np.zeros((rows, width), np.int64)
    mask = np.zeros((rows, width), np.int64)
    shapes = np.zeros((rows, width), np.int64)
    first = np.zeros((rows, words), np.int64)
    sent = np.full((rows, words), -1, np.int64)
    layers = {name: np.full((rows, words), IGNORE, np.int64) for name in LAYERS}
    facts = np.full((rows, words), np.nan, np.float32)
    frames: list[tuple[int, int]] = []
    tags: list[np.ndarray] = []
    links: dict[str, list[tuple[int, int, np.ndarray]]] = {"part": [], "speech": []}
    pairs: list[tuple[int, Paired]] = []
    for b, w in enumerate(windows):
        for name, linked in (("part", w.parts), ("speech", w.speech)):
            for one in linked:
                row = np.full(words, IGNORE, np.int64)
                row[one.first : one.first + len(one.tags)] = one.tags
                links[name].append((b, one.top, row))
        pairs += [(b, pair) for pair in w.pairs]
        flat = [i for p in w.pieces for i in p]
        counts = np.array([len(p) for p in w.pieces])
        ids[b, : w.size] = [pieces.cls, *flat, pieces.sep]
        mask[b, : w.size] = 1
        shapes[b, 1 : 1 + len(flat)] = np.repeat(w.shapes, counts)
        first[b, : len(counts)] = 1 + np.concatenate([[0], np.cumsum(counts)[:-1]])
        sent[b, : len(w.sent)] = w.sent
        for name, values in w.layers.items():
            layers[name][b, : len(values)] = values
        for at, value in w.factuality.items():
            facts[b, at] = value
        for predicate, start, role_tags in w.frames:
            row = np.full(words, IGNORE, np.int64)
            row[start : start + len(role_tags)] = role_tags
            frames.append((b, predicate))
            tags.append(row)
    arrays = {
        "input_ids": ids,
        "attention_mask": mask,
        "shapes": shapes,
        "first": first,
        "sent": sent,
        "factuality": facts,
        **layers,
        "frame": np.array(frames, np.int64).reshape(-1, 2),
        "role": np.stack(tags) if tags else np.zeros((0, words), np.int64),
    }
    for name, linked in links.items():
        arrays[f"{name}_top"] = np.array([(b, top) for b, top, _ in linked], np.int64).reshape(-1, 2)
        arrays[f"{name}_tags"] = (
            np.stack([row for _, _, row in linked]) if linked else np.zeros((0, words), np.int64)
        )
    arrays |= _paired(pairs, words) | _opined(windows, words, len(links["part"]), len(pairs))
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _paired(pairs: list[tuple[int, Paired]], words: int) -> dict[str, np.ndarray]:
    """The arrays of the pairs of a batch, a row each."""
    actor, recipient, inside = (np.zeros((len(pairs), words), np.float32) for _ in range(3))
    for k, (_, pair) in enumerate(pairs):
        actor[k, list(pair.actor)] = 1.0
        recipient[k, list(pair.recipient)] = 1.0
        inside[k, pair.first : pair.stop] = 1.0
    return {
        "pair_row": np.array([b for b, _ in pairs], np.int64),
        "pair_actor": actor,
        "pair_recipient": recipient,
        "pair_inside": inside,
        "pair_act": np.array([p.act for _, p in pairs], np.int64),
        "pair_status": np.array([p.status for _, p in pairs], np.int64),
    }


def _opined(windows: list[Window], words: int, parts: int, pairs: int) -> dict[str, np.ndarray]:
    """The opinions of a batch beside its targets; all zero where there is none."""
    opined = [(b, o) for b, w in enumerate(windows) for o in w.opinions]
    if not opined:
        return {}
    first = opined[0][1].opinion
    found = {
        f"{name}_opinion": np.zeros((len(windows), words, value.shape[1]), np.float16)
        for name, value in first.words.items()
    }
    found["part_opinion"] = np.zeros((parts, words, first.parts.shape[2]), np.float16)
    found["pair_opinion"] = np.zeros((pairs, first.pairs.shape[1]), np.float16)
    # The parts and pairs of a batch stand in the order of its windows.
    part_base = np.cumsum([0, *(len(w.parts) for w in windows)])
    pair_base = np.cumsum([0, *(len(w.pairs) for w in windows)])
    for b, o in opined:
        for name, value in o.opinion.words.items():
            found[f"{name}_opinion"][b, o.first : o.first + len(value)] = value
        part, pair = part_base[b] + o.part, pair_base[b] + o.pair
        n = o.opinion.parts.shape[1]
        found["part_opinion"][part : part + len(o.opinion.parts), o.first : o.first + n] = o.opinion.parts
        found["pair_opinion"][pair : pair + len(o.opinion.pairs)] = o.opinion.pairs
    return found
