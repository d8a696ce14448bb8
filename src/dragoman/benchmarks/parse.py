"""The ``parse`` bench: words, sentences, tags and trees against a CoNLL-U file.

On gold words: each sentence is parsed with the words of the file. From raw text: each document is
rebuilt from its ``text`` comments, and a word counts where its characters, its relation and the
characters of its head are those of the file (F1, as in the CoNLL 2018 shared task). Relations are
compared without subtypes; punctuation counts.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.benchmarks.conllu import Document, GoldSentence, documents, read_conllu
from dragoman.benchmarks.peers import PEERS as ALL_PEERS
from dragoman.benchmarks.scores import Tally, percent
from dragoman.language.core import Language
from dragoman.language.parse import Sentence, Word

PEERS = ALL_PEERS["parse"]
_AT_ONCE = 64


def run(
    path: Path,
    prefix: str | None = None,
    limit: int | None = None,
    predictions: Path | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """The scores of the contract, and ``lemma`` and ``feats`` beside them, all over the words of the file.

    ``prefix`` keeps the sentences whose id begins so, ``limit`` the first N of them; the parses on gold
    words are written to ``predictions`` as CoNLL-U. Raises BadInput where the file is none.
    """
    from dragoman.language import load

    gold = read_conllu(path, prefix, limit)
    language = language or load()
    parses = parse_gold(language, gold)
    if predictions is not None:
        write_conllu(predictions, gold, parses)
    return {
        "sentences": len(gold),
        "words": sum(len(s.words) for s in gold),
        **on_gold_words(gold, parses),
        **from_raw_text(language, documents(gold)),
    }


def parse_gold(language: Language, gold: Sequence[GoldSentence]) -> list[Sentence]:
    """One parse for each sentence, with the file's words."""
    found: list[Sentence] = []
    for at in range(0, len(gold), _AT_ONCE):
        found += language.parse_words([s.forms for s in gold[at : at + _AT_ONCE]])
    return found


def on_gold_words(gold: Sequence[GoldSentence], parses: Sequence[Sentence]) -> dict[str, float]:
    """UPOS, UAS, LAS, lemmas and features, in per cent of the words."""
    right: Counter[str] = Counter()
    words = 0
    for sentence, parse in zip(gold, parses, strict=True):
        for true, found in zip(sentence.words, parse.words, strict=True):
            attached = true.head == found.head
            words += 1
            right["upos"] += true.upos == found.upos
            right["uas"] += attached
            right["las"] += attached and true.relation == found.deprel.partition(":")[0]
            right["lemma"] += true.lemma == found.lemma
            right["feats"] += true.feats == written_feats(found.feats)
    return {name: percent(right[name], words) for name in ("upos", "uas", "las", "lemma", "feats")}


@dataclass(slots=True)
class _Raw:
    """What is counted over raw text."""

    arcs: Tally = field(default_factory=Tally)
    sentences: Tally = field(default_factory=Tally)
    tokens: Tally = field(default_factory=Tally)
    words: int = 0
    seconds: float = 0.0


def from_raw_text(language: Language, texts: Iterable[Document]) -> dict[str, float]:
    """LAS, sentences and tokens (F1), and the words parsed in a second, one core, loading not counted."""
    raw = _Raw()
    for document in texts:
        began = time.perf_counter()
        parses = language.parse(document.text)
        raw.seconds += time.perf_counter() - began
        raw.words += sum(len(s.words) for s in parses)
        raw.arcs.add(_found_arcs(parses), _true_arcs(document))
        raw.tokens.add((w.span for s in parses for w in s.words), _true_tokens(document))
        raw.sentences.add((s.span for s in parses), _true_sentences(document))
    return {
        "las_raw": raw.arcs.f1,
        "sentence_f": raw.sentences.f1,
        "token_f": raw.tokens.f1,
        "words_per_second": round(raw.words / raw.seconds) if raw.seconds else 0,
    }


Arc = tuple[int, int, int, int, str]


def _found_arcs(parses: Iterable[Sentence]) -> list[Arc]:
    arcs: list[Arc] = []
    for sentence in parses:
        for w in sentence.words:
            head = sentence.words[w.head].span if w.head >= 0 else (-1, -1)
            arcs.append((*w.span, *head, w.deprel.partition(":")[0]))
    return arcs


def _true_arcs(document: Document) -> list[Arc]:
    arcs: list[Arc] = []
    for start, sentence in zip(document.starts, document.sentences, strict=True):
        places = [(start + w.span.start, start + w.span.end) for w in sentence.words]
        for w, place in zip(sentence.words, places, strict=True):
            head = places[w.head] if w.head >= 0 else (-1, -1)
            arcs.append((*place, *head, w.relation))
    return arcs


def _true_tokens(document: Document) -> list[tuple[int, int]]:
    return [(a, b) for a, b, *_ in _true_arcs(document)]


def _true_sentences(document: Document) -> list[tuple[int, int]]:
    return [
        (start + s.words[0].span.start, start + max(w.span.end for w in s.words))
        for start, s in zip(document.starts, document.sentences, strict=True)
    ]


def written_feats(feats: Sequence[tuple[str, str]]) -> str:
    """Features as a FEATS column."""
    return "|".join(f"{name}={value}" for name, value in feats) or "_"


def write_conllu(path: Path, gold: Sequence[GoldSentence], parses: Sequence[Sentence]) -> None:
    """The parses as CoNLL-U, with the comments of the gold file."""
    blocks = []
    for sentence, parse in zip(gold, parses, strict=True):
        rows = ["\t".join(_cells(word)) for word in parse.words]
        blocks.append("\n".join([*sentence.comments, *rows, "", ""]))
    path.write_text("".join(blocks), encoding="utf-8")


def _cells(w: Word) -> list[str]:
    feats = written_feats(w.feats)
    return [str(w.i + 1), w.text, w.lemma, w.upos, "_", feats, str(w.head + 1), w.deprel, "_", "_"]
