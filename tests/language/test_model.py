from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.language.model import FOLDER, Labels, OnnxNetwork, digest, feed, read_manifest, session
from dragoman.language.outputs import keep_outputs
from dragoman.language.windows import Vocabulary, Window
from tests.language.stub import StubVocabulary


def test_what_the_network_is_fed() -> None:
    window = Window(0, 2, ((11, 12), (13,)), (2, 11))
    arrays = feed(window, StubVocabulary())  # type: ignore[arg-type]
    assert arrays["input_ids"].tolist() == [[1, 11, 12, 13, 2]]
    assert arrays["attention_mask"].tolist() == [[1, 1, 1, 1, 1]]
    assert arrays["shapes"].tolist() == [[0, 2, 2, 11, 0]]
    assert arrays["first"].tolist() == [[1, 3]]


def _model(folder: Path) -> Path:
    for name in ("model.onnx", "pair.onnx", "tokenizer.json", "labels.json"):
        (folder / name).write_text(name)
    files = {name.name: {"sha256": digest(name)} for name in folder.iterdir()}
    (folder / "manifest.json").write_text(json.dumps({"name": "m", "files": files}))
    return folder


def test_a_whole_model_is_accepted(tmp_path: Path) -> None:
    assert read_manifest(_model(tmp_path))["name"] == "m"


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    (_model(tmp_path) / "labels.json").write_text("{}")
    with pytest.raises(ModelError, match=r"labels\.json.*SHA-256 differs.*Reinstall"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    "name", ["model.onnx", "pair.onnx", "tokenizer.json", "labels.json", "manifest.json"]
)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (_model(tmp_path) / name).unlink()
    with pytest.raises(ModelError, match=name):
        read_manifest(tmp_path)


@pytest.mark.parametrize("text", ["[]", "{", '{"files": 3}'])
def test_a_manifest_that_is_none(tmp_path: Path, text: str) -> None:
    (_model(tmp_path) / "manifest.json").write_text(text)
    with pytest.raises(ModelError, match=r"manifest\.json"):
        read_manifest(tmp_path)


def test_labels_that_lack_a_list(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text('{"upos": ["X"]}')
    with pytest.raises(ModelError, match="no list of feats"):
        Labels.load(tmp_path / "labels.json")


def test_a_file_that_is_no_network(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no network")
    with pytest.raises(ModelError, match=r"ONNX Runtime cannot read it"):
        session(tmp_path / "model.onnx", threads=1)


def test_a_network_of_another_version_is_told(tmp_path: Path) -> None:
    model = keep_outputs((FOLDER / "model.onnx").read_bytes(), {"boundary", "upos", "states"})
    (tmp_path / "model.onnx").write_bytes(model)
    with pytest.raises(ModelError, match=r"no output `arc`.*another version"):
        OnnxNetwork(tmp_path / "model.onnx", StubVocabulary())  # type: ignore[arg-type]


def test_the_shipped_vocabulary_gives_every_word_a_piece() -> None:
    vocabulary = Vocabulary.load(FOLDER / "tokenizer.json")
    strange = ["", "\u0301", "\ufe0f", "\ud800", "a" * 5000, "塞", "Stoltenberg"]
    pieces = vocabulary.pieces(strange)
    assert all(1 <= len(p) <= 12 for p in pieces)
    assert vocabulary.pieces(["Stoltenberg"]) == [pieces[-1]]


@pytest.mark.parametrize("name", ["model.onnx", "pair.onnx"])
def test_the_shipped_networks_say_nothing_of_where_they_were_exported(name: str) -> None:
    assert b"stack_trace" not in (FOLDER / name).read_bytes()
