from pathlib import Path

import pytest

from dragoman.codebook.yamlfile import Fields, load_yaml
from dragoman.errors import CodebookError


def written(folder: Path, text: str) -> Path:
    path = folder / "entry.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_misspelt_key_is_an_error_with_its_line_and_the_nearest_key(tmp_path: Path) -> None:
    node = load_yaml(written(tmp_path, "event: AID\nmanaul: section AID\n"))
    fields = Fields(node)
    fields.need("event")
    fields.text("manual")
    with pytest.raises(CodebookError) as caught:
        fields.close()
    assert caught.value.line == 2
    assert "Did you mean `manual`" in str(caught.value)


def test_a_key_given_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="given twice") as caught:
        load_yaml(written(tmp_path, "event: AID\nlabel: Aid\nevent: CONSULT\n"))
    assert caught.value.line == 3


def test_a_missing_key_names_the_entry(tmp_path: Path) -> None:
    node = load_yaml(written(tmp_path, "\nlabel: Aid\n"))
    with pytest.raises(CodebookError, match="`event` is missing"):
        Fields(node).need("event")


def test_a_list_of_words_must_be_there_and_hold_only_words(tmp_path: Path) -> None:
    fields = Fields(load_yaml(written(tmp_path, "towns: [port, hub]\ncoast: shore\nyears: [1990]\n")))
    assert fields.words("towns") == {"hub", "port"}
    assert fields.words("coast") == {"shore"}
    with pytest.raises(CodebookError, match="`rivers` is missing"):
        fields.words("rivers")
    with pytest.raises(CodebookError, match="expected text, found 1990") as caught:
        fields.words("years")
    assert caught.value.line == 3


def test_prepositions_are_words_and_not_truth_values(tmp_path: Path) -> None:
    node = load_yaml(written(tmp_path, "recipient: [on, no, yes, off]\nflag: true\n"))
    assert node.mapping()["recipient"].texts() == ("on", "no", "yes", "off")
    assert node.mapping()["flag"].flag() is True


@pytest.mark.parametrize("text", ["", "a: [1, 2", "a: b: c", "\x00"])
def test_what_is_not_yaml_is_an_error_that_names_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(CodebookError, match=r"entry\.yaml"):
        load_yaml(written(tmp_path, text))
