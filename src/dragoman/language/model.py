"""The network: the only place that knows ONNX, and the check that the files are those of the manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language.outputs import keep_outputs, output_names
from dragoman.language.windows import Vocabulary, Window

Array = NDArray[np.float32]
Outputs = dict[str, Array]

FOLDER = Path(__file__).parent / "model"
_FILES = ("model.onnx", "pair.onnx", "tokenizer.json", "labels.json")
_FITTED_LATER = ("tells.npz",)  # on the states of the network, which does without
# Its fused kernel takes a fifth of the network's time on a CPU, the two operators it stands for next to none.
_SLOWER = ["SkipLayerNormFusion"]
_REMEDY = "Reinstall dragoman, or run the training export again"


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
    act: tuple[str, ...]
    status: tuple[str, ...]
    mode: tuple[str, ...]
    pledge: tuple[str, ...]
    stance: tuple[str, ...]

    @classmethod
    def load(cls, path: Path) -> Labels:
        """The lists of a ``labels.json``; raises ModelError where one is missing."""
        data = _json(path)
        missing = [name for name in cls.__slots__ if not isinstance(data.get(name), list)]
        if missing:
            raise ModelError(f"It has no list of {missing[0]} labels", path=path, remedy=_REMEDY)
        return cls(**{name: tuple(str(x) for x in data[name]) for name in cls.__slots__})


INPUTS = ("input_ids", "attention_mask", "shapes", "first")
# What predicates and their roles are read from.
ROLE_OUTPUTS = ("predicate", "role_arg", "role_pred")
# What no sentence can be read without; a network that was exported for another version may lack it.
NEEDED = frozenset({"boundary", "upos", "feats", "lemma", "entity", "factuality", "arc", "rel"})


class Network(Protocol):
    """What reads windows."""

    def read(self, windows: Sequence[Window]) -> list[Outputs]:
        """The outputs for each window, in the order given."""


class OnnxNetwork:
    """The shipped network, run by ONNX Runtime on the CPU.

    One thread by default: processes scale better than threads inside one (``threads``). The outputs
    ``without`` are not computed.
    """

    def __init__(
        self, path: Path, vocabulary: Vocabulary, threads: int = 1, without: Collection[str] = ()
    ) -> None:
        self._session = session(_lessened(path, without) if without else path, threads)
        self._names = [output.name for output in self._session.get_outputs()]
        self._vocabulary = vocabulary
        missing = sorted(NEEDED.difference(self._names, without))
        if missing:
            said = f"It has no output `{missing[0]}`: it was exported for another version of dragoman"
            raise ModelError(said, path=path, remedy=_REMEDY)

    def read(self, windows: Sequence[Window]) -> list[Outputs]:
        """The outputs for each window, in the order given.

        One window a pass: int8 arithmetic scales with the largest number of a pass, so windows that
        shared one would change each other's results. Alone, a paragraph reads the same in every report,
        for about 5 % of the speed.
        """
        return [self._one(window) for window in windows]

    def _one(self, window: Window) -> Outputs:
        arrays = self._session.run(self._names, feed(window, self._vocabulary))
        return {name: array[0] for name, array in zip(self._names, arrays, strict=True)}


def _lessened(path: Path, without: Collection[str]) -> bytes:
    """The network without some of its outputs and what only they need."""
    model = path.read_bytes()
    return keep_outputs(model, set(output_names(model)).difference(without))


def session(model: Path | bytes, threads: int) -> Any:
    """An inference session on the CPU; raises ModelError where ONNX Runtime cannot read the model."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    source = str(model) if isinstance(model, Path) else model
    try:
        return onnxruntime.InferenceSession(
            source, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
    except Exception as error:  # onnxruntime has a class of its own for every cause
        where = model if isinstance(model, Path) else None
        raise ModelError(f"ONNX Runtime cannot read it: {error}", path=where, remedy=_REMEDY) from error


def feed(window: Window, vocabulary: Vocabulary) -> dict[str, NDArray[np.int64]]:
    """The network's inputs for a window: ids, mask and shapes [1, S], first sub-words [1, T]."""
    # A window is a few dozen words: lists are filled in less time than as many arrays are made.
    ids, shapes, first = [vocabulary.cls], [0], []
    for pieces, shape in zip(window.pieces, window.shapes, strict=True):
        first.append(len(ids))
        ids += pieces
        shapes += [shape] * len(pieces)
    ids.append(vocabulary.sep)
    shapes.append(0)
    rows = (ids, [1] * len(ids), shapes, first)
    return {name: np.array([row], np.int64) for name, row in zip(INPUTS, rows, strict=True)}


def read_manifest(folder: Path) -> dict[str, Any]:
    """The model's manifest, after a check that every file is the one it describes (SHA-256).

    Raises ModelError naming the file that is missing or differs.
    """
    path = folder / "manifest.json"
    manifest = _json(path)
    files = manifest.get("files") or manifest.get("sha256")
    if not isinstance(files, dict):
        raise ModelError("It names no files", path=path, remedy=_REMEDY)
    for name in (*_FILES, *(head for head in _FITTED_LATER if head in files)):
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


def model_digest(folder: Path | None = None) -> str:
    """The digest of the network that the manifest names: what is fitted on its states holds for it alone."""
    manifest = _json((folder or FOLDER) / "manifest.json")
    entry = (manifest.get("files") or manifest.get("sha256") or {}).get("model.onnx")
    return str(entry.get("sha256") if isinstance(entry, dict) else entry)[:16]


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
