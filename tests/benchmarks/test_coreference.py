"""The coreference bench on a document of our own in GUM's form."""

from pathlib import Path

import pytest

from dragoman.benchmarks import coreference
from dragoman.benchmarks.conllu import documents, read_conllu
from dragoman.errors import BadInput
from dragoman.pipeline import Reader
from dragoman.record import How, Mention, Span
from dragoman.settings import Settings

ROWS = [
    [
        ("Ada", "PROPN", 3, "nsubj", "(1-person-new-nnnnn-cf1-1,2-coref"),
        ("Obi", "PROPN", 1, "flat", "1)"),
        ("visited", "VERB", 0, "root", ""),
        ("Chad", "PROPN", 3, "obj", "(2-place-new-nnnnn-cf2-1-coref)"),
        (".", "PUNCT", 3, "punct", ""),
    ],
    [
        ("She", "PRON", 2, "nsubj", "(1-person-giv:act-nnnnn-cf1-1-ana)"),
        ("praised", "VERB", 0, "root", ""),
        ("the", "DET", 4, "det", "(2-place-giv:act-nnnnn-cf2-2-coref"),
        ("country", "NOUN", 2, "obj", "2)"),
        ("and", "CCONJ", 6, "cc", ""),
        ("left", "VERB", 2, "conj", ""),
        ("a", "DET", 8, "det", "(3[1/2]-object-new-nnnnn-cf3-2-sgl"),
        ("letter", "NOUN", 6, "obj", "3[1/2])"),
        (".", "PUNCT", 2, "punct", ""),
    ],
]


def conllu(rows) -> str:
    lines = ["# newdoc id = made", "# meta::dateCreated = 2020-05-04"]
    for n, words in enumerate(rows, start=1):
        text = " ".join(w[0] for w in words).replace(" .", ".")
        lines += [f"# sent_id = made-{n}", f"# text = {text}"]
        for i, (form, upos, head, deprel, entity) in enumerate(words, start=1):
            misc = f"Entity={entity}" if entity else "_"
            lines.append(
                "\t".join([str(i), form, form.lower(), upos, "_", "_", str(head), deprel, "_", misc])
            )
        lines.append("")
    return "\n".join(lines) + "\n"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made.conllu"
    path.write_text(conllu(ROWS), encoding="utf-8")
    return path


def test_brackets_become_mentions_with_heads_and_kinds(made: Path) -> None:
    (document,) = documents(read_conllu(made))
    found = [(g.entity, g.kind, g.span.of(document.text)) for g in coreference.gold_mentions(document)]
    assert found == [
        ("1", "name", "Ada Obi"),
        ("2", "name", "Chad"),
        ("1", "pronoun", "She"),
        ("2", "description", "the country"),
        ("3", "description", "a letter"),
    ]


def test_a_mention_is_tied_once_and_by_its_head() -> None:
    gold = [
        coreference.GoldMention("1", "person", Span(0, 20), Span(0, 3), "name"),
        coreference.GoldMention("2", "place", Span(14, 20), Span(14, 20), "name"),
    ]
    ours = [Mention("a", Span(0, 7), "Ada Obi", How.NAME), Mention("b", Span(14, 20), "Lagos!", How.NAME)]
    assert {i: m.actor for i, m in coreference.align(gold, ours).items()} == {0: "a", 1: "b"}


def test_the_bench_reports_by_kind(made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    scores = coreference.run(made, predictions=out, reader=Reader.load(Settings()))
    assert scores["mentions"] == 4
    assert scores["kinds"]["pronoun"] == {"mentions": 1, "right": 100.0}
    assert scores["right"] == 100.0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 4


def test_a_file_without_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.conllu"
    path.write_text(conllu([[(*w[:4], "") for w in ROWS[0]]]), encoding="utf-8")
    with pytest.raises(BadInput, match="Entity="):
        coreference.run(path)
