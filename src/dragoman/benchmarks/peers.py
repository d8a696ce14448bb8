"""What others report on the same sets, to print beside ours.

Figures are as published, except for those whose source says (s), second-hand, or (r), re-computed from
predictions that the authors released.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Peer:
    """One row: the system, its figures in words, and where they are published."""

    system: str
    figures: str
    source: str


_HU = "Hu et al., ACL 2024, table 4 (s)"

PEERS: dict[str, tuple[Peer, ...]] = {
    "parse": (Peer("spaCy en_udv25_englishewt_trf", "EWT: UPOS 96.9, UAS 91.9, LAS 89.4", "model card"),),
    "relations": (
        Peer("Universal PETRARCH", "PLV test: types 46.3, quad 51.8, binary 80.8; AW binary 67.2", _HU),
        Peer("GPT-3.5", "PLV test: types 40.9, quad 66.2, binary 90.1; AW binary 76.3", _HU),
        Peer("GPT-4 with codebook", "PLV test: types 61.5, quad 76.7, binary 93.4; AW binary 87.0", _HU),
        Peer(
            "ZSP, roberta-large-mnli, zero-shot",
            "PLV test: types 82.4, quad 89.6, binary 96.4; AW binary 88.0",
            "Hu et al., ACL 2024 (r)",
        ),
        Peer(
            "ConfliBERT, trained on the set's train part",
            "PLV test: types 86.7, quad 96.3, binary 98.4; AW binary 89.3",
            _HU,
        ),
        Peer("ZSP", "PLV train as a test set: types 74.3, quad 86.7, binary 96.5", "Hu et al., ACL 2024 (r)"),
    ),
    "triples": (
        Peer(
            "Universal PETRARCH",
            "1,018 Spanish records: 44.2 % right and 315 % extra events",
            "its issue 52; nobody publishes the score on this set from raw text",
        ),
    ),
    "quotations": (
        Peer(
            "Citron",
            "PARC 3: content exact 59.3, overlap 83.3; all spans overlap 83.2; source overlap 85.3",
            "its README",
        ),
        Peer(
            "Gender Gap Tracker",
            "98 Canadian articles: quotes F1 83.7 loose, 76.1 strict; speaker 86.5 to 87.4 %",
            "PLOS ONE 0245533",
        ),
    ),
    "places": (Peer("Mordecai 3", "exact: TR-News 84.3, LGL 79.4, GeoWebNews 90.1", "its README"),),
    "dates": (Peer("HeidelTime", "TempEval-3: value F1 77.6", "UzZaman et al. 2013 (s)"),),
    "coreference": (
        Peer(
            "neural systems trained on OntoNotes",
            "another measure: they lose nearly 15 to 20 points on GUM's genres",
            "Zhu et al., ACL 2021",
        ),
    ),
    "pages": (
        Peer("trafilatura 2.0", "F1 .958", "article-extraction-benchmark README"),
        Peer("readability-lxml", "F1 .922", "article-extraction-benchmark README"),
        Peer("raw text", "F1 .665", "article-extraction-benchmark README"),
    ),
    "page-dates": (Peer("htmldate, extensive", "accuracy .903", "its README"),),
    "corpus": (
        Peer("GDELT protest rows", "21 % of valid links are a real protest", "Wang et al. 2016 (s)"),
        Peer(
            "GDELT protest rows",
            "45 % of 1,000 hand-coded rows are a real protest",
            "Hoffmann et al. 2022 (s)",
        ),
    ),
}


def peers(bench: str) -> tuple[Peer, ...]:
    """The published rows for a bench; empty where nobody publishes any."""
    return PEERS.get(bench, ())
