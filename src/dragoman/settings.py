"""What a run is told from outside, as one frozen value that is read at the edge and passed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadInput

LEDGER = Path("dragoman.duckdb")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ between two runs over the same captures.

    ``model_dir`` and ``codebook_dir`` are None for the model and the codebook shipped in the package.
    ``min_confidence`` (0–1) is how sure an event or position must be to be kept; None leaves it to the
    codebook. ``jobs`` is the number of processes that read; ``quiet`` silences talk, never errors.
    """

    ledger: Path = LEDGER
    model_dir: Path | None = None
    codebook_dir: Path | None = None
    jobs: int = 1
    quiet: bool = False
    min_confidence: float | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Settings from ``DRAGOMAN_LEDGER``, ``_MODEL``, ``_CODEBOOK`` and the others in docs/cli.md.

        Raises:
            BadInput: ``DRAGOMAN_JOBS`` is not a whole number above zero, or
                ``DRAGOMAN_MIN_CONFIDENCE`` not a number from 0 to 1.
        """
        held = os.environ if environ is None else environ
        return cls(
            ledger=Path(held.get("DRAGOMAN_LEDGER") or LEDGER),
            model_dir=_path(held.get("DRAGOMAN_MODEL")),
            codebook_dir=_path(held.get("DRAGOMAN_CODEBOOK")),
            jobs=_jobs(held.get("DRAGOMAN_JOBS") or "1"),
            quiet=(held.get("DRAGOMAN_QUIET") or "0") not in ("0", "no", "false"),
            min_confidence=_share(held.get("DRAGOMAN_MIN_CONFIDENCE")),
        )


def _path(value: str | None) -> Path | None:
    return Path(value) if value else None


def _share(value: str | None) -> float | None:
    if not value:
        return None
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0.0 <= share <= 1.0:
        raise BadInput(
            f"DRAGOMAN_MIN_CONFIDENCE is {value!r}, not a number from 0 to 1",
            remedy="Set it to 0.5, say, or unset it",
        )
    return share


def _jobs(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value)):
        raise BadInput(
            f"DRAGOMAN_JOBS is {value!r}, not a number of processes",
            remedy="Set it to 1 or more, or unset it",
        )
    return int(value)
