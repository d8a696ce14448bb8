"""A part of the shipped network: some of its outputs, and only what they are computed from.

Who needs no semantic roles does not pay for them; the bare encoder, with the ``states`` alone, is the floor
that no reading can be faster than.

An ONNX file is a protocol buffer (https://onnx.ai/onnx/repo-docs/IR.html). Only the few fields are read
that are needed to keep one output and what it is computed from: in ModelProto ``graph`` is field 7; in
GraphProto ``node`` 1, ``initializer`` 5, ``output`` 12; in NodeProto ``input`` 1, ``output`` 2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

_GRAPH, _NODE, _OUTPUT = 7, 1, 12
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

Field = tuple[int, int, bytes]


def keep_outputs(model: bytes, names: Collection[str]) -> bytes:
    """The model with ``names`` as its only outputs, and no node that none of them needs.

    Raises ValueError where the model has no such output or is no protocol buffer.
    """
    return b"".join(
        _written(number, kind, _graph(value, names) if number == _GRAPH else value)
        for number, kind, value in fields(model)
    )


def output_names(model: bytes) -> tuple[str, ...]:
    """The names of the model's outputs, in order; raises ValueError where it is no protocol buffer."""
    graphs = [value for number, _, value in fields(model) if number == _GRAPH]
    outputs = [value for graph in graphs for number, _, value in fields(graph) if number == _OUTPUT]
    return tuple(name for output in outputs for name in _names(output, 1))


def _graph(graph: bytes, names: Collection[str]) -> bytes:
    parts = list(fields(graph))
    nodes = [value for number, _, value in parts if number == _NODE]
    given = {n for number, _, value in parts if number == _OUTPUT for n in _names(value, 1)}
    needed = set(names)
    kept: set[int] = set()
    for i in range(len(nodes) - 1, -1, -1):  # nodes stand in topological order
        if needed & set(_names(nodes[i], 2)):
            kept.add(i)
            needed |= set(_names(nodes[i], 1))
    if missing := set(names) - given:
        raise ValueError(f"the network has no output {sorted(missing)[0]!r}")
    out: list[bytes] = []
    at = 0
    for number, kind, value in parts:
        if number == _NODE:
            at += 1
        if (number == _NODE and at - 1 not in kept) or (
            number == _OUTPUT and _names(value, 1)[0] not in names
        ):
            continue
        out.append(_written(number, kind, value))
    return b"".join(out)


def _names(message: bytes, field: int) -> list[str]:
    return [value.decode() for number, _, value in fields(message) if number == field]


def fields(message: bytes) -> Iterator[Field]:
    """The fields of a protocol buffer in order, as (number, wire type, value).

    Raises:
        ValueError: the bytes are no protocol buffer.
    """
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            start = at
            _, at = _varint(message, at)
            yield number, kind, message[start:at]
            continue
        if kind == _BYTES:
            length, at = _varint(message, at)
        elif kind in (_FIXED64, _FIXED32):
            length = 8 if kind == _FIXED64 else 4
        else:
            raise ValueError("this is no protocol buffer")
        yield number, kind, message[at : at + length]
        at += length


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if at >= len(message) or shift > 63:
            raise ValueError("this is no protocol buffer")
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def _written(number: int, kind: int, value: bytes) -> bytes:
    key = _as_varint(number << 3 | kind)
    return key + _as_varint(len(value)) + value if kind == _BYTES else key + value


def _as_varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
