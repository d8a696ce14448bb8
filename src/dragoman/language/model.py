"""The network: the only place that knows ONNX, and the check that the files are those of the manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language.windows import Vocabulary, Window

Array = NDArray[np.float32]
Outputs = dict[str, Array]

FOLDER = Path(__file__).parent / "model"
_FILES = ("model.onnx", "tokenizer.json", "labels.json")
_REMEDY = "Reinstall dragoman, or run the training export again"
_BATCH_PIECES = 1024  # padded sub-words of one pass
_PADDING = 1.25  # a window joins a batch that is at most this much longer


@dataclass(frozen=True, slots=True)
class Labels:
    """The label lists of the model, each in the order of its output."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    entity: tuple[str, ...]
    predicate: tuple[str, ...]
    rel: tuple[str, ...]
    role: tuple[str, ...]

    @classmethod
    def load(cls, path: Path) -> Labels:
        """The lists of a ``labels.json``; raises ModelError where one is missing."""
        data = _json(path)
        missing = [name for name in cls.__slots__ if not isinstance(data.get(name), list)]
        if missing:
            raise ModelError(f"It has no list of {missing[0]} labels", path=path, remedy=_REMEDY)
        return cls(**{name: tuple(str(x) for x in data[name]) for name in cls.__slots__})


class Network(Protocol):
    """What reads windows. Every array it gives is cut to the window's own words."""

    def read(self, windows: Sequence[Window]) -> list[Outputs]:
        """The outputs for each window, in the order given."""


class OnnxNetwork:
    """The shipped network, run by ONNX Runtime on the CPU.

    One thread by default: processes scale better than threads inside one (``threads``).
    """

    def __init__(self, path: Path, vocabulary: Vocabulary, threads: int = 1) -> None:
        self._session = session(path, threads)
        self._names = [output.name for output in self._session.get_outputs()]
        self._vocabulary = vocabulary

    def read(self, windows: Sequence[Window]) -> list[Outputs]:
        """The outputs for each window, in the order given; windows of like size go in one pass."""
        found: list[Outputs] = [{} for _ in windows]
        for batch in batches([w.size for w in windows]):
            arrays = self._session.run(self._names, feed([windows[i] for i in batch], self._vocabulary))
            outputs = dict(zip(self._names, arrays, strict=True))
            for row, i in enumerate(batch):
                found[i] = cut(outputs, row, len(windows[i].pieces))
        return found


def session(model: Path | bytes, threads: int) -> Any:
    """An inference session on the CPU; raises ModelError where ONNX Runtime cannot read the model."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    source = str(model) if isinstance(model, Path) else model
    try:
        return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has a class of its own for every cause
        where = model if isinstance(model, Path) else None
        raise ModelError(f"ONNX Runtime cannot read it: {error}", path=where, remedy=_REMEDY) from error


def batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Which windows to read together: like sizes, at most 1,024 padded sub-words, longest first."""
    order = sorted(range(len(sizes)), key=lambda i: (-sizes[i], i))
    batch: list[int] = []
    for i in order:
        widest = sizes[batch[0]] if batch else 0
        full = (len(batch) + 1) * widest > _BATCH_PIECES or widest > sizes[i] * _PADDING
        if batch and full:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def feed(windows: Sequence[Window], vocabulary: Vocabulary) -> dict[str, NDArray[np.int64]]:
    """The network's inputs for some windows: ids, mask and shapes [B, S], first sub-words [B, T]."""
    rows, width = len(windows), max(w.size for w in windows)
    words = max(len(w.pieces) for w in windows)
    ids = np.zeros((rows, width), np.int64)
    mask = np.zeros((rows, width), np.int64)
    shapes = np.zeros((rows, width), np.int64)
    first = np.zeros((rows, words), np.int64)
    for row, window in enumerate(windows):
        counts = np.fromiter(map(len, window.pieces), np.int64, len(window.pieces))
        end = int(counts.sum()) + 1
        ids[row, 0], ids[row, end] = vocabulary.cls, vocabulary.sep
        ids[row, 1:end] = np.fromiter((i for p in window.pieces for i in p), np.int64, end - 1)
        mask[row, : end + 1] = 1
        shapes[row, 1:end] = np.repeat(window.shapes, counts)
        first[row, 1 : len(counts)] = np.cumsum(counts)[:-1]
        first[row, : len(counts)] += 1
    return {"input_ids": ids, "attention_mask": mask, "shapes": shapes, "first": first}


def cut(outputs: Outputs, row: int, count: int) -> Outputs:
    """One window's outputs without padding: ``count`` words, and the root before them where it has one."""
    found = {name: values[row, :count] for name, values in outputs.items()}
    found["arc"] = outputs["arc"][row, :count, : count + 1]
    found["rel_head"] = outputs["rel_head"][row, : count + 1]
    return found


def read_manifest(folder: Path) -> dict[str, Any]:
    """The model's manifest, after a check that every file is the one it describes (SHA-256).

    Raises ModelError naming the file that is missing or differs.
    """
    path = folder / "manifest.json"
    manifest = _json(path)
    files = manifest.get("files") or manifest.get("sha256")
    if not isinstance(files, dict):
        raise ModelError("It names no files", path=path, remedy=_REMEDY)
    for name in _FILES:
        entry = files.get(name)
        promised = entry.get("sha256") if isinstance(entry, dict) else entry
        if not (folder / name).is_file():
            raise ModelError("The language model is incomplete", path=folder / name, remedy=_REMEDY)
        if promised != digest(folder / name):
            raise ModelError(
                "The file is not the one that the manifest describes (its SHA-256 differs)",
                path=folder / name,
                remedy=_REMEDY,
            )
    return manifest


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError("The language model is incomplete", path=path, remedy=_REMEDY) from error
    except (OSError, ValueError) as error:
        raise ModelError(f"It cannot be read: {error}", path=path, remedy=_REMEDY) from error
    if not isinstance(data, dict):
        raise ModelError("It is not a JSON object", path=path, remedy=_REMEDY)
    return data
