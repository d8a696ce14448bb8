"""The readers of what teaches: names in brackets, and events marked in texts of others."""

import json

import pytest
from training.corpora import RE3D_SOURCES, read_marked_names
from training.real import real_items

CONLLU = """# newdoc id = weblog-1
# sent_id = weblog-1-1
# text = Chad's army shelled Adre.
1\tChad\t_
"""


@pytest.fixture
def data(tmp_path):
    """A folder of data with one sentence of a treebank and one document of re3d."""
    for name, text in {"ud/ewt-train.conllu": CONLLU, "ud/gum-train.conllu": ""}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for source in RE3D_SOURCES:
        (tmp_path / "re3d" / source).mkdir(parents=True)
        row = {"_id": "A1", "text": "News.\n\nCENTCOM  struck\nRaqqa. More."}
        (tmp_path / "re3d" / source / "documents.json").write_text(json.dumps(row), encoding="utf-8")
    return tmp_path


def marks(tmp_path, text):
    folder = tmp_path / "marks"
    folder.mkdir()
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return folder


def test_marks_find_the_sentence_of_the_treebank(data, tmp_path):
    folder = marks(
        tmp_path, "## document: weblog-1\n@ weblog-1-1\n> ASSAULT | actual | shelled | Chad's army -> Adre\n"
    )
    faults = []
    (item,) = real_items(data, faults, folder)
    (event,) = item.events
    assert (item.text, item.document, faults) == ("Chad's army shelled Adre.", "real weblog-1", [])
    assert item.text[slice(*event.trigger)] == "shelled"


def test_marks_find_the_characters_of_a_document_and_its_lines_are_one(data, tmp_path):
    folder = marks(
        tmp_path,
        "## document: re3d/CENTCOM/A1\n@ 7-29\n> ASSAULT | actual | struck | CENTCOM -> Raqqa\n",
    )
    (item,) = real_items(data, [], folder)
    assert item.text == "CENTCOM struck Raqqa."


def test_a_mark_without_its_text_is_named(data, tmp_path):
    folder = marks(tmp_path, "## document: weblog-1\n@ weblog-1-9\n> none background\n")
    faults = []
    list(real_items(data, faults, folder))
    assert faults[0].startswith("one.txt:2: no text stands at “weblog-1-9”")


def test_names_in_brackets_are_words_with_tags(tmp_path):
    file = tmp_path / "marked.txt"
    file.write_text("# banks\n[PER Ama Osei] left the [ORG Bank of Ghana]'s board.\n", encoding="utf-8")
    (sentence,) = read_marked_names(file)
    assert list(zip(sentence.words, sentence.names, strict=True)) == [
        ("Ama", "B-PER"),
        ("Osei", "I-PER"),
        ("left", "O"),
        ("the", "O"),
        ("Bank", "B-ORG"),
        ("of", "I-ORG"),
        ("Ghana", "I-ORG"),
        ("'s", "O"),
        ("board", "O"),
        (".", "O"),
    ]


def test_a_bracket_that_is_no_mark_is_named(tmp_path):
    file = tmp_path / "marked.txt"
    file.write_text("# banks\nThe [BANK of Ghana] shut.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"marked\.txt:2: a bracket is no mark"):
        read_marked_names(file)
