from pathlib import Path

import pytest

from dragoman.codebook.openings import FILE, load_openings, openings
from dragoman.errors import CodebookError


def test_rubrics_are_single_words_in_capitals_since_only_those_are_looked_up() -> None:
    assert all(w.isalpha() and w == w.upper() for w in openings().rubrics)


def test_titles_stand_without_the_point_that_they_may_have() -> None:
    assert not [t for t in openings().titles if t.endswith(".")]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("\nposts:", "\npost:", "`posts` is missing"),
        ("\nlabels:", "\nlabel: [X]\nlabels:", "unknown key `label`"),
        ("[BREAKING, ", "[5, ", "expected text, found 5"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    broken = tmp_path / "openings.yaml"
    broken.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(CodebookError, match=r"openings\.yaml:\d+") as raised:
        load_openings(broken)
    assert problem in str(raised.value)
