from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.benchmarks.conllu import documents, read_conllu
from dragoman.errors import BadInput


def row(number: str, form: str, head: int | str, deprel: str, misc: str = "_") -> str:
    return "\t".join([number, form, form.lower(), "X", "_", "_", str(head), deprel, "_", misc])


TWO = "\n".join(
    [
        "# newdoc id = d1",
        "# sent_id = n1-1",
        "# text = Bo didn't go.",
        row("1", "Bo", 4, "nsubj"),
        row("2-3", "didn't", "_", "_"),
        row("2", "did", 4, "aux"),
        row("3", "n't", 4, "advmod"),
        row("4", "go", 0, "root", "SpaceAfter=No"),
        row("4.1", "gone", "_", "_"),
        row("5", ".", 4, "punct"),
        "",
        "# newpar",
        "# sent_id = w1-2",
        "# text = Au revoir",
        row("1-2", "Au", "_", "_"),
        row("1", "à", 3, "case"),
        row("2", "le", 3, "det"),
        row("3", "revoir", 0, "root:sub"),
        "",
        "",
    ]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "two.conllu"
    file.write_text(TWO, encoding="utf-8")
    return file


def test_words_heads_and_characters(path: Path) -> None:
    first, second = read_conllu(path)
    assert first.forms == ("Bo", "did", "n't", "go", ".")
    assert [w.head for w in first.words] == [3, 3, 3, -1, 3]
    assert [w.span.of(first.text) for w in first.words] == ["Bo", "did", "n't", "go", "."]
    assert [w.span.of(second.text) for w in second.words] == ["Au", "", "revoir"]
    assert second.words[2].relation == "root"


def test_documents_are_rebuilt_with_paragraphs(path: Path) -> None:
    (document,) = documents(read_conllu(path))
    assert (document.id, document.text, document.starts) == ("d1", "Bo didn't go.\nAu revoir", (0, 14))


def test_prefix_and_limit(path: Path) -> None:
    assert [s.sent_id for s in read_conllu(path, prefix="w")] == ["w1-2"]
    assert [s.sent_id for s in read_conllu(path, limit=1)] == ["n1-1"]


def test_without_a_text_comment_the_text_is_made_of_the_words(tmp_path: Path) -> None:
    file = tmp_path / "bare.conllu"
    file.write_text("\n".join(line for line in TWO.split("\n") if not line.startswith("# text")))
    assert [s.text for s in read_conllu(file)] == ["Bo didn't go.", "Au revoir"]


def test_without_newdoc_the_id_tells_the_document(tmp_path: Path) -> None:
    file = tmp_path / "bare.conllu"
    lines = [
        f"# sent_id = {i}\n{row('1', 'a', 0, 'root')}\n" for i in ("n01001011", "n01001013", "n01002001")
    ]
    file.write_text("\n".join(lines) + "\n")
    assert [s.doc for s in read_conllu(file)] == ["n01001", "n01001", "n01002"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\tBo\n\n", r"bad\.conllu:1: The line has 2 columns"),
        (row("1", "Bo", 7, "root") + "\n\n", r":1: The head '7' is no word"),
        (row("1", "Bo", "x", "root") + "\n\n", r":1: The head 'x' is no word"),
        ("", "There is no sentence in it"),
    ],
)
def test_what_is_no_conllu(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "bad.conllu"
    file.write_text(text)
    with pytest.raises(BadInput, match=message):
        read_conllu(file)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        read_conllu(tmp_path / "none")
    with pytest.raises(BadInput, match="It is a folder"):
        read_conllu(tmp_path)
    (tmp_path / "latin").write_bytes(b"\xe9")
    with pytest.raises(BadInput, match="not UTF-8"):
        read_conllu(tmp_path / "latin")


def test_a_prefix_that_no_sentence_has(path: Path) -> None:
    with pytest.raises(BadInput, match="begins with 'q'"):
        read_conllu(path, prefix="q")
