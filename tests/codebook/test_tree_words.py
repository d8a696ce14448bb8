from dataclasses import fields
from pathlib import Path

import pytest

from dragoman.codebook.tree_words import FILE, TreeWords, load_tree_words, tree_words
from dragoman.errors import CodebookError


def test_every_list_of_the_package_holds_words_in_small_letters() -> None:
    words = tree_words()
    for name in (f.name for f in fields(TreeWords)):
        held = getattr(words, name)
        assert held, name
        assert all(w == w.lower().strip() for w in held), name


def test_what_is_surely_suffered_is_not_also_done_without_an_object() -> None:
    assert tree_words().suffered.isdisjoint(tree_words().suffered_or_done)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("\ncalling:", "\n", "is not YAML"),
        ("\ncalling:", "\ncallin:", "`calling` is missing"),
        ("\ncalling:", "\nsailing: [row]\ncalling:", "unknown key `sailing`"),
        ("[hurt, ", "[7, ", "expected text, found 7"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    broken = tmp_path / "syntax.yaml"
    broken.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(CodebookError, match=r"syntax\.yaml:\d+") as raised:
        load_tree_words(broken)
    assert problem in str(raised.value)
