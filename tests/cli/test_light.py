"""Nothing heavy is loaded before it is needed: what keeps `dragoman --help` quick."""

from __future__ import annotations

import subprocess
import sys

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
