"""What stands at the edge of the program: its errors and its settings."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from dragoman.errors import BadInput, CodebookError, DragomanError, LedgerError
from dragoman.settings import Settings


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            BadInput("no such file", path="a.txt", remedy="check the path"),
            "a.txt: no such file. Check the path.",
        ),
        (
            CodebookError("a.yaml", 3, "unknown key `verb`", "write `verbs`"),
            "a.yaml:3: unknown key `verb`. Write `verbs`.",
        ),
        (LedgerError("in use."), "in use."),
        (BadInput("nobody", remedy="Did you mean SRB?"), "nobody. Did you mean SRB?"),
    ],
)
def test_an_error_is_one_readable_paragraph(error, told):
    assert str(error) == told


def test_an_error_survives_the_way_between_processes():
    sent = CodebookError(Path("a.yaml"), 3, "unknown key", "Remove it")
    back = pickle.loads(pickle.dumps(sent))
    assert (type(back), str(back), back.line) == (CodebookError, str(sent), 3)
    assert isinstance(back, DragomanError)


def test_settings_come_from_the_environment():
    given = {
        "DRAGOMAN_LEDGER": "a.duckdb",
        "DRAGOMAN_JOBS": "3",
        "DRAGOMAN_QUIET": "1",
        "DRAGOMAN_MODEL": "m",
    }
    told = Settings.from_environment(given)
    assert told == Settings(Path("a.duckdb"), Path("m"), None, 3, True)
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"DRAGOMAN_QUIET": "0"}).quiet is False


@pytest.mark.parametrize("share", ["high", "-0.1", "1.1", "nan"])
def test_a_confidence_that_is_no_share_is_said(share):
    with pytest.raises(BadInput, match="DRAGOMAN_MIN_CONFIDENCE"):
        Settings.from_environment({"DRAGOMAN_MIN_CONFIDENCE": share})


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", "²"])
def test_a_wrong_number_of_processes_is_said(jobs):
    with pytest.raises(BadInput, match="DRAGOMAN_JOBS"):
        Settings.from_environment({"DRAGOMAN_JOBS": jobs})
