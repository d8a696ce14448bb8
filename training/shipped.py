"""The shipped int8 model as a network again, so that training can go on from it where no checkpoint is left.

``int8.py`` says which weights the graph stands for. Products that were exported as one (``merged.py``) are
cut apart again. What comes back is what the shipped model computes with, not the weights before they were
rounded.

``python -m training.shipped --model src/dragoman/language/model --out build/start.pt``
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training import int8
from training.labels import Labels
from training.merged import Merged
from training.network import Network, Size, load_encoder
from training.train import base_folder


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
    """The weights of a graph by name."""
    stored = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    found = int8.weights(model.graph.node, stored)
    return {name: torch.from_numpy(np.array(w)) for name, w in found.items()}


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
