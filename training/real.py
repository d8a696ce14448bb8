"""Events that we marked in texts of others: the marks are in ``corpus/real/``, the texts in the data.

A line ``@ PLACE`` stands for a sentence: its ``sent_id`` in a treebank, or its first and last character
(exclusive) in a document of re3d. What follows is as in ``corpus/events/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.benchmarks.annotated import Item, read_lines
from training.corpora import RE3D_SOURCES, json_lines

FOLDER = Path(__file__).parent / "corpus" / "real"


def real_items(data: Path, faults: list[str], folder: Path = FOLDER) -> Iterator[Item]:
    """The sentences with their events; what is wrong is added to ``faults`` with file and line."""
    texts = {**_treebank(data / "ud/ewt-train.conllu"), **_treebank(data / "ud/gum-train.conllu")}
    reports = _re3d(data / "re3d")
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from read_lines(path, _with_texts(path, lines, texts, reports, faults), faults)


def _with_texts(
    path: Path, lines: list[str], texts: dict[str, str], reports: dict[str, str], faults: list[str]
) -> Iterator[str]:
    """The lines with every sentence in its place, and with the document as their theme."""
    document = ""
    for number, line in enumerate(lines, 1):
        if line.startswith("## document: "):
            document = line.partition(": ")[2]
            yield f"## theme: real {document}"
        elif line.startswith("@ "):
            text = _sentence(line[2:], reports.get(document), texts)
            if text is None:
                faults.append(f"{path.name}:{number}: no text stands at “{line[2:]}” of {document}")
            yield text or ""
        else:
            yield line


def _sentence(place: str, report: str | None, texts: dict[str, str]) -> str | None:
    if report is None:
        return texts.get(place)
    start, _, end = place.partition("-")
    return " ".join(report[int(start) : int(end)].split()) or None


def _treebank(path: Path) -> dict[str, str]:
    """The text of every sentence by its ``sent_id``."""
    found, key = {}, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            key = line.partition(" = ")[2]
        elif line.startswith("# text = "):
            found[key] = line.partition(" = ")[2]
    return found


def _re3d(folder: Path) -> dict[str, str]:
    """The text of every document of the sources that we may use."""
    found = {}
    for source in RE3D_SOURCES:
        for document in json_lines(folder / source / "documents.json"):
            found[f"re3d/{source}/{document['_id']}"] = str(document["text"])
    return found
