"""The weights that an int8 graph stands for, read off its nodes and what is stored."""

from dataclasses import dataclass

import numpy as np
import pytest
from training.int8 import weights, whole


@dataclass
class Node:
    """A node as onnx has it."""

    op_type: str
    input: tuple[str, ...]
    output: tuple[str, ...]


def product(stem: str, bias: str) -> list[Node]:
    """The nodes that the exporter writes for one linear map."""
    return [
        Node(
            "MatMulInteger",
            ("x_int", f"{stem}_quantized", "x_zero", f"{stem}_zero_point"),
            (f"{stem}_whole",),
        ),
        Node("Cast", (f"{stem}_whole",), (f"{stem}_float",)),
        Node("Mul", (f"{stem}_float", f"{stem}_scales"), (f"{stem}_product",)),
        Node("Add", (bias, f"{stem}_product"), (f"{stem}_out",)),
    ]


def stored_as(
    name: str, numbers: list[list[int]], scale: list[float], zero: list[int]
) -> dict[str, np.ndarray]:
    return {
        f"{name}_quantized": np.array(numbers, dtype=np.int8),
        f"{name}_scale": np.array(scale, dtype=np.float32),
        f"{name}_zero_point": np.array(zero, dtype=np.int8),
    }


def test_whole_numbers_stand_for_what_scale_and_zero_of_their_column_make_of_them() -> None:
    stored = stored_as("m", [[3, -4], [1, 126]], [0.5, 0.25], [1, -2])
    assert whole("m_quantized", stored).tolist() == [[1.0, -0.5], [0.0, 32.0]]


def test_a_zero_far_from_the_number_does_not_wrap_around() -> None:
    stored = stored_as("m", [[-128]], [1.0], [127])
    assert whole("m_quantized", stored).tolist() == [[-255.0]]


def test_a_product_has_the_name_of_its_bias_and_lies_as_the_network_has_it() -> None:
    stored = {
        **stored_as("val_3", [[2, 4, 6], [8, 10, 12]], [0.5, 0.5, 0.5], [0, 0, 0]),
        **stored_as("val_9", [[1], [1]], [2.0], [0]),
        "head.bias": np.zeros(3, dtype=np.float32),
        "tail.bias": np.zeros(1, dtype=np.float32),
        "first": np.zeros(2, dtype=np.int64),
    }
    found = weights([*product("val_3", "head.bias"), *product("val_9", "tail.bias")], stored)
    assert found["head.weight"].tolist() == [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]
    assert found["tail.weight"].tolist() == [[2.0, 2.0]]
    assert found["head.bias"] is stored["head.bias"]
    assert "first" not in found  # whole numbers that stand for themselves are no weights


def test_what_is_looked_up_and_not_multiplied_has_its_own_name() -> None:
    stored = stored_as("encoder.word.weight", [[5, 5], [7, 7]], [1.0, 1.0], [1, 1])
    assert weights([], stored)["encoder.word.weight"].tolist() == [[4.0, 4.0], [6.0, 6.0]]


def test_a_product_without_a_bias_cannot_be_named() -> None:
    lone = [Node("MatMulInteger", ("x_int", "m_quantized"), ("out",))]
    with pytest.raises(KeyError):
        weights(lone, stored_as("m", [[1]], [1.0], [0]))
