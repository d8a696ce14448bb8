"""Reports of ordinary length for the ``speed`` bench, out of the annotated ones.

The sample reports are a hundred words each, to be read by people; what a report costs beside its words weighs
four times as much there as in the press.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.benchmarks.whole_reports import ALL, annotated_reports
from dragoman.errors import BadInput

WORDS = range(320, 481)
"""Words between blanks in a report of ordinary length, 400 in the mean."""
REPORTS = 40


def is_annotated(path: Path) -> bool:
    """Whether a folder holds annotated reports (``docs/annotation.md``), not plain ones."""
    if not path.is_dir():
        return False
    first = min(path.glob("*.txt"), default=None)
    if first is None:
        return False
    with first.open(encoding="utf-8", errors="replace") as file:
        return file.readline().startswith("## report:")


@contextmanager
def ordinary_reports(path: Path) -> Iterator[list[Path]]:
    """Annotated reports of ordinary length as plain text captures in a folder that goes away afterwards.

    A digest of the name chooses, so that no report is there because it is quick to read.

    Raises:
        BadInput: a line breaks the format, or no report is of ordinary length.
    """
    texts = {one.name: one.report.text for one in annotated_reports(path, ALL)}
    fit = [name for name, text in texts.items() if len(text.split()) in WORDS]
    if not fit:
        raise BadInput("No report here is of ordinary length", path=path, remedy="Leave out the folder")
    chosen = sorted(fit, key=lambda name: sha256(name.encode()).digest())[:REPORTS]
    with TemporaryDirectory(prefix="dragoman-speed-") as folder:
        files = [Path(folder) / f"{i:02}.txt" for i in range(len(chosen))]
        for file, name in zip(files, chosen, strict=True):
            file.write_text(texts[name], encoding="utf-8")
        yield files
