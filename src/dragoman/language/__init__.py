"""The shipped model: words, tags, trees, names and roles from one pass of one small encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.language.core import Language
    from dragoman.language.own import OwnTypes


def load(
    folder: Path | None = None, threads: int = 1, roles: bool = True, own: OwnTypes | None = None
) -> Language:
    """The language core with the shipped model, or with the one in ``folder``; quicker without ``roles``.

    ``own`` are a user's own types, seen beside the model's. The files are checked against the manifest's
    digests; raises ModelError where one is missing or differs. Nothing heavy is imported before this call.
    """
    from dragoman.language import core

    return core.load(folder, threads, roles, own)
