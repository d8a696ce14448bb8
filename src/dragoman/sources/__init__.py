"""From files to reports: text captures, saved pages, JSONL, CSV, Parquet, directories, standard input."""

from __future__ import annotations

from dragoman.sources.options import Columns, ReadOptions, Unread
from dragoman.sources.read import read, read_text

__all__ = ["Columns", "ReadOptions", "Unread", "read", "read_text"]
