"""Nothing heavy is loaded before it is needed: what keeps `dragoman --help` quick."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"duckdb", "onnxruntime", "numpy", "rich", "trafilatura", "htmldate", "lxml", "yaml", "tokenizers"}


@pytest.mark.parametrize(
    "code",
    [
        "import dragoman",
        "import dragoman.ledger.view, dragoman.ledger.writer, dragoman.explain, dragoman.parallel",
        "from dragoman.cli.app import build; build()(['--help'], standalone_mode=False)",
    ],
)
def test_what_is_not_needed_is_not_loaded(code):
    told = f"{code}\nimport sys; print('LOADED', *sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "LOADED"


def test_a_process_that_read_ends_in_silence(tmp_path: Path) -> None:
    capture = next((Path(__file__).parents[2] / "examples/captures").glob("*.txt"))
    command = ["read", str(capture), "--ledger", str(tmp_path / "a.duckdb"), "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *command], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")
