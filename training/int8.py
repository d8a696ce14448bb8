"""The weights that an int8 graph stands for, by the names that the network has for them.

Each product of the graph is known by the name of the bias that is added to it, and every product is stored by
column: whole numbers, a scale and a zero. Only arithmetic over arrays: neither PyTorch nor onnx is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_QUANTISED = "_quantized"


class Node(Protocol):
    """What is asked of a node of a graph."""

    op_type: str

    @property
    def input(self) -> Sequence[str]:
        """The names of what it takes."""

    @property
    def output(self) -> Sequence[str]:
        """The names of what it gives."""


def weights(nodes: Iterable[Node], stored: Mapping[str, Array]) -> dict[str, Array]:
    """The weights by name: those stored under it, and each product under the name of its bias."""
    nodes = tuple(nodes)
    found = {name: w for name, w in stored.items() if w.dtype.kind == "f"}
    users: dict[str, Node] = {}
    for node in nodes:
        for name in node.input:
            users.setdefault(name, node)
    for node in nodes:
        if node.op_type == "MatMulInteger":
            bias = _bias(node, users, found)
            found[bias.removesuffix("bias") + "weight"] = whole(node.input[1], stored).T
    for name in [n for n in stored if n.endswith(f".weight{_QUANTISED}")]:  # looked up, not multiplied
        found[name.removesuffix(_QUANTISED)] = whole(name, stored)
    return found


def whole(name: str, stored: Mapping[str, Array]) -> Array:
    """The numbers that stored whole numbers stand for."""
    stem = name.removesuffix(_QUANTISED)
    scale, zero = stored[f"{stem}_scale"], stored[f"{stem}_zero_point"]
    found: Array = (stored[name].astype(np.float32) - zero.astype(np.float32)) * scale
    return found


def _bias(node: Node, users: Mapping[str, Node], known: Mapping[str, Array]) -> str:
    """The name of the bias that is added to a product."""
    while True:
        node = users[node.output[0]]
        named = [name for name in node.input if name.endswith("bias") and name in known]
        if named:
            return named[0]
