"""The arrays of a small head, which lie in one file beside the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError

Floats = NDArray[np.float32]
REMEDY = "Install Dragoman again: the file was cut short or is of another version"
_BIAS = "bias"


def read_arrays(path: Path, names: Sequence[str]) -> tuple[list[Floats], float]:
    """The arrays of these names and the bias; raises ModelError where the file cannot be read."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return [kept[name].astype(np.float32) for name in names], float(kept[_BIAS])
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ModelError(f"It cannot be read: {error}", path=path, remedy=REMEDY) from error


def write_arrays(path: Path, arrays: Mapping[str, Floats], bias: float) -> None:
    """Keep arrays in half precision, and the bias."""
    halves = {name: np.asarray(one, np.float16) for name, one in arrays.items()}
    np.savez_compressed(path, **halves, bias=np.float32(bias))  # type: ignore[arg-type]
