"""The larger encoder reads the small one's sub-words, and keeps near distances apart."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed; only training needs it")
pytest.importorskip("safetensors", reason="safetensors is not installed; only training needs it")

CONFIG = {
    "hidden_size": 12,
    "vocab_size": 60,
    "max_position_embeddings": 40,
    "num_attention_heads": 3,
    "intermediate_size": 24,
    "num_hidden_layers": 2,
    "relative_attention_num_buckets": 32,
}
CLS, SEP = 5, 6


def encoder():
    from training.teacher import TeacherEncoder

    torch.manual_seed(1)
    return TeacherEncoder(CONFIG, (CLS, SEP), 0.0).eval()


def test_the_marks_and_what_is_padding_have_ids_of_their_own():
    ids, mask = torch.tensor([[CLS, 20, SEP, 0]]), torch.tensor([[1, 1, 1, 0]])
    assert encoder().own_ids(ids, mask).tolist() == [[0, 24, 2, 1]]


def test_what_stands_behind_the_end_changes_nothing():
    network = encoder()
    ids, mask = torch.tensor([[CLS, 20, 21, SEP, 30]]), torch.tensor([[1, 1, 1, 1, 0]])
    other = ids.clone()
    other[0, 4] = 33
    first, second = (network(x, mask, torch.zeros_like(x))[-1][0, :4] for x in (ids, other))
    assert torch.allclose(first, second, atol=1e-6)
    short = network(ids[:, :4], mask[:, :4], torch.zeros_like(ids[:, :4]))[-1][0]
    assert torch.allclose(first, short, atol=1e-5)


def test_near_distances_are_each_a_class_and_far_ones_share_it():
    from training.teacher import _buckets

    classes = _buckets(200, 32, torch.device("cpu"))
    assert len(set(classes[100, 93:108].tolist())) == 15  # seven behind, itself, seven ahead
    assert classes[100, 100] == 0
    assert classes[199, 0] == classes[199, 60] != classes[0, 199]


def test_weights_of_another_network_are_refused():
    from training.teacher import fill

    with pytest.raises(ValueError, match="another network"):
        fill(encoder(), {"encoder.relative_attention_bias.weight": torch.zeros(32, 3)})
