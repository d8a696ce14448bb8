"""What cannot be learnt from is said with its place, before anything is fitted."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook import load_codebook
from dragoman.codebook.trained import taught_types
from dragoman.errors import CodebookError
from dragoman.language import load
from dragoman.language.model import FOLDER
from dragoman.teaching.train import train

pytestmark = pytest.mark.skipif(
    not (FOLDER / "model.onnx").exists(), reason="the language model is not in this checkout"
)

VERBS = ("pardoned", "freed", "released", "amnestied")


def taught(folder: Path, examples: list[str]) -> None:
    """Train a type with these triggers; each stands in a sentence of its own."""
    (folder / "events").mkdir()
    lines = ["event: PARDON", "definition: A prisoner is let go.", "examples:", *examples, "counter:"]
    lines += ['  - "Peru arrested a spy."', '  - "Peru hired a spy."']
    (folder / "events" / "pardon.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    book = load_codebook(folder)
    [(kind, lessons)] = taught_types(book.types.values())
    train(load(roles=False), book, kind, lessons, "m")


def test_too_few_examples_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="has 1 examples and 2 counter-examples") as caught:
        taught(tmp_path, ['  - {text: "Peru pardoned a spy.", trigger: pardoned}'])
    assert caught.value.line == 4


def test_a_trigger_that_can_tell_no_act_is_refused(tmp_path: Path) -> None:
    lines = [f'  - {{text: "Peru {verb} a Chilean spy.", trigger: {verb}}}' for verb in VERBS]
    lines[2] = '  - {text: "Peru released a Chilean spy.", trigger: a}'
    with pytest.raises(CodebookError, match="“a” cannot tell an act") as caught:
        taught(tmp_path, lines)
    assert caught.value.line == 6
