import shutil
from pathlib import Path

import pytest

from dragoman.codebook import SHIPPED, load_codebook
from dragoman.codebook.check import check
from dragoman.errors import BadInput

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_the_shipped_codebook_is_sound_and_holds_all_sixteen_types() -> None:
    assert check().problems == ()
    assert set(load_codebook().types) == PLOVER


def test_a_broken_file_is_reported_with_its_place(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "book")
    with (tmp_path / "book" / "events" / "aid.yaml").open("a", encoding="utf-8") as file:
        file.write("\nmoods: {}\n")
    [problem] = check(tmp_path / "book").problems
    assert "aid.yaml" in problem
    assert "moods" in problem


def test_a_folder_without_a_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no codebook here"):
        check(tmp_path)


def test_the_version_changes_when_a_rule_changes(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "book")
    before = load_codebook(tmp_path / "book").version
    assert before == load_codebook().version
    with (tmp_path / "book" / "words.yaml").open("a", encoding="utf-8") as file:
        file.write("\nmore_words: [word]\n")
    assert load_codebook(tmp_path / "book").version != before
