"""The one way onto the terminal: whatever is printed has no control characters but rich's own."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from dragoman.cli.screen import clean


class Terminal(Console):
    """A console that takes no string for markup and cleans every text that it prints."""

    def print(self, *objects: Any, **options: Any) -> None:
        """Print strings, texts and tables (whose cells are made by `safe`)."""
        shown = tuple(safe(one) for one in objects)
        if self.is_terminal:
            return super().print(*shown, **options)
        # Columns are filled up with blanks, which in a pipe or a file are nothing but a nuisance.
        with self.capture() as caught:
            super().print(*shown, **options)
        ended = caught.get().endswith("\n")
        lines = "\n".join(line.rstrip() for line in caught.get().splitlines())
        self.file.write(lines + "\n" * ended)
        return None


def safe(shown: Any) -> Any:
    """A string as a text, cleaned; a text with its styles, cleaned; anything else as it is."""
    if isinstance(shown, str):
        return Text(clean(shown))
    if isinstance(shown, Text) and clean(shown.plain) != shown.plain:
        shown = shown.copy()
        shown.plain = clean(shown.plain)  # as long as before, so that its styles stay in place
    return shown
