"""The identity of a report: the same capture read twice, under any file name, is one report."""

from __future__ import annotations

import hashlib


def report_id(text: str, *marks: str | None) -> str:
    """A content hash (32 hexadecimal digits) of a text and of what its own capture says beside it.

    ``marks`` are fields of the capture itself (a table's URL or publisher), never file names or options:
    two outlets' copies of one wire text are two reports where the corpus tells them apart.
    """
    digest = hashlib.sha256(b"dragoman report 1")
    for part in (text, *marks):
        data = (part or "").encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:32]
