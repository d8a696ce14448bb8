"""The shipped int8 model as a network again, so that training can go on from it where no checkpoint is left.

Each product of the graph is known by the name of the bias that is added to it, and every product is stored by
column: whole numbers, a scale and a zero. Products that were exported as one (``merged.py``) are cut apart
again. What comes back is what the shipped model computes with, not the weights before they were rounded.

``python -m training.shipped --model src/dragoman/language/model --out build/start.pt``
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.labels import Labels
from training.merged import Merged
from training.network import Network, Size, load_encoder
from training.train import base_folder

_QUANTISED = "_quantized"


def restored(folder: Path) -> tuple[Network, Labels]:
    """The network of ``model.onnx`` and ``pair.onnx``, and its labels.

    Raises ``ValueError`` where a weight of the network stands in neither file.
    """
    labels = Labels.from_json(json.loads((folder / "labels.json").read_text(encoding="utf-8")))
    network = Network(load_encoder(base_folder(), 0.0), labels, Size())
    merged = Merged(network)
    found = _weights(onnx.load(folder / "model.onnx"))
    found |= {f"network.pair.{name}": w for name, w in _weights(onnx.load(folder / "pair.onnx")).items()}
    found |= _mixes(onnx.load(folder / "model.onnx"))
    inside = {f"network.{name}" for part in merged.together() for name in _names(network, part.parts)}
    missing = merged.state_dict().keys() - found.keys() - inside
    if missing:
        raise ValueError(f"{folder}: no weights for {', '.join(sorted(missing))}")
    merged.load_state_dict({n: w for n, w in found.items() if n in merged.state_dict()}, strict=False)
    for part in merged.together():
        part.give_back()
    return network.eval(), labels


def _names(network: Network, parts: tuple[torch.nn.Linear, ...]) -> list[str]:
    """The names that the weights of these linear maps have in the network."""
    mine = {id(p) for part in parts for p in part.parameters()}
    return [name for name, p in network.named_parameters() if id(p) in mine]


def _weights(model: onnx.ModelProto) -> dict[str, Tensor]:
    """The weights by name: those stored under it, and each product under the name of its bias."""
    stored = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
    found = {name: w for name, w in stored.items() if w.is_floating_point()}
    users: dict[str, onnx.NodeProto] = {}
    for node in model.graph.node:
        for name in node.input:
            users.setdefault(name, node)
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            bias = _bias(node, users, found)
            found[bias.removesuffix("bias") + "weight"] = _whole(node.input[1], stored).T.contiguous()
    for name in [n for n in stored if n.endswith(f".weight{_QUANTISED}")]:  # looked up, not multiplied
        found[name.removesuffix(_QUANTISED)] = _whole(name, stored)
    return found


def _bias(node: onnx.NodeProto, users: dict[str, onnx.NodeProto], known: dict[str, Tensor]) -> str:
    """The name of the bias that is added to a product."""
    while True:
        node = users[node.output[0]]
        named = [name for name in node.input if name.endswith("bias") and name in known]
        if named:
            return named[0]


def _whole(name: str, stored: dict[str, Tensor]) -> Tensor:
    """The numbers that stored whole numbers stand for."""
    stem = name.removesuffix(_QUANTISED)
    scale, zero = stored[f"{stem}_scale"], stored[f"{stem}_zero_point"]
    return (stored[name].float() - zero.float()) * scale


def _mixes(model: onnx.ModelProto) -> dict[str, Tensor]:
    """The weights of the four means of the layers, whose softmax is what the graph holds."""
    joined = next(n for n in model.graph.node if "stack_1" in n.input)
    shares = next(i for i in model.graph.initializer if i.name in joined.input)
    rows = torch.from_numpy(numpy_helper.to_array(shares).copy()).log()
    names = ("syntax_mix", "tag_mix", "meaning_mix", "act_mix")
    return {f"network.{name}.weights": row for name, row in zip(names, rows, strict=True)}


def main() -> None:
    """Write a checkpoint of the shipped model for ``python -m training.train --first``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the shipped model")
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    args = parser.parse_args()
    network, labels = restored(args.model)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    saved = {"weights": network.state_dict(), "labels": labels.as_json(), "size": asdict(network.size)}
    torch.save(saved, args.out)


if __name__ == "__main__":
    main()
