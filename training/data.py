"""Which corpus teaches what, and which only measures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.benchmarks.annotated import PARTS, part_of
from training.acts import codebook_lines, lines, lines_of
from training.corpora import (
    Sentence,
    add_factuality,
    add_roles,
    read_columns,
    read_conllu,
    read_iob2,
    read_marked_names,
    read_re3d,
)
from training.real import real_items

CORPUS = Path(__file__).parent / "corpus"


@dataclass(slots=True)
class Corpora:
    """The training sentences by source, and the development sets by name."""

    train: dict[str, list[Sentence]]
    dev: dict[str, list[Sentence]]


def ewt(data: Path, part: str) -> list[Sentence]:
    """EWT with roles and factuality."""
    sentences = read_conllu(data / f"ud/ewt-{part}.conllu")
    add_roles(sentences, data / f"propbank/ewt-{part}.jsonl")
    add_factuality(sentences, data / "factuality/factuality.json", f"ewt-{part}")
    return sentences


def our_own(data: Path) -> dict[str, list[Sentence]]:
    """Our own corpus of events and speech by part (``part_of``): the first teaches, the others do not.

    The texts of others in which we marked events teach only.
    """
    parts: dict[str, list[Sentence]] = {name: [] for name in PARTS}
    for n, line in enumerate(lines(CORPUS)):
        sentence = Sentence(line.doc, f"{line.doc}.{n}", line.words, told=line.told)
        parts[part_of(line.document)].append(sentence)
    faults: list[str] = []
    parts["train"] += [
        Sentence(line.doc, f"{line.doc}.{n}", line.words, told=line.told)
        for n, line in enumerate([*codebook_lines(), *lines_of(real_items(data, faults), faults)])
    ]
    return parts


def load(data: Path) -> Corpora:
    """All training and development data; no test file is opened here."""
    wikigold = read_columns(data / "wikigold/wikigold.conll", "wikigold")
    uner = read_iob2(data / "uner/en_ewt-ud-dev.iob2")
    # Names have little training data: only the last part of each of these two is held back.
    wiki_cut, uner_cut = int(len(wikigold) * 0.88), int(len(uner) * 0.75)
    told = our_own(data)
    return Corpora(
        train={
            "ewt": ewt(data, "train"),
            "gum": read_conllu(data / "ud/gum-train.conllu", gum=True),
            "wikigold": wikigold[:wiki_cut],
            "uner": uner[:uner_cut],
            "re3d": list(read_re3d(data / "re3d")),
            "named": [s for path in sorted(CORPUS.glob("names/*.txt")) for s in read_marked_names(path)],
            "acts": told["train"],
        },
        dev={
            "ewt-dev": ewt(data, "dev"),
            "gum-dev": read_conllu(data / "ud/gum-dev.conllu", gum=True),
            "wikigold-dev": wikigold[wiki_cut:],
            "uner-dev": uner[uner_cut:],
            "acts-dev": told["held-out"],
        },
    )


def tests(data: Path) -> dict[str, list[Sentence]]:
    """The test sets, for the last line of a report: PUD news, its names, EWT and GUM test."""
    news = [s for s in read_conllu(data / "ud/pud-test.conllu") if s.sent_id.startswith("n")]
    names = [s for s in read_iob2(data / "uner/en_pud-ud-test.iob2") if s.sent_id.startswith("n")]
    for s in news:
        s.doc = "pud"  # its documents are two sentences long: run them together, or boundaries were too easy
    ewt_test = ewt(data, "test")
    gum_test = read_conllu(data / "ud/gum-test.conllu", gum=True)
    return {"pud-news": news, "pud-news-names": names, "ewt-test": ewt_test, "gum-test": gum_test}
