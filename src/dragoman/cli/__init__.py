"""The command line: one file a family of commands; each asks the library and prints what it answers."""

from __future__ import annotations


def main() -> None:
    """Run ``dragoman``; the exit code is 0 (done), 1 (some reports unread) or 2 (bad usage or input)."""
    from dragoman.cli.app import build

    build()()
